package io.github.gradusml.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Balanced classes of rows that have weights, and weights of any size. */
class WeightsOfRowsTest {
  private static Dataset targets(double... y) {
    return Dataset.of(new double[y.length][1], y);
  }

  private static double[] weights(Dataset data) {
    return IntStream.range(0, data.rows()).mapToDouble(data::weight).toArray();
  }

  @Test
  void balancingMultipliesTheWeightsThatRowsHave() {
    Dataset balanced = targets(0, 0, 0, 1).withWeights(1, 2, 3, 2).withBalancedClasses();
    // S = 8, k = 2; S₀ = 6, S₁ = 2: factors ⅔ and 2.
    assertArrayEquals(new double[] {2.0 / 3, 4.0 / 3, 2, 4}, weights(balanced), 1e-15);
    assertArrayEquals(weights(balanced), weights(balanced.withBalancedClasses()), 1e-15);
  }

  @Test
  void balancingCountsWeightsAndNotRows() {
    Dataset twice = targets(0, 0, 0, 1).withWeights(1, 1, 2, 1).withBalancedClasses();
    Dataset repeated = targets(0, 0, 0, 0, 1).withBalancedClasses();
    assertEquals(repeated.weight(0), twice.weight(0), 1e-15);
    assertEquals(2 * repeated.weight(0), twice.weight(2), 1e-15);
    assertEquals(repeated.weight(4), twice.weight(3), 1e-15);
  }

  @Test
  void aClassWithoutWeightIsLeftOut() {
    Dataset balanced = targets(0, 1, 1, 2, 2).withWeights(1, 1, 2, 0, 0).withBalancedClasses();
    // S = 4, k = 2; S₀ = 1, S₁ = 3.
    assertArrayEquals(new double[] {2, 2.0 / 3, 4.0 / 3, 0, 0}, weights(balanced), 1e-15);
  }

  @Test
  void equalWeightsOfAnySizeAreBalancedAsNoneAre() {
    double[] expected = weights(targets(0, 0, 0, 1).withBalancedClasses());
    for (double unit : new double[] {1, 1e-200, 1e154, 5e-324, 8e307}) {
      double[] each = new double[4];
      Arrays.fill(each, unit);
      Dataset balanced = targets(0, 0, 0, 1).withWeights(each).withBalancedClasses();
      if (unit > 1e-300) { // below, a double has no room for 2/3 of it
        for (int i = 0; i < 4; i++) {
          assertEquals(expected[i], balanced.weight(i) / unit, 1e-15);
        }
      }
      assertArrayEquals(
          new double[] {1, 1, 1, 1}, targets(0, 0, 0, 1).withWeights(each).relativeWeights());
    }
  }

  @Test
  void minusZeroIsZero() {
    Dataset data = targets(-0.0, 0.0, -0.0, 1, 1, 1);
    assertArrayEquals(new double[] {0.0, 0.0, 0.0, 1, 1, 1}, data.targets());
    assertArrayEquals(new double[] {0.0, 1}, data.targetKinds());
    assertEquals(2, data.targetCounts().size());
    assertArrayEquals(new double[] {1, 1, 1, 1, 1, 1}, weights(data.withBalancedClasses()));
    assertArrayEquals(
        data.targets(), data.withTargets(new double[] {-0.0, 0, 0, 1, 1, 1}).targets());
    assertArrayEquals(new double[] {0.0, 0.0, 0.0, 2, 2, 2}, data.withTargets(-0.0, 2).targets());
    assertArrayEquals(
        new double[] {-2, -2, -2, 0.0, 0.0, 0.0}, data.withTargets(-2, -0.0).targets());
    assertEquals(4, Split.stratified(data, 0.67, 1).train().rows());
  }

  /** By exact sums they are as near to the mean of 1 as doubles can be. */
  @Test
  void relativeWeightsHaveMeanOneInOneOrderOfSummation() {
    double[] many = new Random(3).doubles(100_000).toArray();
    double[] relative = targets(new double[many.length]).withWeights(many).relativeWeights();
    double sum = 0;
    double lost = 0;
    for (double weight : relative) { // Neumaier's sum
      double next = sum + weight;
      lost += Math.abs(sum) >= weight ? sum - next + weight : weight - next + sum;
      sum = next;
    }
    assertEquals(1, (sum + lost) / many.length, 1e-15);
  }
}
