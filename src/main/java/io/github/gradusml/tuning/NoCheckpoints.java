package io.github.gradusml.tuning;

import io.github.gradusml.training.Trainer;

/** Trainings side by side would overwrite each other's checkpoints. */
final class NoCheckpoints {
  private NoCheckpoints() {}

  /** Returns a trainer that writes none. */
  static Trainer in(Trainer trainer) {
    if (trainer.checkpoints().isPresent()) {
      throw new IllegalArgumentException(
          "trainer must write no checkpoints where it trains many times, since each training would"
              + " overwrite the file of another, but writes "
              + trainer.checkpoints().get()
              + "; call withCheckpoints afterwards, for the one training that is to be kept");
    }
    return trainer;
  }
}
