package io.github.gradusml.core;

import io.github.gradusml.internal.Checks;

/**
 * The last step of a model: from its k net inputs to predictions, probabilities and a class, and
 * what a loss looks like from there.
 *
 * <p>With one output, ŷ = φ(z), and two classes are told apart by whether ŷ reaches the {@link
 * #cut}. With several, each stands for a class, and the class with the largest net input is taken,
 * the first of equals.
 *
 * <p>An output is immutable. Numbers of many rows lie one row behind the other: those of row i
 * begin at {@code i·k}.
 *
 * <p>To add one of your own with several outputs, implement {@link #outputs}, {@link #predict} and
 * {@link #compose}; with one, {@link #cut}, {@link #withCut}, {@link #fittedTo}, {@link #classify}
 * and {@link #probabilities} as well.
 *
 * <p>Article: section 1, Perceptron learning. Symbols: k outputs, z net inputs, φ activation, ŷ
 * predictions.
 */
public interface Output {
  /**
   * Returns the number of net inputs.
   *
   * @return k, at least 1
   */
  int outputs();

  /**
   * Computes the predictions of a row: one number for each net input.
   *
   * @param z net inputs, row after row
   * @param row i, the row
   * @param prediction receives ŷ, at the places that z has in its array
   */
  void predict(double[] z, int row, double[] prediction);

  /**
   * Returns a loss as a function of the net inputs.
   *
   * @param loss L
   * @return the loss of z and its slope
   * @throws IllegalArgumentException if the loss cannot be trained through this output
   */
  LossOnNetInputs compose(Loss loss);

  /**
   * Tells whether a loss has a meaning for a target here.
   *
   * @param loss L
   * @param target y
   * @return what the loss says, unless the output knows better: one of k classes takes their
   *     numbers
   */
  default boolean accepts(Loss loss, double target) {
    return Checks.notNull("loss", loss).accepts(target);
  }

  /**
   * Says what {@link #accepts} asks for, in the words of an error message.
   *
   * @param loss L
   * @return what must hold of a target, to be read after "target must be"
   */
  default String targetRule(Loss loss) {
    return Checks.notNull("loss", loss).targetRule();
  }

  /**
   * Returns the number of classes.
   *
   * @return 2 with one output, else k
   */
  default int classes() {
    return Math.max(2, outputs());
  }

  /**
   * Computes the probability of each class of a row: the predictions, divided by their sum.
   *
   * @param z net inputs, row after row
   * @param row i, the row
   * @param probability receives them, at {@code i·classes} and behind
   * @throws IllegalStateException if the predictions are no probabilities
   */
  default void probabilities(double[] z, int row, double[] probability) {
    int k = outputs();
    predict(z, row, probability);
    double sum = 0;
    for (int u = row * k; u < row * k + k; u++) {
      if (!(probability[u] >= 0)) {
        throw new IllegalStateException(
            "predictions must be at least 0 to be probabilities, but "
                + this
                + " gave one of "
                + probability[u]);
      }
      sum += probability[u];
    }
    for (int u = row * k; u < row * k + k; u++) {
      probability[u] = sum > 0 ? probability[u] / sum : 1.0 / k;
    }
  }

  /**
   * Returns the class of a row.
   *
   * @param z net inputs, row after row
   * @param row i, the row
   * @return from 0 to {@link #classes()} − 1
   */
  default int classify(double[] z, int row) {
    int k = outputs();
    int best = row * k;
    for (int u = best + 1; u < row * k + k; u++) {
      best = z[u] > z[best] ? u : best;
    }
    return best - row * k;
  }

  /**
   * Returns from which prediction on a row is of class 1, where there is one output.
   *
   * @return NaN where there are several, or where training found more than two targets and its loss
   *     is not one of classes
   */
  default double cut() {
    return Double.NaN;
  }

  /**
   * Returns an output that cuts elsewhere, for instance at a probability of 0.3 where missing a row
   * of class 1 costs more than a false alarm.
   *
   * @param cut the prediction from which on a row is of class 1; finite
   * @return another output
   * @throws IllegalArgumentException if it is not finite, or there are several outputs, which are
   *     compared with each other
   */
  default Output withCut(double cut) {
    throw new IllegalArgumentException(
        "cut must be left alone where the largest of "
            + outputs()
            + " net inputs decides, but was "
            + cut);
  }

  /**
   * Returns this output as a training leaves it: a trainer asks before its first update.
   *
   * @param loss the loss
   * @param kinds the different targets, ascending: all, or three of more
   * @return with one output and two targets, one that cuts in their middle; with one output and
   *     more, one that refuses to tell classes apart, unless the loss is one of classes; else this
   *     one
   */
  default Output fittedTo(Loss loss, double[] kinds) {
    return this;
  }

  /**
   * Returns one output with an activation: ŷ = φ(z).
   *
   * <p>Until a training sets it, the cut is in the middle of −1 and 1, as far as φ reaches them: at
   * 0 for the identity, tanh and sign, at ½ for the sigmoid, the step and ReLU.
   *
   * @param activation φ
   * @return the output
   */
  static Output of(Activation activation) {
    Checks.notNull("activation", activation);
    return new OneOutput(activation, OneOutput.middle(-1, 1, activation));
  }
}
