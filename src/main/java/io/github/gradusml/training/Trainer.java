package io.github.gradusml.training;

import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Model;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.ThreadPool;
import io.github.gradusml.internal.Workers;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.stability.Advice;
import io.github.gradusml.stability.Stability;
import io.github.gradusml.update.UpdateStrategy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Trains a model by gradient descent; the loop itself is {@link Training}.
 *
 * <pre>{@code
 * J(θ) = 1/m · Σ L(ŷᵢ, yᵢ) + R(w)        θ ← θ − η·∇J(θ)
 * }</pre>
 *
 * <p>A trainer is an immutable set of settings: each method {@code with…} returns another trainer.
 * One trainer may train any number of models, also in several threads at once. The same seed gives
 * the same weights, to the last bit, on every JVM.
 *
 * <pre>{@code
 * Trainer trainer = Trainer.minimizing(Loss.crossEntropy())
 *     .withUpdates(UpdateStrategy.miniBatch(16))
 *     .withRegularizer(Regularizer.l2(1e-3))
 *     .withLearningRate(LearningRate.constant(0.1))
 *     .withEpochs(50);
 * TrainingResult<Perceptron> result = trainer.fit(Perceptron.zeros(30, Activation.sigmoid()), data);
 * }</pre>
 *
 * <p>Article: all sections. Symbols: θ parameters, η learning rate, m rows of an update, J
 * objective, L loss, R penalty on the weights w.
 */
public final class Trainer {
  private final TrainerSettings settings;

  Trainer(TrainerSettings settings) {
    this.settings = settings;
  }

  /**
   * Returns a trainer that minimizes a loss, with these defaults: mini-batches of 32 rows,
   * shuffled; no regularizer; plain gradient descent; a constant learning rate of 0.01; 100 epochs;
   * seed 0.
   *
   * @param loss L
   * @return the trainer
   */
  public static Trainer minimizing(Loss loss) {
    Checks.notNull("loss", loss);
    return new Trainer(new TrainerSettings().with(s -> s.loss = loss));
  }

  /**
   * Trains a model.
   *
   * @param <M> the kind of model
   * @param model where to start; untouched
   * @param data the rows to train on
   * @return the trained model, the history, and why training ended
   * @throws IllegalArgumentException if model, loss, settings and rows do not fit each other
   * @throws java.util.concurrent.CancellationException at the end of an epoch, if the thread was
   *     interrupted; the interrupt stays set
   */
  public <M extends Model<M>> TrainingResult<M> fit(M model, Dataset data) {
    return fit(model, data, null);
  }

  /**
   * Trains a model and measures it on validation rows after each epoch.
   *
   * @param <M> the kind of model
   * @param model where to start; untouched
   * @param data the rows to train on
   * @param validation rows to measure with and never train on; null for none
   * @return the trained model, the history, and why training ended
   * @throws IllegalArgumentException if model, loss, settings and rows do not fit each other
   * @throws java.util.concurrent.CancellationException at the end of an epoch, if the thread was
   *     interrupted; the interrupt stays set
   */
  public <M extends Model<M>> TrainingResult<M> fit(M model, Dataset data, Dataset validation) {
    Training<M> training = begin(model, data, validation);
    FitChecks.bothClasses(settings, model, data);
    return training.run();
  }

  /**
   * Begins a training, to be taken a step at a time: an update or an epoch, with a look at its
   * model in between.
   *
   * <pre>{@code
   * Training<Perceptron> training = trainer.begin(start, data);
   * while (training.goesOn()) {
   *   training.update();
   *   double weight = training.model().weight(0);
   * }
   * }</pre>
   *
   * @param <M> the kind of model
   * @param model where to start; untouched
   * @param data the rows to train on
   * @return the training, before its first update
   * @throws IllegalArgumentException if model, loss, settings and rows do not fit each other; rows
   *     of one class are taken here
   */
  public <M extends Model<M>> Training<M> begin(M model, Dataset data) {
    return begin(model, data, null);
  }

  /**
   * Begins a training that is measured on validation rows after each epoch.
   *
   * @param <M> the kind of model
   * @param model where to start; untouched
   * @param data the rows to train on
   * @param validation rows to measure with and never train on; null for none
   * @return the training, before its first update
   * @throws IllegalArgumentException if model, loss, settings and rows do not fit each other
   */
  public <M extends Model<M>> Training<M> begin(M model, Dataset data, Dataset validation) {
    Checks.notNull("model", model);
    Checks.notNull("data", data);
    FitChecks.all(settings, model, data, validation);
    if (!settings.quiet) {
      double eta = FitChecks.smallestOfFirstRates(settings, data);
      Advice.before(eta, settings.descent(model), model, data).ifPresent(ProgressLog::warn);
    }
    Checkpoint start = Checkpoint.start(settings, model.parameters());
    return new Training<>(settings, model, data, validation, start);
  }

  /**
   * Goes on from where another training ended, on the same rows or on new ones, for as many epochs
   * more as this trainer has: the schedule and the optimizer's memory go on as if there had been no
   * stop. With new rows as they come, this is online learning, which begins before its first row:
   *
   * <pre>{@code
   * TrainingResult<Perceptron> online = trainer.withEpochs(1).begin(start, first).result();
   * online = trainer.withEpochs(1).resume(online, first);
   * }</pre>
   *
   * <p>It goes on from the weights of the last update, also where the model has others: the best
   * ones of an early-stopping rule, which stay those to beat as long as rule and rows are the same,
   * or averaged ones. A rule that had ended the training is patient anew.
   *
   * @param <M> the kind of model
   * @param previous a training that did not diverge
   * @param data the rows to train on; one row will do
   * @return the model trained further; the history of this training alone
   * @throws TrainingDivergedException if the previous training diverged
   * @throws IllegalArgumentException if model, loss, settings and rows do not fit each other, or
   *     the optimizer is another than before
   * @throws java.util.concurrent.CancellationException at the end of an epoch, if the thread was
   *     interrupted; the interrupt stays set
   */
  public <M extends Model<M>> TrainingResult<M> resume(TrainingResult<M> previous, Dataset data) {
    return resume(previous, data, null);
  }

  /**
   * Goes on from where another training ended, and measures on validation rows after each epoch.
   *
   * @param <M> the kind of model
   * @param previous a training that did not diverge
   * @param data the rows to train on; one row will do
   * @param validation rows to measure with and never train on; null for none
   * @return the model trained further; the history of this training alone
   * @throws TrainingDivergedException if the previous training diverged
   * @throws IllegalArgumentException if model, loss, settings and rows do not fit each other, or
   *     the optimizer is another than before
   * @throws java.util.concurrent.CancellationException at the end of an epoch, if the thread was
   *     interrupted; the interrupt stays set
   */
  public <M extends Model<M>> TrainingResult<M> resume(
      TrainingResult<M> previous, Dataset data, Dataset validation) {
    M model = Checks.notNull("previous", previous).model();
    FitChecks.all(settings, model, Checks.notNull("data", data), validation);
    FitChecks.sameOptimizer(settings, previous.end());
    CheckpointPlan.refuse(settings);
    M last = model.withParameters(previous.end().theta());
    return new Training<>(settings, last, data, validation, previous.end().next()).run();
  }

  /**
   * Goes on from a checkpoint, in the JVM that wrote it or in another, as if there had been no
   * stop: the result has the same bits as that of one training with as many epochs as this trainer
   * has.
   *
   * <pre>{@code
   * Trainer trainer = settings.withEpochs(20).withCheckpoints(file, 5);
   * TrainingResult<Perceptron> result =
   *     Files.exists(file) ? trainer.resume(file, start, data) : trainer.fit(start, data);
   * }</pre>
   *
   * @param <M> the kind of model
   * @param checkpoint the file
   * @param start the model that the training began with, not what came of it
   * @param data the rows that it trained on
   * @return the trained model, the history of all epochs (with NaN for the seconds of those before
   *     the checkpoint), and why training ended; at once where there is nothing left to do
   * @throws java.io.UncheckedIOException if the file cannot be read
   * @throws IllegalArgumentException if the file is damaged or written by a newer version; if the
   *     model, the rows or the settings are not those of the checkpoint; of the settings, the
   *     number of epochs may be larger, and threads, log, listeners and checkpoints may be others;
   *     a lambda is told by the class that it is written in alone
   * @throws java.util.concurrent.CancellationException as with {@link #fit}
   */
  public <M extends Model<M>> TrainingResult<M> resume(Path checkpoint, M start, Dataset data) {
    return resume(checkpoint, start, data, null);
  }

  /**
   * Goes on from a checkpoint of a training that is measured on validation rows.
   *
   * @param <M> the kind of model
   * @param checkpoint the file
   * @param start the model that the training began with
   * @param data the rows that it trained on
   * @param validation the rows that it measured with; null for none
   * @return the trained model, the history of all epochs, and why training ended
   * @throws java.io.UncheckedIOException if the file cannot be read
   * @throws IllegalArgumentException as {@link #resume(Path, Model, Dataset)}
   * @throws java.util.concurrent.CancellationException as with {@link #fit}
   */
  public <M extends Model<M>> TrainingResult<M> resume(
      Path checkpoint, M start, Dataset data, Dataset validation) {
    return begin(checkpoint, start, data, validation).run();
  }

  /**
   * Begins where a checkpoint stands, to be taken a step at a time: {@link #resume(Path, Model,
   * Dataset)} runs it to its end.
   *
   * @param <M> the kind of model
   * @param checkpoint the file
   * @param start the model that the training began with
   * @param data the rows that it trained on
   * @param validation the rows that it measured with; null for none
   * @return the training, between two epochs
   * @throws java.io.UncheckedIOException if the file cannot be read
   * @throws IllegalArgumentException as {@link #resume(Path, Model, Dataset)}
   */
  public <M extends Model<M>> Training<M> begin(
      Path checkpoint, M start, Dataset data, Dataset validation) {
    Checks.notNull("checkpoint", checkpoint);
    FitChecks.all(
        settings, Checks.notNull("start", start), Checks.notNull("data", data), validation);
    Checkpoint stand = new CheckpointFile(settings, start, data, validation).read(checkpoint);
    return new Training<>(settings, start, data, validation, stand);
  }

  /**
   * Returns the largest learning rate that is stable with this trainer's settings.
   *
   * @param model the model
   * @param data the rows to train on
   * @return empty where no limit is known; see {@link Stability#of}
   * @throws IllegalArgumentException if model and rows have different numbers of features
   */
  public Optional<Stability> stability(Model<?> model, Dataset data) {
    return Stability.of(settings.descent(Checks.notNull("model", model)), model, data);
  }

  /**
   * Sets which rows an update looks at.
   *
   * @param strategy batch, mini-batch or stochastic
   * @return another trainer
   */
  public Trainer withUpdates(UpdateStrategy strategy) {
    Checks.notNull("strategy", strategy);
    return with(s -> s.updates = strategy);
  }

  /**
   * Sets the penalty on large weights.
   *
   * @param regularizer R
   * @return another trainer
   */
  public Trainer withRegularizer(Regularizer regularizer) {
    Checks.notNull("regularizer", regularizer);
    return with(s -> s.regularizer = regularizer);
  }

  /**
   * Sets another penalty for one block of weights.
   *
   * @param block the name of the block, as in {@link Model#blocks()}
   * @param regularizer R for this block, in place of the one for all weights
   * @return another trainer; fitting a model without such a block is an error
   */
  public Trainer withRegularizer(String block, Regularizer regularizer) {
    Checks.notNull("block", block);
    Checks.notNull("regularizer", regularizer);
    return with(s -> s.blockRegularizers.put(block, regularizer));
  }

  /**
   * Sets the update rule.
   *
   * @param optimizer how a gradient becomes a step
   * @return another trainer
   */
  public Trainer withOptimizer(Optimizer optimizer) {
    Checks.notNull("optimizer", optimizer);
    return with(s -> s.optimizer = optimizer);
  }

  /**
   * Sets the learning rate.
   *
   * @param learningRate η, as a function of time
   * @return another trainer
   */
  public Trainer withLearningRate(LearningRate learningRate) {
    Checks.notNull("learningRate", learningRate);
    return with(s -> s.learningRate = learningRate);
  }

  /**
   * Sets how often training goes through the rows.
   *
   * @param epochs at least 1
   * @return another trainer
   * @throws IllegalArgumentException if {@code epochs < 1}
   */
  public Trainer withEpochs(int epochs) {
    Checks.atLeast("epochs", epochs, 1);
    return with(s -> s.epochs = epochs);
  }

  /**
   * Sets the seed of the shuffling.
   *
   * @param seed any number
   * @return another trainer
   */
  public Trainer withSeed(long seed) {
    return with(s -> s.seed = seed);
  }

  /**
   * Sets how many threads share the work of a large batch: one of at least 524,288 numbers, such as
   * 17,500 rows of 30 features, for which it pays. The weights are the same to the last bit for any
   * number. A loss, activation or model of your own is then called by several threads at once.
   *
   * @param threads at least 1, the default; more than there are cores is of no use
   * @return another trainer
   * @throws IllegalArgumentException if {@code threads < 1}
   */
  public Trainer withThreads(int threads) {
    Checks.atLeast("threads", threads, 1);
    return with(
        s -> {
          s.threads = threads;
          s.workers = threads == 1 ? Workers::caller : () -> new ThreadPool(threads);
        });
  }

  /**
   * Ends training after an epoch whose {@linkplain EpochRecord#gradientNorm() gradient norm} is
   * below a tolerance.
   *
   * <p>With a loss that has kinks that may be too early: the subgradients of the perceptron
   * criterion, for one, may cancel out at weights 0 though rows are on the wrong side.
   *
   * @param gradientNorm in units of the objective per weight; finite, {@code >= 0}; 0, the default,
   *     never ends it
   * @return another trainer
   * @throws IllegalArgumentException if it is negative or not finite
   */
  public Trainer withTolerance(double gradientNorm) {
    Checks.notNegative("tolerance", gradientNorm);
    return with(s -> s.tolerance = gradientNorm);
  }

  /**
   * Ends training when a loss no longer improves, and keeps the best weights.
   *
   * @param rule which loss, and how long to wait
   * @return another trainer
   */
  public Trainer withEarlyStopping(EarlyStopping rule) {
    Checks.notNull("rule", rule);
    return with(s -> s.earlyStopping = rule);
  }

  /**
   * Gives back the mean of the weights after each update in place of the last ones: what Polyak and
   * Ruppert do against the noise of small batches, and what makes the averaged perceptron.
   *
   * <pre>{@code
   * θ̄ = 1/k · Σ θₜ        over the k updates of epoch e and later
   * }</pre>
   *
   * <p>The steps are the same as without. What is measured after an epoch is measured with the
   * mean. Of sparse rows every update then goes over all weights.
   *
   * <p>Source: B. Polyak, A. Juditsky, Acceleration of stochastic approximation by averaging, SIAM
   * Journal on Control and Optimization 30 (1992), doi:10.1137/0330046; Y. Freund, R. Schapire,
   * Large margin classification using the perceptron algorithm, Machine Learning 37 (1999),
   * doi:10.1023/A:1007662407062.
   *
   * @param firstEpoch e, the first epoch that counts; at least 1, with which all do
   * @return another trainer
   * @throws IllegalArgumentException if {@code firstEpoch < 1}
   */
  public Trainer withAveragedWeights(int firstEpoch) {
    Checks.atLeast("firstEpoch", firstEpoch, 1);
    return with(s -> s.averagedFrom = firstEpoch);
  }

  /**
   * Sets how much the history records.
   *
   * @param detail nothing, the last epoch, every epoch (the default), or every update too
   * @return another trainer
   */
  public Trainer withHistory(HistoryDetail detail) {
    Checks.notNull("detail", detail);
    return with(s -> s.historyDetail = detail);
  }

  /**
   * Adds a metric to the history, measured after each epoch on the validation rows, or on the
   * training rows where there are none.
   *
   * @param metric for instance {@code Metric.accuracy()}; takes the place of one of the same name
   * @return another trainer
   */
  public Trainer withMetric(Metric metric) {
    String name = Checks.notNull("metric", metric).name();
    Predicate<Metric> isAnother = other -> !other.name().equals(name);
    return with(
        s ->
            s.metrics =
                Stream.concat(s.metrics.stream().filter(isAnother), Stream.of(metric)).toList());
  }

  /**
   * Adds a listener.
   *
   * @param listener hears of every epoch, and of every update where these are recorded
   * @return another trainer
   */
  public Trainer withListener(TrainingListener listener) {
    Checks.notNull("listener", listener);
    return with(
        s -> s.listeners = Stream.concat(s.listeners.stream(), Stream.of(listener)).toList());
  }

  /**
   * Writes a checkpoint every so many epochs and after the last, from which {@link #resume(Path,
   * Model, Dataset)} goes on, should the training be stopped in between.
   *
   * <p>A checkpoint is one text file, which is moved into place when it is whole; it is the last
   * one written and takes the place of the one before. Writing changes no bit of the training. A
   * training that is interrupted writes one before it ends; one that diverges writes none, so that
   * the file is that of an epoch before. If writing fails, as on a full disk, so does the training,
   * and the file is still the one before.
   *
   * <p>A file is for one training at a time: trainings side by side, as in cross-validation, refuse
   * a trainer that writes checkpoints, and so does a training that goes on from a {@link
   * TrainingResult}.
   *
   * @param file the file; folders that are missing are made
   * @param everyEpochs at least 1
   * @return another trainer
   * @throws IllegalArgumentException if {@code everyEpochs < 1}
   */
  public Trainer withCheckpoints(Path file, int everyEpochs) {
    return with(s -> s.checkpoints = CheckpointPlan.everyEpochs(file, everyEpochs));
  }

  /**
   * Writes a checkpoint every so often and after the last epoch: after the first epoch that ends
   * when so much time has gone by since the last one.
   *
   * @param file the file; folders that are missing are made
   * @param every for instance ten minutes; {@code > 0}
   * @return another trainer
   * @throws IllegalArgumentException if {@code every} is 0 or negative
   * @see #withCheckpoints(Path, int)
   */
  public Trainer withCheckpoints(Path file, Duration every) {
    return with(s -> s.checkpoints = CheckpointPlan.every(file, every, System::nanoTime));
  }

  /**
   * Logs nothing, not even that training diverged: for trainings of which some are expected to, as
   * in a search. The result says all the same whether it diverged or oscillated, and has no
   * {@linkplain TrainingResult#findings() findings}, for which other settings would be tried out.
   *
   * @return another trainer
   */
  public Trainer withoutLog() {
    return with(s -> s.quiet = true);
  }

  /**
   * Takes the same steps, and neither stops early, nor has metrics, listeners, checkpoints or a
   * log: for trainings that only try a setting out, as in a range test. The history has every
   * epoch.
   *
   * @return another trainer
   */
  public Trainer withoutObservers() {
    return new Trainer(settings.unobserved());
  }

  TrainerSettings settings() {
    return settings;
  }

  private Trainer with(Consumer<TrainerSettings> change) {
    return new Trainer(settings.with(change));
  }

  /** {@return the loss} */
  public Loss loss() {
    return settings.loss;
  }

  /** {@return which rows an update looks at} */
  public UpdateStrategy updates() {
    return settings.updates;
  }

  /** {@return the penalty} */
  public Regularizer regularizer() {
    return settings.regularizer;
  }

  /** {@return the penalties of single blocks, by the name of the block} */
  public Map<String, Regularizer> blockRegularizers() {
    return Collections.unmodifiableMap(settings.blockRegularizers);
  }

  /** {@return the update rule} */
  public Optimizer optimizer() {
    return settings.optimizer;
  }

  /** {@return the learning rate} */
  public LearningRate learningRate() {
    return settings.learningRate;
  }

  /** {@return how often training goes through the rows} */
  public int epochs() {
    return settings.epochs;
  }

  /** {@return how many threads share the work of a large batch} */
  public int threads() {
    return settings.threads;
  }

  /** {@return the seed} */
  public long seed() {
    return settings.seed;
  }

  /** {@return the file that checkpoints are written to, if any are} */
  public Optional<Path> checkpoints() {
    return Optional.ofNullable(settings.checkpoints).map(CheckpointPlan::file);
  }

  /**
   * Returns what is set and decides the weights, by name and as text: for a report.
   *
   * @return for instance {@code loss} and {@code cross-entropy}, in a fixed order
   */
  public Map<String, String> describe() {
    return Collections.unmodifiableMap(settings.texts());
  }

  /** Says the settings. */
  @Override
  public String toString() {
    return settings.toString();
  }
}
