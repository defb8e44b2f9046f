package io.github.gradusml.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.pipeline.Pipeline;
import io.github.gradusml.pipeline.Preparation;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the chapter on using a model shows, runs, and comes out as it says. */
class UsingSnippetsTest {
  private static final Pipeline<Perceptron> FITTED = UsingSnippets.fitted();

  private static void assertInThePage(String text) throws IOException {
    String page = Files.readString(Path.of("docs/using-a-model.md"));
    text.lines()
        .forEach(
            line ->
                assertTrue(
                    page.lines().anyMatch(line::equals),
                    "docs/using-a-model.md must say: " + line));
  }

  @Test
  void weightsAloneAreNotEnough() throws IOException {
    assertInThePage(UsingSnippets.weightsAlone(FITTED));
  }

  @Test
  void numbersComeOutInTheirOwnUnit() throws IOException {
    assertInThePage(UsingSnippets.ownUnits());
  }

  @Test
  void aRowIsAskedAboutByPlaceAndByName() {
    Dataset test = UsingSnippets.SPLIT.test();
    assertTrue(UsingSnippets.asked(FITTED, test.row(3), test));
    assertNotNull(UsingSnippets.scored(FITTED, test));
    assertNotNull(UsingSnippets.validated(Datasets.breastCancer()));
    assertEquals("malignant", UsingSnippets.byName(ofTwo()));
  }

  private static Pipeline<Perceptron> ofTwo() {
    Perceptron start = Perceptron.zeros(2, Activation.sigmoid());
    Dataset two = Datasets.breastCancer().selectFeatures("area_worst", "texture_worst");
    return Pipeline.fit(Preparation.standardizing(), UsingSnippets.TRAINER, start, two);
  }

  @Test
  void aPreparationOfOnesOwnIsUsedAsAnyOther() {
    Dataset rows = Datasets.breastCancer();
    Dataset prepared = UsingSnippets.ofOnesOwn().fit(rows).apply(rows);
    assertEquals(10, prepared.features());
  }

  @Test
  void whatIsSavedIsLoaded() {
    Pipeline<Perceptron> loaded = UsingSnippets.saved(FITTED);
    assertEquals(FITTED.predict(CANCER_ROW), loaded.predict(CANCER_ROW));
    assertTrue(UsingSnippets.credit(loaded).contains("Wolberg"));
    UsingSnippets.report(loaded, UsingSnippets.SPLIT.test());
    UsingSnippets.onnx(loaded);
  }

  @Test
  void theFileThatIsShownIsReal() throws IOException {
    assertInThePage(UsingSnippets.file());
  }

  @Test
  void aTrainingGoesOnWhereItStood() throws IOException {
    Files.deleteIfExists(Path.of("target/long.checkpoint.json"));
    Dataset train = UsingSnippets.SPLIT.train();
    Pipeline<Perceptron> resumed =
        UsingSnippets.resumed(Perceptron.zeros(30, Activation.sigmoid()), train);
    assertEquals(FITTED.predict(CANCER_ROW), resumed.predict(CANCER_ROW));
    Pipeline<Perceptron> again =
        UsingSnippets.resumed(Perceptron.zeros(30, Activation.sigmoid()), train);
    assertEquals(FITTED.predict(CANCER_ROW), again.predict(CANCER_ROW));
  }

  private static final double[] CANCER_ROW = UsingSnippets.SPLIT.test().row(78);

  @Test
  void aPredictionIsExplained() throws IOException {
    assertInThePage(FITTED.explain(CANCER_ROW).toString());
    assertInThePage(UsingSnippets.closeCall(UsingSnippets.irises()));
    double z = FITTED.explain(CANCER_ROW).netInput();
    // 30 products of numbers below 3000 and weights below 1
    assertEquals(z, UsingSnippets.inOriginalUnits(FITTED).netInput(CANCER_ROW), 1e-11);
  }

  @Test
  void theServiceAnswersAndReloads(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("model.json");
    ofTwo().save(file);
    PredictionService service = new PredictionService(file);
    HttpServer server = service.start(0);
    try {
      String address = "http://localhost:" + server.getAddress().getPort() + "/predict";
      assertEquals("200 malignant", answer(address + "?area_worst=1150&texture_worst=30.9"));
      String missing = answer(address + "?area_worst=1150&texture=30.9");
      assertTrue(missing.startsWith("400 values must have a number for each of 2"), missing);
      assertTrue(answer(address).startsWith("400 values must have"), missing);
      assertEquals(
          "400 area_worst must be a number, but was \"large\"",
          answer(address + "?area_worst=large"));
      assertEquals(
          "200 malignant", answer(address + "?x%3D1=2&area%5Fworst=1150&texture_worst=30.9"));
      service.reload();
      assertEquals("200 benign", answer(address + "?area_worst=500&texture_worst=20"));
    } finally {
      server.stop(0);
      ((ExecutorService) server.getExecutor()).shutdownNow();
    }
  }

  private static String answer(String address) throws IOException {
    HttpURLConnection asked = (HttpURLConnection) URI.create(address).toURL().openConnection();
    int status = asked.getResponseCode();
    try (InputStream in = status == 200 ? asked.getInputStream() : asked.getErrorStream()) {
      return status + " " + new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }
}
