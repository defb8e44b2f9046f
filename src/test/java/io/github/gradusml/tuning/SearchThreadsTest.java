package io.github.gradusml.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.pipeline.Pipeline;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.EarlyStopping;
import io.github.gradusml.training.HistoryDetail;
import io.github.gradusml.training.StopReason;
import io.github.gradusml.training.Trainer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A search gives the same result, to the last bit, however many threads share its trainings. */
class SearchThreadsTest {
  private static final Dataset CANCER = Datasets.breastCancer();
  private static final Perceptron START = Perceptron.zeros(30, Activation.sigmoid());
  private static final Trainer TRAINER =
      Trainer.minimizing(Loss.crossEntropy())
          .withLearningRate(LearningRate.constant(0.1))
          .withEpochs(1)
          .withHistory(HistoryDetail.FINAL);
  private static final GridSearch TWO_HUNDRED =
      search(TRAINER, CrossValidation.stratified(5).withSeed(42), 20, 10);
  private static final List<CrossValidationResult> ONE_THREAD =
      scores(TWO_HUNDRED.withThreads(1).run(START, CANCER));

  private static GridSearch search(
      Trainer trainer, CrossValidation validation, int alphas, int rates) {
    return GridSearch.of(trainer, validation, Metric.logLoss())
        .with(
            "alpha",
            Values.logarithmic(1e-5, 1, alphas),
            (t, alpha) -> t.withRegularizer(Regularizer.l2(alpha)))
        .with(
            "learning rate",
            Values.logarithmic(1e-3, 0.3, rates),
            (t, eta) -> t.withLearningRate(LearningRate.constant(eta)));
  }

  private static List<CrossValidationResult> scores(SearchResult<?> result) {
    return result.cells().stream().map(SearchCell::scores).toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 7})
  void twoHundredSettingsByFiveFoldsHaveTheSameBits(int threads) {
    assertEquals(200, ONE_THREAD.size());
    assertEquals(ONE_THREAD, scores(TWO_HUNDRED.withThreads(threads).run(START, CANCER)));
  }

  @Test
  void refinementsHaveTheSameBits() {
    GridSearch search =
        search(TRAINER, CrossValidation.stratified(3), 3, 3).withRefinements(2).withThreads(1);
    SearchResult<Perceptron> one = search.run(START, CANCER);
    SearchResult<Perceptron> two = search.withThreads(2).run(START, CANCER);
    assertEquals(scores(one), scores(two));
    assertEquals(
        one.cells().stream().map(SearchCell::settings).toList(),
        two.cells().stream().map(SearchCell::settings).toList());
    assertEquals(one.refit().model(), two.refit().model());
  }

  @Test
  void pointsAtRandomHaveTheSameBits() {
    GridSearch search =
        search(TRAINER, CrossValidation.kFold(3), 3, 3).withRandomPoints(12, 7).withThreads(1);
    assertEquals(
        scores(search.run(START, CANCER)), scores(search.withThreads(2).run(START, CANCER)));
  }

  @Test
  void trainingsThatStopEarlyHaveTheSameBits() {
    Trainer patient =
        TRAINER
            .withHistory(HistoryDetail.EPOCH)
            .withEarlyStopping(EarlyStopping.onValidationLoss(1))
            .withEpochs(60);
    CrossValidation withRowsToStopBy = CrossValidation.stratified(3).withEarlyStoppingShare(0.2);
    GridSearch search = search(patient, withRowsToStopBy, 2, 3).withThreads(1);
    SearchResult<Perceptron> one = search.run(START, CANCER);
    assertEquals(scores(one), scores(search.withThreads(2).run(START, CANCER)));
    // The largest rate is past its best long before the last epoch.
    Pipeline<Perceptron> last = one.refit(one.cells().get(2));
    assertEquals(StopReason.STOPPED_EARLY, last.training().orElseThrow().stopReason());
    assertTrue(last.training().orElseThrow().epochs() < 60);
  }
}
