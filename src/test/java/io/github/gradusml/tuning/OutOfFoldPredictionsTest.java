package io.github.gradusml.tuning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Split;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.metric.ConfusionMatrix;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.metric.RocCurve;
import io.github.gradusml.network.Network;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.EarlyStopping;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutOfFoldPredictionsTest {
  private static final Dataset IRIS = Datasets.iris();
  private static final Dataset CANCER = Datasets.breastCancer();
  private static final Network SOFTMAX = Network.of(4, Output.softmax(3)).zeros();
  private static final Perceptron SIGMOID = Perceptron.zeros(30, Activation.sigmoid());
  private static final Trainer TRAINER =
      Trainer.minimizing(Loss.crossEntropy())
          .withLearningRate(LearningRate.constant(0.1))
          .withEpochs(5);
  private static final Trainer LEAST_SQUARES =
      Trainer.minimizing(Loss.squaredError())
          .withUpdates(UpdateStrategy.batch())
          .withLearningRate(LearningRate.constant(0.2))
          .withEpochs(20);
  private static final CrossValidation FIVE = CrossValidation.stratified(5).withSeed(42);

  @Test
  void everyRowIsPredictedByTheModelOfTheFoldThatHeldItOut() {
    OutOfFoldPredictions predictions = FIVE.predict(TRAINER, SOFTMAX, IRIS);
    Folds folds = FIVE.folds(IRIS);
    int seen = 0;
    for (int fold = 0; fold < folds.size(); fold++) {
      Split split = folds.split(fold);
      Standardizer scaler = Standardizer.fit(split.train());
      Network model = TRAINER.fit(SOFTMAX, scaler.apply(split.train())).model();
      Dataset heldOut = scaler.apply(split.test());
      int inFold = 0;
      for (int row = 0; row < IRIS.rows(); row++) {
        if (predictions.fold(row) == fold) {
          double[] x = heldOut.row(inFold++);
          assertArrayEquals(model.netInputs(x), predictions.netInputs(row));
          assertArrayEquals(model.probabilities(x), predictions.probabilities(row));
          assertEquals(model.classify(x), predictions.classify(row));
          assertEquals(model.predict(x), predictions.predict(row));
        }
      }
      assertEquals(heldOut.rows(), inFold);
      seen += inFold;
    }
    assertEquals(150, seen);
    assertEquals(150, predictions.rows());
    assertEquals(0, predictions.firstRow());
  }

  /** Ten groups of different sizes, for which folds are scikit-learn's. */
  private static int[] groups() {
    int[] groups = new int[150];
    int i = 0;
    for (int group = 0; group < 10; group++) {
      for (int size = 6 + 2 * group; size > 0; size--) {
        groups[7 * i++ % 150] = group;
      }
    }
    return groups;
  }

  /**
   * scikit-learn 1.2.1: {@code for tr, te in GroupKFold(5).split(X, y, groups): p[te] =
   * make_pipeline(StandardScaler(), LogisticRegression(C=1/(0.1*len(tr)),
   * multi_class='multinomial', solver='newton-cg', tol=1e-12, max_iter=100000)).fit(X[tr],
   * y[tr]).predict_proba(X[te])}
   */
  @Test
  void probabilitiesOfSoftmaxRegressionEqualThoseOfScikitLearn() {
    Trainer toTheMinimum =
        Trainer.minimizing(Loss.crossEntropy())
            .withRegularizer(Regularizer.l2(0.1))
            .withUpdates(UpdateStrategy.batch())
            .withLearningRate(LearningRate.constant(1))
            .withTolerance(1e-12)
            .withEpochs(10_000);
    OutOfFoldPredictions predictions =
        CrossValidation.groupKFold(5, groups()).predict(toTheMinimum, SOFTMAX, IRIS);
    double[][] expected = {
      {0, 0.8861160380855538, 0.10722046418189216, 0.006663497732554024},
      {50, 0.06473922978437906, 0.42923447929381003, 0.506026290921811},
      {70, 0.08828196616218609, 0.3262450554469134, 0.5854729783909006},
      {83, 0.04119200726625237, 0.476404823506382, 0.48240316922736554},
      {106, 0.08799441114902518, 0.6696811772702237, 0.24232441158075124},
      {119, 0.022529519163931887, 0.696468418409459, 0.28100206242660913},
      {133, 0.04291499693950926, 0.5329973409550139, 0.4240876621054769},
      {149, 0.05555836209752168, 0.3559469927502389, 0.5884946451522394}
    };
    for (double[] row : expected) {
      // Both stop at slopes of 1e-12, over a curvature of 0.1.
      assertArrayEquals(
          Arrays.copyOfRange(row, 1, 4), predictions.probabilities((int) row[0]), 1e-10);
    }
    ConfusionMatrix matrix = ConfusionMatrix.of(predictions.scores());
    long[][] counts = {{50, 0, 0}, {0, 41, 9}, {0, 7, 43}};
    for (int actual = 0; actual < 3; actual++) {
      for (int predicted = 0; predicted < 3; predicted++) {
        assertEquals(counts[actual][predicted], matrix.count(actual, predicted));
      }
    }
    // sklearn.metrics.log_loss(y, p); as above.
    assertEquals(0.3929643414347799, predictions.score(Metric.logLoss()), 1e-10);
  }

  @Test
  void theAccuracyOfAllRowsIsThatOfTheFoldsByTheirRows() {
    CrossValidation seven = CrossValidation.kFold(7).withSeed(1);
    List<Double> ofFolds = seven.score(TRAINER, SIGMOID, CANCER, Metric.accuracy()).validation();
    double right = 0;
    for (int fold = 0; fold < 7; fold++) {
      right += ofFolds.get(fold) * seven.folds(CANCER).split(fold).test().rows();
    }
    // Seven products and sums, each rounded.
    assertEquals(
        right / 569, seven.predict(TRAINER, SIGMOID, CANCER).score(Metric.accuracy()), 1e-14);
  }

  /** Features that say nothing, so that a model knows no more than how frequent the classes are. */
  @Test
  void theAreaOfAllRowsIsNoMeanOfAreas() {
    double[] y = IntStream.range(0, 20).mapToDouble(i -> i % 2).toArray();
    Dataset nothing = Dataset.of(new double[20][1], y);
    Perceptron start = Perceptron.zeros(1, Activation.sigmoid());
    Trainer patient = TRAINER.withUpdates(UpdateStrategy.batch()).withEpochs(100);
    OutOfFoldPredictions eachAlone = CrossValidation.leaveOneOut().predict(patient, start, nothing);
    assertEquals(0, eachAlone.score(Metric.rocAuc()));
    assertEquals(
        0.5, CrossValidation.stratified(2).score(patient, start, nothing, Metric.rocAuc()).mean());
  }

  @Test
  void theCurveOfAllRowsIsThereToLookAt() {
    OutOfFoldPredictions predictions = FIVE.predict(TRAINER, SIGMOID, CANCER);
    assertTrue(RocCurve.of(predictions.scores()).points().size() > 100);
    assertTrue(predictions.score(Metric.rocAuc()) > 0.98);
  }

  @Test
  void foldsInTimeLeaveOutTheFirstRows() {
    CrossValidation later = CrossValidation.timeSeriesSplit(4);
    Dataset diabetes = Datasets.diabetes(); // 442 rows: four folds of 88, and 90 before them
    Perceptron start = Perceptron.zeros(10, Activation.identity());
    OutOfFoldPredictions predictions = later.predict(LEAST_SQUARES, start, diabetes);
    assertEquals(352, predictions.rows());
    assertEquals(90, predictions.firstRow());
    assertEquals(0, predictions.fold(0));
    assertEquals(3, predictions.fold(351));
    assertEquals(diabetes.target(90), predictions.scores().target(0));
    Split last = later.folds(diabetes).split(3);
    Standardizer scaler = Standardizer.fit(last.train());
    Perceptron model = LEAST_SQUARES.fit(start, scaler.apply(last.train())).model();
    assertEquals(model.predict(scaler.apply(last.test()).row(87)), predictions.predict(351));
  }

  @Test
  void leastSquaresWithoutEachRowGivesItsClosedForm() {
    // Without row i, the mean of the others: one feature that is 0, and a bias.
    double[] y = {1, 2, 4, 9};
    OutOfFoldPredictions predictions =
        CrossValidation.leaveOneOut()
            .predict(
                LEAST_SQUARES.withLearningRate(LearningRate.constant(1)),
                Perceptron.zeros(1, Activation.identity()),
                Dataset.of(new double[4][1], y));
    for (int i = 0; i < 4; i++) {
      // A step of length 1 leads to the mean at once, but for rounding.
      assertEquals((16 - y[i]) / 3, predictions.predict(i), 1e-14);
    }
  }

  @Test
  void aFoldMayStopEarlyByRowsOfItsOwn() {
    Trainer patient = TRAINER.withEarlyStopping(EarlyStopping.onValidationLoss(2)).withEpochs(30);
    OutOfFoldPredictions predictions =
        FIVE.withEarlyStoppingShare(0.2).predict(patient, SOFTMAX, IRIS);
    assertTrue(predictions.score(Metric.accuracy()) > 0.8);
  }

  @Test
  void rowsCountByTheirWeights() {
    double[] weights = IntStream.range(0, 150).mapToDouble(i -> i % 3).toArray();
    OutOfFoldPredictions predictions = FIVE.predict(TRAINER, SOFTMAX, IRIS.withWeights(weights));
    double right = 0;
    for (int i = 0; i < 150; i++) {
      assertEquals(weights[i], predictions.scores().weight(i));
      right += predictions.classify(i) == IRIS.target(i) ? weights[i] : 0;
    }
    assertEquals(right / 150, predictions.score(Metric.accuracy()), 1e-14); // one rounding
  }

  @Test
  void classesKeepTheirNames() {
    assertTrue(
        ConfusionMatrix.of(FIVE.predict(TRAINER, SOFTMAX, IRIS).scores())
            .toString()
            .contains("versicolor"));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 16})
  void anyNumberOfThreadsGivesTheSameBits(int threads) {
    Network start = Network.of(4, Output.softmax(3)).withHidden(5, Activation.tanh()).random(1);
    OutOfFoldPredictions one = FIVE.withThreads(1).predict(TRAINER, start, IRIS);
    OutOfFoldPredictions many = FIVE.withThreads(threads).predict(TRAINER, start, IRIS);
    for (int row = 0; row < 150; row++) {
      assertArrayEquals(one.netInputs(row), many.netInputs(row));
    }
  }

  @Test
  void itSaysWhatItIs() {
    assertEquals("OutOfFoldPredictions(150 rows)", FIVE.predict(TRAINER, SOFTMAX, IRIS).toString());
  }
}
