package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.metric.Metric;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The history as a CSV file, read back. */
class HistoryCsvTest {
  private static final Dataset ROWS = Cases.rows(Loss.squaredError(), 20, 2, 1);
  private static final Perceptron START = Perceptron.zeros(2, Activation.identity());

  @TempDir Path folder;

  private static Trainer trainer() {
    return Trainer.minimizing(Loss.squaredError()).withEpochs(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "tr", "ar-EG", "hi"})
  void everyNumberIsReadBackToTheBitInEveryLocale(String language) throws IOException {
    TrainingHistory history =
        trainer()
            .withMetric(Metric.of("with, comma", true, scores -> 1.0 / 3))
            .fit(START, ROWS, ROWS.select(1, 2))
            .history();
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag(language));
      List<NamedCsvRecord> lines = written(history);
      assertEquals(3, lines.size());
      for (int k = 0; k < 3; k++) {
        assertSame(history.epochs().get(k), lines.get(k));
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  private static void assertSame(EpochRecord expected, NamedCsvRecord actual) {
    assertEquals(Integer.toString(expected.epoch()), actual.getField("epoch"));
    assertEquals(Long.toString(expected.updates()), actual.getField("updates"));
    assertEquals(expected.dataLoss(), number(actual, "data_loss"));
    assertEquals(expected.penalty(), number(actual, "penalty"));
    assertEquals(expected.objective(), number(actual, "objective"));
    assertEquals(expected.runningLoss(), number(actual, "running_loss"));
    assertEquals(expected.learningRate(), number(actual, "learning_rate"));
    assertEquals(expected.gradientNorm(), number(actual, "gradient_norm"));
    assertEquals(expected.validationLoss(), number(actual, "validation_loss"));
    assertEquals(expected.seconds(), number(actual, "seconds"));
    assertEquals(expected.metrics().get("with, comma"), number(actual, "with, comma"));
  }

  private static double number(NamedCsvRecord line, String name) {
    return Double.parseDouble(line.getField(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "epoch",
        "seconds",
        " epoch ",
        "a,b",
        "say \"hi\"",
        "two\nlines",
        "two\r\nlines",
        "a\rreturn",
        " blanks ",
        "\u00A0",
        "1.5",
        "NaN",
        "#",
        "\uFEFF",
        "\uD83D",
        "\uFFFF"
      })
  void aMetricOfAnyNameIsReadBackAsTheLastColumn(String name) throws IOException {
    TrainingHistory history =
        trainer().withMetric(Metric.of(name, true, scores -> 0.75)).fit(START, ROWS).history();
    Path file = folder.resolve("history.csv");
    history.writeCsv(file);
    Dataset read =
        io.github.gradusml.data.CsvReader.target("epoch")
            .withoutColumn("validation_loss")
            .read(file);
    assertArrayEquals(new double[] {1, 2, 3}, read.targets());
    assertArrayEquals(new double[] {0.75, 0.75, 0.75}, read.column(read.features() - 1));
    List<String> names = read.featureNames();
    assertEquals(
        name.strip().equals("epoch") || name.equals("seconds"),
        names.get(names.size() - 1).equals(name.strip() + "_2"));
  }

  @Test
  void aMetricIsFoundByItsNameWithBlanksAndLineBreaks() throws IOException {
    String name = " my\r\nmetric ";
    Path file = folder.resolve("history.csv");
    trainer()
        .withMetric(Metric.of(name, true, scores -> 0.75))
        .fit(START, ROWS)
        .history()
        .writeCsv(file);
    assertArrayEquals(
        new double[] {0.75, 0.75, 0.75},
        io.github.gradusml.data.CsvReader.target(name)
            .withoutColumn("validation_loss")
            .read(file)
            .targets());
  }

  @Test
  void whatOnlySomeEpochsMeasuredIsEmptyInTheOthers() throws IOException {
    EpochRecord one = epoch(1, Map.of("f1", 0.5));
    EpochRecord two = epoch(2, Map.of("accuracy", 0.75));
    List<NamedCsvRecord> lines = written(new TrainingHistory(List.of(one, two), List.of()));
    assertEquals("0.5", lines.get(0).getField("f1"));
    assertEquals("", lines.get(0).getField("accuracy"));
    assertEquals("", lines.get(1).getField("f1"));
    assertEquals("0.75", lines.get(1).getField("accuracy"));
  }

  private static EpochRecord epoch(int epoch, Map<String, Double> metrics) {
    return new EpochRecord(epoch, epoch, 1, 0, 1, 0.1, 1, 1, metrics, 0);
  }

  @Test
  void withoutValidationRowsTheirColumnIsEmpty() throws IOException {
    List<NamedCsvRecord> lines = written(trainer().fit(START, ROWS).history());
    assertEquals("", lines.get(0).getField("validation_loss"));
  }

  @Test
  void anEmptyHistoryHasAHeader() throws IOException {
    Path file = folder.resolve("empty.csv");
    new TrainingHistory(List.of(), List.of()).writeCsv(file);
    assertEquals(1, Files.readAllLines(file).size());
  }

  @Test
  void aFileThatIsThereIsReplacedAndMissingFoldersAreMade() throws IOException {
    Path file = folder.resolve("a folder with spaces/to/history.csv");
    TrainingHistory history = trainer().fit(START, ROWS).history();
    history.writeCsv(file);
    history.writeCsv(file);
    assertEquals(4, Files.readAllLines(file).size(), "a header and three epochs");
  }

  @Test
  void aFileThatCannotBeWrittenIsAnErrorThatNamesIt() {
    TrainingHistory history = trainer().fit(START, ROWS).history();
    UncheckedIOException e =
        assertThrows(UncheckedIOException.class, () -> history.writeCsv(folder));
    assertEquals(
        "file " + folder.toAbsolutePath() + " cannot be written: it is a folder", e.getMessage());
  }

  private List<NamedCsvRecord> written(TrainingHistory history) throws IOException {
    Path file = folder.resolve("history.csv");
    history.writeCsv(file);
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      return reader.stream().toList();
    }
  }
}
