package io.github.gradusml.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.pipeline.Pipeline;
import io.github.gradusml.pipeline.Preparation;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.tuning.CrossValidationResult;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a report says of each kind of model. */
class ReportTest {
  private static final Report PERCEPTRON =
      Report.of(Reports.PERCEPTRON, Reports.CANCER.test()).withTitle("Breast cancer");

  private static void assertHas(String page, String... parts) {
    for (String part : parts) {
      assertTrue(page.contains(part), () -> "no " + part + " in\n" + page);
    }
  }

  private static double number(String pattern, String page) {
    Matcher matcher = Pattern.compile(pattern).matcher(page);
    assertTrue(matcher.find(), () -> "no " + pattern + " in\n" + page);
    return Double.parseDouble(matcher.group(1));
  }

  @Test
  void thatOfAPerceptronSaysWhatItIsHowItWasTrainedAndHowGoodItIs() {
    String text = PERCEPTRON.toText();
    assertHas(
        text,
        "Breast cancer\n=============\n",
        "tells malignant from benign",
        "features standardized to mean 0 and deviation 1",
        "2: benign, malignant",
        "CC BY 4.0",
        "It saw 398 rows in 20 epochs, with 500 updates",
        "all epochs asked for were done",
        "mini-batch(16)",
        "Epoch  Training loss  Validation loss",
        "concave_points_worst",
        "(intercept)",
        "Of the others at most");
    Dataset test = Reports.CANCER.test();
    double accuracy = Reports.PERCEPTRON.score(Metric.accuracy(), test);
    assertEquals(accuracy, number("Accuracy +([0-9.]+)", text), 5e-5); // four digits are shown
    double area = Reports.PERCEPTRON.score(Metric.rocAuc(), test);
    assertEquals(area, number("ROC AUC +([0-9.]+)", text), 5e-5);
    // 107 of 171 rows are benign: what one gets who always says so.
    assertEquals(107 / 171.0, number("Accuracy +[0-9.]+ +[0-9.]+ +([0-9.]+)", text), 5e-5);
  }

  @Test
  void theThreeFormsHaveTheSameSectionsAndNumbers() {
    for (Report report : Reports.all()) {
      String text = report.toText();
      String markdown = report.toMarkdown();
      String html = report.toHtml();
      List<String> headings =
          Pattern.compile("\n[0-9]+[.] (.*)\n---")
              .matcher(text)
              .results()
              .map(m -> m.group(1))
              .toList();
      assertTrue(headings.size() >= 8, headings + "");
      for (String heading : headings) {
        assertHas(markdown, "\n## " + heading + "\n");
        assertHas(html, "<h2>" + heading + "</h2>", ">" + heading + "</a></li>");
      }
      String metric = text.contains("R²") ? "R²" : "Accuracy";
      double value = number("\n +" + metric + " +([0-9.]+)", text);
      assertEquals(value, number("\\| " + metric + " \\| ([0-9.]+) ", markdown));
      assertEquals(value, number(">" + metric + "</th><td class=\"n\">([0-9.]+)<", html));
    }
  }

  @Test
  void thatOfSoftmaxRegressionHasAColumnOfCoefficientsAClassInBothUnits() {
    String text = Report.of(Reports.SOFTMAX, Reports.IRIS.test()).toText();
    assertHas(
        text,
        "Softmax regression of 3 classes",
        "tells 3 classes apart",
        "By one standard deviation of each feature:",
        "By one unit of each feature:",
        "setosa  versicolor  virginica",
        "taken for setosa",
        "Mean probability");
    assertFalse(text.contains("Where to cut"), "that is of two classes");
  }

  @Test
  void thatOfANetworkHasItsLayersAndSaysWhyThereAreNoCoefficients() {
    String text = Report.of(Reports.NETWORK, Reports.IRIS.test()).toText();
    assertHas(text, "There are no coefficients to read", "layer 1  4 to 5", "layer 2  5 to 3");
    assertEquals(4 * 5 + 5 + 5 * 3 + 3, number("\n +all +([0-9]+)", text));
    assertFalse(text.contains("(intercept)"));
    assertFalse(text.contains("What spoke for it"));
  }

  @Test
  void thatOfStandardizedTargetsIsInTheirOwnUnit() {
    Dataset test = Reports.DIABETES.test();
    Report report = Report.of(Reports.REGRESSION, test);
    String text = report.toText();
    assertHas(text, "A linear model, on 10 features, predicts a number", "Target");
    double error = Reports.REGRESSION.score(Metric.rootMeanSquaredError(), test);
    assertTrue(error > 40, "in units of the disease's progression, not of its deviation");
    assertEquals(error, number("Root mean squared error +([0-9.]+)", text), 5e-3);
    assertEquals(0, number("R² +[0-9.]+ +[0-9.]+ +([-0-9.e]+) ", text));
    // Where all features have their means, it predicts the mean of the targets it was trained on.
    double mean = Reports.REGRESSION.preparation().targets().orElseThrow().mean();
    double bias =
        Reports.REGRESSION.predict(
            ((Standardizer) Reports.REGRESSION.preparation().steps().get(0)).means());
    assertEquals(bias, number("\\(intercept\\) +\\+([0-9.]+)", text), 0.05);
    assertEquals(mean, bias, 5); // training has not quite come there
    assertHas(report.toHtml(), "Predictions and targets");
  }

  @Test
  void theLargestMistakesComeFirstWithTheirReasons() {
    Dataset test = Reports.DIABETES.test();
    String text = Report.of(Reports.REGRESSION, test).withMistakes(3).toText();
    double[] predictions = Reports.REGRESSION.predict(test);
    double largest = 0;
    int at = -1;
    for (int i = 0; i < predictions.length; i++) {
      double error = Math.abs(predictions[i] - test.target(i));
      at = error > largest ? i : at;
      largest = Math.max(largest, error);
    }
    String first = text.substring(text.indexOf("What pulled it there"));
    assertEquals(at, number("\n +([0-9]+) ", first));
    assertEquals(test.target(at), number("\n +[0-9]+ +([0-9.]+)", first), 0.05);
  }

  @Test
  void whatAUserAddsIsThere() {
    Metric distance = Metric.of("distance", false, scores -> 7);
    CrossValidationResult folds =
        new CrossValidationResult(Metric.logLoss(), List.of(0.1, 0.3), List.of(0.1, 0.1), 2);
    String text =
        PERCEPTRON
            .withMetric(distance)
            .withCrossValidation(folds)
            .withCoefficients(4)
            .withMistakes(1)
            .toText();
    assertHas(
        text, "Distance", "Left out are 26 smaller ones.", "Rows taken for another class: 1 of");
    // Mean 0.2, deviation √0.02, and √2 for two folds: 0.1.
    assertTrue(Pattern.compile("Log loss +0.2000 +0.10 +0.1000 +2\n").matcher(text).find(), text);
    assertTrue(Pattern.compile("Distance +7 +0 +7 +smaller\n").matcher(text).find(), text);
  }

  @Test
  void itSaysItsTitleAndFirstMetric() {
    assertTrue(PERCEPTRON.toString().matches("Report\\(Breast cancer, accuracy 0[.]9[0-9]+\\)"));
  }

  @Test
  void numbersInPlaceOfClassesAreRefusedAndNotMeasuredAsNumbers() {
    Dataset square =
        Dataset.of(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, new double[] {0, 0, 1, 1});
    Trainer trainer = Trainer.minimizing(Loss.crossEntropy()).withEpochs(1).withoutLog();
    Pipeline<Perceptron> pipeline =
        Pipeline.fit(
            Preparation.none(), trainer, Perceptron.zeros(2, Activation.sigmoid()), square);
    Dataset others = square.withTargets(new double[] {1, 1, 2, 2}); // as another file counts them
    String message = Rejected.message(() -> Report.of(pipeline, others));
    assertTrue(
        message.startsWith("targets must be 0 or 1, or -1 or 1, but are [1.0, 2.0]"), message);
  }
}
