package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.network.Network;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A trainer is a set of settings that never changes. */
class ConfigurationTest {
  @Test
  void theDefaultsAreThoseThatItsDocumentationNames() {
    assertEquals(
        "Trainer(loss: hinge, updates: mini-batch(32), regularizer: none, optimizer: gradient"
            + " descent, learning rate: constant(0.01), epochs: 100, seed: 0)",
        Trainer.minimizing(Loss.hinge()).toString());
  }

  @Test
  void itSaysItsSettings() {
    assertEquals(
        "Trainer(loss: squared error, updates: batch, regularizer: L2(alpha 0.5), optimizer:"
            + " gradient descent, learning rate: constant(0.2), epochs: 7, seed: -3, tolerance:"
            + " 1.0E-6, early stopping: on validation loss, patience 4, least improvement 0.1)",
        Trainer.minimizing(Loss.squaredError())
            .withUpdates(UpdateStrategy.batch())
            .withRegularizer(Regularizer.l2(0.5))
            .withLearningRate(LearningRate.constant(0.2))
            .withEpochs(7)
            .withSeed(-3)
            .withTolerance(1e-6)
            .withEarlyStopping(EarlyStopping.onValidationLoss(4).withLeastImprovement(0.1))
            .toString());
  }

  @Test
  void itGivesThemBack() {
    Trainer trainer =
        Trainer.minimizing(Loss.logCosh())
            .withUpdates(UpdateStrategy.stochastic())
            .withRegularizer(Regularizer.l1(2))
            .withOptimizer(Optimizer.gradientDescent())
            .withLearningRate(LearningRate.constant(3))
            .withEpochs(4)
            .withSeed(5);
    assertEquals(Loss.logCosh(), trainer.loss());
    assertEquals(UpdateStrategy.stochastic(), trainer.updates());
    assertEquals(Regularizer.l1(2), trainer.regularizer());
    assertEquals(Optimizer.gradientDescent(), trainer.optimizer());
    assertEquals(LearningRate.constant(3), trainer.learningRate());
    assertEquals(4, trainer.epochs());
    assertEquals(5, trainer.seed());
  }

  @Test
  void changingACopyLeavesTheOriginal() {
    List<UnaryOperator<Trainer>> changes =
        List.of(
            t -> t.withUpdates(UpdateStrategy.batch()),
            t -> t.withRegularizer(Regularizer.l2(1)),
            t -> t.withOptimizer(Optimizer.momentum(0.5)),
            t -> t.withLearningRate(LearningRate.constant(1)),
            t -> t.withEpochs(1),
            t -> t.withSeed(1),
            t -> t.withTolerance(1),
            t -> t.withEarlyStopping(EarlyStopping.onTrainingLoss(1)));
    Trainer original = Trainer.minimizing(Loss.squaredError());
    String before = original.toString();
    changes.forEach(change -> change.apply(original));
    assertEquals(before, original.toString());
  }

  @Test
  void neitherMetricsNorListenersOfACopyReachTheOriginal() {
    Dataset data = Cases.oneRow();
    Trainer original = Trainer.minimizing(Loss.squaredError()).withEpochs(1);
    original.withMetric(Metric.of("one", true, scores -> 1));
    original.withListener(
        new TrainingListener() {
          @Override
          public void epochEnded(EpochRecord epoch, Training<?> training) {
            throw new AssertionError("this one belongs to the copy");
          }
        });
    TrainingResult<Perceptron> result =
        original.fit(Perceptron.zeros(1, Activation.identity()), data);
    assertEquals(0, result.history().last().metrics().size());
  }

  @Test
  void aResultSaysHowTrainingWent() {
    TrainingResult<Perceptron> result =
        Trainer.minimizing(Loss.squaredError())
            .withEpochs(3)
            .fit(Perceptron.zeros(1, Activation.identity()), Cases.oneRow());
    assertEquals(
        "TrainingResult(Perceptron(1 features, identity, w = [0.00], b = 0.00), 3 epochs, 3 updates, EPOCHS_DONE)",
        result.toString());
  }

  @Test
  void theTableOfANetworkStandsBelowAResult() {
    Network start = Network.of(1, Output.of(Activation.identity())).zeros();
    TrainingResult<Network> result =
        Trainer.minimizing(Loss.squaredError()).withEpochs(3).fit(start, Cases.oneRow());
    assertEquals("TrainingResult(3 epochs, 3 updates, EPOCHS_DONE)\n" + start, result.toString());
  }
}
