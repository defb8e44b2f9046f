package io.github.gradusml.data;

import io.github.gradusml.internal.Checks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is done to rows before a model sees them: fitted to training rows, and then the same for any
 * others.
 *
 * <p>A {@link Standardizer}, a {@link TargetStandardizer} and a {@link FeatureSelection} are fitted
 * preparations; {@link #andThen} puts one behind another. One of your own may be a lambda, {@code
 * rows -> rows.selectFeatures("area", "age")}: it is used as the others are, but cannot be saved,
 * since no file holds a lambda.
 *
 * <p>A fitted preparation is immutable, may be used by several threads at once, and returns as many
 * rows as it is given.
 *
 * <p>Article: section 3, Standardize input data.
 */
@FunctionalInterface
public interface FittedPreparation {
  /**
   * Prepares rows.
   *
   * @param data the rows, with the features that this was fitted to
   * @return the same rows, prepared
   * @throws IllegalArgumentException if they are others
   */
  Dataset apply(Dataset data);

  /**
   * Returns what this is made of, in the order in which it is done.
   *
   * @return this alone, unless it was put together of others, as by {@link #andThen}
   */
  default List<FittedPreparation> steps() {
    return List.of(this);
  }

  /**
   * Returns what brings predictions back to the unit that the targets had before.
   *
   * @return empty where targets are left as they are
   */
  default Optional<TargetStandardizer> targets() {
    return Optional.empty();
  }

  /**
   * Returns this preparation with another behind it.
   *
   * @param next what is done to the rows that this returns
   * @return both
   * @throws IllegalArgumentException if both standardize targets
   */
  default FittedPreparation andThen(FittedPreparation next) {
    return of(List.of(this, Checks.notNull("next", next)));
  }

  /**
   * Returns a preparation of several steps.
   *
   * @param steps what is done, in order; none leaves the rows as they are
   * @return the preparation
   * @throws IllegalArgumentException if two standardize targets
   */
  static FittedPreparation of(List<? extends FittedPreparation> steps) {
    List<FittedPreparation> all = new ArrayList<>();
    Checks.noneNull("steps", steps).forEach(step -> all.addAll(step.steps()));
    return all.size() == 1 ? all.get(0) : new PreparationSteps(List.copyOf(all));
  }
}
