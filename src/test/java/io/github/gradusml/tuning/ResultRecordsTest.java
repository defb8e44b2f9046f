package io.github.gradusml.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.plot.Plots;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.TrainingResult;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;

/** Results put together by hand: what they must have, and numbers that are none. */
class ResultRecordsTest {
  private static final double NAN = Double.NaN;

  private static String nullMessage(Executable call) {
    return assertThrows(NullPointerException.class, call).getMessage();
  }

  private static CrossValidationResult scores(Double... values) {
    return new CrossValidationResult(Metric.r2(), List.of(values), List.of(values), 2);
  }

  private static ScoreCurve.Point point(double value, double score) {
    return new ScoreCurve.Point(value, scores(score, score));
  }

  private static ScoreCurve curve(Metric metric, ScoreCurve.Point... points) {
    return new ScoreCurve("alpha", false, metric, List.of(points));
  }

  @Test
  void aMeanThatIsNoNumberIsNeverTheBest() {
    ScoreCurve.Point three = point(3, 0.9);
    assertEquals(three, curve(Metric.r2(), point(1, NAN), point(2, 0.5), three).best());
    assertEquals(
        three, curve(Metric.meanSquaredError(), point(1, NAN), point(2, 1.5), three).best());
  }

  @Test
  void meansThatAreNoNumbersCanBeDrawnBesideOthers() {
    ScoreCurve curve = curve(Metric.r2(), point(1, NAN), point(2, 0.5), point(3, 0.7));
    String svg = Plots.scores(curve).toSvg();
    assertEquals(-1, svg.indexOf("NaN"));
    String message =
        Rejected.message(() -> Plots.scores(curve(Metric.r2(), point(1, NAN))).toSvg());
    assertEquals("R² must be finite somewhere to be drawn, but is so nowhere", message);
  }

  @Test
  @Timeout(10)
  void theSmallestNumbersAndTheLargestHaveAPlaceOnALogarithmicAxis() {
    ScoreCurve.Point smallest = point(Double.MIN_VALUE, 0.5);
    ScoreCurve.Point largest = point(Double.MAX_VALUE, 0.7);
    for (List<ScoreCurve.Point> points :
        List.of(
            List.of(smallest, largest),
            List.of(smallest),
            List.of(largest),
            List.of(smallest, point(1e-320, 0.6), point(1e-310, 0.7)))) {
      ScoreCurve curve = new ScoreCurve("alpha", true, Metric.r2(), points);
      assertEquals(-1, Plots.scores(curve).toSvg().indexOf("NaN"));
    }
  }

  @Test
  void scoresAreAsManyOnBothSides() {
    assertEquals(
        "validation and training must have as many scores, at least one, but have 1 and 2",
        Rejected.message(
            () -> new CrossValidationResult(Metric.r2(), List.of(1.0), List.of(1.0, 2.0), 2)));
    assertEquals(
        "foldsPerRepetition must be at least 1, but was 0",
        Rejected.message(
            () -> new CrossValidationResult(Metric.r2(), List.of(1.0), List.of(1.0), 0)));
  }

  @Test
  void whatIsMissingIsNamed() {
    assertEquals(
        "validation[1] must not be null",
        nullMessage(
            () -> new CrossValidationResult(Metric.r2(), Arrays.asList(1.0, null), null, 2)));
    assertEquals("scores must not be null", nullMessage(() -> new ScoreCurve.Point(1, null)));
    assertEquals(
        "points[0] must not be null",
        nullMessage(
            () -> new ScoreCurve("a", false, Metric.r2(), Arrays.asList((ScoreCurve.Point) null))));
    assertEquals(
        "number must not be null", nullMessage(() -> curve(Metric.r2(), point(1, 2)).each(null)));
    assertEquals(
        "training must not be null", nullMessage(() -> new RegularizationPath.Point(1, null)));
    assertEquals(
        "featureNames must not be null", nullMessage(() -> new RegularizationPath(null, null)));
  }

  @Test
  void aPathHasANameForEachWeight() {
    Dataset line = Dataset.of(new double[][] {{0}, {1}}, new double[] {1, 3});
    TrainingResult<Perceptron> training =
        Trainer.minimizing(Loss.squaredError())
            .withEpochs(1)
            .fit(Perceptron.zeros(1, Activation.identity()), line);
    List<RegularizationPath.Point> points = List.of(new RegularizationPath.Point(1, training));
    assertEquals(
        "featureNames must have 1 features, as the model has, but has 2",
        Rejected.message(() -> new RegularizationPath(List.of("a", "b"), points)));
  }
}
