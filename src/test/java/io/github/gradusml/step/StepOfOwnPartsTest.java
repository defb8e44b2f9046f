package io.github.gradusml.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.Trainer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Of what is somebody's own and tells no formulas, the texts have symbols and numbers. */
class StepOfOwnPartsTest {
  private static final Trainer SQUARES =
      Trainer.minimizing(Loss.squaredError()).withLearningRate(LearningRate.constant(0.5));

  @Test
  void aPenaltyOfSomebodysOwnIsShownByWhatItDoes() {
    Regularizer own =
        new Regularizer() {
          @Override
          public double value(double[] theta, int from, int to) {
            return 0;
          }

          @Override
          public void addGradient(double[] theta, double[] gradient, int from, int to) {
            IntStream.range(from, to).forEach(j -> gradient[j] += 0.25);
          }

          @Override
          public void proximalStep(double[] theta, int from, int to, double eta) {
            IntStream.range(from, to).forEach(j -> theta[j] /= 2);
          }

          @Override
          public void beforeStep(double[] theta, int from, int to, double eta) {
            IntStream.range(from, to).forEach(j -> theta[j] += 1);
          }
        };
    String text =
        ExplainedStep.of(
                SQUARES.withRegularizer(own),
                Perceptron.of(new double[] {2}, 0, Activation.identity()),
                Dataset.of(new double[][] {{1}}, new double[] {2}))
            .toText();
    // The prediction is right, so that the penalty is all that acts.
    assertTrue(text.contains("g <- g + grad R"), text);
    assertTrue(text.contains("0 + grad R = 0.25"), text);
    assertTrue(text.contains("w <- decayed w"), text);
    assertTrue(text.contains("decayed 2 = 3"), text);
    assertTrue(text.contains("shrunk 2.875 = 1.438"), text);
  }

  @Test
  void lossAndActivationOfSomebodysOwnAreCalledByTheirSymbols() {
    Loss loss =
        new Loss() {
          @Override
          public double value(double prediction, double target) {
            return 7;
          }

          @Override
          public double derivative(double prediction, double target) {
            return 2;
          }
        };
    Activation activation =
        new Activation() {
          @Override
          public double value(double z) {
            return 3 * z;
          }

          @Override
          public double derivative(double z) {
            return 3;
          }
        };
    String text =
        ExplainedStep.of(
                Trainer.minimizing(loss),
                Perceptron.of(new double[] {2}, 0, activation),
                Dataset.of(new double[][] {{1}}, new double[] {2}))
            .toText();
    assertTrue(text.contains("yHat = phi(z)"), text);
    assertTrue(text.contains("L = L(yHat, y)"), text);
    assertTrue(text.contains("delta = L'*phi'(z)"), text);
    assertTrue(text.contains("slope of L at (6, 2) = 2"), text);
    assertTrue(text.contains("slope of phi at 2 = 3"), text);
    assertTrue(text.contains("2*3 = 6"), text);
  }

  @Test
  void aPenaltyThatDoesNothingIsNotShownWhereAnotherNumberIsNoNumber() {
    Loss loss =
        new Loss() {
          @Override
          public double value(double prediction, double target) {
            return Double.NaN;
          }

          @Override
          public double derivative(double prediction, double target) {
            return Double.NaN;
          }
        };
    String text =
        ExplainedStep.of(
                Trainer.minimizing(loss),
                Perceptron.of(new double[] {2}, 0, Activation.identity()),
                Dataset.of(new double[][] {{1}}, new double[] {2}))
            .toText();
    assertTrue(text.contains("Nothing is added to the gradient."), text);
    assertFalse(text.contains("Shrinking"), text);
  }

  @Test
  void formulasThatAreMissingAreCalledByTheirName() {
    Loss loss =
        new Loss() {
          @Override
          public double value(double prediction, double target) {
            return 0;
          }

          @Override
          public double derivative(double prediction, double target) {
            return 0;
          }

          @Override
          public List<String> formulas() {
            return null;
          }
        };
    ExplainedStep step =
        ExplainedStep.of(
            Trainer.minimizing(loss),
            Perceptron.of(new double[] {2}, 0, Activation.identity()),
            Dataset.of(new double[][] {{1}}, new double[] {2}));
    NullPointerException error = assertThrows(NullPointerException.class, step::toText);
    assertEquals("formulas must not be null", error.getMessage());
  }
}
