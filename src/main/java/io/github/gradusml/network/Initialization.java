package io.github.gradusml.network;

import io.github.gradusml.core.Activation;
import io.github.gradusml.internal.Checks;

/**
 * How large the first weights of a layer are: drawn uniformly from [−bound, bound), with biases 0.
 *
 * <p>Too small, and what the inputs say is lost on the way up; too large, and units saturate. The
 * right size depends on how many numbers a unit adds up. One of your own is a lambda.
 *
 * <p>Article: section 3, a larger network.
 */
@FunctionalInterface
public interface Initialization {
  /**
   * Returns the bound of the weights of a layer.
   *
   * @param inputs how many numbers come in
   * @param units how many go out
   * @return positive and finite
   */
  double bound(int inputs, int units);

  /**
   * Glorot's uniform start, for activations that are alike to both sides of 0, and for the output.
   *
   * <pre>{@code
   * bound = √(6 / (inputs + units))
   * }</pre>
   *
   * <p>Source: X. Glorot, Y. Bengio, Understanding the difficulty of training deep feedforward
   * neural networks, AISTATS 2010, equation 16.
   *
   * @return the initialization
   */
  static Initialization glorot() {
    return new NamedInitialization(
        "Glorot", (inputs, units) -> Math.sqrt(6.0 / ((double) inputs + units)));
  }

  /**
   * He's uniform start, for activations that let through one side of 0 alone, such as ReLU.
   *
   * <pre>{@code
   * bound = √(6 / inputs)
   * }</pre>
   *
   * <p>Source: K. He, X. Zhang, S. Ren, J. Sun, Delving deep into rectifiers, ICCV 2015,
   * arXiv:1502.01852, equation 10; as a uniform distribution of the same variance.
   *
   * @return the initialization
   */
  static Initialization he() {
    return new NamedInitialization("He", (inputs, units) -> Math.sqrt(6.0 / inputs));
  }

  /**
   * Returns what an activation wants.
   *
   * @param activation φ
   * @return {@link #he()} where φ rises more steeply on the right of 0 than on the left, as ReLU
   *     and its smooth relatives do; else {@link #glorot()}
   */
  static Initialization of(Activation activation) {
    Checks.notNull("activation", activation);
    double far = 20; // there every activation is as steep as it is far out
    double farLeft = Math.abs(activation.derivative(-far));
    double farRight = Math.abs(activation.derivative(far));
    return farLeft < 0.5 * farRight ? he() : glorot();
  }
}
