package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A training that is taken a step at a time makes the steps of one that runs to its end. */
class SteppingTest {
  /** 150 rows: more than the 128 that lie between two looks at the weights. */
  private static final Dataset ROWS = Cases.rows(Loss.squaredError(), 150, 3, 1);

  private static final Perceptron START = Perceptron.random(3, Activation.identity(), 2);

  private static final double ETA = 1.0 / 16;

  /** Five updates an epoch. */
  private static final Trainer FIVE = trainer().withUpdates(UpdateStrategy.miniBatch(32));

  private static Trainer trainer() {
    return Trainer.minimizing(Loss.squaredError())
        .withLearningRate(LearningRate.constant(ETA))
        .withEpochs(3);
  }

  static List<Trainer> trainers() {
    List<Trainer> trainers = new ArrayList<>();
    for (UpdateStrategy strategy : Cases.strategies()) {
      Trainer trainer = trainer().withUpdates(strategy);
      trainers.add(trainer.withLearningRate(LearningRate.inverseTime(0.1, 0.01)));
      trainers.add(trainer.withRegularizer(Regularizer.l2(0.1)));
      trainers.add(trainer.withRegularizer(Regularizer.elasticNet(0.1, 0.5)));
      trainers.add(trainer.withOptimizer(Optimizer.momentum(0.5)));
      trainers.add(trainer.withOptimizer(Optimizer.adam()));
    }
    return trainers;
  }

  @ParameterizedTest
  @MethodSource("trainers")
  void updatesEqualAFit(Trainer trainer) {
    Training<Perceptron> training = trainer.begin(START, ROWS);
    int updates = trainer.updates().updatesPerEpoch(ROWS.rows()) * trainer.epochs();
    for (int k = 0; k < updates; k++) {
      assertTrue(training.goesOn());
      training.update();
    }
    assertSame(trainer, training);
  }

  @ParameterizedTest
  @MethodSource("trainers")
  void epochsEqualAFit(Trainer trainer) {
    Training<Perceptron> training = trainer.begin(START, ROWS);
    for (int k = 0; k < trainer.epochs(); k++) {
      training.epoch();
      assertEquals(k + 1, training.epochs());
    }
    assertSame(trainer, training);
  }

  @ParameterizedTest
  @MethodSource("trainers")
  void updatesAndEpochsInAnyMixtureEqualAFit(Trainer trainer) {
    Training<Perceptron> training = trainer.begin(START, ROWS);
    for (int k = 1; training.goesOn(); k++) {
      for (int u = 0; u < k && training.goesOn(); u++) {
        training.update();
      }
      if (training.goesOn()) {
        training.epoch();
      }
    }
    assertSame(trainer, training);
  }

  @ParameterizedTest
  @MethodSource("trainers")
  void lookingAtTheModelInBetweenChangesNothing(Trainer trainer) {
    Training<Perceptron> training = trainer.begin(START, ROWS);
    while (training.goesOn()) {
      training.update();
      training.model();
      training.result();
    }
    assertSame(trainer, training);
  }

  private static void assertSame(Trainer trainer, Training<Perceptron> training) {
    assertFalse(training.goesOn());
    TrainingResult<Perceptron> stepped = training.result();
    TrainingResult<Perceptron> whole = trainer.fit(START, ROWS);
    assertArrayEquals(Cases.bits(whole.model()), Cases.bits(stepped.model()));
    assertArrayEquals(Cases.bits(whole.model()), Cases.bits(training.model()));
    assertEquals(whole.stopReason(), stepped.stopReason());
    assertEquals(whole.epochs(), stepped.epochs());
    assertEquals(whole.updates(), stepped.updates());
    assertArrayEquals(whole.history().losses(), stepped.history().losses());
    assertArrayEquals(
        whole.history().each(EpochRecord::runningLoss),
        stepped.history().each(EpochRecord::runningLoss));
  }

  @Test
  void anEpochInTheMidstOfOneFinishesIt() {
    Training<Perceptron> training = FIVE.begin(START, ROWS);
    training.update();
    training.update();
    training.epoch();
    assertEquals(1, training.epochs());
    assertEquals(5, training.updates());
    assertEquals(1, training.result().history().epochs().size());
    training.epoch();
    assertEquals(2, training.epochs());
    assertEquals(10, training.updates());
  }

  @Test
  void theLastUpdateOfAnEpochEndsIt() {
    List<Integer> heard = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void epochEnded(EpochRecord record, Training<?> training) {
            heard.add(record.epoch());
          }
        };
    Training<Perceptron> training = FIVE.withListener(listener).begin(START, ROWS);
    for (int k = 0; k < 4; k++) {
      training.update();
    }
    assertEquals(List.of(), heard);
    training.update();
    assertEquals(List.of(1), heard);
    training.update();
    assertEquals(List.of(1), heard);
    assertEquals(2, training.epochs());
  }

  @Test
  void itCountsItsEpochsAndUpdatesAndSaysItsRate() {
    LearningRate falling = (update, epoch) -> 0.1 / (1 + update);
    Training<Perceptron> training = FIVE.withLearningRate(falling).begin(START, ROWS);
    assertEquals(0, training.epochs());
    assertEquals(0, training.updates());
    assertEquals(0, training.learningRate());
    assertArrayEquals(Cases.bits(START), Cases.bits(training.model()));
    training.update();
    assertEquals(1, training.epochs());
    assertEquals(1, training.updates());
    assertEquals(0.1, training.learningRate());
    training.update();
    assertEquals(2, training.updates());
    assertEquals(0.1 / 2, training.learningRate());
    training.epoch();
    assertEquals(5, training.updates());
    assertEquals(0.1 / 5, training.learningRate());
    String start = "Training(";
    assertEquals(start + "epoch 1, 5 updates)", training.toString());
  }

  /** From weights 0 and with η a power of two, θ = −η·∇ is exact. */
  @ParameterizedTest
  @MethodSource("batchSizes")
  void theGradientIsTheDifferenceThatItMade(UpdateStrategy strategy) {
    Perceptron zeros = Perceptron.zeros(3, Activation.identity());
    Training<Perceptron> training = trainer().withUpdates(strategy).begin(zeros, ROWS);
    training.update();
    double[] expected = training.gradient().clone();
    double[] theta = training.model().parameters();
    for (int j = 0; j < theta.length; j++) {
      assertEquals(expected[j], -theta[j] / ETA, "θ" + j);
    }
    training.gradient()[0] = 1e9;
    assertArrayEquals(expected, training.gradient(), "it is a copy");
  }

  static List<UpdateStrategy> batchSizes() {
    return List.of(
        UpdateStrategy.batch(), UpdateStrategy.miniBatch(32), UpdateStrategy.stochastic());
  }

  @Test
  void theGradientHasTheSmoothPartOfThePenalty() {
    double alpha = 0.5;
    Trainer plain = trainer().withUpdates(UpdateStrategy.batch());
    double[] without = gradient(plain);
    double[] with = gradient(plain.withRegularizer(Regularizer.l2(alpha)));
    double[] w = START.weights();
    for (int j = 0; j < w.length; j++) {
      assertEquals(without[j] + alpha * w[j], with[j], "θ" + j);
    }
    assertEquals(without[w.length], with[w.length], "never on a bias");
    assertArrayEquals(without, gradient(plain.withRegularizer(Regularizer.l1(alpha))), "a kink");
  }

  private static double[] gradient(Trainer trainer) {
    Training<Perceptron> training = trainer.begin(START, ROWS);
    training.update();
    return training.gradient();
  }

  @Test
  void thereIsNoGradientBeforeAnUpdateOrAfterAnEpoch() {
    Training<Perceptron> training = FIVE.begin(START, ROWS);
    assertNoGradient(training);
    training.update();
    assertEquals(4, training.gradient().length);
    training.epoch();
    assertNoGradient(training);
  }

  private static void assertNoGradient(Training<Perceptron> training) {
    IllegalStateException e = assertThrows(IllegalStateException.class, training::gradient);
    assertEquals(
        "gradient is that of an update, so call update() before, or ask in a listener of updates,"
            + " withHistory(HistoryDetail.UPDATE)",
        e.getMessage());
  }

  @Test
  void whenAllIsDoneAFurtherStepIsRefused() {
    Training<Perceptron> training = FIVE.begin(START, ROWS);
    for (int k = 0; k < 3; k++) {
      assertTrue(training.goesOn());
      training.epoch();
    }
    assertFalse(training.goesOn());
    Perceptron model = training.model();
    for (Runnable step : List.<Runnable>of(training::update, training::epoch)) {
      IllegalStateException e = assertThrows(IllegalStateException.class, step::run);
      assertEquals(
          "training has ended after 3 epochs; Trainer.resume goes on for as many as the trainer has",
          e.getMessage());
    }
    assertEquals(model, training.model());
    assertEquals(15, training.updates());
  }
}
