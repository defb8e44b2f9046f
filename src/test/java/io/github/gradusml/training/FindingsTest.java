package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a training says at its end is true, and says first what matters most. */
class FindingsTest {
  private static final double[][] SQUARE = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
  private static final Dataset DIABETES = Cases.standardized(Datasets.diabetes());
  private static final Dataset CANCER = Cases.standardized(Datasets.breastCancer());

  private static Dataset square(Loss loss, double... classes) {
    double lower = loss.separatesClasses() && loss.accepts(-1) ? -1 : 0;
    return Dataset.of(SQUARE, Arrays.stream(classes).map(y -> y == 0 ? lower : y).toArray());
  }

  private static List<String> kinds(TrainingResult<Perceptron> result) {
    return result.findings().stream().map(Finding::code).toList();
  }

  @Test
  void aRateFarTooSmallIsToldWithOneThatGetsFurther() {
    Trainer trainer =
        Trainer.minimizing(Loss.squaredError()).withLearningRate(LearningRate.constant(1e-5));
    Perceptron zeros = Perceptron.zeros(10, Activation.identity());
    TrainingResult<Perceptron> result = trainer.fit(zeros, DIABETES);
    assertTrue(Metric.r2().of(result.model(), DIABETES) < -3);
    assertEquals(List.of("RATE_TOO_SMALL"), kinds(result));
    String text = result.findings().get(0).text();
    assertTrue(text.contains("withLearningRate(LearningRate.constant(0.0100))"), text);
  }

  /** By all rows each decade of the rate makes little difference; from 1e-5 to 0.1 it is all. */
  @ParameterizedTest
  @MethodSource("slowTrainings")
  void soItIsByAllRowsAndForLossesThatAreLinearFarOut(Trainer trainer) {
    Perceptron zeros = Perceptron.zeros(10, Activation.identity());
    TrainingResult<Perceptron> result = trainer.fit(zeros, DIABETES);
    assertTrue(Metric.r2().of(result.model(), DIABETES) < -3);
    assertEquals(List.of("RATE_TOO_SMALL"), kinds(result));
  }

  static List<Trainer> slowTrainings() {
    return List.of(
        Trainer.minimizing(Loss.squaredError())
            .withUpdates(UpdateStrategy.batch())
            .withLearningRate(LearningRate.constant(1e-5)),
        Trainer.minimizing(Loss.huber(1)),
        Trainer.minimizing(Loss.logCosh()));
  }

  @Test
  void theDefaultsOnAndAreTooFewSteps() {
    TrainingResult<Perceptron> result =
        Trainer.minimizing(Loss.crossEntropy())
            .fit(
                Perceptron.zeros(2, Activation.sigmoid()), square(Loss.crossEntropy(), 0, 0, 0, 1));
    assertEquals(List.of("RATE_TOO_SMALL"), kinds(result));
  }

  @Test
  void aRateFarTooLargeForALogisticRegressionIsTold() {
    Dataset noisy = Cases.rows(Loss.crossEntropy(), 200, 5, 1);
    TrainingResult<Perceptron> result =
        Trainer.minimizing(Loss.crossEntropy())
            .withLearningRate(LearningRate.constant(100))
            .withEpochs(5)
            .fit(Perceptron.zeros(5, Activation.sigmoid()), noisy);
    assertTrue(result.history().last().objective() > Math.log(2), "that of weights 0");
    assertTrue(kinds(result).contains("WORSE_THAN_NOTHING"), kinds(result).toString());
  }

  /** By all rows five weights are 0 at this strength; in batches of 32 none is. */
  @Test
  void anL1PenaltyWithoutZerosIsTold() {
    Trainer trainer = Trainer.minimizing(Loss.squaredError()).withRegularizer(Regularizer.l1(5));
    Perceptron zeros = Perceptron.zeros(10, Activation.identity());
    TrainingResult<Perceptron> batches = trainer.fit(zeros, DIABETES);
    assertEquals(0, zeros(batches));
    assertEquals(List.of("NO_ZEROS"), kinds(batches));
    TrainingResult<Perceptron> all =
        trainer
            .withUpdates(UpdateStrategy.batch())
            .withLearningRate(LearningRate.constant(0.2))
            .fit(zeros, DIABETES);
    assertEquals(5, zeros(all));
    assertEquals(List.of(), all.findings());
  }

  @Test
  void soIsOneThatEndedTooEarly() {
    double[] ones = new double[10];
    Arrays.fill(ones, 1);
    Trainer trainer =
        Trainer.minimizing(Loss.squaredError())
            .withRegularizer(Regularizer.l1(5))
            .withUpdates(UpdateStrategy.batch())
            .withLearningRate(LearningRate.constant(0.01))
            .withEpochs(1);
    TrainingResult<Perceptron> result =
        trainer.fit(Perceptron.of(ones, 0, Activation.identity()), DIABETES);
    assertEquals(0, zeros(result));
    Optional<Finding> warning =
        result.findings().stream().filter(w -> w.code().equals("NO_ZEROS")).findFirst();
    assertTrue(warning.orElseThrow().text().contains("training ended before they got there"));
  }

  @Test
  void aPenaltyTooWeakForZerosIsNotToldToHaveNone() {
    TrainingResult<Perceptron> result =
        Trainer.minimizing(Loss.crossEntropy())
            .withRegularizer(Regularizer.elasticNet(1e-4, 0.15))
            .withLearningRate(LearningRate.constant(0.1))
            .fit(Perceptron.zeros(30, Activation.sigmoid()), CANCER);
    assertEquals(List.of(), result.findings());
  }

  private static long zeros(TrainingResult<Perceptron> result) {
    return Arrays.stream(result.model().weights()).filter(w -> w == 0).count();
  }

  @Test
  void whereAnActivationIsFlatItIsNamed() {
    TrainingResult<Perceptron> result =
        Trainer.minimizing(Loss.squaredError())
            .withEpochs(3)
            .fit(Perceptron.zeros(10, Activation.relu()), DIABETES);
    assertEquals(List.of("STOOD_STILL"), kinds(result));
    String text = result.findings().get(0).text();
    assertTrue(text.contains("relu is flat at the net inputs of all rows"), text);
  }

  @Test
  void aTrainingThatGoesWellSaysNothing() {
    Trainer trainer =
        Trainer.minimizing(Loss.crossEntropy()).withLearningRate(LearningRate.constant(0.1));
    Perceptron zeros = Perceptron.zeros(30, Activation.sigmoid());
    assertEquals(List.of(), trainer.fit(zeros, CANCER).findings());
  }

  @Test
  void withoutLogNothingIsSaidNorLookedFor() {
    Trainer trainer = Trainer.minimizing(Loss.perceptron()).withoutLog();
    Perceptron zeros = Perceptron.zeros(2, Activation.step());
    assertEquals(List.of(), trainer.fit(zeros, FindingsOfClassesTest.overlapping()).findings());
  }

  @Test
  void aTrainingOnItsWayHasNotSaidAnythingYet() {
    Training<Perceptron> training =
        Trainer.minimizing(Loss.perceptron())
            .withEpochs(2)
            .begin(Perceptron.zeros(2, Activation.step()), FindingsOfClassesTest.overlapping());
    training.epoch();
    assertEquals(List.of(), training.result().findings());
    training.epoch();
    assertEquals(1, training.result().findings().size());
  }

  /** What the user's own optimizer does when it is tried again must not cost the result. */
  @Test
  void anOptimizerThatFailsWhenItIsTriedAgainCostsNothing() {
    int[] steps = {0};
    Trainer trainer =
        Trainer.minimizing(Loss.squaredError())
            .withUpdates(UpdateStrategy.batch())
            .withOptimizer(
                (theta, gradient, eta, state, t) -> {
                  if (steps[0]++ == 3) {
                    throw new IllegalStateException("used up");
                  }
                  theta[0] += 100;
                })
            .withEpochs(3);
    TrainingResult<Perceptron> result =
        trainer.fit(Perceptron.zeros(10, Activation.identity()), DIABETES);
    assertEquals(3, result.history().epochs().size());
  }
}
