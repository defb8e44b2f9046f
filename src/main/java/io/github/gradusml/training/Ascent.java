package io.github.gradusml.training;

import io.github.gradusml.core.Model;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.stability.Descent;
import io.github.gradusml.stability.Stability;
import io.github.gradusml.stability.Symptoms;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How the objective ended, compared with what training began with: whether it is above that, and
 * whether the rate is to blame.
 *
 * <p>Where a stable rate is known and every rate was below it, descent cannot diverge, and what
 * looks like it is noise.
 */
final class Ascent {
  /**
   * Noise keeps an objective above its lowest: by as much again, on average, at half the largest
   * stable rate.
   */
  private static final double LEAST_GROWTH = 4;

  /** A loss of bounded slope swings as far as one step goes; ten times that is no swing. */
  private static final double SWINGS = 10;

  /** A rate that fell to this share has let the weights settle. */
  private static final double SETTLED = 0.1;

  private final Descent descent;
  private final Model<?> model;
  private final Dataset data;
  private final Rates rates;
  private final Start start;
  private final double best;
  private final double last;
  private Optional<Stability> stability;

  /**
   * @param start what it began with
   * @param lowest the lowest objective recorded; NaN where there is none
   * @param last the objective at the end
   */
  Ascent(
      Descent descent,
      Model<?> model,
      Dataset data,
      Rates rates,
      Start start,
      double lowest,
      double last) {
    this.descent = descent;
    this.model = model;
    this.data = data;
    this.rates = rates;
    this.start = start;
    this.best = start.smaller(lowest);
    this.last = last;
  }

  Start start() {
    return start;
  }

  double last() {
    return last;
  }

  /** The largest stable rate; computed when first asked for. */
  Optional<Stability> stability() {
    if (stability == null) {
      stability = Stability.of(descent, model, data);
    }
    return stability;
  }

  /**
   * Whether it ended above all that it began with, above the lowest by a factor, and at a rate that
   * is not known to be stable.
   */
  boolean isAbove(double factor) {
    return start.atZero() > 0
        && Symptoms.ofEnd(last, start.larger(), best, factor).isPresent()
        && !isStable();
  }

  /** Whether every rate was one at which descent cannot diverge. */
  private boolean isStable() {
    return stability().filter(limit -> rates.largest() <= limit.largestRate()).isPresent();
  }

  /**
   * Whether ups and downs may be those of a rate too large; not so where weights 0 have no loss, as
   * with the perceptron criterion, which is the same at every rate; nor where they were those of
   * the large rates of a schedule that fell since.
   */
  boolean mayOscillate() {
    boolean hasSettled = last < start.atZero() && rates.last() <= SETTLED * rates.largest();
    return start.atZero() > 0 && !hasSettled && !isStable();
  }

  /** Whether decoupled decay turns the sign of a weight with every update, and makes it grow. */
  private boolean growsByDecay() {
    Regularizer penalty = descent.regularizer();
    return penalty.decays() && rates.last() * penalty.curvature() > 2;
  }

  /**
   * Whether the objective or the weights grow without end: then, in words, how far they have come.
   *
   * @param byDecay what is wrong with the weights if decay makes them grow
   */
  Optional<String> divergence(Supplier<Optional<String>> byDecay) {
    return divergence().or(() -> growsByDecay() ? byDecay.get() : Optional.empty());
  }

  private Optional<String> divergence() {
    if (!(last > start.larger()) || isStable()) {
      return Optional.empty();
    }
    boolean isCertain =
        stability()
            .filter(limit -> limit.exact() && rates.last() > limit.largestRate())
            .isPresent();
    if (isCertain) {
      return Symptoms.ofEnd(last, start.larger(), best, 1);
    }
    double swing = SWINGS * start.usual(rates.largest());
    return start.atZero() > 0 ? Symptoms.ofEnd(last, swing, best, LEAST_GROWTH) : Optional.empty();
  }
}
