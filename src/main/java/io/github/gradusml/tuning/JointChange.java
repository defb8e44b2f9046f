package io.github.gradusml.tuning;

import io.github.gradusml.training.Trainer;

/**
 * What a value of each of two settings makes of a trainer.
 *
 * <pre>{@code
 * (t, alpha, l1Ratio) -> t.withRegularizer(Regularizer.elasticNet(alpha, l1Ratio))
 * }</pre>
 *
 * @param <T> what a value of the first is
 * @param <U> what a value of the second is
 */
@FunctionalInterface
public interface JointChange<T, U> {
  /**
   * Returns the trainer with the values.
   *
   * @param trainer the trainer without
   * @param value a value of the first setting
   * @param otherValue a value of the second
   * @return another trainer
   */
  Trainer apply(Trainer trainer, T value, U otherValue);
}
