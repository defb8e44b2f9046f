package io.github.gradusml.optimizer;

/** The check of a share of something remembered. */
final class Shares {
  private Shares() {}

  static void check(String name, double value) {
    if (!(value >= 0 && value < 1)) {
      throw new IllegalArgumentException(name + " must be in [0, 1), but was " + value);
    }
  }
}
