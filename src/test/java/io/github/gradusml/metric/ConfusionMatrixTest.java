package io.github.gradusml.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {
  private final ConfusionMatrix matrix = Counts.of(50, 10, 5, 35);

  @Test
  void whatFollowsFromTheFourCounts() {
    assertEquals(0.85, matrix.accuracy());
    assertEquals(35.0 / 45, matrix.precision());
    assertEquals(35.0 / 40, matrix.recall());
    assertEquals(70.0 / 85, matrix.f1());
  }

  @Test
  void nothingOfNothingIsZero() {
    ConfusionMatrix none = Counts.of(1, 0, 0, 0);
    assertEquals(1, none.accuracy());
    assertEquals(0, none.precision());
    assertEquals(0, none.recall());
    assertEquals(0, none.f1());
  }

  @Test
  void nothingOfNothingIsZeroForTheOthersToo() {
    ConfusionMatrix oneClass = Counts.of(3, 1, 0, 0);
    assertEquals(0.75, oneClass.balancedAccuracy(), "of the only class that has rows");
    assertEquals(0, oneClass.matthewsCorrelation());
    assertEquals(0, oneClass.fBeta(2));
    ConfusionMatrix oneAnswer = Counts.of(3, 0, 2, 0);
    assertEquals(0.5, oneAnswer.balancedAccuracy());
    assertEquals(0, oneAnswer.matthewsCorrelation());
    assertEquals(0, oneAnswer.fBeta(0.5));
  }

  @Test
  void rightIsOneAndWrongIsMinusOneHoweverRareAClassIs() {
    for (double rare : new double[] {1, 1e-12, 1e-200}) {
      assertEquals(1, Counts.of(1, 0, 0, rare).matthewsCorrelation(), 1e-15);
      assertEquals(-1, Counts.of(0, 1, rare, 0).matthewsCorrelation(), 1e-15);
      // Half of the rare class is found: √½ in the limit.
      assertEquals(
          Math.sqrt(1.0 / 2),
          Counts.of(1, 0, rare / 2, rare / 2).matthewsCorrelation(),
          rare == 1 ? 0.2 : rare + 1e-15);
    }
  }

  /** Of 100 rows 85 agree; by chance 60·55 + 40·45 of 10,000 would. */
  @Test
  void kappaIsTheAgreementBeyondChance() {
    assertEquals((0.85 - 0.51) / (1 - 0.51), matrix.cohensKappa(), 1e-15);
    assertEquals(matrix.cohensKappa(), Counts.of(35, 5, 10, 50).cohensKappa(), 1e-15);
    assertEquals(0, Counts.of(24, 36, 16, 24).cohensKappa(), 1e-15, "chance");
    assertEquals(0, Counts.of(3, 0, 0, 0).cohensKappa(), "0/0");
    assertEquals(0, Counts.of(3, 0, 2, 0).cohensKappa());
  }

  @Test
  void kappaOfARareClassLosesNoDigit() {
    for (double rare : new double[] {1, 1e-12, 1e-200}) {
      assertEquals(1, Counts.of(1, 0, 0, rare).cohensKappa(), 1e-15);
      // Half of the rare class is found: 2·r/2 over r + r/2.
      assertEquals(
          2.0 / 3, Counts.of(1, 0, rare / 2, rare / 2).cohensKappa(), rare == 1 ? 0.3 : rare);
    }
    assertEquals(-1, Counts.of(0, 1, 1, 0).cohensKappa());
  }

  @Test
  void betaMovesFFromPrecisionToRecall() {
    assertEquals(matrix.precision(), matrix.fBeta(1e-200));
    assertEquals(matrix.recall(), matrix.fBeta(1e200));
    assertEquals(matrix.f1(), matrix.fBeta(1), 1e-15);
    // (1 + 4)·P·R / (4·P + R)
    double p = matrix.precision();
    double r = matrix.recall();
    assertEquals(5 * p * r / (4 * p + r), matrix.fBeta(2), 1e-15);
  }

  @Test
  void billionsOfRowsDoNotOverflow() {
    ConfusionMatrix many = Counts.of(0, 0, 0, 2_000_000_000);
    assertEquals(1, many.f1());
    assertEquals(1, many.accuracy());
  }

  @Test
  void itPrintsAsATable() {
    String table =
        """
                    predicted 0  predicted 1
        actual 0             50           10
        actual 1              5           35\
        """;
    assertEquals(table, matrix.toString().replace("\r\n", "\n"));
  }

  @Test
  void theReportHasALineAClassAndTheMeans() {
    String report =
        """
                       precision  recall     F1  rows
        0                  0.909   0.833  0.870    60
        1                  0.778   0.875  0.824    40
        accuracy                          0.850   100
        macro mean         0.843   0.854  0.847   100
        weighted mean      0.857   0.850  0.851   100\
        """;
    assertEquals(report, matrix.report().replace("\r\n", "\n"));
  }

  @Test
  void countsOfTheReportTakeTheRoomThatTheyNeed() {
    ConfusionMatrix wide = Counts.of(0.25, 0.5, 0, 123456789);
    assertTrue(wide.report().endsWith("  123456789.7500"), wide.report());
    ConfusionMatrix huge = Counts.of(1.5e308, 1.5e308, 0, 1.5e308);
    assertTrue(huge.report().endsWith("    Infinity"), huge.report());
    assertTrue(huge.report().contains("  1.500e+308"), huge.report());
  }

  @Test
  void weightedRowsPrintAsFractions() {
    String table =
        """
                    predicted 0  predicted 1
        actual 0         0.5000            1
        actual 1              0       2.2500\
        """;
    assertEquals(table, Counts.of(0.5, 1, 0, 2.25).toString().replace("\r\n", "\n"));
  }
}
