package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Model;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.network.Network;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.step.ExplainedRow;
import io.github.gradusml.step.ExplainedStep;
import io.github.gradusml.step.ExplainedUnit;
import io.github.gradusml.update.UpdateStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The numbers of an explained step are those of the training's own step, to the last bit, whatever
 * is trained and however.
 */
class ExplainedStepContractTest {
  private static final int FEATURES = 6; // more than the four sums, and no multiple of four
  private static final int ROWS = 10; // two batches of four, and a short one

  static List<Cases.Pair> pairs() {
    return Cases.pairs();
  }

  static List<Optimizer> optimizers() {
    return List.of(
        Optimizer.gradientDescent(),
        Optimizer.momentum(0.9),
        Optimizer.nesterov(0.8),
        Optimizer.adaGrad(),
        Optimizer.rmsProp(0.9),
        Optimizer.adam(),
        Optimizer.gradientDescent().withClippedNorm(0.1),
        Optimizer.adam().withClippedValues(0.05),
        Optimizer.momentum(0.5).withClippedValues(0.1).withClippedNorm(0.05));
  }

  static List<Regularizer> penalties() {
    List<Regularizer> all = new ArrayList<>();
    Cases.penalties().forEach(penalty -> all.add(penalty.regularizer()));
    all.add(Regularizer.l1Cumulative(0.02));
    all.add(Regularizer.l1Subgradient(0.02));
    return all;
  }

  static List<UpdateStrategy> strategies() {
    return Cases.strategies();
  }

  /** The third update has weights that moved before, and of small batches it is the short one. */
  @ParameterizedTest
  @MethodSource("pairs")
  void everyLossActivationStrategyAndPenaltyHasTheTrainingsBits(Cases.Pair pair) {
    Dataset data = Cases.rows(pair.loss(), ROWS, FEATURES, 3);
    for (UpdateStrategy strategy : Cases.strategies()) {
      for (Regularizer penalty : penalties()) {
        Trainer trainer =
            trainer(pair.loss()).withUpdates(strategy).withRegularizer(penalty).withSeed(8);
        same(trainer, pair.random(FEATURES), data, 3);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void everyOptimizerHasItsMemoryOfTheUpdatesBefore(Optimizer optimizer) {
    for (Cases.Pair pair : Cases.usualPairs()) {
      Dataset data = Cases.rows(pair.loss(), ROWS, FEATURES, 4);
      for (Regularizer penalty : penalties()) {
        if (!penalty.shrinks() || optimizer.allowsShrinking()) {
          Trainer trainer =
              trainer(pair.loss())
                  .withOptimizer(optimizer)
                  .withRegularizer(penalty)
                  .withUpdates(UpdateStrategy.miniBatch(4))
                  .withLearningRate(LearningRate.inverseTime(0.1, 0.2));
          same(trainer, pair.random(FEATURES), data, 1, 2, 7);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void rowsThatCountMoreOrNotAtAllAreCountedAlike(UpdateStrategy strategy) {
    for (Cases.Pair pair : Cases.usualPairs()) {
      same(
          trainer(pair.loss()).withUpdates(strategy),
          pair.random(FEATURES),
          weighted(Cases.rows(pair.loss(), ROWS, FEATURES, 5)),
          1,
          4);
    }
  }

  private static Dataset weighted(Dataset data) {
    double[] weights = new double[data.rows()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = i % 4 == 0 ? 0 : 0.3 * i;
    }
    return data.withWeights(weights);
  }

  static List<Network> networks() {
    Activation tanh = Activation.tanh();
    return List.of(
        Network.of(FEATURES, Output.softmax(3)).zeros(),
        Network.of(FEATURES, Output.softmax(3)).random(1),
        Network.of(FEATURES, Output.oneVersusRest(3, Activation.sigmoid())).random(2),
        Network.of(FEATURES, Output.softmax(3)).withHidden(5, tanh).random(3),
        Network.of(FEATURES, Output.softmax(3))
            .withHidden(1, Activation.elu(1))
            .withHidden(17, Activation.gelu())
            .random(4),
        Network.of(FEATURES, Output.oneVersusRest(3, Activation.sigmoid()))
            .withHidden(4, Activation.relu())
            .withHidden(3, tanh)
            .random(5));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void severalClassesAndLayersHaveTheTrainingsBits(Network network) {
    Dataset data = classes();
    for (Dataset rows : List.of(data, weighted(data))) {
      for (UpdateStrategy strategy : Cases.strategies()) {
        Trainer trainer = trainer(Loss.crossEntropy()).withUpdates(strategy);
        same(trainer.withOptimizer(Optimizer.adam()), network, rows, 1, 5);
        same(trainer.withRegularizer(Regularizer.elasticNet(0.1, 0.5)), network, rows, 1, 5);
      }
    }
  }

  private static Dataset classes() {
    Random random = new Random(12);
    double[][] x = new double[ROWS][FEATURES];
    double[] y = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      y[i] = i % 3;
      for (int j = 0; j < FEATURES; j++) {
        x[i][j] = random.nextGaussian() + y[i];
      }
    }
    return Dataset.of(x, y);
  }

  @Test
  void eachBlockHasThePenaltyThatWasSetForIt() {
    Network network =
        Network.of(FEATURES, Output.softmax(3)).withHidden(4, Activation.tanh()).random(6);
    Trainer trainer =
        trainer(Loss.crossEntropy())
            .withRegularizer(Regularizer.l2(0.1))
            .withRegularizer("layer 1 weights", Regularizer.l1Cumulative(0.05));
    same(trainer.withUpdates(UpdateStrategy.miniBatch(3)), network, classes(), 1, 6);
  }

  @Test
  void aModelOfSomebodysOwnAndOneWithoutABiasHaveTheTrainingsBits() {
    Dataset data = Cases.rows(Loss.squaredError(), ROWS, FEATURES, 9);
    Trainer trainer = trainer(Loss.squaredError()).withUpdates(UpdateStrategy.miniBatch(4));
    same(trainer, TwoLayers.random(FEATURES, 3, 7), data, 1, 5);
    same(trainer, Perceptron.random(FEATURES, Activation.identity(), 3).withoutBias(), data, 1, 5);
  }

  /** 1,400 rows of 100 columns are more products than one part of a batch has. */
  @Test
  void aBatchThatIsSummedInPartsHasTheTrainingsBits() {
    Dataset data = Cases.rows(Loss.squaredError(), 1_400, 100, 10);
    Trainer trainer = trainer(Loss.squaredError()).withUpdates(UpdateStrategy.batch());
    same(trainer, Perceptron.random(100, Activation.identity(), 3), data, 2);
  }

  private static Trainer trainer(Loss loss) {
    return Trainer.minimizing(loss)
        .withLearningRate(LearningRate.constant(0.03))
        .withEpochs(8)
        .withHistory(HistoryDetail.UPDATE)
        .withoutLog();
  }

  private static <M extends Model<M>> void same(
      Trainer trainer, M start, Dataset data, int... updates) {
    String name = trainer.toString();
    for (int update : updates) {
      Training<M> training = trainer.begin(start, data);
      for (int t = 1; t < update; t++) {
        training.update();
      }
      double[] before = training.model().parameters();
      training.update();
      ExplainedStep step = ExplainedStep.ofUpdate(trainer, start, data, update);
      assertArrayEquals(training.rows(), rows(step), name);
      assertEquals(training.learningRate(), step.learningRate(), name);
      assertEquals(
          training.result().history().updates().get(update - 1).batchLoss(),
          step.objectiveBefore().meanLoss(),
          name);
      assertArrayEquals(Cases.bits(training.gradient()), Cases.bits(step.gradient()), name);
      assertArrayEquals(Cases.bits(training.model()), Cases.bits(step.after()), name);
      forwardAndBackward(step, start.withParameters(before), data, name);
    }
  }

  private static int[] rows(ExplainedStep step) {
    return step.rows().stream().mapToInt(ExplainedRow::number).toArray();
  }

  /** The net inputs are the model's, and what units add up to is what rows add to the gradient. */
  private static <M extends Model<M>> void forwardAndBackward(
      ExplainedStep step, M before, Dataset data, String name) {
    for (ExplainedRow row : step.rows().subList(0, Math.min(2, step.rows().size()))) {
      double[] z = before.netInputs(data.row(row.number()));
      assertArrayEquals(Cases.bits(z), Cases.bits(row.netInputs()), name);
      if (before instanceof TwoLayers) {
        continue; // only its first products are known
      }
      List<ExplainedUnit> top = row.units(row.layers());
      double[] units = top.stream().mapToDouble(ExplainedUnit::netInput).toArray();
      assertArrayEquals(Cases.bits(z), Cases.bits(units), name);
      double[] share = row.gradient();
      List<ExplainedUnit> first = row.units(1);
      for (int u = 0; u < first.size(); u++) {
        for (int j = 0; j < data.features(); j++) {
          double slope = 0 + first.get(u).delta() * first.get(u).terms().get(j).input();
          assertEquals(slope, share[j * first.size() + u], name);
        }
      }
    }
  }
}
