package io.github.gradusml.training;

import io.github.gradusml.internal.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Writes the checkpoints of one training, at the ends of its epochs. */
final class CheckpointWriter {
  private final CheckpointPlan plan;
  private final CheckpointFile file;
  private long lastTime;
  private int lastEpoch;

  /**
   * Begins to wait for the first.
   *
   * @param plan when and where to; null for never
   * @param file writes one
   * @param epoch the epochs done
   * @throws IllegalArgumentException if the file is a folder
   */
  CheckpointWriter(CheckpointPlan plan, CheckpointFile file, int epoch) {
    if (plan != null && Files.isDirectory(plan.file())) {
      throw new IllegalArgumentException( // now, and not after hours of training
          "file of checkpoints must be a file, but " + plan.file() + " is a folder");
    }
    this.plan = plan;
    this.file = file;
    this.lastEpoch = epoch;
    this.lastTime = plan == null ? 0 : plan.nanoTime().getAsLong();
  }

  /** Writes one after an epoch, if it is the last or it is time to. */
  void epochEnded(int epoch, boolean isLast, Supplier<Checkpoint> now) {
    if (plan != null && (isLast || plan.isDue(epoch, plan.nanoTime().getAsLong() - lastTime))) {
      write(epoch, now);
    }
  }

  /** Writes one before training is left, unless that of this epoch has been written. */
  void left(int epoch, Supplier<Checkpoint> now) {
    if (plan != null && epoch != lastEpoch) {
      write(epoch, now);
    }
  }

  /**
   * Writes one to a file of the caller's choice.
   *
   * @param isTelling whether a listener is being told
   * @param left how many updates the epoch still has
   */
  void save(Path to, boolean isTelling, int left, Checkpoint now) {
    if (isTelling) {
      throw new IllegalStateException(
          "a listener is told before its epoch or update has come to its end; to have checkpoints"
              + " written, call Trainer.withCheckpoints");
    }
    if (left > 0) {
      throw new IllegalStateException(
          "a checkpoint is written between epochs, and epoch "
              + now.epochs()
              + " still has "
              + Texts.count(left, "update")
              + "; call epoch() first, which makes them");
    }
    file.write(to, now);
  }

  private void write(int epoch, Supplier<Checkpoint> now) {
    file.write(plan.file(), now.get());
    lastEpoch = epoch;
    lastTime = plan.nanoTime().getAsLong();
  }
}
