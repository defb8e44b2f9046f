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
  void itsGradientIsThatOfAnyOther() {
    LossGradient gradient = Perceptron.zeros(1, new Exponential()).lossGradient(new Poisson());
    RowBlock rows = new RowBlock(new double[] {1, 3}, 1, 2, new double[] {2, 5});
    double[] sum = new double[2];
    gradient.addGradient(rows, 0, 2, new double[] {0, 0}, sum);
    // At θ = 0 both predictions are 1: δ = 1 − y is −1 and −4; ∂/∂w = −1·1 − 4·3, ∂/∂b = −1 − 4.
    assertEquals(-13, sum[0]);
    assertEquals(-5, sum[1]);
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
