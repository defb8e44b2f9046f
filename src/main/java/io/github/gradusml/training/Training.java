package io.github.gradusml.training;

import io.github.gradusml.core.Model;
import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.Texts;
import io.github.gradusml.internal.Workers;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;

/**
 * A training on its way: the loop of gradient descent, which can be taken a step at a time.
 *
 * <p>{@link Trainer#fit} runs it to its end; {@link Trainer#begin} hands it over. What happens
 * within a step, number by number, is written down by {@code io.github.gradusml.step}. It belongs
 * to one thread. Article: all sections. Symbols: θ parameters, η learning rate, t update, J
 * objective.
 *
 * @param <M> the kind of model
 */
public final class Training<M extends Model<M>> {

  /**
   * One epoch: every row once; or what is left of it.
   *
   * @throws IllegalStateException if training has ended
   */
  public void epoch() {
    begin(); // the rows in a new order, or as they are
    while (watch.goesOn() && batches.left() > 0) {
      if (batches.goRowByRow()) {
        descendRowByRow(); // the lines below, in one pass over each row
      } else {
        descend();
      }
    }
    end(); // measured with the weights held still
  }

  /** One update: θ ← θ − η·∇J(θ), by the rows of one batch. */
  private void descend() {
    double eta = rates.at(t++, batches.clock());
    double loss = batches.next(at, measured); // ∇ of the mean loss of the next rows
    penalty.addGradient(at.theta(), at.gradient()); // + ∇ of the penalty, on weights, never a bias
    penalty.decay(at.theta(), eta); // decoupled weight decay
    settings.optimizer.step(at.theta(), at.gradient(), eta, at.state(), t); // θ ← θ − η·∇
    penalty.shrink(at.theta(), eta, at.penaltyState()); // L1: exact zeros
    at.putBack(eta); // of sparse rows, what they touched
    watch.updated(epoch, t, batches.size(), loss, at);
  }

  /** As many updates of one row each as there are until somebody looks at weights or gradient. */
  private void descendRowByRow() {
    if (settings.historyDetail == HistoryDetail.UPDATE) {
      descendOneRow();
      return;
    }
    int count = Math.min(batches.left(), watch.rowsToNextLook());
    double before = measured ? watch.runningLoss() : Double.NaN;
    double loss = batches.descend(count, at.weights(), rates, t, before);
    t += count;
    watch.updatedRows(epoch, t, count, loss, at);
  }

  /** One update of one row, of which somebody wants to see the gradient; it is made as above. */
  private void descendOneRow() {
    double loss = batches.peek(at, measured);
    penalty.addGradient(at.theta(), at.gradient());
    batches.descend(1, at.weights(), rates, t, Double.NaN);
    t++;
    watch.updated(epoch, t, 1, loss, at);
  }

  private final TrainerSettings settings;
  private final M start;
  private final double[] targetKinds;
  private final int lastEpoch;
  private final Workers workers;
  private final Batches batches;
  private final WeightPenalty penalty;
  private final Rates rates;
  private final Watch watch;
  private final CheckpointWriter checkpoints;

  /** θ, ∇J, and what the optimizer remembers: at hand for an update, and all. */
  private final Parameters at;

  private long t;
  private int epoch;
  private boolean measured;
  private boolean gradientIsOfLastUpdate;

  Training(
      TrainerSettings settings, M model, Dataset data, Dataset validation, Checkpoint checkpoint) {
    this.settings = settings;
    this.targetKinds = checkpoint.targetKindsWith(data);
    Output output = model.output().fittedTo(settings.loss, targetKinds);
    this.start = output.equals(model.output()) ? model : model.with(model.parameters(), output);
    int parameters = checkpoint.theta().length;
    this.t = checkpoint.updates();
    this.epoch = checkpoint.epochs();
    this.lastEpoch = FitChecks.lastEpoch(settings, checkpoint.course().epochsBefore());
    this.workers = settings.workers.get();
    double[] weights = OrderedRows.relativeWeights(data);
    this.penalty = new WeightPenalty(settings, model.blocks(), checkpoint, parameters);
    Rest rest = new Rest(settings, start, data);
    this.at = rest.parameters(checkpoint, penalty);
    rest.missed().filter(text -> !settings.quiet).ifPresent(ProgressLog::note);
    this.batches = new Batches(settings, start, data, weights, workers, rest.isTaken());
    this.rates = new Rates(checkpoint.rateFor(settings.learningRate), checkpoint.course());
    Measures measures = new Measures(settings, start, data, validation, weights, penalty, workers);
    this.watch = new Watch(settings, start, data, measures, rates, lastEpoch, checkpoint, this);
    CheckpointFile file = new CheckpointFile(settings, model, data, validation);
    this.checkpoints = new CheckpointWriter(settings.checkpoints, file, epoch);
  }

  private void begin() {
    if (watch.isTelling()) {
      throw new IllegalStateException(
          "a listener only observes: the training that it is told of goes on by itself");
    }
    if (!goesOn()) {
      throw new IllegalStateException(
          watch.divergence().isPresent()
              ? "training has diverged and goes no further; result().divergence() says why"
              : "training has ended after "
                  + Texts.count(epoch, "epoch")
                  + "; Trainer.resume goes on for as many as the trainer has");
    }
    if (batches.left() == 0) {
      epoch++;
      at.settle();
      batches.begin(epoch);
      measured = watch.measures(epoch);
    }
    // Where every update is observed, the loop leaves its gradient for those who are told.
    gradientIsOfLastUpdate = settings.historyDetail == HistoryDetail.UPDATE;
  }

  private void end() {
    watch.epochEnded(epoch, t, at);
    if (watch.divergence().isEmpty()) {
      checkpoints.epochEnded(epoch, !goesOn(), this::checkpoint);
    }
  }

  /**
   * Tells whether there is anything left to do.
   *
   * @return false when all epochs are done, or there was a reason to stop before
   */
  public boolean goesOn() {
    return watch.goesOn() && (epoch < lastEpoch || batches.left() > 0);
  }

  /**
   * Makes one update; the last of an epoch ends it.
   *
   * @throws IllegalStateException if training has ended
   */
  public void update() {
    begin();
    if (batches.goRowByRow()) {
      descendOneRow();
    } else {
      descend();
    }
    gradientIsOfLastUpdate = true;
    if (batches.left() == 0 || !watch.goesOn()) {
      end();
    }
  }

  /**
   * Returns the number of the epoch that is under way or was the last, from 1, counting those of
   * trainings that this one resumed.
   *
   * @return 0 before the first update
   */
  public int epochs() {
    return epoch;
  }

  /**
   * Returns the number of updates made, counting those of trainings that this one resumed.
   *
   * @return at least 0
   */
  public long updates() {
    return t;
  }

  /**
   * Returns the rate of the last update.
   *
   * @return η; 0 before the first update
   */
  public double learningRate() {
    return rates.last();
  }

  /**
   * Returns the parameters as they are now, also where training has diverged.
   *
   * @return θ, a new array
   */
  public double[] parameters() {
    return at.copy();
  }

  /**
   * Returns the gradient that the last {@link #update()} was made with: that of the mean loss of
   * its rows and of the smooth part of the penalty.
   *
   * @return ∇J, a new array, one number a parameter
   * @throws IllegalStateException if no update was made, or an epoch as a whole since
   */
  public double[] gradient() {
    checkUpdate("gradient is that");
    return at.wholeGradient();
  }

  /**
   * Returns the rows that the last {@link #update()} was made with.
   *
   * @return their numbers in the data, in the order in which they were added up
   * @throws IllegalStateException if no update was made, or an epoch as a whole since
   */
  public int[] rows() {
    checkUpdate("rows are those");
    return batches.rows();
  }

  private void checkUpdate(String what) {
    if (!gradientIsOfLastUpdate || batches.size() == 0) {
      throw new IllegalStateException(
          what
              + " of an update, so call update() before, or ask in a listener of updates,"
              + " withHistory(HistoryDetail.UPDATE)");
    }
  }

  /**
   * Returns the model with its weights as they are now; with early stopping or averaging, {@code
   * result().model()} has the best or the mean ones instead.
   *
   * @return the model
   * @throws TrainingDivergedException if training has diverged
   */
  public M model() {
    watch.look(epoch, t, at);
    checkNotDiverged();
    return start.withParameters(at.copy());
  }

  private void checkNotDiverged() {
    if (watch.divergence().isPresent()) {
      throw new TrainingDivergedException(watch.divergence().orElseThrow());
    }
  }

  /**
   * Writes where the training stands to a file, from which {@link Trainer#resume(Path, Model,
   * Dataset)} goes on, in another JVM too, as if there had been no stop: between two epochs, the
   * only moments at which the file need not hold half an epoch.
   *
   * @param to the file; folders that are missing are made, and a file that is there is replaced
   * @throws IllegalStateException in the midst of an epoch, and where a listener is being told
   * @throws TrainingDivergedException if training has diverged
   * @throws java.io.UncheckedIOException if writing fails; a file that was there is then as it was
   */
  public void saveCheckpoint(Path to) {
    checkNotDiverged();
    checkpoints.save(Checks.notNull("to", to), watch.isTelling(), batches.left(), checkpoint());
  }

  /**
   * Returns what the training has come to: at its end or before, between any two updates. One that
   * is left in the midst of an epoch is resumed with the next epoch.
   *
   * @return the model, the history, and why it ended
   */
  public TrainingResult<M> result() {
    watch.look(epoch, t, at);
    return watch.result(start, checkpoint(), !goesOn());
  }

  /** Where it stands. */
  Checkpoint checkpoint() {
    return new Checkpoint(
        at.copy(),
        epoch,
        t,
        settings.learningRate,
        rates.schedule(),
        settings.optimizer,
        at.allState(),
        penalty.regularizers(),
        at.allPenaltyState(),
        watch.best(),
        watch.average(),
        targetKinds,
        watch.course());
  }

  /** Runs to the end. */
  TrainingResult<M> run() {
    try {
      while (goesOn()) {
        epoch();
        goOnUnlessInterrupted();
      }
      return result();
    } finally {
      workers.close();
    }
  }

  /** The interrupt stays set, for whoever called. */
  private void goOnUnlessInterrupted() {
    if (goesOn() && Thread.currentThread().isInterrupted()) {
      checkpoints.left(epoch, this::checkpoint);
      throw new CancellationException(
          "training was interrupted after epoch "
              + epoch
              + " of "
              + lastEpoch
              + "; one that is begun by Trainer.begin can be left at any time and keeps its result");
    }
  }

  /** Says how far it has come. */
  @Override
  public String toString() {
    return "Training(epoch " + epoch + ", " + Texts.count(t, "update") + ")";
  }
}
