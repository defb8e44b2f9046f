package io.github.gradusml.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.metric.Scores;
import org.junit.jupiter.api.Test;

/** Predicted numbers over the true ones. */
class PredictionsPlotTest {
  private static Plot of(double[] predictions, double... targets) {
    return Plots.predictions(
        scores(predictions, Dataset.of(new double[targets.length][1], targets)));
  }

  private static Scores scores(double[] predictions, Dataset rows) {
    return Scores.ofNetInputs(Output.of(Activation.identity()), predictions, rows);
  }

  private static int disks(Plot plot) {
    return plot.toSvg().split("<circle", -1).length - 1;
  }

  @Test
  void eachRowIsAPointAndBothAxesHaveTheSameEnds() {
    Plot plot = of(new double[] {0, 5, 10}, 2, 5, 8);
    assertEquals(3 + 1, disks(plot)); // and one in the legend
    String svg = plot.toSvg();
    // 10 is a prediction alone, and stands at both axes all the same.
    assertEquals(2, svg.split(">10</text>", -1).length - 1, svg);
    assertTrue(svg.contains("prediction = target"));
  }

  @Test
  void aPredictionThatIsTheTargetLiesOnTheLine() {
    Recorder drawn =
        Recorder.of(
            new PredictionsPlot(
                scores(new double[] {1, 4}, Dataset.of(new double[2][1], new double[] {1, 4}))));
    Recorder.Line line =
        drawn.lines.stream()
            .filter(
                one -> one.x().length == 2 && one.x()[0] != one.x()[1] && one.y()[0] != one.y()[1])
            .findFirst()
            .orElseThrow();
    double slope = (line.y()[1] - line.y()[0]) / (line.x()[1] - line.x()[0]);
    for (Recorder.Disk disk : drawn.disks) {
      double onLine = line.y()[0] + slope * (disk.x() - line.x()[0]);
      boolean isInLegend = Math.abs(onLine - disk.y()) > 1;
      assertTrue(isInLegend || Math.abs(onLine - disk.y()) < 1e-9);
    }
    assertEquals(
        2,
        drawn.disks.stream()
            .filter(d -> Math.abs(line.y()[0] + slope * (d.x() - line.x()[0]) - d.y()) < 1e-9)
            .count());
  }

  @Test
  void whatCountsForNothingOrHasNoPlaceIsLeftOut() {
    Dataset rows = Dataset.of(new double[3][1], new double[] {1, 2, 3}).withWeights(1, 0, 1);
    assertEquals(2 + 1, disks(Plots.predictions(scores(new double[] {1, 2, 3}, rows))));
    assertEquals(1 + 1, disks(of(new double[] {1, Double.POSITIVE_INFINITY}, 1, 2)));
  }

  @Test
  void oneRowHasAPictureToo() {
    assertFalse(of(new double[] {5}, 5).toSvg().contains("NaN"));
    assertFalse(of(new double[] {1e308, -1e308}, -1e308, 1e308).toSvg().contains("NaN"));
  }

  @Test
  void aLogarithmicScaleIsRefused() {
    Plot plot = of(new double[] {1, 2}, 1, 2);
    assertEquals(
        "targets and predictions are drawn without a logarithmic scale",
        Rejected.message(plot::withLogScale));
  }
}
