package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.update.UpdateStrategy;
import org.junit.jupiter.api.Test;

/** A loss of somebody's own that fails on its way leaves a training that still adds up. */
class FailingLossTest {
  private static final Dataset ROWS = Cases.rows(Loss.squaredError(), 100, 3, 1);
  private static final Perceptron START = Perceptron.zeros(3, Activation.identity());

  /** Half the squared error, until it is asked for a slope once too often. */
  private static final class Failing implements Loss {
    private int left;

    Failing(int slopes) {
      left = slopes;
    }

    @Override
    public double value(double prediction, double target) {
      return 0.5 * (prediction - target) * (prediction - target);
    }

    @Override
    public double derivative(double prediction, double target) {
      left--;
      if (left < 0) {
        throw new IllegalStateException("no more slopes");
      }
      return prediction - target;
    }
  }

  private static Training<Perceptron> begin(int slopes, UpdateStrategy updates) {
    return Trainer.minimizing(new Failing(slopes))
        .withUpdates(updates.withoutShuffling())
        .withHistory(HistoryDetail.NONE)
        .withEpochs(2)
        .withoutLog()
        .begin(START, ROWS);
  }

  @Test
  void rowByRowTheBiasIsOfTheSameRowsAsTheWeights() {
    Training<Perceptron> failing = begin(50, UpdateStrategy.stochastic());
    assertThrows(IllegalStateException.class, failing::epoch);
    Training<Perceptron> sound = begin(1000, UpdateStrategy.stochastic());
    for (int k = 0; k < 50; k++) {
      sound.update();
    }
    assertEquals(sound.model(), failing.model());
    assertTrue(failing.model().bias() != 0);
  }

  @Test
  void anUpdateThatFailedHasNoGradientAndNoRows() {
    for (UpdateStrategy updates :
        new UpdateStrategy[] {UpdateStrategy.stochastic(), UpdateStrategy.miniBatch(10)}) {
      Training<Perceptron> training = begin(20, updates);
      while (training.updates() < 2) {
        training.update();
      }
      assertThrows(
          IllegalStateException.class,
          () -> {
            while (true) {
              training.update();
            }
          });
      assertThrows(IllegalStateException.class, training::gradient, updates.toString());
      assertThrows(IllegalStateException.class, training::rows, updates.toString());
    }
  }

  @Test
  void rowByRowAnUpdateThatFailedIsNotCounted() {
    Training<Perceptron> training = begin(21, UpdateStrategy.stochastic());
    for (int k = 0; k < 10; k++) {
      training.update(); // asks for two slopes: that of the gradient, and that of the step
    }
    assertThrows(IllegalStateException.class, training::update);
    assertEquals(10, training.updates());
  }
}
