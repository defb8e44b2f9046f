package io.github.gradusml.training;

import io.github.gradusml.core.Model;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.EvenlySpaced;
import io.github.gradusml.rate.LearningRate;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Tries a piece of advice before it is given: the same training with one setting changed, on a
 * sample of the rows, for no longer than a hundredth of a second.
 */
final class Rehearsal {
  /** Numbers, each with a weight, that a rehearsal may look at: about a hundredth of a second. */
  private static final long MOST_NUMBERS = 10_000_000;

  /** What an epoch costs beside its rows, in numbers looked at: its order and its record. */
  private static final int NUMBERS_BESIDE = 2000;

  private static final int MOST_ROWS = 1024;
  private static final int MOST_COPIED = 1 << 18;
  private static final int FEW_ROWS = 256;
  private static final int FEW_NUMBERS = 16_384;

  private final TrainerSettings settings;
  private final Model<?> start;
  private final Dataset data;
  private Dataset sample;
  private Dataset forRates;
  private Dataset standardized;

  Rehearsal(TrainerSettings settings, Model<?> start, Dataset data) {
    this.settings = settings;
    this.start = start;
    this.data = data;
  }

  /**
   * All rows, so that batches are the same; of many, some that count, evenly spaced, unless a
   * strategy of the user's own needs more.
   */
  Dataset rows() {
    if (sample == null) {
      int batch = settings.updates.batchSize(Math.min(data.rows(), MOST_ROWS));
      sample = batch < 1 || batch > MOST_ROWS ? data : some(Math.max(batch, affordable()));
    }
    return sample;
  }

  /** To try a rate by: of many wide rows fewer, since to copy them costs more than the trial. */
  private Dataset rowsForRates() {
    if (forRates == null) {
      int wide = Math.max(FEW_ROWS, MOST_COPIED / data.features());
      boolean areEnough = data.rows() > MOST_ROWS && settings.updates.batchSize(MOST_ROWS) <= wide;
      forRates = areEnough && wide < affordable() ? some(wide) : rows();
    }
    return forRates;
  }

  /** Where a row meets several units, fewer rows: about as much work as for one. */
  private int affordable() {
    long forOneUnit = (long) MOST_ROWS * data.features();
    return (int) Math.max(FEW_ROWS, forOneUnit / BatchGradient.weights(start));
  }

  /** A few rows to look at: to copy more would cost as much as a short training. */
  Dataset few() {
    return data.rows() <= MOST_ROWS
        ? data
        : some(Math.max(1, Math.min(FEW_ROWS, FEW_NUMBERS / data.features())));
  }

  /**
   * Rows among which a line is worth looking for; empty where a sample would be separated by some
   * line almost surely, having fewer rows than twice its features.
   */
  Optional<Dataset> forALine() {
    boolean isWorthIt = data.rows() <= MOST_ROWS || 2 * (data.features() + 1L) < MOST_ROWS;
    return isWorthIt ? Optional.of(rows()) : Optional.empty();
  }

  private Dataset some(int most) {
    if (data.rows() <= most) {
      return data;
    }
    int[] counted = data.isWeighted() ? countedRows(data) : null;
    int of = counted == null ? data.rows() : counted.length;
    return data.select(
        Arrays.stream(EvenlySpaced.indices(of, most))
            .map(k -> counted == null ? k : counted[k])
            .toArray());
  }

  /** The rows that have a weight. */
  static int[] countedRows(Dataset data) {
    return IntStream.range(0, data.rows()).filter(i -> data.weight(i) > 0).toArray();
  }

  /** The rows as the standardizer that is advised would make them. */
  private Dataset standardized() {
    if (standardized == null) {
      standardized = Standardizer.fitAny(rows()).apply(rows());
    }
    return standardized;
  }

  /**
   * Whether a training with a constant rate comes to below what it began with, and stays there;
   * true also where that cannot be tried, since an optimizer or a loss of the user's own fails on
   * it.
   */
  boolean learns(double rate, boolean isStandardized) {
    try {
      return learns(rate, isStandardized ? standardized() : rowsForRates());
    } catch (RuntimeException e) {
      return true; // the training itself went well, and must not be lost for a piece of advice
    }
  }

  private boolean learns(double rate, Dataset some) {
    TrainingResult<?> result = train(settings.with(constant(rate)), start, some);
    if (result.divergence().isPresent() || result.oscillation().isPresent()) {
      return false;
    }
    double atZero = meanLoss(some, new double[start.parameters().length]);
    double begun = Math.max(atZero, meanLoss(some, start.parameters()) + penaltyOfStart());
    double[] objectives = result.history().each(EpochRecord::objective);
    return atZero == 0
        || Arrays.stream(objectives, objectives.length / 2, objectives.length)
            .allMatch(objective -> objective < begun);
  }

  static Consumer<TrainerSettings> constant(double rate) {
    return s -> s.learningRate = LearningRate.constant(rate);
  }

  /** The objective by the sample, where a training with one setting changed ends; else NaN. */
  double objective(Consumer<TrainerSettings> change) {
    return train(change, start.parameters())
        .map(result -> result.history().last().objective())
        .orElse(Double.NaN);
  }

  /** The same training with something changed; empty if it fails. */
  Optional<TrainingResult<?>> again(UnaryOperator<Trainer> change) {
    return goOn(change, start.parameters());
  }

  /** The same from other weights. */
  Optional<TrainingResult<?>> goOn(UnaryOperator<Trainer> change, double[] from) {
    Trainer changed = Checks.notNull("change", change.apply(new Trainer(settings.unobserved())));
    return settled(() -> train(changed.settings(), start.withParameters(from), rows()));
  }

  /** Where a training with one setting changed settles, from other weights; empty if it fails. */
  Optional<TrainingResult<?>> train(Consumer<TrainerSettings> change, double[] from) {
    return settled(() -> train(settings.with(change), start.withParameters(from), rows()));
  }

  private static Optional<TrainingResult<?>> settled(Supplier<TrainingResult<?>> training) {
    try {
      TrainingResult<?> result = training.get();
      return result.divergence().isPresent() || result.oscillation().isPresent()
          ? Optional.empty()
          : Optional.of(result);
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  private static <M extends Model<M>> TrainingResult<M> train(
      TrainerSettings wanted, Model<M> model, Dataset some) {
    M first = model.withParameters(model.parameters());
    TrainerSettings tried = wanted.unobserved().with(s -> s.rehearses = true);
    long numbers = NUMBERS_BESIDE + (long) some.rows() * BatchGradient.weights(first);
    tried.epochs = (int) Math.max(1, Math.min(tried.epochs, MOST_NUMBERS / numbers));
    return new Training<>(tried, first, some, null, Checkpoint.start(tried, first.parameters()))
        .run();
  }

  private double penaltyOfStart() {
    double[] theta = start.parameters();
    Checkpoint begin = Checkpoint.start(settings, theta);
    return new WeightPenalty(settings, start.blocks(), begin, theta.length).value(theta);
  }

  private double meanLoss(Dataset some, double[] theta) {
    return LossGradient.over(start, settings.loss, some).loss(0, some.rows(), theta) / some.rows();
  }
}
