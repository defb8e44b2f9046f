package io.github.gradusml.rows;

/**
 * What a training starts from, once it is known how many columns its rows have.
 *
 * <p>A model is one: it starts from itself. Where a preparation finds out how many features there
 * are, as a vocabulary that is fitted to texts does, and anew in every fold of a cross-validation,
 * a lambda makes the model, such as {@code features -> Perceptron.zeros(features,
 * Activation.sigmoid())}.
 *
 * <p>It is asked for the same number again, and returns the same model then; its output does not
 * depend on the number. It may be used by several threads at once.
 *
 * @param <M> the kind of model
 */
@FunctionalInterface
public interface Start<M> {
  /**
   * Returns the model to start from.
   *
   * @param columns how many columns the rows to train on have, once they are prepared; at least 1
   * @return a model of as many features; one that is there already returns itself, and is refused
   *     by who trains it if it has others
   */
  M forColumns(int columns);
}
