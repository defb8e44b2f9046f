package io.github.gradusml.pipeline;

import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.FittedPreparation;
import io.github.gradusml.data.TargetStandardizer;
import io.github.gradusml.internal.Checks;
import java.util.List;
import java.util.Optional;

/**
 * See {@link Preparation#named}.
 *
 * @param name what it is called
 * @param preparation what it does
 */
record Named(String name, Preparation preparation) implements Preparation {
  Named {
    Checks.notBlank("name", name);
  }

  /**
   * The same, fitted to rows.
   *
   * @param name what it is called
   * @param fitted what it does
   */
  record Fitted(String name, FittedPreparation fitted) implements FittedPreparation {
    @Override
    public Dataset apply(Dataset rows) {
      return fitted.apply(rows);
    }

    /** What it is made of, where that is known; the name is all there is of what is not. */
    @Override
    public List<FittedPreparation> steps() {
      List<FittedPreparation> inside = fitted.steps();
      return inside.stream().allMatch(PreparationKind::isKnown) ? inside : List.of(this);
    }

    @Override
    public Optional<TargetStandardizer> targets() {
      return fitted.targets();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  @Override
  public FittedPreparation fit(Dataset train) {
    return new Fitted(
        name, Checks.notNull("what the preparation returned", preparation.fit(train)));
  }

  @Override
  public boolean keepsTargets() {
    return preparation.keepsTargets();
  }

  @Override
  public String toString() {
    return name;
  }
}
