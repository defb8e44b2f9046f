package io.github.gradusml.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.network.Network;
import io.github.gradusml.pipeline.Pipeline;
import io.github.gradusml.pipeline.TrainingSummary;
import io.github.gradusml.training.EpochRecord;
import io.github.gradusml.training.Finding;
import io.github.gradusml.training.Severity;
import io.github.gradusml.training.StopReason;
import io.github.gradusml.training.TrainingHistory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Rows and models that leave a part of a report without anything to say. */
class ReportEdgesTest {
  private static final Dataset SQUARE =
      Dataset.of(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, new double[] {0, 0, 1, 1});

  private static final Perceptron RIGHT =
      Perceptron.of(new double[] {4, 0}, -2, Activation.sigmoid());

  private static boolean has(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).find();
  }

  @Test
  void oneClassHasNoAreaUnderTheCurve() {
    String text = Reports.written(Reports.of(RIGHT, SQUARE.select(2, 3)));
    assertTrue(has("ROC AUC +- +- +-", text), text);
    assertTrue(text.contains("A dash stands where a metric has no value"), text);
    assertFalse(text.contains("Where to cut"));
  }

  @Test
  void oneRowHasNoStandardErrors() {
    String text = Reports.written(Reports.of(RIGHT, SQUARE.select(3)));
    assertTrue(has("Accuracy +1 +- +1", text), text);
    assertTrue(text.contains("On 1 row kept apart"), text);
    String number =
        Reports.written(
            Reports.of(
                Perceptron.of(new double[] {1, 1}, 0, Activation.identity()),
                Dataset.of(new double[][] {{1, 2}}, new double[] {5})));
    assertTrue(has("R² +- +- +-", number), number);
    assertTrue(has("Mean absolute error +2 +- +0", number), number);
  }

  @Test
  void whereAllTargetsAreTheSameTheErrorIsToldInPlaceOfR2() {
    double[] same = {0.1, 0.1, 0.1, 0.1};
    Perceptron model = Perceptron.of(new double[] {1, 1}, 0, Activation.identity());
    String text =
        Reports.written(
            Reports.of(model, SQUARE.withTargets(same).withWeights(0.3, 0.7, 0.9, 1.1)));
    assertTrue(text.contains("training: root mean squared error 1."), text);
    assertTrue(
        has("Mean absolute error +[0-9.]+ +[0-9.]+ +0 ", text), text); // 0.1 has no mean of 0.1
  }

  @Test
  void nothingWrongDoesNotMeanThatNothingWillBe() {
    String text = Reports.written(Reports.of(RIGHT, SQUARE));
    assertTrue(text.contains("75.0% of further ones"), text); // 3/4
    assertTrue(text.contains("No row was taken for another class."), text);
  }

  @Test
  void aPipelineWithoutASummarySaysThatItsTrainingIsNotKnown() {
    assertTrue(
        Reports.written(Reports.of(RIGHT, SQUARE)).contains("How it was trained is not known"));
  }

  @Test
  void warningsAndAHistoryWithoutNumbersAreToldWithoutAPicture() {
    EpochRecord nan =
        new EpochRecord(1, 1, Double.NaN, 0, Double.NaN, 1, Double.NaN, Double.NaN, Map.of(), 0);
    for (List<EpochRecord> epochs : List.of(List.of(nan), List.<EpochRecord>of())) {
      TrainingSummary training =
          new TrainingSummary(
              Map.of(),
              4,
              1,
              1,
              StopReason.DIVERGED,
              List.of(
                  new Finding(
                      "DIVERGED", "It diverged", Severity.ERROR, "It grew | without end.", "")),
              new TrainingHistory(epochs, List.of()));
      Pipeline<Perceptron> pipeline =
          Pipeline.of(rows -> rows, RIGHT, SQUARE).withTraining(training);
      String text = Reports.written(Report.of(pipeline, SQUARE));
      assertTrue(text.contains("* Error: It diverged. It grew | without end."), text);
      assertTrue(text.contains(". Error: It diverged; see below."), text);
      assertTrue(text.contains("grew without bound"), text);
      assertEquals(epochs.isEmpty(), text.contains("No epoch was recorded"), text);
    }
  }

  @Test
  void numbersThatHappenToBeTwoAreClassesOnlyForAModelThatTellsThemApart() {
    Perceptron identity = Perceptron.of(new double[] {1, 0}, 0, Activation.identity());
    assertTrue(Reports.written(Reports.of(identity, SQUARE)).contains("Accuracy"));
    Dataset numbers = SQUARE.withTargets(new double[] {0, 1, 2, 3});
    assertTrue(Reports.written(Reports.of(identity, numbers)).contains("R²"));
  }

  /** A row of weight 0 is as good as not there, and one of weight 2 is there twice. */
  @Test
  void weightsCount() {
    Dataset weighted = SQUARE.withWeights(0, 2, 1, 1);
    Perceptron wrong = Perceptron.of(new double[] {1, 0}, 1, Activation.sigmoid());
    String text = Reports.written(Reports.of(wrong, weighted));
    assertTrue(has("Accuracy +0.5000", text), text);
    assertTrue(text.contains("each as often as its weight says"), text);
    assertTrue(has("class 0 +0 +2", text), text);
    assertTrue(text.contains("all 1, those first"), text);
  }

  @Test
  void weightsOfAnySizeCountTheSame() {
    Perceptron wrong = Perceptron.of(new double[] {1, 0}, 1, Activation.sigmoid());
    for (double unit : new double[] {1e-300, 1, 1.7e308}) {
      Dataset weighted = SQUARE.withWeights(unit, unit, unit / 2, unit / 2);
      String text = Reports.written(Reports.of(wrong, weighted));
      assertTrue(has("Accuracy +0.3333 +[0-9.]+ +0.6667", text), text);
    }
  }

  @Test
  void oneVersusRestIsPerceptronsSideBySide() {
    Network model = Network.of(2, Output.oneVersusRest(3, Activation.identity())).zeros();
    Dataset three = SQUARE.withTargets(new double[] {0, 1, 2, 2});
    String text = Reports.written(Reports.of(model, three));
    assertTrue(text.contains("3 perceptrons side by side"), text);
    assertTrue(text.contains("6 of the coefficients are exactly 0."), text);
  }

  @Test
  void aPreparationOfOnesOwnLeavesCoefficientsInPreparedUnits() {
    Standardizer scaler = Standardizer.fit(SQUARE);
    Pipeline<Perceptron> pipeline =
        Pipeline.of(rows -> scaler.apply(rows).selectFeatures("x0", "x1"), RIGHT, SQUARE);
    String text = Reports.written(Report.of(pipeline, SQUARE));
    assertTrue(text.contains("By one prepared unit"), text);
    assertTrue(text.contains("one without a name"), text);
  }

  @Test
  void ofManyClassesTheWorstAreShown() {
    int k = 60;
    double[][] x = new double[k][3];
    double[] y = new double[k];
    for (int i = 0; i < k; i++) {
      x[i] = new double[] {i, i * i % 7, 1};
      y[i] = i;
    }
    Network model = Network.of(3, Output.softmax(k)).zeros();
    Network random = model.withParameters(values(model.parameters().length));
    String text = Reports.written(Reports.of(random, Dataset.of(x, y)));
    assertTrue(text.contains("The 30 with the lowest F1"), text);
    assertTrue(text.contains("What is confused most often"), text);
    assertTrue(text.contains("The 12 classes that differ most"), text);
    assertTrue(text.contains("Left out are 150 smaller ones."), text); // 3·60 − 30
  }

  private static double[] values(int n) {
    double[] values = new double[n];
    Arrays.setAll(values, i -> (i * 37 % 101 - 50) / 50.0);
    return values;
  }

  @Test
  void hugeNumbersAreWritten() {
    Dataset huge =
        Dataset.of(new double[][] {{1e300, 1}, {-1e300, 2}, {0, 3}}, new double[] {1e300, 0, -5});
    Perceptron model = Perceptron.of(new double[] {1e9, 1}, 0, Activation.identity());
    String text = Reports.written(Reports.of(model, huge));
    assertTrue(text.contains("∞"), text);
  }

  @Test
  void whatCannotBeIsRefused() {
    Report report = Reports.of(RIGHT, SQUARE);
    assertEquals("title must not be blank", Rejected.message(() -> report.withTitle(" ")));
    assertEquals(
        "most must be at least 1, but was 0", Rejected.message(() -> report.withMistakes(0)));
    assertEquals(
        "most must be at least 1, but was -1", Rejected.message(() -> report.withCoefficients(-1)));
    assertTrue(
        Rejected.message(() -> report.withMetric(Metric.topAccuracy(2))).startsWith("k must be"));
    Network three = Network.of(2, Output.softmax(3)).zeros();
    Dataset four = SQUARE.withTargets(new double[] {0, 1, 2, 3});
    assertTrue(
        Rejected.message(() -> Reports.of(three, four))
            .startsWith("target of row 3 must be the number of one of 3 classes"));
    assertThrows(NullPointerException.class, () -> Report.of(null, SQUARE));
  }
}
