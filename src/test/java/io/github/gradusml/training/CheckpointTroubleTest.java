package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.rate.LearningRate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checkpoints of trainings that do not come to their end, and moments at which there is none. */
class CheckpointTroubleTest {
  private static final Dataset ROWS = TenEpochs.ROWS;
  private static final Perceptron START = TenEpochs.START;

  @TempDir private Path folder;

  @Test
  void oneIsWrittenBeforeATrainingIsInterrupted() {
    Path file = folder.resolve("checkpoint.json");
    Trainer interrupted =
        TenEpochs.told(
                TenEpochs.trainer(),
                (epoch, training) -> {
                  if (epoch.epoch() == 3) {
                    Thread.currentThread().interrupt();
                  }
                })
            .withCheckpoints(file, 100);
    assertThrows(CancellationException.class, () -> interrupted.fit(START, ROWS));
    assertTrue(Thread.interrupted());
    assertEquals(3, TenEpochs.epochsOf(file));
    SameTrainings.assertSame(
        TenEpochs.trainer().fit(START, ROWS),
        TenEpochs.trainer().resume(file, START, ROWS),
        "after the interrupt");
  }

  @Test
  void oneThatDivergesLeavesTheOneBefore() {
    Path file = folder.resolve("checkpoint.json");
    LearningRate rises = LearningRate.constant(0.1).then(9, LearningRate.constant(1e9));
    Trainer trainer = TenEpochs.trainer().withLearningRate(rises).withCheckpoints(file, 1);
    TrainingResult<Perceptron> diverged = trainer.fit(START, ROWS);
    Training<Perceptron> before = trainer.begin(file, START, ROWS, null);
    assertEquals(diverged.divergence().orElseThrow().epoch() - 1, before.epochs());
    SameTrainings.assertSame(diverged, before.run(), "diverges again");
    assertThrows(
        TrainingDivergedException.class, () -> before.saveCheckpoint(folder.resolve("other")));
  }

  @Test
  void inTheMidstOfAnEpochNoneIsWritten() {
    Training<Perceptron> training = TenEpochs.trainer().begin(START, ROWS);
    training.update();
    IllegalStateException e =
        assertThrows(
            IllegalStateException.class, () -> training.saveCheckpoint(folder.resolve("a")));
    assertEquals(
        "a checkpoint is written between epochs, and epoch 1 still has 2 updates; call epoch()"
            + " first, which makes them",
        e.getMessage());
    training.epoch();
    training.saveCheckpoint(folder.resolve("a"));
    assertEquals(1, TenEpochs.epochsOf(folder.resolve("a")));
  }

  @Test
  void aListenerWritesNone() {
    Trainer trainer =
        TenEpochs.told(
            TenEpochs.trainer(), (epoch, training) -> training.saveCheckpoint(folder.resolve("a")));
    IllegalStateException e =
        assertThrows(IllegalStateException.class, () -> trainer.fit(START, ROWS));
    assertEquals(
        "a listener is told before its epoch or update has come to its end; to have checkpoints"
            + " written, call Trainer.withCheckpoints",
        e.getMessage());
  }

  @Test
  void aFolderInPlaceOfTheFileIsNoticedBeforeThereIsAnythingToLose() {
    Trainer trainer =
        TenEpochs.told(TenEpochs.trainer(), (epoch, training) -> Assertions.fail("trained"))
            .withCheckpoints(folder, 9);
    assertEquals(
        "file of checkpoints must be a file, but " + folder + " is a folder",
        Rejected.message(() -> trainer.fit(START, ROWS)));
  }

  /** A folder in the place of the file stands for a full disk: writing fails after epoch 2. */
  @Test
  void whereWritingFailsSoDoesTheTrainingAndGoesOnOnceItCanWrite() throws IOException {
    Path file = folder.resolve("checkpoint.json");
    Training<Perceptron> training = TenEpochs.trainer().withCheckpoints(file, 2).begin(START, ROWS);
    Files.createDirectory(file);
    training.epoch();
    UncheckedIOException e = assertThrows(UncheckedIOException.class, training::epoch);
    assertEquals("file " + file + " cannot be written: it is a folder", e.getMessage());
    Files.delete(file);
    SameTrainings.assertSame(
        TenEpochs.trainer().fit(START, ROWS), training.run(), "after the failure");
    assertEquals(10, TenEpochs.epochsOf(file));
  }
}
