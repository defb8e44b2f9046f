package io.github.gradusml.core;

import static io.github.gradusml.CentralDifference.assertSlope;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import org.junit.jupiter.api.Test;

/** What a user gets for implementing an interface. */
class UserDefinedFunctionsTest {
  private record Exponential() implements Activation {
    @Override
    public double value(double z) {
      return Math.exp(z);
    }

    @Override
    public double derivative(double z) {
      return Math.exp(z);
    }
  }

  private record Poisson() implements Loss {
    @Override
    public double value(double prediction, double target) {
      return prediction - target * Math.log(prediction);
    }

    @Override
    public double derivative(double prediction, double target) {
      return 1 - target / prediction;
    }

    @Override
    public boolean accepts(double target) {
      return target >= 0;
    }

    @Override
    public String targetRule() {
      return "at least 0 for counts";
    }
  }

  /** A step from 0 to 2, of one's own. */
  private record Staircase() implements Activation {
    @Override
    public double value(double z) {
      return z >= 0 ? 2 : 0;
    }

    @Override
    public double derivative(double z) {
      return 0;
    }

    @Override
    public boolean isThreshold() {
      return true;
    }
  }

  @Test
  void anActivationNeedsAValueAndADerivativeOnly() {
    Activation exponential = new Exponential();
    assertEquals(Double.NEGATIVE_INFINITY, exponential.lower());
    assertEquals(Double.POSITIVE_INFINITY, exponential.upper());
    assertFalse(exponential.isThreshold());
    assertEquals(Math.exp(3), Perceptron.of(new double[] {2}, 1, exponential).predict(1));
  }

  @Test
  void aLossOfOnesOwnIsChainedWithAnActivationOfOnesOwn() {
    ComposedLoss composed = new Poisson().compose(new Exponential());
    for (double z : new double[] {-3, -0.5, 0, 1, 4}) {
      assertSlope(x -> composed.value(x, 2), z, composed.derivative(z, 2));
    }
  }

  @Test
  void itSaysItsCurvatureSoThatALargestStableRateIsKnown() {
    Loss steep =
        new Loss() {
          @Override
          public double value(double prediction, double target) {
            return 2 * (prediction - target) * (prediction - target);
          }

          @Override
          public double derivative(double prediction, double target) {
            return 4 * (prediction - target);
          }

          @Override
          public double curvature() {
            return 4;
          }

          @Override
          public boolean isQuadratic() {
            return true;
          }
        };
    ComposedLoss composed = steep.compose(Activation.identity());
    assertEquals(4, composed.curvature());
    assertTrue(composed.isQuadratic());
    assertEquals(
        Double.POSITIVE_INFINITY, new Poisson().compose(Activation.identity()).curvature());
  }

  @Test
  void aThresholdOfOnesOwnIsTreatedAsTheStepIs() {
    assertEquals(0.5, Loss.hinge().compose(new Staircase()).value(0.5, 1));
    String message = Rejected.message(() -> Loss.logCosh().compose(new Staircase()));
    assertTrue(message.contains("take Loss.perceptron()"), message);
  }

  @Test
  void crossEntropyTakesAnyActivationThatSaysItsValuesAreProbabilities() {
    Activation cauchy =
        new Activation() {
          @Override
          public double value(double z) {
            return 0.5 + Math.atan(z) / Math.PI;
          }

          @Override
          public double derivative(double z) {
            return 1 / (Math.PI * (1 + z * z));
          }

          @Override
          public double lower() {
            return 0;
          }

          @Override
          public double upper() {
            return 1;
          }
        };
    ComposedLoss composed = Loss.crossEntropy().compose(cauchy);
    for (double z : new double[] {-5, -0.5, 0, 1, 5}) {
      assertSlope(x -> composed.value(x, 0.3), z, composed.derivative(z, 0.3));
    }
  }
}
