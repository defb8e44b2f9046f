package io.github.gradusml.data;

import static io.github.gradusml.data.SvmlightTexts.read;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an svmlight file says, and what a reader makes of it. */
class SvmlightReaderTest {
  private static final SvmlightReader NUMBERS = SvmlightReader.target();
  private static final SvmlightReader CLASSES = SvmlightReader.classTarget();

  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void aLineIsALabelAndTheColumnsThatAreNotZero() {
    Dataset data = read(NUMBERS, "1.5 1:2 3:-0.25\n-1 2:1e3\n");
    assertTrue(data.inputs().isSparse());
    assertArrayEquals(new double[] {1.5, -1}, data.targets());
    assertArrayEquals(new double[] {2, 0, -0.25}, data.row(0));
    assertArrayEquals(new double[] {0, 1000, 0}, data.row(1));
    assertEquals(List.of("x0", "x1", "x2"), data.featureNames());
    assertEquals(List.of(), data.classNames());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 1:2 2:3\n0 2:4\n",
        "1 1:2 2:3\n0 2:4",
        "\uFEFF1 1:2 2:3\n0 2:4\n",
        "1 1:2 2:3\r\n0 2:4\r\n",
        "1 1:2 2:3\r0 2:4\r",
        "  1 \t 1:2\t2:3  \n\t0 2:4 \n \t \n",
        "\n\n1 1:2 2:3\n\r\n\r\n0 2:4\n\n",
        "# made by hand\n1 1:2 2:3 # the first: größe 1:7\n  #\n0 2:4# the second\n#",
        "+1 qid:3 1:2 2:3\n0 qid:4 2:4\n",
        "1 01:+2. 2:3e0\n-0 002:0.4e+1\n",
        "1 1:2 2:3\n0 1:0 2:4\n"
      })
  void whatDoesNotCountMakesNoDifference(String text) {
    Dataset data = read(NUMBERS, text);
    assertArrayEquals(new double[] {1, 0}, data.targets());
    assertArrayEquals(new double[] {2, 3}, data.row(0));
    assertArrayEquals(new double[] {0, 4}, data.row(1));
    assertEquals(3, data.inputs().numbers());
  }

  @Test
  void aRowMayBeALabelAlone() {
    Dataset data = read(NUMBERS, "1\n2 3:1\n3 qid:1\n");
    assertEquals(3, data.rows());
    assertEquals(1, data.inputs().numbers());
  }

  @Test
  void aValueOfZeroIsNotKeptButItsColumnCounts() {
    Dataset data = read(NUMBERS, "1 1:1 4:0\n1 2:-0\n");
    assertEquals(4, data.features());
    assertEquals(1, data.inputs().numbers());
  }

  @Test
  void anIndexOfZeroAnywhereMakesTheFileCountFromZero() {
    Dataset data = read(NUMBERS, "1 1:2 3:3\n0 0:4\n1 0:5 3:6\n");
    assertEquals(4, data.features());
    assertArrayEquals(new double[] {0, 2, 0, 3}, data.row(0));
    assertArrayEquals(new double[] {4, 0, 0, 0}, data.row(1));
    assertEquals(1, read(NUMBERS, "1 0:0\n").features(), "the value does not matter");
  }

  @Test
  void whoKnowsFromWhereAFileCountsSaysSo() {
    String text = "1 1:2 3:3\n";
    assertArrayEquals(new double[] {2, 0, 3}, read(NUMBERS.oneBased(), text).row(0));
    assertArrayEquals(new double[] {0, 2, 0, 3}, read(NUMBERS.zeroBased(), text).row(0));
    assertArrayEquals(new double[] {2, 0, 3}, read(NUMBERS.zeroBased().oneBased(), text).row(0));
  }

  @Test
  void theNumberOfFeaturesMayBeGiven() {
    assertEquals(7, read(NUMBERS.withFeatures(7), "1 1:2 3:3\n").features());
    assertEquals(3, read(NUMBERS.withFeatures(3), "1 1:2 3:3\n").features());
    assertEquals(4, read(NUMBERS.withFeatures(4), "1 0:2 3:3\n").features());
    assertEquals(4, read(NUMBERS.withFeatures(4).zeroBased(), "1 3:3\n").features());
    assertEquals(2, read(NUMBERS.withFeatures(2), "1\n").features());
    int most = SvmlightRows.LARGEST_INDEX;
    assertEquals(most, read(NUMBERS.withFeatures(most), "1 " + most + ":3\n").features());
    assertEquals(most + 1, read(NUMBERS, "1 0:1 " + most + ":3\n").features());
  }

  @Test
  void classesAreNumberedByTheNumbersThatTheirLabelsAre() {
    Dataset data = read(CLASSES, "10 1:1\n9 1:1\n-1 1:1\n10 1:1\n");
    assertEquals(List.of("-1", "9", "10"), data.classNames());
    assertArrayEquals(new double[] {2, 1, 0, 2}, data.targets());
  }

  @Test
  void labelsThatAreTheSameNumberAreOneClass() {
    Dataset data = read(CLASSES, "+1 1:1\n-0 1:1\n1 1:1\n0.0 1:1\n");
    assertEquals(List.of("-0", "+1"), data.classNames());
    assertArrayEquals(new double[] {1, 0, 1, 0}, data.targets());
  }

  @Test
  void theOrderOfClassesMayBeGiven() {
    Dataset data = read(CLASSES.withLabels("3", "1", "2"), "1 1:1\n+3 1:1\n");
    assertEquals(List.of("3", "1", "2"), data.classNames());
    assertArrayEquals(new double[] {1, 0}, data.targets());
  }

  @Test
  void oneLabelAloneIsAClass() {
    assertEquals(List.of("4"), read(CLASSES, "4 1:1\n4 2:1\n").classNames());
  }

  @Test
  void otherFilesAreReadLikeTheFirst() throws IOException {
    Path train = file("train.svm", "7 1:1 3:2\n2 0:1\n");
    Path test = file("test.svm", "7 1:5\n");
    List<Dataset> both = CLASSES.readAll(train, test);
    assertArrayEquals(new double[] {0, 5, 0, 0}, both.get(1).row(0));
    assertArrayEquals(new double[] {1}, both.get(1).targets());
    assertEquals(List.of("2", "7"), both.get(1).classNames());
    both.get(0).checkSameColumns("train", "test", both.get(1));
  }

  @Test
  void whatTheFirstFileDoesNotHaveIsAnErrorInTheOthers() throws IOException {
    Path train = file("train.svm", "1 1:1 3:2\n2 2:1\n");
    Path wide = file("wide.svm", "1 1:1\n2 2:1 4:5\n");
    Path zero = file("zero.svm", "1 0:1\n");
    Path other = file("other.svm", "3 1:1\n");
    assertEquals(
        wide
            + ", line 2, column 7: index must be at most 3, as the rows are to have 3 features"
            + " from index 1 on, but is 4",
        Rejected.message(() -> CLASSES.readAll(train, wide)));
    assertEquals(
        zero
            + ", line 1, column 3: index must be at least 1 where the first column is 1, but is 0;"
            + " zeroBased() reads files whose first column is 0",
        Rejected.message(() -> CLASSES.readAll(train, wide.resolveSibling("zero.svm"))));
    assertEquals(
        other + ", line 1, column 1: label must be one of [1, 2], but is \"3\"",
        Rejected.message(() -> CLASSES.readAll(train, other)));
    assertEquals(2, NUMBERS.readAll(train, other).size(), "a number may be new");
  }

  @Test
  void aPackedFileIsToldByItsFirstTwoBytesNotByItsName() throws IOException {
    byte[] packed = SvmlightTexts.packed(SvmlightTexts.bytes("\uFEFF1 1:2\n"));
    assertArrayEquals(new double[] {2}, read(NUMBERS, new ByteArrayInputStream(packed)).row(0));
    Path plain = file("plain.svm.gz", "1 1:2\n");
    assertArrayEquals(new double[] {2}, NUMBERS.read(plain).row(0));
  }

  @Test
  void aPackedFileMayBeSeveralOneBehindTheOther() {
    byte[] one = SvmlightTexts.packed(SvmlightTexts.bytes("1 1:2\n2 1"));
    byte[] other = SvmlightTexts.packed(SvmlightTexts.bytes(":3\n"));
    byte[] both = new byte[one.length + other.length];
    System.arraycopy(one, 0, both, 0, one.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    assertArrayEquals(new double[] {2, 3}, read(NUMBERS, new ByteArrayInputStream(both)).column(0));
  }
}
