package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Split;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.network.Network;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a training does beside its steps, it does with softmax and hidden layers too. */
class NetworkTrainingTest {
  private static final Dataset FLOWERS = Standardizer.fit(Datasets.iris()).apply(Datasets.iris());
  private static final Dataset PATIENTS =
      Standardizer.fit(Datasets.diabetes()).apply(Datasets.diabetes());
  private static final Network SOFTMAX = Network.of(4, Output.softmax(3)).zeros();
  private static final Network DEEP =
      Network.of(4, Output.softmax(3))
          .withHidden(6, Activation.tanh())
          .withHidden(5, Activation.relu())
          .random(1);
  private static final Network ONE_VERSUS_REST =
      Network.of(4, Output.oneVersusRest(3, Activation.sign())).zeros();
  private static final Network OF_NUMBERS =
      Network.of(10, Output.of(Activation.identity()))
          .withHidden(7, Activation.sigmoid())
          .random(2);

  private static Trainer trainer(Loss loss) {
    return Trainer.minimizing(loss)
        .withUpdates(UpdateStrategy.miniBatch(16))
        .withLearningRate(LearningRate.constant(0.02))
        .withEpochs(6)
        .withSeed(3);
  }

  static List<Arguments> networks() {
    return List.of(
        Arguments.of(SOFTMAX, Loss.crossEntropy(), FLOWERS),
        Arguments.of(DEEP, Loss.crossEntropy(), FLOWERS),
        Arguments.of(ONE_VERSUS_REST, Loss.hinge(), FLOWERS),
        Arguments.of(OF_NUMBERS, Loss.huber(1), PATIENTS));
  }

  static Stream<Arguments> networksByOptimizers() {
    return networks().stream()
        .flatMap(
            network ->
                Stream.of(
                        Optimizer.gradientDescent(),
                        Optimizer.momentum(0.9),
                        Optimizer.nesterov(0.9),
                        Optimizer.adaGrad(),
                        Optimizer.rmsProp(0.9),
                        Optimizer.adam())
                    .map(
                        optimizer -> {
                          Object[] with = Arrays.copyOf(network.get(), 4);
                          with[3] = optimizer;
                          return Arguments.of(with);
                        }));
  }

  @ParameterizedTest
  @MethodSource("networksByOptimizers")
  void twoTrainingsOfTwoAndFourEpochsHaveTheBitsOfOneOfSix(
      Network start, Loss loss, Dataset data, Optimizer optimizer) {
    Trainer trainer =
        trainer(loss)
            .withOptimizer(optimizer)
            .withLearningRate(LearningRate.inverseTime(0.02, 0.01))
            .withRegularizer("layer 1 weights", Regularizer.l2(0.01));
    TrainingResult<Network> begun = trainer.withEpochs(2).fit(start, data);
    assertEquals(
        trainer.fit(start, data).model(), trainer.withEpochs(4).resume(begun, data).model());
  }

  /** What a penalty remembers of each weight is of its own block. */
  @ParameterizedTest
  @MethodSource("networks")
  void penaltiesThatRememberAreResumedBlockByBlock(Network start, Loss loss, Dataset data) {
    Trainer trainer =
        trainer(loss)
            .withRegularizer(Regularizer.l1Cumulative(0.1))
            .withRegularizer("layer 1 weights", Regularizer.l1Cumulative(0.2));
    TrainingResult<Network> begun = trainer.withEpochs(3).fit(start, data);
    Network whole = trainer.fit(start, data).model();
    assertEquals(whole, trainer.withEpochs(3).resume(begun, data).model());
    assertTrue(Arrays.stream(whole.parameters()).anyMatch(weight -> weight == 0));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void stepByStepItHasTheBitsOfAWhole(Network start, Loss loss, Dataset data) {
    Training<Network> training = trainer(loss).begin(start, data);
    while (training.goesOn()) {
      training.update();
    }
    assertEquals(trainer(loss).fit(start, data).model(), training.result().model());
  }

  @ParameterizedTest
  @MethodSource("networks")
  void anyNumberOfThreadsGivesTheSameBits(Network start, Loss loss, Dataset data) {
    Trainer trainer = trainer(loss).withUpdates(UpdateStrategy.batch());
    Network one = trainer.fit(start, data).model();
    for (int threads : new int[] {2, 3}) {
      assertEquals(one, trainer.withThreads(threads).fit(start, data).model());
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void theMeanOfWeightsIsThatOfAllUpdates(Network start, Loss loss, Dataset data) {
    Training<Network> training = trainer(loss).begin(start, data);
    double[] mean = new double[start.parameters().length];
    List<double[]> all = new ArrayList<>();
    while (training.goesOn()) {
      training.update();
      all.add(training.model().parameters());
    }
    for (double[] theta : all) {
      for (int j = 0; j < mean.length; j++) {
        mean[j] += theta[j] / all.size();
      }
    }
    // Weights of size 1, at most 168 of them, added up in another way.
    assertArrayEquals(
        mean, trainer(loss).withAveragedWeights(1).fit(start, data).model().parameters(), 1e-12);
  }

  @ParameterizedTest
  @MethodSource("networks")
  void stoppingEarlyGivesTheWeightsWithTheLeastLossOnOtherRows(
      Network start, Loss loss, Dataset data) {
    Split split = Split.random(data, 0.7, 1);
    TrainingResult<Network> result =
        trainer(loss)
            .withEpochs(60)
            .withLearningRate(LearningRate.constant(0.3))
            .withEarlyStopping(EarlyStopping.onValidationLoss(3))
            .fit(start, split.train(), split.test());
    double least =
        Arrays.stream(result.history().each(EpochRecord::validationLoss)).min().orElseThrow();
    // The mean of losses, added up in another order.
    assertEquals(
        least, Metric.meanLoss(loss).of(result.model(), split.test()), 1e-12 * Math.abs(least));
  }

  @Test
  void metricsOfClassesAreRecordedAfterEveryEpoch() {
    List<Network> models = new ArrayList<>();
    TrainingResult<Network> result =
        trainer(Loss.crossEntropy())
            .withMetric(Metric.accuracy())
            .withMetric(Metric.logLoss())
            .withListener(
                new TrainingListener() {
                  @Override
                  public void epochEnded(EpochRecord epoch, Training<?> training) {
                    models.add(DEEP.withParameters(training.model().parameters()));
                  }
                })
            .fit(DEEP, FLOWERS);
    assertEquals(6, models.size());
    for (int k = 0; k < 6; k++) {
      EpochRecord epoch = result.history().epochs().get(k);
      assertEquals(Metric.accuracy().of(models.get(k), FLOWERS), epoch.metrics().get("accuracy"));
      assertEquals(Metric.logLoss().of(models.get(k), FLOWERS), epoch.metrics().get("log loss"));
    }
  }

  @Test
  void aListenerIsShownTheGradientOfEveryLayer() {
    List<double[]> gradients = new ArrayList<>();
    trainer(Loss.crossEntropy())
        .withHistory(HistoryDetail.UPDATE)
        .withEpochs(1)
        .withListener(
            new TrainingListener() {
              @Override
              public void updated(UpdateRecord update, Training<?> training) {
                gradients.add(training.gradient());
                assertTrue(training.rows().length <= 16);
              }
            })
        .fit(DEEP, FLOWERS);
    assertEquals(10, gradients.size()); // 150 rows, 16 a batch
    for (double[] gradient : gradients) {
      assertEquals(DEEP.architecture().parameters(), gradient.length);
      assertTrue(Arrays.stream(gradient).skip(gradient.length - 3).anyMatch(g -> g != 0));
    }
  }

  @Test
  void theCutOfOneOutputIsSetByTheTargets() {
    Dataset ones = PATIENTS.withTargets(PATIENTS.map(x -> x[2] > 0 ? 3 : 1));
    Network network = trainer(Loss.squaredError()).fit(OF_NUMBERS, ones).model();
    assertEquals(2, network.output().cut());
    for (int i = 0; i < ones.rows(); i++) {
      double[] x = ones.row(i);
      assertEquals(network.predict(x) >= 2 ? 1 : 0, network.classify(x));
    }
  }

  @Test
  void rowsOfOneClassAloneAreRefused() {
    Dataset setosa = FLOWERS.select(IntStream.range(0, 50).toArray());
    assertEquals(
        "targets must hold two classes or more to be told apart with cross-entropy, but all 50 are"
            + " 0.0; take rows of each, as Split.stratified does, or, to go on with rows of one"
            + " class, use resume, or begin",
        Rejected.message(() -> trainer(Loss.crossEntropy()).fit(SOFTMAX, setosa)));
  }

  @Test
  void rowsOfWeightZeroAreLeftOut() {
    double[] weights = new double[150];
    Arrays.fill(weights, 0, 120, 1);
    int[] counted = IntStream.range(0, 120).toArray();
    Trainer inOrder = trainer(Loss.crossEntropy()).withUpdates(UpdateStrategy.batch());
    double[] without = inOrder.fit(DEEP, FLOWERS.select(counted)).model().parameters();
    double[] weighted = inOrder.fit(DEEP, FLOWERS.withWeights(weights)).model().parameters();
    // The same sums; 150 rows of weights 1.25 and 0 are divided by 150, not 120 by 120.
    assertArrayEquals(without, weighted, 1e-13);
  }
}
