package io.github.gradusml.regularization;

import java.util.List;

/**
 * A penalty on large weights, added to the mean loss: weight decay.
 *
 * <pre>{@code
 * J(θ) = 1/m · Σ L(ŷᵢ, yᵢ) + R(w)
 * R(w) = α · [ ρ·‖w‖₁ + (1−ρ)/2·‖w‖₂² ]
 * }</pre>
 *
 * <p>α says how strong the penalty is, and ρ how much of it is L1. A bias is never penalized: the
 * methods here are called for the weights alone.
 *
 * <p>A penalty has a smooth part, which joins the gradient, and may have a part with a kink, such
 * as L1, which {@link #proximalStep shrinks} the weights after each step. That way weights reach
 * exactly 0.
 *
 * <p>To add one of your own, implement {@link #value} and {@link #addGradient}; leave {@link
 * #proximalStep} alone where the penalty is smooth.
 *
 * <p>Article: section 3, Weight decay. Symbols: w weights, α strength, ρ share of L1, η learning
 * rate.
 */
public interface Regularizer {
  /**
   * Returns R(w).
   *
   * @param theta the parameters; not modified
   * @param from the first weight
   * @param to the index after the last weight
   * @return the penalty, {@code >= 0}
   */
  double value(double[] theta, int from, int to);

  /**
   * Adds the gradient of the smooth part to {@code gradient}.
   *
   * @param theta the parameters; not modified
   * @param gradient the gradient of the mean loss; modified
   * @param from the first weight
   * @param to the index after the last weight
   */
  void addGradient(double[] theta, double[] gradient, int from, int to);

  /**
   * Takes the proximal step of the part with a kink, after a gradient step with rate η.
   *
   * @param theta the parameters; modified
   * @param from the first weight
   * @param to the index after the last weight
   * @param eta the learning rate η of the step just taken
   */
  default void proximalStep(double[] theta, int from, int to, double eta) {}

  /**
   * Shrinks the weights after a step, given what the penalty remembers: the proximal step, unless
   * the penalty has a memory of its own.
   *
   * @param theta the parameters; modified
   * @param from the first weight
   * @param to the index after the last weight
   * @param eta the learning rate η of the step just taken
   * @param state the state vectors, each as long as θ; modified
   */
  default void afterStep(double[] theta, int from, int to, double eta, double[][] state) {
    proximalStep(theta, from, to, eta);
  }

  /**
   * Returns the number of state vectors that {@link #afterStep} needs.
   *
   * @return 0 unless the penalty says otherwise
   */
  default int stateVectors() {
    return 0;
  }

  /**
   * Tells whether {@link #proximalStep} does anything.
   *
   * @return false unless the penalty has a kink
   */
  default boolean shrinks() {
    return false;
  }

  /**
   * Returns the curvature that the penalty adds for a weight, under plain gradient descent.
   *
   * @return α for L2; +∞ where none is known
   */
  default double curvature() {
    return Double.POSITIVE_INFINITY;
  }

  /**
   * Tells how far a step shrinks a weight for which the gradient of the loss is 0, in units of η,
   * under plain gradient descent: with {@link #curvature()} all that there is to know of a weight
   * that rests, while no row of an update has its column.
   *
   * <pre>{@code
   * w ← soft((1 − η·curvature)·w, η·shrinkage)        soft(w, t) = sign(w)·max(|w| − t, 0)
   * }</pre>
   *
   * <p>A penalty that remembers what each weight is due returns 0, and makes up for it where {@link
   * #afterStep} is called with η = 0.
   *
   * @return α for L1, 0 for a penalty without a kink; NaN where a step is not of this form, so that
   *     every update must go over all weights
   */
  default double shrinkage() {
    return Double.NaN;
  }

  /**
   * Decays the weights before a step, beside the gradient, for a penalty that is decoupled from it.
   *
   * @param theta the parameters; modified
   * @param from the first weight
   * @param to the index after the last weight
   * @param eta the learning rate η of the step about to be taken
   */
  default void beforeStep(double[] theta, int from, int to, double eta) {}

  /**
   * Tells whether {@link #beforeStep} does anything.
   *
   * @return false unless the penalty is decoupled from the gradient
   */
  default boolean decays() {
    return false;
  }

  /**
   * Says in formulas what an update makes of one weight, for somebody who follows it by hand: of w,
   * its change in the line before, η, the gradient g and what {@link #memory} names, with ₀ behind
   * a name for what is kept at the first weight of the block; settings are filled in.
   *
   * @return lines that begin with {@code g ←} for the gradient, then those for what happens to w
   *     before or after the step; empty unless the penalty says otherwise
   */
  default List<String> formulas() {
    return List.of();
  }

  /**
   * Names the state vectors as {@link #formulas} do.
   *
   * @return one name a state vector; empty unless the penalty says otherwise
   */
  default List<String> memory() {
    return List.of();
  }

  /**
   * No penalty.
   *
   * @return the regularizer
   */
  static Regularizer none() {
    return new None();
  }

  /**
   * The sum of the absolute weights: drives weights that help little to exactly 0.
   *
   * <pre>{@code
   * R(w) = α·‖w‖₁        after each step: w ← sign(w)·max(|w| − η·α, 0)
   * }</pre>
   *
   * <p>With all rows in every update the zeros are those of the minimum, and stay. With few rows
   * the noise of a step is often larger than η·α and wakes weights again, also with a falling rate;
   * then take {@link #l1Cumulative}. Needs plain gradient descent.
   *
   * <p>Source: R. Tibshirani, Regression shrinkage and selection via the lasso, JRSS B 58 (1996);
   * the proximal step: I. Daubechies, M. Defrise, C. De Mol, 2004, doi:10.1002/cpa.20042.
   *
   * @param alpha α; finite, {@code >= 0}
   * @return the regularizer
   */
  static Regularizer l1(double alpha) {
    return new L1(alpha);
  }

  /**
   * L1 as scikit-learn's SGD has it: each weight is shrunk by what it is still due of all the
   * shrinking so far. Row by row far more weights are exactly 0 than with {@link #l1}. Needs plain
   * gradient descent.
   *
   * <pre>{@code
   * u ← u + η·α        w > 0: w′ = max(0, w − (u + q))        w < 0: w′ = min(0, w + (u − q))
   * q ← q + w′ − w
   * }</pre>
   *
   * <p>Source: Y. Tsuruoka, J. Tsujii, S. Ananiadou, Stochastic gradient descent training for
   * L1-regularized log-linear models with cumulative penalty, ACL 2009.
   *
   * @param alpha α; finite, {@code >= 0}
   * @return the regularizer
   */
  static Regularizer l1Cumulative(double alpha) {
    return new L1Cumulative(new L1(alpha));
  }

  /**
   * L1 by its plain subgradient. Weights hover around 0 and do not reach it: for comparison with
   * {@link #l1}.
   *
   * <pre>{@code
   * ∇R = α·sign(w), 0 at w = 0
   * }</pre>
   *
   * @param alpha α; finite, {@code >= 0}
   * @return the regularizer
   */
  static Regularizer l1Subgradient(double alpha) {
    return new L1Subgradient(new L1(alpha));
  }

  /**
   * Half the sum of the squared weights: what the article calls weight decay.
   *
   * <pre>{@code
   * R(w) = α/2·‖w‖₂²        ∇R = α·w
   * }</pre>
   *
   * <p>Source: A. Hoerl, R. Kennard, Ridge regression, Technometrics 12 (1970),
   * doi:10.1080/00401706.1970.10488634.
   *
   * @param alpha α; finite, {@code >= 0}
   * @return the regularizer
   */
  static Regularizer l2(double alpha) {
    return new L2(alpha);
  }

  /**
   * Both: the exact zeros of L1 and the gentleness of L2.
   *
   * <pre>{@code
   * R(w) = α·ρ·‖w‖₁ + α·(1−ρ)/2·‖w‖₂²
   * }</pre>
   *
   * <p>Source: H. Zou, T. Hastie, Regularization and variable selection via the elastic net, JRSS B
   * 67 (2005), doi:10.1111/j.1467-9868.2005.00503.x.
   *
   * @param alpha α; finite, {@code >= 0}
   * @param l1Ratio ρ, from 0 (only L2) to 1 (only L1)
   * @return the regularizer
   */
  static Regularizer elasticNet(double alpha, double l1Ratio) {
    return ElasticNet.of(alpha, l1Ratio);
  }

  /**
   * Both, with L1 as {@link #l1Cumulative}: the elastic net of scikit-learn's SGD. On sparse rows
   * every update goes over all weights, which {@link #elasticNet} need not. Needs plain gradient
   * descent.
   *
   * @param alpha α; finite, {@code >= 0}
   * @param l1Ratio ρ, from 0 (only L2) to 1 (only L1)
   * @return the regularizer
   */
  static Regularizer elasticNetCumulative(double alpha, double l1Ratio) {
    return ElasticNet.cumulative(alpha, l1Ratio);
  }

  /**
   * Decay that is no part of the objective: with {@code Optimizer.adam()} this is AdamW.
   *
   * <pre>{@code
   * before each step: w ← (1 − η·λ)·w
   * }</pre>
   *
   * <p>For plain gradient descent it is the same as L2 with α = λ; for momentum and adaptive rules,
   * which would scale the gradient of an L2 penalty with all the rest, it is not.
   *
   * <p>Source: I. Loshchilov, F. Hutter, Decoupled weight decay regularization, ICLR 2019,
   * arXiv:1711.05101.
   *
   * @param decay λ; finite, {@code >= 0}
   * @return the regularizer
   */
  static Regularizer decoupled(double decay) {
    return new Decoupled(decay);
  }
}
