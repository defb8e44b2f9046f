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
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReliabilityCurveTest {
  private static final double[] P = {0, 0.05, 0.3, 0.35, 0.39, 0.7, 0.9, 1, 1, 1};
  private static final double[] Y = {0, 1, 0, 0, 1, 1, 1, 1, 1, 0};

  private static Dataset rows(double... y) {
    return Dataset.of(new double[y.length][1], y);
  }

  /** Of the net inputs ln(p/(1 − p)), whose sigmoids are p but for rounding. */
  private static Scores scores(double[] p, Dataset rows) {
    double[] z = Arrays.stream(p).map(v -> Math.log(v / (1 - v))).toArray();
    return Scores.ofNetInputs(Output.of(Activation.sigmoid()), z, rows);
  }

  private static double[] each(ReliabilityCurve curve, ToDoubleFunction<ReliabilityBin> number) {
    return curve.bins().stream().mapToDouble(number).toArray();
  }

  @Test
  void binsOfEqualWidthHaveTheirMeansAndShares() {
    ReliabilityCurve curve = ReliabilityCurve.of(scores(P, rows(Y))).withBins(5);
    // Places of bins without rounding: 0.7 is in [0.6, 0.8).
    assertArrayEquals(new double[] {0, 0.2, 0.6, 0.8}, each(curve, ReliabilityBin::from), 1e-15);
    assertArrayEquals(new double[] {0.2, 0.4, 0.8, 1}, each(curve, ReliabilityBin::to), 1e-15);
    double[] means = {0.025, 1.04 / 3, 0.7, 3.9 / 4};
    // A few roundings of numbers up to 1.
    assertArrayEquals(means, each(curve, ReliabilityBin::meanProbability), 1e-15);
    double[] shares = {0.5, 1 / 3.0, 1, 0.75};
    assertArrayEquals(shares, each(curve, ReliabilityBin::observedShare), 1e-15);
    assertArrayEquals(new double[] {0.2, 0.3, 0.1, 0.4}, each(curve, ReliabilityBin::share), 1e-15);
    assertArrayEquals(new double[] {2, 3, 1, 4}, each(curve, ReliabilityBin::rows));
    double[] errors = {
      Math.sqrt(0.05 * 0.95) / 2,
      Math.sqrt(0.3 * 0.7 + 0.35 * 0.65 + 0.39 * 0.61) / 3,
      Math.sqrt(0.7 * 0.3),
      Math.sqrt(0.9 * 0.1) / 4
    };
    assertArrayEquals(errors, each(curve, ReliabilityBin::standardError), 1e-15);
    double error = 0.2 * 0.475 + 0.3 * (1.04 / 3 - 1 / 3.0) + 0.1 * 0.3 + 0.4 * 0.225;
    assertEquals(error, curve.expectedError(), 1e-15);
    double chance = 0.2 * errors[0] + 0.3 * errors[1] + 0.1 * errors[2] + 0.4 * errors[3];
    assertEquals(Math.sqrt(2 / Math.PI) * chance, curve.errorByChance(), 1e-15);
  }

  @Test
  void binsOfEqualCountsKeepTiesTogetherAndLeaveNoGap() {
    ReliabilityCurve curve = ReliabilityCurve.of(scores(P, rows(Y))).withEqualCounts(5);
    assertArrayEquals(new double[] {2, 2, 2, 1, 3}, each(curve, ReliabilityBin::rows));
    double[] from = each(curve, ReliabilityBin::from);
    assertArrayEquals(new double[] {0, 0.3, 0.39, 0.9, 1}, from, 1e-15);
    double[] to = each(curve, ReliabilityBin::to);
    assertArrayEquals(Arrays.copyOfRange(from, 1, 5), Arrays.copyOf(to, 4));
    assertEquals(1, to[4]);
    assertEquals(1, curve.withEqualCounts(1).bins().size());
    assertEquals(8, curve.withEqualCounts(10_000).bins().size(), "as many as different ones");
  }

  @Test
  void tenBinsUnlessSaidOtherwise() {
    ReliabilityCurve curve = ReliabilityCurve.of(scores(P, rows(Y)));
    assertEquals(curve.bins(), curve.withEqualCounts(3).withBins(10).bins());
    assertEquals(0.1, curve.bins().get(0).to());
  }

  @ParameterizedTest
  @CsvSource({"1", "7", "10", "49", "100", "10000"})
  void everyRowIsInTheBinThatItsProbabilityIsIn(int number) {
    double[] p = IntStream.rangeClosed(0, 100).mapToDouble(i -> i / 100.0).toArray();
    Scores scores = scores(p, rows(Arrays.stream(p).map(Math::rint).toArray()));
    ReliabilityCurve curve = ReliabilityCurve.of(scores).withBins(number);
    int rows = 0;
    for (ReliabilityBin bin : curve.bins()) {
      for (int i = 0; i < p.length; i++) {
        double own = scores.probabilities(i)[1];
        rows += own >= bin.from() && (own < bin.to() || bin.to() == 1) ? 1 : 0;
      }
    }
    assertEquals(101, rows);
    assertEquals(101, curve.bins().stream().mapToInt(ReliabilityBin::rows).sum());
  }

  @Test
  void aWeightOfTwoIsARowTwiceAndOfZeroNone() {
    double[] weights = {2, 0, 1, 1, 2, 1, 1, 1, 1, 1};
    Dataset weighted = rows(Y).withWeights(weights);
    ReliabilityCurve curve = ReliabilityCurve.of(scores(P, weighted));
    double[] p = {0, 0, 0.3, 0.35, 0.39, 0.39, 0.7, 0.9, 1, 1, 1};
    double[] y = {0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 0};
    ReliabilityCurve twice = ReliabilityCurve.of(scores(p, rows(y)));
    assertEquals(twice.expectedError(), curve.expectedError(), 1e-15);
    double[] shares = each(twice, ReliabilityBin::share);
    assertArrayEquals(shares, each(curve, ReliabilityBin::share), 1e-15);
    assertEquals(9, curve.bins().stream().mapToInt(ReliabilityBin::rows).sum());
    // One row that counts twice scatters more than two rows do.
    assertTrue(curve.bins().get(1).standardError() > twice.bins().get(1).standardError());
  }

  @Test
  void hugeAndTinyWeightsAreAddedUp() {
    for (double weight : new double[] {Double.MAX_VALUE, 1e-320}) {
      double[] weights = new double[10];
      Arrays.fill(weights, weight);
      ReliabilityCurve curve = ReliabilityCurve.of(scores(P, rows(Y).withWeights(weights)));
      // 1e-320 has three digits, which are the same for all rows.
      assertEquals(
          ReliabilityCurve.of(scores(P, rows(Y))).expectedError(), curve.expectedError(), 1e-15);
    }
  }

  /** Of probabilities that are right, the error is what chance gives; of others it is more. */
  @Test
  void rightProbabilitiesAreOffByChanceAlone() {
    Random random = new Random(1);
    int n = 20_000;
    double[] p = random.doubles(n).toArray();
    double[] y = Arrays.stream(p).map(v -> random.nextDouble() < v ? 1 : 0).toArray();
    ReliabilityCurve right = ReliabilityCurve.of(scores(p, rows(y)));
    // The mean of ten |x| scatters by √(1 − 2/π)/√10 = 0.19 of a mean of 0.80: four of them.
    assertEquals(right.errorByChance(), right.expectedError(), right.errorByChance());
    double[] sure = Arrays.stream(p).map(v -> v * v / (v * v + (1 - v) * (1 - v))).toArray();
    ReliabilityCurve wrong = ReliabilityCurve.of(scores(sure, rows(y)));
    assertTrue(wrong.expectedError() > 5 * wrong.errorByChance(), wrong.toString());
  }

  @Test
  void thoseOfTheOtherClassAreTheMirrorImage() {
    Scores scores = scores(P, rows(Y));
    ReliabilityCurve one = ReliabilityCurve.of(scores, 1);
    ReliabilityCurve zero = ReliabilityCurve.of(scores, 0).withBins(1);
    assertEquals(ReliabilityCurve.of(scores).bins(), one.bins());
    ReliabilityBin all = one.withBins(1).bins().get(0);
    assertEquals(1 - all.meanProbability(), zero.bins().get(0).meanProbability(), 1e-15);
    assertEquals(1 - all.observedShare(), zero.bins().get(0).observedShare(), 1e-15);
  }

  @Test
  void oneClassOfSeveralAgainstTheOthers() {
    double[] z = {1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 1, 0};
    Scores scores = Scores.ofNetInputs(Output.softmax(3), z, rows(0, 1, 2, 2));
    ReliabilityCurve curve = ReliabilityCurve.of(scores, 2).withBins(1);
    double mean = IntStream.range(0, 4).mapToDouble(i -> scores.probabilities(i)[2]).sum() / 4;
    assertEquals(mean, curve.bins().get(0).meanProbability(), 1e-15);
    assertEquals(0.5, curve.bins().get(0).observedShare());
    String message =
        assertThrows(IllegalStateException.class, () -> ReliabilityCurve.of(scores)).getMessage();
    assertTrue(
        message.endsWith("say of which class, as in ReliabilityCurve.of(scores, 0)"), message);
  }

  @Test
  void oneRowAndOneClassHaveACurve() {
    ReliabilityCurve one = ReliabilityCurve.of(scores(new double[] {0.25}, rows(1)));
    assertEquals(1, one.bins().size());
    assertEquals(0.75, one.expectedError(), 1e-15);
    assertEquals(
        "ReliabilityCurve(1 bin, expected calibration error 0.750, by chance 0.35)",
        one.toString());
  }

  @Test
  void aStepHasProbabilitiesOfZeroAndOneThatLeaveNothingToChance() {
    Perceptron step = Perceptron.of(new double[] {1}, 0, Activation.step());
    Dataset rows = Dataset.of(new double[][] {{-1}, {2}, {3}}, new double[] {0, 0, 1});
    ReliabilityCurve curve = ReliabilityCurve.of(step, rows);
    assertEquals(
        List.of(0.0, 0.0), curve.bins().stream().map(ReliabilityBin::standardError).toList());
    assertEquals(1 / 3.0, curve.expectedError(), 1e-15);
    assertEquals(curve.bins(), ReliabilityCurve.of(step, rows, 1).bins());
  }

  @Test
  void refusesWhatHasNoProbabilitiesAndNoBins() {
    Scores margins =
        Scores.ofNetInputs(Output.of(Activation.identity()), new double[] {1, 2}, rows(0, 1));
    assertThrows(IllegalStateException.class, () -> ReliabilityCurve.of(margins));
    ReliabilityCurve curve = ReliabilityCurve.of(scores(P, rows(Y)));
    assertEquals("number must be at least 1, but was 0", Rejected.message(() -> curve.withBins(0)));
    assertEquals(
        "number must be at most 10000, but was 10001",
        Rejected.message(() -> curve.withEqualCounts(10_001)));
    assertThrows(IndexOutOfBoundsException.class, () -> ReliabilityCurve.of(scores(P, rows(Y)), 2));
    Scores infinite =
        Scores.ofNetInputs(
            Output.softmax(2),
            new double[] {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 0, 0},
            rows(0, 1));
    assertEquals(
        0.5, ReliabilityCurve.of(infinite, 0).bins().get(0).meanProbability(), "or a refusal");
  }
}
