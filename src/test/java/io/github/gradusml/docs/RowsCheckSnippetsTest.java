package io.github.gradusml.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Split;
import io.github.gradusml.diagnosis.Diagnosis;
import io.github.gradusml.network.Network;
import io.github.gradusml.pipeline.Preparation;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.TrainingResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The pages on the checks of rows quote what a diagnosis says, and their code does what it says.
 */
class RowsCheckSnippetsTest {
  private static final Pattern QUOTE = Pattern.compile("```text\\n(.*?)\\n```", Pattern.DOTALL);
  private static final Trainer LOGISTIC = RowsCheckSnippets.LOGISTIC;

  /** The first text on the page of a check, on one line. */
  private static String quoted(String code) throws IOException {
    String page = Files.readString(Path.of(Diagnosis.page(code).orElseThrow()));
    Matcher quote = QUOTE.matcher(page);
    assertTrue(quote.find(), code);
    return quote.group(1).replace('\n', ' ');
  }

  private static void assertQuoted(String code, Dataset train) throws IOException {
    assertEquals(RowsCheckSnippets.finding(code, LOGISTIC, train), quoted(code));
  }

  @Test
  void unscaledColumns() throws IOException {
    assertQuoted("UNSCALED_COLUMNS", Datasets.breastCancer());
    Split split = Split.stratified(Datasets.breastCancer(), 0.8, 42);
    Dataset train = RowsCheckSnippets.scaled(split)[0];
    Perceptron start = Perceptron.zeros(30, Activation.sigmoid());
    Diagnosis diagnosis = Diagnosis.of(LOGISTIC, LOGISTIC.fit(start, train), train);
    assertEquals("clear", diagnosis.verdict("UNSCALED_COLUMNS").toString());
  }

  @Test
  void constantColumn() throws IOException {
    Dataset train = RowsCheckSnippets.withColumn(RowsCheckSnippets.cancer(), "clinic", i -> 3);
    assertQuoted("CONSTANT_COLUMN", train);
    assertEquals(30, RowsCheckSnippets.withoutConstant(LOGISTIC, train).features());
  }

  @Test
  void duplicateColumns() throws IOException {
    Dataset raw = Datasets.breastCancer();
    Dataset train = RowsCheckSnippets.withColumn(raw, "radius_inches", i -> raw.value(i, 0) / 25.4);
    assertQuoted("DUPLICATE_COLUMNS", train);
    Preparation others = RowsCheckSnippets.withoutCopy();
    assertEquals(raw.featureNames(), others.fit(train).apply(train).featureNames());
  }

  @Test
  void collinearColumns() throws IOException {
    Dataset train = RowsCheckSnippets.cancer();
    assertQuoted("COLLINEAR_COLUMNS", train);
    Trainer held = RowsCheckSnippets.held(LOGISTIC);
    Perceptron start = Perceptron.zeros(30, Activation.sigmoid());
    Diagnosis diagnosis = Diagnosis.of(held, held.fit(start, train), train);
    assertEquals("clear", diagnosis.verdict("COLLINEAR_COLUMNS").toString());
  }

  @Test
  void giveawayColumn() throws IOException {
    Dataset cancer = RowsCheckSnippets.cancer();
    Dataset train = RowsCheckSnippets.withColumn(cancer, "treated", cancer::target);
    assertQuoted("GIVEAWAY_COLUMN", train);
    assertEquals(30, RowsCheckSnippets.withoutGiveaway(LOGISTIC, train).features());
  }

  @Test
  void unbalancedClasses() throws IOException {
    Dataset train = RowsCheckSnippets.unbalanced();
    assertQuoted("UNBALANCED_CLASSES", train);
    double[] recalls =
        RowsCheckSnippets.recalls(LOGISTIC, Perceptron.zeros(2, Activation.sigmoid()), train);
    assertEquals(0.14, recalls[0], 0.005);
    assertEquals(0.77, recalls[1], 0.005);
    assertEquals(0.77, recalls[2], 0.005);
  }

  @Test
  void unshuffledRows() throws IOException {
    Trainer inOrder = RowsCheckSnippets.inOrder();
    TrainingResult<Network> result = RowsCheckSnippets.ofIrises(inOrder);
    Diagnosis diagnosis = Diagnosis.of(inOrder, result, RowsCheckSnippets.irises());
    assertEquals(
        diagnosis.finding("UNSHUFFLED_ROWS").orElseThrow().text(), quoted("UNSHUFFLED_ROWS"));
    assertEquals(0.136, result.history().last().objective(), 0.0005);
    TrainingResult<Network> better =
        RowsCheckSnippets.ofIrises(RowsCheckSnippets.shuffled(inOrder));
    assertEquals(0.068, better.history().last().objective(), 0.0005);
  }
}
