package io.github.gradusml.tuning;

import io.github.gradusml.internal.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log how many of many trainings are done. */
final class TuningLog {
  private static final Logger LOG = LoggerFactory.getLogger(GridSearch.class);

  private final Progress progress;

  TuningLog(int trainings) {
    this.progress = new Progress(trainings, System::nanoTime);
  }

  void oneMoreDone() {
    progress
        .oneMoreDone()
        .ifPresent(
            left -> LOG.info("{} trainings done, {}", progress.count(), Progress.left(left)));
  }

  static void warn(int failed, int cells, SearchCell first) {
    LOG.warn("{} of {} cells failed; {}", failed, cells, first);
  }
}
