package io.github.gradusml.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Inputs;
import io.github.gradusml.Rejected;
import io.github.gradusml.reliability.CsvFormat;
import io.github.gradusml.reliability.PlainCsv;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Thousands of random tables across the ends of buffers, held to {@link PlainCsv}. */
class CsvFuzzTest {
  /** Columns a, note, b: a feature, one that is left out, and the target. */
  private static final CsvFormat FORMAT = CsvFormat.of("b").skipping("note");

  private static final CsvReader READER = FORMAT.reader();

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
      PlainCsv.Reading expected = PlainCsv.read(text, FORMAT);
      if (expected.problem() != null) {
        String message = Rejected.message(() -> READER.read(source, "data.csv"));
        assertTrue(message.contains(expected.problem()), message + ": " + quoted(text));
        continue;
      }
      read++;
      Dataset data = READER.read(source, "data.csv");
      assertArrayEquals(expected.column(0), Inputs.of(data), quoted(text));
      assertArrayEquals(expected.y(), data.targets(), quoted(text));
    }
    assertTrue(read > tables / 10 && read < tables, read + " of " + tables + " are read");
  }

  private static String quoted(String text) {
    return text.replaceAll("-{9,}", "--------…").replace("\r", "<CR>").replace("\n", "<LF>");
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
}
