package io.github.gradusml.training;

/** How much a {@link Finding} matters. The most severe comes first. */
public enum Severity {
  /** As it is, the model is of no use. */
  ERROR,
  /** The model would be better, or the numbers more to be trusted, with something changed. */
  WARNING,
  /** Worth a look; it may be meant. */
  HINT
}
