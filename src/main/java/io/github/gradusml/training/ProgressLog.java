package io.github.gradusml.training;

import io.github.gradusml.internal.Progress;
import io.github.gradusml.internal.Texts;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log how a training goes on: a line every few seconds, and one at the end. */
final class ProgressLog {
  private static final Logger LOG = LoggerFactory.getLogger(Trainer.class);

  private final boolean quiet;
  private final Progress progress;

  ProgressLog(boolean quiet, Progress progress) {
    this.quiet = quiet;
    this.progress = progress;
  }

  double seconds() {
    return progress.seconds();
  }

  static void warn(String message) {
    LOG.warn("{}", message);
  }

  static void note(String message) {
    LOG.info("{}", message);
  }

  void tell(Finding finding) {
    warn(finding.text());
  }

  /**
   * Notes that an epoch was done.
   *
   * @param epoch its number
   * @param objective NaN where it was not measured
   */
  void epochEnded(int epoch, double eta, double objective) {
    progress
        .oneMoreDone()
        .ifPresent(
            left -> {
              if (!quiet) {
                LOG.info("{}", line(epoch, eta, objective, left));
              }
            });
  }

  private String line(int epoch, double eta, double objective, double left) {
    String shown =
        Double.isNaN(objective) ? "" : String.format(Locale.ROOT, "objective %.6g, ", objective);
    return String.format(
        Locale.ROOT,
        "epoch %d, %s done: %slearning rate %s, %s",
        epoch,
        progress.count(),
        shown,
        Texts.number(eta),
        Progress.left(left));
  }

  void ended(StopReason reason, Checkpoint end) {
    if (!quiet) {
      String epochs = Texts.count(end.epochs(), "epoch");
      LOG.debug("{} after {} and {}", reason, epochs, Texts.count(end.updates(), "update"));
    }
  }
}
