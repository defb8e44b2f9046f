package io.github.gradusml.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.pipeline.Preparation;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GridSearchTest {
  private static final Dataset CANCER = Datasets.breastCancer();
  private static final Perceptron START = Perceptron.zeros(30, Activation.sigmoid());
  private static final CrossValidation THREE_FOLDS = CrossValidation.stratified(3).withSeed(42);
  private static final Trainer TRAINER =
      Trainer.minimizing(Loss.crossEntropy())
          .withLearningRate(LearningRate.constant(0.1))
          .withEpochs(2);
  private static final GridSearch SEARCH = GridSearch.of(TRAINER, THREE_FOLDS, Metric.logLoss());
  private static final GridSearch OVER_ALPHA =
      SEARCH.with("alpha", Values.logarithmic(1e-3, 10, 5), GridSearchTest::penalize);

  private static Trainer penalize(Trainer trainer, double alpha) {
    return trainer.withRegularizer(Regularizer.l2(alpha));
  }

  private static Trainer setRate(Trainer trainer, double eta) {
    return trainer.withLearningRate(LearningRate.constant(eta));
  }

  private static List<Object> values(SearchResult<?> result, String setting) {
    return result.cells().stream().map(cell -> cell.settings().get(setting)).toList();
  }

  private static List<CrossValidationResult> scores(SearchResult<?> result) {
    return result.cells().stream().map(SearchCell::scores).toList();
  }

  @Test
  void everyCombinationIsTriedAndTheLastSettingChangesFastest() {
    SearchResult<Perceptron> result =
        SEARCH
            .with("alpha", Values.of(0.01, 0.1), GridSearchTest::penalize)
            .with("epochs", Values.of(1, 2, 3), Trainer::withEpochs)
            .run(START, CANCER);
    assertEquals(List.of(0.01, 0.01, 0.01, 0.1, 0.1, 0.1), values(result, "alpha"));
    assertEquals(List.of(1, 2, 3, 1, 2, 3), values(result, "epochs"));
  }

  @Test
  void aCellHasTheScoresOfItsTrainerUnderCrossValidation() {
    SearchResult<Perceptron> result = OVER_ALPHA.run(START, CANCER);
    for (SearchCell cell : result.cells()) {
      Trainer byHand = penalize(TRAINER, cell.number("alpha"));
      assertEquals(THREE_FOLDS.score(byHand, START, CANCER, Metric.logLoss()), cell.scores());
    }
  }

  @Test
  void settingsOfAnyKindCanBeTried() {
    UpdateStrategy all = UpdateStrategy.batch();
    UpdateStrategy some = UpdateStrategy.miniBatch(16);
    SearchResult<Perceptron> result =
        SEARCH.with("updates", Values.of(all, some), Trainer::withUpdates).run(START, CANCER);
    assertEquals(List.of(all, some), values(result, "updates"));
    assertEquals(all, result.cells().get(0).trainer().updates());
  }

  @Test
  void twoSettingsCanBeAppliedTogether() {
    SearchResult<Perceptron> result =
        SEARCH
            .with(
                "alpha",
                Values.of(0.01, 0.1),
                "share of L1",
                Values.of(0.0, 1.0),
                (t, alpha, l1Ratio) -> t.withRegularizer(Regularizer.elasticNet(alpha, l1Ratio)))
            .run(START, CANCER);
    assertEquals(Map.of("alpha", 0.1, "share of L1", 0.0), result.cells().get(2).settings());
    assertEquals(Regularizer.elasticNet(0.1, 0), result.cells().get(2).trainer().regularizer());
  }

  /**
   * One step from w = 1 on features that are 0: w = 1 − η·α. So a metric can tell alpha from the
   * model, and be best at any.
   */
  private static SearchResult<Perceptron> refineTowards(double bestAlpha) {
    Trainer oneStep =
        Trainer.minimizing(Loss.squaredError())
            .withUpdates(UpdateStrategy.batch())
            .withLearningRate(LearningRate.constant(0.05))
            .withEpochs(1);
    Metric distance =
        Metric.of(
            "distance",
            false,
            scores -> Math.abs(Math.log((1 - scores.model().parameters()[0]) / 0.05 / bestAlpha)));
    return GridSearch.of(
            oneStep, CrossValidation.kFold(2).withPreparation(Preparation.none()), distance)
        .with("alpha", Values.logarithmic(1e-3, 10, 5), GridSearchTest::penalize)
        .withRefinements(2)
        .run(
            Perceptron.of(new double[] {1}, 0, Activation.identity()),
            Dataset.of(new double[4][1], new double[4]));
  }

  @Test
  void refinementsTryEverFinerValuesAroundTheBestAndNoneTwice() {
    SearchResult<Perceptron> result = refineTowards(0.1);
    assertEquals(
        List.of(
            List.of(1e-3, 0.01, 0.1, 1.0, 10.0),
            List.of(0.0316227766017, 0.316227766017),
            List.of(0.0562341325191, 0.177827941004)),
        List.of(round(result, 0), round(result, 1), round(result, 2)));
  }

  @Test
  void refinementsStayInTheRangeWhereTheBestIsAtItsEnd() {
    SearchResult<Perceptron> result = refineTowards(100);
    assertEquals(List.of(1.77827941004, 3.16227766017, 5.6234132519), round(result, 1));
    assertEquals(10, result.best().number("alpha"));
    assertEquals(List.of("alpha"), result.settingsAtEdge());
  }

  private static List<Object> round(SearchResult<?> result, int round) {
    return result.cells().stream()
        .filter(cell -> cell.round() == round)
        .map(cell -> cell.settings().get("alpha"))
        .toList();
  }

  @Test
  void aRefinedSearchIsAFullGridAroundACell() {
    SearchCell best = OVER_ALPHA.run(START, CANCER).cells().get(2);
    SearchResult<Perceptron> finer = OVER_ALPHA.withRangesAround(best).run(START, CANCER);
    assertEquals(List.of(0.01, 0.0316227766017, 0.1, 0.316227766017, 1.0), values(finer, "alpha"));
  }

  @Test
  void theSameSeedDrawsTheSamePoints() {
    GridSearch random = OVER_ALPHA.withRandomPoints(6, 3);
    assertEquals(
        values(random.run(START, CANCER), "alpha"), values(random.run(START, CANCER), "alpha"));
    assertNotEquals(
        values(random.run(START, CANCER), "alpha"),
        values(OVER_ALPHA.withRandomPoints(6, 4).run(START, CANCER), "alpha"));
  }

  @Test
  void aPointThatIsDrawnTwiceIsTriedOnce() {
    SearchResult<Perceptron> result =
        SEARCH
            .with("epochs", Values.of(1, 2), Trainer::withEpochs)
            .withRandomPoints(20, 1)
            .run(START, CANCER);
    assertEquals(2, result.cells().size());
  }

  @Test
  void theBestIsTrainedOnAllRowsAsItWasInTheFolds() {
    SearchResult<Perceptron> result = OVER_ALPHA.run(START, CANCER);
    Trainer best = penalize(TRAINER, result.best().number("alpha"));
    assertEquals(THREE_FOLDS.fit(best, START, CANCER).model(), result.refit().model());
  }

  static List<Arguments> refused() {
    return List.of(
        Rejected.with(
            "search must have at least one setting: with(name, values, change) adds one",
            () -> SEARCH.run(START, CANCER)),
        Rejected.with(
            "search must have at least one setting: with(name, values, change) adds one",
            () -> SEARCH.withRandomPoints(3, 1).run(START, CANCER)),
        Rejected.with(
            "settings must differ, but \"alpha\" comes twice",
            () -> OVER_ALPHA.with("alpha", Values.of(1.0), GridSearchTest::penalize)),
        Rejected.with(
            "name must not be blank",
            () -> SEARCH.with(" ", Values.of(1.0), GridSearchTest::penalize)),
        Rejected.with(
            "grid must have at most 1000000 points; withRandomPoints tries some of them",
            () ->
                OVER_ALPHA
                    .with("a", Values.linear(0, 1, 1000), (t, a) -> t)
                    .with("b", Values.linear(0, 1, 1000), (t, b) -> t)
                    .run(START, CANCER)),
        Rejected.with(
            "count must be at least 1, but was 0", () -> OVER_ALPHA.withRandomPoints(0, 1)),
        Rejected.with(
            "count must be at most 1000000, but was 2000000000",
            () -> OVER_ALPHA.withRandomPoints(2_000_000_000, 1)),
        Rejected.with(
            "rounds must be at least 0, but was -1", () -> OVER_ALPHA.withRefinements(-1)),
        Rejected.with("threads must be at least 1, but was 0", () -> OVER_ALPHA.withThreads(0)),
        Rejected.with(
            "cell must have the settings [epochs], but has [alpha]",
            () ->
                SEARCH
                    .with("epochs", Values.of(1), Trainer::withEpochs)
                    .withRangesAround(OVER_ALPHA.run(START, CANCER).best())));
  }

  @Test
  void aCellIsNeededToSearchAround() {
    assertEquals(
        "cell must not be null",
        assertThrows(NullPointerException.class, () -> OVER_ALPHA.withRangesAround(null))
            .getMessage());
  }

  @ParameterizedTest
  @MethodSource("refused")
  void searchesThatMakeNoSenseAreRefused(String message, Executable call) {
    assertEquals(message, Rejected.message(call));
  }
}
