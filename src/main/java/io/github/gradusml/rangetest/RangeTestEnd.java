package io.github.gradusml.rangetest;

/** Why a range test ended. */
public enum RangeTestEnd {
  /** The loss rose to several times its best. */
  LOSS_ROSE,
  /** The loss was infinite or not a number, or the weights exploded. */
  NOT_FINITE,
  /** All rates were tried. */
  RATES_DONE
}
