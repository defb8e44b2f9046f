package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a formula gives the minimum, batch descent arrives at it. */
class ClosedFormTest {
  /**
   * Weights are up to 40 and the bias is 152. The gradient is computed to 1e-12 of that, and the
   * smallest curvature is 0.0085, so that descent stalls within 1e-9 or so of the minimum.
   */
  private static final double TOLERANCE = 1e-8;

  private static final Dataset DIABETES = Cases.standardized(Datasets.diabetes());

  @Test
  void leastSquaresArrivesAtTheOrdinaryLeastSquaresOfCommonsMath() {
    OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
    regression.newSampleData(DIABETES.targets(), rows(DIABETES));
    double[] interceptFirst = regression.estimateRegressionParameters();
    double[] expected = Arrays.copyOfRange(interceptFirst, 1, interceptFirst.length + 1);
    expected[expected.length - 1] = interceptFirst[0];
    assertArrivesAt(expected, 0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 0.1, 1, 10})
  void ridgeArrivesAtTheNormalEquationsWithTheBiasFree(double alpha) {
    int n = DIABETES.rows();
    RealVector right =
        withOnes().transpose().operate(MatrixUtils.createRealVector(DIABETES.targets()));
    RealVector solution = new LUDecomposition(hessian(alpha)).getSolver().solve(right.mapDivide(n));
    assertArrivesAt(solution.toArray(), alpha);
  }

  private static void assertArrivesAt(double[] expected, double alpha) {
    double[] eigenvalues = new EigenDecomposition(hessian(alpha)).getRealEigenvalues();
    double largest = Arrays.stream(eigenvalues).max().orElseThrow();
    double smallest = Arrays.stream(eigenvalues).min().orElseThrow();
    // The fastest fixed rate; the error shrinks by (largest − smallest)/(largest + smallest).
    double eta = 2 / (largest + smallest);
    double factor = (largest - smallest) / (largest + smallest);
    int epochs = (int) Math.ceil(Math.log(1e-14) / Math.log(factor));
    Perceptron model =
        Trainer.minimizing(Loss.squaredError())
            .withUpdates(UpdateStrategy.batch())
            .withRegularizer(Regularizer.l2(alpha))
            .withLearningRate(LearningRate.constant(eta))
            .withEpochs(epochs)
            .withHistory(HistoryDetail.FINAL)
            .fit(Perceptron.zeros(DIABETES.features(), Activation.identity()), DIABETES)
            .model();
    double[] actual = model.parameters();
    for (int j = 0; j < expected.length; j++) {
      assertEquals(expected[j], actual[j], TOLERANCE, "parameter " + j);
    }
  }

  /** H = 1/n·[X 1]ᵀ[X 1] + α·P, with P the identity on the weights and 0 on the bias. */
  private static RealMatrix hessian(double alpha) {
    RealMatrix x = withOnes();
    int d = DIABETES.features();
    RealMatrix hessian = x.transpose().multiply(x).scalarMultiply(1.0 / DIABETES.rows());
    for (int j = 0; j < d; j++) {
      hessian.addToEntry(j, j, alpha);
    }
    return hessian;
  }

  private static RealMatrix withOnes() {
    int d = DIABETES.features();
    RealMatrix x = MatrixUtils.createRealMatrix(DIABETES.rows(), d + 1);
    x.setSubMatrix(rows(DIABETES), 0, 0);
    IntStream.range(0, DIABETES.rows()).forEach(i -> x.setEntry(i, d, 1));
    return x;
  }

  private static double[][] rows(Dataset data) {
    return IntStream.range(0, data.rows()).mapToObj(data::row).toArray(double[][]::new);
  }
}
