package io.github.gradusml.core;

import io.github.gradusml.internal.Checks;

/**
 * See {@link Output#of}.
 *
 * @param activation φ
 * @param cut from which ŷ on a row is of class 1; NaN where no two targets say so
 */
record OneOutput(Activation activation, double cut) implements Output {
  @Override
  public int outputs() {
    return 1;
  }

  @Override
  public void predict(double[] z, int row, double[] prediction) {
    prediction[row] = activation.value(z[row]);
  }

  @Override
  public LossOnNetInputs compose(Loss loss) {
    return Checks.notNull("loss", loss).compose(activation);
  }

  @Override
  public void probabilities(double[] z, int row, double[] probability) {
    checkProbabilities(activation);
    double one = activation.value(z[row]);
    probability[2 * row] = 1 - one;
    probability[2 * row + 1] = one;
  }

  /** From the net input, where the loss knows how: a probability that rounds to 0 has digits. */
  @Override
  public double logLoss(double[] z, int row, int ofClass) {
    Checks.index("ofClass", ofClass, 2);
    checkProbabilities(activation);
    Loss loss = Loss.crossEntropy();
    return activation.isThreshold()
        ? loss.value(activation.value(z[row]), ofClass)
        : loss.compose(activation).value(z[row], ofClass);
  }

  static void checkProbabilities(Activation activation) {
    if (!(activation.lower() >= 0 && activation.upper() <= 1)) {
      throw new IllegalStateException(
          "activation must have values in [0, 1] for probabilities, but is "
              + activation
              + "; take Activation.sigmoid() with Loss.crossEntropy()");
    }
  }

  @Override
  public int classify(double[] z, int row) {
    if (Double.isNaN(cut)) {
      throw new IllegalStateException(
          "model must be trained on targets of two kinds to tell two classes apart, but was trained"
              + " on more; predict gives its number, and withCut(number) says where to cut");
    }
    return activation.value(z[row]) >= cut ? 1 : 0;
  }

  @Override
  public Output withCut(double other) {
    return new OneOutput(activation, Checks.finite("cut", other));
  }

  /**
   * Cuts between the two targets. Those of one kind alone say nothing; of more than two kinds,
   * probabilities of a class do not either, and other numbers are no classes.
   */
  @Override
  public Output fittedTo(Loss loss, double[] kinds) {
    Checks.notNull("loss", loss);
    if (Checks.notNull("kinds", kinds).length == 2) {
      return new OneOutput(activation, middle(kinds[0], kinds[1], activation));
    }
    return kinds.length == 1 || loss.separatesClasses()
        ? this
        : new OneOutput(activation, Double.NaN);
  }

  /** The middle of two targets, as far as the activation reaches them. */
  static double middle(double low, double high, Activation activation) {
    double a = Math.max(activation.lower(), Math.min(activation.upper(), low));
    double b = Math.max(activation.lower(), Math.min(activation.upper(), high));
    return a / 2 + b / 2; // not (a + b) / 2, which may overflow
  }

  @Override
  public String toString() {
    return activation.toString();
  }
}
