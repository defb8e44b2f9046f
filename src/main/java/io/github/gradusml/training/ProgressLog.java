package io.github.gradusml.training;

import java.util.Locale;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log how long work goes on: a line every few seconds, and one at the end. */
final class ProgressLog {
  private static final Logger LOG = LoggerFactory.getLogger(Trainer.class);
  private static final double SECONDS_BETWEEN_LINES = 5;

  private final boolean quiet;
  private final int epochs;
  private final LongSupplier nanoTime;
  private final long start;
  private int epochsDone;
  private double lastLine;

  ProgressLog(boolean quiet, int epochs, LongSupplier nanoTime) {
    this.quiet = quiet;
    this.epochs = epochs;
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
  }

  double seconds() {
    return (nanoTime.getAsLong() - start) / 1e9;
  }

  static void warn(String message) {
    LOG.warn("{}", message);
  }

  void tell(String problem) {
    if (!quiet) {
      warn(problem);
    }
  }

  /**
   * Notes that an epoch was done.
   *
   * @param epoch its number
   * @param objective NaN where it was not measured
   */
  void epochEnded(int epoch, double eta, double objective) {
    epochsDone++;
    double seconds = seconds();
    if (quiet || seconds - lastLine < SECONDS_BETWEEN_LINES || epochsDone == epochs) {
      return;
    }
    lastLine = seconds;
    LOG.info(
        "{}",
        String.format(
            Locale.ROOT,
            "epoch %d, %d of %d done: %slearning rate %.3g, %.0f s left",
            epoch,
            epochsDone,
            epochs,
            Double.isNaN(objective)
                ? ""
                : String.format(Locale.ROOT, "objective %.6g, ", objective),
            eta,
            seconds / epochsDone * (epochs - epochsDone)));
  }

  void ended(StopReason reason, Checkpoint end) {
    if (!quiet) {
      LOG.debug("{} after {} epochs and {} updates", reason, end.epochs(), end.updates());
    }
  }
}
