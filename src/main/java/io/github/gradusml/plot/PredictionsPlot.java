package io.github.gradusml.plot;

import io.github.gradusml.metric.Scores;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Predicted numbers over the true ones, and the line on which the two are the same.
 *
 * @param scores what is predicted and what is true
 */
record PredictionsPlot(Scores scores) implements Picture {
  private static final double ROOM = 0.04;
  private static final double SIZE = 7;
  private static final Stroke SAME = Stroke.of(Look.AXIS, 1.6).withDash(Stroke.Dash.DOTTED);

  @Override
  public Chart seen(View view) {
    view.refuseLogScale("targets and predictions are drawn without a logarithmic scale");
    int[] rows = IntStream.range(0, scores.rows()).filter(i -> scores.weight(i) > 0).toArray();
    double[] targets = Arrays.stream(rows).mapToDouble(scores::target).toArray();
    double[] predictions = Arrays.stream(rows).mapToDouble(scores::prediction).toArray();
    DoubleStream both = DoubleStream.concat(Arrays.stream(targets), Arrays.stream(predictions));
    Axis all = Axis.tight("", Scale.LINEAR, both).widened(ROOM);
    Axis x = new Axis("target", Scale.LINEAR, all.low(), all.high());
    Axis y = new Axis("prediction", Scale.LINEAR, all.low(), all.high());
    double[] ends = {all.low(), all.high()};
    return new Chart(view, "Predictions and targets", x, y)
        .line("prediction = target", ends, ends, SAME)
        .points("row", targets, predictions, Mark.DISK, SIZE, Look.color(0).withOpacity(0.6));
  }
}
