package io.github.gradusml.reliability;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** One split of those of {@link DigitsAccuracy}; of 359 digits, each is 0.3%. */
class DigitsAccuracyTest {
  @Test
  void softmaxReadsNineteenOfTwentyDigits() {
    double accuracy = DigitsAccuracy.softmax(2).run(1, 0).accuracy.getMean();
    assertTrue(accuracy >= 0.95, "accuracy " + accuracy);
  }

  @Test
  void aHiddenLayerReadsThirtyNineOfForty() {
    double accuracy = DigitsAccuracy.withHiddenLayer(2).run(1, 0).accuracy.getMean();
    assertTrue(accuracy >= 0.975, "accuracy " + accuracy);
  }
}
