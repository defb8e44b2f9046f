package io.github.gradusml.core;

import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.ReproducibleMath;

/**
 * See {@link Output#softmax}.
 *
 * @param outputs k, one net input a class
 */
record Softmax(int outputs) implements Output {
  Softmax {
    Checks.atLeast("classes", outputs, 2);
  }

  @Override
  public void predict(double[] z, int row, double[] prediction) {
    double sum = exponentials(z, row, outputs, prediction);
    for (int u = row * outputs; u < row * outputs + outputs; u++) {
      prediction[u] /= sum;
    }
  }

  /**
   * Sets {@code powers} to e^(zᵤ − m), m the largest of the k net inputs of a row, so that nothing
   * overflows and the largest is 1.
   *
   * @return their sum
   */
  static double exponentials(double[] z, int row, int k, double[] powers) {
    double largest = largest(z, row, k);
    double sum = 0;
    for (int u = row * k; u < row * k + k; u++) {
      powers[u] = ReproducibleMath.exp(difference(z[u], largest));
      sum += powers[u];
    }
    return sum;
  }

  static double largest(double[] z, int row, int k) {
    double largest = z[row * k];
    for (int u = row * k + 1; u < row * k + k; u++) {
      largest = Math.max(largest, z[u]);
    }
    return largest;
  }

  /** That of all classes but one. */
  static double largestOther(double[] z, int row, int k, int ofClass) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int u = 0; u < k; u++) {
      largest = u == ofClass ? largest : Math.max(largest, z[row * k + u]);
    }
    return largest;
  }

  /** 0 also between two infinities. */
  static double difference(double a, double b) {
    return a == b ? 0 : a - b;
  }

  /** They are such already, and dividing again would cost a digit. */
  @Override
  public void probabilities(double[] z, int row, double[] probability) {
    predict(z, row, probability);
  }

  @Override
  public LossOnNetInputs compose(Loss loss) {
    return Checks.notNull("loss", loss).composeSoftmax(outputs);
  }

  /** ln(p/(1 − p)), exact also where p rounds to 0 or 1. */
  @Override
  public double score(double[] z, int row, int ofClass) {
    int own = row * outputs + Checks.index("ofClass", ofClass, outputs);
    double largest = largestOther(z, row, outputs, ofClass);
    double sum = 0;
    for (int u = row * outputs; u < row * outputs + outputs; u++) {
      sum += u == own ? 0 : ReproducibleMath.exp(difference(z[u], largest));
    }
    return difference(z[own], largest) - ReproducibleMath.log1p(sum - 1);
  }

  @Override
  public double logLoss(double[] z, int row, int ofClass) {
    Checks.index("ofClass", ofClass, outputs);
    return Loss.crossEntropy().composeSoftmax(outputs).value(z, row, ofClass);
  }

  @Override
  public String toString() {
    return "softmax(" + outputs + ")";
  }
}
