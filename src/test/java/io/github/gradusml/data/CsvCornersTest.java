package io.github.gradusml.data;

import static io.github.gradusml.Rejected.with;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.gradusml.Inputs;
import io.github.gradusml.Rejected;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that few files have: nothing is lost in silence, and no advice leads to a wrong number. */
class CsvCornersTest {
  private static final CsvReader B = CsvReader.target("b");
  private static final CsvReader KIND = CsvReader.classTarget("kind");

  private static Dataset read(CsvReader reader, String text) throws IOException {
    return reader.read(new StringReader(text), "data.csv");
  }

  private static Executable reading(CsvReader reader, String text) {
    return () -> read(reader, text);
  }

  static Stream<Arguments> noCharacters() {
    String no = "must be text, but has U+FFFF, which is no character";
    return Stream.of(
        with("data.csv, after line 2: " + no, reading(B, "a,b\n1,2\n\uFFFF\n3,4\n")),
        with("data.csv, after line 2: " + no, reading(B, "a,b\n1,2\n\uFFFF")),
        with("data.csv, after line 2: " + no, reading(B, "a,b\r1,2\r\uFFFF\r\n")),
        with("data.csv, after line 2: " + no, reading(B, "a,b\n1,2\n3,\"4\n\uFFFF\"\n")),
        with("data.csv, after line 1: " + no, reading(KIND, "a,kind\n1,ro\uFFFFse\n")),
        with("data.csv, at its start: " + no, reading(B, "\uFFFF")));
  }

  @ParameterizedTest
  @MethodSource("noCharacters")
  void whatIsNoCharacterIsRefusedWhereverItStands(String message, Executable call) {
    assertEquals(message, Rejected.message(call));
  }

  static Stream<Arguments> tooSmall() {
    String what =
        ": must be 0 or a number that a double can tell from 0, at least 4.9e-324, but is ";
    return Stream.of(
        with("data.csv, line 2, column \"a\"" + what + "\"1e-400\"", reading(B, "a,b\n1e-400,2\n")),
        with(
            "data.csv, line 2, column \"b\"" + what + "\"-2e-324\"",
            reading(B, "a,b\n1,-2e-324\n")),
        with(
            "data.csv, line 2, column \"a\"" + what + "\"0,1e-330\"",
            reading(B.withDecimalComma().withSeparator(';'), "a;b\n0,1e-330;2\n")));
  }

  @ParameterizedTest
  @MethodSource("tooSmall")
  void aNumberThatWouldBecome0IsRefused(String message, Executable call) {
    assertEquals(message, Rejected.message(call));
  }

  @Test
  void aZeroIsAZeroHoweverItIsWrittenAndTheSmallestNumbersAreNone() throws IOException {
    String text = "a,b\n0e-400,0\n-0.000,0\n00,0\n4.9e-324,0\n-1e-320,0\n";
    assertArrayEquals(new double[] {0, -0.0, 0, 4.9e-324, -1e-320}, Inputs.of(read(B, text)));
  }

  /** FastCSV 4.1.0 drops such a field, and reads the next line as the rest of this one. */
  @ParameterizedTest
  @ValueSource(strings = {"\"\r2\"", "\"2\r\"", "\"\r\r2\"", "\"\r\n2\"", "\" \r 2\""})
  void aQuotedLastFieldWithACarriageReturnIsKept(String last) throws IOException {
    CsvReader reader = CsvReader.target("a").withoutColumn("c");
    for (String end : List.of("\n", "\r\n", "\r", "")) {
      Dataset data = read(reader, "a,b,c\n1,5," + last + "\n2,6," + last + end);
      assertArrayEquals(new double[] {1, 2}, data.targets());
    }
  }

  @Test
  void aLineBreakWithinQuotesIsALineFeedWhateverItIs() throws IOException {
    Dataset data = read(CsvReader.target("b"), "\"a\r\none\",\"a\rtwo\",b\n1,2,3\n");
    assertEquals(List.of("a\none", "a\ntwo"), data.featureNames());
    CsvReader without = B.withoutColumn("a\r\none");
    assertArrayEquals(
        new double[] {2}, Inputs.of(read(without, "\"a\r\none\",\"a\rtwo\",b\n1,2,3\n")));
  }

  @Test
  void aLineBreakOfTwoCharactersIsOneEvenIfTheyComeOneByOne() throws IOException {
    StringReader slow =
        new StringReader("\"two\r\nlines\",b\r\n1,2\r\n3,4\r\n") {
          @Override
          public int read(char[] buffer, int from, int length) throws IOException {
            return super.read(buffer, from, 1);
          }
        };
    assertEquals(List.of("two\nlines"), B.read(slow, "data.csv").featureNames());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b\n1,2\r3,4\r\n5,6", "\ra,b\n\r\n1,2\n\r3,4\r\r\n5,6\r"})
  void lineEndsMayBeMixed(String text) throws IOException {
    assertArrayEquals(new double[] {1, 3, 5}, Inputs.of(read(B, text)));
  }

  @Test
  void aLoneQuoteAtTheEndIsOneThatIsNotClosed() {
    assertEquals(
        "data.csv, line 3: every quote must be closed, but one that is opened here never is",
        Rejected.message(reading(B, "a,b\n1,2\n\"")));
  }

  static Stream<Arguments> commas() {
    CsvReader german = B.withSeparator(';').withDecimalComma();
    return Stream.of(
        with(
            "\"1,000\"; if its comma groups thousands, write it without: withDecimalComma() would"
                + " read 1.000",
            reading(B, "a,b\n\"1,000\",2\n")),
        with(
            "\"-12,345\"; if its comma groups thousands, write it without: withDecimalComma() would"
                + " read -12.345",
            reading(B.withSeparator(';'), "a;b\n-12,345;2\n")),
        with(
            "\"1,000,000\"; its commas group thousands, write it without",
            reading(B, "a,b\n\"1,000,000\",2\n")),
        with(
            "\"1,000.5\"; its commas group thousands, write it without",
            reading(B, "a,b\n\"1,000.5\",2\n")),
        with(
            "\"1,000,000\"; its commas group thousands, write it without",
            reading(german, "a;b\n1,000,000;2\n")),
        with(
            "\"0,125\"; withDecimalComma() reads decimal commas", reading(B, "a,b\n\"0,125\",2\n")),
        with(
            "\"1234,567\"; withDecimalComma() reads decimal commas",
            reading(B, "a,b\n\"1234,567\",2\n")),
        with(
            "\"1,0000\"; withDecimalComma() reads decimal commas",
            reading(B, "a,b\n\"1,0000\",2\n")),
        with(
            "\"1,00,000\"; withoutColumn(\"a\") leaves the column out",
            reading(B, "a,b\n\"1,00,000\",2\n")));
  }

  @ParameterizedTest
  @MethodSource("commas")
  void noAdviceOnACommaLeadsToAWrongNumber(String said, Executable call) {
    assertEquals(
        "data.csv, line 2, column \"a\": must be a number, but is " + said, Rejected.message(call));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1_000", "0x10", "1e5f", "1d", "1L", "Infinity", "-NaN", "\uFF11\uFF12", "1\u00A0000",
        "\u00A01", "1 000", "--1", "1e", "1\u0000", "½", "1e5.0", "+", "."
      })
  void whatOnlyLooksLikeANumberIsNone(String field) {
    assertEquals(
        "data.csv, line 2, column \"b\": must be a number, but is \""
            + field
            + "\"; for class labels, start with CsvReader.classTarget",
        Rejected.message(reading(B, "a,b\n1," + field + "\n")));
  }

  @Test
  void asALabelItIsALabel() throws IOException {
    Dataset data = read(KIND, "x,kind\n1,1_000\n2,\u00A01\n3,1\u0000\n4,+5\n5,Infinity\n");
    assertEquals(List.of("+5", "1\u0000", "1_000", "Infinity", "\u00A01"), data.classNames());
  }

  @ParameterizedTest
  @ValueSource(strings = {"nil", "NAN0", "null?", "na na", "??", "#N/A"})
  void whatIsNearlyAMarkOfMissingIsALabel(String label) throws IOException {
    assertEquals(List.of(label), read(KIND, "x,kind\n1," + label + "\n").classNames());
  }

  @Test
  void aRowWithAMissingValueIsLeftOutEvenIfItsTargetIsNoNumber() throws IOException {
    String text = "a,c,b\n1,1,2\n,1,x\nx,1,\n3,1,4\n";
    assertArrayEquals(new double[] {2, 4}, read(B.withoutIncompleteRows(), text).targets());
  }

  @Test
  void aFieldOfTenMegabytesIsReadAndSaidInShort() throws IOException {
    String x = "x".repeat(10_000_000);
    assertEquals(1, read(B.withoutColumn("a"), "a,c,b\n" + x + ",1,2\n").rows());
    assertEquals(
        "data.csv, line 2, column \"a\": must be a number, but is \""
            + "x".repeat(60)
            + "…\"; withoutColumn(\"a\") leaves the column out",
        Rejected.message(reading(B, "a,b\n" + x + ",2\n")));
  }

  @Test
  void anErrorOfTheJvmIsPassedOnAsItIs() {
    StringReader broken =
        new StringReader("") {
          @Override
          public int read(char[] buffer, int from, int length) {
            throw new OutOfMemoryError("as in a test");
          }
        };
    assertThrows(OutOfMemoryError.class, () -> B.read(broken, "data.csv"));
  }
}
