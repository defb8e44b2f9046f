package io.github.gradusml.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.rows.Rows;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.tuning.CrossValidationResult;
import io.github.gradusml.tuning.RegularizationPath;
import io.github.gradusml.tuning.ScoreCurve;
import io.github.gradusml.tuning.Values;
import io.github.gradusml.update.UpdateStrategy;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Validation curves, learning curves and regularization paths. */
class ScorePlotsTest {
  /** A line across the picture is 1000 pixels long at least, and three thick inside its rim. */
  private static final int PIXELS_OF_A_LINE = 3000;

  /** Training and validation scores at each number, each of two folds, with standard error. */
  private static ScoreCurve curve(boolean logarithmic, double error, double... numbers) {
    List<ScoreCurve.Point> points = new ArrayList<>();
    for (double number : numbers) {
      CrossValidationResult scores =
          new CrossValidationResult(
              Metric.logLoss(), List.of(0.5 - error, 0.5 + error), List.of(0.2, 0.2), 2);
      points.add(new ScoreCurve.Point(number, scores));
    }
    return new ScoreCurve("alpha", logarithmic, Metric.logLoss(), points);
  }

  @Test
  void aCurveHasALineForTheRowsTrainedOnAndOneForThoseHeldOut() {
    BufferedImage image = Plots.scores(curve(true, 0, 0.01, 0.1, 1)).image();
    assertTrue(Pixels.count(image, Look.color(0)) > PIXELS_OF_A_LINE);
    assertTrue(Pixels.count(image, Look.color(1)) > PIXELS_OF_A_LINE);
  }

  @Test
  void theBandIsOneStandardErrorWideToEitherSide() {
    Recorder drawn = Recorder.of(new ScorePlot(curve(true, 0.1, 0.01, 0.1, 1)));
    double[] validation = drawn.areas.get(1)[1];
    double[] training = drawn.lines(Look.color(0)).get(0).y();
    double[] middle = drawn.lines(Look.color(1)).get(0).y();
    // Training and validation scores are 0.3 apart; a rounding of places in hundreds.
    double unit = (training[0] - middle[0]) / 0.3;
    assertEquals(0.1 * unit, middle[0] - validation[0], 1e-10);
    assertEquals(-0.1 * unit, middle[0] - validation[5], 1e-10);
  }

  @Test
  void aPointAtTheEndIsSeenWhole() {
    BufferedImage ends = Plots.scores(curve(false, 0, 0.1, 0.2)).image();
    BufferedImage middle = Plots.scores(curve(false, 0, 0.1, 0.15, 0.2)).image();
    // A third disk in the middle hides 18 pixels of its line; 254 less 18·5 are more than 100.
    int disk = Pixels.count(middle, Look.color(0)) - Pixels.count(ends, Look.color(0));
    int two = Pixels.count(ends, Look.color(0)) - line(ends);
    assertTrue(two > 2 * 0.8 * disk, two + " pixels of the disks at the ends, one has " + disk);
  }

  /** The pixels of the first color in the line without its disks: of a column, times columns. */
  private static int line(BufferedImage image) {
    int thick = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      thick += image.getRGB(700, y) == Pixels.rgb(Look.color(0)) ? 1 : 0;
    }
    int first = image.getWidth();
    int last = 0;
    for (int x = 0; x < image.getWidth(); x++) {
      for (int y = 800; y < 1000; y++) {
        if (image.getRGB(x, y) == Pixels.rgb(Look.color(0))) {
          first = Math.min(first, x);
          last = Math.max(last, x);
        }
      }
    }
    return thick * (last - first);
  }

  @Test
  void aCurveOfOnePointIsDrawn() {
    BufferedImage image = Plots.scores(curve(true, 0, 0.1)).image();
    assertTrue(Pixels.count(image, Look.color(1)) > 300, "a disk, and another in the legend");
  }

  @Test
  void aBandThatReachesBelowZeroIsCutOffOnALogarithmicScale() {
    BufferedImage image = Plots.scores(curve(true, 0.7, 0.01, 0.1, 1)).withLogScale().image();
    assertTrue(Pixels.count(image, Look.color(1)) > PIXELS_OF_A_LINE);
  }

  @Test
  void aCurveIsCalledByItsScoreAndNumber() {
    assertEquals("Plot(Log loss against alpha)", Plots.scores(curve(true, 0, 0.1, 1)).toString());
  }

  private static RegularizationPath path(Dataset data, Loss loss, Activation activation) {
    Dataset standardized = Standardizer.fit(data).apply(data);
    double alphaMax = RegularizationPath.alphaMax(loss, activation, standardized);
    return RegularizationPath.of(
        Trainer.minimizing(loss)
            .withUpdates(UpdateStrategy.batch())
            .withLearningRate(LearningRate.constant(0.3))
            .withEpochs(20),
        Values.logarithmic(alphaMax / 100, alphaMax, 10),
        (t, alpha) -> t.withRegularizer(Regularizer.l1(alpha)),
        Perceptron.zeros(data.features(), activation),
        standardized);
  }

  @Test
  void aPathHasALineForEachFeature() {
    RegularizationPath path = path(Datasets.diabetes(), Loss.squaredError(), Activation.identity());
    BufferedImage image = Plots.regularizationPath(path).image();
    for (int k = 0; k < 7; k++) {
      // Others may hide most of a line, where it is 0, but not its 60 × 4 pixels in the legend.
      assertTrue(Pixels.count(image, Look.color(k)) > 200, "color " + k);
    }
  }

  @Test
  void ofManyFeaturesTenHaveAColorAndTheOthersAreGrey() {
    RegularizationPath path =
        path(Datasets.breastCancer(), Loss.crossEntropy(), Activation.sigmoid());
    BufferedImage image = Plots.regularizationPath(path).image();
    assertTrue(Pixels.count(image, Look.INK.tint(0.3)) > PIXELS_OF_A_LINE);
  }

  @Test
  void ofAMillionFeaturesAPathDrawsThoseWithTheLargestWeights() {
    int d = 1_000_000;
    Dataset data =
        Dataset.of(
            Rows.sparse(d)
                .add(new int[] {5, d - 1}, new double[] {1, 9})
                .add(new int[] {5}, new double[] {-1})
                .build(),
            new double[] {1, -1});
    RegularizationPath path =
        RegularizationPath.of(
            Trainer.minimizing(Loss.squaredError()).withEpochs(1).withoutLog(),
            Values.of(0.1, 0.01),
            (t, alpha) -> t.withRegularizer(Regularizer.l1(alpha)),
            Perceptron.zeros(d, Activation.identity()),
            data);
    Recorder drawn = Recorder.of(new PathPlot(path));
    assertTrue(drawn.lines.size() < 2000, drawn.lines.size() + " lines");
    drawn.text("x999999"); // in the legend
    drawn.text("x5");
  }

  @Test
  void aPathHasNoOtherScale() {
    RegularizationPath path = path(Datasets.diabetes(), Loss.squaredError(), Activation.identity());
    assertEquals(
        "weights have both signs, and so no logarithmic scale; alpha has one already",
        Rejected.message(() -> Plots.regularizationPath(path).withLogScale()));
  }

  @Test
  void aPathNeedsAnAlphaAboveZero() {
    Dataset data = Dataset.of(new double[][] {{1}, {-1}}, new double[] {1, -1});
    RegularizationPath path =
        RegularizationPath.of(
            Trainer.minimizing(Loss.squaredError()).withEpochs(1),
            Values.of(0.0),
            (t, alpha) -> t,
            Perceptron.zeros(1, Activation.identity()),
            data);
    assertEquals(
        "alpha must be > 0 somewhere for a logarithmic scale, but is so nowhere",
        Rejected.message(() -> Plots.regularizationPath(path)));
  }
}
