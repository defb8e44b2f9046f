package io.github.gradusml.training;

import io.github.gradusml.core.Model;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Progress;
import io.github.gradusml.internal.Vectors;
import io.github.gradusml.stability.Advice;
import io.github.gradusml.stability.Descent;
import io.github.gradusml.stability.Divergence;
import io.github.gradusml.stability.FeatureScales;
import io.github.gradusml.stability.Oscillation;
import io.github.gradusml.stability.Stability;
import io.github.gradusml.stability.Symptoms;
import java.util.Arrays;
import java.util.Optional;

/**
 * Watches one training, and says when to stop and why: {@link Measures} measures, {@link Alarm}
 * notices what goes wrong, {@link Memory} and {@link BestWeights} remember, {@link ProgressLog}
 * tells.
 */
final class Watch {
  private static final int OBJECTIVES_TOLD = 5;

  private final TrainerSettings settings;
  private final Model<?> model;
  private final Dataset data;
  private final Rates rates;
  private final int lastEpoch;
  private final Measures measures;
  private final Alarm alarm;
  private final Memory memory;
  private final BestWeights best;
  private final ProgressLog log;

  private StopReason stopReason;
  private Divergence divergence;
  private boolean told;

  Watch(
      TrainerSettings settings,
      Model<?> model,
      Dataset data,
      Measures measures,
      Rates rates,
      int lastEpoch) {
    this.settings = settings;
    this.model = model;
    this.data = data;
    this.rates = rates;
    this.lastEpoch = lastEpoch;
    this.measures = measures;
    this.alarm = new Alarm(model.parameters());
    this.memory = new Memory(settings);
    this.best = new BestWeights(settings.earlyStopping);
    this.log = new ProgressLog(settings.quiet, new Progress(settings.epochs, System::nanoTime));
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

  /** Looks at an update that was made; {@code gradient} is the one that it was made with. */
  void updated(
      int epoch, long update, int rows, double batchLoss, double[] gradient, double[] theta) {
    measures.wentOn(rows, measures.runningLoss() + batchLoss * rows);
    if (settings.historyDetail == HistoryDetail.UPDATE) {
      double norm = Vectors.norm(gradient, 0, gradient.length);
      memory.add(new UpdateRecord(update, epoch, rates.last(), batchLoss, norm));
    }
    note(epoch, update, alarm.after(rows, theta));
  }

  /** How many updates of one row may be made at a time, until weights are to be looked at. */
  int rowsToNextLook() {
    return alarm.rowsToNextLook();
  }

  /** The sum of the losses that were seen in the epoch, each before its update. */
  double runningLoss() {
    return measures.runningLoss();
  }

  /** Looks at several updates of one row each. */
  void updatedRows(int epoch, long update, int rows, double runningLoss, double[] theta) {
    measures.wentOn(rows, runningLoss);
    note(epoch, update, alarm.after(rows, theta));
  }

  /** Looks at the weights now. */
  void look(int epoch, long update, double[] theta) {
    note(epoch, update, alarm.look(theta));
  }

  /** Without a lambda, which would be an object an update. */
  private void note(int epoch, long update, Optional<String> symptom) {
    if (symptom.isPresent()) {
      diverged(epoch, update, symptom.get());
    }
  }

  /** Measures after an epoch's last update, with the weights held still. */
  void epochEnded(int epoch, long update, double[] theta) {
    if (goesOn()) {
      look(epoch, update, theta);
    }
    if (goesOn() && measures(epoch)) {
      measure(epoch, update, theta);
    } else {
      if (goesOn() && epoch == lastEpoch) {
        glance(epoch, update, theta);
      }
      log.epochEnded(epoch, rates.last(), Double.NaN);
    }
    measures.reset();
  }

  private void measure(int epoch, long update, double[] theta) {
    if (!alarm.knowsStart()) {
      alarm.begin(measures.start(null));
    }
    EpochRecord record = measures.epoch(epoch, update, rates.last(), theta, log.seconds());
    memory.add(record);
    log.epochEnded(epoch, rates.last(), record.objective());
    check(epoch, update, record.objective());
    if (goesOn()) {
      decide(record, theta);
    }
    rates.epochEnded(epoch, measures.areValidated() ? record.validationLoss() : record.objective());
  }

  /**
   * Where nothing is recorded: whether the end is far worse than the start, by some of the rows.
   */
  private void glance(int epoch, long update, double[] theta) {
    int[] some = FeatureScales.of(data).sample();
    alarm.begin(measures.start(some));
    check(epoch, update, measures.objective(some, theta));
  }

  private void check(int epoch, long update, double objective) {
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
    Descent descent = settings.descent(model);
    divergence =
        new Divergence(
            epoch,
            update,
            rates.last(),
            rates.largest(),
            symptom,
            memory.objectivesBefore(epoch, OBJECTIVES_TOLD),
            Stability.of(descent, model, data),
            FeatureScales.of(data).dominant(),
            Advice.after(rates.largest(), descent, model, data));
  }

  Optional<Divergence> divergence() {
    return Optional.ofNullable(divergence);
  }

  /**
   * What the training comes to, with the weights as they are.
   *
   * @param isOver whether it has made its last update
   */
  <M extends Model<M>> TrainingResult<M> result(
      M start, double[] theta, Checkpoint end, boolean isOver) {
    double[] objectives = memory.objectives();
    if (isOver && goesOn()) {
      Symptoms.ofObjectives(objectives, alarm.start().larger())
          .ifPresent(symptom -> diverged(end.epochs(), end.updates(), symptom));
    }
    Oscillation oscillation =
        divergence != null ? null : Oscillation.in(objectives, alarm.start().atZero()).orElse(null);
    StopReason done = isOver ? StopReason.EPOCHS_DONE : StopReason.UNFINISHED;
    StopReason reason = goesOn() ? done : stopReason;
    if (isOver && !told) {
      told = true;
      problem(oscillation, theta).ifPresent(log::tell);
      log.ended(reason, end);
    }
    double[] kept = divergence != null ? alarm.lastFinite() : best.or(theta);
    return new TrainingResult<>(
        start.withParameters(kept), memory.history(), reason, divergence, oscillation, end);
  }

  private Optional<String> problem(Oscillation oscillation, double[] theta) {
    if (divergence != null) {
      return Optional.of(divergence.explanation());
    }
    if (oscillation != null) {
      return Optional.of(oscillation.explanation());
    }
    return stoodStill(theta)
        ? Optional.of(
            "training moved no weight: the gradient is exactly 0 there, and the loss is not. Where"
                + " z is at most 0, ReLU lets no gradient through: start from Perceptron.random, or"
                + " take Activation.leakyRelu.")
        : Optional.empty();
  }

  private boolean stoodStill(double[] theta) {
    return !memory.isEmpty()
        && Arrays.equals(theta, model.parameters())
        && memory.last().gradientNorm() == 0
        && memory.last().dataLoss() > 0;
  }
}
