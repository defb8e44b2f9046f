package io.github.gradusml.core;

import java.util.List;

/**
 * What predicts one number for a row of features, and can be trained by gradient descent.
 *
 * <p>A model is immutable: predicting and training leave it as it was, and any number of threads
 * may share it. Its parameters are one flat vector θ, and it knows the gradient of a loss with
 * respect to θ. Whatever trains (update rules, penalties, schedules, the loop) works on θ alone and
 * never asks what the model looks like.
 *
 * <p>Implement this interface to train a model of your own with the same {@code Trainer}.
 *
 * @param <M> the model's own type
 * @see Perceptron
 */
public interface Model<M extends Model<M>> {
  /**
   * Returns the number of features in a row.
   *
   * @return at least 1
   */
  int features();

  /**
   * Returns the net input z of a row: the number that the last activation is applied to.
   *
   * @param x one row of features; length {@link #features()}, finite
   * @return z
   * @throws IllegalArgumentException if {@code x} has another length, or a value that is not finite
   */
  double netInput(double... x);

  /**
   * Returns the prediction ŷ = φ(z) for a row.
   *
   * @param x one row of features; length {@link #features()}, finite
   * @return ŷ, in the range of the activation
   * @throws IllegalArgumentException if {@code x} has another length, or a value that is not finite
   */
  double predict(double... x);

  /**
   * Returns the class of a row: 1 where z ≥ 0, else 0.
   *
   * <p>The boundary z = 0 is where a sigmoid crosses ½, where a step and a sign jump, and where
   * hinge-like losses and a squared error on −1/+1 targets change sides. A squared error on 0/1
   * targets puts the boundary at ½ instead: give it −1/+1 targets before you ask for classes.
   *
   * @param x one row of features; length {@link #features()}, finite
   * @return 0 or 1: 1 stands for the positive class, whose target is 1
   * @throws IllegalArgumentException if {@code x} has another length, or a value that is not finite
   */
  default int classify(double... x) {
    return netInput(x) >= 0 ? 1 : 0;
  }

  /**
   * Returns θ.
   *
   * @return a new array; its length is the end of the last block
   */
  double[] parameters();

  /**
   * Returns the named parts of θ, in order and without gaps.
   *
   * @return at least one block
   */
  List<ParameterBlock> blocks();

  /**
   * Returns a model like this one with other parameters.
   *
   * @param theta the new θ; copied
   * @return a new model
   * @throws IllegalArgumentException if the length differs or a value is not finite
   */
  M withParameters(double[] theta);

  /**
   * Returns the loss of this kind of model and its gradient, as functions of θ.
   *
   * @param loss the loss L(ŷ, y) of one row
   * @return a new object, to be used by one thread at a time; it does not depend on this model's
   *     own parameters
   * @throws IllegalArgumentException if the loss cannot be trained through this model's activation
   */
  LossGradient lossGradient(Loss loss);
}
