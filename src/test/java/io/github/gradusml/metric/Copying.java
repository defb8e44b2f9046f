package io.github.gradusml.metric;

import io.github.gradusml.core.Loss;
import io.github.gradusml.core.LossOnNetInputs;
import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;

/**
 * Models of several classes whose net inputs are the features, and rows taken for given classes.
 */
final class Copying {
  private Copying() {}

  /**
   * Outputs that are never trained.
   *
   * @param outputs k
   */
  private record Several(int outputs) implements Output {
    @Override
    public void predict(double[] z, int row, double[] prediction) {
      System.arraycopy(z, outputs * row, prediction, outputs * row, outputs);
    }

    @Override
    public LossOnNetInputs compose(Loss loss) {
      throw new UnsupportedOperationException();
    }
  }

  static Counting ofClasses(int k) {
    return of(new Several(k));
  }

  /** Net inputs are the features. */
  static Counting of(Output output) {
    int k = output.outputs();
    double[] identity = new double[k * k];
    for (int u = 0; u < k; u++) {
      identity[u * k + u] = 1;
    }
    return Counting.of(output, identity);
  }

  /** Rows of the classes {@code actual} that {@link #ofClasses} takes for {@code predicted}. */
  static Dataset rows(int k, double[] actual, double[] predicted) {
    double[][] x = new double[actual.length][k];
    for (int i = 0; i < x.length; i++) {
      x[i][(int) predicted[i]] = 1;
    }
    return Dataset.of(x, actual);
  }
}
