package io.github.gradusml.rangetest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RangeTestResultTest {
  private static final RangeTestResult ARTICLE =
      SyntheticCurves.result(SyntheticCurves.article(), SyntheticCurves.limit(0.5, true));

  private static final RangeTestResult FLAT =
      SyntheticCurves.result(
          SyntheticCurves.of(RangeTestEnd.RATES_DONE, log -> 1), SyntheticCurves.UNKNOWN);

  @TempDir Path folder;

  @Test
  void withoutRehearsalsTheMinimumIsSuggested() {
    assertEquals(ARTICLE.minimum(), ARTICLE.suggestion());
    assertEquals(0.1, ARTICLE.rate());
    assertEquals(List.of(), ARTICLE.lineSearch());
  }

  @Test
  void theExplanationSaysEachRateHowItWasFoundAndWhenNotToTrustIt() {
    assertEquals(
        """
        101 rates tried; then the loss rose too far.
        minimum/10: 0.100, a tenth of 1.00, where the smoothed loss was lowest (0.102). Caution: \
        no training was tried with it, and which rate is best depends on the number of epochs.
        steepest: 0.0316, where the smoothed loss fell fastest, at 0.600. Caution: small batches \
        make it read noise, and large ones put it where the first steps are taken, far below the \
        best rate.
        valley: 0.0100, the middle of the longest run of ever lower smoothed losses. Caution: it \
        depends on where the test begins.
        The largest stable rate is 0.500.\
        """,
        ARTICLE.explanation());
  }

  @Test
  void whatEndedTheTestIsSaid() {
    assertTrue(FLAT.explanation().startsWith("101 rates tried; the loss never rose far.\n"));
    CurveReading exploded = SyntheticCurves.of(RangeTestEnd.NOT_FINITE, log -> -log);
    assertTrue(
        SyntheticCurves.result(exploded, SyntheticCurves.limit(0.5, false))
            .explanation()
            .startsWith("101 rates tried; then the loss was no longer finite.\n"));
  }

  @Test
  void aLimitThatIsNotExactIsCalledSure() {
    RangeTestResult result =
        SyntheticCurves.result(SyntheticCurves.article(), SyntheticCurves.limit(0.5, false));
    assertTrue(result.explanation().endsWith("\nSurely stable are rates below 0.500."));
  }

  @Test
  void theExplanationDoesNotDependOnTheLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      assertTrue(ARTICLE.explanation().contains("minimum/10: 0.100,"), ARTICLE.explanation());
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aFlatCurveSuggestsNothingAndSaysWhy() {
    assertEquals(Optional.empty(), FLAT.suggestion());
    assertEquals(Optional.empty(), FLAT.lowest());
    String reason =
        "the curve is flat: the loss stayed at 1.00; go on to larger rates, if the model can learn"
            + " at all";
    assertEquals(
        "the range test suggests no rate: " + reason,
        assertThrows(IllegalStateException.class, FLAT::rate).getMessage());
    assertTrue(FLAT.explanation().contains("\nminimum/10: none, since " + reason + ".\n"));
  }

  @Test
  void oneNumberOfEachPointIsAnArray() {
    double[] rates = ARTICLE.each(RangePoint::learningRate);
    assertEquals(101, rates.length);
    assertArrayEquals(new double[] {1e-4, 10}, new double[] {rates[0], rates[100]});
  }

  @Test
  void pointsCannotBeChanged() {
    assertThrows(UnsupportedOperationException.class, () -> ARTICLE.points().clear());
  }

  @Test
  void csvHasALineAPoint() throws IOException {
    Path file = folder.resolve("new").resolve("range.csv");
    RangeTestResult two =
        SyntheticCurves.result(
            SyntheticCurves.first(
                2,
                SyntheticCurves.of(RangeTestEnd.NOT_FINITE, log -> log < -3.99 ? 1.0 / 3 : 0.25)),
            SyntheticCurves.UNKNOWN);
    two.writeCsv(file);
    assertEquals(
        List.of(
            "learning_rate,loss,smoothed_loss",
            "1.0E-4,0.3333333333333333,0.3333333333333333",
            "1.1220184543E-4,0.25,0.25"),
        Files.readAllLines(file));
  }
}
