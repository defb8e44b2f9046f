package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.update.UpdateStrategy;
import org.junit.jupiter.api.Test;

/** The parameters of a training on its way. */
class TrainingParametersTest {
  private static final Dataset ROWS = Cases.rows(Loss.squaredError(), 150, 3, 1);
  private static final Perceptron START = Perceptron.random(3, Activation.identity(), 2);
  private static final Trainer FIVE =
      Trainer.minimizing(Loss.squaredError())
          .withUpdates(UpdateStrategy.miniBatch(32))
          .withEpochs(3);

  @Test
  void parametersAreThoseOfTheModelAndACopy() {
    Training<Perceptron> training = FIVE.begin(START, ROWS);
    assertArrayEquals(START.parameters(), training.parameters());
    training.update();
    training.parameters()[0] = 99;
    assertArrayEquals(training.model().parameters(), training.parameters());
  }

  @Test
  void theyAreThereAlsoWhereTrainingHasDiverged() {
    Training<Perceptron> training =
        FIVE.withLearningRate(LearningRate.constant(1e30)).withEpochs(1000).begin(START, ROWS);
    while (training.goesOn()) {
      training.epoch();
    }
    assertThrows(TrainingDivergedException.class, training::model);
    assertEquals(4, training.parameters().length);
  }
}
