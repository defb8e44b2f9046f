package io.github.gradusml.internal;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/** Counts how much of long work is done, and says every few seconds how long the rest may take. */
public final class Progress {
  private static final double SECONDS_BETWEEN_LINES = 5;

  private final int all;
  private final LongSupplier nanoTime;
  private final long start;
  private int done;
  private double lastLine;

  /**
   * Begins to count.
   *
   * @param all how many pieces of work there are
   * @param nanoTime a clock
   */
  public Progress(int all, LongSupplier nanoTime) {
    this.all = all;
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
  }

  /**
   * Returns the time since the beginning.
   *
   * @return in seconds
   */
  public double seconds() {
    return (nanoTime.getAsLong() - start) / 1e9;
  }

  /**
   * Notes that one more piece of work is done.
   *
   * @return where it is time to say so and work is left, how many seconds the rest may take
   */
  public synchronized OptionalDouble oneMoreDone() {
    done++;
    double seconds = seconds();
    if (seconds - lastLine < SECONDS_BETWEEN_LINES || done == all) {
      return OptionalDouble.empty();
    }
    lastLine = seconds;
    return OptionalDouble.of(seconds / done * (all - done));
  }

  /**
   * Says how much is done.
   *
   * @return for instance {@code 3 of 10}
   */
  public synchronized String count() {
    return done + " of " + all;
  }

  /**
   * Says how long the rest may take.
   *
   * @param seconds how long
   * @return for instance {@code 12 s left}
   */
  public static String left(double seconds) {
    return String.format(Locale.ROOT, "%.0f s left", seconds);
  }
}
