package io.github.gradusml.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.EarlyStopping;
import io.github.gradusml.training.Finding;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.TrainingResult;
import io.github.gradusml.update.UpdateStrategy;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Models that know too much of their rows, too little, or nothing. */
class FitOfModelTest {
  private static final Trainer TRAINER =
      Trainer.minimizing(Loss.squaredError())
          .withUpdates(UpdateStrategy.batch())
          .withEpochs(300)
          .withLearningRate(LearningRate.constant(0.1));

  /** A target of the first of some columns and much noise. */
  private static Dataset noisy(int rows, int columns, long seed) {
    Random random = new Random(seed);
    double[][] x = RandomRows.standard(random, rows, columns);
    return RandomRows.numbers(x, row -> row[0] + random.nextGaussian());
  }

  /** A parabola. */
  private static Dataset bent(int rows, long seed) {
    Random random = new Random(seed);
    double[][] x = RandomRows.standard(random, rows, 1);
    return RandomRows.numbers(x, row -> row[0] * row[0] + 0.1 * random.nextGaussian());
  }

  private static Patient patient(Trainer trainer, Dataset train, Dataset validation) {
    Perceptron start = Perceptron.zeros(train.features(), Activation.identity());
    return Patient.of(trainer, start, train, validation);
  }

  @Test
  void asManyColumnsAsRowsAreLearnedByHeart() {
    Patient patient = patient(TRAINER.withEpochs(1000), noisy(30, 30, 1), noisy(300, 30, 2));
    Finding finding = patient.diagnose().finding("OVERFITTING").orElseThrow();
    assertTrue(
        finding
            .evidence()
            .matches(
                "the loss is \\S+ on the rows trained on and \\S+ on the validation rows, \\S+"
                    + " standard errors more; the validation loss was lowest, \\S+, after epoch"
                    + " \\d+, and has risen since\\."),
        finding.evidence());
    assertTrue(
        finding
            .cure()
            .matches(
                "Keep the weights that were best on the validation rows:"
                    + " withEarlyStopping\\(EarlyStopping\\.onValidationLoss\\(\\d+\\)\\)\\."),
        finding.cure());
  }

  @Test
  void afterEarlyStoppingTheWeightsThatWereKeptAreJudged() {
    Trainer stopping = TRAINER.withEarlyStopping(EarlyStopping.onValidationLoss(10));
    Patient patient = patient(stopping, noisy(30, 30, 1), noisy(300, 30, 2));
    assertEquals("clear", patient.diagnose().verdict("OVERFITTING").toString());
  }

  @Test
  void whereNoValidationLossWasRecordedTheGapAloneIsJudged() {
    Dataset train = noisy(30, 30, 1);
    Perceptron start = Perceptron.zeros(30, Activation.identity());
    Trainer longer = TRAINER.withEpochs(1000);
    TrainingResult<Perceptron> result = longer.fit(start, train);
    Finding finding =
        Diagnosis.of(longer, result, train, noisy(300, 30, 2)).finding("OVERFITTING").orElseThrow();
    assertEquals(
        "Keep the weights that were best on the validation rows:"
            + " withEarlyStopping(EarlyStopping.onValidationLoss(5)), with fit(start, train,"
            + " validation).",
        finding.cure());
  }

  @Test
  void fewColumnsAndManyRowsAreNotLearnedByHeart() {
    Patient patient = patient(TRAINER, noisy(300, 3, 1), noisy(300, 3, 2));
    assertEquals("clear", patient.diagnose().verdict("OVERFITTING").toString());
  }

  @Test
  void withoutValidationRowsNothingIsSaidOfThem() {
    Diagnosis diagnosis = patient(TRAINER, noisy(300, 3, 1), null).diagnose();
    for (String code : new String[] {"OVERFITTING", "UNDERFITTING", "NOISY_VALIDATION"}) {
      assertEquals(
          Optional.of("no validation rows were given"), diagnosis.verdict(code).reason(), code);
    }
  }

  @Test
  void aLineIsTooSimpleForAParabola() {
    Finding finding =
        patient(TRAINER, bent(200, 1), bent(200, 2))
            .diagnose()
            .finding("UNDERFITTING")
            .orElseThrow();
    assertTrue(
        finding
            .evidence()
            .matches(
                "the loss is \\S+ on the rows trained on and \\S+ on the validation rows, and \\S+"
                    + " without any features; a model with a hidden layer of 16 units, tried on"
                    + " some rows, came to \\S+ on the validation rows\\."),
        finding.evidence());
    assertEquals(
        "Take a hidden layer: Network.of(1, start.output()).withHidden(16,"
            + " Activation.tanh()).random(1), trained with"
            + " withUpdates(UpdateStrategy.miniBatch(16)), withOptimizer(Optimizer.adam()),"
            + " withLearningRate(LearningRate.constant(0.02)), withEpochs(100) and"
            + " withRegularizer(Regularizer.none()).",
        finding.cure());
  }

  /** A model that would do with another training is not too simple. */
  @Test
  void aLineThatWasNotLearnedYetIsNotTooSimple() {
    Trainer slow = TRAINER.withLearningRate(LearningRate.constant(1e-5));
    Patient patient = patient(slow, noisy(200, 1, 1), noisy(200, 1, 2));
    assertEquals("clear", patient.diagnose().verdict("UNDERFITTING").toString());
  }

  @Test
  void tooManyColumnsAreNotTried() {
    Patient patient = patient(TRAINER.withEpochs(1), noisy(100, 65, 1), noisy(100, 65, 2));
    assertEquals(
        "not applicable: there are too many columns to try a richer model",
        patient.diagnose().verdict("UNDERFITTING").toString());
  }

  @Test
  void aRateThatIsFarTooSmallLeavesAGuess() {
    Trainer slow =
        TRAINER.withLearningRate(LearningRate.constant(1e-6)).withOptimizer(Optimizer.momentum(0));
    Finding finding =
        patient(slow, noisy(200, 2, 1), null)
            .diagnose()
            .finding("NO_BETTER_THAN_GUESSING")
            .orElseThrow();
    assertTrue(
        finding
            .evidence()
            .matches(
                "the loss on the rows trained on is \\S+, and \\S+ if the same number is predicted"
                    + " for every row: the model is no better than a guess without features\\."),
        finding.evidence());
    assertTrue(
        finding
            .cure()
            .matches(
                "Tried on some rows, this helps:"
                    + " withLearningRate\\(LearningRate\\.constant\\(\\S+\\)\\)\\."),
        finding.cure());
  }

  @Test
  void aPenaltyThatLeavesNoWeightLeavesAGuess() {
    Trainer penalized = TRAINER.withRegularizer(Regularizer.l1(20));
    assertEquals(
        "Tried on some rows, this helps: withRegularizer(Regularizer.none()).",
        patient(penalized, noisy(200, 2, 1), null)
            .diagnose()
            .finding("NO_BETTER_THAN_GUESSING")
            .orElseThrow()
            .cure());
  }

  @Test
  void featuresWithoutASayLeaveAGuess() {
    Random random = new Random(3);
    double[][] x = RandomRows.standard(random, 300, 2);
    Dataset chance = RandomRows.numbers(x, row -> random.nextGaussian());
    assertEquals(
        "Neither another rate nor more epochs nor less of a penalty helped when tried on some rows:"
            + " it seems that these features say nothing of the target that the model can use. Take"
            + " other features.",
        patient(TRAINER, chance, null)
            .diagnose()
            .finding("NO_BETTER_THAN_GUESSING")
            .orElseThrow()
            .cure());
  }

  /** Where a column is a million times too large, no trial says anything of the features. */
  @Test
  void featuresAreNotBlamedWhereSomethingElseIsFound() {
    Random random = new Random(3);
    double[][] x = RandomRows.standard(random, 300, 2);
    Dataset chance =
        RandomRows.numbers(
            Arrays.stream(x)
                .map(row -> new double[] {1e6 * row[0], row[1]})
                .toArray(double[][]::new),
            row -> random.nextGaussian());
    assertEquals(
        "Do first what UNSCALED_COLUMNS says, and look again.",
        patient(TRAINER.withLearningRate(LearningRate.constant(1e-14)), chance, null)
            .diagnose()
            .finding("NO_BETTER_THAN_GUESSING")
            .orElseThrow()
            .cure());
  }

  @Test
  void aModelOfOneColumnThatMattersIsBetterThanAGuess() {
    assertEquals(
        "clear",
        patient(TRAINER, noisy(200, 2, 1), null)
            .diagnose()
            .verdict("NO_BETTER_THAN_GUESSING")
            .toString());
  }

  @Test
  void whereAllTargetsAreTheSameThereIsNothingToGuess() {
    Dataset same = noisy(20, 2, 1).withTargets(new double[20]);
    assertEquals(
        "not applicable: all targets are the same",
        patient(TRAINER, same, null).diagnose().verdict("NO_BETTER_THAN_GUESSING").toString());
  }

  @Test
  void aTrainingThatDivergedIsNotJudged() {
    Trainer wild = TRAINER.withLearningRate(LearningRate.constant(50));
    Diagnosis diagnosis = patient(wild, noisy(50, 2, 1), noisy(50, 2, 2)).diagnose();
    assertEquals(
        Optional.of("the training diverged"),
        diagnosis.verdict("NO_BETTER_THAN_GUESSING").reason());
  }
}
