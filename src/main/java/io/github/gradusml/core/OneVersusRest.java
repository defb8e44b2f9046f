package io.github.gradusml.core;

import io.github.gradusml.internal.Checks;

/**
 * See {@link Output#oneVersusRest}.
 *
 * @param outputs k, one net input a class
 * @param activation φ of each
 */
record OneVersusRest(int outputs, Activation activation) implements Output {
  OneVersusRest {
    Checks.atLeast("classes", outputs, 2);
    Checks.notNull("activation", activation);
  }

  @Override
  public void predict(double[] z, int row, double[] prediction) {
    for (int u = row * outputs; u < row * outputs + outputs; u++) {
      prediction[u] = activation.value(z[u]);
    }
  }

  @Override
  public LossOnNetInputs compose(Loss loss) {
    ComposedLoss ofOne = Checks.notNull("loss", loss).compose(activation);
    return new SumOverClasses(outputs, ofOne, targetOfRest(loss));
  }

  /** What the loss, and else the activation, has for "not this class", where 1 is "this class". */
  private double targetOfRest(Loss loss) {
    boolean takesZero = loss.accepts(0);
    boolean takesMinusOne = loss.accepts(-1);
    if (!loss.accepts(1) || !takesZero && !takesMinusOne) {
      throw new IllegalArgumentException(
          "loss must take the targets 1 and 0, or 1 and -1, to tell one class from the rest, but"
              + " was "
              + loss);
    }
    return takesMinusOne && (!takesZero || activation.lower() < 0) ? -1 : 0;
  }

  @Override
  public void probabilities(double[] z, int row, double[] probability) {
    OneOutput.checkProbabilities(activation);
    Output.super.probabilities(z, row, probability);
  }

  /** How far the row is on the side of the class, as its own perceptron sees it. */
  @Override
  public double score(double[] z, int row, int ofClass) {
    return z[row * outputs + Checks.index("ofClass", ofClass, outputs)];
  }

  @Override
  public String toString() {
    return "one of " + outputs + " versus rest, " + activation;
  }

  /**
   * Σᵤ L(φ(zᵤ), yᵤ), where yᵤ is 1 for the class of the row and {@code rest} for all others.
   *
   * @param classes k
   * @param ofOne L behind φ
   * @param rest 0 or −1
   */
  private record SumOverClasses(int classes, ComposedLoss ofOne, double rest)
      implements LossOnNetInputs {
    @Override
    public double value(double[] z, int row, double y) {
      double sum = 0;
      for (int u = 0; u < classes; u++) {
        sum += ofOne.value(z[row * classes + u], u == y ? 1 : rest);
      }
      return sum;
    }

    @Override
    public void slope(double[] z, int row, double y, double[] delta) {
      for (int u = 0; u < classes; u++) {
        delta[row * classes + u] = ofOne.derivative(z[row * classes + u], u == y ? 1 : rest);
      }
    }

    /** Each net input has a loss of its own. */
    @Override
    public double curvature() {
      return ofOne.curvature();
    }

    @Override
    public boolean isQuadratic() {
      return ofOne.isQuadratic();
    }
  }
}
