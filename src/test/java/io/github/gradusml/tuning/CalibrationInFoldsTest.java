package io.github.gradusml.tuning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Split;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.metric.Scores;
import io.github.gradusml.network.Network;
import io.github.gradusml.pipeline.Calibration;
import io.github.gradusml.pipeline.Pipeline;
import io.github.gradusml.pipeline.Preparation;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.training.Trainer;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Calibrations that are fitted inside folds. */
class CalibrationInFoldsTest {
  /** 100 rows; the first feature tells which. */
  static final Dataset DATA = data(100);

  private static final int[] GROUPS = IntStream.range(0, 100).map(i -> i * 7 % 10).toArray();
  static final Perceptron START = Perceptron.zeros(3, Activation.sigmoid());
  static final Trainer TRAINER =
      Trainer.minimizing(Loss.crossEntropy())
          .withLearningRate(LearningRate.constant(1))
          .withEpochs(20)
          .withoutLog();

  private static Dataset data(int n) {
    Random random = new Random(4);
    double[][] x = new double[n][];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      y[i] = random.nextInt(2);
      x[i] = new double[] {i, y[i] + random.nextGaussian(), random.nextGaussian()};
    }
    return Dataset.of(x, y);
  }

  static CrossValidation folds(String kind, int folds) {
    return switch (kind) {
      case "at random" -> CrossValidation.kFold(folds).withSeed(3);
      case "by class" -> CrossValidation.stratified(folds).withSeed(3);
      case "by group" -> CrossValidation.groupKFold(folds, GROUPS).withSeed(3);
      default -> CrossValidation.timeSeriesSplit(folds);
    };
  }

  static Stream<String> kinds() {
    return Stream.of("at random", "by class", "by group", "in time");
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void fitCalibratesByPredictionsOutOfTheInnerFolds(String kind) {
    Pipeline<Perceptron> fitted = folds(kind, 5).withCalibration(4).fit(TRAINER, START, DATA);
    Scores unseen = folds(kind, 4).predict(TRAINER, START, DATA).scores();
    assertEquals(Calibration.fit(unseen), fitted.calibration().orElseThrow());
    Perceptron plain = folds(kind, 5).fit(TRAINER, START, DATA).model();
    assertArrayEquals(plain.weights(), fitted.model().weights());
  }

  /** All folds by hand; those by group are of the groups of the rows that are left. */
  @ParameterizedTest
  @MethodSource("kinds")
  void scoresAndPredictionsAreThoseByHand(String kind) {
    CrossValidation validation = folds(kind, 5).withCalibration(3);
    OutOfFoldPredictions predictions = validation.predict(TRAINER, START, DATA);
    CrossValidationResult result = validation.score(TRAINER, START, DATA, Metric.logLoss());
    Folds outer = validation.folds(DATA);
    for (int fold = 0; fold < outer.size(); fold++) {
      Split split = outer.split(fold);
      int[] left = Arrays.stream(split.train().column(0)).mapToInt(i -> GROUPS[(int) i]).toArray();
      CrossValidation inner =
          kind.equals("by group")
              ? CrossValidation.groupKFold(3, left).withSeed(3)
              : folds(kind, 3);
      Calibration calibration =
          Calibration.fit(inner.predict(TRAINER, START, split.train()).scores());
      Scores byHand =
          Pipeline.fit(Preparation.standardizing(), TRAINER, START, split.train())
              .withCalibration(calibration)
              .scores(split.test());
      assertEquals(Metric.logLoss().of(byHand), result.validation().get(fold));
      for (int i = 0; i < byHand.rows(); i++) {
        int row = (int) split.test().value(i, 0) - predictions.firstRow();
        assertEquals(byHand.netInput(i, 0), predictions.netInputs(row)[0]);
        assertEquals(byHand.prediction(i), predictions.predict(row));
        assertEquals(byHand.classified(i), predictions.classify(row));
      }
    }
  }

  /** What is fitted, is fitted to whole groups, or to rows before those that it is asked about. */
  @Test
  void noGroupIsTrainedOnInPartAndNoRowBeforeItsTime() {
    Set<List<Integer>> byGroup = trainedOn(folds("by group", 5).withCalibration(4));
    assertEquals(5 * 5, byGroup.size()); // each fold, and each inner fold of it
    for (List<Integer> rows : byGroup) {
      Set<Integer> groups = new HashSet<>();
      rows.forEach(row -> groups.add(GROUPS[row]));
      assertEquals(rows.size(), groups.size() * 10, "of ten rows each");
    }
    for (List<Integer> rows : trainedOn(folds("in time", 3).withCalibration(2))) {
      assertEquals(IntStream.range(0, rows.size()).boxed().toList(), rows);
    }
  }

  private static Set<List<Integer>> trainedOn(CrossValidation validation) {
    Set<List<Integer>> all = Collections.synchronizedSet(new HashSet<>());
    Preparation spy =
        train -> {
          all.add(Arrays.stream(train.column(0)).mapToObj(i -> (int) i).toList());
          return Standardizer.fit(train);
        };
    validation.withPreparation(spy).score(TRAINER, START, DATA, Metric.accuracy());
    return all;
  }

  /** With other targets in one fold, what is said of that fold is the same to the last bit. */
  @Test
  void targetsOfRowsHeldOutHaveNoInfluenceOnTheirPredictions() {
    CrossValidation validation = folds("at random", 4).withCalibration(3);
    OutOfFoldPredictions before = validation.predict(TRAINER, START, DATA);
    double[] y = DATA.targets();
    for (int i = 0; i < y.length; i++) {
      y[i] = before.fold(i) == 2 ? 1 - y[i] : y[i];
    }
    OutOfFoldPredictions after = validation.predict(TRAINER, START, DATA.withTargets(y));
    for (int i = 0; i < y.length; i++) {
      boolean isSame = before.netInputs(i)[0] == after.netInputs(i)[0];
      assertEquals(before.fold(i) == 2, isSame, "row " + i);
    }
  }

  @Test
  void theNumberOfThreadsChangesNoBit() {
    IntFunction<List<Object>> all =
        threads -> {
          CrossValidation validation =
              folds("by class", 4).withRepetitions(2).withCalibration(3).withThreads(threads);
          return List.of(
              validation.score(TRAINER, START, DATA, Metric.logLoss()).validation(),
              validation.fit(TRAINER, START, DATA).calibration().orElseThrow());
        };
    assertEquals(all.apply(1), all.apply(4));
  }

  @Test
  void aLossOfMarginsIsScoredByProbabilitiesAndAnAreaStaysAsItIs() {
    Perceptron margins = Perceptron.zeros(3, Activation.identity());
    Trainer hinge = Trainer.minimizing(Loss.hinge()).withEpochs(20).withoutLog();
    Dataset signs = DATA.withTargets(-1, 1);
    CrossValidation plain = folds("by class", 4);
    assertThrows(
        IllegalStateException.class, () -> plain.score(hinge, margins, signs, Metric.brierScore()));
    CrossValidation calibrated = plain.withCalibration(3);
    double score = calibrated.score(hinge, margins, signs, Metric.brierScore()).mean();
    assertTrue(score < 0.25, "a coin's, but " + score);
    assertEquals(
        plain.score(hinge, margins, signs, Metric.rocAuc()).validation(),
        calibrated.score(hinge, margins, signs, Metric.rocAuc()).validation());
  }

  @Test
  void severalClassesAndSearchesAreCalibratedToo() {
    Dataset irises = Datasets.iris();
    CrossValidation validation = CrossValidation.stratified(3).withSeed(1).withCalibration(3);
    Network start = Network.of(4, Output.softmax(3)).zeros();
    GridSearch search =
        GridSearch.of(TRAINER, validation, Metric.logLoss())
            .with("epochs", Values.of(5, 10), Trainer::withEpochs);
    SearchResult<Network> found = search.run(start, irises);
    Pipeline<Network> refit = found.refit();
    Calibration calibration = refit.calibration().orElseThrow();
    assertEquals(0, calibration.intercept());
    assertTrue(calibration.slope() > 1, "a model trained for so short is shy: " + calibration);
    double sure = found.best().scores().mean();
    GridSearch plain =
        GridSearch.of(TRAINER, CrossValidation.stratified(3).withSeed(1), Metric.logLoss())
            .with("epochs", Values.of(5, 10), Trainer::withEpochs);
    assertTrue(sure < plain.run(start, irises).best().scores().mean());
  }

  @Test
  void aLearningCurveHasTheGroupsOfItsRows() {
    CrossValidation validation = folds("by group", 5).withCalibration(2);
    LearningCurve curve =
        LearningCurve.of(TRAINER, validation, Metric.logLoss()).withShares(0.6, 1);
    double last = curve.run(START, DATA).points().get(1).scores().mean();
    assertEquals(validation.score(TRAINER, START, DATA, Metric.logLoss()).mean(), last);
  }

  @Test
  void rowsToStopEarlyByAreSetAsideInInnerFoldsToo() {
    CrossValidation validation = folds("by class", 3).withEarlyStoppingShare(0.25);
    Calibration byHand = Calibration.fit(validation.predict(TRAINER, START, DATA).scores());
    Pipeline<Perceptron> fitted = validation.withCalibration(3).fit(TRAINER, START, DATA);
    assertEquals(byHand, fitted.calibration().orElseThrow());
  }

  @Test
  void saysItsInnerFoldsWhateverElseIsSet() {
    CrossValidation validation =
        folds("at random", 5)
            .withCalibration(4)
            .withSeed(8)
            .withRepetitions(2)
            .withPreparation(Preparation.none())
            .withEarlyStoppingShare(0.5)
            .withThreads(2);
    assertEquals(
        "CrossValidation(5 folds, 2 repetitions, seed: 8, preparation: none, early stopping share:"
            + " 0.5, calibration: 4 inner folds)",
        validation.toString());
  }
}
