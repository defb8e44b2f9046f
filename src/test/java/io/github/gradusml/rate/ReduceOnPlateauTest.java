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
