package io.github.gradusml.core;

import io.github.gradusml.rows.Rows;
import io.github.gradusml.rows.Start;
import java.util.List;

/**
 * What predicts from a row of features, and can be trained by gradient descent.
 *
 * <pre>{@code
 * z₁ = W₁ᵀ·x  →  z = layers(z₁)  →  ŷ = output(z)
 * }</pre>
 *
 * <p>A model is immutable: predicting and training leave it as it was, and any number of threads
 * may share it. Its parameters are one flat vector θ, which begins with W₁, column by column of the
 * features: the weights of feature j to all units of the first layer are one stretch. What trains
 * (update rules, penalties, schedules, the loop) works on θ alone and never asks what the model
 * looks like.
 *
 * <p>To train a model of your own with the same {@code Trainer}, implement the six methods that
 * have no default, of which a record gives some for nothing. Rows and their weights, batches, sums
 * and threads are the library's business.
 *
 * <p><b>What a prediction is.</b> With one {@linkplain Output output}: {@code predict} is the
 * number ŷ = φ(z), {@code classify} compares it with the cut, and the two probabilities are 1 − ŷ
 * and ŷ where ŷ is one. With several outputs each stands for a class: {@code classify} takes the
 * largest net input, {@code probabilities} has one for each, and {@code predict} is the number of
 * the class, so that a prediction can always be compared with a target. Where weights and features
 * are so large together that a net input is not a number, neither are the probabilities, and the
 * class means nothing.
 *
 * <p>What is asked of many {@link Rows} at a time has the same bits as row by row.
 *
 * @param <M> the model's own type
 * @see Perceptron
 */
public interface Model<M extends Model<M>> extends Start<M> {
  /**
   * Returns the number of features in a row.
   *
   * @return at least 1
   */
  int features();

  /**
   * Returns the layers above the first products.
   *
   * @param rows how many rows at a time they must hold at the most
   * @return a new object, used by one thread; it does not depend on this model's own parameters
   */
  Layers layers(int rows);

  /**
   * Returns what becomes of the net inputs.
   *
   * @return the output
   */
  Output output();

  /**
   * Returns the named parts of θ, in order and without gaps; the first is W₁.
   *
   * @return at least one block
   */
  List<ParameterBlock> blocks();

  /**
   * Returns θ.
   *
   * @return a new array; its length is the end of the last block
   */
  double[] parameters();

  /**
   * Returns a model like this one with other parameters and another output: what a training ends
   * with.
   *
   * @param theta the new θ; copied
   * @param output as {@link #output()}, but for its cut
   * @return a new model
   * @throws IllegalArgumentException if the length differs or a value is not finite
   */
  M with(double[] theta, Output output);

  /**
   * Returns a model like this one with other parameters.
   *
   * @param theta the new θ; copied
   * @return a new model
   * @throws IllegalArgumentException if the length differs or a value is not finite
   */
  default M withParameters(double[] theta) {
    return with(theta, output());
  }

  /**
   * Returns a model like this one that takes a row for class 1 from another prediction on.
   *
   * @param cut for instance a probability; finite
   * @return a new model
   * @throws IllegalArgumentException if it is not finite, or the model has several outputs
   */
  default M withCut(double cut) {
    return with(parameters(), output().withCut(cut));
  }

  /**
   * Returns this model, which is there already: what a training starts from.
   *
   * @param columns how many columns the rows have; who trains compares them
   * @return this
   */
  @Override
  @SuppressWarnings("unchecked") // M is the model's own type
  default M forColumns(int columns) {
    return (M) this;
  }

  /**
   * Returns the net inputs of a row, one an output.
   *
   * @param x one row of features; length {@link #features()}, finite
   * @return z, length k
   * @throws IllegalArgumentException if {@code x} has another length, or a value that is not finite
   */
  default double[] netInputs(double... x) {
    return Predictions.netInputs(this, Predictions.oneRow(this, x));
  }

  /**
   * Returns the net input of a row.
   *
   * @param x one row of features; length {@link #features()}, finite
   * @return z
   * @throws IllegalArgumentException if {@code x} has another length, or a value that is not finite
   * @throws IllegalStateException if the model has several outputs; take {@link #netInputs}
   */
  default double netInput(double... x) {
    Predictions.checkOneOutput(this);
    return netInputs(x)[0];
  }

  /**
   * Returns the prediction for a row: ŷ = φ(z), or the number of its class where there are several
   * outputs.
   *
   * @param x one row of features; length {@link #features()}, finite
   * @return ŷ
   * @throws IllegalArgumentException if {@code x} has another length, or a value that is not finite
   */
  default double predict(double... x) {
    return Predictions.predict(output(), netInputs(x))[0];
  }

  /**
   * Returns the probability of each class for a row.
   *
   * @param x one row of features; length {@link #features()}, finite
   * @return one number a class, with sum 1; two where there is one output
   * @throws IllegalArgumentException if {@code x} has another length, or a value that is not finite
   * @throws IllegalStateException if the model's predictions are no probabilities
   */
  default double[] probabilities(double... x) {
    return Predictions.probabilities(output(), netInputs(x));
  }

  /**
   * Returns the class of a row.
   *
   * @param x one row of features; length {@link #features()}, finite
   * @return the number of the class; where there is one output, 1 if ŷ reaches {@link Output#cut},
   *     else 0
   * @throws IllegalArgumentException if {@code x} has another length, or a value that is not finite
   * @throws IllegalStateException if the model was trained on targets of more than two kinds
   */
  default int classify(double... x) {
    return output().classify(netInputs(x), 0);
  }

  /**
   * Returns the net inputs of a sparse row, with the bits of the same row written out.
   *
   * @param indices the columns that are not 0, from 0 to {@link #features()} − 1, ascending, each
   *     once
   * @param values their numbers, finite, as many
   * @return z, length k
   * @throws IllegalArgumentException if a column is out of order, comes twice or is none of the
   *     model's, a number is not finite, or the lengths differ
   */
  default double[] netInputs(int[] indices, double[] values) {
    return netInputs(Predictions.oneRow(this, indices, values));
  }

  /**
   * Returns the net input of a sparse row.
   *
   * @param indices as in {@link #netInputs(int[], double[])}
   * @param values their numbers
   * @return z
   * @throws IllegalArgumentException as there
   * @throws IllegalStateException if the model has several outputs; take {@link #netInputs(int[],
   *     double[])}
   */
  default double netInput(int[] indices, double[] values) {
    Predictions.checkOneOutput(this);
    return netInputs(indices, values)[0];
  }

  /**
   * Returns the prediction for a sparse row, as {@link #predict(double...)}.
   *
   * @param indices as in {@link #netInputs(int[], double[])}
   * @param values their numbers
   * @return ŷ
   * @throws IllegalArgumentException as there
   */
  default double predict(int[] indices, double[] values) {
    return Predictions.predict(output(), netInputs(indices, values))[0];
  }

  /**
   * Returns the probability of each class for a sparse row, as {@link #probabilities(double...)}.
   *
   * @param indices as in {@link #netInputs(int[], double[])}
   * @param values their numbers
   * @return one number a class, with sum 1; two where there is one output
   * @throws IllegalArgumentException as there
   * @throws IllegalStateException if the model's predictions are no probabilities
   */
  default double[] probabilities(int[] indices, double[] values) {
    return Predictions.probabilities(output(), netInputs(indices, values));
  }

  /**
   * Returns the class of a sparse row, as {@link #classify(double...)}.
   *
   * @param indices as in {@link #netInputs(int[], double[])}
   * @param values their numbers
   * @return the number of the class
   * @throws IllegalArgumentException as there
   * @throws IllegalStateException if the model was trained on targets of more than two kinds
   */
  default int classify(int[] indices, double[] values) {
    return output().classify(netInputs(indices, values), 0);
  }

  /**
   * Returns the net inputs of many rows.
   *
   * @param rows n rows of {@link #features()} columns
   * @return n·k numbers, row after row
   * @throws IllegalArgumentException if the number of columns differs
   */
  default double[] netInputs(Rows rows) {
    return Predictions.netInputs(this, Predictions.checked(this, rows));
  }

  /**
   * Returns the predictions for many rows.
   *
   * @param rows n rows of {@link #features()} columns
   * @return n numbers
   * @throws IllegalArgumentException if the number of columns differs
   */
  default double[] predict(Rows rows) {
    return Predictions.predict(output(), netInputs(rows));
  }

  /**
   * Returns the probability of each class for many rows.
   *
   * @param rows n rows of {@link #features()} columns
   * @return n·classes numbers, row after row
   * @throws IllegalArgumentException if the number of columns differs
   * @throws IllegalStateException if the model's predictions are no probabilities
   */
  default double[] probabilities(Rows rows) {
    return Predictions.probabilities(output(), netInputs(rows));
  }

  /**
   * Returns the classes of many rows.
   *
   * @param rows n rows of {@link #features()} columns
   * @return n numbers of classes
   * @throws IllegalArgumentException if the number of columns differs
   * @throws IllegalStateException if the model was trained on targets of more than two kinds
   */
  default int[] classify(Rows rows) {
    return Predictions.classify(output(), netInputs(rows));
  }
}
