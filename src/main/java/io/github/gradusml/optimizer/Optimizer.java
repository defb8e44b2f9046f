package io.github.gradusml.optimizer;

import java.util.List;

/**
 * The update rule: what a step is made of, given the gradient and the learning rate.
 *
 * <p>An optimizer is an immutable description. What it remembers between steps, such as a velocity,
 * lies in state vectors that the trainer keeps: {@link #stateVectors} says how many of θ's length
 * it needs, and they start at 0.
 *
 * <p>To add one of your own, implement {@link #step}. Parameters are independent of one another in
 * most rules, so a rule need not know what they stand for.
 *
 * <p>Article: sections 2, Ways to update weights, and 4, Learning rate. Symbols: θ parameters, g
 * the gradient, η learning rate; products and quotients of vectors go element by element.
 */
@FunctionalInterface
public interface Optimizer {
  /**
   * Takes one step.
   *
   * @param theta the parameters θ; modified
   * @param gradient the gradient at θ, as long as θ; not modified
   * @param eta the learning rate η of this step
   * @param state the state vectors, each as long as θ; modified
   * @param t the number of this step, from 1
   */
  void step(double[] theta, double[] gradient, double eta, double[][] state, long t);

  /**
   * Returns the number of state vectors that the rule needs.
   *
   * @return 0 unless the rule says otherwise
   */
  default int stateVectors() {
    return 0;
  }

  /**
   * Tells whether the step is −η·g, as the proximal step of L1 takes for granted. Behind any other
   * rule it would shrink by the wrong amount, and training refuses the pair.
   *
   * @return false unless the rule says otherwise
   */
  default boolean allowsShrinking() {
    return false;
  }

  /**
   * Tells whether a parameter whose gradient is 0 stays where it is, so that updates by sparse rows
   * need not touch it.
   *
   * @return false unless the rule says otherwise
   */
  default boolean rests() {
    return false;
  }

  /**
   * Makes of what is remembered of parameters what some steps with gradient 0 would have made of
   * it, for a rule that {@link #rests}.
   *
   * @param state the state vectors; modified
   * @param from the first of the parameters
   * @param to the index after the last
   * @param steps how many steps, at least 0
   */
  default void rest(double[][] state, int from, int to, long steps) {}

  /**
   * Returns how large η·λ may be on a quadratic objective with curvature λ: below it the rule
   * converges, above it diverges.
   *
   * @return 2 for plain gradient descent, 2 + 2μ for the heavy ball; NaN where no such number is
   *     known
   */
  default double stabilityLimit() {
    return Double.NaN;
  }

  /**
   * Returns how far a steady gradient g moves θ in a step, in units of η·g, once the rule has
   * settled.
   *
   * @return 1 for plain gradient descent, 1/(1−μ) with momentum; NaN where no such number is known
   */
  default double steadyStep() {
    return Double.NaN;
  }

  /**
   * Says in formulas what a step makes of one parameter, line after line, for somebody who follows
   * it by hand: of θ, g, η, t, ‖g‖ and what {@link #memory} names; settings are filled in.
   *
   * @return such as {@code v ← 0.9·v + g} and {@code θ ← θ − η·v}; empty unless the rule says
   *     otherwise
   */
  default List<String> formulas() {
    return List.of();
  }

  /**
   * Names the state vectors as {@link #formulas} do.
   *
   * @return one name a state vector, such as {@code v}; empty unless the rule says otherwise
   */
  default List<String> memory() {
    return List.of();
  }

  /**
   * Returns the same rule for gradients that are no longer than a limit.
   *
   * <pre>{@code
   * g ← g·min(1, c/‖g‖₂)
   * }</pre>
   *
   * <p>The gradient is that of the objective over all parameters, an L2 penalty included. Source:
   * R. Pascanu, T. Mikolov, Y. Bengio, On the difficulty of training recurrent neural networks,
   * ICML 2013, arXiv:1211.5063.
   *
   * @param limit c; finite, {@code > 0}
   * @return the optimizer
   */
  default Optimizer withClippedNorm(double limit) {
    return new Clipped(this, limit, true);
  }

  /**
   * Returns the same rule for gradients with no element beyond a limit.
   *
   * <pre>{@code
   * gⱼ ← gⱼ, cut to [−c, c]
   * }</pre>
   *
   * @param limit c; finite, {@code > 0}
   * @return the optimizer
   */
  default Optimizer withClippedValues(double limit) {
    return new Clipped(this, limit, false);
  }

  /**
   * Plain gradient descent.
   *
   * <pre>{@code
   * θ ← θ − η·g
   * }</pre>
   *
   * <p>Source: A. Cauchy, Méthode générale pour la résolution des systèmes d'équations simultanées,
   * 1847.
   *
   * @return the optimizer
   */
  static Optimizer gradientDescent() {
    return new GradientDescent();
  }

  /**
   * Gradient descent with momentum, the heavy ball.
   *
   * <pre>{@code
   * v ← μ·v + g        θ ← θ − η·v
   * }</pre>
   *
   * <p>A steady gradient moves θ by η/(1−μ): with μ = 0.9 the step is ten times as long as without.
   *
   * <p>Source: B. Polyak, Some methods of speeding up the convergence of iteration methods, 1964,
   * doi:10.1016/0041-5553(64)90137-5; in the form of PyTorch, with η outside the velocity.
   *
   * @param momentum μ; in [0, 1), often 0.9
   * @return the optimizer
   */
  static Optimizer momentum(double momentum) {
    return new Momentum(momentum);
  }

  /**
   * Nesterov's momentum: looks at where the velocity leads.
   *
   * <pre>{@code
   * v ← μ·v + g        θ ← θ − η·(g + μ·v)
   * }</pre>
   *
   * <p>Source: Y. Nesterov, A method of solving a convex programming problem with convergence rate
   * O(1/k²), 1983; in the form of PyTorch.
   *
   * @param momentum μ; in [0, 1), often 0.9
   * @return the optimizer
   */
  static Optimizer nesterov(double momentum) {
    return new Nesterov(momentum);
  }

  /**
   * AdaGrad: a rate for each parameter, which falls as its gradients add up.
   *
   * <pre>{@code
   * s ← s + g²        θ ← θ − η·g/(√s + ε)        ε = 1e-8
   * }</pre>
   *
   * <p>Source: J. Duchi, E. Hazan, Y. Singer, Adaptive subgradient methods, JMLR 12 (2011).
   *
   * @return the optimizer
   */
  static Optimizer adaGrad() {
    return new AdaGrad(1e-8);
  }

  /**
   * RMSProp: a rate for each parameter, by the recent size of its gradients.
   *
   * <pre>{@code
   * s ← ρ·s + (1−ρ)·g²        θ ← θ − η·g/(√s + ε)        ε = 1e-8
   * }</pre>
   *
   * <p>Source: T. Tieleman, G. Hinton, lecture 6.5 of Neural networks for machine learning, 2012.
   *
   * @param rho ρ; in [0, 1), often 0.9
   * @return the optimizer
   */
  static Optimizer rmsProp(double rho) {
    return new RmsProp(rho, 1e-8);
  }

  /**
   * Adam with its usual settings, β₁ = 0.9 and β₂ = 0.999.
   *
   * @return the optimizer
   * @see #adam(double, double)
   */
  static Optimizer adam() {
    return adam(0.9, 0.999);
  }

  /**
   * Adam: momentum, divided by the recent size of the gradients.
   *
   * <pre>{@code
   * m ← β₁·m + (1−β₁)·g        v ← β₂·v + (1−β₂)·g²
   * m̂ = m/(1−β₁ᵗ)        v̂ = v/(1−β₂ᵗ)        θ ← θ − η·m̂/(√v̂ + ε)        ε = 1e-8
   * }</pre>
   *
   * <p>AdamW is this rule with {@code Regularizer.decoupled(λ)} as the penalty.
   *
   * <p>Source: D. Kingma, J. Ba, Adam: a method for stochastic optimization, ICLR 2015,
   * arXiv:1412.6980.
   *
   * @param beta1 β₁; in [0, 1)
   * @param beta2 β₂; in [0, 1)
   * @return the optimizer
   */
  static Optimizer adam(double beta1, double beta2) {
    return new Adam(beta1, beta2, 1e-8);
  }
}
