package io.github.gradusml.tuning;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the log every few seconds how many trainings are done, and how long the others may take.
 */
final class Progress {
  private static final Logger LOG = LoggerFactory.getLogger(GridSearch.class);
  private static final double SECONDS_BETWEEN_LINES = 5;

  private final int all;
  private final LongSupplier nanoTime;
  private final Consumer<String> log;
  private final long begin;
  private int done;
  private double lastLine;

  Progress(int all, LongSupplier nanoTime, Consumer<String> log) {
    this.all = all;
    this.nanoTime = nanoTime;
    this.log = log;
    this.begin = nanoTime.getAsLong();
  }

  static Progress of(int trainings) {
    return new Progress(trainings, System::nanoTime, Progress::log);
  }

  static void log(String line) {
    LOG.info("{}", line);
  }

  synchronized void oneMoreDone() {
    done++;
    double seconds = (nanoTime.getAsLong() - begin) / 1e9;
    if (seconds - lastLine < SECONDS_BETWEEN_LINES || done == all) {
      return;
    }
    lastLine = seconds;
    log.accept(
        String.format(
            Locale.ROOT,
            "%d of %d trainings done, %.0f s left",
            done,
            all,
            seconds / done * (all - done)));
  }
}
