package io.github.gradusml.training;

import io.github.gradusml.core.LossGradient;
import io.github.gradusml.core.Model;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.DenseKernels;
import io.github.gradusml.internal.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Watches one training: measures after each epoch with the weights held still, keeps the history
 * and the best weights, and says when to stop and why.
 *
 * @param <M> the kind of model
 */
final class TrainingWatch<M extends Model<M>> {
  /** Weights are looked at after as many rows; the loss of a row costs about as much as a look. */
  private static final int ROWS_BETWEEN_LOOKS = 128;

  /** Larger than any sensible weight, and small enough that nothing computed from it overflows. */
  private static final double LARGEST_WEIGHT = 1e100;

  /** An objective so many times the {@link #usualObjective} has diverged. */
  private static final double LARGEST_GROWTH = 1e6;

  private static final int OBJECTIVES_TOLD = 5;

  private final TrainerSettings settings;
  private final M model;
  private final LossGradient loss;
  private final BatchGradient allRows;
  private final Dataset data;
  private final Dataset validation;
  private final WeightPenalty penalty;
  private final ProgressLog log;

  private final List<EpochRecord> epochs = new ArrayList<>();
  private final List<UpdateRecord> updates = new ArrayList<>();
  private final BestWeights best;
  private final double[] lastFinite;
  private double objectiveAtZero;
  private double objectiveAtStart;
  private double meanSquaredRow;
  private double largestRate;
  private double runningLoss;
  private long runningRows;
  private int rowsSinceLook;
  private StopReason stopReason;
  private Divergence divergence;

  TrainingWatch(
      TrainerSettings settings,
      M model,
      Dataset data,
      Dataset validation,
      WeightPenalty penalty,
      Workers workers) {
    this.settings = settings;
    this.model = model;
    this.loss = model.lossGradient(settings.loss);
    this.allRows =
        new BatchGradient(() -> model.lossGradient(settings.loss), data.block(), null, workers);
    this.data = data;
    this.validation = validation;
    this.penalty = penalty;
    this.log = new ProgressLog(settings.quiet, settings.epochs, System::nanoTime);
    this.best = new BestWeights(settings.earlyStopping);
    this.lastFinite = model.parameters();
  }

  boolean goesOn() {
    return stopReason == null;
  }

  /** Whether the losses of an epoch are wanted. */
  boolean measures(boolean lastEpoch) {
    return settings.historyDetail.atLeast(lastEpoch ? HistoryDetail.FINAL : HistoryDetail.EPOCH);
  }

  /** Looks at an update that was made; {@code gradient} is the one that it was made with. */
  void updated(
      int epoch,
      long update,
      int rows,
      double eta,
      double batchLoss,
      double[] gradient,
      double[] theta) {
    largestRate = Math.max(largestRate, eta);
    runningLoss += batchLoss * rows;
    runningRows += rows;
    if (settings.historyDetail == HistoryDetail.UPDATE) {
      double norm = DenseKernels.norm(gradient, 0, gradient.length);
      UpdateRecord record = new UpdateRecord(update, epoch, eta, batchLoss, norm);
      updates.add(record);
      settings.listeners.forEach(listener -> listener.updated(record));
    }
    rowsSinceLook += rows;
    if (rowsSinceLook >= ROWS_BETWEEN_LOOKS) {
      look(epoch, update, eta, theta);
    }
  }

  private void look(int epoch, long update, double eta, double[] theta) {
    rowsSinceLook = 0;
    for (double value : theta) {
      // Written so that NaN does not pass.
      if (!(Math.abs(value) <= LARGEST_WEIGHT)) {
        diverged(epoch, update, eta, "a weight became " + Divergence.number(value));
        return;
      }
    }
    System.arraycopy(theta, 0, lastFinite, 0, theta.length);
  }

  /**
   * Measures after an epoch's last update. Returns the record, or null where nothing is measured.
   */
  EpochRecord epochEnded(int epoch, long update, double eta, double[] theta, boolean lastEpoch) {
    if (goesOn()) {
      look(epoch, update, eta, theta);
    }
    if (goesOn() && lastEpoch && !measures(true)) {
      glance(epoch, update, eta, theta);
    }
    if (!goesOn() || !measures(lastEpoch)) {
      log.epochEnded(epoch, eta, Double.NaN);
      runningLoss = 0;
      runningRows = 0;
      return null;
    }
    if (epochs.isEmpty()) {
      measureStart(data);
    }
    EpochRecord record = measure(epoch, update, eta, theta);
    epochs.add(record);
    settings.listeners.forEach(listener -> listener.epochEnded(record));
    log.epochEnded(epoch, eta, record.objective());
    decide(record, theta);
    return record;
  }

  /**
   * Where nothing is recorded: whether the end is far worse than the start, by some of the rows.
   */
  private void glance(int epoch, long update, double eta, double[] theta) {
    Dataset some = Sample.of(data);
    measureStart(some);
    check(epoch, update, eta, meanLoss(some, theta) + penalty.value(theta));
  }

  private void measureStart(Dataset rows) {
    double[] theta = model.parameters();
    objectiveAtZero = meanLoss(rows, new double[theta.length]);
    objectiveAtStart = meanLoss(rows, theta) + penalty.value(theta);
    meanSquaredRow = new FeatureScales(rows).meanSquaredRow();
  }

  /**
   * What an objective is compared with: that of weights 0, that of the start, or what one step adds
   * to a loss of slope 1, such as the hinge, which swings at a large rate and does not diverge.
   */
  private double usualObjective() {
    double usual = largestRate * meanSquaredRow;
    for (double objective : new double[] {objectiveAtZero, objectiveAtStart}) {
      // Not Math.max: a model of the user's own may have no loss at weights 0, and NaN is passed
      // over.
      usual = objective > usual ? objective : usual;
    }
    return usual;
  }

  private EpochRecord measure(int epoch, long update, double eta, double[] theta) {
    double[] gradient = new double[theta.length];
    double dataLoss = allRows.gradient(0, data.rows(), theta, gradient, true);
    penalty.addGradient(theta, gradient);
    EpochRecord record =
        new EpochRecord(
            epoch,
            update,
            dataLoss,
            penalty.value(theta),
            runningLoss / runningRows,
            eta,
            penalty.stepLength(theta, gradient),
            validation == null ? Double.NaN : meanLoss(validation, theta),
            metrics(theta),
            log.seconds());
    runningLoss = 0;
    runningRows = 0;
    return record;
  }

  private double meanLoss(Dataset rows, double[] theta) {
    return loss.loss(rows.block(), 0, rows.rows(), theta) / rows.rows();
  }

  private Map<String, Double> metrics(double[] theta) {
    if (settings.metrics.isEmpty()) {
      return Map.of();
    }
    M now = model.withParameters(theta);
    Map<String, Double> values = new LinkedHashMap<>();
    settings.metrics.forEach(
        (name, metric) -> values.put(name, metric.of(now, validation == null ? data : validation)));
    return Collections.unmodifiableMap(values);
  }

  private void decide(EpochRecord record, double[] theta) {
    check(record.epoch(), record.updates(), record.learningRate(), record.objective());
    if (!goesOn()) {
      return;
    }
    if (settings.earlyStopping != null && !best.goOnAfter(record, theta)) {
      stopReason = StopReason.STOPPED_EARLY;
    }
    if (record.gradientNorm() < settings.tolerance) {
      stopReason = StopReason.CONVERGED;
    }
  }

  private void check(int epoch, long update, double eta, double objective) {
    // Written so that NaN does not pass, nor ∞ where the usual objective is large.
    if (!(objective <= Math.min(LARGEST_GROWTH * usualObjective(), Double.MAX_VALUE))) {
      diverged(epoch, update, eta, "the objective became " + Divergence.number(objective));
    }
  }

  private void diverged(int epoch, long update, double eta, String symptom) {
    stopReason = StopReason.DIVERGED;
    List<Double> last =
        epochs.stream()
            .filter(record -> record.epoch() < epoch && record.epoch() >= epoch - OBJECTIVES_TOLD)
            .map(EpochRecord::objective)
            .toList();
    Optional<Stability> stability =
        model instanceof Perceptron perceptron
            ? Stability.of(settings, perceptron.activation(), data)
            : Optional.empty();
    Optional<DominantFeature> feature = new FeatureScales(data).dominant();
    String advice = Advice.after(largestRate, settings, model, data, feature);
    divergence =
        new Divergence(epoch, update, eta, largestRate, symptom, last, stability, feature, advice);
  }

  TrainingResult<M> result(double[] theta, Checkpoint end) {
    if (goesOn() && Oscillation.onlyRises(epochs, Math.max(objectiveAtZero, objectiveAtStart))) {
      EpochRecord last = epochs.get(epochs.size() - 1);
      String symptom = "the objective rose and rose, to " + Divergence.number(last.objective());
      diverged(last.epoch(), last.updates(), last.learningRate(), symptom);
    }
    double[] kept = divergence != null ? lastFinite : best.or(theta);
    StopReason reason = goesOn() ? StopReason.EPOCHS_DONE : stopReason;
    TrainingHistory history = new TrainingHistory(epochs, updates);
    Oscillation oscillation =
        divergence != null ? null : Oscillation.in(epochs, objectiveAtZero).orElse(null);
    if (divergence != null) {
      log.tell(divergence.explanation());
    } else if (oscillation != null) {
      log.tell(oscillation.explanation());
    } else if (stoodStill(theta)) {
      log.tell(
          "training moved no weight: the gradient is exactly 0 there, and the loss is not. Where z is"
              + " at most 0, ReLU lets no gradient through: start from Perceptron.random, or take"
              + " Activation.leakyRelu.");
    }
    log.ended(reason, end);
    return new TrainingResult<>(
        model.withParameters(kept), history, reason, divergence, oscillation, end);
  }

  private boolean stoodStill(double[] theta) {
    if (epochs.isEmpty() || !Arrays.equals(theta, model.parameters())) {
      return false;
    }
    EpochRecord last = epochs.get(epochs.size() - 1);
    return last.gradientNorm() == 0 && last.dataLoss() > 0;
  }
}
