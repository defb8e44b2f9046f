package io.github.gradusml.reliability;

import io.github.gradusml.reliability.RandomTraining.Truth;
import io.github.gradusml.training.TrainingResult;

/** A random training, of which it is known by construction what is true of it. */
interface RandomCase {
  /** What is true of it. */
  Truth truth();

  /** Trains. */
  TrainingResult<?> run();

  /** Whether it learns, if one does what a warning says. */
  boolean learnsBy(String advice);

  /** Whether it comes further with the larger rate that a warning names. */
  boolean comesFurtherBy(String advice);
}
