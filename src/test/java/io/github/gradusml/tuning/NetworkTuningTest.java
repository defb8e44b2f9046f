package io.github.gradusml.tuning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Split;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.network.Network;
import io.github.gradusml.pipeline.Pipeline;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.EarlyStopping;
import io.github.gradusml.training.Trainer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is chosen by scores is chosen for several classes and for hidden layers too. */
class NetworkTuningTest {
  private static final Dataset IRIS = Datasets.iris();
  private static final Network SOFTMAX = Network.of(4, Output.softmax(3)).zeros();
  private static final Network DEEP =
      Network.of(4, Output.softmax(3)).withHidden(6, Activation.tanh()).random(1);
  private static final Network ONE_VERSUS_REST =
      Network.of(4, Output.oneVersusRest(3, Activation.sign())).zeros();
  private static final CrossValidation FIVE = CrossValidation.stratified(5).withSeed(42);

  private static Trainer trainer(Loss loss) {
    return Trainer.minimizing(loss).withLearningRate(LearningRate.constant(0.1)).withEpochs(20);
  }

  static List<Arguments> networks() {
    return List.of(
        Arguments.of(SOFTMAX, Loss.crossEntropy()),
        Arguments.of(DEEP, Loss.crossEntropy()),
        Arguments.of(ONE_VERSUS_REST, Loss.hinge()));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void aScoreIsThatOfAHandWrittenLoop(Network start, Loss loss) {
    List<Double> expected = new ArrayList<>();
    for (Split fold : FIVE.folds(IRIS)) {
      Standardizer scaler = Standardizer.fit(fold.train());
      Network model = trainer(loss).fit(start, scaler.apply(fold.train())).model();
      expected.add(Metric.accuracy().of(model, scaler.apply(fold.test())));
    }
    assertEquals(expected, FIVE.score(trainer(loss), start, IRIS, Metric.accuracy()).validation());
  }

  @Test
  void stratifiedFoldsHoldOutAsManyOfEachClass() {
    for (Split fold : FIVE.folds(IRIS)) {
      assertEquals(List.of(10, 10, 10), List.copyOf(fold.test().targetCounts().values()));
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void aMetricOfTwoClassesIsRefusedBeforeAnythingRuns(Network start, Loss loss) {
    String message =
        assertThrows(
                IllegalStateException.class,
                () -> FIVE.score(trainer(loss), start, IRIS, Metric.f1()))
            .getMessage();
    assertTrue(
        message.startsWith("classes must be two for one of them to be the positive one, but are 3"),
        message);
  }

  @Test
  void aSearchTriesAPenaltyOfEachLayer() {
    SearchResult<Network> result =
        GridSearch.of(trainer(Loss.crossEntropy()), FIVE, Metric.logLoss())
            .with(
                "alpha of layer 1",
                Values.of(0.001, 1.0),
                (t, alpha) -> t.withRegularizer("layer 1 weights", Regularizer.l2(alpha)))
            .with(
                "alpha of layer 2",
                Values.of(0.001, 1.0),
                (t, alpha) -> t.withRegularizer("layer 2 weights", Regularizer.l2(alpha)))
            .run(DEEP, IRIS);
    assertEquals(4, result.cells().size());
    assertEquals(0.001, result.best().number("alpha of layer 1"));
    assertEquals(0.001, result.best().number("alpha of layer 2"));
    Network chosen = result.refit().model();
    Network heavy = result.refit(result.cells().get(2)).model(); // 1 below, 0.001 on top
    assertTrue(length(heavy, 0) < 0.5 * length(chosen, 0));
  }

  private static double length(Network network, int block) {
    double sum = 0;
    for (int j = network.blocks().get(block).from(); j < network.blocks().get(block).to(); j++) {
      sum += network.parameters()[j] * network.parameters()[j];
    }
    return Math.sqrt(sum);
  }

  @Test
  void aPenaltyOfALayerThatThereIsNotFailsByItsName() {
    GridSearch search =
        GridSearch.of(trainer(Loss.crossEntropy()), FIVE, Metric.logLoss())
            .with(
                "alpha",
                Values.of(0.1),
                (t, alpha) -> t.withRegularizer("layer 3 weights", Regularizer.l2(alpha)));
    String message =
        assertThrows(IllegalStateException.class, () -> search.run(DEEP, IRIS)).getMessage();
    assertTrue(
        message.contains("[layer 1 weights, layer 2 weights], but was \"layer 3 weights\""),
        message);
  }

  @Test
  void aSearchIsTheSameForAnyNumberOfThreads() {
    List<String> results = new ArrayList<>();
    for (int threads : new int[] {1, 2, 5}) {
      results.add(
          GridSearch.of(trainer(Loss.crossEntropy()), FIVE.withThreads(threads), Metric.logLoss())
              .with("epochs", Values.of(1, 5), Trainer::withEpochs)
              .run(DEEP, IRIS)
              .cells()
              .stream()
              .map(cell -> cell.scores().validation())
              .toList()
              .toString());
    }
    assertEquals(List.of(results.get(0), results.get(0), results.get(0)), results);
  }

  @Test
  void foldsStopEarlyByRowsOfTheirOwn() {
    Trainer patient =
        trainer(Loss.crossEntropy())
            .withEpochs(200)
            .withEarlyStopping(EarlyStopping.onValidationLoss(5));
    CrossValidationResult result =
        FIVE.withEarlyStoppingShare(0.2).score(patient, DEEP, IRIS, Metric.accuracy());
    assertTrue(result.mean() > 0.9, result.toString());
  }

  @Test
  void aLearningCurveRisesWithTheRows() {
    ScoreCurve curve =
        LearningCurve.of(trainer(Loss.crossEntropy()), FIVE, Metric.accuracy())
            .withShares(0.05, 1)
            .run(DEEP, IRIS);
    double[] means = curve.each(point -> point.scores().mean());
    assertTrue(means[1] > means[0]);
  }

  @ParameterizedTest
  @MethodSource("networks")
  void aPipelineClassifiesRowsInTheirOwnUnits(Network start, Loss loss) {
    Pipeline<Network> prepared = FIVE.fit(trainer(loss), start, IRIS);
    int[] classes = prepared.classify(IRIS.inputs());
    double right = 0;
    for (int i = 0; i < 150; i++) {
      assertEquals(classes[i], prepared.classify(IRIS.row(i)));
      assertEquals(classes[i], prepared.predict(IRIS.row(i)));
      right += classes[i] == IRIS.target(i) ? 1 : 0;
    }
    assertEquals(right / 150, prepared.score(Metric.accuracy(), IRIS), 1e-15); // one rounding
    assertTrue(right > 120);
  }

  @Test
  void aPipelineHasAProbabilityForEachClass() {
    Pipeline<Network> prepared = FIVE.fit(trainer(Loss.crossEntropy()), DEEP, IRIS);
    double[] all = prepared.probabilities(IRIS.inputs());
    assertEquals(450, all.length);
    double[] ofRow = prepared.probabilities(IRIS.row(70));
    assertEquals(1, ofRow[0] + ofRow[1] + ofRow[2], 1e-15); // each rounded
    assertArrayEquals(ofRow, Arrays.copyOfRange(all, 210, 213));
  }
}
