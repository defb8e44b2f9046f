package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a training remembers beside its weights goes on when it is resumed, and nothing else. */
class ResumedMemoryTest {
  private static final Dataset ROWS = Cases.rows(Loss.squaredError(), 37, 3, 1);
  private static final Perceptron START = Perceptron.random(3, Activation.identity(), 2);

  /** Five updates an epoch. */
  private static Trainer trainer() {
    return Trainer.minimizing(Loss.squaredError())
        .withUpdates(UpdateStrategy.miniBatch(8))
        .withLearningRate(LearningRate.constant(0.05))
        .withSeed(3);
  }

  /** Stops in the midst of its patience, with the best weights a few epochs ago. */
  @Test
  void earlyStoppingOnValidationRowsWithARateThatReactsToThem() {
    Dataset validation = Cases.rows(Loss.squaredError(), 15, 3, 9);
    Trainer trainer =
        trainer()
            .withLearningRate(LearningRate.reduceOnPlateau(LearningRate.constant(0.3), 0.7, 1))
            .withEarlyStopping(EarlyStopping.onValidationLoss(3));
    TrainingResult<Perceptron> whole = trainer.withEpochs(12).fit(START, ROWS, validation);
    assertEquals(StopReason.STOPPED_EARLY, whole.stopReason());
    for (int first = 1; first < whole.epochs(); first++) {
      TrainingResult<Perceptron> begun = trainer.withEpochs(first).fit(START, ROWS, validation);
      TrainingResult<Perceptron> resumed =
          trainer.withEpochs(12 - first).resume(begun, ROWS, validation);
      assertEquals(whole.model(), resumed.model(), "stopped after " + first);
      assertEquals(whole.epochs(), resumed.epochs(), "stopped after " + first);
    }
  }

  /** Weights 3, 1, 2 of a loss w²/2: the best is 1, the last is 2. */
  @Test
  void itGoesOnFromTheLastWeightsAndRemembersTheBest() {
    Trainer trainer =
        Trainer.minimizing(Loss.squaredError())
            .withOptimizer(Cases.scripted(3, 1, 2, 1.5))
            .withEarlyStopping(EarlyStopping.onTrainingLoss(5));
    Perceptron zeros = Perceptron.zeros(1, Activation.identity());
    TrainingResult<Perceptron> begun = trainer.withEpochs(3).fit(zeros, Cases.oneRow());
    TrainingResult<Perceptron> more = trainer.withEpochs(1).resume(begun, Cases.oneRow());
    assertEquals(1, more.model().weight(0));
    Dataset other = Cases.oneRow().withTargets(new double[] {1e-3});
    assertEquals(1.5, trainer.withEpochs(1).resume(begun, other).model().weight(0), "other rows");
    assertEquals(
        1.5,
        trainer
            .withEarlyStopping(EarlyStopping.onTrainingLoss(4))
            .withEpochs(1)
            .resume(begun, Cases.oneRow())
            .model()
            .weight(0),
        "another rule");
  }

  /** The cumulative penalty remembers how much it has taken off; another must not see that. */
  @Test
  void whatAPenaltyRemembersIsNotHandedToAnother() {
    Trainer gentle = trainer().withRegularizer(new Remembering(1)).withEpochs(2);
    TrainingResult<Perceptron> begun = gentle.fit(START, ROWS);
    List<Double> seen = new ArrayList<>();
    trainer().withRegularizer(new Remembering(2, seen)).withEpochs(1).resume(begun, ROWS);
    assertEquals(0, seen.get(0), "another begins with nothing");
    seen.clear();
    gentle.withRegularizer(new Remembering(1, seen)).withEpochs(1).resume(begun, ROWS);
    assertEquals(2 * 5, seen.get(0), "the same goes on");
  }

  /** A penalty that counts its steps in its memory, and notes what it finds there. */
  private record Remembering(int number, List<Double> seen) implements Regularizer {
    Remembering(int number) {
      this(number, new ArrayList<>());
    }

    @Override
    public double value(double[] theta, int from, int to) {
      return 0;
    }

    @Override
    public void addGradient(double[] theta, double[] gradient, int from, int to) {}

    @Override
    public void afterStep(double[] theta, int from, int to, double eta, double[][] state) {
      seen.add(state[0][0]);
      state[0][0]++;
    }

    @Override
    public int stateVectors() {
      return 1;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Remembering that && number == that.number;
    }

    @Override
    public int hashCode() {
      return number;
    }
  }
}
