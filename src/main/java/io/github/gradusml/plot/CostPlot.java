package io.github.gradusml.plot;

import io.github.gradusml.metric.CutCost;
import io.github.gradusml.metric.CutCosts;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The mean cost of a row against the cut, as steps: it changes where a cut passes a prediction.
 *
 * @param costs what is drawn
 */
record CostPlot(CutCosts costs) implements Picture {
  private static final double ROOM = 0.02;
  private static final double SIZE = 11;

  @Override
  public Chart seen(View view) {
    String title =
        "Mean cost: "
            + Digits.few(costs.costs().falsePositive())
            + " a false positive, "
            + Digits.few(costs.costs().falseNegative())
            + " a false negative";
    Axis x = across();
    double[][] line = steps(x);
    Axis y = Axis.ofHeights("mean cost", view.scale(), DoubleStream.of(line[1]));
    Chart chart =
        new Chart(view, title, x, y)
            .caption(
                "Rows are taken for class 1 from the cut on. In theory: cheapest if probabilities are"
                    + " right.")
            .line("", line[0], line[1], Look.line(0));
    mark(chart, "usual cut", costs.usual(), Mark.SQUARE, 1);
    costs.theoretical().ifPresent(cost -> mark(chart, "in theory", cost, Mark.DIAMOND, 2));
    CutCost cheapest = costs.cheapest();
    return chart.points(
        label("cheapest here", cheapest),
        new double[] {cheapest.cut()},
        new double[] {cheapest.mean()},
        Mark.RING,
        SIZE,
        Look.INK);
  }

  private static void mark(Chart chart, String name, CutCost cost, Mark mark, int color) {
    double[] x = {cost.cut()};
    double[] y = {cost.mean()};
    chart.points(label(name, cost), x, y, mark, SIZE, Look.color(color));
  }

  private static String label(String name, CutCost cost) {
    return name + " " + Digits.few(cost.cut()) + ": " + Digits.three(cost.mean());
  }

  private Axis across() {
    if (costs.theoretical().isPresent()) {
      return new Axis("cut: probability of class 1", Scale.LINEAR, -ROOM, 1 + ROOM);
    }
    DoubleStream cuts =
        DoubleStream.concat(
            DoubleStream.of(costs.usual().cut()),
            costs.points().stream().mapToDouble(CutCost::cut));
    return Axis.tight("cut: prediction", Scale.LINEAR, cuts).widened(ROOM);
  }

  /** What a cut costs holds above one prediction up to the next. */
  private double[][] steps(Axis x) {
    double[] predictions = costs.predictions();
    List<CutCost> points = costs.points();
    double[][] line = new double[2][2 * points.size()];
    for (int k = 0; k < points.size(); k++) {
      line[0][2 * k] = k == 0 ? Math.min(x.low(), predictions[0]) : predictions[k - 1];
      line[0][2 * k + 1] =
          k < predictions.length ? predictions[k] : Math.max(x.high(), predictions[k - 1]);
      line[1][2 * k] = points.get(k).mean();
      line[1][2 * k + 1] = points.get(k).mean();
    }
    return line;
  }
}
