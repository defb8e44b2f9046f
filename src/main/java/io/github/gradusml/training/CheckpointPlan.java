package io.github.gradusml.training;

import io.github.gradusml.internal.Checks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * When a training writes its checkpoints, and where to.
 *
 * @param file the file, written anew each time
 * @param everyEpochs after so many epochs
 * @param every after so much time, looked at between epochs; null for a number of epochs
 * @param nanoTime a clock
 */
record CheckpointPlan(Path file, int everyEpochs, Duration every, LongSupplier nanoTime) {
  static CheckpointPlan everyEpochs(Path file, int epochs) {
    Checks.notNull("file", file);
    return new CheckpointPlan(
        file, Checks.atLeast("everyEpochs", epochs, 1), null, System::nanoTime);
  }

  static CheckpointPlan every(Path file, Duration every, LongSupplier nanoTime) {
    Checks.notNull("file", file);
    if (Checks.notNull("every", every).isNegative() || every.isZero()) {
      throw new IllegalArgumentException("every must be > 0, but was " + every);
    }
    return new CheckpointPlan(file, 0, every, nanoTime);
  }

  /** A checkpoint tells of one training from its first epoch on. */
  static void refuse(TrainerSettings settings) {
    if (settings.checkpoints != null) {
      throw new IllegalArgumentException(
          "a training that goes on from a result must write no checkpoints, but its trainer would; go"
              + " on from a checkpoint in its place, or take the trainer without them");
    }
  }

  /** Whether it is time for one. */
  boolean isDue(int epoch, long nanosSinceLast) {
    return every == null
        ? epoch % everyEpochs == 0
        : Duration.ofNanos(nanosSinceLast).compareTo(every) >= 0;
  }
}
