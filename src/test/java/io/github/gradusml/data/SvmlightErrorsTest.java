package io.github.gradusml.data;

import static io.github.gradusml.Rejected.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.gradusml.Rejected;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be read of an svmlight file, and what is said of it. */
class SvmlightErrorsTest {
  private static final SvmlightReader NUMBERS = SvmlightReader.target();
  private static final SvmlightReader CLASSES = SvmlightReader.classTarget();

  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @MethodSource({"files", "labels", "indices", "values", "features", "settings"})
  void aMistakeIsNamedWithItsPlaceAndARemedy(String message, Executable call) {
    assertEquals(message, Rejected.message(call));
  }

  private static Executable read(SvmlightReader reader, String text) {
    return () -> SvmlightTexts.read(reader, text);
  }

  static Stream<Arguments> files() {
    String none = "data.svm must have at least one row of data, but has none";
    return Stream.of(
        with(none, read(NUMBERS, "")),
        with(none, read(NUMBERS, "\uFEFF")),
        with(none, read(NUMBERS, "# only\n\r\n  # comments")),
        with(
            "data.svm must have at least one index:value, but has labels alone;"
                + " withFeatures(d) reads rows of zeros",
            read(NUMBERS, "1\n-1 # and a comment\n")),
        with(
            "data.svm, line 2, column 3: must be a label or index:value, but has more than 65535 characters",
            read(NUMBERS, "1 1:1\n1 1:" + "0".repeat(65_534))));
  }

  static Stream<Arguments> labels() {
    return Stream.of(
        with(
            "data.svm, line 1, column 1: label is missing: a line must begin with one, but begins"
                + " with \"1:2\"",
            read(NUMBERS, "1:2 2:3\n")),
        with(
            "data.svm, line 1, column 1: label is missing: a line must begin with one, but begins"
                + " with \"qid:2\"",
            read(CLASSES, "qid:2 2:3\n")),
        with(
            "data.svm, line 2, column 3: label must be a number, but is \"spam\"",
            read(NUMBERS, "# spam\n  spam 2:3\n")),
        with(
            "data.svm, line 1, column 1: label must be one number, but is \"1,3\"; rows of several"
                + " classes are not read",
            read(CLASSES, "1,3 2:3\n")),
        with(
            "data.svm, line 3, column 1: label must be finite, but is \"NaN\"",
            read(CLASSES, "1 1:1\r\n\r\nNaN 2:3\n")),
        with(
            "data.svm, line 1, column 1: label must be finite, but is \"-inf\"",
            read(NUMBERS, "-inf 2:3\n")),
        with(
            "data.svm, line 1, column 1: label must be finite, but is \"1e999\"",
            read(NUMBERS, "1e999 2:3\n")),
        with(
            "data.svm, line 1, column 1: label must be 0 or a number that a double can tell from"
                + " 0, at least 4.9e-324, but is \"1e-400\"",
            read(CLASSES, "1e-400 2:3\n")),
        with(
            "data.svm, line 2, column 1: label must be one of [1, 2], but is \"3\"",
            read(CLASSES.withLabels("1", "2"), "1 1:1\n3 1:1\n")));
  }

  static Stream<Arguments> indices() {
    return Stream.of(
        with(
            "data.svm, line 1, column 7: index must be greater than the one before, 5, but is 3;"
                + " sort the indices of each row",
            read(NUMBERS, "1 5:1 3:1\n")),
        with(
            "data.svm, line 1, column 7: index must be greater than the one before, 5, but is 5;"
                + " a row has each index once",
            read(NUMBERS, "1 5:0 5:1\n")),
        with(
            "data.svm, line 2, column 3: index must be at least 1 where the first column is 1, but"
                + " is 0; zeroBased() reads files whose first column is 0",
            read(NUMBERS.oneBased(), "1 5:1\n1 0:1\n")),
        with(
            "data.svm, line 1, column 3: index must be at least 1, but is -1",
            read(NUMBERS, "1 -1:1\n")),
        with(
            "data.svm, line 1, column 3: index must be at least 0, but is -1",
            read(NUMBERS.zeroBased(), "1 -1:1\n")),
        with(
            "data.svm, line 1, column 3: index must be at most 2147483638, but is 2147483639",
            read(NUMBERS, "1 2147483639:1\n")),
        with(
            "data.svm, line 1, column 3: index must be at most 2147483638, but is"
                + " 99999999999999999999",
            read(NUMBERS, "1 99999999999999999999:1\n")),
        with(
            "data.svm, line 1, column 3: index must be a whole number, but is \"1.5\"",
            read(NUMBERS, "1 1.5:1\n")),
        with(
            "data.svm, line 1, column 7: index must be a whole number, but is \"qid\"",
            read(NUMBERS, "1 1:1 qid:1\n")),
        with(
            "data.svm, line 1, column 3: index must be a whole number, but is \"\"",
            read(NUMBERS, "1 :1\n")),
        with(
            "data.svm, line 1, column 3: must be index:value, but is \"7\" without a colon",
            read(NUMBERS, "1 7 1:1\n")),
        with(
            "data.svm, line 1, column 3: must be index:value, but is \"1,\" without a colon",
            read(NUMBERS, "1 1, 2\n")));
  }

  static Stream<Arguments> values() {
    return Stream.of(
        with(
            "data.svm, line 1, column 5: value must be a number, but is \"\"",
            read(NUMBERS, "1 1: 2:1\n")),
        with(
            "data.svm, line 1, column 5: value must be a number, but is \"x\"",
            read(NUMBERS, "1 1:x\n")),
        with(
            "data.svm, line 1, column 5: value must be a number, but is \"2:3\"",
            read(NUMBERS, "1 1:2:3\n")),
        with(
            "data.svm, line 1, column 5: value must be a number, but is \"0x1p3\"",
            read(NUMBERS, "1 1:0x1p3\n")),
        with(
            "data.svm, line 1, column 6: value must be finite, but is \"nan\"",
            read(NUMBERS, "1 12:nan\n")),
        with(
            "data.svm, line 1, column 5: value must be finite, but is \"-Infinity\"",
            read(NUMBERS, "1 1:-Infinity\n")),
        with(
            "data.svm, line 1, column 5: value must be finite, but is \"1e309\"",
            read(NUMBERS, "1 1:1e309\n")),
        with(
            "data.svm, line 1, column 5: value must be 0 or a number that a double can tell from"
                + " 0, at least 4.9e-324, but is \"1e-400\"",
            read(NUMBERS, "1 1:1e-400\n")));
  }

  static Stream<Arguments> features() {
    return Stream.of(
        with(
            "data.svm, line 1, column 7: index must be at most 2, as the rows are to have 2"
                + " features from index 1 on, but is 3",
            read(NUMBERS.withFeatures(2), "1 1:1 3:1\n")),
        with(
            "data.svm, line 1, column 7: index must be at most 1, as the rows are to have 2"
                + " features from index 0 on, but is 2",
            read(NUMBERS.withFeatures(2), "1 0:1 2:1\n")),
        with(
            "data.svm, line 3, column 3: index must be at least 1, as line 2 has index 2 and"
                + " withFeatures says 2, but is 0",
            read(NUMBERS.withFeatures(2), "1 1:1\n1 2:1\n1 0:1\n")));
  }

  static Stream<Arguments> settings() {
    String labels = "labels must be at least two different numbers, but were ";
    return Stream.of(
        with(labels + "[1]", () -> CLASSES.withLabels("1")),
        with(labels + "[1, +1]", () -> CLASSES.withLabels("1", "+1")),
        with(labels + "[spam, ham]", () -> CLASSES.withLabels("spam", "ham")),
        with(labels + "[1, nan]", () -> CLASSES.withLabels("1", "nan")),
        with(labels + "[1, 1e-400]", () -> CLASSES.withLabels("1", "1e-400")),
        with(
            "labels need a target of classes: start with SvmlightReader.classTarget",
            () -> NUMBERS.withLabels("1", "2")),
        with("features must be at least 1, but was 0", () -> NUMBERS.withFeatures(0)),
        with(
            "features must be at most 2147483638, but was 2147483647",
            () -> NUMBERS.withFeatures(Integer.MAX_VALUE)),
        with("bytes must be at least 1, but was 0", () -> NUMBERS.withTextLimit(0)));
  }

  @Test
  void aFileThatIsNotThereOrIsAFolderIsNamed() {
    Path none = folder.resolve("none.svm");
    assertEquals(
        "file " + none + " does not exist",
        assertThrows(UncheckedIOException.class, () -> NUMBERS.read(none)).getMessage());
    assertEquals(
        "file " + folder + " cannot be read: it is a folder",
        assertThrows(UncheckedIOException.class, () -> NUMBERS.read(folder)).getMessage());
  }

  @Test
  void aMistakeIsNamedWithTheFile() throws IOException {
    Path file = Files.writeString(folder.resolve("words.svm"), "1 1:2\n1 2:x\n");
    assertEquals(
        file + ", line 2, column 5: value must be a number, but is \"x\"",
        Rejected.message(() -> NUMBERS.read(file)));
  }
}
