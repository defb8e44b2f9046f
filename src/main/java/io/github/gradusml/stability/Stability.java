package io.github.gradusml.stability;

import io.github.gradusml.core.LossOnNetInputs;
import io.github.gradusml.core.Model;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.regularization.Regularizer;
import java.util.Optional;

/**
 * The largest learning rate with which gradient descent is stable on a perceptron, on a softmax, or
 * on any model without layers above the first.
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
 * cross-entropy behind a sigmoid c is ¼, behind a softmax ½; for Huber's loss and log-cosh 1, for
 * the squared hinge, the modified Huber and the squared epsilon-insensitive loss 2.
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
   * Returns the largest stable rate of a descent on some rows.
   *
   * @param descent how the training descends
   * @param model what lies above its first products counts, not its weights
   * @param data the rows to train on
   * @return empty where no limit is known: for a model with layers above the first, a loss with
   *     kinks, an adaptive optimizer, a regularizer of your own, or momentum with anything but the
   *     squared error over all rows and a penalty that is part of the gradient
   * @throws IllegalArgumentException if model and rows have different numbers of features
   */
  public static Optional<Stability> of(Descent descent, Model<?> model, Dataset data) {
    Checks.notNull("descent", descent);
    Checks.noTexts("data", Checks.notNull("data", data).features());
    Checks.features("data", data.features(), Checks.notNull("model", model).features());
    LossOnNetInputs loss = model.output().compose(descent.loss());
    double limit = descent.optimizer().stabilityLimit();
    Regularizer regularizer = descent.regularizer();
    boolean quadratic = descent.looksAtAll(data.rows()) && loss.isQuadratic();
    // Momentum may swing for ever, or diverge, below the limit of each row or of the steepest
    // place.
    boolean known = quadratic && !regularizer.decays() ? limit > 0 : limit == 2;
    double curvature = known ? Curvature.largest(descent, model, data) : Double.NaN;
    // 0 where all features are 0 and there is neither a bias nor a penalty: any rate is stable.
    return curvature > 0 && Double.isFinite(limit / curvature) && Double.isFinite(curvature)
        ? Optional.of(new Stability(limit / curvature, quadratic && !regularizer.shrinks()))
        : Optional.empty();
  }
}
