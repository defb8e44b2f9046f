package io.github.gradusml.pipeline;

import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.FittedPreparation;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.Texts;

/**
 * See {@link Preparation#andThen}.
 *
 * @param first what is done first
 * @param next what is done then
 */
record Sequence(Preparation first, Preparation next) implements Preparation {
  @Override
  public FittedPreparation fit(Dataset train) {
    FittedPreparation fitted = Checks.notNull("what the preparation returned", first.fit(train));
    return fitted.andThen(
        Checks.notNull("what the preparation returned", next.fit(fitted.apply(train))));
  }

  @Override
  public boolean keepsTargets() {
    return first.keepsTargets() && next.keepsTargets();
  }

  @Override
  public String toString() {
    return Texts.named(first) + ", then " + Texts.named(next);
  }
}
