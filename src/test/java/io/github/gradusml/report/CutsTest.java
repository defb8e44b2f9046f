package io.github.gradusml.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.metric.ConfusionMatrix;
import io.github.gradusml.pipeline.Pipeline;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a report says of where two classes are cut. */
class CutsTest {
  @Test
  void aCutThatWasMovedIsToldAtOnce() {
    String usual = Report.of(Reports.PERCEPTRON, Reports.CANCER.test()).toText();
    assertFalse(usual.contains("is usual"), usual);
    assertTrue(usual.contains("Now it cuts at 0.5."), usual);
    for (double cut : new double[] {0.1, 0.9}) {
      String moved =
          Report.of(Reports.PERCEPTRON.withCut(cut), Reports.CANCER.test())
              .toText()
              .replaceAll("\\s+", " ");
      String price = cut < 0.5 ? "finds more of them" : "finds fewer of them";
      assertTrue(
          moved.contains(
              "A row is taken for malignant from "
                  + cut
                  + " on, where 0.5 is usual: that "
                  + price),
          moved);
      assertTrue(moved.contains("Now it cuts at " + cut + "."), moved);
    }
  }

  @Test
  void theCutsOfTheTableFindWhatItSays() {
    String text = Report.of(Reports.PERCEPTRON, Reports.CANCER.test()).toText();
    Matcher line = Pattern.compile("\n +2\\.0% +([0-9.]+)% +([0-9.]+)\n").matcher(text);
    assertTrue(line.find(), text);
    double cut = Double.parseDouble(line.group(2)) - 5e-5; // it has four digits
    Pipeline<?> there = Reports.PERCEPTRON.withCut(cut);
    ConfusionMatrix found = ConfusionMatrix.of(there.scores(Reports.CANCER.test()));
    assertEquals(Double.parseDouble(line.group(1)), 100 * found.recall(1), 0.05);
    assertTrue(1 - found.recall(0) <= 0.02);
  }

  @Test
  void theLossOfStandardizedTargetsIsToldAsSuch() {
    String html = Report.of(Reports.REGRESSION, Reports.DIABETES.test()).toHtml();
    assertTrue(html.contains("The mean loss over the rows, of standardized targets, with"), html);
  }
}
