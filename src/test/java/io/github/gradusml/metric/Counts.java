package io.github.gradusml.metric;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;

/** Confusion matrices of two classes with given counts. */
final class Counts {
  private static final Perceptron SIGN = Perceptron.of(new double[] {1}, 0, Activation.sign());

  private Counts() {}

  static ConfusionMatrix of(double trueNo, double falseYes, double falseNo, double trueYes) {
    Dataset rows = Dataset.of(new double[][] {{-1}, {1}, {-1}, {1}}, new double[] {0, 0, 1, 1});
    return ConfusionMatrix.of(SIGN, rows.withWeights(trueNo, falseYes, falseNo, trueYes));
  }
}
