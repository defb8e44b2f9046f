package io.github.gradusml.plot;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.stability.Separability;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Why a line separates the rows of two classes, or why none does: the line and the strip around it
 * that is free of rows, or a place that lies among rows of both classes.
 */
final class SeparabilityPlot implements Picture {
  private static final Stroke EDGE = Stroke.of(Look.INK, 1.3).withDash(Stroke.Dash.DASHED);
  private static final double PLACE = 15;

  /** Rows that are as near to the line as the nearest is, but for rounding. */
  private static final double NEAREST = 1 + 1e-6;

  private final Dataset data;
  private final Separability proof;
  private final DecisionBoundary boundary;

  /**
   * Looks for the proof.
   *
   * @param data rows of two features, with targets 0 and 1 or −1 and 1
   */
  SeparabilityPlot(Dataset data) {
    // Where there is no line any model will do, as nothing is drawn but rows.
    Perceptron any = Perceptron.zeros(2, Activation.sign());
    DecisionBoundary rows = new DecisionBoundary(any, data);
    this.data = rows.data();
    this.proof = Separability.of(this.data);
    this.boundary = proof.separator().map(line -> new DecisionBoundary(line, data)).orElse(rows);
  }

  @Override
  public Chart seen(View view) {
    return switch (proof.verdict()) {
      case SEPARABLE -> withLine(boundary.plane(view, "A line separates the classes"));
      case NOT_SEPARABLE -> withPlace(boundary.axes(view, "No line separates the classes"));
      case UNDECIDED -> {
        Chart chart = boundary.axes(view, "Whether a line separates the classes is not decided");
        boundary.addMarks(chart);
        yield chart.caption("Neither a line was found nor a proof that there is none.");
      }
    };
  }

  /** The line, and the two beside it on which the nearest rows lie. */
  private Chart withLine(Chart chart) {
    Perceptron line = proof.separator().orElseThrow();
    double length = Math.hypot(Math.hypot(line.weight(0), line.weight(1)), line.bias());
    double z = proof.margin() * length;
    for (double away : new double[] {-z, z}) {
      Perceptron edge = Perceptron.of(line.weights(), line.bias() + away, line.activation());
      UnitLine.of(edge, chart.x(), chart.y()).ifPresent(piece -> addEdge(chart, piece));
    }
    boundary.addRows(chart);
    int[] nearest = where(i -> Math.abs(line.netInput(data.row(i))) <= z * NEAREST);
    boundary.addRings(chart, "on the margin", nearest);
    String largest = proof.isLargestMargin() ? ", the largest there is" : "";
    return chart.caption(
        "On the dashed lines |z| is the margin, " + Digits.three(proof.margin()) + largest + ".");
  }

  private static void addEdge(Chart chart, UnitLine piece) {
    double[] x = {piece.fromX(), piece.toX()};
    double[] y = {piece.fromY(), piece.toY()};
    chart.add((canvas, frame) -> draw(canvas, frame, x, y, EDGE));
  }

  /** Rows of either class with the same weighted mean: a line has its place on one side only. */
  private Chart withPlace(Chart chart) {
    double[] weights = proof.certificate();
    double positive = Arrays.stream(data.targets()).max().orElseThrow();
    double x = 0;
    double y = 0;
    for (int c = 0; c < 2; c++) {
      boolean isPositive = c == 1;
      int[] rows = where(i -> weights[i] > 0 && data.target(i) == positive == isPositive);
      addAround(chart, rows, ClassStyle.of(c).color());
      x = Arrays.stream(rows).mapToDouble(i -> 2 * weights[i] * data.value(i, 0)).sum();
      y = Arrays.stream(rows).mapToDouble(i -> 2 * weights[i] * data.value(i, 1)).sum();
    }
    boundary.addMarks(chart);
    boundary.addRings(chart, "the proof", where(i -> weights[i] > 0));
    chart.points("among both", new double[] {x}, new double[] {y}, Mark.DIAMOND, PLACE, Look.INK);
    return chart.caption(
        "The diamond is a weighted mean of ringed rows of the one class, and also"
            + " of the other.");
  }

  /** The line through rows of a class and back to the first. */
  private void addAround(Chart chart, int[] rows, Color color) {
    double[] x = new double[rows.length + 1];
    double[] y = new double[rows.length + 1];
    for (int k = 0; k <= rows.length; k++) {
      x[k] = data.value(rows[k % rows.length], 0);
      y[k] = data.value(rows[k % rows.length], 1);
    }
    chart.add((canvas, frame) -> draw(canvas, frame, x, y, Look.line(color)));
  }

  private static void draw(Canvas canvas, Frame frame, double[] x, double[] y, Stroke stroke) {
    double[] across = Arrays.stream(x).map(frame::x).toArray();
    double[] up = Arrays.stream(y).map(frame::y).toArray();
    frame.inside(canvas, () -> canvas.line(across, up, stroke));
  }

  private int[] where(IntPredicate which) {
    return IntStream.range(0, data.rows()).filter(which).toArray();
  }
}
