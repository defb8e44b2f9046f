package io.github.gradusml.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Thousands of random files across the ends of buffers, held to a reader of whole strings. */
class SvmlightFuzzTest {
  private static final SvmlightReader READER = SvmlightReader.target();
  private static final String NUMBER = "[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?";

  private static final String[] LABELS = {"1", "-1", "+2.5", "0", "1e3"};
  private static final String[] VALUES = {
    "1", "-2.5", "3e1", ".75", "0", "0.1234567890123456789", "12345678901234567"
  };
  private static final String[] ODD = {
    "",
    ":",
    "1",
    "x",
    "1:",
    ":1",
    "1:x",
    "-1:1",
    "qid:3",
    "#",
    "#1:1",
    "1,2",
    "nan",
    "5:nan",
    "3:1#",
    "\u0000",
    "\u000B",
    "3:\u00A0",
    "ü",
    "9999999999:1",
    "2:1:1",
    "\r",
    "\n",
    "!",
    "0:1"
  };
  private static final String[] LINE_ENDS = {"\n", "\r\n", "\r", "\n\n", " \r\n", "\t\n", "#\n"};

  private static String one(String[] of, Random random) {
    return of[random.nextInt(of.length)];
  }

  /** A text of a few lines; a long comment may come first, so that others meet a buffer's end. */
  private static String text(Random random, int longestComment, int oddOnceIn) {
    StringBuilder text = new StringBuilder(random.nextInt(9) == 0 ? "\uFEFF" : "");
    text.append('#').append("-".repeat(longestComment - random.nextInt(60))).append('\n');
    for (int lines = random.nextInt(6); lines > 0; lines--) {
      text.append(one(LABELS, random));
      int index = random.nextInt(20);
      for (int entries = random.nextInt(5); entries > 0; entries--) {
        index += 1 + random.nextInt(3);
        text.append(random.nextInt(9) == 0 ? "\t  " : " ");
        text.append(
            random.nextInt(oddOnceIn) == 0 ? one(ODD, random) : index + ":" + one(VALUES, random));
      }
      text.append(one(LINE_ENDS, random));
    }
    int cut = random.nextInt(3) == 0 ? random.nextInt(4) : 0;
    return text.substring(0, text.length() - cut);
  }

  /** A row as it should be read: its label, and numbers by index. */
  private record Row(double label, TreeMap<Integer, Double> entries) {}

  /** The rows of a text; null where it is to be refused. */
  private static List<Row> rows(String text) {
    List<Row> rows = new ArrayList<>();
    for (String line : text.replaceFirst("^\uFEFF", "").split("\r\n|\r|\n")) {
      String[] tokens = line.replaceFirst("(?s)#.*", "").split("[ \t]+");
      List<String> some = new ArrayList<>(List.of(tokens));
      some.removeIf(String::isEmpty);
      if (some.isEmpty()) {
        continue;
      }
      if (!some.get(0).matches(NUMBER)) {
        return null;
      }
      Row row = new Row(Double.parseDouble(some.get(0)), new TreeMap<>());
      for (String token : some.subList(some.size() > 1 && isQuery(some) ? 2 : 1, some.size())) {
        if (!token.matches("\\d{1,9}:" + NUMBER) || !add(token.split(":"), row)) {
          return null;
        }
      }
      rows.add(row);
    }
    return rows.stream().allMatch(row -> row.entries.isEmpty()) ? null : rows;
  }

  private static boolean isQuery(List<String> tokens) {
    return tokens.get(1).startsWith("qid:");
  }

  private static boolean add(String[] entry, Row row) {
    int index = Integer.parseInt(entry[0]);
    boolean ascends = row.entries.isEmpty() || index > row.entries.lastKey();
    row.entries.put(index, Double.parseDouble(entry[1]));
    return ascends;
  }

  private static void assertSame(List<Row> expected, Dataset data, String text) {
    int first = expected.stream().anyMatch(row -> row.entries.containsKey(0)) ? 0 : 1;
    int last =
        expected.stream()
            .filter(row -> !row.entries.isEmpty())
            .mapToInt(row -> row.entries.lastKey())
            .max()
            .orElseThrow();
    assertEquals(last - first + 1, data.features(), text);
    assertEquals(expected.size(), data.rows(), text);
    for (int i = 0; i < data.rows(); i++) {
      double[] row = new double[data.features()];
      expected.get(i).entries.forEach((index, value) -> row[index - first] = value);
      assertArrayEquals(row, data.row(i), text);
      assertEquals(expected.get(i).label, data.target(i), text);
    }
  }

  @Test
  void smallFilesAreReadAsTheOracleReadsThemOrRefusedWithIt() {
    assertAgreement(4_000, 60, 8);
    assertAgreement(4_000, 60, 40);
  }

  @Test
  void soAreFilesAcrossTheEndsOfBuffers() {
    assertAgreement(100, 1 << 16, 40);
    assertAgreement(100, (1 << 16) + 40, 40);
  }

  private static void assertAgreement(int files, int longestComment, int oddOnceIn) {
    Random random = new Random(longestComment + oddOnceIn);
    int read = 0;
    for (int k = 0; k < files; k++) {
      String text = text(random, longestComment, oddOnceIn);
      byte[] bytes = SvmlightTexts.bytes(text);
      byte[] content = random.nextInt(4) == 0 ? SvmlightTexts.packed(bytes) : bytes;
      var source = SvmlightTexts.halting(content, random);
      List<Row> expected = rows(text);
      if (expected == null) {
        Rejected.message(() -> SvmlightTexts.read(READER, source));
      } else {
        read++;
        assertSame(expected, SvmlightTexts.read(READER, source), text);
      }
    }
    assertTrue(read > files / 5 && read < files, read + " of " + files + " are read");
  }

  /** Bytes of any kind, and files of which some bytes were changed. */
  @Test
  void whateverAFileHoldsItIsReadOrRefusedWithAMessage() {
    Random random = new Random(1);
    byte[] sound = SvmlightTexts.bytes("1 qid:1 1:0.5 7:-2e3 # note\r\n-1 2:3\n\n2 1:1 9:4\n");
    byte[] packed = SvmlightTexts.packed(sound);
    int read = 0;
    for (int k = 0; k < 6_000; k++) {
      byte[] content = k % 3 == 0 ? new byte[random.nextInt(90)] : null;
      if (content == null) {
        content = (k % 3 == 1 ? sound : packed).clone();
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
          content[random.nextInt(content.length)] = (byte) random.nextInt();
        }
      } else {
        random.nextBytes(content);
      }
      read += isRead(content) ? 1 : 0;
    }
    assertTrue(read > 100 && read < 5_000, read + " are read");
  }

  private static boolean isRead(byte[] content) {
    try {
      SvmlightTexts.read(READER, new ByteArrayInputStream(content));
      return true;
    } catch (IllegalArgumentException e) {
      assertTrue(e.getMessage().startsWith("data.svm"), e.getMessage());
      assertThrows(
          IllegalArgumentException.class,
          () -> SvmlightTexts.read(READER, SvmlightTexts.halting(content, new Random(2))),
          "the same in small bites");
      return false;
    }
  }
}
