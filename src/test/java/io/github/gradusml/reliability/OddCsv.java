package io.github.gradusml.reliability;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** A file that nobody would write, and the settings to read it with; the same for a seed. */
final class OddCsv {
  private static final List<String> NUMBERS =
      List.of(
          "0",
          "1",
          "-2.5",
          "+3",
          "3e1",
          ".75",
          "5.",
          "-0",
          "00012",
          "1e308",
          "-1.797693134862315e308",
          "4.9e-324",
          "1e-310",
          "0e999999999999",
          "9007199254740993",
          "0.1234567890123456789",
          "123456789012345678901234567890",
          "2,5",
          "1e+5",
          "7E-2");
  private static final List<String> ODD =
      List.of(
          "",
          " ",
          "?",
          "NA",
          "n/a",
          "NaN",
          "null",
          "1e309",
          "1e-400",
          "1e99999999999999999999",
          ".",
          "-",
          "e5",
          "1e",
          "1e+",
          "--1",
          "1.2.3",
          "1,000",
          "2,5",
          "1,234.5",
          "1_000",
          "0x1p3",
          "1d",
          "2f",
          "Infinity",
          "-inf",
          "\u0661",
          "\uFF11",
          "\u00A01",
          "\u20031",
          "1\u0000",
          "\u0000",
          "\uFEFF",
          "x",
          "caf\u00E9",
          "\uD83D\uDE00",
          "a\"b",
          "\"",
          "\"\"",
          "\"a\"b",
          " \"q\"",
          "\"1\" ",
          "\uFFFF",
          "\n",
          "\r",
          "\t");
  private static final List<String> LABELS =
      List.of("yes", "no", "yes", "no", "yes", "no", "yes", "no", "maybe", "1");
  private static final List<String> HEADERS =
      List.of(
          "a", "b", "c", "note", "y", "x1", "", "1", "2", "a b", "\"a\"", "\"b,c\"", "\"d\ne\"");
  private static final List<String> LINE_ENDS =
      List.of("\n", "\n", "\n", "\r\n", "\r", "\n\n", "\r\n\r\n", "\n\r");
  private static final String SOUP =
      "\"\"\"\n\r,;\t 01259.-+eE\u0000\uFEFFxyab\u00E9\uD83D\uDE00\uFFFF";

  private final SplittableRandom random;
  private final CsvFormat format;
  private final byte[] bytes;

  OddCsv(long seed) {
    this.random = new SplittableRandom(seed);
    this.format = randomFormat();
    int kind = random.nextInt(100);
    this.bytes =
        kind < 70
            ? encoded(table(8, 4))
            : kind < 80 ? encoded(soup()) : kind < 85 ? noise() : kind < 99 ? damaged() : large();
  }

  CsvFormat format() {
    return format;
  }

  byte[] bytes() {
    return bytes;
  }

  private boolean onceIn(int times) {
    return random.nextInt(times) == 0;
  }

  private String one(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }

  private CsvFormat randomFormat() {
    boolean header = !onceIn(4);
    boolean labeled = onceIn(3);
    char separator = onceIn(3) ? one(List.of(";", "\t", " ", "|")).charAt(0) : ',';
    boolean named = !onceIn(4);
    return new CsvFormat(
        named ? (header ? "y" : "x1") : null,
        named ? -1 : random.nextInt(3),
        labeled,
        labeled && onceIn(2) ? List.of("no", "yes") : List.of(),
        header,
        separator,
        separator != ',' && onceIn(2),
        onceIn(2),
        header && onceIn(4) ? List.of("note") : List.of());
  }

  /** A table as people write them, with odd fields in one of some tables. */
  private String table(int mostRows, int mostColumns) {
    StringBuilder text = new StringBuilder(onceIn(9) ? "\uFEFF" : "");
    int columns = onceIn(20) ? 1 : 3 + random.nextInt(mostColumns);
    int target = format.target() == null ? format.position() : format.header() ? 0 : 1;
    int note = format.ignored().isEmpty() ? -1 : columns - 1;
    int oddOnceIn = onceIn(3) ? 4 + random.nextInt(60) : 1_000_000;
    if (format.header()) {
      for (int j = 0; j < columns; j++) {
        String name = onceIn(40) ? one(HEADERS) : j == note ? "note" : "f" + j;
        text.append(j == 0 ? "" : "" + format.separator())
            .append(j == target && !onceIn(40) ? "y" : name);
      }
      text.append(one(LINE_ENDS));
    }
    for (int rows = 1 + random.nextInt(mostRows); rows > 0; rows--) {
      int fields = onceIn(oddOnceIn) ? random.nextInt(columns + 2) : columns;
      for (int j = 0; j < fields; j++) {
        text.append(j == 0 ? "" : "" + format.separator());
        text.append(field(j == target && format.labeled(), oddOnceIn));
      }
      text.append(onceIn(oddOnceIn) ? "\n \n" : one(LINE_ENDS));
    }
    int cut = onceIn(6) ? random.nextInt(4) : 0;
    return text.substring(0, Math.max(0, text.length() - cut));
  }

  private String field(boolean label, int oddOnceIn) {
    String field = onceIn(oddOnceIn) ? one(ODD) : one(label ? LABELS : NUMBERS);
    field = format.decimalComma() ? field.replace('.', ',') : field;
    boolean needsQuotes = field.indexOf(format.separator()) >= 0;
    return needsQuotes || onceIn(8) ? '"' + field.replace("\"", "\"\"") + '"' : field;
  }

  private String soup() {
    StringBuilder text = new StringBuilder(onceIn(2) ? "" : "y" + format.separator() + "b\n");
    for (int k = random.nextInt(80); k > 0; k--) {
      char c = SOUP.charAt(random.nextInt(SOUP.length()));
      text.append(onceIn(4) ? format.separator() : c);
    }
    return text.toString();
  }

  private byte[] noise() {
    byte[] noise = new byte[random.nextInt(60)];
    for (int k = 0; k < noise.length; k++) {
      noise[k] = (byte) random.nextInt(256);
    }
    return noise;
  }

  /** A table of which some bytes are others, are missing, or come twice. */
  private byte[] damaged() {
    byte[] table = encoded(table(8, 4));
    for (int k = 1 + random.nextInt(3); k > 0 && table.length > 0; k--) {
      int at = random.nextInt(table.length);
      byte[] tail = Arrays.copyOfRange(table, at, table.length);
      switch (random.nextInt(3)) {
        case 0 -> table[at] = (byte) SOUP.charAt(random.nextInt(SOUP.length()));
        case 1 -> table = Arrays.copyOf(table, at);
        default -> table = joined(table, tail);
      }
    }
    return table;
  }

  private static byte[] joined(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  /** Many rows, many columns, or a field that is longer than every buffer. */
  private byte[] large() {
    String table = onceIn(2) ? table(800, 4) : table(4, 2000);
    String part = one(List.of("9", "0", "-", "a", "1.", "\"\"", " ", "\uD83D\uDE00", "\n"));
    String field = part.repeat(random.nextInt(20_000));
    int at = onceIn(2) ? table.indexOf(format.separator()) : table.lastIndexOf(format.separator());
    boolean asItIs = onceIn(2) || at < 0;
    return encoded(
        asItIs ? table : table.substring(0, at + 1) + '"' + field + '"' + table.substring(at + 1));
  }

  private static byte[] encoded(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
