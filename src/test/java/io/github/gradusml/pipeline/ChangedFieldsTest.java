package io.github.gradusml.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file with one field changed and its checksum made right again is refused by that field. */
class ChangedFieldsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"kind\": \"perceptron\"|\"kind\": \"tree\"|kind must be perceptron or network, but was"
            + " \"tree\"; a newer version of Gradus may know it",
        "\"format\": \"gradus pipeline\"|\"format\": \"gradus checkpoint\"|must be of the format"
            + " \"gradus pipeline\", but is of \"gradus checkpoint\"",
        "\"version\": 1|\"version\": 3|was written by a newer version of Gradus: its format is"
            + " version 3, and this one reads up to 2; take a newer version of the library",
        "\"version\": 1|\"version\": \"1\"|version must be a number, but was \"1\"",
        "[\"a\", \"b\", \"c\"]|[]|features must be at least 1, but was 0",
        "[\"a\", \"b\", \"c\"]|[\"a\", \"a\", \"c\"]|names must differ, but were [a, a, c]",
        "[\"a\", \"b\", \"c\"]|[\"a\", \"c\"]|data must have 3 features, but has 2",
        "[\"a\", \"b\", \"c\"]|[\"a\", \"c\", \"b\"]|features must be in the order that the"
            + " standardizer was fitted to, but feature 1 was \"c\" in place of \"b\";"
            + " data.selectFeatures(names…) brings them in order",
        "\"features\": [\"a\", \"b\", \"c\"]|\"feature\": []|feature must not be there: this version"
            + " of the format has no such field",
        "\"kind\": \"standardizer\"|\"kind\": \"scaler\"|preparation must be a standardizer, target"
            + " standardizer, feature selection, hashing vectorizer, vocabulary, but was \"scaler\"; a newer version of Gradus may"
            + " know it",
        "\"a\": [1, 4]|\"a\": [1]|preparation[0] / mean and scale / a must be 2 numbers, but are"
            + " 1",
        "\"a\": [1, 4]|\"a\": [1, 0]|scale of \"a\" must be finite and > 0, but was 0.0",
        "\"a\": [1, 4]|\"a\": [\"NaN\", 4]|mean of \"a\" must be finite, but was NaN",
        "\"features\": [\"c\", \"a\"]|\"features\": [\"c\", \"d\"]|feature must be one of [a, b, c],"
            + " but was \"d\"",
        "\"features\": [\"c\", \"a\"]|\"features\": [\"c\"]|model / weights must be of 1 input, but"
            + " are of 2",
        "\"features\": [\"c\", \"a\"]|\"features\": []|features must be at least 1, but was 0",
        "\"scale\": 8|\"scale\": -8|scale must be finite and > 0, but was -8.0",
        "\"scale\": 8|\"extra\": 8|preparation[2] / extra must not be there: this version of the"
            + " format has no such field",
        "leaky relu(slope 0.125)|leaky relu(slope 2)|slope must be in [0, 1), but was 2.0",
        "\"bias\": 0.25|\"bias\": \"NaN\"|model / bias must be finite, but was NaN",
        "\"bias\": 0.25|\"bias\": 1e400|model / bias must be a number that a double can hold, but"
            + " was 1e400",
        "\"c\": 0.5|\"c\": \"NaN\"|model / weights / c must be finite, but was NaN",
        "\"c\": 0.5|\"c\": []|model / weights / c must be a number, but was []",
        "\"c\": 0.5|\"b\": 0.5|model / weights must have one for \"c\", but has none",
        "\"c\": 0.5|\"c\": 0.5, \"e\": 1|model / weights must be of 2 inputs, but are of 3",
        "\"cut\": 12|\"cut\": \"Infinity\"|cut must be finite, but was Infinity",
        "\"stop reason\": \"converged\"|\"stop reason\": \"tired\"|training / stop reason must be"
            + " one of [epochs done, converged, stopped early, diverged, unfinished], but was"
            + " \"tired\"; a newer version of Gradus may know it",
        "\"severity\": \"error\"|\"severity\": \"ERROR\"|training / warnings[0] / severity"
            + " must be one of [error, warning, hint], but was \"ERROR\"; a newer version of Gradus may"
            + " know it",
        "\"rows\": 9|\"rows\": 0|training / rows must be whole and from 1 to 2147483647, but was"
            + " 0.0",
        "\"data_loss\": []|\"data_loss\": [1]|column \"data_loss\" must have a number for each of 0"
            + " epochs, but has 1",
        "\"data_loss\": []|\"dataloss\": []|columns must have \"data_loss\", but lack it",
        "\"data_loss\": []|\"data_loss\": [], \"more\": []|training / history / more must not be"
            + " there: this version of the format has no such field",
        "\"seed\": \"1\"|\"seed\": 1|training / settings / seed must be a text, but was 1.0"
      })
  void aPerceptronThatWasChangedIsRefused(String from, String to, String message) {
    assertEquals(message, TwoFiles.refusal(TwoFiles.changed(TwoFiles.PERCEPTRON, from, to)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"units\": 2|\"units\": 2147483648|model / layers[0] / units must be whole and from 1 to"
            + " 2147483647, but was 2.147483648E9",
        "\"units\": 2|\"units\": 2147483647|model / layers[0] / biases must be 2147483647 numbers,"
            + " but are 2",
        "\"units\": 2|\"units\": 0|model / layers[0] / units must be whole and from 1 to"
            + " 2147483647, but was 0.0",
        "\"units\": 3|\"units\": 4|model / layers[1] / units must be as many as the output has, 3,"
            + " but were 4",
        "\"classes\": 3|\"classes\": 2147483647|model / layers[1] / units must be as many as the"
            + " output has, 2147483647, but were 3",
        "\"classes\": 3|\"classes\": 1|model / output / classes must be whole and from 2 to"
            + " 2147483647, but was 1.0",
        "\"kind\": \"one versus rest\"|\"kind\": \"all\"|output must be \"one output\", \"softmax\""
            + " or \"one versus rest\", but was \"all\"; a newer version of Gradus may know it",
        "\"kind\": \"one versus rest\"|\"kind\": \"softmax\"|model / output / activation must not be"
            + " there: this version of the format has no such field",
        "\"activation\": \"tanh\"|\"activation\": \"step\"|activation of a hidden layer must let a"
            + " gradient through, but was step, whose derivative is 0; take Activation.tanh() or"
            + " Activation.relu()",
        "\"biases\": [0, 0]|\"biases\": [0, \"NaN\"]|model / layers[0] / biases[1] must be finite, but"
            + " was NaN",
        "\"a\": [0, 0]|\"a\": [0]|model / layers[0] / weights / a must be 2 numbers, but are"
            + " 1",
        "\"a\": [0, 0]|\"a\": [0, 0], \"a\": [0, 0]|is not JSON in line 19, column 25: Duplicate"
            + " field 'a'",
        "\"unit 1\": [0, 0, 0]|\"unit 2\": [0, 0, 0]|model / layers[1] / weights must have one for"
            + " \"unit 1\", but has none",
        "[\"x\", \"y\", \"z\"]|[\"x\", \"y\", \"x\"]|class names must differ, but were [x, y, x]",
        "[\"x\", \"y\", \"z\"]|[\"x\", \"y\"]|classes must be as many as the model tells apart, 3,"
            + " but are 2 names",
        "\"intercept\": 0|\"intercept\": 1|intercept must be 0 where there are 3 net inputs, since a"
            + " softmax does not see it, but was 1.0",
        "\"slope\": 2|\"slope\": \"NaN\"|calibration / slope must be finite, but was NaN",
        "\"calibration\": {|\"cut\": 0.5, \"calibration\": {|cut must be left alone where the"
            + " largest of 3 net inputs decides, but was 0.5"
      })
  void aNetworkThatWasChangedIsRefused(String from, String to, String message) {
    assertEquals(message, TwoFiles.refusal(TwoFiles.changed(TwoFiles.NETWORK, from, to)));
  }
}
