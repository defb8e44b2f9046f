package io.github.gradusml.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.FormulaValue;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What formulas say is what is computed. */
class FormulasTest {
  /** Net inputs and predictions at which no logarithm is large, and none at a kink. */
  private static final double[] NUMBERS = {-2.3, -0.7, -0.2, 0.15, 0.6, 1.9};

  /** A formula is computed by a dozen operations on numbers of a size around 1. */
  private static final double ROUNDING = 1e-13;

  private static Stream<AllFunctions.OfNetInput> activations() {
    return AllFunctions.activations();
  }

  private static Stream<AllFunctions.OfPrediction> losses() {
    return Stream.concat(
        AllFunctions.losses(),
        Stream.of(
            new AllFunctions.OfPrediction(
                "crossEntropy", Loss.crossEntropy(0.2), new double[] {0, 1}, y -> new double[0])));
  }

  @ParameterizedTest
  @MethodSource("activations")
  void anActivationsFormulasAreItsValueAndItsSlope(AllFunctions.OfNetInput function) {
    Activation activation = function.activation();
    List<String> formulas = activation.formulas();
    assertEquals(2, formulas.size());
    for (double z : NUMBERS) {
      Map<String, Double> values = Map.of("z", z, "ŷ", activation.value(z));
      assertClose(activation.value(z), FormulaValue.of(formulas.get(0), values));
      assertClose(activation.derivative(z), FormulaValue.of(formulas.get(1), values));
    }
  }

  @ParameterizedTest
  @MethodSource("losses")
  void aLosssFormulasAreItsValueAndItsSlope(AllFunctions.OfPrediction function) {
    Loss loss = function.loss();
    List<String> formulas = loss.formulas();
    assertEquals(2, formulas.size());
    boolean isOfProbabilities = !loss.accepts(2) && loss.accepts(0);
    for (double y : new double[] {-1, 0, 1, 3}) {
      for (double number : NUMBERS) {
        boolean isPositive = isOfProbabilities || !loss.accepts(-2) && loss.accepts(3);
        double prediction = isPositive ? Activation.sigmoid().value(number) : number;
        if (loss.accepts(y) && (y != 0 || !isPositive || isOfProbabilities)) { // no ln 0
          Map<String, Double> values = Map.of("ŷ", prediction, "y", y);
          assertClose(loss.value(prediction, y), FormulaValue.of(formulas.get(0), values));
          assertClose(loss.derivative(prediction, y), FormulaValue.of(formulas.get(1), values));
        }
      }
    }
  }

  private static void assertClose(double expected, double actual) {
    assertEquals(expected, actual, ROUNDING * Math.max(1, Math.abs(expected)));
  }

  @ParameterizedTest
  @MethodSource("losses")
  void aPairThatIsComputedAsOneSaysHowAndAChainSaysNothing(AllFunctions.OfPrediction function) {
    Loss loss = function.loss();
    for (AllFunctions.OfNetInput other : AllFunctions.activations().toList()) {
      ComposedLoss pair;
      try {
        pair = loss.compose(other.activation());
      } catch (IllegalArgumentException e) {
        continue; // a pair that cannot be trained
      }
      for (double z : NUMBERS) {
        double y = loss.accepts(-1) ? -1 : 1;
        double prediction = other.activation().value(z);
        Map<String, Double> values = Map.of("z", z, "ŷ", prediction, "y", y);
        if (pair.formulas().isEmpty()) {
          double product = loss.derivative(prediction, y) * other.activation().derivative(z);
          assertEquals(product, pair.derivative(z, y), loss + " of " + other);
        } else {
          assertClose(pair.value(z, y), FormulaValue.of(pair.formulas().get(0), values));
          assertClose(pair.derivative(z, y), FormulaValue.of(pair.formulas().get(1), values));
        }
      }
    }
  }

  @Test
  void aSoftmaxSaysHowItsLossAndItsSlopesAreComputed() {
    assertEquals(
        List.of("ln(Σᵥ e^(zᵥ)) − z_y", "ŷᵤ − [u = y]"),
        Output.softmax(3).compose(Loss.crossEntropy()).formulas());
    List<String> smoothed = Output.softmax(3).compose(Loss.crossEntropy(0.3)).formulas();
    assertEquals("ln(Σᵥ e^(zᵥ)) − Σᵥ yᵥ·zᵥ, yᵥ = (1 − 0.3)·[v = y] + 0.3/3", smoothed.get(0));
    double[] z = {0.2, -0.5, 1};
    double[] shares = {0.1, 0.8, 0.1};
    double powers = 0;
    double mean = 0;
    for (int v = 0; v < 3; v++) {
      powers += Math.exp(z[v]);
      mean += shares[v] * z[v];
    }
    assertClose(
        Math.log(powers) - mean, Output.softmax(3).compose(Loss.crossEntropy(0.3)).value(z, 0, 1));
  }

  @Test
  void whatIsSomebodysOwnSaysNothingUnlessItDoes() {
    Activation activation =
        new Activation() {
          @Override
          public double value(double z) {
            return z * z;
          }

          @Override
          public double derivative(double z) {
            return 2 * z;
          }
        };
    assertTrue(activation.formulas().isEmpty());
    assertTrue(Loss.squaredError().compose(activation).formulas().isEmpty());
  }
}
