package io.github.gradusml.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the checks of a penalty say, one training each. */
class PenaltyChecksTest {
  private static final Dataset LINE = new DescentRows(new Random(1), 200, 3, 0).numbers(0.3);
  private static final Perceptron START = Perceptron.zeros(3, Activation.identity());
  private static final Trainer TRAINER =
      Trainer.minimizing(Loss.squaredError())
          .withUpdates(UpdateStrategy.batch())
          .withLearningRate(LearningRate.constant(0.05))
          .withEpochs(200);

  private static Diagnosis with(Regularizer penalty) {
    return Patient.of(TRAINER.withRegularizer(penalty), START, LINE).diagnose();
  }

  private static List<Regularizer> strong() {
    return List.of(
        Regularizer.l1(3),
        Regularizer.l1Cumulative(3),
        Regularizer.l2(20),
        Regularizer.elasticNet(10, 0.5),
        Regularizer.decoupled(20));
  }

  @ParameterizedTest
  @MethodSource("strong")
  void aPenaltyThatHoldsTheWeightsAtZeroIsTooStrong(Regularizer penalty) {
    String cure = with(penalty).finding("PENALTY_TOO_STRONG").orElseThrow().cure();
    assertTrue(cure.startsWith("Take withRegularizer(Regularizer."), cure);
    assertFalse(cure.contains("none"), cure);
  }

  @Test
  void theLossesAreToldBesideThatOfTheBestConstant() {
    String evidence =
        with(Regularizer.l2(20)).finding("PENALTY_TOO_STRONG").orElseThrow().evidence();
    assertTrue(
        evidence.matches(
            "L2\\(alpha 20\\.0\\) holds the weights so near 0 that the loss is \\S+, where the best"
                + " constant has \\S+; without it the same training comes to \\S+\\."),
        evidence);
  }

  @Test
  void aPenaltyOfItsOwnOnABlockIsCuredThere() {
    Trainer byBlock = TRAINER.withRegularizer(Perceptron.WEIGHTS, Regularizer.l2(20));
    String cure =
        Patient.of(byBlock, START, LINE)
            .diagnose()
            .finding("PENALTY_TOO_STRONG")
            .orElseThrow()
            .cure();
    assertTrue(cure.startsWith("Take withRegularizer(\"weights\", Regularizer.l2("), cure);
  }

  @Test
  void aGentlePenaltyIsNeitherTooStrongNorWithoutEffect() {
    Diagnosis diagnosis = with(Regularizer.l2(0.05));
    assertEquals("clear", diagnosis.verdict("PENALTY_TOO_STRONG").toString());
    assertEquals("clear", diagnosis.verdict("PENALTY_WITHOUT_EFFECT").toString());
  }

  @Test
  void targetsThatNothingExplainsAreNotBlamedOnThePenalty() {
    double[] y = new Random(2).doubles(200).toArray();
    Trainer trainer = TRAINER.withRegularizer(Regularizer.l2(20));
    Diagnosis diagnosis = Patient.of(trainer, START, LINE.withTargets(y)).diagnose();
    assertEquals("clear", diagnosis.verdict("PENALTY_TOO_STRONG").toString());
  }

  private static List<Regularizer> weak() {
    return List.of(
        Regularizer.l1(1e-7),
        Regularizer.l2(1e-7),
        Regularizer.elasticNet(1e-7, 0.5),
        Regularizer.decoupled(1e-7),
        Regularizer.l1Subgradient(1e-7),
        Regularizer.l2(1e-300));
  }

  @ParameterizedTest
  @MethodSource("weak")
  void aPenaltyThatChangesNoDigitIsWithoutEffect(Regularizer penalty) {
    String cure = with(penalty).finding("PENALTY_WITHOUT_EFFECT").orElseThrow().cure();
    assertTrue(cure.endsWith("withRegularizer(Regularizer.none())."), cure);
  }

  @Test
  void aStrongerOneIsNamedInProportion() {
    String cure = with(Regularizer.l2(1e-7)).finding("PENALTY_WITHOUT_EFFECT").orElseThrow().cure();
    assertTrue(
        cure.matches(
            "Take withRegularizer\\(Regularizer\\.l2\\(0\\.0\\d+\\)\\), or leave it out:"
                + " withRegularizer\\(Regularizer\\.none\\(\\)\\)\\."),
        cure);
  }

  /** Pulls every weight to 0 by its cube. */
  private record Cubic(double alpha) implements Regularizer {
    @Override
    public double value(double[] theta, int from, int to) {
      double sum = 0;
      for (int j = from; j < to; j++) {
        sum += alpha * theta[j] * theta[j] * theta[j] * theta[j] / 4;
      }
      return sum;
    }

    @Override
    public void addGradient(double[] theta, double[] gradient, int from, int to) {
      for (int j = from; j < to; j++) {
        gradient[j] += alpha * theta[j] * theta[j] * theta[j];
      }
    }
  }

  @Test
  void aPenaltyOfTheUsersOwnCanOnlyBeLeftOut() {
    String none = "Take withRegularizer(Regularizer.none()).";
    assertEquals(none, with(new Cubic(1000)).finding("PENALTY_TOO_STRONG").orElseThrow().cure());
    assertEquals(
        none, with(new Cubic(1e-9)).finding("PENALTY_WITHOUT_EFFECT").orElseThrow().cure());
  }

  @Test
  void withoutAPenaltyThereIsNothingToAsk() {
    for (Regularizer none : List.of(Regularizer.none(), Regularizer.l2(0), Regularizer.l1(0))) {
      Diagnosis diagnosis = with(none);
      assertEquals("there is no penalty", diagnosis.notApplicable().get("PENALTY_TOO_STRONG"));
      assertEquals("there is no penalty", diagnosis.notApplicable().get("PENALTY_WITHOUT_EFFECT"));
    }
  }

  @Test
  void fewRowsAreLearnedByHeartAndSayNothing() {
    Trainer trainer = TRAINER.withRegularizer(Regularizer.l2(20));
    Diagnosis few = Patient.of(trainer, START, LINE.select(0, 1, 2, 3)).diagnose();
    assertEquals(
        "without validation rows it takes more rows than parameters to tell learning from learning"
            + " by heart",
        few.notApplicable().get("PENALTY_TOO_STRONG"));
  }
}
