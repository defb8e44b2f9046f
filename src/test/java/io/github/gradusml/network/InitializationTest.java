package io.github.gradusml.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.ParameterBlock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How large the first weights are. */
class InitializationTest {
  private static final Architecture DEEP =
      Network.of(30, Output.softmax(10))
          .withHidden(60, Activation.relu())
          .withHidden(40, Activation.tanh());

  @Test
  void theBoundsAreThoseOfThePapers() {
    assertEquals(Math.sqrt(6.0 / 90), Initialization.glorot().bound(30, 60));
    assertEquals(Math.sqrt(6.0 / 30), Initialization.he().bound(30, 60));
    int most = Integer.MAX_VALUE; // whose double is beyond it
    assertEquals(Math.sqrt(3.0 / most), Initialization.glorot().bound(most, most));
  }

  static Stream<Arguments> wanted() {
    return Stream.of(
        arguments(Activation.relu(), "He"),
        arguments(Activation.leakyRelu(0.01), "He"),
        arguments(Activation.elu(1), "He"),
        arguments(Activation.softplus(), "He"),
        arguments(Activation.silu(), "He"),
        arguments(Activation.gelu(), "He"),
        arguments(Activation.exponential(), "He"),
        arguments(Activation.leakyRelu(0.9), "Glorot"),
        arguments(Activation.identity(), "Glorot"),
        arguments(Activation.tanh(), "Glorot"),
        arguments(Activation.sigmoid(), "Glorot"),
        arguments(Activation.sign(), "Glorot"),
        arguments(Activation.step(), "Glorot"));
  }

  @ParameterizedTest(name = "{0} wants {1}")
  @MethodSource("wanted")
  void anActivationThatLetsOneSideThroughWantsHeAndAnyOtherGlorot(
      Activation activation, String name) {
    assertEquals(name, Initialization.of(activation).toString());
  }

  /** Of 400 numbers and more, all above 98% of the bound are missing once in 3,000 times. */
  @ParameterizedTest
  @ValueSource(longs = {1, 42, -7})
  void everyLayerFillsTheRangeThatItsActivationWants(long seed) {
    double[] theta = DEEP.random(seed).parameters();
    assertFills(theta, DEEP.blocks().get(0), Math.sqrt(6.0 / 30)); // ReLU: He
    assertFills(theta, DEEP.blocks().get(2), Math.sqrt(6.0 / 100)); // tanh: Glorot
    assertFills(theta, DEEP.blocks().get(4), Math.sqrt(6.0 / 50)); // softmax: Glorot
    double[] he = DEEP.random(seed, Initialization.he()).parameters();
    assertFills(he, DEEP.blocks().get(2), Math.sqrt(6.0 / 60));
    double[] own = DEEP.random(seed, (inputs, units) -> 0.001 * inputs).parameters();
    assertFills(own, DEEP.blocks().get(4), 0.04);
  }

  private static void assertFills(double[] theta, ParameterBlock block, double bound) {
    double[] w = Arrays.copyOfRange(theta, block.from(), block.to());
    double largest = Arrays.stream(w).max().orElseThrow();
    double smallest = Arrays.stream(w).min().orElseThrow();
    assertTrue(largest < bound && largest > 0.98 * bound, block.name() + " up to " + largest);
    assertTrue(smallest >= -bound && smallest < -0.98 * bound, block.name() + " from " + smallest);
    // The mean of n numbers with variance bound²/3, five deviations.
    double mean = Arrays.stream(w).average().orElseThrow();
    assertEquals(0, mean, 5 * bound / Math.sqrt(3.0 * w.length), block.name());
  }

  @Test
  void biasesBeginAtZero() {
    double[] theta = DEEP.random(3).parameters();
    for (ParameterBlock block : DEEP.blocks()) {
      double[] values = Arrays.copyOfRange(theta, block.from(), block.to());
      boolean allZero = Arrays.stream(values).allMatch(v -> v == 0);
      assertEquals(!block.penalized(), allZero, block.name());
    }
  }

  @Test
  void aSeedIsAStart() {
    assertEquals(DEEP.random(5), DEEP.random(5));
    assertFalse(DEEP.random(5).equals(DEEP.random(6)));
    assertFalse(DEEP.random(5).equals(DEEP.random(5L << 32)), "its upper half counts too");
  }

  /** Equal numbers in another order would be another network. */
  @Test
  void theWeightsAreDrawnInTheirOrder() {
    double[] all = Network.of(3, Output.softmax(4)).random(1, (inputs, units) -> 1).parameters();
    double[] few = Network.of(2, Output.softmax(4)).random(1, (inputs, units) -> 0.5).parameters();
    double[] twice = Arrays.stream(few).map(w -> 2 * w).toArray();
    assertArrayEquals(Arrays.copyOf(all, 8), Arrays.copyOf(twice, 8));
  }

  @Test
  void aBoundThatIsNoneIsRefusedWithItsLayer() {
    for (double bound : List.of(0.0, -1.0, Double.NaN, Double.POSITIVE_INFINITY)) {
      assertEquals(
          "bound of layer 2 must be finite and > 0, but was " + bound,
          Rejected.message(() -> DEEP.random(1, (inputs, units) -> inputs == 60 ? bound : 1)));
    }
  }
}
