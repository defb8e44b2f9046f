package io.github.gradusml.training;

import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log how long work goes on: a line every few seconds, and one at the end. */
final class ProgressLog {
  private static final Logger LOG = LoggerFactory.getLogger(Trainer.class);
  private static final double SECONDS_BETWEEN_LINES = 5;

  private final int epochs;
  private int epochsDone;
  private double lastLine;

  ProgressLog(int epochs) {
    this.epochs = epochs;
  }

  static void warn(String message) {
    LOG.warn("{}", message);
  }

  void epochEnded(EpochRecord record) {
    epochsDone++;
    if (record.seconds() - lastLine < SECONDS_BETWEEN_LINES || epochsDone == epochs) {
      return;
    }
    lastLine = record.seconds();
    double left = record.seconds() / epochsDone * (epochs - epochsDone);
    LOG.info(
        "{}",
        String.format(
            Locale.ROOT,
            "epoch %d, %d of %d done: objective %.6g, learning rate %.3g, %.0f s left",
            record.epoch(),
            epochsDone,
            epochs,
            record.objective(),
            record.learningRate(),
            left));
  }

  void ended(StopReason reason, Checkpoint end, Divergence divergence, Oscillation oscillation) {
    if (divergence != null) {
      LOG.warn("{}", divergence.explanation());
    } else if (oscillation != null) {
      LOG.warn("{}", oscillation.explanation());
    } else {
      LOG.debug("{} after {} epochs and {} updates", reason, end.epochs(), end.updates());
    }
  }
}
