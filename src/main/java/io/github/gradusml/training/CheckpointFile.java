package io.github.gradusml.training;

import io.github.gradusml.core.Model;
import io.github.gradusml.core.ParameterBlock;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Fields;
import io.github.gradusml.internal.SafeFile;
import io.github.gradusml.internal.SealedFile;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * The checkpoints of one training as files: where it stands, and what it was begun with.
 *
 * <p>What follows from both is not in the file: a rate that reacts is shown the recorded losses
 * again.
 */
final class CheckpointFile {
  private static final String FORMAT = "gradus checkpoint";
  private static final int VERSION = 1;

  private final TrainerSettings settings;
  private final Model<?> start;
  private final Dataset data;
  private final Dataset validation;
  private Origin origin;

  /**
   * @param start the model that the training begins with
   * @param validation null for none
   */
  CheckpointFile(TrainerSettings settings, Model<?> start, Dataset data, Dataset validation) {
    this.settings = settings;
    this.start = start;
    this.data = data;
    this.validation = validation;
  }

  /** Goes through all rows once, when first asked for. */
  private Origin origin() {
    if (origin == null) {
      origin = Origin.of(settings, start, data, validation);
    }
    return origin;
  }

  void write(Path file, Checkpoint now) {
    origin(); // before there is a file aside
    SafeFile.write(file, out -> write(out, now));
  }

  void write(OutputStream out, Checkpoint now) throws IOException {
    Fields fields = CheckpointFields.of(now, settings.epochs, origin());
    SealedFile.write(FORMAT, VERSION, fields, out);
  }

  /**
   * Reads a checkpoint of a training that was begun with the same.
   *
   * @throws java.io.UncheckedIOException if the file cannot be read
   * @throws IllegalArgumentException if it is damaged, or of another training
   */
  Checkpoint read(Path file) {
    Fields fields = SealedFile.read(file, FORMAT, VERSION);
    try {
      return checkpoint(fields);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "checkpoint " + file.toAbsolutePath() + " cannot be resumed: " + e.getMessage(), e);
    }
  }

  Checkpoint read(InputStream in) {
    Fields fields = SealedFile.read(in, FORMAT, VERSION, all -> all);
    return checkpoint(fields);
  }

  private Checkpoint checkpoint(Fields fields) {
    CheckpointFields saved = CheckpointFields.read(fields);
    origin().check(fields);
    checkEpochs(saved);
    return checkpoint(saved);
  }

  /** A last epoch is looked at more closely than others, which cannot be done afterwards. */
  private void checkEpochs(CheckpointFields saved) {
    int done = saved.epochs();
    boolean wasLast = saved.lastEpoch() == done || saved.course().stopReason() != null;
    int least = wasLast ? done : done + 1;
    if (settings.epochs < least) {
      throw new IllegalArgumentException(
          "epochs must be at least "
              + least
              + (wasLast ? ", as many as" : ", one more than")
              + " the checkpoint has done, but was "
              + settings.epochs);
    }
  }

  private Checkpoint checkpoint(CheckpointFields saved) {
    int parameters = start.parameters().length;
    List<Regularizer> penalties =
        start.blocks().stream()
            .filter(ParameterBlock::penalized)
            .map(settings::regularizerOf)
            .toList();
    int remembered = penalties.stream().mapToInt(Regularizer::stateVectors).max().orElse(0);
    long watched =
        Measures.rowsOf(settings.earlyStopping, data, validation == null ? data : validation);
    Course course = course(saved);
    return new Checkpoint(
        saved.theta(parameters),
        saved.epochs(),
        saved.updates(),
        settings.learningRate,
        rateAfter(course.history()),
        settings.optimizer,
        saved.optimizerState(settings.optimizer.stateVectors(), parameters),
        penalties,
        saved.penaltyState(remembered, parameters),
        saved.best(settings.earlyStopping, watched, parameters),
        saved.average(settings.averagedFrom, parameters),
        new double[0], // all are in these rows
        course);
  }

  private Course course(CheckpointFields saved) {
    Course course = saved.course();
    boolean isLast = course.stopReason() != null || saved.epochs() == settings.epochs;
    return isLast || settings.historyDetail.atLeast(HistoryDetail.EPOCH)
        ? course
        : course.unmeasured();
  }

  private LearningRate rateAfter(TrainingHistory history) {
    LearningRate rate = settings.learningRate;
    for (EpochRecord epoch : history.epochs()) {
      rate = rate.afterEpoch(epoch.epoch(), Rates.shown(epoch, validation != null));
    }
    return rate;
  }
}
