package io.github.gradusml.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Loss;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.pipeline.Pipeline;
import io.github.gradusml.rows.Rows;
import io.github.gradusml.training.Trainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the chapter on sparse rows shows, runs, and comes out as it says. */
class SparseSnippetsTest {
  private static void assertInThePage(String text) throws IOException {
    List<String> page = Files.readAllLines(Path.of("docs/sparse-rows.md"));
    text.lines().forEach(line -> assertTrue(page.contains(line), "the page must say: " + line));
  }

  @Test
  void theTableOfWeightsIsWhatTheTrainingGives() throws IOException {
    assertInThePage(SparseSnippets.weights());
  }

  @Test
  void theFirstStepHasTheThreeColumnsOfItsRow() {
    assertEquals(4, SparseSnippets.firstStep().parameters().size()); // and the bias
    assertEquals(-0.5, SparseSnippets.firstStep().rows().get(0).delta()[0]);
  }

  @Test
  void aSparseRowIsPredicted() {
    assertTrue(SparseSnippets.predicted() > 0 && SparseSnippets.predicted() < 1);
  }

  @Test
  void aPipelineOfTextsIsFittedInFolds() {
    List<String> texts =
        List.of(
            "free money",
            "money now",
            "win money",
            "free prize",
            "win a prize",
            "lunch today",
            "see you today",
            "lunch at one",
            "call me",
            "see you at lunch");
    Dataset data = Dataset.of(Rows.texts(texts), new double[] {1, 1, 1, 1, 1, 0, 0, 0, 0, 0});
    Trainer trainer = Trainer.minimizing(Loss.crossEntropy()).withEpochs(50).withoutLog();
    Pipeline<?> filter = SparseSnippets.texts(data, trainer);
    assertEquals(1, filter.classify("Free money, now!"));
  }

  @Test
  void adamIsSaidToGoOverAllColumns() throws IOException {
    assertInThePage(
        "    every update goes over all 1000000 columns, 10000 times as many as its rows have"
            + " numbers, since "
            + Optimizer.adam()
            + " moves weights whose gradient is 0; gradient descent, AdaGrad and RMSProp leave"
            + " them alone");
  }
}
