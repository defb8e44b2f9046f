package io.github.gradusml.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PerceptronTest {
  private final Perceptron model = Perceptron.of(new double[] {2, -3}, 0.5, Activation.sigmoid());

  @Test
  void theNetInputIsTheWeightedSumPlusTheBias() {
    assertEquals(2 * 4 - 3 * 1 + 0.5, model.netInput(4, 1));
  }

  @Test
  void thePredictionIsTheActivationOfTheNetInput() {
    assertEquals(Activation.sigmoid().value(5.5), model.predict(4, 1));
  }

  @ParameterizedTest
  @CsvSource({"2, 1", "1e-300, 1", "0, 1", "-0.0, 1", "-1e-300, 0", "-2, 0"})
  void theClassIsOneFromZeroOn(double z, int expected) {
    assertEquals(expected, Perceptron.of(new double[] {1}, 0, Activation.tanh()).classify(z));
  }

  @Test
  void aStepMakesItRosenblattsPerceptron() {
    Perceptron and = Perceptron.of(new double[] {1, 1}, -1.5, Activation.step());
    assertEquals(
        List.of(0.0, 0.0, 0.0, 1.0),
        List.of(and.predict(0, 0), and.predict(0, 1), and.predict(1, 0), and.predict(1, 1)));
  }

  @Test
  void itSaysWhatItIsMadeOf() {
    assertEquals(2, model.features());
    assertArrayEquals(new double[] {2, -3}, model.weights());
    assertEquals(-3, model.weight(1));
    assertEquals(0.5, model.bias());
    assertEquals(Activation.sigmoid(), model.activation());
    assertEquals("Perceptron(2 features, sigmoid, w = [2.00, -3.00], b = 0.500)", model.toString());
  }

  @Test
  void nobodyCanChangeItsWeightsFromOutside() {
    double[] weights = {2, -3};
    Perceptron mine = Perceptron.of(weights, 0.5, Activation.sigmoid());
    double[] theta = {2, -3, 0.5};
    Perceptron moved = mine.withParameters(theta);
    weights[0] = 100;
    theta[0] = 100;
    mine.weights()[0] = 100;
    mine.parameters()[0] = 100;
    assertEquals(model, mine);
    assertEquals(model, moved);
  }

  @Test
  void predictingLeavesTheRowAsItWas() {
    double[] row = {4, 1};
    model.predict(row);
    assertArrayEquals(new double[] {4, 1}, row);
  }

  @Test
  void theParametersAreTheWeightsAndThenTheBias() {
    assertArrayEquals(new double[] {2, -3, 0.5}, model.parameters());
    assertEquals(
        List.of(new ParameterBlock("weights", 0, 2, true), new ParameterBlock("bias", 2, 3, false)),
        model.blocks());
  }

  @Test
  void otherParametersMakeAnotherPerceptronWithTheSameActivation() {
    Perceptron moved = model.withParameters(new double[] {1, 2, 3});
    assertEquals(Perceptron.of(new double[] {1, 2}, 3, Activation.sigmoid()), moved);
    assertArrayEquals(new double[] {2, -3, 0.5}, model.parameters());
  }

  @Test
  void zerosStartsAtZero() {
    Perceptron zeros = Perceptron.zeros(3, Activation.identity());
    assertEquals(Perceptron.of(new double[3], 0, Activation.identity()), zeros);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 1000})
  void randomWeightsLieWithinOneOverTheRootOfTheirNumber(int features) {
    Perceptron random = Perceptron.random(features, Activation.relu(), 7);
    double bound = 1 / Math.sqrt(features);
    assertTrue(Arrays.stream(random.weights()).allMatch(w -> w >= -bound && w < bound));
    assertEquals(0, random.bias());
  }

  @Test
  void randomWeightsFillTheirRange() {
    double[] w = Perceptron.random(10_000, Activation.relu(), 7).weights();
    // Uniform in [−0.01, 0.01): the mean has standard deviation 0.02/√12/√10000 = 5.8e-5, and an
    // end of the range is missed by 1% of it with probability 0.995^10000 = 2e-22.
    assertEquals(0, Arrays.stream(w).average().orElseThrow(), 5 * 5.8e-5);
    assertTrue(Arrays.stream(w).min().orElseThrow() < -0.0099);
    assertTrue(Arrays.stream(w).max().orElseThrow() > 0.0099);
  }

  @Test
  void theSameSeedGivesTheSameBitsAndAnotherOneDoesNot() {
    Perceptron random = Perceptron.random(5, Activation.relu(), 42);
    assertEquals(random, Perceptron.random(5, Activation.relu(), 42));
    assertNotEquals(random, Perceptron.random(5, Activation.relu(), 43));
  }

  @Test
  void perceptronsAreEqualBitForBit() {
    Perceptron same = Perceptron.of(new double[] {2, -3}, 0.5, Activation.sigmoid());
    assertEquals(model, same);
    assertEquals(model.hashCode(), same.hashCode());
    assertNotEquals(model, Perceptron.of(new double[] {2, -3.1}, 0.5, Activation.sigmoid()));
    assertNotEquals(model, Perceptron.of(new double[] {2, -3}, 0.6, Activation.sigmoid()));
    assertNotEquals(model, Perceptron.of(new double[] {2, -3}, 0.5, Activation.tanh()));
    assertNotEquals(
        Perceptron.of(new double[] {1}, 0.0, Activation.tanh()),
        Perceptron.of(new double[] {1}, -0.0, Activation.tanh()));
    assertNotEquals(model, "a word");
  }
}
