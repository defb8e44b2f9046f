package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** Whoever interrupts a training gets its thread back after an epoch. */
class InterruptedTrainingTest {
  private static final Dataset ROWS = Cases.rows(Loss.squaredError(), 20, 2, 1);
  private static final Perceptron START = Perceptron.zeros(2, Activation.identity());

  /** Interrupts the thread that trains, at the end of an epoch. */
  private static Trainer interruptedAfter(int last) {
    return Trainer.minimizing(Loss.squaredError())
        .withListener(
            new TrainingListener() {
              @Override
              public void epochEnded(EpochRecord epoch, Training<?> training) {
                if (epoch.epoch() == last) {
                  Thread.currentThread().interrupt();
                }
              }
            });
  }

  @Test
  void aFitEndsAfterTheEpochAndLeavesTheInterrupt() {
    CancellationException e =
        assertThrows(CancellationException.class, () -> interruptedAfter(7).fit(START, ROWS));
    assertEquals(
        "training was interrupted after epoch 7 of 100; one that is begun by Trainer.begin can be"
            + " left at any time and keeps its result",
        e.getMessage());
    assertTrue(Thread.interrupted());
  }

  @Test
  void soDoesOneThatIsResumed() {
    TrainingResult<Perceptron> begun = interruptedAfter(0).withEpochs(2).fit(START, ROWS);
    Trainer trainer = interruptedAfter(3);
    assertThrows(CancellationException.class, () -> trainer.resume(begun, ROWS));
    assertTrue(Thread.interrupted());
  }

  @Test
  void inItsLastEpochItIsDoneAllTheSame() {
    TrainingResult<Perceptron> result = interruptedAfter(3).withEpochs(3).fit(START, ROWS);
    assertTrue(Thread.interrupted());
    assertEquals(3, result.epochs());
  }

  @Test
  void oneThatIsSteppedKeepsItsResult() {
    Training<Perceptron> training = interruptedAfter(2).begin(START, ROWS);
    while (!Thread.interrupted()) {
      training.epoch();
    }
    assertEquals(2, training.result().epochs());
    assertEquals(StopReason.UNFINISHED, training.result().stopReason());
  }
}
