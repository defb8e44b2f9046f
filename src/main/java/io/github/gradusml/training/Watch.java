package io.github.gradusml.training;

import io.github.gradusml.core.Model;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Progress;
import io.github.gradusml.stability.Descent;
import io.github.gradusml.stability.Divergence;
import io.github.gradusml.stability.FeatureScales;
import io.github.gradusml.stability.Oscillation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Watches one training, and says when to stop and why: {@link Measures} measures, {@link Alarm}
 * notices what goes wrong, {@link Memory} and {@link BestWeights} remember, {@link ProgressLog}
 * tells.
 */
final class Watch {
  private final TrainerSettings settings;
  private final Model<?> model;
  private final Dataset data;
  private final Rates rates;
  private final int lastEpoch;
  private final Measures measures;
  private final Alarm alarm;
  private final Memory memory;
  private final BestWeights best;
  private final AverageWeights average;
  private final ProgressLog log;
  private final Course course;

  private StopReason stopReason;
  private Divergence divergence;
  private double lastObjective;
  private List<Finding> findings;

  Watch(
      TrainerSettings settings,
      Model<?> model,
      Dataset data,
      Measures measures,
      Rates rates,
      int lastEpoch,
      Checkpoint begin,
      Training<?> training) {
    this.settings = settings;
    this.model = model;
    this.data = data;
    this.rates = rates;
    this.lastEpoch = lastEpoch;
    this.measures = measures;
    this.alarm =
        new Alarm(
            begin.theta(),
            Alarm.rowsBetweenLooks(model.layers(1).inputs(), data.inputs()),
            () -> FeatureScales.of(data).sizeOfWeights());
    this.memory = new Memory(settings, training, begin.course().history());
    this.best = begin.bestFor(settings.earlyStopping, measures.rowsOf(settings.earlyStopping));
    this.average = begin.average().copyFor(settings.averagedFrom, begin.theta().length);
    this.course = begin.course();
    this.alarm.begin(course.start());
    this.lastObjective = course.lastObjective();
    this.stopReason = course.stopReason();
    int epochs = lastEpoch - begin.epochs();
    this.log = new ProgressLog(settings.quiet, new Progress(epochs, System::nanoTime));
  }

  /** Whether there is no reason to stop yet, but for the number of epochs. */
  boolean goesOn() {
    return stopReason == null;
  }

  /** Whether the losses of an epoch are wanted. */
  boolean measures(int epoch) {
    HistoryDetail least = epoch == lastEpoch ? HistoryDetail.FINAL : HistoryDetail.EPOCH;
    return settings.historyDetail.atLeast(least);
  }

  /** Whether a listener is being told. */
  boolean isTelling() {
    return memory.isTelling();
  }

  /** Looks at an update that was made. */
  void updated(int epoch, long update, int rows, double batchLoss, Parameters at) {
    average.add(epoch, at);
    measures.wentOn(rows, measures.runningLoss() + batchLoss * rows);
    if (settings.historyDetail == HistoryDetail.UPDATE) {
      double norm = at.gradientNorm();
      memory.add(new UpdateRecord(update, epoch, rates.last(), batchLoss, norm));
    }
    note(epoch, update, alarm.after(rows, at));
  }

  /** How many updates of one row may be made at a time, until weights are to be looked at. */
  int rowsToNextLook() {
    return settings.averagedFrom > 0 ? 1 : alarm.rowsToNextLook();
  }

  /** The sum of the losses that were seen in the epoch, each before its update. */
  double runningLoss() {
    return measures.runningLoss();
  }

  /** Looks at several updates of one row each. */
  void updatedRows(int epoch, long update, int rows, double runningLoss, Parameters at) {
    average.add(epoch, at);
    measures.wentOn(rows, runningLoss);
    note(epoch, update, alarm.after(rows, at));
  }

  /** A copy of the best weights so far, to go on with. */
  BestWeights best() {
    return best.copy();
  }

  /** A copy of the mean so far, to go on with. */
  AverageWeights average() {
    return average.copyFor(settings.averagedFrom, alarm.lastFinite().length);
  }

  /** What the training has gone through. */
  Course course() {
    return new Course(
        course.epochsBefore(),
        course.updatesBefore(),
        memory.history(),
        rates.last(),
        rates.largest(),
        alarm.known(),
        lastObjective,
        stopReason);
  }

  /** Looks at the weights now, unless they have been found wanting. */
  void look(int epoch, long update, Parameters at) {
    if (goesOn()) {
      note(epoch, update, alarm.look(at));
    }
  }

  /** Without a lambda, which would be an object an update. */
  private void note(int epoch, long update, Optional<String> symptom) {
    if (symptom.isPresent()) {
      diverged(epoch, update, symptom.get());
    }
  }

  /** Measures after an epoch's last update, with the weights held still. */
  void epochEnded(int epoch, long update, Parameters at) {
    look(epoch, update, at);
    double[] theta = alarm.lastFinite(); // just looked at
    if (goesOn() && measures(epoch)) {
      measure(epoch, update, average.or(theta));
    } else {
      if (goesOn() && epoch == lastEpoch) {
        glance(epoch, update, average.or(theta));
      }
      log.epochEnded(epoch, rates.last(), Double.NaN);
    }
    if (goesOn() && epoch == lastEpoch && tellsMoreThanOneStep(update)) {
      ascent(lastObjective)
          .divergence(() -> alarm.lookAtDecay(theta))
          .ifPresent(symptom -> diverged(epoch, update, symptom));
    }
    measures.reset();
  }

  private void measure(int epoch, long update, double[] theta) {
    if (!alarm.knowsStart()) {
      alarm.begin(measures.start());
    }
    EpochRecord record = measures.epoch(epoch, update, rates.last(), theta, log.seconds());
    memory.add(record);
    log.epochEnded(epoch, rates.last(), record.objective());
    check(epoch, update, record.objective());
    if (goesOn()) {
      decide(record, theta);
    }
    rates.epochEnded(record, measures.areValidated());
  }

  /**
   * Where nothing is recorded: whether the end is far worse than the start, by some of the rows.
   */
  private void glance(int epoch, long update, double[] theta) {
    Measures.Glance seen = measures.glance(theta);
    alarm.begin(seen.start());
    check(epoch, update, seen.objective());
  }

  private void check(int epoch, long update, double objective) {
    lastObjective = objective;
    note(epoch, update, alarm.at(objective, rates.largest()));
  }

  private void decide(EpochRecord record, double[] theta) {
    if (settings.earlyStopping != null && !best.goOnAfter(record, theta)) {
      stopReason = StopReason.STOPPED_EARLY;
    }
    if (record.gradientNorm() < settings.tolerance) {
      stopReason = StopReason.CONVERGED;
    }
  }

  private void diverged(int epoch, long update, String symptom) {
    stopReason = StopReason.DIVERGED;
    divergence =
        new DivergenceReport(settings, model, data, rates).of(epoch, update, symptom, memory);
  }

  Optional<Divergence> divergence() {
    return Optional.ofNullable(divergence);
  }

  /**
   * What the training comes to, with the weights as they are.
   *
   * @param isOver whether it has made its last update
   */
  <M extends Model<M>> TrainingResult<M> result(M start, Checkpoint end, boolean isOver) {
    Ascent ascent = ascent(lastObjective);
    Oscillation oscillation =
        divergence != null
            ? null
            : Oscillation.in(memory.objectives(), ascent.start().atZero())
                .filter(seen -> ascent.mayOscillate())
                .orElse(null);
    StopReason done = isOver ? StopReason.EPOCHS_DONE : StopReason.UNFINISHED;
    StopReason reason = goesOn() ? done : stopReason;
    double[] kept = divergence != null ? alarm.lastFinite() : best.or(average.or(end.theta()));
    TrainingResult<M> result =
        new TrainingResult<>(
            start,
            start.withParameters(kept),
            end.course().history(),
            reason,
            divergence,
            oscillation,
            List.of(),
            end);
    if (!isOver) {
      return result;
    }
    if (findings == null) {
      findings = settings.quiet ? List.of() : EndChecks.of(new Case(settings, result, data));
      findings.forEach(log::tell);
      log.ended(reason, end);
    }
    return result.with(findings);
  }

  private Ascent ascent(double last) {
    double lowest = Arrays.stream(memory.objectives()).min().orElse(Double.NaN);
    Descent descent = settings.descent(model);
    return new Ascent(descent, model, data, rates, alarm.start(), lowest, last);
  }

  /** Online, a single row may well end above where it began. */
  private boolean tellsMoreThanOneStep(long update) {
    long own = update - course.updatesBefore();
    return own > 1 || own == update;
  }
}
