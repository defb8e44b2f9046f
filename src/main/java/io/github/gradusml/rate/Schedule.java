package io.github.gradusml.rate;

/**
 * A learning rate that depends on time alone, by one clock: updates, unless {@link #perEpoch()}
 * says epochs.
 *
 * <p>Every length in the schedules of {@link LearningRate} is in the unit of that clock. A schedule
 * of your own is a lambda of the time: {@code Schedule halving = t -> 0.1 * Math.scalb(1, -(int)
 * t);}
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
   * @return the rate
   */
  default LearningRate perEpoch() {
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
   * @param length W, the length of the ramp; finite, {@code > 0}
   * @param startFactor f, the share of the rate to start with; in [0, 1]
   * @return the schedule
   */
  default Schedule withWarmUp(double length, double startFactor) {
    return new WarmUp(this, length, startFactor);
  }
}
