package io.github.gradusml.plot;

/** How numbers are laid out along an axis. */
enum Scale {
  /** Evenly. */
  LINEAR,
  /** Evenly, from 0 on, with marks at whole numbers only: epochs, updates. */
  COUNT,
  /** Evenly by factor: rates, losses. Only numbers above 0 have a place. */
  LOG;

  /** Whether a number has a place on such an axis. */
  boolean shows(double value) {
    return Double.isFinite(value) && (this != LOG || value > 0);
  }
}
