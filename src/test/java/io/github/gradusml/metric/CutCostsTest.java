package io.github.gradusml.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;
import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Costs of mistakes, wherever one cuts. */
class CutCostsTest {
  /** Predictions are net inputs. */
  private static final Output NUMBER = Output.of(Activation.identity()).withCut(3);

  static final MistakeCosts COSTS = MistakeCosts.of(1, 10);

  private static Scores scores(double[] z, double... y) {
    return Scores.ofNetInputs(NUMBER, z, Dataset.of(new double[y.length][1], y));
  }

  private static Scores weighted(double[] z, double[] y, double... s) {
    return Scores.ofNetInputs(NUMBER, z, Dataset.of(new double[y.length][1], y).withWeights(s));
  }

  private static double[] each(CutCosts costs, ToDoubleFunction<CutCost> number) {
    return costs.points().stream().mapToDouble(number).toArray();
  }

  /** Rows from the lowest prediction up: 0, 1, then a tie of 0 and 0, 1, 1. */
  static final Scores SIX = scores(new double[] {5, 1, 4, 2, 3, 3}, 1, 0, 1, 1, 0, 0);

  @Test
  void theCostsAreThoseByHand() {
    CutCosts costs = COSTS.byCut(SIX);
    assertArrayEquals(
        new double[] {1, 1.5, 2.5, 3.5, 4.5, Math.nextUp(5.0)}, each(costs, CutCost::cut));
    double[] falsePositives = {3, 2, 2, 0, 0, 0};
    double[] falseNegatives = {0, 0, 1, 1, 2, 3};
    for (int k = 0; k < 6; k++) {
      CutCost point = costs.points().get(k);
      assertEquals(falsePositives[k] / 6, point.falsePositiveShare());
      assertEquals(falseNegatives[k] / 6, point.falseNegativeShare());
      // Two products and a sum of numbers below 10.
      assertEquals((falsePositives[k] + 10 * falseNegatives[k]) / 6, point.mean(), 1e-15);
      assertEquals(point, costs.at(point.cut()));
    }
    assertEquals(1.5, costs.cheapest().cut());
    assertEquals(3, costs.usual().cut());
    assertEquals(12 / 6.0, costs.usual().mean(), 1e-15);
    assertEquals(12 / 6.0, COSTS.mean(SIX), 1e-15);
    assertTrue(costs.theoretical().isEmpty(), "such numbers are no probabilities");
    assertArrayEquals(new double[] {1, 2, 3, 4, 5}, costs.predictions());
    assertEquals(
        "CutCosts(cheapest cut 1.500: 0.3333 a row, usual cut 3.000: 2.000)", costs.toString());
  }

  @Test
  void theCutInTheoryIsWhereBothMistakesCostTheSame() {
    assertEquals(1 / 11.0, COSTS.cut(), 1e-17);
    assertEquals(0.5, MistakeCosts.of(3, 3).cut());
    assertEquals(1, MistakeCosts.of(1e150, 1e-150).cut(), 1e-15);
    double p = COSTS.cut();
    assertEquals(p * COSTS.falseNegative(), (1 - p) * COSTS.falsePositive(), 1e-15);
  }

  /** Of many rows whose probabilities are right, it is nearly the cheapest. */
  @Test
  void ofRightProbabilitiesTheCutInTheoryIsNearlyTheCheapest() {
    Scores scores = random(20_000, 1);
    CutCosts costs = COSTS.byCut(scores);
    CutCost theory = costs.theoretical().orElseThrow();
    assertEquals(costs.at(COSTS.cut()), theory);
    assertTrue(costs.cheapest().mean() <= theory.mean());
    // Around its lowest point a cost is flat: what chance leaves is below one part in a hundred.
    assertEquals(theory.mean(), costs.cheapest().mean(), 0.01 * theory.mean());
    assertEquals(0.5, costs.usual().cut());
  }

  static Scores random(int n, int seed) {
    Random random = new Random(seed);
    double[] z = random.doubles(n, -4, 4).toArray();
    double[] y =
        Arrays.stream(z)
            .map(v -> random.nextDouble() < Activation.sigmoid().value(v) ? 1 : 0)
            .toArray();
    return Scores.ofNetInputs(Output.of(Activation.sigmoid()), z, Dataset.of(new double[n][1], y));
  }

  @Test
  void ofSeveralCheapestTheNearestToTheUsualIsTaken() {
    Scores separated = scores(new double[] {1, 2, 2.5, 8}, 0, 0, 1, 1);
    assertEquals(2.25, COSTS.byCut(separated).cheapest().cut());
    // Cheapest are 1.5, between 1 and 2, and 6.5: 3 is nearer to the first.
    Scores two = scores(new double[] {1, 2, 5, 8}, 0, 1, 0, 1);
    assertEquals(1.5, MistakeCosts.of(1, 1).byCut(two).cheapest().cut());
    Scores other = two.withOutput(NUMBER.withCut(7));
    assertEquals(6.5, MistakeCosts.of(1, 1).byCut(other).cheapest().cut());
  }

  @Test
  void aWeightOfTwoIsARowTwiceAndOfZeroNone() {
    double[] z = {1, 2, 3, 4, 9};
    CutCosts costs = COSTS.byCut(weighted(z, new double[] {0, 1, 0, 1, 0}, 2, 1, 3, 1, 0));
    CutCosts twice = COSTS.byCut(scores(new double[] {1, 1, 2, 3, 3, 3, 4}, 0, 0, 1, 0, 0, 0, 1));
    assertArrayEquals(each(twice, CutCost::cut), each(costs, CutCost::cut));
    assertArrayEquals(each(twice, CutCost::mean), each(costs, CutCost::mean), 1e-15);
  }

  @Test
  void predictionsNextToEachOtherAndTheLargestOnesCanBeCutApart() {
    double next = Math.nextUp(1.0);
    CutCosts near = COSTS.byCut(scores(new double[] {1, next}, 0, 1));
    assertEquals(0, near.cheapest().mean());
    assertEquals(next, near.cheapest().cut());
    double[] ends = {Double.NEGATIVE_INFINITY, -Double.MAX_VALUE, 0, Double.POSITIVE_INFINITY};
    CutCosts far = COSTS.byCut(scores(ends, 0, 0, 1, 1));
    double[] cuts = {-Double.MAX_VALUE, -Double.MAX_VALUE / 2, Double.MAX_VALUE / 2};
    assertArrayEquals(cuts, each(far, CutCost::cut));
    assertEquals(0, far.points().get(1).mean());
  }

  @ParameterizedTest
  @CsvSource({"1e300, 1e299", "1e-300, 1e-10", "1.7e308, 1.7e308"})
  void costsMayBeHugeOrTiny(double falsePositive, double falseNegative) {
    MistakeCosts costs = MistakeCosts.of(falsePositive, falseNegative);
    CutCosts byCut = costs.byCut(SIX);
    assertTrue(Double.isFinite(byCut.points().get(0).mean()));
    ExpectedSaving saving = byCut.savingAt(1.5);
    double expected = falseNegative / 6; // one more is found, and no false alarm is new
    assertEquals(expected, saving.mean(), 1e-15 * expected);
  }

  @Test
  void targetsOfMinusOneAndOneAreClassesToo() {
    double[] z = {1, 2, 3, 4};
    assertEquals(
        COSTS.byCut(scores(z, 0, 1, 0, 1)).points(), COSTS.byCut(scores(z, -1, 1, -1, 1)).points());
  }

  static Stream<Arguments> rejected() {
    Scores three =
        Scores.ofNetInputs(
            Output.softmax(3), new double[6], Dataset.of(new double[2][1], new double[] {0, 2}));
    Scores two =
        Scores.ofNetInputs(
            Output.softmax(2), new double[4], Dataset.of(new double[2][1], new double[] {0, 1}));
    CutCosts costs = COSTS.byCut(SIX);
    String several =
        "classes must be two for costs of false positives and false negatives, but are 3";
    return Stream.of(
        Rejected.with(
            "falsePositive must be finite and > 0, but was 0.0", () -> MistakeCosts.of(0, 1)),
        Rejected.with(
            "falseNegative must be finite and > 0, but was NaN",
            () -> MistakeCosts.of(1, Double.NaN)),
        Rejected.with(
            "falsePositive/falseNegative must be in (1.0E-300, 1.0E300), but was Infinity",
            () -> MistakeCosts.of(1e200, 1e-200)),
        Rejected.with(several, () -> COSTS.byCut(three)),
        Rejected.with(several, () -> COSTS.mean(three)),
        Rejected.with(
            "scores must have one net input for a cut, but have 2; two classes take"
                + " Output.of(Activation.sigmoid()) as well",
            () -> COSTS.byCut(two)),
        Rejected.with(
            "scores must be of rows of both classes to cut between them, but all that count are of"
                + " class 1",
            () -> COSTS.byCut(scores(new double[] {1, 2}, 1, 1))),
        Rejected.with(
            "cut of the scores' output must be finite, but was NaN",
            () ->
                COSTS.byCut(
                    SIX.withOutput(NUMBER.fittedTo(Loss.squaredError(), new double[] {1, 2, 3})))),
        Rejected.with("cut must be finite, but was Infinity", () -> costs.at(1 / 0.0)),
        Rejected.with("cut must be finite, but was NaN", () -> costs.savingAt(0 / 0.0)),
        Rejected.with("parts must be at least 2, but was 1", () -> costs.saving(1, 0)),
        Rejected.with("parts must be at most 6, but was 7", () -> costs.saving(7, 0)),
        Rejected.with(
            "number of partOf must be at least 6, but was 2", () -> costs.savingByParts(1, 2)),
        Rejected.with(
            "partOf must have at least 2 different parts, but all rows that count are of part 4",
            () -> costs.savingByParts(4, 4, 4, 4, 4, 4)));
  }

  @ParameterizedTest
  @MethodSource
  void rejected(String message, Executable call) {
    assertEquals(message, Rejected.message(call));
  }

  @Test
  void aModelOfTwoOutputsHasAMeanCost() {
    Scores two =
        Scores.ofNetInputs(
            Output.softmax(2),
            new double[] {1, 0, 1, 0},
            Dataset.of(new double[2][1], new double[] {0, 1}));
    assertEquals(5, COSTS.mean(two));
    assertThrows(NullPointerException.class, () -> COSTS.mean(null));
  }
}
