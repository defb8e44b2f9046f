package io.github.gradusml.plot;

import io.github.gradusml.metric.ReliabilityBin;
import io.github.gradusml.metric.ReliabilityCurve;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Observed shares against predicted probabilities, and below how many rows are in each bin.
 *
 * @param labels what the legend says of each curve
 * @param curves at least one
 */
record ReliabilityPlot(List<String> labels, List<ReliabilityCurve> curves) implements Picture {
  private static final double ROOM = 0.02;

  /** Where the bars stand, and how high the highest reaches. */
  private static final double STRIP = -0.24;

  private static final double TOP_OF_STRIP = -0.05;
  private static final double LIGHT = 0.45;
  private static final double SIZE = 8;
  private static final double ERRORS = 2;
  private static final double CAP = 3;
  private static final Stroke RIGHT = Stroke.of(Look.AXIS, 1.6).withDash(Stroke.Dash.DOTTED);
  private static final Stroke EDGE = Stroke.of(Look.GRID, 1);

  static ReliabilityPlot of(Map<String, ReliabilityCurve> curves) {
    if (curves.isEmpty()) {
      throw new IllegalArgumentException("curves must not be empty");
    }
    List<String> labels = new ArrayList<>();
    curves.forEach(
        (name, curve) -> labels.add(name + " (ECE " + Digits.three(curve.expectedError()) + ")"));
    return new ReliabilityPlot(labels, List.copyOf(curves.values()));
  }

  @Override
  public Chart seen(View view) {
    view.refuseLogScale("shares from 0 to 1 are drawn without a logarithmic scale");
    Axis x = new Axis("predicted probability", Scale.LINEAR, -ROOM, 1 + ROOM);
    Axis y = new Axis("observed share", Scale.LINEAR, STRIP - ROOM / 2, 1 + ROOM);
    Chart chart =
        new Chart(view, "Do the probabilities mean what they say?", x, y)
            .caption(
                "Bars reach two standard errors up and down; below, the share of the rows in each"
                    + " bin. ECE: expected calibration error.");
    if (view.up() == null) {
      chart.ticks(null, shares());
    }
    double[] ends = {0, 1};
    chart.add(this::drawCounts).line("", ends, ends, RIGHT);
    for (int k = 0; k < curves.size(); k++) {
      List<ReliabilityBin> bins = curves.get(k).bins();
      double[] across = each(bins, ReliabilityBin::meanProbability);
      double[] up = each(bins, ReliabilityBin::observedShare);
      Color color = Look.color(k);
      chart
          .line(labels.get(k), across, up, Look.line(k))
          .add((canvas, frame) -> drawErrors(canvas, frame, bins, color))
          .points("", across, up, Mark.DISK, SIZE, color);
    }
    return chart.entry("as they should be", Legend.line(RIGHT));
  }

  private static double[] each(List<ReliabilityBin> bins, ToDoubleFunction<ReliabilityBin> number) {
    return bins.stream().mapToDouble(number).toArray();
  }

  /** The strip of bars has no shares. */
  private static Ticks shares() {
    double[] at = {0, 0.2, 0.4, 0.6, 0.8, 1};
    return new Ticks(at, Arrays.stream(at).mapToObj(Double::toString).toList());
  }

  private static void drawErrors(
      Canvas canvas, Frame frame, List<ReliabilityBin> bins, Color color) {
    Stroke stroke = Stroke.of(color, 1.4);
    for (ReliabilityBin bin : bins) {
      double reach = ERRORS * bin.standardError();
      double x = frame.x(bin.meanProbability());
      double low = frame.y(Math.max(0, bin.observedShare() - reach));
      double high = frame.y(Math.min(1, bin.observedShare() + reach));
      frame.inside(
          canvas,
          () -> {
            canvas.line(new double[] {x, x}, new double[] {low, high}, stroke);
            for (double end : new double[] {low, high}) {
              canvas.line(new double[] {x - CAP, x + CAP}, new double[] {end, end}, stroke);
            }
          });
    }
  }

  /** Those of several curves stand side by side. */
  private void drawCounts(Canvas canvas, Frame frame) {
    double largest = 0;
    for (ReliabilityCurve curve : curves) {
      largest =
          Math.max(
              largest,
              curve.bins().stream().mapToDouble(ReliabilityBin::share).max().orElseThrow());
    }
    for (int k = 0; k < curves.size(); k++) {
      Color color = Look.color(k).withOpacity(LIGHT);
      for (ReliabilityBin bin : curves.get(k).bins()) {
        double width = (bin.to() - bin.from()) / curves.size();
        double left = frame.x(bin.from() + k * width);
        double right = frame.x(bin.from() + (k + 1) * width);
        double bottom = frame.y(STRIP);
        double top = frame.y(STRIP + (TOP_OF_STRIP - STRIP) * bin.share() / largest);
        frame.inside(canvas, () -> canvas.box(left, top, right - left, bottom - top, color, EDGE));
      }
    }
    if (frame.y().holds(TOP_OF_STRIP)) {
      String text = "highest bar: " + Digits.percent(largest) + " of the rows";
      double middle = frame.left() + frame.width() / 2;
      double bottom = frame.y(TOP_OF_STRIP) + Look.TICK.size();
      canvas.text(text, middle, bottom, Canvas.Anchor.MIDDLE, Look.TICK);
    }
  }
}
