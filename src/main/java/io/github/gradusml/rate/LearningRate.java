package io.github.gradusml.rate;

import io.github.gradusml.internal.Checks;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * The learning rate η: how long a step down the gradient is, at every update of a training.
 *
 * <pre>{@code
 * θ ← θ − η·∇J(θ)
 * }</pre>
 *
 * <p>A rate is a function of time, and time has two clocks: the number of updates made, and the
 * number of epochs as a fraction (2.5 is half-way through the third epoch). A rate of your own is a
 * lambda:
 *
 * <pre>{@code
 * LearningRate halved = (update, epoch) -> epoch < 10 ? 0.1 : 0.05;
 * }</pre>
 *
 * <p>The schedules here count updates; {@link Schedule#perEpoch()} makes them count epochs. Below,
 * t is that clock, from 0.
 *
 * <p>Article: section 4, Learning rate.
 */
@FunctionalInterface
public interface LearningRate {
  /**
   * Returns the rate of an update.
   *
   * @param update the number of updates made before this one, from 0
   * @param epoch the number of epochs completed before this update, with the part of the epoch in
   *     progress as a fraction
   * @return η; finite, {@code >= 0}, or a training ends with an error
   */
  double at(long update, double epoch);

  /**
   * Shows the rate the loss at the end of an epoch, and returns the rate to go on with. Who
   * overrides this overrides {@link #reacts} too.
   *
   * @param epoch the number of epochs completed, from 1
   * @param loss the validation loss where there are validation rows, else the training objective
   * @return this rate, unless it is one that reacts
   */
  default LearningRate afterEpoch(int epoch, double loss) {
    return this;
  }

  /**
   * Tells whether {@link #afterEpoch} wants to be shown the loss, so that every epoch is measured.
   *
   * @return false unless the rate says otherwise
   */
  default boolean reacts() {
    return false;
  }

  /**
   * Returns the rates of a whole training, without training, to look at or to draw.
   *
   * @param epochs the number of epochs; at least 1
   * @param updatesPerEpoch the number of updates in each; at least 1
   * @return a new array, length epochs × updatesPerEpoch
   * @throws IllegalArgumentException if one is less than 1, or there are more than ten million
   *     updates
   */
  default double[] table(int epochs, int updatesPerEpoch) {
    Checks.atLeast("epochs", epochs, 1);
    Checks.atLeast("updatesPerEpoch", updatesPerEpoch, 1);
    long updates = (long) epochs * updatesPerEpoch;
    if (updates > 10_000_000) {
      throw new IllegalArgumentException(
          "epochs × updatesPerEpoch must be at most 10000000, but was "
              + updates
              + "; at(update, epoch) gives the rate of any one update");
    }
    double[] rates = new double[(int) updates];
    Arrays.setAll(
        rates, t -> at(t, t / updatesPerEpoch + (double) (t % updatesPerEpoch) / updatesPerEpoch));
    return rates;
  }

  /**
   * The same rate at every update.
   *
   * <pre>{@code
   * η(t) = η₀
   * }</pre>
   *
   * @param rate η₀; finite, {@code > 0}
   * @return the schedule
   */
  static Schedule constant(double rate) {
    return new Constant(rate);
  }

  /**
   * Falls as one over time.
   *
   * <pre>{@code
   * η(t) = η₀ / (1 + k·t)
   * }</pre>
   *
   * <p>Such a rate meets Σ η = ∞ and Σ η² &lt; ∞, under which stochastic updates settle instead of
   * hovering.
   *
   * <p>Source: H. Robbins, S. Monro, A stochastic approximation method, Annals of Mathematical
   * Statistics 22 (1951), doi:10.1214/aoms/1177729586.
   *
   * @param initial η₀; finite, {@code > 0}
   * @param decay k; finite, {@code >= 0}
   * @return the schedule
   */
  static Schedule inverseTime(double initial, double decay) {
    return new InverseTime(initial, decay);
  }

  /**
   * Falls as a power of time.
   *
   * <pre>{@code
   * η(t) = η₀ / (t + 1)^p
   * }</pre>
   *
   * @param initial η₀; finite, {@code > 0}
   * @param power p; finite, {@code >= 0}
   * @return the schedule
   */
  static Schedule inverseScaling(double initial, double power) {
    return new InverseScaling(initial, power);
  }

  /**
   * Falls by the same factor in the same time, smoothly; rises with a factor above 1.
   *
   * <pre>{@code
   * η(t) = η₀·γ^(t/s)
   * }</pre>
   *
   * <p>To fall from η₀ to η₁ in time T and stay there, say {@code exponential(η₀, η₁/η₀,
   * T).withLowest(η₁)}. One that rises overflows to ∞ in the end; a training refuses such a rate.
   *
   * @param initial η₀; finite, {@code > 0}
   * @param factor γ; finite, {@code > 0}
   * @param length s, the time that one factor takes; finite, {@code > 0}
   * @return the schedule
   */
  static Schedule exponential(double initial, double factor, double length) {
    return new Exponential(initial, factor, length);
  }

  /**
   * Falls by the same factor in the same time, in steps; also called staircase.
   *
   * <pre>{@code
   * η(t) = η₀·γ^⌊t/s⌋
   * }</pre>
   *
   * @param initial η₀; finite, {@code > 0}
   * @param factor γ; finite, {@code > 0}
   * @param length s, the length of a step; finite, {@code > 0}
   * @return the schedule
   */
  static Schedule step(double initial, double factor, double length) {
    return new StepDecay(initial, factor, length);
  }

  /**
   * Goes from one rate to another along a power curve, and stays there; a line for p = 1.
   *
   * <pre>{@code
   * η(t) = (η₀ − η₁)·(1 − t/T)^p + η₁        t up to T
   * }</pre>
   *
   * @param initial η₀; finite, {@code > 0}
   * @param last η₁; finite, {@code >= 0}
   * @param length T; finite, {@code > 0}
   * @param power p; finite, {@code > 0}
   * @return the schedule
   */
  static Schedule polynomial(double initial, double last, double length, double power) {
    return new Polynomial(initial, last, length, power);
  }

  /**
   * A table of constant rates: the first until the first boundary, and so on.
   *
   * @param rates one more than boundaries; each finite, {@code >= 0}
   * @param boundaries the times from which the next rate holds; ascending, {@code > 0}
   * @return the schedule
   */
  static Schedule piecewise(double[] rates, double... boundaries) {
    return new Piecewise(
        DoubleStream.of(Checks.notNull("rates", rates)).boxed().toList(),
        DoubleStream.of(Checks.notNull("boundaries", boundaries)).boxed().toList());
  }

  /**
   * Falls along half a cosine, and stays at the lowest rate.
   *
   * <pre>{@code
   * η(t) = η₁ + ½·(η₀ − η₁)·(1 + cos(π·t/T))        t up to T
   * }</pre>
   *
   * @param highest η₀; finite, {@code > 0}
   * @param lowest η₁; from 0 to η₀
   * @param length T; finite, {@code > 0}
   * @return the schedule
   */
  static Schedule cosine(double highest, double lowest, double length) {
    return new Cosine(highest, lowest, length);
  }

  /**
   * Falls along half a cosine again and again, each time from the top: SGDR.
   *
   * <pre>{@code
   * η(t) = η₁ + ½·(η₀ − η₁)·(1 + cos(π·T_cur/Tᵢ))        Tᵢ₊₁ = m·Tᵢ
   * }</pre>
   *
   * <p>T_cur is the time since the last restart, Tᵢ the length of the cycle in progress.
   *
   * <p>Source: I. Loshchilov, F. Hutter, SGDR: stochastic gradient descent with warm restarts, ICLR
   * 2017, arXiv:1608.03983.
   *
   * @param highest η₀, the rate at each restart; finite, {@code > 0}
   * @param lowest η₁; from 0 to η₀
   * @param firstCycle T₁; finite, {@code > 0}
   * @param growth m; at least 1
   * @return the schedule
   */
  static Schedule warmRestarts(double highest, double lowest, double firstCycle, int growth) {
    return new WarmRestarts(highest, lowest, firstCycle, growth);
  }

  /**
   * Rises and falls in triangles of one height.
   *
   * <pre>{@code
   * c = ⌊1 + t/(2s)⌋        x = |t/s − 2c + 1|
   * η(t) = η₁ + (η₀ − η₁)·max(0, 1 − x)
   * }</pre>
   *
   * <p>Source: L. Smith, Cyclical learning rates for training neural networks, WACV 2017,
   * arXiv:1506.01186, who suggests s of 2 to 10 epochs.
   *
   * @param base η₁; from 0 to η₀
   * @param highest η₀; finite, {@code > 0}
   * @param halfCycle s, the length of a rise; finite, {@code > 0}
   * @return the schedule
   */
  static Schedule triangular(double base, double highest, double halfCycle) {
    return new Cyclical(base, highest, halfCycle, 1, 1);
  }

  /**
   * Rises and falls in triangles, each half as high as the one before.
   *
   * <pre>{@code
   * η(t) = η₁ + (η₀ − η₁)·max(0, 1 − x) / 2^(c−1)        c, x as in triangular
   * }</pre>
   *
   * @param base η₁; from 0 to η₀
   * @param highest η₀; finite, {@code > 0}
   * @param halfCycle s, the length of a rise; finite, {@code > 0}
   * @return the schedule
   * @see #triangular
   */
  static Schedule triangular2(double base, double highest, double halfCycle) {
    return new Cyclical(base, highest, halfCycle, 0.5, 1);
  }

  /**
   * Rises and falls in triangles whose height decays with time.
   *
   * <pre>{@code
   * η(t) = η₁ + (η₀ − η₁)·max(0, 1 − x)·γ^t        x as in triangular
   * }</pre>
   *
   * @param base η₁; from 0 to η₀
   * @param highest η₀; finite, {@code > 0}
   * @param halfCycle s, the length of a rise; finite, {@code > 0}
   * @param decay γ, per unit of time; in (0, 1]
   * @return the schedule
   * @see #triangular
   */
  static Schedule expRange(double base, double highest, double halfCycle, double decay) {
    return new Cyclical(base, highest, halfCycle, 1, decay);
  }

  /**
   * Rises once and falls once, along cosines, from η₀/25 to η₀ to η₀/250,000.
   *
   * <p>Source: L. Smith, N. Topin, Super-convergence, 2018, arXiv:1708.07120; the divisors are
   * those that PyTorch made common.
   *
   * @param highest η₀; finite, {@code > 0}
   * @param peak the time of the highest rate; finite, {@code > 0}; often 30% of the end
   * @param end the time of the last update; {@code > peak}
   * @return the schedule; {@code withDivisors} changes its two ends, {@code withLines} its form
   */
  static OneCycle oneCycle(double highest, double peak, double end) {
    return new OneCycle(highest, peak, end, 25, 1e4, false);
  }

  /**
   * Reduces a rate whenever the loss has not improved for some epochs.
   *
   * <pre>{@code
   * after each `patience` epochs in a row whose loss is not below the best: η ← factor·η
   * }</pre>
   *
   * @param rate the rate to reduce, perhaps a schedule
   * @param factor what it is multiplied by; in (0, 1), often 0.1
   * @param patience how many epochs; at least 1, often 10
   * @return the rate; {@code withThreshold}, {@code withCooldown} and {@code withLowest} say more
   */
  static ReduceOnPlateau reduceOnPlateau(LearningRate rate, double factor, int patience) {
    return ReduceOnPlateau.of(rate, factor, patience);
  }
}
