package io.github.gradusml.data;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.gradusml.Inputs;
import io.github.gradusml.Rejected;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CSV as files, on computers of many kinds. */
class CsvFileTest {
  @TempDir Path folder;

  @Test
  void aPathMayHaveSpacesAndAnyLetters() throws IOException {
    Path file = Files.createDirectory(folder.resolve("my données")).resolve("die Maße.csv");
    Files.writeString(file, "größe,price\n1.5,2\n");
    Dataset data = CsvReader.target("price").read(file);
    assertEquals(List.of("größe"), data.featureNames());
    assertEquals(1.5, data.value(0, 0));
  }

  @Test
  void aMistakeIsNamedWithTheFile() throws IOException {
    Path file = Files.writeString(folder.resolve("houses.csv"), "area,price\nbig,2\n");
    assertEquals(
        file
            + ", line 2, column \"area\": must be a number, but is \"big\";"
            + " withoutColumn(\"area\") leaves the column out",
        Rejected.message(() -> CsvReader.target("price").read(file)));
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    Path file = folder.resolve("none.csv");
    UncheckedIOException error =
        assertThrows(UncheckedIOException.class, () -> CsvReader.target("a").read(file));
    assertEquals("file " + file + " does not exist", error.getMessage());
  }

  @Test
  void aFolderIsNoFile() {
    UncheckedIOException error =
        assertThrows(UncheckedIOException.class, () -> CsvReader.target("a").read(folder));
    assertEquals("file " + folder + " cannot be read: it is a folder", error.getMessage());
  }

  @Test
  void theEmptyPathIsTheFolderThatOneIsIn() {
    Path here = Path.of("").toAbsolutePath();
    assertEquals("file " + here + " cannot be read: it is a folder", unreadable(Path.of("")));
  }

  /** The file opens, but reading it fails. */
  @Test
  void aFileThatFailsMidwayIsNamedWithTheReason() {
    Path memory = Path.of("/proc/self/mem");
    assumeTrue(Files.exists(memory));
    assertEquals("file " + memory + " cannot be read: Input/output error", unreadable(memory));
  }

  @Test
  void aFileThatMayNotBeReadIsNamedWithTheReason() throws IOException {
    Path file = Files.writeString(folder.resolve("secret.csv"), "a,b\n1,2\n");
    assumeTrue(file.toFile().setReadable(false, false));
    assumeFalse(Files.isReadable(file), "an administrator may read everything");
    assertEquals("file " + file + " cannot be read: there is no permission", unreadable(file));
  }

  private static String unreadable(Path file) {
    return assertThrows(UncheckedIOException.class, () -> CsvReader.target("a").read(file))
        .getMessage();
  }

  static Stream<Charset> otherCharsets() {
    return Stream.of(ISO_8859_1, UTF_16);
  }

  @ParameterizedTest
  @MethodSource("otherCharsets")
  void textThatIsNotUtf8IsRefusedNotGuessedAt(Charset charset) throws IOException {
    Path file = folder.resolve("old.csv");
    Files.writeString(file, "größe,price\n1,2\n", charset);
    assertEquals(
        file + " must be UTF-8 text, but is not; save it as UTF-8",
        Rejected.message(() -> CsvReader.target("price").read(file)));
  }

  @Test
  void andSoItIsFarDownInALongFile() throws IOException {
    Path file = folder.resolve("long.csv");
    Files.writeString(file, "a,kind\n" + "1,rose\n".repeat(100_000) + "1,gr\u00FCn\n", ISO_8859_1);
    assertEquals(
        file + " must be UTF-8 text, but is not; save it as UTF-8",
        Rejected.message(() -> CsvReader.classTarget("kind").read(file)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "tr", "ar-EG", "hi", "fr"})
  @ResourceLock(Resources.LOCALE)
  void theLanguageOfTheComputerChangesNothing(String language) throws IOException {
    Path file = folder.resolve("kinds.csv");
    Files.writeString(file, "width,I,kind\n1.5,1e3,IRIS\n-0.25,NULL,iris\n2,3,iris\n");
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag(language));
      Dataset data = CsvReader.classTarget("kind").withoutIncompleteRows().read(file);
      assertArrayEquals(new double[] {1.5, 1000, 2, 3}, Inputs.of(data));
      assertEquals(List.of("width", "I"), data.featureNames());
      assertEquals(List.of("IRIS", "iris"), data.classNames());
      assertEquals("Dataset(2 rows × 2 features, classes [IRIS, iris])", data.toString());
      assertEquals(17.99, Datasets.breastCancer().value(0, 0));
    } finally {
      Locale.setDefault(before);
    }
  }
}
