package io.github.gradusml.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.data.TargetStandardizer;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.TrainingResult;
import io.github.gradusml.update.UpdateStrategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The code of the pages on rate, length and penalty runs, and their numbers are right. */
class DescentCheckSnippetsTest {
  private static final Dataset TRAIN = train();
  private static final Perceptron START = Perceptron.zeros(10, Activation.identity());
  private static final Trainer TRAINER =
      Trainer.minimizing(Loss.squaredError())
          .withUpdates(UpdateStrategy.batch())
          .withLearningRate(LearningRate.constant(0.3))
          .withEpochs(20)
          .withoutLog();

  private static Dataset train() {
    Dataset raw = Datasets.diabetes();
    Dataset standardized = Standardizer.fit(raw).apply(raw);
    return TargetStandardizer.fit(standardized).apply(standardized);
  }

  @Test
  void halfTheLimitIsInsideIt() {
    Trainer steadier = DescentCheckSnippets.nearLimit(TRAINER, START, TRAIN);
    double limit = TRAINER.stability(START, TRAIN).orElseThrow().largestRate();
    assertEquals(limit / 2, steadier.learningRate().at(0, 0));
  }

  @Test
  void theFallingRateEndsNearAHundredthOfItsFirst() {
    LearningRate falling = DescentCheckSnippets.plateau(TRAINER).learningRate();
    assertEquals(0.3, falling.at(0, 0), 1e-15); // one rounding of a sum
    assertEquals(0.003, falling.at(5000, 50), 1e-15);
  }

  @Test
  void moreEpochsComeFurther() {
    TrainingResult<Perceptron> result = TRAINER.fit(START, TRAIN);
    Trainer longer = DescentCheckSnippets.notConverged(TRAINER);
    double end = result.history().last().objective();
    assertTrue(longer.fit(START, TRAIN).history().last().objective() < end);
    TrainingResult<Perceptron> further = DescentCheckSnippets.resumed(TRAINER, result, TRAIN);
    assertEquals(40, further.epochs());
  }

  @Test
  void theSearchFindsAPenaltyOfThoseItTries() {
    assertEquals(Regularizer.l2(0.1), DescentCheckSnippets.penaltyTooStrong(TRAINER).regularizer());
    assertEquals(6, DescentCheckSnippets.strength(TRAINER, START, TRAIN).cells().size());
    Trainer[] trainers = DescentCheckSnippets.penaltyWithoutEffect(TRAINER);
    assertEquals(Regularizer.l2(0.03), trainers[0].regularizer());
    assertEquals(Regularizer.none(), trainers[1].regularizer());
  }

  @ParameterizedTest(name = "{0} of the limit")
  @CsvSource({
    "0.5, 0, 5e-4",
    "0.75, 0.001, 5e-4",
    "0.9, 0.107, 5e-4",
    "0.98, 0.665, 5e-4",
    "1.02, 1.48, 5e-3"
  })
  void tenStepsAlongTheSteepestDirectionLeaveWhatThePageSays(
      double share, double left, double rounding) {
    double distance = 1;
    for (int step = 0; step < 10; step++) {
      distance -= share * 2 * distance; // η·λ of a curvature of 1, whose limit is 2
    }
    assertEquals(left, Math.abs(distance), rounding);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"0.01, 1.005", "0.1, 1.053", "0.5, 1.333", "1, 2"})
  void aRateKeepsTheErrorAsFarUpAsThePageSays(double eta, double expected) {
    double variance = 0;
    for (int update = 0; update < 10_000; update++) {
      variance = (1 - eta) * (1 - eta) * variance + eta * eta;
    }
    assertEquals(expected, 1 + variance, 5e-4); // three digits stand on the page
  }

  @ParameterizedTest(name = "{0} epochs")
  @CsvSource({"10, 67", "20, 45", "50, 13", "100, 1.8"})
  void aFlatDirectionIsAsSlowAsThePageSays(int epochs, double percent) {
    double left = 100;
    for (int e = 0; e < epochs; e++) {
      left *= 0.98 * 0.98;
    }
    assertEquals(percent, left, percent < 10 ? 0.05 : 0.5); // the digits of the page
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"0.01, 0.99, 100", "0.1, 0.91, 99", "1, 0.5, 75", "10, 0.09, 17", "100, 0.01, 2"})
  void aPenaltyLeavesWhatThePageSays(double alpha, double weight, double percent) {
    double[][] x = {{1}, {-1}};
    Dataset line = Dataset.of(x, new double[] {1, -1});
    Trainer trainer =
        TRAINER
            .withRegularizer(Regularizer.l2(alpha))
            .withLearningRate(LearningRate.constant(1 / (1 + alpha)));
    double w = trainer.fit(Perceptron.zeros(1, Activation.identity()), line).model().weight(0);
    assertEquals(weight, w, 0.005); // two digits stand on the page
    assertEquals(percent, 100 * (1 - (1 - w) * (1 - w)), 0.5);
  }
}
