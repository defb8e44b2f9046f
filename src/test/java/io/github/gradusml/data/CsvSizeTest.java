package io.github.gradusml.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Allocated;
import io.github.gradusml.Rejected;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tables of many rows, labels and columns: work and memory in proportion to them. */
class CsvSizeTest {
  private static Dataset read(CsvReader reader, String text) {
    try {
      return reader.read(new StringReader(text), "data.csv");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String lines(String header, int count, IntFunction<String> line) {
    return IntStream.range(0, count)
        .mapToObj(line)
        .collect(Collectors.joining("\n", header + "\n", "\n"));
  }

  private static String columns(int count) {
    return IntStream.range(0, count).mapToObj(j -> "g" + j).collect(Collectors.joining(","));
  }

  /**
   * All that is ever allocated is a bound on what is there at once; 64 bytes a row are for a name
   * that is made of each, should it be needed in a message.
   */
  @Test
  void readingTakesTwiceTheMemoryOfTheNumbersAndALittle() {
    int n = 40_000;
    String text = lines(columns(10) + ",y", n, i -> "0.25,".repeat(9) + i + "," + i % 100);
    CsvReader reader = CsvReader.target("y");
    read(reader, text); // classes are loaded, and what the compiler leaves to the heap is settled
    long bytes = Allocated.by(() -> read(reader, text));
    assertTrue(bytes < 2 * 8 * 11 * n + 64 * n + 200_000, bytes + " bytes for " + 8 * 11 * n);
  }

  /** In time proportional to n²: over a minute. */
  @Test
  void everyRowMayHaveALabelOfItsOwn() {
    int n = 160_000;
    String text = lines("x,kind", n, i -> i + ",k" + (n - 1 - i));
    Dataset data = read(CsvReader.classTarget("kind"), text);
    assertEquals(n, data.classNames().size());
    assertEquals("k0", data.classNames().get((int) data.target(n - 1)));
    assertEquals(
        "Dataset(160000 rows × 1 features, classes"
            + " [k0, k1, k10, k100, k1000, k10000, k100000, k100001, k100002, k100003,"
            + " … 160000 in all])",
        data.toString());
  }

  @Test
  void thousandsOfColumnsMayBeLeftOutOrChosenByName() {
    int d = 50_000;
    String text = columns(d) + "\n" + "1,".repeat(d - 2) + "2,3\n";
    String[] most = IntStream.range(0, d - 2).mapToObj(j -> "g" + j).toArray(String[]::new);
    CsvReader reader = CsvReader.target("g" + (d - 1));
    assertArrayEquals(new double[] {2}, read(reader.withoutColumn(most), text).row(0));
    assertEquals(d - 2, read(reader, text).selectFeatures(most).features());
  }

  @Test
  void aMessageListsTheFirstOfManyNames() {
    String text = columns(1000) + "\n" + "1,".repeat(999) + "2\n";
    String first = "[g0, g1, g2, g3, g4, g5, g6, g7, g8, g9, … 1000 in all]";
    assertEquals(
        "data.csv: target column must be one of " + first + ", but was \"y\"",
        Rejected.message(() -> read(CsvReader.target("y"), text)));
    assertEquals(
        "data.csv: ignored column must be one of " + first + ", but was \"id\"",
        Rejected.message(() -> read(CsvReader.target("g0").withoutColumn("id"), text)));
    Dataset data = read(CsvReader.target("g999").withoutColumn("g10"), text);
    assertEquals(
        "feature must be one of "
            + first.replace("1000", "998")
            + ", but was \"g10\"; closest are \"g0\", \"g1\", \"g100\"",
        Rejected.message(() -> data.selectFeatures("g0", "g10")));
  }

  @Test
  void aNameThatComesTwiceAmongManyIsNamed() {
    String header = columns(1000) + ",g500";
    assertEquals(
        "data.csv: the header's names must differ, but are"
            + " [g0, g1, g2, g3, g4, g5, g6, g7, g8, g9, … 1001 in all], and \"g500\" comes twice",
        Rejected.message(() -> read(CsvReader.target("g0"), header)));
  }

  @Test
  void aBlockMayEndAnywhereInATable() {
    for (int d : new int[] {1, 7, 4096, 8191, 8192, 8193}) {
      int n = 3 + 20_000 / d;
      String text =
          lines(
              columns(d) + ",y",
              n,
              i ->
                  IntStream.range(0, d)
                      .mapToObj(j -> i + "." + j)
                      .collect(Collectors.joining(",", "", "," + i)));
      Dataset data = read(CsvReader.target("y"), text);
      assertEquals(n, data.rows());
      for (int i = 0; i < n; i++) {
        assertEquals(i, data.target(i));
        assertEquals(Double.parseDouble(i + "." + (d - 1)), data.value(i, d - 1));
      }
    }
  }
}
