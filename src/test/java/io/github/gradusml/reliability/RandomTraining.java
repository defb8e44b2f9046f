package io.github.gradusml.reliability;

import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.Finding;
import io.github.gradusml.training.HistoryDetail;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.TrainingResult;
import io.github.gradusml.update.UpdateStrategy;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A training with everything left to chance, and what is true of it by construction: it diverges,
 * it is healthy, or neither is plain. Nothing here asks the library's own detector.
 */
final class RandomTraining implements RandomCase {
  /** What a training is by construction. */
  enum Truth {
    /** The rate is beyond the exact limit, or the objective ended far above its start. */
    DIVERGES,
    /** The rate is half the limit or less; where there is none, small, and nothing rose. */
    HEALTHY,
    /** Neither is plain. */
    UNCLEAR
  }

  private static final List<Optimizer> OPTIMIZERS =
      List.of(
          Optimizer.gradientDescent(),
          Optimizer.gradientDescent(),
          Optimizer.gradientDescent(),
          Optimizer.momentum(0.9),
          Optimizer.nesterov(0.9),
          Optimizer.adaGrad(),
          Optimizer.rmsProp(0.9),
          Optimizer.adam());

  private static final Pattern RATE = Pattern.compile("LearningRate\\.constant\\(([^)]+)\\)");

  private final long seed;
  private final Random random;
  private final Loss loss;
  private final Perceptron start;
  private final Dataset data;
  private final Optimizer optimizer;
  private final Regularizer regularizer;
  private final UpdateStrategy updates;
  private final HistoryDetail detail;
  private final int epochs;
  private final TextbookDescent descent;
  private final DenseLimit limit;
  private final boolean high;
  private final double rate;
  private final LearningRate schedule;

  private RandomTraining(long seed) {
    this.seed = seed;
    this.random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
    RandomProblem problem = new RandomProblem(random);
    this.loss = problem.loss();
    this.data = problem.data();
    this.start = problem.start();
    this.optimizer = any(OPTIMIZERS);
    this.regularizer = regularizer();
    this.updates = updates();
    this.detail = any(List.of(HistoryDetail.values()));
    this.epochs = 1 + random.nextInt(50);
    this.descent = new TextbookDescent(problem.composed(), data, updates, optimizer, regularizer);
    this.limit = DenseLimit.of(problem.composed(), data, updates, optimizer, regularizer);
    this.high = random.nextBoolean();
    this.rate = rate();
    this.schedule = schedule();
  }

  /** The training of a number. */
  static RandomTraining of(long seed) {
    return new RandomTraining(seed);
  }

  private <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private double logUniform(double low, double high) {
    return RandomProblem.logUniform(random, low, high);
  }

  private Regularizer regularizer() {
    double alpha = logUniform(1e-4, 1);
    return switch (random.nextInt(6)) {
      case 0 -> Regularizer.l2(alpha);
      case 1 -> optimizer.allowsShrinking() ? Regularizer.l1(alpha) : Regularizer.none();
      case 2 ->
          optimizer.allowsShrinking()
              ? Regularizer.elasticNet(alpha, 0.5)
              : Regularizer.decoupled(alpha);
      default -> Regularizer.none();
    };
  }

  private UpdateStrategy updates() {
    return switch (random.nextInt(6)) {
      case 0, 1, 2 -> UpdateStrategy.batch();
      case 3 -> UpdateStrategy.miniBatch(1 + random.nextInt(32));
      case 4 -> UpdateStrategy.miniBatch(1 + random.nextInt(32)).withoutShuffling();
      default -> UpdateStrategy.stochastic();
    };
  }

  private double rate() {
    if (limit.rate() > 0) {
      double share = high ? logUniform(1.05, limit.isExact() ? 20 : 1000) : logUniform(1e-3, 0.5);
      return share * limit.rate();
    }
    double size = 0;
    for (int i = 0; i < data.rows(); i++) {
      size += Arrays.stream(data.row(i)).map(v -> v * v).sum() / data.rows();
    }
    return (high ? logUniform(1, 1e5) : logUniform(1e-5, 0.1)) / (1 + size);
  }

  /** Mostly constant; else it swings, away from the limit. */
  private LearningRate schedule() {
    double other = high ? 2 * rate : rate / 2;
    return random.nextInt(3) == 0
        ? LearningRate.triangular(Math.min(rate, other), Math.max(rate, other), 7)
        : LearningRate.constant(rate);
  }

  /** By a loop of its own. */
  @Override
  public Truth truth() {
    double[] theta = start.parameters();
    double atZero = descent.objective(new double[theta.length]);
    double begun = Math.max(atZero, descent.objective(theta));
    double last = lastObjective(schedule);
    if (limit.isExact() && rate >= 1.05 * limit.rate()) {
      return last > begun || Double.isNaN(last) ? Truth.DIVERGES : Truth.UNCLEAR;
    }
    if (rate <= 0.5 * limit.rate()) {
      return Truth.HEALTHY;
    }
    if (atZero > 0 && !(last <= 10 * begun)) {
      return Truth.DIVERGES;
    }
    return limit.rate() > 0 || high || !(last <= begun) ? Truth.UNCLEAR : Truth.HEALTHY;
  }

  private double lastObjective(LearningRate rates) {
    double[] theta = start.parameters();
    descent.descend(theta, rates, epochs, seed);
    return descent.objective(theta);
  }

  /** The library's training. */
  @Override
  public TrainingResult<Perceptron> run() {
    return trainer().fit(start, data);
  }

  /** Whether a training that does as it is told by a message ends below what it began with. */
  @Override
  public boolean learnsBy(String advice) {
    Dataset rows =
        advice.contains("Standardizer.fit(data)") ? Standardizer.fit(data).apply(data) : data;
    TrainingResult<Perceptron> result =
        trainer().withLearningRate(LearningRate.constant(advised(advice))).fit(start, rows);
    return result.divergence().isEmpty()
        && result.findings().stream()
            .map(Finding::code)
            .noneMatch(kind -> kind.equals("OSCILLATES") || kind.equals("WORSE_THAN_NOTHING"));
  }

  @Override
  public boolean comesFurtherBy(String advice) {
    return lastObjective(LearningRate.constant(advised(advice))) < lastObjective(schedule);
  }

  private double advised(String advice) {
    Matcher call = RATE.matcher(advice);
    return call.find() ? Double.parseDouble(call.group(1)) : rate;
  }

  private Trainer trainer() {
    return Trainer.minimizing(loss)
        .withUpdates(updates)
        .withOptimizer(optimizer)
        .withRegularizer(regularizer)
        .withLearningRate(schedule)
        .withEpochs(epochs)
        .withHistory(detail)
        .withSeed(seed);
  }

  @Override
  public String toString() {
    return "training "
        + seed
        + ": "
        + trainer()
        + ", "
        + detail
        + ", "
        + limit
        + ", "
        + data.rows()
        + " × "
        + data.features();
  }
}
