package io.github.gradusml.rate;

import io.github.gradusml.internal.Checks;

/**
 * A learning rate that depends on time alone, by one clock: updates, unless {@link #perEpoch()}
 * says epochs.
 *
 * <p>The clock stands at 0 before the first update. The schedules of {@link LearningRate} refuse a
 * time that is negative, infinite or NaN, and are defined at every other.
 *
 * <p>Every length in the schedules of {@link LearningRate} is in the unit of that clock. A schedule
 * of your own is a lambda of the time: {@code Schedule falling = t -> 0.1 / (1 + 0.01 * t);}
 *
 * <p>Article: section 4, Learning rate.
 */
@FunctionalInterface
public interface Schedule extends LearningRate {
  /**
   * Returns the rate at a time.
   *
   * @param time t, in updates from 0, or in epochs from 0 with fractions
   * @return η(t)
   */
  double at(double time);

  @Override
  default double at(long update, double epoch) {
    return at((double) update);
  }

  /**
   * Returns the same schedule with its lengths in epochs instead of updates; it still moves with
   * every update, by fractions of an epoch.
   *
   * <p>All lengths count epochs then, whether they were given before or after: {@code
   * s.perEpoch().withWarmUp(5, 0.1)} is {@code s.withWarmUp(5, 0.1).perEpoch()}.
   *
   * @return the schedule; this one if it counts epochs already
   */
  default Schedule perEpoch() {
    return new PerEpoch(this);
  }

  /**
   * Returns this schedule behind a linear ramp; its own clock starts when the ramp ends.
   *
   * <pre>{@code
   * η(t) = η(0)·(f + (1−f)·t/W) while t < W, then η(t − W)
   * }</pre>
   *
   * <p>Source: P. Goyal and others, Accurate, large minibatch SGD, 2017, arXiv:1706.02677.
   *
   * @param length W, the length of the ramp, by the clock of this schedule; finite, {@code > 0}
   * @param startFactor f, the share of the rate to start with; in [0, 1]
   * @return the schedule
   */
  default Schedule withWarmUp(double length, double startFactor) {
    return new WarmUp(this, length, startFactor);
  }

  /**
   * Returns this schedule, but never below a rate.
   *
   * <pre>{@code
   * max(η(t), η_min)
   * }</pre>
   *
   * @param lowest η_min; finite, {@code >= 0}
   * @return the schedule
   */
  default Schedule withLowest(double lowest) {
    return new WithLowest(this, lowest);
  }

  /**
   * Returns this schedule for some time, and then another, whose own clock starts at 0 there.
   *
   * <pre>{@code
   * η(t) = η₁(t) while t < W, then η₂(t − W)
   * }</pre>
   *
   * <p>To join a third, say {@code first.then(10, second).then(30, third)}: W is always the time
   * since the beginning, so that the second lasts 20.
   *
   * @param length W, by the clock of this schedule; finite, {@code > 0}
   * @param next η₂; it counts what this schedule counts, so call {@link #perEpoch()} on this one or
   *     on the two together
   * @return the schedule
   * @throws IllegalArgumentException if the length is not such a number, or only {@code next}
   *     counts epochs
   */
  default Schedule then(double length, Schedule next) {
    if (Checks.notNull("next", next).perEpoch() == next) {
      throw new IllegalArgumentException(
          "next must count updates, as the schedule before it, but was "
              + next
              + "; to count epochs, say perEpoch() of the two together");
    }
    return new Joined(this, length, next);
  }
}
