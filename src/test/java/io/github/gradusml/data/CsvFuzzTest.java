package io.github.gradusml.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Inputs;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Thousands of random tables, held to a parser that goes character by character. */
class CsvFuzzTest {
  /** Columns a, note, b: a feature, one that is left out, and the target. */
  private static final CsvReader FORMAT =
      CsvReader.target("b").withoutColumn("note").withoutIncompleteRows();

  private static final String[] NUMBERS = {"1", "-2.5", "3e1", "\"4\"", " 5 ", "\" 6\"", ".75"};
  private static final String[] ODD_FIELDS = {
    "",
    "\"\"",
    "?",
    "\"\r7\"",
    "\"8\r\"",
    "\"9\r\n\"",
    "\"\n\"",
    "x",
    "\"a\"\"b\"",
    " \"q\"",
    "\"",
    "\"a\"b",
    "1,",
    "\uFFFF",
    "\"\uFFFF\"",
    "\r",
    "\n",
    "NA",
    "1e-400",
    "\u0000"
  };
  private static final String[] NOTES = {
    "",
    "good",
    "\"\r\"",
    "\"a\rb\"",
    "\"a\r\n,b\"",
    "\"\n\"",
    "\"say \"\"hi\"\"\"",
    " \"q",
    "\"\"\"\""
  };
  private static final String[] LINE_ENDS = {"\n", "\r\n", "\r", "\n\n", "\r\n\r\n", "\n\r"};

  private static String one(String[] of, Random random) {
    return of[random.nextInt(of.length)];
  }

  private static String field(Random random, int oddOnceIn) {
    return one(random.nextInt(oddOnceIn) == 0 ? ODD_FIELDS : NUMBERS, random);
  }

  /** A table of a few lines; a long note may come first, so that others meet a buffer's end. */
  private static String table(Random random, int longestNote, int oddOnceIn) {
    StringBuilder text = new StringBuilder(random.nextInt(9) == 0 ? "\uFEFF" : "");
    text.append("a,note,b\n1,").append("-".repeat(longestNote - random.nextInt(40))).append(",2\n");
    for (int lines = random.nextInt(6); lines > 0; lines--) {
      String note = random.nextInt(3) == 0 ? field(random, oddOnceIn) : one(NOTES, random);
      text.append(field(random, oddOnceIn)).append(',').append(note).append(',');
      text.append(field(random, oddOnceIn)).append(one(LINE_ENDS, random));
    }
    int cut = random.nextInt(3) == 0 ? random.nextInt(4) : 0;
    return text.substring(0, text.length() - cut);
  }

  @Test
  void smallTablesAreReadAsTheOracleReadsThemOrRefusedWithIt() throws IOException {
    assertAgreement(6_000, 40, 8);
    assertAgreement(6_000, 40, 40);
  }

  @Test
  void soAreTablesAcrossTheEndsOfBuffers() throws IOException {
    assertAgreement(500, 8_192, 40);
    assertAgreement(500, 16_384, 40);
  }

  private static void assertAgreement(int tables, int longestNote, int oddOnceIn)
      throws IOException {
    Random random = new Random(longestNote + oddOnceIn);
    int read = 0;
    for (int k = 0; k < tables; k++) {
      String text = table(random, longestNote, oddOnceIn);
      Reader source = new Halting(new StringReader(text), random);
      List<double[]> expected = Oracle.rows(text);
      if (expected == null) {
        assertThrows(
            IllegalArgumentException.class, () -> FORMAT.read(source, "data.csv"), quoted(text));
        continue;
      }
      read++;
      Dataset data = FORMAT.read(source, "data.csv");
      assertArrayEquals(column(expected, 0), Inputs.of(data), quoted(text));
      assertArrayEquals(column(expected, 1), data.targets(), quoted(text));
    }
    assertTrue(read > tables / 10 && read < tables, read + " of " + tables + " are read");
  }

  private static String quoted(String text) {
    return text.replaceAll("-{9,}", "--------…").replace("\r", "<CR>").replace("\n", "<LF>");
  }

  private static double[] column(List<double[]> rows, int column) {
    return rows.stream().mapToDouble(row -> row[column]).toArray();
  }

  /** A source that now and then gives fewer characters than it is asked for. */
  private static final class Halting extends FilterReader {
    private final Random random;

    Halting(Reader source, Random random) {
      super(source);
      this.random = random;
    }

    @Override
    public int read(char[] buffer, int from, int length) throws IOException {
      int most = random.nextBoolean() ? length : 1 + random.nextInt(4);
      return in.read(buffer, from, Math.min(most, length));
    }
  }

  /** What the tables hold, told in the plainest way. */
  private static final class Oracle {
    /** Pairs of feature and target; null where the table must be refused. */
    static List<double[]> rows(String text) {
      List<List<String>> lines = lines(text);
      if (lines == null || text.indexOf('\uFFFF') >= 0) {
        return null;
      }
      List<double[]> rows = new ArrayList<>();
      for (List<String> line : lines.subList(1, lines.size())) {
        if (line.size() != 3) {
          return null;
        }
        String a = line.get(0).strip();
        String b = line.get(2).strip();
        if (isMissing(b) || isMissing(a)) {
          continue;
        }
        if (!isNumber(a) || !isNumber(b)) {
          return null;
        }
        rows.add(new double[] {Double.parseDouble(a), Double.parseDouble(b)});
      }
      return rows.isEmpty() ? null : rows;
    }

    private static boolean isMissing(String field) {
      return Stream.of("", "?", "NA").anyMatch(field::equals);
    }

    private static boolean isNumber(String field) {
      return field.matches("-?([0-9]+\\.?[0-9]*|\\.[0-9]+)(e-?[0-9]+)?")
          && (Double.parseDouble(field) == 0) == (new BigDecimal(field).signum() == 0);
    }

    /** Null where a quote is not closed, or something follows one that is. */
    private static List<List<String>> lines(String text) {
      String plain =
          (text.startsWith("\uFEFF") ? text.substring(1) : text)
              .replace("\r\n", "\n")
              .replace('\r', '\n');
      plain += plain.endsWith("\n") ? "" : "\n";
      List<List<String>> lines = new ArrayList<>();
      List<String> line = new ArrayList<>();
      int i = 0;
      while (i < plain.length()) {
        StringBuilder field = new StringBuilder();
        if (plain.charAt(i) == '"') {
          for (i++; i < plain.length(); i++) {
            boolean quote = plain.charAt(i) == '"';
            if (quote && !plain.startsWith("\"\"", i)) {
              break;
            }
            i += quote ? 1 : 0;
            field.append(plain.charAt(i));
          }
          i++;
          if (i >= plain.length() || ",\n".indexOf(plain.charAt(i)) < 0) {
            return null;
          }
        } else {
          if (plain.charAt(i) == '\n' && line.isEmpty()) {
            i++;
            continue;
          }
          for (; ",\n".indexOf(plain.charAt(i)) < 0; i++) {
            field.append(plain.charAt(i));
          }
        }
        line.add(field.toString());
        if (plain.charAt(i++) == '\n') {
          lines.add(line);
          line = new ArrayList<>();
        }
      }
      return lines;
    }
  }
}
