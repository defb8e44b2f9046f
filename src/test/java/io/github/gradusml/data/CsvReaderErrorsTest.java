package io.github.gradusml.data;

import static io.github.gradusml.Rejected.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.gradusml.Rejected;
import java.io.StringReader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be read, and what is said of it. */
class CsvReaderErrorsTest {
  private static final CsvReader B = CsvReader.target("b");
  private static final CsvReader KIND = CsvReader.classTarget("kind");

  @ParameterizedTest(name = "{0}")
  @MethodSource({"columns", "headers", "rows", "numbers", "labels", "quotes", "settings"})
  void aMistakeIsNamedWithItsPlaceAndARemedy(String message, Executable call) {
    assertEquals(message, Rejected.message(call));
  }

  private static Executable read(CsvReader reader, String text) {
    return () -> reader.read(new StringReader(text), "data.csv");
  }

  static Stream<Arguments> columns() {
    return Stream.of(
        with("data.csv: target column must be one of [a, c], but was \"b\"", read(B, "a,c\n1,2\n")),
        with(
            "data.csv: target column must be one of [a;b], but was \"b\"; is the separator"
                + " another?",
            read(B, "a;b\n1;2\n")),
        with(
            "data.csv: target column must be one of [a, c], at 0 to 1, but was 2",
            read(CsvReader.target(2), "a,c\n1,2\n")),
        with(
            "data.csv: ignored column must be one of [a, b], but was \"id\"",
            read(B.withoutColumn("id"), "a,b\n1,2\n")),
        with(
            "data.csv: the header's names must differ, but are [a, b, a]",
            read(B, "a,b,a\n1,2,3\n")),
        with("data.csv must have a column beside the target, but has [b] alone", read(B, "b\n1\n")),
        with(
            "data.csv must have a column beside the target, but has [id, b] alone",
            read(B.withoutColumn("id"), "id,b\n1,2\n")));
  }

  static Stream<Arguments> headers() {
    CsvReader second = CsvReader.target(1);
    return Stream.of(
        with(
            "data.csv, line 1 looks like data: 1.5, -2; withoutHeader() reads it as such",
            read(second, "1.5,-2\n3,4\n")),
        with(
            "data.csv, line 1 looks like data: 1, 2, 3, 4, 5, …; withoutHeader() reads it as such",
            read(second, "1,2,3,4,5,6\n")),
        with(
            "data.csv, line 2 looks like data: 1, 2; withoutHeader() reads it as such",
            read(B, "\n1,2\n3,4\n")),
        with(
            "data.csv, line 1 looks like data: 1,5, 2; withoutHeader() reads it as such",
            read(second.withDecimalComma().withSeparator(';'), "1,5;2\n3;4\n")),
        with(
            "data.csv, line 1 looks like data: 5.1, setosa; withoutHeader() reads it as such",
            read(CsvReader.classTarget(1), "5.1,setosa\n6,rosa\n")),
        with(
            "data.csv, line 1, column \"x0\": must be a number, but is \"a\";"
                + " if line 1 is a header, read it without withoutHeader()",
            read(second.withoutHeader(), "a,b\n1,2\n")));
  }

  static Stream<Arguments> rows() {
    String none = "data.csv must have at least one row of data, but has none";
    return Stream.of(
        with(none, read(B, "")),
        with(none, read(B, "\uFEFF")),
        with(none, read(B, "a,b\n")),
        with(none, read(B, "a,b\r\n\r\n")),
        with(none, read(B.withoutIncompleteRows(), "a,b\n1,\n")),
        with("data.csv, line 3: must have 2 columns, but has 3", read(B, "a,b\n1,2\n1,2,3\n")),
        with(
            "data.csv, line 5: must have 3 columns, but has 2",
            read(B, "a,b,c\r\n\r\n1,2,3\r\n\r\n1,2\r\n")),
        with(
            "data.csv, line 2: must have 2 columns, but has 1; is ',' the separator?",
            read(B, "a,b\n1;2\n")),
        with(
            "data.csv, line 4: must have 3 columns, but has 2",
            read(B.withoutColumn("note"), "a,b,note\n1,2,\"two\nlines\"\n3,4\n")));
  }

  static Stream<Arguments> numbers() {
    return Stream.of(
        with(
            "data.csv, line 3, column \"a\": is missing; withoutIncompleteRows() leaves such rows out",
            read(B, "a,b\n1,2\n,2\n")),
        with(
            "data.csv, line 2, column \"b\": is missing; withoutIncompleteRows() leaves such rows out",
            read(B, "a,b\n1,NaN\n")),
        with(
            "data.csv, line 2, column \"a\": must be a number, but is \"red\";"
                + " withoutColumn(\"a\") leaves the column out",
            read(B, "a,b\nred,2\n")),
        with(
            "data.csv, line 2, column \"b\": must be a number, but is \"yes\";"
                + " for class labels, start with CsvReader.classTarget",
            read(B, "a,b\n1,yes\n")),
        with(
            "data.csv, line 2, column \"a\": must be a number, but is \"1,5\";"
                + " withDecimalComma() reads decimal commas",
            read(B, "a,b\n\"1,5\",2\n")),
        with(
            "data.csv, line 2, column \"a\": must be a number, but is \"1.500\";"
                + " withDecimalComma() takes numbers without a point",
            read(B.withDecimalComma().withSeparator(';'), "a;b\n1.500;2\n")),
        with(
            "separator must not be ',' beside a decimal comma; withSeparator(';') sets another",
            read(B.withDecimalComma(), "a,b\n1,5\n")),
        with(
            "data.csv, line 2, column \"a\": must be finite, but is \"1e999\"",
            read(B, "a,b\n1e999,2\n")),
        with(
            "data.csv, line 3, column \"x0\": must be a number, but is \"Infinity\";"
                + " withoutColumn(\"x0\") leaves the column out",
            read(CsvReader.target(1).withoutHeader(), "\n1,2\nInfinity,2\n")),
        with(
            "data.csv, line 2, column \"a\": must be a number, but is \"0x1p3\";"
                + " withoutColumn(\"a\") leaves the column out",
            read(B, "a,b\n0x1p3,2\n")),
        with(
            "data.csv, line 2, column \"a\": must be a number, but is \"\u0661\u0662\";"
                + " withoutColumn(\"a\") leaves the column out",
            read(B, "a,b\n\u0661\u0662,2\n")));
  }

  static Stream<Arguments> labels() {
    return Stream.of(
        with(
            "data.csv, line 3, column \"kind\": must be one of [rose, iris], but is \"Iris\"",
            read(KIND.withLabels("rose", "iris"), "a,kind\n1,rose\n2,Iris\n")),
        with(
            "data.csv, line 2, column \"kind\": is missing; withoutIncompleteRows() leaves such rows out",
            read(KIND, "a,kind\n1,\n")));
  }

  static Stream<Arguments> quotes() {
    String never = ": every quote must be closed, but one that is opened here never is";
    CsvReader noted = B.withoutColumn("note");
    return Stream.of(
        with("data.csv, line 3" + never, read(B, "a,b\n1,2\n\"3,4\n5,6\n")),
        with("data.csv, line 3" + never, read(B, "a,b\n1,2\n3,\"4")),
        with("data.csv, line 3" + never, read(B, "a,b\n1,2\n3,\"4\n")),
        with("data.csv, line 1" + never, read(B, "a,\"b\n1,2\n")),
        with("data.csv, line 2" + never, read(KIND, "a,kind\n1,\"rose\n2,iris\n")),
        with("data.csv, line 2" + never, read(noted, "a,b,note\n1,2,\"good\n3,4,bad\n")),
        with("data.csv, line 2" + never, read(noted, "a,b,note\n1,2,\"the \"\"end\"\"\n")),
        with(
            "data.csv, line 2, column \"a\": must be a number, but is \"1\n2\";"
                + " is a quote not closed?",
            read(B, "a,b\n\"1\n2\",3\n")),
        with(
            "data.csv, line 2, column \"kind\": has a line break in it; is a quote not closed?",
            read(KIND, "a,kind\n1,\"rose\n2,lily\"\n3,iris\n")),
        with(
            "data.csv, after line 2: Unexpected character after closing quote: 'x' (0x78)",
            read(B, "a,b\n1,2\n\"3\"x,4\n")),
        with(
            "data.csv, at its start: Unexpected character after closing quote: 'x' (0x78)",
            read(B, "\"a\"x,b\n1,2\n")));
  }

  static Stream<Arguments> settings() {
    String separator =
        "separator must not be a quote, a line break or part of a number, but was '@'";
    return Stream.concat(
        Stream.of('"', '\n', '\r', '.', '-', '+', '7', 'e')
            .map(c -> with(separator.replace('@', c), () -> B.withSeparator(c))),
        Stream.of(
            with("column must be at least 0, but was -1", () -> CsvReader.target(-1)),
            with("column must be at least 0, but was -1", () -> CsvReader.classTarget(-1)),
            with(
                "labels must be at least two different ones, but were [rose]",
                () -> KIND.withLabels("rose")),
            with(
                "labels must be at least two different ones, but were [rose, rose]",
                () -> KIND.withLabels("rose", "rose")),
            with(
                "labels need a target of classes: start with CsvReader.classTarget",
                () -> B.withLabels("rose", "iris"))));
  }

  @Test
  void nullIsNamed() {
    assertNull("column must not be null", () -> CsvReader.target(null));
    assertNull("columns[1] must not be null", () -> B.withoutColumn("id", null));
    assertNull("names[0] must not be null", () -> KIND.withLabels(null, "rose"));
    assertNull("file must not be null", () -> B.read(null));
  }

  private static void assertNull(String message, Executable call) {
    assertEquals(message, assertThrows(NullPointerException.class, call).getMessage());
  }
}
