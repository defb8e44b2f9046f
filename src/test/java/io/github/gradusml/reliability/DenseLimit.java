package io.github.gradusml.reliability;

import io.github.gradusml.core.LossOnNetInputs;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.Arrays;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * The largest stable rate by a dense eigendecomposition.
 *
 * @param rate the limit; NaN where none is known
 * @param isExact whether descent diverges above it
 */
record DenseLimit(double rate, boolean isExact) {
  static DenseLimit of(
      LossOnNetInputs loss,
      Dataset data,
      UpdateStrategy updates,
      Optimizer optimizer,
      Regularizer regularizer) {
    boolean isPlain = optimizer.equals(Optimizer.gradientDescent());
    boolean looksAtAll = updates.batchSize(data.rows()) == data.rows();
    boolean isKnown = optimizer.stabilityLimit() > 0 && (isPlain || !regularizer.decays());
    double c = loss.curvature();
    double alpha = regularizer.curvature();
    if (loss.isQuadratic() && looksAtAll && isKnown && !regularizer.shrinks()) {
      return new DenseLimit(optimizer.stabilityLimit() / largestEigenvalue(data, c, alpha), true);
    }
    if (!isPlain || Double.isInfinite(c)) {
      return new DenseLimit(Double.NaN, false);
    }
    double curvature =
        looksAtAll ? largestEigenvalue(data, c, alpha) : c * longestRow(data) + alpha;
    return new DenseLimit(2 / curvature, false);
  }

  private static double longestRow(Dataset data) {
    double longest = 0;
    for (int i = 0; i < data.rows(); i++) {
      longest = Math.max(longest, 1 + Arrays.stream(data.row(i)).map(v -> v * v).sum());
    }
    return longest;
  }

  private static double largestEigenvalue(Dataset data, double c, double alpha) {
    int d = data.features();
    double[][] h = new double[d + 1][d + 1];
    for (int i = 0; i < data.rows(); i++) {
      double[] x = Arrays.copyOf(data.row(i), d + 1);
      x[d] = 1;
      for (int j = 0; j <= d; j++) {
        for (int k = 0; k <= d; k++) {
          h[j][k] += c * x[j] * x[k] / data.rows();
        }
      }
    }
    for (int j = 0; j < d; j++) {
      h[j][j] += alpha;
    }
    RealMatrix matrix = MatrixUtils.createRealMatrix(h);
    return Arrays.stream(new EigenDecomposition(matrix).getRealEigenvalues()).max().orElseThrow();
  }
}
