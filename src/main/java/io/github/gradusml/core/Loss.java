package io.github.gradusml.core;

import io.github.gradusml.internal.Checks;
import java.util.List;

/**
 * A loss L(ŷ, y): how bad the prediction ŷ is when the target is y.
 *
 * <p>To add one of your own, implement {@link #value} and {@link #derivative}; if it takes only
 * some targets, say so in {@link #accepts} and {@link #targetRule}. Targets are checked once,
 * before training, and never converted in silence.
 *
 * <p>Article: section 1, Perceptron learning. Symbols: y target, ŷ prediction, z net input. The
 * arguments are always (prediction, target).
 */
public interface Loss {
  /**
   * Returns L(ŷ, y).
   *
   * @param prediction ŷ
   * @param target y, one that {@link #accepts} accepts
   * @return the loss, {@code >= 0}
   */
  double value(double prediction, double target);

  /**
   * Returns ∂L(ŷ, y)/∂ŷ; at a kink, a subgradient.
   *
   * @param prediction ŷ
   * @param target y, one that {@link #accepts} accepts
   * @return the slope with respect to the prediction
   */
  double derivative(double prediction, double target);

  /**
   * Tells whether the loss has a meaning for a target.
   *
   * @param target y
   * @return true for every finite target unless the loss says otherwise
   */
  default boolean accepts(double target) {
    return Double.isFinite(target);
  }

  /**
   * Says what {@link #accepts} asks for, in the words of an error message.
   *
   * @return what must hold of a target, to be read after "target must be"
   */
  default String targetRule() {
    return "finite";
  }

  /**
   * Tells whether the targets stand for two classes, so that rows of one class alone teach nothing.
   *
   * @return false unless the loss says otherwise
   */
  default boolean separatesClasses() {
    return false;
  }

  /**
   * Returns a bound of the curvature ∂²L/∂ŷ² over all ŷ and y: what limits the learning rate where
   * the prediction is the net input.
   *
   * @return +∞, none is known, unless the loss says otherwise
   */
  default double curvature() {
    return Double.POSITIVE_INFINITY;
  }

  /**
   * Tells whether the curvature is the same everywhere, so that {@link #curvature()} is no mere
   * bound.
   *
   * @return false unless the loss is quadratic in ŷ
   */
  default boolean isQuadratic() {
    return false;
  }

  /**
   * Returns this loss behind an activation, as a function of the net input: L(φ(z), y).
   *
   * <p>Unless a loss knows better, this is the chain rule L′(φ(z), y) · φ′(z).
   *
   * @param activation φ
   * @return the composed loss
   * @throws IllegalArgumentException if no useful gradient comes through the activation, or its
   *     values lie where this loss is not defined
   */
  default ComposedLoss compose(Activation activation) {
    if (Checks.notNull("activation", activation).equals(Activation.identity())) {
      return new OnNetInput(this);
    }
    if (activation.isThreshold()) {
      throw new IllegalArgumentException(
          "activation must let a gradient through to be trained with "
              + this
              + ", but was "
              + activation
              + ", whose derivative is 0; take Loss.perceptron() or Loss.hinge(), or a smooth"
              + " activation such as Activation.sigmoid()");
    }
    return new Chained(this, activation);
  }

  /**
   * Returns this loss behind a softmax, as a function of the k net inputs: what {@link
   * Output#softmax} asks for.
   *
   * @param classes k, at least 2
   * @return the loss of the net inputs, of targets 0 … k − 1
   * @throws IllegalArgumentException unless it is a loss of probabilities of k classes, as the
   *     cross-entropy is
   */
  default LossOnNetInputs composeSoftmax(int classes) {
    throw new IllegalArgumentException(
        "loss must be Loss.crossEntropy() behind a softmax of "
            + classes
            + " classes, but was "
            + this
            + "; any loss of one output can be trained as "
            + classes
            + " of them, Output.oneVersusRest("
            + classes
            + ", activation)");
  }

  /**
   * Says in formulas of ŷ and y what is computed, for somebody who follows a step by hand; settings
   * are filled in.
   *
   * @return L and ∂L/∂ŷ, such as {@code ½·(ŷ − y)²} and {@code ŷ − y}; empty unless the loss says
   *     otherwise
   */
  default List<String> formulas() {
    return List.of();
  }

  /**
   * Half the squared error, so that the derivative is the error itself.
   *
   * <pre>{@code
   * L = ½·(ŷ − y)²        ∂L/∂ŷ = ŷ − y
   * }</pre>
   *
   * <p>With the identity this is least squares; trained row by row it is Widrow and Hoff's delta
   * rule (1960).
   *
   * @return the loss
   */
  static Loss squaredError() {
    return new SquaredError();
  }

  /**
   * The absolute error: estimates the median, and an outlier pulls no harder than any other row.
   *
   * <pre>{@code
   * L = |ŷ − y|        ∂L/∂ŷ = sign(ŷ − y), 0 at ŷ = y
   * }</pre>
   *
   * @return the loss
   */
  static Loss absoluteError() {
    return new AbsoluteError();
  }

  /**
   * Huber's loss: squared near the target, absolute far from it.
   *
   * <pre>{@code
   * r = ŷ − y
   * L = ½·r² if |r| ≤ d, else d·(|r| − d/2)        ∂L/∂ŷ = r, cut to [−d, d]
   * }</pre>
   *
   * <p>Source: P. Huber, Robust estimation of a location parameter, Annals of Mathematical
   * Statistics 35 (1964), doi:10.1214/aoms/1177703732.
   *
   * @param delta d, where the two pieces meet, in the unit of the target; finite, {@code > 0}
   * @return the loss
   */
  static Loss huber(double delta) {
    return new Huber(delta);
  }

  /**
   * The logarithm of the hyperbolic cosine: Huber's idea without a kink in the second derivative.
   *
   * <pre>{@code
   * r = ŷ − y        L = ln cosh r = |r| + ln(1 + e^(−2|r|)) − ln 2        ∂L/∂ŷ = tanh r
   * }</pre>
   *
   * @return the loss
   */
  static Loss logCosh() {
    return new LogCosh();
  }

  /**
   * The loss of support vector regression: errors up to ε are free.
   *
   * <pre>{@code
   * L = max(0, |ŷ − y| − ε)        ∂L/∂ŷ = sign(ŷ − y) if |ŷ − y| > ε, else 0
   * }</pre>
   *
   * <p>Source: V. Vapnik, The Nature of Statistical Learning Theory, 1995.
   *
   * @param epsilon ε, the free error, in the unit of the target; finite, {@code >= 0}
   * @return the loss
   */
  static Loss epsilonInsensitive(double epsilon) {
    return new EpsilonInsensitive(epsilon);
  }

  /**
   * The squared loss of support vector regression, without ½: errors up to ε are free.
   *
   * <pre>{@code
   * r = ŷ − y
   * L = max(0, |r| − ε)²        ∂L/∂ŷ = 2·sign(r)·max(0, |r| − ε)
   * }</pre>
   *
   * <p>As in scikit-learn's SGDRegressor and LIBLINEAR, there is no ½; with ε = 0 it is therefore
   * twice the {@linkplain #squaredError() squared error}.
   *
   * @param epsilon ε, the free error, in the unit of the target; finite, {@code >= 0}
   * @return the loss
   */
  static Loss squaredEpsilonInsensitive(double epsilon) {
    return new SquaredEpsilonInsensitive(epsilon);
  }

  /**
   * The pinball loss: estimates a quantile instead of the mean.
   *
   * <pre>{@code
   * L = q·(y − ŷ) if ŷ < y, else (1 − q)·(ŷ − y)        ∂L/∂ŷ = −q if ŷ < y, 1 − q if ŷ > y, 0 at ŷ = y
   * }</pre>
   *
   * <p>Source: R. Koenker, G. Bassett, Regression quantiles, Econometrica 46 (1978),
   * doi:10.2307/1913643.
   *
   * @param quantile q; in (0, 1)
   * @return the loss
   */
  static Loss quantile(double quantile) {
    return new Quantile(quantile);
  }

  /**
   * The Poisson loss of a rate, for targets that are counts; targets ≥ 0, whole or not.
   *
   * <pre>{@code
   * L = ŷ − y + y·ln(y / ŷ)        ∂L/∂ŷ = 1 − y/ŷ
   * }</pre>
   *
   * <p>It is half the deviance: the negative logarithm of the likelihood, less what depends on y
   * alone, so that a perfect prediction costs 0. Behind {@link Activation#exponential()}, the log
   * link of Poisson regression, the two are computed as one, from the net input:
   *
   * <pre>{@code
   * L = eᶻ − y·z + (y·ln y − y)        ∂L/∂z = ŷ − y
   * }</pre>
   *
   * <p>From z = 709.79 on, where eᶻ would be ∞, prediction and loss are the largest finite number.
   * The curvature grows as eᶻ does, so that no rate is stable everywhere: standardize the features,
   * start from a bias of ln of the mean target, or clip the gradient. Other activations need values
   * ≥ 0; a prediction of 0 counts as 5e-324, so that neither loss nor slope is ∞.
   *
   * <p>Source: J. Nelder, R. Wedderburn, Generalized linear models, Journal of the Royal
   * Statistical Society A 135 (1972), doi:10.2307/2344614.
   *
   * @return the loss
   */
  static Loss poisson() {
    return new Poisson();
  }

  /**
   * The binary cross-entropy of a probability; targets in [0, 1].
   *
   * <pre>{@code
   * L = −y·ln ŷ − (1 − y)·ln(1 − ŷ)        ∂L/∂ŷ = (ŷ − y) / (ŷ·(1 − ŷ))
   * }</pre>
   *
   * <p>Behind {@link Activation#sigmoid()} the two are computed as one, from the net input:
   *
   * <pre>{@code
   * L = ln(1 + e^(−|z|)) + (1 − y)·max(z, 0) + y·max(−z, 0)        ∂L/∂z = ŷ − y
   * }</pre>
   *
   * <p>Other activations need values in [0, 1]; a certain prediction that is wrong costs ∞.
   *
   * <p>Behind {@link Output#softmax}, of k classes with targets 0 … k − 1, it is
   *
   * <pre>{@code
   * L = −ln p_y = ln Σᵥ e^(zᵥ) − z_y        ∂L/∂zᵤ = pᵤ − [u = y]
   * }</pre>
   *
   * @return the loss
   */
  static Loss crossEntropy() {
    return new CrossEntropy();
  }

  /**
   * The binary cross-entropy of smoothed labels: no row asks for a certain prediction, so that
   * weights stay finite where a line separates the classes; targets in [0, 1].
   *
   * <pre>{@code
   * y′ = (1 − s)·y + s/2        L = −y′·ln ŷ − (1 − y′)·ln(1 − ŷ)
   * }</pre>
   *
   * <p>The rows keep their targets: two classes are 0 and 1, here as there. The best prediction of
   * a row of class 1 is 1 − s/2, and it costs more than 0. With s = 0 it is the plain {@link
   * #crossEntropy()}. Behind {@link Output#softmax} the share s is divided among all k classes.
   *
   * <p>Source: C. Szegedy and others, Rethinking the Inception architecture for computer vision,
   * CVPR 2016, doi:10.1109/CVPR.2016.308.
   *
   * @param smoothing s, the share of each label that is divided between the two classes; in [0, 1)
   * @return the loss
   */
  static Loss crossEntropy(double smoothing) {
    return smoothing == 0 ? crossEntropy() : new SmoothedCrossEntropy(smoothing);
  }

  /**
   * The hinge loss of the support vector machine; targets −1 and +1.
   *
   * <pre>{@code
   * L = max(0, 1 − y·z)        ∂L/∂z = −y if y·z < 1, else 0
   * }</pre>
   *
   * <p>Behind a step or a sign it looks at the net input.
   *
   * <p>Source: C. Cortes, V. Vapnik, Support-vector networks, Machine Learning 20 (1995),
   * doi:10.1007/BF00994018.
   *
   * @return the loss
   */
  static Loss hinge() {
    return new Hinge();
  }

  /**
   * The squared hinge loss, without ½; targets −1 and +1.
   *
   * <pre>{@code
   * L = max(0, 1 − y·z)²        ∂L/∂z = −2·y·max(0, 1 − y·z)
   * }</pre>
   *
   * <p>Behind a step or a sign it looks at the net input.
   *
   * @return the loss
   */
  static Loss squaredHinge() {
    return new SquaredHinge();
  }

  /**
   * The modified Huber loss, a squared hinge that an outlier pulls no harder than a slope of 4;
   * targets −1 and +1.
   *
   * <pre>{@code
   * L = max(0, 1 − y·z)² if y·z ≥ −1, else −4·y·z
   * ∂L/∂z = −2·y·min(2, max(0, 1 − y·z))
   * }</pre>
   *
   * <p>Behind a step or a sign it looks at the net input.
   *
   * <p>Source: T. Zhang, Solving large scale linear prediction problems using stochastic gradient
   * descent algorithms, ICML 2004, doi:10.1145/1015330.1015332.
   *
   * @return the loss
   */
  static Loss modifiedHuber() {
    return new ModifiedHuber();
  }

  /**
   * The perceptron criterion: gradient descent on it is Rosenblatt's rule; targets −1 and +1.
   *
   * <pre>{@code
   * L = max(0, −y·z)        ∂L/∂z = −y if y·z ≤ 0, else 0
   * }</pre>
   *
   * <p>Row by row, w ← w + η·y·x for each row on the wrong side; z = 0 counts as wrong on both
   * sides, or a zero start would never move. Behind a step or a sign it looks at the net input.
   *
   * <p>Source: F. Rosenblatt, The perceptron, Psychological Review 65 (1958), doi:10.1037/h0042519;
   * A. Novikoff, On convergence proofs on perceptrons, 1962.
   *
   * @return the loss
   */
  static Loss perceptron() {
    return new PerceptronCriterion();
  }
}
