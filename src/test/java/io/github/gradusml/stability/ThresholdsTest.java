package io.github.gradusml.stability;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.data.Dataset;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where divergence, oscillation and a dominant feature begin, to the last bit. */
class ThresholdsTest {
  private static void assertNone(Optional<?> found) {
    assertEquals(Optional.empty(), found);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 8, 0x1p100})
  void aWeightMayBe1e100TimesItsUsualSizeAndNoMore(double size) {
    double largest = 1e100 * size; // exact
    assertNone(Symptoms.ofWeights(new double[] {0, largest, -largest}, size));
    for (double weight : new double[] {Math.nextUp(largest), -Math.nextUp(largest)}) {
      assertTrue(Symptoms.ofWeights(new double[] {0, weight, 0}, size).isPresent(), weight + "");
    }
  }

  @Test
  void noWeightMayBeAbove1e300() {
    assertNone(Symptoms.ofWeights(new double[] {1e300}, 1e250));
    assertTrue(Symptoms.ofWeights(new double[] {Math.nextUp(1e300)}, 1e250).isPresent());
  }

  @Test
  void theUsualSizeOfWeightsIsTheLargestTargetOverTheSmallestFeature() {
    Dataset rows = Dataset.of(new double[][] {{0.25, 0}, {0.25, 8}}, new double[] {3, -16});
    assertEquals(64, FeatureScales.of(rows).sizeOfWeights());
    Dataset large = Dataset.of(new double[][] {{100}}, new double[] {0.5});
    assertEquals(1, FeatureScales.of(large).sizeOfWeights());
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void noWeightMayBeWithoutANumber(double weight) {
    assertEquals(
        Optional.of("a weight became " + weight), Symptoms.ofWeights(new double[] {1, weight}, 1));
  }

  @Test
  void anObjectiveMayBeAMillionTimesTheUsualOneAndNoMore() {
    assertNone(Symptoms.ofObjective(3e6, 3)); // 3·10⁶ is exact
    assertTrue(Symptoms.ofObjective(Math.nextUp(3e6), 3).isPresent());
    assertNone(Symptoms.ofObjective(0, 0));
    assertTrue(Symptoms.ofObjective(Double.MIN_VALUE, 0).isPresent());
    assertNone(Symptoms.ofObjective(-5, 0));
  }

  @Test
  void anObjectiveThatIsInfiniteOrNaNIsNeverUsual() {
    assertNone(Symptoms.ofObjective(Double.MAX_VALUE, 1e305));
    assertEquals(
        Optional.of("the objective became Infinity"),
        Symptoms.ofObjective(Double.POSITIVE_INFINITY, 1e305));
    assertEquals(Optional.of("the objective became NaN"), Symptoms.ofObjective(Double.NaN, 1e305));
  }

  /** Epochs of which only the last five are looked at, where there are nine or ten. */
  private static double[] epochs(int first, double... late) {
    double[] all = new double[first + late.length];
    Arrays.fill(all, 0, first, 100);
    System.arraycopy(late, 0, all, first, late.length);
    return all;
  }

  @Test
  void anObjectiveRoseThatEndsAboveAllItBeganWithAndAboveAMultipleOfItsLowest() {
    assertEquals(
        Optional.of("the objective rose to 9.00, from 2.00 at its lowest"),
        Symptoms.ofEnd(9, 8, 2, 4));
    assertNone(Symptoms.ofEnd(9, 9, 2, 4));
    assertTrue(Symptoms.ofEnd(Math.nextUp(8.0), 7, 2, 4).isPresent());
    assertNone(Symptoms.ofEnd(8, 7, 2, 4));
    assertNone(Symptoms.ofEnd(Double.NaN, 7, 2, 4));
  }

  @Test
  void anOscillationIsSeenFromTenEpochsOn() {
    assertEquals(
        Optional.of(new Oscillation(5, 10, 20, 1)),
        Oscillation.in(epochs(5, 20, 10, 20, 10, 20), 1));
    assertNone(Oscillation.in(epochs(4, 20, 10, 20, 10, 20), 1));
  }

  @Test
  void itsHighestIsATwentiethAboveItsLowest() {
    double above = Math.nextUp(20.0);
    assertTrue(Oscillation.in(epochs(5, 21, 20, 21, 20, 21), 1).isPresent());
    assertNone(Oscillation.in(epochs(5, 21, above, 21, above, 21), 1));
  }

  /** Rises by 1 and falls by 9 in all, or by a little more. */
  @Test
  void aTenthOfAllChangeIsARise() {
    assertTrue(Oscillation.in(epochs(5, 20, 21, 12, 12, 12), 1).isPresent());
    assertNone(Oscillation.in(epochs(5, 20, 21, 12 - 1e-13, 12 - 1e-13, 12 - 1e-13), 1));
  }

  /** Falls by 1 and rises by 9 in all, or by a little more. */
  @Test
  void andATenthIsAFall() {
    assertTrue(Oscillation.in(epochs(5, 12, 21, 20, 20, 20), 1).isPresent());
    assertNone(Oscillation.in(epochs(5, 12 - 1e-13, 21, 20, 20, 20), 1));
  }

  @Test
  void itsMedianIsAboveTheObjectiveOfWeightsZero() {
    double[] swinging = epochs(5, 20, 10, 15, 10, 20);
    assertNone(Oscillation.in(swinging, 15));
    assertTrue(Oscillation.in(swinging, Math.nextDown(15.0)).isPresent());
  }

  @Test
  void whatNeverChangesDoesNotOscillate() {
    assertNone(Oscillation.in(epochs(5, 20, 20, 20, 20, 20), 1));
  }

  private static Optional<DominantFeature> dominant(double... sizes) {
    return FeatureScales.of(Dataset.of(new double[][] {sizes}, new double[1])).dominant();
  }

  @Test
  void aFeatureDominatesAboveTenTimesTheMedianOne() {
    double above = Math.nextUp(10.0);
    assertNone(dominant(1, 10, 1));
    assertEquals(Optional.of(new DominantFeature("x1", above, 1)), dominant(1, above, 1));
    assertNone(dominant(0.25, 2.5, 0.25));
    assertTrue(dominant(0.25, Math.nextUp(2.5), 0.25).isPresent());
  }

  @Test
  void orAboveTenTimesTheInputOfTheBias() {
    assertNone(dominant(5, 10, 5));
    assertTrue(dominant(5, Math.nextUp(10.0), 5).isPresent());
  }

  @Test
  void aFeatureNoLargerThanOneDominatesNone() {
    assertNone(dominant(0.01, 1, 0.01));
    assertTrue(dominant(0.01, Math.nextUp(1.0), 0.01).isPresent());
  }

  private static Dataset numbered(int rows) {
    double[][] x = new double[rows][1];
    Arrays.setAll(x, i -> new double[] {i});
    return Dataset.of(x, new double[rows]);
  }

  @Test
  void upTo1024RowsAreLookedAtAndOfMoreASample() {
    assertEquals(1024, FeatureScales.of(numbered(1024)).sample().length);
    int[] more = FeatureScales.of(numbered(1025)).sample();
    assertEquals(1024, more.length);
    assertEquals(1023, more[1023]);
  }

  @Test
  void theSampleIsEvenlySpaced() {
    int[] expected = new int[1024];
    Arrays.setAll(expected, k -> 3 * k);
    assertArrayEquals(expected, FeatureScales.of(numbered(3 * 1024)).sample());
  }

  /** A few heavy rows may be all that counts. */
  @Test
  void rowsWithWeightsAreAllLookedAt() {
    double[] weights = new double[2000];
    Arrays.fill(weights, 1);
    Dataset weighted = numbered(2000).withWeights(weights);
    assertEquals(2000, FeatureScales.of(weighted).sample().length);
  }

  @Test
  void onlyTheProportionsOfWeightsMatter() {
    Dataset rows = numbered(10);
    double[] weights = new double[10];
    Arrays.fill(weights, 1000);
    assertEquals(
        FeatureScales.of(rows).meanSquaredRow(),
        FeatureScales.of(rows.withWeights(weights)).meanSquaredRow());
  }
}
