package io.github.gradusml.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Fields as JSON: a line a field, and a row of numbers on one line.
 *
 * <p>A number is written with the fewest digits that tell it from its neighbors, the same on every
 * JVM, and comes back to the last bit. What JSON has no numbers for, NaN and ±∞, are texts; a NaN
 * is a NaN, whatever its bits. Texts are UTF-8; half a surrogate pair, which UTF-8 does not have,
 * is written as an escape and comes back so.
 */
final class JsonText {
  private static final int DEEPEST = 32;

  /** Below it every whole number is a double. */
  private static final double LARGEST_WHOLE = 0x1p53;

  private static final JsonFactory JSON =
      new JsonFactoryBuilder()
          .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER) // Double.toString differs between JDKs
          .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8) // else 😀 is two escapes
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private JsonText() {}

  private static final Separators SEPARATORS =
      Separators.createDefaultInstance()
          .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
          .withObjectEmptySeparator("")
          .withArrayValueSpacing(Separators.Spacing.AFTER)
          .withArrayEmptySeparator("");

  private static final DefaultPrettyPrinter LINES =
      new DefaultPrettyPrinter(SEPARATORS)
          .withObjectIndenter(new DefaultIndenter("  ", "\n"))
          .withArrayIndenter(DefaultPrettyPrinter.NopIndenter.instance);

  /** Writes fields as an object without its last line, so that one more field can follow. */
  static void write(Fields fields, OutputStream out) throws IOException {
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
      json.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
      json.setPrettyPrinter(LINES.createInstance());
      json.writeStartObject();
      each(fields, json);
    }
  }

  private static void each(Fields fields, JsonGenerator json) throws IOException {
    for (Map.Entry<String, Object> field : fields.values().entrySet()) {
      json.writeFieldName(field.getKey());
      value(field.getValue(), json);
    }
  }

  private static void value(Object value, JsonGenerator json) throws IOException {
    if (value instanceof Fields fields) {
      json.writeStartObject();
      each(fields, json);
      json.writeEndObject();
    } else if (value instanceof String text) {
      json.writeString(text);
    } else if (value instanceof Double number) {
      number(number, json);
    } else {
      json.writeStartArray();
      if (value instanceof double[] numbers) {
        for (double number : numbers) {
          number(number, json);
        }
      } else {
        for (Object one : (List<?>) value) {
          value(one, json);
        }
      }
      json.writeEndArray();
    }
  }

  /** Whole numbers without a point, but for −0, whose sign would be lost. */
  private static void number(double number, JsonGenerator json) throws IOException {
    boolean isWhole = number == (long) number && Math.abs(number) < LARGEST_WHOLE;
    if (isWhole && !(number == 0 && 1 / number < 0)) {
      json.writeNumber((long) number);
    } else if (Double.isFinite(number)) {
      json.writeNumber(number);
    } else {
      json.writeString(String.valueOf(number));
    }
  }

  /**
   * Reads fields.
   *
   * @throws IllegalArgumentException if it is not such a text; the message says where
   */
  static Fields read(byte[] text) {
    try (JsonParser json = JSON.createParser(utf8(text))) {
      expect(json, json.nextToken(), JsonToken.START_OBJECT);
      Fields fields = fields(json, Fields.none());
      expect(json, json.nextToken(), null);
      return fields;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("is not JSON: some of its bytes are not UTF-8", e);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "is not JSON" + at(e.getLocation()) + ": " + Texts.brief(e.getOriginalMessage()), e);
    } catch (IOException e) {
      throw new IllegalArgumentException("is not JSON: " + Texts.brief(e.getMessage()), e);
    }
  }

  /** Neither guesses another encoding nor puts a � where bytes are none. */
  private static Reader utf8(byte[] text) {
    return new InputStreamReader(
        new ByteArrayInputStream(text), StandardCharsets.UTF_8.newDecoder());
  }

  private static String at(JsonLocation place) {
    return place == null ? "" : " in line " + place.getLineNr() + ", column " + place.getColumnNr();
  }

  private static void expect(JsonParser json, JsonToken token, JsonToken wanted) {
    if (token != wanted) {
      throw new IllegalArgumentException(
          "must hold one JSON object, but has other content" + at(json.currentLocation()));
    }
  }

  private static Fields fields(JsonParser json, Fields into) throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      into.put(name, value(json, into.path(name)));
    }
    return into;
  }

  private static Object value(JsonParser json, String path) throws IOException {
    switch (json.currentToken()) {
      case START_OBJECT:
        return fields(json, Fields.at(path));
      case START_ARRAY:
        return list(json, path);
      case VALUE_STRING:
        return json.getText();
      case VALUE_NUMBER_INT:
      case VALUE_NUMBER_FLOAT:
        return number(json, path);
      default:
        throw new IllegalArgumentException(
            path
                + " must be a text, a number, a list or a group of fields, but was "
                + json.getText());
    }
  }

  private static double number(JsonParser json, String path) throws IOException {
    double number = Double.parseDouble(json.getText()); // right to the last bit
    if (Double.isInfinite(number)) {
      throw new IllegalArgumentException(
          path
              + " must be a number that a double can hold, but was "
              + Texts.brief(json.getText()));
    }
    return number;
  }

  /** A list of numbers alone takes 8 bytes each. */
  private static Object list(JsonParser json, String path) throws IOException {
    double[] numbers = new double[16];
    int count = 0;
    JsonToken token = json.nextToken();
    while (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
      if (count == numbers.length) {
        numbers =
            Arrays.copyOf(numbers, Math.toIntExact(Math.min(2L * count, Checks.LONGEST_ARRAY)));
      }
      numbers[count++] = number(json, path);
      token = json.nextToken();
    }
    if (token == JsonToken.END_ARRAY) {
      return Arrays.copyOf(numbers, count);
    }
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      values.add(numbers[i]);
    }
    while (token != JsonToken.END_ARRAY) {
      values.add(value(json, path + "[" + values.size() + "]"));
      token = json.nextToken();
    }
    return values;
  }
}
