package io.github.gradusml.core;

import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.ReproducibleMath;
import io.github.gradusml.internal.SigmoidTable;
import java.util.List;
import org.apache.commons.math3.util.FastMath;

/** See {@link Loss#crossEntropy()}. */
record CrossEntropy() implements Loss {
  @Override
  public double value(double prediction, double target) {
    // A class that cannot be costs nothing, even at probability 0, where the logarithm is −∞.
    double ofOne = target == 0 ? 0 : -target * FastMath.log(prediction);
    double ofZero = target == 1 ? 0 : -(1 - target) * FastMath.log1p(-prediction);
    return ofOne + ofZero;
  }

  @Override
  public double derivative(double prediction, double target) {
    // In two parts, so that a certain and right prediction has slope 1 / (1 − 0), not 0/0.
    double up = target == 1 ? 0 : (1 - target) / (1 - prediction);
    double down = target == 0 ? 0 : target / prediction;
    return up - down;
  }

  @Override
  public boolean accepts(double target) {
    return target >= 0 && target <= 1;
  }

  @Override
  public boolean separatesClasses() {
    return true;
  }

  @Override
  public String targetRule() {
    return "in [0, 1] for cross-entropy";
  }

  @Override
  public ComposedLoss compose(Activation activation) {
    if (Checks.notNull("activation", activation).equals(Activation.sigmoid())) {
      return new OfSigmoid();
    }
    if (!(activation.lower() >= 0 && activation.upper() <= 1)) {
      throw new IllegalArgumentException(
          "activation must have values in [0, 1] for cross-entropy, but was "
              + activation
              + "; take Activation.sigmoid()");
    }
    return Loss.super.compose(activation);
  }

  @Override
  public LossOnNetInputs composeSoftmax(int classes) {
    return new SoftmaxCrossEntropy(classes, 0);
  }

  @Override
  public List<String> formulas() {
    return List.of("−y·ln(ŷ) − (1 − y)·ln(1 − ŷ)", "(1 − y)/(1 − ŷ) − y/ŷ");
  }

  @Override
  public String toString() {
    return "cross-entropy";
  }

  /** The pair with the sigmoid, on the net input: exact where ŷ rounds to 0 or 1. */
  private record OfSigmoid() implements ComposedLoss {
    @Override
    public double value(double z, double y) {
      double wrongSide = z > 0 ? (1 - y) * z : -y * z;
      return wrongSide + ReproducibleMath.log1p(ReproducibleMath.exp(-Math.abs(z)));
    }

    @Override
    public double derivative(double z, double y) {
      return SigmoidTable.sigmoidMinus(z, y);
    }

    /** The largest value of σ(z)·σ(−z), at z = 0. */
    @Override
    public double curvature() {
      return 0.25;
    }

    @Override
    public List<String> formulas() {
      return List.of(Loss.crossEntropy().formulas().get(0), "ŷ − y");
    }
  }
}
