package io.github.gradusml.diagnosis;

import io.github.gradusml.core.Model;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Texts;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.stability.Advice;
import io.github.gradusml.training.Case;
import io.github.gradusml.training.EpochRecord;
import io.github.gradusml.training.Objective;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.TrainingResult;
import io.github.gradusml.training.Verdict;
import java.util.Arrays;
import java.util.Optional;

/** Whether it ended while the objective was still falling, though the rate is a sensible one. */
final class NotConvergedCheck {
  private static final int LEAST_EPOCHS = 5;

  /** What as many epochs again gain, as a share of the objective, to be worth a word. */
  private static final double OF_OBJECTIVE = 0.05;

  /** The same as a share of all that was gained. */
  private static final double OF_FALL = 0.02;

  /** Up to 64 times as many epochs are tried. */
  private static final int MOST_DOUBLINGS = 6;

  private static final double MILLISECONDS = 24;

  private final Case training;
  private final int epochs;
  private final Objective objective;
  private final double atStart;

  private NotConvergedCheck(Case training) {
    this.training = training;
    this.epochs = training.objectives().length;
    this.objective = Objective.of(training.trainer(), training.start(), training.rowsOfTrials());
    this.atStart = objective.at(training.start().parameters());
  }

  static Verdict verdict(Case training) {
    Optional<String> reason = DescentChecks.whyObjectiveIsSilent(training, LEAST_EPOCHS);
    if (reason.isPresent()) {
      return Verdict.notApplicable(reason.get());
    }
    boolean isSaidOtherwise =
        training.has("RATE_TOO_SMALL")
            || training.has(DescentChecks.NEAR_LIMIT)
            || training.has(DescentChecks.PLATEAU);
    return isSaidOtherwise || training.lastRate() == 0
        ? Verdict.clear()
        : new NotConvergedCheck(training).verdict();
  }

  private Verdict verdict() {
    double[] objectives = training.objectives();
    int tenth = tenth();
    double last = Means.of(objectives, epochs - tenth, epochs);
    double pace = Means.of(objectives, epochs - 2 * tenth, epochs - tenth) - last;
    if (!isMaterial(pace / tenth * epochs, last)) {
      return Verdict.clear();
    }
    return Trials.goOn(
            training, MILLISECONDS, trainer -> steady(trainer).withEpochs(most() - epochs))
        .map(this::told)
        .orElse(Verdict.clear());
  }

  private int most() {
    return (int) Math.min(Integer.MAX_VALUE, (long) epochs << MOST_DOUBLINGS);
  }

  private int tenth() {
    return Math.max(1, epochs / 10);
  }

  private Trainer steady(Trainer trainer) {
    return trainer.withLearningRate(LearningRate.constant(training.lastRate()));
  }

  /** Whether a fall is a large part of what is left, and of what was gained before. */
  private boolean isMaterial(double fall, double from) {
    return fall > 0 && fall >= OF_OBJECTIVE * from && fall >= OF_FALL * (atStart - from);
  }

  private Verdict told(TrainingResult<?> onward) {
    double[] further = onward.history().each(EpochRecord::objective);
    // An optimizer that begins without its memory may rise at first, and only come back.
    double now = Math.min(after(further, tenth()), objective.at(training.model().parameters()));
    double then = after(further, epochs);
    boolean isClear = isMaterial(now - then, now) && highest(further) < now;
    if (!isClear || isWorseOnNewRows(onward)) {
      return Verdict.clear();
    }
    int enough = enough(further);
    return Verdict.found(
        "the objective was still falling at the end, at "
            + Texts.number(training.objectives()[epochs - 1])
            + ": in a trial that went on from there"
            + (areSome() ? ", on some of the rows," : "")
            + " it came from "
            + Texts.number(now)
            + " to "
            + Texts.number(then)
            + " in "
            + Texts.count(Math.min(epochs, further.length), "epoch")
            + " more.",
        "Take " + call(enough) + ".");
  }

  private boolean areSome() {
    return training.rowsOfTrials().rows() < training.train().rows();
  }

  /** The mean over the last of so many epochs that followed, or over the last there are. */
  private double after(double[] further, long count) {
    int to = (int) Math.min(count, further.length);
    return Means.of(further, Math.max(0, to - tenth()), to);
  }

  /** Where {@link #after} means over the ups and downs of small batches: the highest of them. */
  private double highest(double[] further) {
    int to = Math.min(epochs, further.length);
    return Arrays.stream(further, Math.max(0, to - tenth()), to).max().orElse(Double.NaN);
  }

  /** So many epochs in all that as many again would not change much. */
  private int enough(double[] further) {
    long total = epochs;
    double here = after(further, tenth());
    double gain = here - after(further, epochs);
    double slowing = 1;
    // Half of what would be found, so that the training to come is clearly on the good side.
    for (int k = 0; k < MOST_DOUBLINGS && (total == epochs || isMaterial(2 * gain, here)); k++) {
      total *= 2;
      here -= gain;
      double next = here - after(further, 2 * total - epochs);
      boolean isSeen = 2 * total <= epochs + further.length;
      // Beyond what was tried, gains go on shrinking as they did.
      slowing = isSeen ? Math.max(0, Math.min(1, next / gain)) : slowing;
      gain = isSeen ? next : slowing * gain;
    }
    return (int) Math.min(total, most());
  }

  private String call(int enough) {
    boolean isConstant =
        training.trainer().learningRate().equals(LearningRate.constant(training.lastRate()));
    String more = "withEpochs(" + enough + ")";
    return isConstant ? more : Advice.call(training.lastRate()) + "." + more;
  }

  private boolean isWorseOnNewRows(TrainingResult<?> onward) {
    return training
        .validationSample()
        .filter(rows -> loss(rows, onward.model()) > loss(rows, training.model()))
        .isPresent();
  }

  private double loss(Dataset rows, Model<?> model) {
    return Objective.of(training.trainer(), model, rows).dataLoss(model.parameters());
  }
}
