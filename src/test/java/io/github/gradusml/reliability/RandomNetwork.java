package io.github.gradusml.reliability;

import io.github.gradusml.core.LossOnNetInputs;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.network.Network;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.reliability.RandomTraining.Truth;
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
 * A training of a softmax or a network with everything left to chance, and what is true of it by a
 * loop of its own, as {@link RandomTraining} is of a perceptron.
 */
final class RandomNetwork implements RandomCase {
  private static final List<Optimizer> OPTIMIZERS =
      List.of(
          Optimizer.gradientDescent(),
          Optimizer.gradientDescent(),
          Optimizer.gradientDescent(),
          Optimizer.momentum(0.9),
          Optimizer.nesterov(0.9),
          Optimizer.rmsProp(0.9),
          Optimizer.adam());

  private static final Pattern RATE = Pattern.compile("LearningRate\\.constant\\(([^)]+)\\)");

  private final long seed;
  private final Random random;
  private final RandomNetworkProblem problem;
  private final Network start;
  private final Dataset data;
  private final Optimizer optimizer;
  private final Regularizer regularizer;
  private final UpdateStrategy updates;
  private final HistoryDetail detail;
  private final int epochs;
  private final TextbookNetwork textbook;
  private final DenseLimit limit;
  private final boolean high;
  private final double rate;

  private RandomNetwork(long seed) {
    this.seed = seed;
    this.random = new Random(seed * 0x9E3779B97F4A7C15L + 2);
    this.problem = new RandomNetworkProblem(random);
    this.start = problem.start();
    this.data = problem.data();
    this.optimizer = any(OPTIMIZERS);
    this.regularizer = regularizer();
    this.updates = updates();
    this.detail = any(List.of(HistoryDetail.values()));
    this.epochs = 1 + random.nextInt(50);
    LossOnNetInputs loss = start.output().compose(problem.loss());
    this.textbook =
        new TextbookNetwork(start.architecture(), loss, data, updates, optimizer, regularizer);
    this.limit =
        start.architecture().hiddenLayers().isEmpty()
            ? DenseLimit.of(loss, data, updates, optimizer, regularizer)
            : new DenseLimit(Double.NaN, false);
    this.high = random.nextBoolean();
    this.rate = rate();
  }

  /** The training of a number. */
  static RandomNetwork of(long seed) {
    return new RandomNetwork(seed);
  }

  private <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private double logUniform(double low, double high) {
    return RandomProblem.logUniform(random, low, high);
  }

  private Regularizer regularizer() {
    double alpha = logUniform(1e-4, 0.1);
    return switch (random.nextInt(6)) {
      case 0, 1 -> Regularizer.l2(alpha);
      case 2 -> optimizer.allowsShrinking() ? Regularizer.l1(alpha) : Regularizer.decoupled(alpha);
      default -> Regularizer.none();
    };
  }

  private UpdateStrategy updates() {
    return switch (random.nextInt(5)) {
      case 0, 1 -> UpdateStrategy.batch();
      case 2 -> UpdateStrategy.miniBatch(1 + random.nextInt(32));
      case 3 -> UpdateStrategy.miniBatch(1 + random.nextInt(32)).withoutShuffling();
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

  /** What is true of it, by a loop of its own. */
  @Override
  public Truth truth() {
    double[] theta = start.parameters();
    double atZero = textbook.objective(new double[theta.length]);
    double begun = Math.max(atZero, textbook.objective(theta));
    double last = lastObjective(rate);
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

  private double lastObjective(double constantRate) {
    double[] theta = start.parameters();
    textbook.descend(theta, LearningRate.constant(constantRate), epochs, seed);
    return textbook.objective(theta);
  }

  /** The library's training. */
  @Override
  public TrainingResult<Network> run() {
    return trainer().fit(start, data);
  }

  /** Whether a training that does as it is told by a message ends below what it began with. */
  @Override
  public boolean learnsBy(String advice) {
    Dataset rows =
        advice.contains("Standardizer.fit(data)") ? Standardizer.fit(data).apply(data) : data;
    TrainingResult<Network> result =
        trainer().withLearningRate(LearningRate.constant(advised(advice))).fit(start, rows);
    return result.divergence().isEmpty()
        && result.findings().stream()
            .map(Finding::code)
            .noneMatch(kind -> kind.equals("OSCILLATES") || kind.equals("WORSE_THAN_NOTHING"));
  }

  /** Whether the larger rate of a message comes further, as it says. */
  @Override
  public boolean comesFurtherBy(String advice) {
    return lastObjective(advised(advice)) < lastObjective(rate);
  }

  private double advised(String advice) {
    Matcher call = RATE.matcher(advice);
    return call.find() ? Double.parseDouble(call.group(1)) : rate;
  }

  private Trainer trainer() {
    return Trainer.minimizing(problem.loss())
        .withUpdates(updates)
        .withOptimizer(optimizer)
        .withRegularizer(regularizer)
        .withLearningRate(LearningRate.constant(rate))
        .withEpochs(epochs)
        .withHistory(detail)
        .withSeed(seed);
  }

  @Override
  public String toString() {
    return "network "
        + seed
        + ": "
        + start.architecture().hiddenLayers()
        + " "
        + start.output()
        + ", "
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
