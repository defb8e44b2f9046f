package io.github.gradusml.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.training.Case;
import io.github.gradusml.training.Check;
import io.github.gradusml.training.Objective;
import io.github.gradusml.training.Severity;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.TrainingResult;
import io.github.gradusml.training.Verdict;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Checks that users add, and what becomes of those that fail. */
class OwnChecksTest {
  private static final Dataset ROWS =
      Dataset.of(new double[][] {{1}, {-1}, {2}}, new double[] {1, -1, 3});
  private static final Trainer TRAINER = Trainer.minimizing(Loss.squaredError()).withoutLog();
  private static final TrainingResult<Perceptron> RESULT =
      TRAINER.fit(Perceptron.zeros(1, Activation.identity()), ROWS);
  private static final Diagnosis DIAGNOSIS = Diagnosis.of(TRAINER, RESULT, ROWS);

  private static Check own(String code, Function<Case, Verdict> look) {
    return Check.of(code, "Title", Severity.HINT, look);
  }

  private static Case withChecks(Check... checks) {
    return Case.of(TRAINER, RESULT, ROWS, null, List.of(checks));
  }

  @Test
  void oneIsAskedWithTheTrainingThatIsDiagnosed() {
    Check own = own("OWN", training -> Verdict.found(training.train().rows() + " rows.", ""));
    assertEquals("3 rows.", DIAGNOSIS.withCheck(own).finding("OWN").orElseThrow().evidence());
  }

  @Test
  void theOtherChecksAreStillThere() {
    Diagnosis more = DIAGNOSIS.withCheck(own("OWN", training -> Verdict.clear()));
    assertEquals(DIAGNOSIS.notApplicable(), more.notApplicable());
    assertEquals(DIAGNOSIS.findings(), more.findings());
  }

  @Test
  void whereOneThrowsTheErrorSaysWhich() {
    IllegalStateException mine = new IllegalStateException("boom");
    Check own =
        own(
            "OWN",
            training -> {
              throw mine;
            });
    IllegalStateException error =
        assertThrows(IllegalStateException.class, () -> DIAGNOSIS.withCheck(own));
    assertEquals("check OWN failed: boom", error.getMessage());
    assertSame(mine, error.getCause());
  }

  @Test
  void whereOneGivesNullTheErrorSaysWhich() {
    Check own = own("OWN", training -> null);
    IllegalStateException error =
        assertThrows(IllegalStateException.class, () -> DIAGNOSIS.withCheck(own));
    assertTrue(
        error.getMessage().startsWith("check OWN failed: its verdict must"), error::getMessage);
  }

  @Test
  void oneThatFailedFailsAgainWhenItIsAskedAgain() {
    Case training = withChecks(own("OWN", one -> null));
    assertThrows(IllegalStateException.class, () -> training.verdict("OWN"));
    assertThrows(IllegalStateException.class, () -> training.has("OWN"));
  }

  /** The second is told that the first finds nothing, as it has not answered yet. */
  @Test
  void twoThatAskEachOtherComeToAnEnd() {
    Check a = own("A", one -> one.has("B") ? Verdict.found("b is there.", "") : Verdict.clear());
    Check b = own("B", one -> one.has("A") ? Verdict.clear() : Verdict.found("no a.", ""));
    assertTrue(withChecks(a, b).has("A"));
    assertTrue(withChecks(a, b).has("B"));
  }

  @Test
  void oneThatIsAskedByAnotherIsAskedOnce() {
    AtomicInteger asked = new AtomicInteger();
    Check a =
        own(
            "A",
            training -> {
              asked.incrementAndGet();
              return Verdict.clear();
            });
    Case training = withChecks(a, own("B", one -> one.has("A") ? null : Verdict.clear()));
    training.verdict("B");
    training.verdict("A");
    assertEquals(1, asked.get());
  }

  @Test
  void oneWithTheCodeOfAnotherTakesItsPlace() {
    Check own = own("RATE_TOO_SMALL", training -> Verdict.notApplicable("not here"));
    Diagnosis other = DIAGNOSIS.withCheck(own);
    assertEquals("not here", other.notApplicable().get("RATE_TOO_SMALL"));
    int all = Diagnosis.checks().size();
    long asked = Diagnosis.checks().stream().filter(c -> other.verdict(c.code()) != null).count();
    assertEquals(all, asked);
  }

  @Test
  void whatIsNotThereIsNotFoundByOthersAndCannotBeAsked() {
    Case training = withChecks();
    assertEquals(false, training.has("NONE"));
    IllegalArgumentException error =
        assertThrows(IllegalArgumentException.class, () -> DIAGNOSIS.verdict("NONE"));
    assertEquals("code must be that of one of the checks, but was \"NONE\"", error.getMessage());
  }

  /** The cross-entropy asks for predictions between 0 and 1. */
  @Test
  void aTrainerThatCannotHaveTrainedTheModelIsRefused() {
    Trainer other = Trainer.minimizing(Loss.crossEntropy());
    Perceptron line = Perceptron.zeros(1, Activation.identity());
    Dataset classes = ROWS.withTargets(new double[] {0, 1, 0});
    String required = "activation must have values in [0, 1]";
    IllegalArgumentException error =
        assertThrows(
            IllegalArgumentException.class,
            () -> Diagnosis.of(other, TRAINER.fit(line, ROWS), classes));
    assertTrue(error.getMessage().startsWith(required), error::getMessage);
    error = assertThrows(IllegalArgumentException.class, () -> Objective.of(other, line, classes));
    assertTrue(error.getMessage().startsWith(required), error::getMessage);
  }

  @Test
  void whoeverIsInterruptedGetsNoDiagnosisAndKeepsTheInterrupt() {
    Thread.currentThread().interrupt();
    CancellationException left =
        assertThrows(CancellationException.class, () -> Diagnosis.of(TRAINER, RESULT, ROWS));
    assertTrue(Thread.interrupted());
    assertEquals("diagnosis was interrupted after 1 of 31 checks", left.getMessage());
  }
}
