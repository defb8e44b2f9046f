package io.github.gradusml.training;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.ComposedLoss;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.LossGradient;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.core.RowBlock;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.DenseKernels;
import io.github.gradusml.internal.Lanczos;
import io.github.gradusml.regularization.Regularizer;
import java.util.Optional;

/**
 * The largest learning rate with which gradient descent on a perceptron is stable.
 *
 * <pre>{@code
 * H = c/n·[X 1]ᵀ[X 1] + α·P        c ≥ ∂²L/∂z²,  P the identity on weights, 0 on the bias
 * all rows an update:     η < k/λmax(H)
 * fewer rows an update:   η < 2/(c·max‖(xᵢ, 1)‖² + α)
 * }</pre>
 *
 * <p>k is 2 for plain gradient descent, 2 + 2μ for momentum, (2 + 2μ)/(1 + 2μ) for Nesterov's. For
 * the squared error c is 1, and with all rows an update the limit is exact: below it descent
 * converges, above it diverges. Otherwise it is sufficient: below it plain descent cannot diverge,
 * above it may or may not. With L1 it is sufficient too, since weights held at 0 cannot swing. For
 * cross-entropy behind a sigmoid c is ¼; for Huber's loss and log-cosh 1, for the squared hinge 2.
 *
 * <p>Rows with weights count as often as these say.
 *
 * <p>λmax is found by products with X alone, so that wide data need no d × d matrix.
 *
 * <p>Article: section 4 says that the best rate cannot be computed. For a quadratic loss the
 * largest stable one can.
 *
 * <p>Source: B. Polyak, Introduction to Optimization, 1987, chapters 1.4 and 3.2.
 *
 * @param largestRate the limit of η; positive
 * @param exact whether descent diverges above the limit
 */
public record Stability(double largestRate, boolean exact) {
  /**
   * Checks the limit.
   *
   * @param largestRate the limit of η; positive
   * @param exact whether descent diverges above the limit
   */
  public Stability {
    Checks.positive("largestRate", largestRate);
  }

  /**
   * Returns the largest stable rate of a trainer on some rows.
   *
   * @param trainer its loss, strategy, regularizer and optimizer count
   * @param model its activation counts
   * @param data the rows to train on
   * @return empty where no limit is known: for a loss with kinks, an adaptive optimizer, a
   *     regularizer of your own, or momentum with anything but the squared error over all rows and
   *     a penalty that is part of the gradient
   * @throws IllegalArgumentException if model and rows have different numbers of features
   */
  public static Optional<Stability> of(Trainer trainer, Perceptron model, Dataset data) {
    Checks.notNull("trainer", trainer);
    FitChecks.features(Checks.notNull("model", model), "data", Checks.notNull("data", data));
    return of(trainer.settings(), model.activation(), data);
  }

  static Optional<Stability> of(TrainerSettings settings, Activation activation, Dataset data) {
    ComposedLoss loss = settings.loss.compose(activation);
    double limit = settings.optimizer.stabilityLimit();
    Regularizer regularizer = settings.regularizerOf(Perceptron.WEIGHTS);
    boolean quadratic = allRows(settings, data) && loss.isQuadratic();
    // Momentum may swing for ever, or diverge, below the limit of each row or of the steepest
    // place.
    boolean known = quadratic && !regularizer.decays() ? limit > 0 : limit == 2;
    double curvature = known ? largestCurvature(settings, activation, data) : Double.NaN;
    return Double.isFinite(curvature)
        ? Optional.of(new Stability(limit / curvature, quadratic && !regularizer.shrinks()))
        : Optional.empty();
  }

  /**
   * λmax(H), or its bound from the longest row where updates look at fewer; +∞ where none is known.
   */
  static double largestCurvature(TrainerSettings settings, Activation activation, Dataset data) {
    double curvature = settings.loss.compose(activation).curvature();
    double alpha = settings.regularizerOf(Perceptron.WEIGHTS).curvature();
    if (Double.isInfinite(curvature) || Double.isInfinite(alpha)) {
      return Double.POSITIVE_INFINITY;
    }
    return allRows(settings, data)
        ? largestEigenvalue(data, curvature, alpha)
        : curvature * largestSquaredRow(data) + alpha;
  }

  private static boolean allRows(TrainerSettings settings, Dataset data) {
    return settings.updates.batchSize(data.rows()) == data.rows();
  }

  private static double largestEigenvalue(Dataset data, double curvature, double alpha) {
    int d = data.features();
    int n = data.rows();
    // With targets 0 the gradient of the squared error at v is [X 1]ᵀ[X 1]·v.
    RowBlock rows = new RowBlock(data.block().x(), d, n, new double[n], data.block().weights());
    LossGradient squares =
        Perceptron.zeros(d, Activation.identity()).lossGradient(Loss.squaredError());
    return Lanczos.largestEigenvalue(
        d + 1,
        v -> {
          double[] product = new double[d + 1];
          squares.addGradient(rows, 0, n, v, product);
          DenseKernels.scale(curvature / n, product, 0, d + 1);
          DenseKernels.addScaled(alpha, v, 0, product, 0, d);
          return product;
        });
  }

  private static double largestSquaredRow(Dataset data) {
    double[] x = data.block().x();
    double[] weights = data.block().weights();
    int d = data.features();
    double largest = 0;
    for (int i = 0; i < data.rows(); i++) {
      double squares = 1 + DenseKernels.dot(x, i * d, x, i * d, d);
      largest = Math.max(largest, weights == null ? squares : weights[i] * squares);
    }
    return largest;
  }
}
