package io.github.gradusml.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PrecisionRecallCurveTest {
  private static final Perceptron NUMBER =
      Perceptron.of(new double[] {1}, 0, Activation.identity());

  /** i = np.arange(60), z = ((i*7)%13 − 6)/2, y = i%6 >= 3. */
  private static final Dataset ROWS =
      rows(
          IntStream.range(0, 60).mapToDouble(i -> (i * 7 % 13 - 6) / 2.0).toArray(),
          IntStream.range(0, 60).mapToDouble(i -> i % 6 < 3 ? 0 : 1).toArray());

  private static final double[] WEIGHTS =
      IntStream.range(0, 60).mapToDouble(i -> i % 4 / 2.0).toArray();

  private static Dataset rows(double[] z, double... y) {
    double[][] x =
        IntStream.range(0, z.length).mapToObj(i -> new double[] {z[i]}).toArray(double[][]::new);
    return Dataset.of(x, y);
  }

  private static double[] each(
      PrecisionRecallCurve curve, ToDoubleFunction<PrecisionRecallPoint> number) {
    return curve.points().stream().mapToDouble(number).toArray();
  }

  private static double[] quotients(double[] parts, double... wholes) {
    return IntStream.range(0, parts.length)
        .mapToDouble(k -> parts[k] / wholes[k % wholes.length])
        .toArray();
  }

  /**
   * precision, recall, thresholds = precision_recall_curve(y, z), scikit-learn 1.2.1, from the last
   * on, and without its point at recall 0, which has no threshold.
   */
  @Test
  void thePointsAreThoseOfScikitLearn() {
    PrecisionRecallCurve curve = PrecisionRecallCurve.of(NUMBER, ROWS);
    double[] found = {1, 4, 7, 9, 12, 15, 16, 18, 21, 23, 25, 28, 30};
    double[] taken = {4, 8, 13, 18, 23, 28, 32, 36, 40, 45, 50, 55, 60};
    assertArrayEquals(
        IntStream.range(0, 13).mapToDouble(k -> 3 - k / 2.0).toArray(),
        each(curve, PrecisionRecallPoint::threshold));
    assertArrayEquals(quotients(found, taken), each(curve, PrecisionRecallPoint::precision));
    assertArrayEquals(quotients(found, 30), each(curve, PrecisionRecallPoint::recall));
    // average_precision_score(y, z); 13 quotients
    assertEquals(0.505407993777559, curve.averagePrecision(), 1e-15);
    assertEquals(
        "PrecisionRecallCurve(13 points, average precision " + curve.averagePrecision() + ")",
        curve.toString());
  }

  /** The same with sample_weight=(i%4)/2. */
  @Test
  void thePointsOfWeightedRowsAreThoseOfScikitLearn() {
    PrecisionRecallCurve curve = PrecisionRecallCurve.of(NUMBER, ROWS.withWeights(WEIGHTS));
    double[] found = {1.5, 4.5, 7.5, 8.5, 10.5, 12.5, 14, 16.5, 19.5, 21, 21.5, 23.5, 25};
    double[] taken = {3, 6, 10.5, 14, 18.5, 22, 25, 28, 31, 35, 38, 42, 45};
    assertArrayEquals(quotients(found, taken), each(curve, PrecisionRecallPoint::precision), 1e-15);
    assertArrayEquals(quotients(found, 25), each(curve, PrecisionRecallPoint::recall), 1e-15);
    assertEquals(0.6142834208251866, curve.averagePrecision(), 1e-15);
  }

  /** average_precision_score(1 - y, -z). */
  @Test
  void thoseOfClassZeroAreRankedTheOtherWayRound() {
    PrecisionRecallCurve curve = PrecisionRecallCurve.of(NUMBER, ROWS, 0);
    assertEquals(0.5228278259262302, curve.averagePrecision(), 1e-15);
    assertEquals(3, curve.points().get(0).threshold());
    assertEquals(
        curve.averagePrecision(), Metric.averagePrecision().ofClass(0).of(NUMBER, ROWS), 0);
  }

  private static Dataset random(Random random, int k) {
    int n = k + random.nextInt(40);
    double[][] x = new double[n][k];
    double[] y = new double[n];
    double[] weights = new double[n];
    double unit = Math.scalb(1.0, random.nextInt(1900) - 1000);
    for (int i = 0; i < n; i++) {
      x[i] = random.doubles(k, -2, 2).map(Math::rint).toArray();
      y[i] = i < k ? i : random.nextInt(k);
      weights[i] = unit * (i < k ? 1 : random.nextInt(3));
    }
    return Dataset.of(x, y).withWeights(weights);
  }

  /** The sum of the relative weights of rows that reach a threshold. */
  private static double weight(Scores scores, int ofClass, double threshold, boolean isOfClass) {
    double[] weights = scores.data().relativeWeights();
    return IntStream.range(0, scores.rows())
        .filter(i -> scores.target(i) == ofClass == isOfClass)
        .filter(i -> scores.score(i, ofClass) >= threshold)
        .mapToDouble(i -> weights[i])
        .sum();
  }

  @Test
  void aPointSaysWhatBecomesOfAllRowsThatReachItsThreshold() {
    Random random = new Random(7);
    for (int trial = 0; trial < 300; trial++) {
      int k = 2 + random.nextInt(3);
      Scores scores = Scores.of(Copying.of(Output.softmax(k)), random(random, k));
      for (int c = 0; c < k; c++) {
        double all = weight(scores, c, Double.NEGATIVE_INFINITY, true);
        double before = 0;
        double average = 0;
        double highest = Double.POSITIVE_INFINITY;
        PrecisionRecallCurve curve = PrecisionRecallCurve.of(scores, c);
        for (PrecisionRecallPoint point : curve.points()) {
          double found = weight(scores, c, point.threshold(), true);
          double falsely = weight(scores, c, point.threshold(), false);
          // Sums of up to 43 weights of 0 to 2.
          assertEquals(found / all, point.recall(), 1e-14);
          assertEquals(found / (found + falsely), point.precision(), 1e-14);
          assertTrue(point.threshold() < highest);
          highest = point.threshold();
          average += (point.recall() - before) * point.precision();
          before = point.recall();
        }
        assertEquals(1, before);
        assertEquals(average, curve.averagePrecision(), 1e-14);
        assertEquals(curve.averagePrecision(), Metric.averagePrecision().ofClass(c).of(scores));
      }
    }
  }

  @Test
  void netInputsOfInfinityAreTheFirstAndTheLast() {
    Perceptron huge = Perceptron.of(new double[] {1e308}, 0, Activation.identity());
    Dataset data = rows(new double[] {10, -10, 10, 0}, 1, 1, 0, 1);
    assertEquals(
        List.of(
            new PrecisionRecallPoint(Double.POSITIVE_INFINITY, 0.5, 1.0 / 3),
            new PrecisionRecallPoint(0, 2.0 / 3, 2.0 / 3),
            new PrecisionRecallPoint(Double.NEGATIVE_INFINITY, 0.75, 1)),
        PrecisionRecallCurve.of(huge, data).points());
  }

  @Test
  void withoutOtherRowsEveryPrecisionIsOne() {
    PrecisionRecallCurve curve = PrecisionRecallCurve.of(NUMBER, rows(new double[] {3, 1}, 1, 1));
    assertEquals(
        List.of(new PrecisionRecallPoint(3, 1, 0.5), new PrecisionRecallPoint(1, 1, 1)),
        curve.points());
    assertEquals(1, curve.averagePrecision());
  }

  @Test
  void zeroHasNoSign() {
    Dataset data = rows(new double[] {-0.0, 0.0}, 1, 0);
    assertEquals(
        List.of(new PrecisionRecallPoint(0.0, 0.5, 1)),
        PrecisionRecallCurve.of(NUMBER, data).points());
  }

  @Test
  void oneKindOfRowMayWeighNextToNothingBesideTheOther() {
    Dataset data = rows(new double[] {2, 1, 1}, 1, 0, 1);
    Dataset rare = data.withWeights(1e-200, 1e200, 1e-200);
    assertEquals(
        List.of(new PrecisionRecallPoint(2, 1, 0.5), new PrecisionRecallPoint(1, 0, 1)),
        PrecisionRecallCurve.of(NUMBER, rare).points());
    assertEquals(0.5, Metric.averagePrecision().of(NUMBER, rare));
    Dataset common = data.withWeights(1e200, 1e-200, 1e200);
    assertEquals(1, Metric.averagePrecision().of(NUMBER, common));
    // The precision at z = 1 is 2e-10/(1 + 2e-10), 4e-20 less than 2e-10.
    Dataset both = data.withWeights(1e-10, 1, 1e-10);
    assertEquals(0.5 + 0.5 * 2e-10, Metric.averagePrecision().of(NUMBER, both), 1e-16);
  }

  @Test
  void whatCannotBeDrawnIsRefused() {
    assertEquals(
        "data must have rows of class 1 for its precision and recall, but all have target 0.0",
        Rejected.message(() -> PrecisionRecallCurve.of(NUMBER, ROWS.select(0, 1, 2))));
    Dataset three = Copying.rows(3, new double[] {0, 2, 2}, new double[] {0, 1, 2});
    assertEquals(
        "data must have rows of class 1 for its precision and recall, but have none of it",
        Rejected.message(() -> PrecisionRecallCurve.of(Copying.ofClasses(3), three, 1)));
    assertEquals(
        "classes must be two for one of them to be the positive one, but are 3; say of which class,"
            + " as in PrecisionRecallCurve.of(model, data, 0)",
        assertThrows(
                IllegalStateException.class,
                () -> PrecisionRecallCurve.of(Copying.ofClasses(3), three))
            .getMessage());
    assertEquals(
        "ofClass must be from 0 to 1, but was 2",
        assertThrows(
                IndexOutOfBoundsException.class, () -> PrecisionRecallCurve.of(NUMBER, ROWS, 2))
            .getMessage());
    assertEquals(
        "scores must not be null",
        assertThrows(NullPointerException.class, () -> PrecisionRecallCurve.of((Scores) null))
            .getMessage());
  }

  @Test
  void pointsAreSharesAndTheirListCannotBeWrittenTo() {
    List<PrecisionRecallPoint> points = PrecisionRecallCurve.of(NUMBER, ROWS).points();
    assertThrows(UnsupportedOperationException.class, () -> points.remove(0));
    assertEquals(
        "precision must be in [0.0, 1.0], but was NaN",
        Rejected.message(() -> new PrecisionRecallPoint(0, Double.NaN, 0)));
    assertEquals(
        "recall must be in [0.0, 1.0], but was 1.5",
        Rejected.message(() -> new PrecisionRecallPoint(0, 0, 1.5)));
    assertEquals(
        "threshold must be in [-Infinity, Infinity], but was NaN",
        Rejected.message(() -> new PrecisionRecallPoint(Double.NaN, 0, 0)));
  }
}
