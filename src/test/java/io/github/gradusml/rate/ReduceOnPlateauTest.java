package io.github.gradusml.rate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What a rate that looks at the loss does with it. */
class ReduceOnPlateauTest {
  private static final LearningRate START =
      LearningRate.reduceOnPlateau(LearningRate.constant(8), 0.5, 2);

  @Test
  void halvesAfterEachTwoEpochsWithoutImprovement() {
    // Best 5, then 6 and 5 in vain; 7 and 7 in vain; better; 4 and 4 in vain.
    assertArrayEquals(
        new double[] {8, 8, 4, 4, 2, 2, 2, 1}, ratesAfter(START, 5, 6, 5, 7, 7, 4, 4, 4));
  }

  @Test
  void anImprovementStartsTheCountAnew() {
    assertArrayEquals(new double[] {8, 8, 8, 8, 8, 8, 4}, ratesAfter(START, 5, 6, 4, 4, 3, 3, 3));
  }

  @Test
  void aLossThatIsNaNIsNoImprovement() {
    assertArrayEquals(new double[] {8, 4}, ratesAfter(START, Double.NaN, Double.NaN));
  }

  @Test
  void anImprovementBelowTheThresholdIsNone() {
    LearningRate tenPercent =
        LearningRate.reduceOnPlateau(LearningRate.constant(8), 0.5, 2).withThreshold(0.1);
    // 9.5 and 9.1 are not 10% below 10, 8.9 is; of a loss below 0, −11 is not 10% below −10.5.
    assertArrayEquals(
        new double[] {8, 8, 4, 4, 4}, ratesAfter(tenPercent, 10, 9.5, 9.1, 8.9, -10.5));
    assertArrayEquals(new double[] {8, 8, 4}, ratesAfter(tenPercent, -10.5, -11, -11));
    assertArrayEquals(new double[] {8, 8, 8}, ratesAfter(tenPercent, -10.5, -12, -12));
  }

  @Test
  void epochsOfTheCooldownDoNotCount() {
    LearningRate cooling =
        LearningRate.reduceOnPlateau(LearningRate.constant(8), 0.5, 2).withCooldown(3);
    // Reduced after the third; three epochs pass, then two in vain again.
    assertArrayEquals(
        new double[] {8, 8, 4, 4, 4, 4, 4, 2}, ratesAfter(cooling, 5, 5, 5, 5, 5, 5, 5, 5));
    // A best within the cooldown is the one to beat: 4 and 4 are then in vain.
    assertArrayEquals(
        new double[] {8, 8, 4, 4, 4, 4, 4, 2}, ratesAfter(cooling, 5, 5, 5, 3, 5, 5, 4, 4));
  }

  @Test
  void isNotReducedBelowTheLowest() {
    LearningRate three =
        LearningRate.reduceOnPlateau(LearningRate.constant(8), 0.5, 1).withLowest(3);
    assertArrayEquals(new double[] {8, 4, 3, 3}, ratesAfter(three, 5, 5, 5, 5));
    LearningRate lower =
        LearningRate.reduceOnPlateau(LearningRate.constant(2), 0.5, 1).withLowest(3);
    assertArrayEquals(new double[] {2, 2}, ratesAfter(lower, 5, 5), "a rate below it stays");
  }

  @Test
  void saysItsRule() {
    assertEquals(
        "constant(8.0) reduced by 0.5 on a plateau of 2, threshold 0.1, cooldown 3, lowest 0.01",
        LearningRate.reduceOnPlateau(LearningRate.constant(8), 0.5, 2)
            .withThreshold(0.1)
            .withCooldown(3)
            .withLowest(0.01)
            .toString());
  }

  @Test
  void whatItWasBeforeStaysAsItWas() {
    LearningRate after = START.afterEpoch(1, 5).afterEpoch(2, 5).afterEpoch(3, 5);
    assertEquals(4, after.at(0, 0));
    assertEquals(8, START.at(0, 0));
    assertEquals(LearningRate.reduceOnPlateau(LearningRate.constant(8), 0.5, 2), START);
  }

  @Test
  void reducesAScheduleThatGoesOnBelow() {
    LearningRate rate = LearningRate.reduceOnPlateau(LearningRate.step(8, 0.5, 10), 0.5, 1);
    assertEquals(4, rate.at(10, 0));
    LearningRate reduced = rate.afterEpoch(1, 5).afterEpoch(2, 5);
    assertEquals(4, reduced.at(9, 0));
    assertEquals(2, reduced.at(10, 0));
  }

  @Test
  void reducesARateThatReactsByItself() {
    LearningRate both = LearningRate.reduceOnPlateau(START, 0.1, 3);
    // After two in vain the inner halves, after three the outer takes a tenth.
    // 8 · 0.5 · 0.1 is 0.4 with one rounding.
    assertArrayEquals(new double[] {8, 8, 4, 0.4}, ratesAfter(both, 5, 5, 5, 5), 1e-16);
  }

  @Test
  void saysThatItReacts() {
    assertTrue(START.reacts());
    assertFalse(LearningRate.constant(1).reacts());
  }

  /** The rates after each of the losses. */
  private static double[] ratesAfter(LearningRate start, double... losses) {
    double[] rates = new double[losses.length];
    LearningRate rate = start;
    for (int epoch = 1; epoch <= losses.length; epoch++) {
      rate = rate.afterEpoch(epoch, losses[epoch - 1]);
      rates[epoch - 1] = rate.at(0, 0);
    }
    return rates;
  }
}
