package io.github.gradusml.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.landscape.DescentPath;
import io.github.gradusml.landscape.LossSlice;
import io.github.gradusml.landscape.LossSurface;
import io.github.gradusml.landscape.PathRecorder;
import io.github.gradusml.training.Objective;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The code of docs/landscape.md runs, and its figures are those that come out. */
class LandscapeSnippetsTest {
  @Test
  void theSurfaceOfThePageHasItsMinimumInIt() {
    LossSurface surface =
        LandscapeSnippets.page(
            LandscapeSnippets.TRAINER, LandscapeSnippets.START, LandscapeSnippets.PATIENTS);
    assertEquals(0.302, surface.minimum().height(), 0.0005);
  }

  @Test
  void twoPassesAreTwoUpdatesOfABatch() {
    Objective objective =
        Objective.of(
            LandscapeSnippets.TRAINER, LandscapeSnippets.START, LandscapeSnippets.PATIENTS);
    PathRecorder recorder = PathRecorder.from(objective, LandscapeSnippets.START);
    LandscapeSnippets.TRAINER
        .withListener(recorder)
        .fit(LandscapeSnippets.START, LandscapeSnippets.PATIENTS);
    DescentPath path = recorder.path();
    assertEquals(2, LandscapeSnippets.afterTwoPasses(path, LandscapeSnippets.PATIENTS).updates());
  }

  @Test
  void aSectionNamesItsTwoParameters() {
    Perceptron model = Perceptron.of(new double[] {0.5, 0.2}, 0, Activation.identity());
    LossSurface section =
        LandscapeSnippets.section(LandscapeSnippets.TRAINER, model, LandscapeSnippets.PATIENTS);
    assertEquals(List.of("first weight", "bias"), section.names());
    // Features and target are standardized: with the other weight held, the best bias is 0.
    assertEquals(0, section.minimum().y(), 1e-6);
  }

  @Test
  void theTableOfTheThreeLinesIsThatOfThePage() throws IOException {
    String page = Files.readString(Path.of("docs/landscape.md"));
    for (Map.Entry<String, LossSlice> slice : LandscapeSnippets.lines().entrySet()) {
      double[] heights = slice.getValue().objectives();
      String line =
          String.format(
              Locale.ROOT,
              "%-22s %7.3f %9.3f %7.3f",
              slice.getKey(),
              heights[0],
              Arrays.stream(heights).max().orElseThrow(),
              heights[heights.length - 1]);
      assertTrue(page.contains(line), line);
    }
  }
}
