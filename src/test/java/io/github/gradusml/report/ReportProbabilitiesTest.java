package io.github.gradusml.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.metric.ReliabilityBin;
import io.github.gradusml.metric.ReliabilityCurve;
import io.github.gradusml.pipeline.Calibration;
import io.github.gradusml.pipeline.Pipeline;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a report says of probabilities, and where there are none. */
class ReportProbabilitiesTest {
  private static final Dataset SQUARE =
      Dataset.of(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, new double[] {0, 0, 1, 1});

  private static final Perceptron RIGHT =
      Perceptron.of(new double[] {4, 0}, -2, Activation.sigmoid());

  private static boolean has(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).find();
  }

  private static double number(String pattern, String page) {
    Matcher matcher = Pattern.compile(pattern).matcher(page);
    assertTrue(matcher.find(), () -> "no " + pattern + " in\n" + page);
    return Double.parseDouble(matcher.group(1));
  }

  @Test
  void probabilitiesHaveTheirCalibrationErrorAndAPictureOfIt() {
    Dataset test = Reports.CANCER.test();
    ReliabilityCurve curve = ReliabilityCurve.of(Reports.PERCEPTRON.scores(test));
    String text = Report.of(Reports.PERCEPTRON, test).toText();
    String percents = "malignant +[0-9.]+% +37.4% +";
    assertEquals(curve.expectedError(), number(percents + "([0-9.]+)", text), 5e-6);
    assertEquals(curve.errorByChance(), number(percents + "[0-9.]+ +([0-9.]+)\n", text), 5e-4);
    ReliabilityBin last = curve.bins().get(curve.bins().size() - 1);
    String bin =
        "malignant +90.0% to 100.0% +[0-9.]+% +([0-9.]+)% +[0-9.]+% +" + last.rows() + "\n";
    assertEquals(100 * last.observedShare(), number(bin, text), 0.05);
    String html = Report.of(Reports.PERCEPTRON, test).toHtml();
    assertTrue(html.contains("Do the probabilities mean what they say?"));
    assertTrue(html.contains("malignant (ECE "));
    String several = Report.of(Reports.SOFTMAX, Reports.IRIS.test()).toHtml();
    for (String name : List.of("setosa", "versicolor", "virginica")) {
      assertTrue(several.contains(name + " (ECE "), name);
    }
  }

  /** Targets −1 and 1, and an output that is no probability. */
  @Test
  void marginsHaveNoProbabilities() {
    Dataset signs = SQUARE.withTargets(-1, 1);
    Perceptron model = Perceptron.of(new double[] {-1, 0.1}, 0.3, Activation.identity());
    String text = Reports.written(Reports.of(model, signs));
    assertFalse(text.contains("Log loss"));
    assertFalse(text.contains("Probabilities"));
    assertTrue(text.contains("those first that lie furthest on the wrong side"), text);
    assertTrue(has("Is +Taken for +What", text), text);
  }

  @Test
  void calibrationAndCutAreTold() {
    Pipeline<Perceptron> pipeline =
        Pipeline.of(rows -> rows, RIGHT, SQUARE)
            .withCalibration(new Calibration(0.5, 0.25))
            .withCut(0.3);
    String text = Reports.written(Report.of(pipeline, SQUARE));
    assertTrue(text.contains("net input times 0.5 plus 0.25"), text);
    assertTrue(text.contains("class 1 from a prediction of 0.3"), text);
    assertTrue(text.contains("were calibrated after the training"), text);
  }

  /** Says that its values are from 0 to 1, which some are not. */
  private record Boastful(double high) implements Activation {
    @Override
    public double value(double z) {
      return z > 0 ? high : 0;
    }

    @Override
    public double derivative(double z) {
      return 0;
    }

    @Override
    public double lower() {
      return 0;
    }

    @Override
    public double upper() {
      return 1;
    }
  }

  @Test
  void probabilitiesThatAreNoneAreNotJudged() {
    for (double high : new double[] {Double.NaN, 1.5}) {
      Perceptron model = Perceptron.of(new double[] {4, 0}, -2, new Boastful(high));
      String text = Reports.written(Reports.of(model, SQUARE));
      assertTrue(text.contains("Some are no numbers from 0 to 1"), text);
    }
  }
}
