package io.github.gradusml.core;

import static io.github.gradusml.CentralDifference.STEP;
import static io.github.gradusml.CentralDifference.assertSlope;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.AllFunctions.OfNetInput;
import io.github.gradusml.core.AllFunctions.OfPrediction;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every loss behind every activation. */
class ComposedLossTest {
  static Stream<Arguments> accepted() {
    return pairs(true);
  }

  static Stream<Arguments> refused() {
    return pairs(false);
  }

  private static Stream<Arguments> pairs(boolean accepted) {
    return AllFunctions.losses()
        .flatMap(
            loss ->
                AllFunctions.activations()
                    .filter(f -> fits(loss.factory(), f.factory()) == accepted)
                    .map(f -> arguments(loss, f)));
  }

  /** What is said of the pairs in the Javadoc of the factories. */
  private static boolean fits(String loss, String activation) {
    boolean threshold = activation.equals("step") || activation.equals("sign");
    return switch (loss) {
      case "hinge", "squaredHinge", "modifiedHuber", "perceptron" -> true;
      case "poisson" -> List.of("exponential", "sigmoid", "relu", "softplus").contains(activation);
      case "crossEntropy" -> activation.equals("sigmoid");
      default -> !threshold;
    };
  }

  @ParameterizedTest(name = "{0} behind {1}")
  @MethodSource("accepted")
  void theLossIsFiniteAndNotNegativeFromMinus1000To1000(OfPrediction loss, OfNetInput f) {
    ComposedLoss composed = loss.loss().compose(f.activation());
    double[] net =
        DoubleStream.concat(DoubleStream.of(f.grid()), DoubleStream.of(-1000, -40, 40)).toArray();
    for (double y : loss.targets()) {
      for (double z : net) {
        double value = composed.value(z, y);
        double derivative = composed.derivative(z, y);
        String where = " at z = " + z + ", y = " + y;
        assertTrue(value >= 0 && Double.isFinite(value), () -> "value " + value + where);
        assertTrue(Double.isFinite(derivative), () -> "derivative " + derivative + where);
      }
    }
  }

  @ParameterizedTest(name = "{0} behind {1}")
  @MethodSource("accepted")
  void theDerivativeIsTheSlopeOfTheValue(OfPrediction loss, OfNetInput f) {
    Activation phi = f.activation();
    ComposedLoss composed = loss.loss().compose(phi);
    for (double y : loss.targets()) {
      double[] kinks = loss.kinks().apply(y);
      for (double z : f.grid()) {
        double from = z - 2 * STEP;
        double to = z + 2 * STEP;
        // Behind a threshold the loss is one of the net input itself.
        boolean smooth =
            phi.isThreshold()
                ? AllFunctions.isSmooth(kinks, from, to)
                : AllFunctions.isSmooth(f.kinks(), from, to)
                    && AllFunctions.isSmooth(kinks, phi.value(from), phi.value(z))
                    && AllFunctions.isSmooth(kinks, phi.value(z), phi.value(to));
        // Below, a prediction has few digits, and its logarithm no slope.
        boolean hasLogarithm = !loss.factory().equals("poisson") || phi.value(from) > 1e-300;
        if (smooth && (hasLogarithm || phi.equals(Activation.exponential()))) {
          assertSlope(x -> composed.value(x, y), z, composed.derivative(z, y));
        }
      }
    }
  }

  @ParameterizedTest(name = "{0} behind {1}")
  @MethodSource("accepted")
  void noDerivativeChangesFasterThanTheCurvatureSays(OfPrediction loss, OfNetInput f) {
    ComposedLoss composed = loss.loss().compose(f.activation());
    double[] grid = f.grid();
    for (double y : loss.targets()) {
      for (int i = 1; i < grid.length; i++) {
        double rise = composed.derivative(grid[i], y) - composed.derivative(grid[i - 1], y);
        // An ulp of either derivative and of either net input, all below 2000.
        double most = composed.curvature() * (grid[i] - grid[i - 1]) + 8 * Math.ulp(2000.0);
        assertTrue(rise <= most, "at z = " + grid[i] + ", y = " + y);
        assertTrue(!composed.isQuadratic() || rise >= most - 16 * Math.ulp(2000.0));
      }
    }
  }

  @Test
  void theCurvatureIsKnownWhereItIsUsed() {
    Activation sigmoid = Activation.sigmoid();
    Activation identity = Activation.identity();
    assertEquals(0.25, Loss.crossEntropy().compose(sigmoid).curvature());
    assertEquals(1, Loss.squaredError().compose(identity).curvature());
    assertEquals(1, Loss.huber(0.5).compose(identity).curvature());
    assertEquals(1, Loss.logCosh().compose(identity).curvature());
    assertEquals(0.25, Loss.crossEntropy(0.1).compose(sigmoid).curvature());
    assertEquals(2, Loss.squaredHinge().compose(identity).curvature());
    assertEquals(2, Loss.modifiedHuber().compose(identity).curvature());
    assertEquals(2, Loss.squaredEpsilonInsensitive(0.1).compose(identity).curvature());
    assertEquals(Double.POSITIVE_INFINITY, Loss.hinge().compose(identity).curvature());
    assertEquals(Double.POSITIVE_INFINITY, Loss.squaredError().compose(sigmoid).curvature());
    assertTrue(Loss.squaredError().compose(identity).isQuadratic());
    assertFalse(Loss.huber(0.5).compose(identity).isQuadratic());
    assertFalse(Loss.crossEntropy().compose(sigmoid).isQuadratic());
  }

  @ParameterizedTest(name = "{0} behind {1}")
  @MethodSource("refused")
  void aPairWithoutAUsefulGradientIsRefusedWithWhatToTakeInstead(OfPrediction loss, OfNetInput f) {
    String message = Rejected.message(() -> loss.loss().compose(f.activation()));
    // Smoothed labels are refused as plain ones are.
    assertTrue(message.contains(loss.toString().replaceAll("cross-entropy.*", "cross-entropy")));
    assertTrue(message.contains("but was " + f), message);
    assertTrue(message.contains("; take "), message);
  }

  @Test
  void aRefusalSaysWhy() {
    assertEquals(
        "activation must let a gradient through to be trained with squared error, but was step,"
            + " whose derivative is 0; take Loss.perceptron() or Loss.hinge(), or a smooth"
            + " activation such as Activation.sigmoid()",
        Rejected.message(() -> Loss.squaredError().compose(Activation.step())));
    assertEquals(
        "activation must have values in [0, 1] for cross-entropy, but was tanh;"
            + " take Activation.sigmoid()",
        Rejected.message(() -> Loss.crossEntropy().compose(Activation.tanh())));
  }

  @ParameterizedTest
  @ValueSource(doubles = {40, 100, 700})
  void crossEntropyOfASigmoidKeepsItsDigitsWhereTheProbabilityRoundsToOne(double z) {
    ComposedLoss loss = Loss.crossEntropy().compose(Activation.sigmoid());
    // L(z, 1) = ln(1 + e⁻ᶻ) = e⁻ᶻ and L(z, 0) = z + e⁻ᶻ = z to all digits from z = 37 on; an
    // exponential may be off by an ulp here and another there.
    double tail = Math.exp(-z);
    assertEquals(tail, loss.value(z, 1), 4 * Math.ulp(tail));
    assertEquals(-tail, loss.derivative(z, 1), 4 * Math.ulp(tail));
    assertEquals(z, loss.value(z, 0));
    assertEquals(1, loss.derivative(z, 0));
    assertEquals(tail, loss.value(-z, 0), 4 * Math.ulp(tail));
    assertEquals(tail, loss.derivative(-z, 0), 4 * Math.ulp(tail));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-3, -0.5, 0, 2})
  void theProductOfTheTwoDerivativesIsWhatCrossEntropyOfASigmoidFuses(double z) {
    Activation sigmoid = Activation.sigmoid();
    double prediction = sigmoid.value(z);
    double product = Loss.crossEntropy().derivative(prediction, 0.25) * sigmoid.derivative(z);
    // Half a dozen roundings of numbers near 1.
    assertEquals(
        product, Loss.crossEntropy().compose(sigmoid).derivative(z, 0.25), 8 * Math.ulp(1.0));
  }
}
