package io.github.gradusml.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gradusml.Reference;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * F-β, balanced accuracy and Matthews' correlation against those of scikit-learn 1.2.1.
 *
 * <pre>{@code
 * i = np.arange(60)
 * y = np.where(i%6 < 3, 0, np.where(i%6 < 5, 1, 2))
 * p = (y + np.where((i*7)%5 < 2, 1, 0)*(1 + i%2)) % 3
 * w = (i%4)/2
 * }</pre>
 *
 * <p>For two classes, y and p are those above 0.
 */
class ClassReferenceTest {
  /** Sums of 60 numbers, and a few quotients. */
  private static final double TOLERANCE = 1e-14;

  private static final int[] I = IntStream.range(0, 60).toArray();
  private static final double[] Y = of(i -> i % 6 < 3 ? 0 : i % 6 < 5 ? 1 : 2);
  private static final double[] P = of(i -> (Y[i] + (i * 7 % 5 < 2 ? 1 : 0) * (1 + i % 2)) % 3);
  private static final double[] W = of(i -> i % 4 / 2.0);

  private static final Dataset THREE = Copying.rows(3, Y, P);
  private static final Dataset TWO = Copying.rows(2, positive(Y), positive(P));

  private static double[] of(java.util.function.IntToDoubleFunction function) {
    return Arrays.stream(I).mapToDouble(function).toArray();
  }

  private static double[] positive(double[] classes) {
    return Arrays.stream(classes).map(c -> c > 0 ? 1 : 0).toArray();
  }

  private static ConfusionMatrix matrix(int k, boolean weighted) {
    Dataset data = k == 2 ? TWO : THREE;
    return ConfusionMatrix.of(Copying.ofClasses(k), weighted ? data.withWeights(W) : data);
  }

  /** balanced_accuracy_score(y, p, sample_weight=w). */
  @ParameterizedTest
  @CsvSource({"3, false, 0.6", "3, true, 0.6", "2, false, 0.7333333333333334", "2, true, 0.72"})
  void balancedAccuracy(int k, boolean weighted, double expected) {
    assertEquals(expected, matrix(k, weighted).balancedAccuracy(), TOLERANCE);
  }

  /** matthews_corrcoef(y, p, sample_weight=w). */
  @ParameterizedTest
  @CsvSource({
    "3, false, 0.38751857821808217",
    "3, true, 0.3945739762763011",
    "2, false, 0.48420012470625223",
    "2, true, 0.45675013919556984"
  })
  void matthewsCorrelation(int k, boolean weighted, double expected) {
    assertEquals(expected, matrix(k, weighted).matthewsCorrelation(), TOLERANCE);
  }

  /** fbeta_score(y, p, beta=beta, average=None, sample_weight=w). */
  @ParameterizedTest
  @CsvSource({
    "0.5, false, 0.7627118644067796, 0.5172413793103449, 0.45454545454545453",
    "0.5, true, 0.7142857142857143, 0.5421686746987951, 0.5172413793103449",
    "1, false, 0.6923076923076923, 0.5454545454545454, 0.5",
    "1, true, 0.6666666666666665, 0.5625, 0.5454545454545454",
    "2, false, 0.6338028169014084, 0.5769230769230769, 0.5555555555555556",
    "2, true, 0.625, 0.5844155844155844, 0.5769230769230769"
  })
  void fBetaOfEachClass(double beta, boolean weighted, double zero, double one, double two) {
    ConfusionMatrix matrix = matrix(3, weighted);
    assertEquals(zero, matrix.fBeta(0, beta), TOLERANCE);
    assertEquals(one, matrix.fBeta(1, beta), TOLERANCE);
    assertEquals(two, matrix.fBeta(2, beta), TOLERANCE);
  }

  /** fbeta_score(y, p, beta=beta, sample_weight=w). */
  @ParameterizedTest
  @CsvSource({
    "0.5, false, 0.7142857142857143",
    "0.5, true, 0.7446808510638298",
    "2, false, 0.8227848101265822",
    "2, true, 0.8139534883720929"
  })
  void fBetaOfThePositiveClass(double beta, boolean weighted, double expected) {
    assertEquals(expected, matrix(2, weighted).fBeta(beta), TOLERANCE);
  }

  @Test
  void theMetricsSayWhatTheMatrixSays() {
    Reference reference = Reference.of("metrics/classification");
    double[][] x =
        Arrays.stream(reference.array("score"))
            .mapToObj(z -> new double[] {z})
            .toArray(double[][]::new);
    Dataset data = Dataset.of(x, reference.array("label"));
    Perceptron model = Perceptron.of(new double[] {1}, 0, Activation.sigmoid());
    assertEquals(
        reference.get("balanced_accuracy"), Metric.balancedAccuracy().of(model, data), 1e-12);
    assertEquals(reference.get("matthews"), Metric.matthewsCorrelation().of(model, data), 1e-12);
    assertEquals(Metric.f1().of(model, data), Metric.fBeta(1).of(model, data), 1e-15);
    assertEquals("F(β = 2.0)", Metric.fBeta(2).name());
    assertEquals(Metric.fBeta(2), Metric.fBeta(2));
    assertEquals("balanced accuracy", Metric.balancedAccuracy().toString());
    assertEquals("Matthews correlation", Metric.matthewsCorrelation().toString());
  }
}
