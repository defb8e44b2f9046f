package io.github.gradusml.training;

import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.math3.random.RandomGenerator;

/** Every optimizer, schedule, penalty and strategy, in so many cases that every pair is in one. */
final class CheckpointCases {
  /** A lambda is equal to itself alone. */
  private static final List<LearningRate> RATES =
      List.of(
          LearningRate.constant(0.05),
          LearningRate.inverseTime(0.1, 0.05),
          LearningRate.inverseScaling(0.1, 0.3),
          LearningRate.exponential(0.1, 0.9, 7),
          LearningRate.step(0.1, 0.5, 30),
          LearningRate.polynomial(0.1, 0.01, 90, 2).perEpoch(),
          LearningRate.piecewise(new double[] {0.1, 0.05, 0.01}, 33, 77),
          LearningRate.cosine(0.1, 0.001, 15).perEpoch(),
          LearningRate.warmRestarts(0.1, 0.001, 3, 2).perEpoch(),
          LearningRate.triangular(0.01, 0.1, 11),
          LearningRate.triangular2(0.01, 0.1, 11),
          LearningRate.expRange(0.01, 0.1, 11, 0.99),
          LearningRate.oneCycle(0.1, 40, 100),
          LearningRate.constant(0.1).withWarmUp(20, 0.1),
          LearningRate.exponential(0.1, 0.5, 10).withLowest(0.02),
          LearningRate.constant(0.1).then(50, LearningRate.constant(0.01)),
          LearningRate.reduceOnPlateau(LearningRate.constant(0.3), 0.5, 1).withCooldown(1),
          LearningRate.reduceOnPlateau((update, epoch) -> 0.2 / (1 + epoch), 0.7, 2),
          (update, epoch) -> epoch < 10 ? 0.1 : 0.05,
          new Careful(0.3, Double.POSITIVE_INFINITY));

  private CheckpointCases() {}

  /** One way to train. */
  record Case(
      int number,
      Optimizer optimizer,
      LearningRate rate,
      Regularizer penalty,
      UpdateStrategy strategy) {
    /** A pair that no training takes. */
    boolean isRefused() {
      return penalty.shrinks() && !optimizer.allowsShrinking();
    }

    Set<Set<Object>> pairs() {
      List<Object> all = List.of(optimizer, rate, penalty, strategy);
      Set<Set<Object>> pairs = new HashSet<>();
      for (Object one : all) {
        all.stream().filter(other -> other != one).forEach(other -> pairs.add(Set.of(one, other)));
      }
      return pairs;
    }
  }

  /** A heavy ball of the user's own, whose steps also grow shorter with their number. */
  record Ball(double friction) implements Optimizer {
    @Override
    public void step(double[] theta, double[] gradient, double eta, double[][] state, long t) {
      for (int j = 0; j < theta.length; j++) {
        state[0][j] = friction * state[0][j] + gradient[j];
        theta[j] -= eta / Math.sqrt(t) * state[0][j];
      }
    }

    @Override
    public int stateVectors() {
      return 1;
    }
  }

  /** A rate of the user's own that halves itself whenever the loss rises. */
  record Careful(double rate, double lastLoss) implements LearningRate {
    @Override
    public double at(long update, double epoch) {
      return rate / (1 + 0.01 * epoch);
    }

    @Override
    public LearningRate afterEpoch(int epoch, double loss) {
      return new Careful(loss > lastLoss ? rate / 2 : rate, loss);
    }

    @Override
    public boolean reacts() {
      return true;
    }
  }

  /** A penalty of the user's own that grows with the number of its steps. */
  record Growing(double alpha) implements Regularizer {
    @Override
    public double value(double[] theta, int from, int to) {
      return 0;
    }

    @Override
    public void addGradient(double[] theta, double[] gradient, int from, int to) {}

    @Override
    public void afterStep(double[] theta, int from, int to, double eta, double[][] state) {
      state[0][from]++;
      for (int j = from; j < to; j++) {
        theta[j] *= 1 - eta * alpha * Math.min(1, state[0][from] / 50);
      }
    }

    @Override
    public int stateVectors() {
      return 1;
    }
  }

  /** A strategy of the user's own: seven rows an update, begun anywhere. */
  record Turned() implements UpdateStrategy {
    @Override
    public int batchSize(int rows) {
      return 7;
    }

    @Override
    public void arrange(int[] order, RandomGenerator random) {
      int first = random.nextInt(order.length);
      for (int i = 0; i < order.length; i++) {
        order[i] = (i + first) % order.length;
      }
    }
  }

  static List<Optimizer> optimizers() {
    return List.of(
        Optimizer.gradientDescent(),
        Optimizer.momentum(0.8),
        Optimizer.nesterov(0.8),
        Optimizer.adaGrad(),
        Optimizer.rmsProp(0.9),
        Optimizer.adam(),
        Optimizer.momentum(0.5).withClippedNorm(0.5),
        Optimizer.adam().withClippedValues(0.3),
        new Ball(0.7));
  }

  static List<LearningRate> rates() {
    return RATES;
  }

  static List<Regularizer> penalties() {
    return List.of(
        Regularizer.none(),
        Regularizer.l1(0.02),
        Regularizer.l1Cumulative(0.02),
        Regularizer.l1Subgradient(0.02),
        Regularizer.l2(0.1),
        Regularizer.elasticNet(0.1, 0.25),
        Regularizer.elasticNetCumulative(0.1, 0.25),
        Regularizer.decoupled(0.1),
        new Growing(0.5));
  }

  static List<UpdateStrategy> strategies() {
    List<UpdateStrategy> all = new ArrayList<>(Cases.strategies());
    all.add(new Turned());
    return all;
  }

  /**
   * Those that cover every pair: for every optimizer and schedule the penalty and strategy with the
   * most pairs that are new, until none is left.
   */
  static final List<Case> COVERING_EVERY_PAIR = coveringEveryPair();

  private static List<Case> coveringEveryPair() {
    List<Case> chosen = new ArrayList<>();
    Set<Set<Object>> covered = new HashSet<>();
    boolean goesOn = true;
    while (goesOn) {
      int before = chosen.size();
      for (Optimizer optimizer : optimizers()) {
        for (LearningRate rate : RATES) {
          Case best = best(chosen.size(), optimizer, rate, covered);
          if (covered.addAll(best.pairs())) {
            chosen.add(best);
          }
        }
      }
      goesOn = chosen.size() > before;
    }
    return chosen;
  }

  private static Case best(
      int number, Optimizer optimizer, LearningRate rate, Set<Set<Object>> covered) {
    Case best = null;
    long most = -1;
    for (Regularizer penalty : penalties()) {
      for (UpdateStrategy strategy : strategies()) {
        Case one = new Case(number, optimizer, rate, penalty, strategy);
        long pairs = one.pairs().stream().filter(pair -> !covered.contains(pair)).count();
        if (pairs > most && !one.isRefused()) {
          best = one;
          most = pairs;
        }
      }
    }
    return best;
  }
}
