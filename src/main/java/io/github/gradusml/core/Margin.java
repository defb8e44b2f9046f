package io.github.gradusml.core;

import io.github.gradusml.internal.Checks;

/** What the losses of the margin y·z share: targets −1 and +1, and no need of an activation. */
interface Margin extends Loss {
  @Override
  default boolean accepts(double target) {
    return target == 1 || target == -1;
  }

  @Override
  default boolean separatesClasses() {
    return true;
  }

  @Override
  default String targetRule() {
    return "-1 or +1 for " + this;
  }

  /** A threshold keeps the sign of z, so that the loss of z is what trains it. */
  @Override
  default ComposedLoss compose(Activation activation) {
    return Checks.notNull("activation", activation).isThreshold()
        ? new OnNetInput(this)
        : Loss.super.compose(activation);
  }
}
