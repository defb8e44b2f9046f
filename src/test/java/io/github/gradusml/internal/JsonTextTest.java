package io.github.gradusml.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fields as JSON and back. */
class JsonTextTest {
  private static byte[] bytes(Fields fields) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      JsonText.write(fields, out);
    } catch (IOException e) {
      throw new IllegalStateException("an array takes everything", e);
    }
    out.writeBytes("\n}".getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }

  private static String text(Fields fields) {
    return new String(bytes(fields), StandardCharsets.UTF_8);
  }

  private static Fields read(String text) {
    return JsonText.read(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aFieldIsALineAndARowOfNumbersToo() {
    Fields fields =
        Fields.none()
            .with("text", "a")
            .with("numbers", new double[] {1, 0.5})
            .with("none", new double[0])
            .with("texts", List.of("a", "b"))
            .with("empty", Fields.none())
            .with("groups", List.of(Fields.none().with("x", 1), Fields.none().with("y", 2)));
    assertEquals(
        """
        {
          "text": "a",
          "numbers": [1, 0.5],
          "none": [],
          "texts": ["a", "b"],
          "empty": {},
          "groups": [{
            "x": 1
          }, {
            "y": 2
          }]
        }""",
        text(fields));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, -0.0",
    "-3, -3",
    "4294967296, 4294967296",
    "9007199254740991, 9007199254740991",
    "9007199254740992, 9.007199254740992E15",
    "2e23, 2.0E23",
    "2.2250738585072014E-308, 2.2250738585072014E-308",
    "4.9e-324, 4.9E-324",
    "1.7976931348623157E308, 1.7976931348623157E308",
    "0.1, 0.1",
    "NaN, \"NaN\"",
    "Infinity, \"Infinity\"",
    "-Infinity, \"-Infinity\""
  })
  void aNumberHasTheFewestDigitsThatTellIt(double number, String digits) {
    String text = text(Fields.none().with("x", number));
    assertEquals("{\n  \"x\": " + digits + "\n}", text);
    assertEquals(number, read(text).number("x"));
    assertEquals(number, read(text.replace("E", "e+").replace("+-", "-")).number("x"));
  }

  @Test
  void everyNumberComesBackToTheLastBit() {
    Random random = new Random(1);
    double[] numbers =
        random.longs(20_000).mapToDouble(Double::longBitsToDouble).toArray(); // NaN among them
    double[] back = JsonText.read(bytes(Fields.none().with("x", numbers))).numbers("x");
    assertArrayEquals(numbers, back);
    for (int i = 0; i < numbers.length; i++) {
      assertEquals(Double.doubleToLongBits(numbers[i]), Double.doubleToLongBits(back[i]));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\"\\/\b\f\n\r\t\0\u001f",
        "ä 中 \u2028 \u007f \u0085 \ufeff \uffff",
        "😀",
        "half \ud83d of one",
        "\ude00",
        "\ud83d",
        "\ud83d\ud83d\ude00\ude00",
        "NaN"
      })
  void everyTextComesBackAsAValueAndAsAName(String text) {
    for (String one : List.of(text, text.repeat(3000), "x".repeat(3999) + text)) {
      Fields fields = Fields.none().with(one, one).with("list", List.of(one, one));
      Fields back = JsonText.read(bytes(fields));
      assertEquals(List.of(one, "list"), List.copyOf(back.names()));
      assertEquals(one, back.text(one));
      assertEquals(List.of(one, one), back.texts("list"));
    }
  }

  @Test
  void anEmojiCanBeRead() {
    assertTrue(text(Fields.none().with("😀", "ä中")).contains("\"😀\": \"ä中\""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\": true}|a must be a text, a number, a list or a group of fields, but was true",
        "{\"a\": {\"b\": [1, null]}}|a / b[1] must be a text, a number, a list or a group of"
            + " fields, but was null",
        "[1]|must hold one JSON object, but has other content in line 1, column 2",
        "{} 1|must hold one JSON object, but has other content in line 1, column 5",
        "{\"a\": 1e999}|a must be a number that a double can hold, but was 1e999",
        "{\"a\": [0, -1e999]}|a must be a number that a double can hold, but was -1e999"
      })
  void otherContentIsRefused(String text, String message) {
    assertEquals(message, Rejected.message(() -> read(text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{\"a\": ",
        "{\"a\": [",
        "{\"a\": [1,",
        "{\"a\": 1,}",
        "{\"a\": 1, \"a\": 2}",
        "{\"a\": {\"b\": 1, \"b\": 2}}",
        "{'a': 1}",
        "{\"a\": NaN}",
        "{\"a\": 01}",
        "{\"a\": +1}",
        "{\"a\": .5}",
        "{\"a\": 1} // comment",
        "{\"a\": \"\n\"}",
        "{\"a\": \"\\x\"}",
        "{} x",
        "\ufeff{}",
        "{} }"
      })
  void whatIsNoJsonIsRefused(String text) {
    String message = Rejected.message(() -> read(text));
    assertTrue(
        message.startsWith("is not JSON") || message.startsWith("must hold one JSON object"),
        message);
  }

  @Test
  void whatIsTooDeepTooLongOrNoTextIsRefused() {
    String deep = "{\"a\": ".repeat(100_000);
    assertTrue(Rejected.message(() -> read(deep)).startsWith("is not JSON"));
    String lists = "{\"a\": " + "[".repeat(100_000);
    assertTrue(Rejected.message(() -> read(lists)).startsWith("is not JSON"));
    String digits = "{\"a\": " + "1".repeat(100_000) + "}";
    assertTrue(Rejected.message(() -> read(digits)).length() < 300);
    byte[] bytes = "{\"ä\": 1}".getBytes(StandardCharsets.ISO_8859_1);
    assertEquals(
        "is not JSON: some of its bytes are not UTF-8",
        Rejected.message(() -> JsonText.read(bytes)));
    byte[] wide = "{\"a\": 1}".getBytes(StandardCharsets.UTF_16);
    assertEquals(
        "is not JSON: some of its bytes are not UTF-8",
        Rejected.message(() -> JsonText.read(wide)));
  }

  @Test
  void aLongListOfNumbersIsReadWhateverComesLast() {
    double[] many = new double[100_001];
    Arrays.setAll(many, i -> i / 3.0);
    assertArrayEquals(many, JsonText.read(bytes(Fields.none().with("x", many))).numbers("x"));
    many[many.length - 1] = Double.NaN;
    assertArrayEquals(many, JsonText.read(bytes(Fields.none().with("x", many))).numbers("x"));
  }
}
