package io.github.gradusml.core;

import io.github.gradusml.internal.Checks;
import java.util.Arrays;
import org.apache.commons.math3.util.FastMath;

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
   * @return with one output what the loss says; with several whether it is the number of a class, 0
   *     … k − 1
   */
  default boolean accepts(Loss loss, double target) {
    Checks.notNull("loss", loss);
    return outputs() == 1
        ? loss.accepts(target)
        : target >= 0 && target < outputs() && target == Math.rint(target);
  }

  /**
   * Says what {@link #accepts} asks for, in the words of an error message.
   *
   * @param loss L
   * @return what must hold of a target, to be read after "target must be"
   */
  default String targetRule(Loss loss) {
    Checks.notNull("loss", loss);
    int k = outputs();
    return k == 1
        ? loss.targetRule()
        : "the number of one of " + k + " classes, whole and from 0 to " + (k - 1);
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
   * Returns how much speaks for one class of a row and against all others: by this number rows are
   * ranked, as for an ROC curve.
   *
   * @param z net inputs, row after row
   * @param row i, the row
   * @param ofClass the class, from 0 to {@link #classes()} − 1
   * @return with one output z for class 1 and −z for class 0; with several, how far the net input
   *     of the class is above the largest other, unless the output knows better
   * @throws IndexOutOfBoundsException if there is no such class
   */
  default double score(double[] z, int row, int ofClass) {
    int k = outputs();
    Checks.index("ofClass", ofClass, classes());
    if (k == 1) {
      return ofClass == 1 ? z[row] : -z[row];
    }
    return Softmax.difference(z[row * k + ofClass], Softmax.largestOther(z, row, k, ofClass));
  }

  /**
   * Returns −ln p of one class of a row, p its probability: how surprised one is to see it.
   *
   * @param z net inputs, row after row
   * @param row i, the row
   * @param ofClass the class, from 0 to {@link #classes()} − 1
   * @return at least 0; +∞ where p is 0
   * @throws IndexOutOfBoundsException if there is no such class
   * @throws IllegalStateException if the predictions are no probabilities
   */
  default double logLoss(double[] z, int row, int ofClass) {
    Checks.index("ofClass", ofClass, classes());
    double[] own = Arrays.copyOfRange(z, row * outputs(), (row + 1) * outputs());
    double[] probability = new double[classes()];
    probabilities(own, 0, probability);
    return 0 - FastMath.log(probability[ofClass]); // 0, not -0, where p is 1
  }

  /**
   * Returns the activation of a net input.
   *
   * @return φ, where each net input has its own prediction; the identity where a prediction depends
   *     on all, as with a softmax
   */
  default Activation activation() {
    return Activation.identity();
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

  /**
   * Returns the softmax of k classes: probabilities with sum 1.
   *
   * <pre>{@code
   * pᵤ = e^(zᵤ) / Σᵥ e^(zᵥ)
   * }</pre>
   *
   * <p>With {@link Loss#crossEntropy()} it is softmax regression, also called multinomial logistic
   * regression; the two are computed as one, from the net inputs, and finite for every |z| up to
   * 1e300. Targets are the numbers of the classes, 0 … k − 1. Two classes by softmax are the same
   * as one sigmoid of z₁ − z₀.
   *
   * <p>Source: J. Bridle, Probabilistic interpretation of feedforward classification network
   * outputs, Neurocomputing, NATO ASI F68 (1990), doi:10.1007/978-3-642-76153-9_28.
   *
   * @param classes k, at least 2
   * @return the output
   * @throws IllegalArgumentException if {@code classes < 2}
   */
  static Output softmax(int classes) {
    return new Softmax(classes);
  }

  /**
   * Returns k outputs that tell each class from the rest, trained together: for losses of two
   * classes or of numbers, such as the hinge loss, with which there is no softmax.
   *
   * <pre>{@code
   * ŷᵤ = φ(zᵤ)        L = Σᵤ L(ŷᵤ, yᵤ),  yᵤ = 1 for the class of the row, else 0 or −1
   * }</pre>
   *
   * <p>Targets are the numbers of the classes, 0 … k − 1. What stands for "not this class" is what
   * the loss takes: −1 for losses of a margin, 0 for the cross-entropy; where it takes both, −1 if
   * φ has values below 0, else 0. The class with the largest net input is taken. Probabilities,
   * where φ has values in [0, 1], are the predictions divided by their sum.
   *
   * <p>Source: R. Rifkin, A. Klautau, In defense of one-vs-all classification, Journal of Machine
   * Learning Research 5 (2004).
   *
   * @param classes k, at least 2
   * @param activation φ of each; for losses of a margin one that goes below 0, such as the identity
   *     or the sign: a sigmoid never comes near the −1 that they ask for
   * @return the output
   * @throws IllegalArgumentException if {@code classes < 2}
   */
  static Output oneVersusRest(int classes, Activation activation) {
    return new OneVersusRest(classes, activation);
  }
}
