package io.github.gradusml.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Split;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.tuning.CrossValidation;
import io.github.gradusml.tuning.GridSearch;
import io.github.gradusml.tuning.SearchResult;
import io.github.gradusml.tuning.Values;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the chapter on hyperparameters shows, runs. */
class HyperparameterSnippetsTest {
  private static final Split SPLIT = Split.stratified(Datasets.breastCancer(), 0.8, 42);
  private static final Perceptron START = Perceptron.zeros(30, Activation.sigmoid());
  private static final Trainer TRAINER =
      Trainer.minimizing(Loss.crossEntropy())
          .withLearningRate(LearningRate.constant(0.1))
          .withEpochs(10);

  @Test
  void crossValidationGivesAMeanAndItsError() {
    double[] scores = HyperparameterSnippets.crossValidation(TRAINER, START, SPLIT.train());
    assertTrue(scores[0] > 0.05 && scores[0] < 0.15, "log loss " + scores[0]);
    assertTrue(scores[1] > 0 && scores[1] < 0.05, "standard error " + scores[1]);
  }

  @Test
  void groupsAndTheFutureAreHeldOut() {
    int[] patients = IntStream.range(0, SPLIT.train().rows()).map(row -> row / 3).toArray();
    double[] scores =
        HyperparameterSnippets.othersAndLater(TRAINER, START, SPLIT.train(), patients);
    assertTrue(scores[0] > 0.9 && scores[1] > 0.9, "here neither differs from folds by chance");
  }

  @Test
  void everyRowIsPredictedByAModelThatDidNotSeeIt() {
    double[] found = HyperparameterSnippets.everyRow(TRAINER.withEpochs(100), Datasets.iris());
    assertEquals(141.0 / 150, found[0]); // as the page shows
    assertTrue(found[1] < found[2], "row 70 is taken for another kind");
  }

  @Test
  void theMatrixOfThePageIsThatOfTheProgram() throws IOException {
    String page = Files.readString(Path.of("docs/hyperparameters.md"));
    assertTrue(page.contains(HyperparameterSnippets.matrix()));
  }

  @Test
  void aMetricOfAllRowsIsAsThePageHasIt() {
    Dataset cancer = Datasets.breastCancer();
    Trainer trainer = TRAINER.withEpochs(100);
    CrossValidation five = CrossValidation.stratified(5).withSeed(42);
    // To the digits that are shown.
    assertEquals(0.9951, five.predict(trainer, START, cancer).score(Metric.rocAuc()), 5e-5);
    assertEquals(0.9965, five.score(trainer, START, cancer, Metric.rocAuc()).mean(), 5e-5);
    Trainer ofNumbers = Trainer.minimizing(Loss.squaredError());
    Perceptron start = Perceptron.zeros(10, Activation.identity());
    CrossValidation hundred = CrossValidation.kFold(100).withSeed(42);
    Dataset diabetes = Datasets.diabetes();
    assertEquals(0.49, hundred.predict(ofNumbers, start, diabetes).score(Metric.r2()), 5e-3);
    assertEquals(-0.16, hundred.score(ofNumbers, start, diabetes, Metric.r2()).mean(), 5e-3);
  }

  @Test
  void aCutThatFindsMostRowsOfAClassHasThatRecall() {
    Standardizer scaler = Standardizer.fit(SPLIT.train());
    Dataset test = scaler.apply(SPLIT.test());
    Perceptron model = TRAINER.fit(START, scaler.apply(SPLIT.train())).model();
    double[] cut = HyperparameterSnippets.cut(model, test);
    assertTrue(cut[0] > 0.9, "Matthews' correlation " + cut[0]);
    double found = 0;
    double falseAlarms = 0;
    for (int i = 0; i < test.rows(); i++) {
      boolean taken = model.netInput(test.row(i)) >= cut[1];
      found += taken && test.target(i) == 1 ? 1 : 0;
      falseAlarms += taken && test.target(i) == 0 ? 1 : 0;
    }
    assertTrue(found / test.targetCounts().get(1.0) >= 0.95);
    assertEquals(falseAlarms / test.targetCounts().get(0.0), cut[2]);
  }

  @Test
  void theSimplestCellIsScoredOnTheRowsKeptApart() {
    SearchResult<Perceptron> result =
        GridSearch.of(TRAINER, CrossValidation.stratified(5), Metric.logLoss())
            .with(
                "alpha",
                Values.of(0.001, 0.002).withSimplestLast(),
                (t, alpha) -> t.withRegularizer(Regularizer.l2(alpha)))
            .run(START, SPLIT.train());
    // Both cells are as good; the larger alpha is the simpler.
    double expected = result.refit(result.cells().get(1)).score(Metric.logLoss(), SPLIT.test());
    assertEquals(expected, HyperparameterSnippets.chosen(result, SPLIT.test()));
  }
}
