package io.github.gradusml.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** What is asked for wrongly is refused by name. */
class ExplainedStepErrorsTest {
  private static final Trainer TRAINER =
      Trainer.minimizing(Loss.squaredError())
          .withUpdates(UpdateStrategy.batch())
          .withLearningRate(LearningRate.constant(0.1))
          .withEpochs(5);
  private static final Perceptron LINE = Perceptron.zeros(1, Activation.identity());
  private static final Dataset ROWS = Dataset.of(new double[][] {{1}, {2}}, new double[] {1, 5});

  @Test
  void anUpdateThatTheTrainingDoesNotHaveIsRefused() {
    String end = ", as many as the training has, but was ";
    assertEquals(
        "update must be from 1 to 5" + end + "6; withEpochs gives it more",
        Rejected.message(() -> ExplainedStep.ofUpdate(TRAINER, LINE, ROWS, 6)));
    assertEquals(
        "update must be from 1 to 5" + end + "0; withEpochs gives it more",
        Rejected.message(() -> ExplainedStep.ofUpdate(TRAINER, LINE, ROWS, 0)));
  }

  @Test
  void anUpdateAfterTheTrainingDivergedIsRefused() {
    Trainer tooFast = TRAINER.withLearningRate(LearningRate.constant(1e200)).withoutLog();
    String message = Rejected.message(() -> ExplainedStep.ofUpdate(tooFast, LINE, ROWS, 5));
    assertTrue(
        message.matches(
            "update must be at most [1-4], where the training diverged, but was"
                + " 5; take a smaller learning rate, or an earlier update"),
        message);
  }

  @Test
  void whatATrainingRefusesIsRefused() {
    assertEquals(
        "data must have 1 features, as the model has, but has 2",
        Rejected.message(
            () ->
                ExplainedStep.of(
                    TRAINER, LINE, Dataset.of(new double[][] {{1, 2}}, new double[] {1}))));
    assertThrows(
        IllegalArgumentException.class,
        () -> ExplainedStep.of(Trainer.minimizing(Loss.hinge()), LINE, ROWS));
    for (String missing : List.of("trainer", "model", "data")) {
      NullPointerException refused =
          assertThrows(
              NullPointerException.class,
              () ->
                  ExplainedStep.ofUpdate(
                      missing.equals("trainer") ? null : TRAINER,
                      missing.equals("model") ? null : LINE,
                      missing.equals("data") ? null : ROWS,
                      1));
      assertEquals(missing + " must not be null", refused.getMessage());
    }
  }

  @Test
  void aLayerThatIsNotThereIsRefused() {
    ExplainedRow row = ExplainedStep.of(TRAINER, LINE, ROWS).rows().get(0);
    assertEquals(
        "layer must be from 1 to 1, but was 0",
        assertThrows(IndexOutOfBoundsException.class, () -> row.units(0)).getMessage());
    assertEquals(
        "layer must be from 1 to 1, but was 2",
        assertThrows(IndexOutOfBoundsException.class, () -> row.units(2)).getMessage());
  }

  @Test
  void followingALongTrainingCanBeInterrupted() {
    Trainer longer = TRAINER.withEpochs(1_000_000_000);
    Thread.currentThread().interrupt();
    CancellationException left =
        assertThrows(
            CancellationException.class,
            () -> ExplainedStep.ofUpdate(longer, LINE, ROWS, 999_999_999));
    assertTrue(Thread.interrupted(), "the interrupt stays set");
    assertEquals("following a training was interrupted after 0 updates", left.getMessage());
  }

  @Test
  void oneClassAloneAndAConstantColumnHaveAStepToo() {
    Trainer trainer = Trainer.minimizing(Loss.crossEntropy());
    Dataset constant = Dataset.of(new double[][] {{0}, {0}}, new double[] {1, 1});
    ExplainedStep step =
        ExplainedStep.of(trainer, Perceptron.zeros(1, Activation.sigmoid()), constant);
    assertEquals(-0.5, step.rows().get(0).delta()[0]);
    assertEquals(0, step.after()[0]);
    assertEquals(0.005, step.after()[1]);
  }

  @Test
  void numbersThatOverflowAreShownAsTheyAre() {
    Dataset huge = Dataset.of(new double[][] {{1e200}}, new double[] {-1e200});
    ExplainedStep step =
        ExplainedStep.of(TRAINER, Perceptron.of(new double[] {1e200}, 0, LINE.activation()), huge);
    assertEquals(Double.NEGATIVE_INFINITY, step.after()[0]);
    assertEquals(Double.POSITIVE_INFINITY, step.objectiveBefore().meanLoss());
    assertTrue(step.toText().contains("infinity"), step.toText());
    assertTrue(step.toMarkdown().contains("∞"), step.toMarkdown());
  }
}
