package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where weights cannot rest, it is said what that costs and why. */
class RestMissedTest {
  private static final Dataset ROWS = SparseCases.rows(Loss.crossEntropy(), 20, 1000, 5, 1);
  private static final String COST =
      "every update goes over all 1000 columns, 100 times as many as its rows have numbers, since ";

  private static Optional<String> missed(Trainer trainer, Dataset rows) {
    Perceptron model = Perceptron.zeros(rows.features(), Activation.sigmoid());
    return new Rest(trainer.settings(), model, rows).missed();
  }

  private static Trainer trainer() {
    return Trainer.minimizing(Loss.crossEntropy())
        .withUpdates(UpdateStrategy.miniBatch(2))
        .withRegularizer(Regularizer.l2(0.1));
  }

  private static void assertMissed(String why, Trainer trainer) {
    assertEquals(Optional.of(COST + why), missed(trainer, ROWS));
  }

  @Test
  void nothingIsSaidWhereTheyRest() {
    assertEquals(Optional.empty(), missed(trainer(), ROWS));
    assertEquals(
        Optional.empty(),
        missed(
            trainer().withOptimizer(Optimizer.adaGrad()).withRegularizer(Regularizer.decoupled(1)),
            ROWS));
  }

  @Test
  void nothingIsSaidOfDenseRowsAndOfBatchesThatHaveMostColumns() {
    Trainer adam = trainer().withOptimizer(Optimizer.adam());
    assertEquals(Optional.empty(), missed(adam, SparseCases.dense(ROWS)));
    assertEquals(
        Optional.empty(), missed(adam, SparseCases.rows(Loss.crossEntropy(), 9, 30, 5, 1)));
  }

  @Test
  void anOptimizerThatMovesWeightsByItself() {
    assertMissed(
        "adam(beta1 0.9, beta2 0.999) moves weights whose gradient is 0; gradient descent, AdaGrad"
            + " and RMSProp leave them alone",
        trainer().withOptimizer(Optimizer.adam()));
  }

  @Test
  void aGradientOfThePenaltyOfWhichARuleMakesSomethingElse() {
    assertMissed(
        "adagrad makes a step of its own of the gradient of L2(alpha 0.1); Regularizer.decoupled"
            + " has none",
        trainer().withOptimizer(Optimizer.adaGrad()));
  }

  @Test
  void aPenaltyWhoseStepsDoNotCompose() {
    assertMissed(
        "L1 by subgradient(alpha 0.1) does not say what it makes of a weight in several steps"
            + " (shrinkage)",
        trainer().withRegularizer(Regularizer.l1Subgradient(0.1)));
  }

  @Test
  void whoeverLooksAtAllWeightsAfterEveryUpdate() {
    assertMissed(
        "the mean of the weights is made of all of them after every update",
        trainer().withAveragedWeights(1));
    assertMissed(
        "the gradient of L2(alpha 0.1), which is recorded, has every weight in it",
        trainer().withHistory(HistoryDetail.UPDATE));
  }
}
