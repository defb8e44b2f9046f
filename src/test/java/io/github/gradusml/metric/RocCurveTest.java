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

class RocCurveTest {
  private static final Perceptron NUMBER =
      Perceptron.of(new double[] {1}, 0, Activation.identity());

  private static final double INFINITY = Double.POSITIVE_INFINITY;

  /** The rows of {@link ClassReferenceTest}; i = np.arange(60), z = ((i*7)%13 − 6)/2. */
  private static Dataset rows() {
    double[][] x =
        IntStream.range(0, 60)
            .mapToObj(i -> new double[] {(i * 7 % 13 - 6) / 2.0})
            .toArray(double[][]::new);
    double[] y = IntStream.range(0, 60).mapToDouble(i -> i % 6 < 3 ? 0 : 1).toArray();
    return Dataset.of(x, y);
  }

  private static double[] each(RocCurve curve, ToDoubleFunction<RocPoint> number) {
    return curve.points().stream().mapToDouble(number).toArray();
  }

  private static double[] thirtieths(double... counts) {
    return IntStream.range(0, counts.length).mapToDouble(k -> counts[k] / 30).toArray();
  }

  /**
   * fpr, tpr, thresholds = roc_curve(y, z, drop_intermediate=False), scikit-learn 1.2.1, whose
   * first threshold is max(z) + 1 in place of +∞.
   */
  @Test
  void thePointsAreThoseOfScikitLearn() {
    RocCurve curve = RocCurve.of(NUMBER, rows());
    assertArrayEquals(
        new double[] {INFINITY, 3, 2.5, 2, 1.5, 1, 0.5, 0, -0.5, -1, -1.5, -2, -2.5, -3},
        each(curve, RocPoint::threshold));
    assertArrayEquals(
        thirtieths(0, 3, 4, 6, 9, 11, 13, 16, 18, 19, 22, 25, 27, 30),
        each(curve, RocPoint::falsePositiveRate));
    assertArrayEquals(
        thirtieths(0, 1, 4, 7, 9, 12, 15, 16, 18, 21, 23, 25, 28, 30),
        each(curve, RocPoint::truePositiveRate));
    // roc_auc_score(y, z)
    assertEquals(0.5166666666666667, curve.area(), 1e-15);
    assertEquals("RocCurve(14 points, area " + curve.area() + ")", curve.toString());
  }

  /** The same with sample_weight=(i%4)/2, and auc(fpr, tpr). */
  @Test
  void thePointsOfWeightedRowsAreThoseOfScikitLearn() {
    double[] weights = IntStream.range(0, 60).mapToDouble(i -> i % 4 / 2.0).toArray();
    RocCurve curve = RocCurve.of(NUMBER, rows().withWeights(weights));
    double[] fpr = {
      0, 0.075, 0.075, 0.15, 0.275, 0.4, 0.475, 0.55, 0.575, 0.575, 0.7, 0.825, 0.925, 1
    };
    double[] tpr = {0, 0.06, 0.18, 0.3, 0.34, 0.42, 0.5, 0.56, 0.66, 0.78, 0.84, 0.86, 0.94, 1};
    // A quotient of sums of halves, rounded once.
    assertArrayEquals(fpr, each(curve, RocPoint::falsePositiveRate), 1e-15);
    assertArrayEquals(tpr, each(curve, RocPoint::truePositiveRate), 1e-15);
    assertEquals(0.5675, curve.area(), 1e-15);
  }

  private static double trapezoids(List<RocPoint> points) {
    double area = 0;
    for (int k = 1; k < points.size(); k++) {
      RocPoint from = points.get(k - 1);
      RocPoint to = points.get(k);
      assertTrue(to.threshold() < from.threshold() || k == 1);
      assertTrue(to.falsePositiveRate() >= from.falsePositiveRate());
      assertTrue(to.truePositiveRate() >= from.truePositiveRate());
      area +=
          (to.falsePositiveRate() - from.falsePositiveRate())
              * (to.truePositiveRate() + from.truePositiveRate())
              / 2;
    }
    return area;
  }

  @Test
  void theTrapezoidsBelowThePointsAreTheAreaOfTheMetric() {
    Random random = new Random(5);
    for (int trial = 0; trial < 500; trial++) {
      int n = 2 + random.nextInt(40);
      double[][] x = new double[n][1];
      double[] y = new double[n];
      double[] weights = new double[n];
      double unit = Math.scalb(1.0, random.nextInt(1900) - 1000);
      for (int i = 0; i < n; i++) {
        x[i][0] = random.nextInt(8) - 4;
        y[i] = i == 0 ? 1 : i == 1 ? 0 : random.nextInt(2);
        weights[i] = unit * (i < 2 ? 1 : random.nextInt(3));
      }
      Dataset data = Dataset.of(x, y).withWeights(weights);
      RocCurve curve = RocCurve.of(NUMBER, data);
      assertEquals(Metric.rocAuc().of(NUMBER, data), curve.area());
      assertEquals(curve.area(), trapezoids(curve.points()), 1e-14);
      RocPoint last = curve.points().get(curve.points().size() - 1);
      assertEquals(1, last.falsePositiveRate());
      assertEquals(1, last.truePositiveRate());
    }
  }

  /** Of these weights 0.5·0.7 + 0.3·0.7 + … is rounded to more than 0.7·(0.5 + 0.3 + …). */
  @Test
  void noAreaIsLargerThanOne() {
    double[][] x = {{5}, {4}, {3}, {2}, {1}};
    Dataset data = Dataset.of(x, new double[] {1, 0, 0, 0, 0}).withWeights(0.7, 0.5, 0.3, 0.2, 0.9);
    assertEquals(1, RocCurve.of(NUMBER, data).area());
  }

  /** roc_auc_score(y == 0, -z); the order of all rows turned round. */
  @Test
  void theCurveOfClassZeroHasTheSameArea() {
    RocCurve curve = RocCurve.of(NUMBER, rows(), 0);
    assertEquals(0.5166666666666667, curve.area(), 1e-15);
    assertEquals(3, curve.points().get(1).threshold(), "the smallest z is −3");
    assertEquals(RocCurve.of(NUMBER, rows()).points(), RocCurve.of(NUMBER, rows(), 1).points());
  }

  /** The share of the rows whose score reaches a threshold. */
  private static double share(Scores scores, int ofClass, double threshold, boolean isOfClass) {
    int[] rows =
        IntStream.range(0, scores.rows())
            .filter(i -> scores.target(i) == ofClass == isOfClass)
            .toArray();
    long taken = IntStream.of(rows).filter(i -> scores.score(i, ofClass) >= threshold).count();
    return (double) taken / rows.length;
  }

  @Test
  void aClassOfSeveralIsToldFromTheRest() {
    Dataset data = SeveralClassesReferenceTest.rows(5);
    for (Output output :
        List.of(Output.softmax(5), Output.oneVersusRest(5, Activation.identity()))) {
      Scores scores = Scores.of(Copying.of(output), data);
      for (int c = 0; c < 5; c++) {
        RocCurve curve = RocCurve.of(Copying.of(output), data, c);
        for (RocPoint point : curve.points()) {
          double falsely = share(scores, c, point.threshold(), false);
          assertEquals(falsely, point.falsePositiveRate());
          assertEquals(share(scores, c, point.threshold(), true), point.truePositiveRate());
        }
        assertEquals(curve.area(), trapezoids(curve.points()), 1e-14);
      }
    }
  }

  @Test
  void ofSeveralClassesOneMustBeNamed() {
    Dataset data = SeveralClassesReferenceTest.rows(3);
    assertEquals(
        "classes must be two for one of them to be the positive one, but are 3; say of which class,"
            + " as in RocCurve.of(model, data, 0)",
        assertThrows(IllegalStateException.class, () -> RocCurve.of(Copying.ofClasses(3), data))
            .getMessage());
    assertEquals(
        "ofClass must be from 0 to 2, but was -1",
        assertThrows(
                IndexOutOfBoundsException.class, () -> RocCurve.of(Copying.ofClasses(3), data, -1))
            .getMessage());
  }

  @Test
  void itCannotBeWrittenToAndNeedsBothClasses() {
    List<RocPoint> points = RocCurve.of(NUMBER, rows()).points();
    assertThrows(UnsupportedOperationException.class, () -> points.remove(0));
    assertEquals(
        "data must have rows of both classes for the ROC AUC, but all have target 0.0",
        Rejected.message(() -> RocCurve.of(NUMBER, rows().select(0, 1, 2))));
    assertEquals(
        "falsePositiveRate must be in [0.0, 1.0], but was NaN",
        Rejected.message(() -> new RocPoint(0, Double.NaN, 0)));
    assertEquals(
        "truePositiveRate must be in [0.0, 1.0], but was 1.5",
        Rejected.message(() -> new RocPoint(0, 0, 1.5)));
    assertEquals(
        "threshold must be in [-Infinity, Infinity], but was NaN",
        Rejected.message(() -> new RocPoint(Double.NaN, 0, 0)));
  }
}
