package io.github.gradusml.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.training.Check;
import io.github.gradusml.training.Severity;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.Verdict;
import io.github.gradusml.update.UpdateStrategy;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What somebody reads of a diagnosis. */
class DiagnosisTextTest {
  private static final Dataset TWO =
      Dataset.of(new double[][] {{1}, {-1}, {2}, {-2}}, new double[] {1, -1, 2, -2});

  /** Of curvature 2.5: each step multiplies the distance to the minimum by 1 − 1.2·2.5 = −2. */
  private static Diagnosis diverged() {
    Trainer trainer =
        Trainer.minimizing(Loss.squaredError())
            .withUpdates(UpdateStrategy.batch())
            .withLearningRate(LearningRate.constant(1.2))
            .withEpochs(100);
    return Patient.of(trainer, Perceptron.zeros(1, Activation.identity()), TWO).diagnose();
  }

  private static Check found(String code, Severity severity, String evidence, String cure) {
    return Check.of(code, "Title of " + code, severity, training -> Verdict.found(evidence, cure));
  }

  @Test
  void theSummaryComesFirstAndCountsEveryCheckOnce() {
    Diagnosis diagnosis =
        diverged().withCheck(found("OWN", Severity.HINT, "a thing.", "Do another."));
    String first = diagnosis.toString().lines().findFirst().orElseThrow();
    int silent = Diagnosis.checks().size() - 1 - diagnosis.notApplicable().size();
    assertEquals(
        "2 findings: 1 error, 1 hint; "
            + silent
            + (silent == 1 ? " check" : " checks")
            + " found nothing, "
            + diagnosis.notApplicable().size()
            + " not applicable",
        first);
  }

  @Test
  void aFindingHasItsSeverityTitleEvidenceCureAndPage() {
    String text = diverged().toString();
    assertTrue(
        text.contains("\n\nError: The training diverged (DIVERGED)\n  Training diverged in"), text);
    assertTrue(text.contains("\n  Do this: Take a smaller learning rate: withLearningRate("), text);
    assertTrue(text.contains("\n  More: docs/checks/diverged.md\n"), text);
  }

  @Test
  void itEndsWithWhatWasLookedAtAndWhatDidNotApply() {
    String text = diverged().toString();
    String end = text.substring(text.indexOf("\nLooked at: "));
    assertTrue(end.startsWith("\nLooked at: all 4 rows, all 1 column.\nNot applicable:\n"), end);
    assertTrue(end.replaceAll("\\s+", " ").contains(": the training diverged"), end);
  }

  @Test
  void aCheckOfTheUsersOwnHasNoPageAndMayHaveNoCure() {
    String text = diverged().withCheck(found("OWN", Severity.HINT, "a thing.", "")).toString();
    assertTrue(
        text.contains(
            "Hint: Title of OWN (OWN)\n  A thing.\n  Nothing is known that is likely to help.\n\n"),
        text);
  }

  @Test
  void noLineIsLongerThanAHundredCharactersThoughAWordMay() {
    String word = "x".repeat(150);
    String evidence = "some words ".repeat(40) + word + " and\nmore";
    String text = diverged().withCheck(found("OWN", Severity.HINT, evidence, "")).toString();
    for (String line : text.split("\n")) {
      assertTrue(line.length() <= 100 || line.strip().equals(word), line);
    }
    assertTrue(text.contains("  and more\n"), text);
  }

  @Test
  void markdownHasAHeadingForEachFindingAndALinkToItsPage() {
    String text = diverged().toMarkdown();
    assertTrue(
        text.contains(
            "\n\n### Error: The training diverged\n\n[`DIVERGED`](docs/checks/diverged.md)\n\n"),
        text);
    assertTrue(text.contains("\n\n**Do this:** Take a smaller"), text);
    assertTrue(text.contains("`OSCILLATES`"), text);
  }

  @Test
  void whatMarkdownWouldReadAsItsOwnIsEscapedInTextsOfUsers() {
    Check own = found("OWN", Severity.HINT, "a *thing* of\nclass [2].", "");
    String text = diverged().withCheck(own).toMarkdown();
    assertTrue(text.contains("A \\*thing\\* of class \\[2\\]."), text);
  }

  @Test
  void whereNothingIsFoundItSaysSo() {
    String text = HealthyTrainings.healthy(new Random(0)).diagnose().toString();
    assertTrue(text.startsWith("No findings; "), text);
    assertFalse(text.contains("Do this"), text);
  }
}
