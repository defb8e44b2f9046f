package io.github.gradusml.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.rows.Rows;
import io.github.gradusml.rows.SparseRowsBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written comes back, to the last bit. */
class SvmlightWriterTest {
  private static final Dataset SMALL =
      Dataset.of(
          new double[][] {{1, 0, -0.5}, {0, -0.0, 0}, {0, 1e15, 1e23}}, new double[] {1, -1, 2.5});

  @TempDir Path folder;

  private String written(SvmlightWriter writer, Dataset data) throws IOException {
    Path file = folder.resolve("data.svm");
    writer.write(data, file);
    return Files.readString(file);
  }

  @Test
  void aLineIsALabelAndTheColumnsThatAreNotZero() throws IOException {
    assertEquals(
        "1 1:1 3:-0.5\n-1\n2.5 2:1000000000000000 3:1.0E23\n",
        written(SvmlightWriter.oneBased(), SMALL));
    assertEquals(
        "1 0:1 2:-0.5\n-1\n2.5 1:1000000000000000 2:1.0E23\n",
        written(SvmlightWriter.zeroBased(), SMALL));
  }

  @Test
  void sparseRowsAreWrittenAsDenseOnesAre() throws IOException {
    SparseRowsBuilder rows = Rows.sparse(3);
    for (int i = 0; i < SMALL.rows(); i++) {
      rows.add(SMALL.inputs().indices(i), SMALL.inputs().values(i));
    }
    Dataset sparse = Dataset.of(rows.build(), SMALL.targets());
    assertEquals(
        written(SvmlightWriter.oneBased(), SMALL), written(SvmlightWriter.oneBased(), sparse));
  }

  private static double number(Random random) {
    double any = Double.longBitsToDouble(random.nextLong());
    return switch (random.nextInt(4)) {
      case 0 -> random.nextInt(2000) - 1000;
      case 1 -> random.nextGaussian();
      case 2 -> Double.isFinite(any) ? any : Double.MIN_VALUE;
      default -> random.nextInt(1000) / 8.0 * 1e-5;
    };
  }

  private static Dataset data(Random random) {
    int d = 1 + random.nextInt(30);
    int n = 1 + random.nextInt(20);
    SparseRowsBuilder rows = Rows.sparse(d);
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      int[] indices = random.ints(random.nextInt(d + 1), 0, d).sorted().distinct().toArray();
      double[] values = new double[indices.length];
      for (int k = 0; k < values.length; k++) {
        values[k] = number(random);
      }
      rows.add(indices, values);
      y[i] = number(random);
    }
    return Dataset.of(rows.build(), y);
  }

  private static void assertSame(Dataset data, Dataset read) {
    assertEquals(data.features(), read.features());
    assertArrayEquals(data.targets(), read.targets());
    assertEquals(data.classNames(), read.classNames());
    for (int i = 0; i < data.rows(); i++) {
      assertArrayEquals(data.inputs().indices(i), read.inputs().indices(i));
      assertArrayEquals(data.inputs().values(i), read.inputs().values(i));
    }
  }

  @ParameterizedTest
  @CsvSource({"1, data.svm", "0, data.svm", "1, data.svm.gz", "0, data.svm.gz"})
  void randomRowsComeBackToTheLastBit(int first, String name) {
    Random random = new Random(first);
    Path file = folder.resolve(name);
    SvmlightWriter writer = first == 1 ? SvmlightWriter.oneBased() : SvmlightWriter.zeroBased();
    SvmlightReader reader = SvmlightReader.target();
    for (int k = 0; k < 100; k++) {
      Dataset data = data(random);
      writer.write(data, file);
      SvmlightReader same = reader.withFeatures(data.features());
      assertSame(data, (first == 1 ? same.oneBased() : same.zeroBased()).read(file));
    }
  }

  @Test
  void aNameThatEndsInGzIsPacked() throws IOException {
    Path plain = folder.resolve("plain.svm");
    Path packed = folder.resolve("packed.svm.gz");
    SvmlightWriter.oneBased().write(Datasets.breastCancer(), plain);
    SvmlightWriter.oneBased().write(Datasets.breastCancer(), packed);
    assertTrue(Files.size(packed) < Files.size(plain) / 2);
    assertSame(SvmlightReader.target().read(plain), SvmlightReader.target().read(packed));
  }

  @Test
  void classesWhoseNamesAreNumbersAreWrittenByName() throws IOException {
    Dataset data =
        Dataset.of(new double[][] {{1}, {2}, {3}}, new double[] {0, 2, 1})
            .withClassNames("2", "5", "10");
    assertEquals("2 1:1\n10 1:2\n5 1:3\n", written(SvmlightWriter.oneBased(), data));
    assertSame(data, SvmlightReader.classTarget().read(folder.resolve("data.svm")));
  }

  @Test
  void namesThatDoNotAscendOrHaveNoRowAreGivenAgain() throws IOException {
    Dataset data =
        Dataset.of(new double[][] {{1}, {2}}, new double[] {0, 2}).withClassNames("3", "2", "1");
    assertEquals("3 1:1\n1 1:2\n", written(SvmlightWriter.oneBased(), data));
    SvmlightReader reader = SvmlightReader.classTarget().withLabels("3", "2", "1");
    assertSame(data, reader.read(folder.resolve("data.svm")));
  }

  @Test
  void classesOfOtherNamesAreWrittenByNumber() throws IOException {
    Dataset data =
        Dataset.of(new double[][] {{1}, {2}, {3}}, new double[] {0, 1, 1})
            .withClassNames("ham", "spam");
    assertEquals("0 1:1\n1 1:2\n1 1:3\n", written(SvmlightWriter.oneBased(), data));
    assertSame(
        data,
        SvmlightReader.target().read(folder.resolve("data.svm")).withClassNames("ham", "spam"));
    assertEquals(
        "-1 1:1\n1 1:2\n1 1:3\n", written(SvmlightWriter.oneBased(), data.withTargets(-1, 1)));
  }

  @Test
  void targetsThatNumberNoClassesAreWrittenAsTheyAre() throws IOException {
    Dataset data = Dataset.of(new double[][] {{1}, {2}}, new double[] {0, 1});
    Dataset signs = data.withClassNames("0", "1").withTargets(-1, 1);
    assertEquals("-1 1:1\n1 1:2\n", written(SvmlightWriter.oneBased(), signs));
    Dataset same = data.withClassNames("1", "1.0");
    assertEquals("0 1:1\n1 1:2\n", written(SvmlightWriter.oneBased(), same));
  }

  @Test
  void whatTheFormatCannotSayIsRefused() {
    Path file = folder.resolve("data.svm");
    assertEquals(
        "data must have no row weights, as the format has no place for them; write"
            + " Dataset.of(data.inputs(), data.targets()), and the weights elsewhere",
        Rejected.message(() -> SvmlightWriter.oneBased().write(SMALL.withWeights(1, 2, 3), file)));
    Dataset texts = Dataset.of(Rows.texts(List.of("one", "two")), new double[] {0, 1});
    assertEquals(
        "data must have rows of numbers, but has texts; make columns of their words first",
        Rejected.message(() -> SvmlightWriter.oneBased().write(texts, file)));
    assertTrue(Files.notExists(file));
  }

  @Test
  void aFileIsReplacedAtOnceOrLeftAlone() throws IOException {
    Path file = Files.writeString(folder.resolve("data.svm"), "1 1:1\n");
    SvmlightWriter.oneBased().write(SMALL, file);
    assertEquals(3, SvmlightReader.target().read(file).rows());
    try (Stream<Path> all = Files.list(folder)) {
      assertEquals(List.of(file), all.toList(), "nothing is left aside");
    }
    assertEquals(
        "file " + folder + " cannot be written: it is a folder",
        assertThrows(
                UncheckedIOException.class, () -> SvmlightWriter.zeroBased().write(SMALL, folder))
            .getMessage());
  }
}
