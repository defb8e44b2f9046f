package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Layers;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Model;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.ParameterBlock;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A model of the user's own, with several blocks of weights and biases, trains in the same loop.
 */
class OwnModelTest {
  private static final Dataset XOR =
      Dataset.of(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, new double[] {-1, 1, 1, -1});

  static List<UpdateStrategy> strategies() {
    return Cases.strategies();
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void twoLayersLearnXor(UpdateStrategy strategy) {
    Trainer trainer =
        Trainer.minimizing(Loss.squaredError())
            .withUpdates(strategy)
            .withLearningRate(LearningRate.constant(0.2))
            .withEpochs(1000);
    TrainingResult<TwoLayers> result = trainer.fit(TwoLayers.random(2, 4, 3), XOR);
    assertEquals(1, Metric.accuracy().of(result.model(), XOR));
    assertTrue(result.history().last().dataLoss() < 0.01);
  }

  /** More than 131,072 numbers: batches and measurements are cut into parts. */
  @Test
  void onLargeDataAnyNumberOfThreadsGivesTheSameBits() {
    Dataset large = Cases.rows(Loss.squaredError(), 60_000, 10, 1);
    TwoLayers start = TwoLayers.random(10, 3, 1);
    Trainer trainer =
        Trainer.minimizing(Loss.squaredError()).withUpdates(UpdateStrategy.batch()).withEpochs(2);
    assertArrayEquals(
        Cases.bits(trainer.fit(start, large).model()),
        Cases.bits(trainer.withThreads(2).fit(start, large).model()));
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void rowWeightsCountForItAsForAnyModel(UpdateStrategy strategy) {
    Dataset data = Cases.rows(Loss.squaredError(), 12, 2, 1);
    Trainer trainer = Trainer.minimizing(Loss.squaredError()).withUpdates(strategy).withEpochs(3);
    TwoLayers start = TwoLayers.random(2, 3, 1);
    double[] plain = trainer.fit(start, data).model().parameters();
    double[] weights = new double[12];
    Arrays.fill(weights, 3);
    assertArrayEquals(plain, trainer.fit(start, data.withWeights(weights)).model().parameters());
    weights[5] = 0;
    TrainingResult<TwoLayers> without = trainer.fit(start, data.withWeights(weights));
    double[][] x = data.toMatrix().getData();
    x[5] = new double[] {100, -100};
    Dataset other = Dataset.of(x, data.targets()).withWeights(weights);
    assertArrayEquals(without.model().parameters(), trainer.fit(start, other).model().parameters());
  }

  /** A row that is predicted exactly has no gradient, so that the penalty is all that acts. */
  @Test
  void l2DecaysTheWeightsOfBothLayersAndNoBias() {
    TwoLayers start = TwoLayers.random(2, 3, 1);
    Trainer trainer =
        Trainer.minimizing(Loss.squaredError())
            .withRegularizer(Regularizer.l2(0.5))
            .withLearningRate(LearningRate.constant(0.25))
            .withEpochs(1);
    double[] before = start.parameters();
    double[] after = trainer.fit(start, fittedBy(start)).model().parameters();
    for (int j = 0; j < before.length; j++) {
      boolean weight = j < 6 || (j >= 9 && j < 12);
      // A product and a difference, each rounded once.
      assertEquals(weight ? before[j] * (1 - 0.125) : before[j], after[j], 1e-16, "θ" + j);
    }
  }

  @Test
  void l1MakesTheWeightsOfBothLayersExactlyZeroAndNoBias() {
    TwoLayers start = TwoLayers.random(2, 3, 1);
    Trainer trainer =
        Trainer.minimizing(Loss.squaredError())
            .withRegularizer(Regularizer.l1(10))
            .withLearningRate(LearningRate.constant(0.25))
            .withEpochs(1);
    double[] before = start.parameters();
    double[] after = trainer.fit(start, fittedBy(start)).model().parameters();
    double[] expected = before.clone();
    Arrays.fill(expected, 0, 6, 0);
    Arrays.fill(expected, 9, 12, 0);
    assertArrayEquals(expected, after);
  }

  @Test
  void thePenaltyThatIsReportedIsThatOfTheWeightsAlone() {
    Trainer trainer =
        Trainer.minimizing(Loss.squaredError()).withRegularizer(Regularizer.l1(0.5)).withEpochs(1);
    TrainingResult<TwoLayers> result = trainer.fit(TwoLayers.random(2, 3, 1), XOR);
    double[] theta = result.model().parameters();
    double sum = 0;
    for (int j = 0; j < 12; j++) {
      sum += j < 6 || j >= 9 ? Math.abs(theta[j]) : 0;
    }
    assertEquals(0.5 * sum, result.history().last().penalty(), 1e-14);
  }

  @Test
  void itResumesAndStopsEarlyAsAnyModel() {
    Trainer trainer =
        Trainer.minimizing(Loss.squaredError())
            .withOptimizer(Optimizer.momentum(0.9))
            .withEarlyStopping(EarlyStopping.onTrainingLoss(100));
    TwoLayers start = TwoLayers.random(2, 4, 3);
    TrainingResult<TwoLayers> whole = trainer.withEpochs(30).fit(start, XOR);
    TrainingResult<TwoLayers> part = trainer.withEpochs(10).fit(start, XOR);
    TrainingResult<TwoLayers> resumed = trainer.withEpochs(20).resume(part, XOR);
    assertArrayEquals(Cases.bits(whole.model()), Cases.bits(resumed.model()));
  }

  @Test
  void itsDivergenceIsNoticedAsWell() {
    Trainer trainer =
        Trainer.minimizing(Loss.squaredError())
            .withLearningRate(LearningRate.constant(100))
            .withEpochs(200);
    TrainingResult<TwoLayers> result = trainer.fit(TwoLayers.random(2, 4, 3), XOR);
    assertEquals(StopReason.DIVERGED, result.stopReason());
    String advice = result.divergence().orElseThrow().advice();
    assertTrue(advice.contains("smaller learning rate"), advice);
  }

  /** One weight that is not to be penalized, and nothing above it. */
  private record Unpenalized(double w, Output output) implements Model<Unpenalized> {
    @Override
    public int features() {
      return 1;
    }

    @Override
    public Layers layers(int rows) {
      return Layers.none(1);
    }

    @Override
    public List<ParameterBlock> blocks() {
      return List.of(new ParameterBlock("free", 0, 1, false));
    }

    @Override
    public double[] parameters() {
      return new double[] {w};
    }

    @Override
    public Unpenalized with(double[] theta, Output fitted) {
      return new Unpenalized(theta[0], fitted);
    }
  }

  @Test
  void aBlockThatIsNotToBePenalizedIsNotOnTheShortWayEither() {
    Dataset zero = Dataset.of(new double[][] {{0}, {0}}, new double[] {0, 0});
    Trainer trainer =
        Trainer.minimizing(Loss.squaredError())
            .withUpdates(UpdateStrategy.stochastic())
            .withRegularizer(Regularizer.l2(0.5))
            .withEpochs(2);
    Unpenalized start = new Unpenalized(3, Output.of(Activation.identity()));
    assertEquals(3, trainer.fit(start, zero).model().w());
  }

  private static Dataset fittedBy(TwoLayers model) {
    return XOR.withTargets(XOR.map(model::predict));
  }
}
