package io.github.gradusml.rangetest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bounds of a cyclical rate, read from curves that are known. */
class AccuracyRangeResultTest {
  @TempDir Path folder;

  /** Rates 0, 0.1, 0.2 …; the untrained model has accuracy 0.6. */
  private static AccuracyRangeResult result(boolean exploded, double... accuracies) {
    return result(exploded, SyntheticCurves.UNKNOWN, accuracies);
  }

  private static AccuracyRangeResult result(
      boolean exploded, StabilityLimit limit, double... accuracies) {
    List<AccuracyPoint> points =
        IntStream.range(0, accuracies.length)
            .mapToObj(i -> new AccuracyPoint(i / 10.0, accuracies[i]))
            .toList();
    return new AccuracyRangeResult(points, 0.6, exploded, limit);
  }

  @Test
  void theBaseIsWhereAccuracyBeginsToRise() {
    RateSuggestion base = result(false, 0.6, 0.6, 0.61, 0.63, 0.9).base().orElseThrow();
    assertEquals("base", base.name());
    assertEquals(0.3, base.rate());
    assertEquals("the first rate with which accuracy rose, from 0.600", base.how());
  }

  @Test
  void theMaximumIsTheLastRateBeforeItFalls() {
    AccuracyRangeResult result = result(false, 0.6, 0.6, 0.9, 0.95, 0.94, 0.92, 0.99);
    RateSuggestion maximum = result.maximum().orElseThrow();
    assertEquals("maximum", maximum.name());
    assertEquals(0.4, maximum.rate());
    assertEquals("the last rate before accuracy fell from at best 0.950 to 0.920", maximum.how());
  }

  @Test
  void ifItRoseAtOnceTheBaseIsAQuarterOfTheMaximum() {
    // The rate of the first point is 0, and can do nothing.
    AccuracyRangeResult result = result(false, 0.6, 0.9, 0.95, 0.95, 0.96, 0.7);
    assertEquals(0.1, result.base().orElseThrow().rate());
    assertEquals("a rule of thumb", result.base().orElseThrow().caution());
  }

  @Test
  void aBaseNearTheMaximumSaysSo() {
    RateSuggestion base = result(false, 0.6, 0.6, 0.9, 0.95, 0.7).base().orElseThrow();
    assertEquals(0.2, base.rate());
    assertTrue(base.caution().endsWith("; it is above a quarter of the maximum"));
  }

  @Test
  void whatNeverFallsHasNoMaximum() {
    AccuracyRangeResult result = result(false, 0.6, 0.6, 0.9, 0.95);
    assertTrue(result.maximum().isEmpty());
    assertEquals(0.2, result.base().orElseThrow().rate());
    assertTrue(
        result
            .explanation()
            .endsWith(
                "\n"
                    + "maximum: none, since accuracy had neither fallen nor turned ragged at the"
                    + " largest rate, 0.300: go on to larger ones."));
  }

  @Test
  void whatExplodesHasItsMaximumThere() {
    RateSuggestion maximum = result(true, 0.6, 0.6, 0.9, 0.95).maximum().orElseThrow();
    assertEquals(0.3, maximum.rate());
    assertEquals("the last rate before the weights exploded", maximum.how());
  }

  @Test
  void whatNeverRisesHasNeither() {
    AccuracyRangeResult result = result(false, 0.6, 0.6, 0.61, 0.3);
    assertTrue(result.base().isEmpty());
    assertTrue(result.maximum().isEmpty());
    String why = "none, since accuracy never rose above that of the untrained model, 0.600";
    assertEquals("base: " + why + ".\nmaximum: " + why + ".", result.explanation());
  }

  @Test
  void anExplosionAtOnceIsSaid() {
    assertTrue(
        result(true).explanation().contains("and then the weights exploded: begin with a smaller"));
  }

  @Test
  void aMaximumBeyondTheLargestStableRateSaysSo() {
    double[] accuracies = {0.6, 0.6, 0.9, 0.95, 0.94, 0.92};
    RateSuggestion maximum =
        result(false, SyntheticCurves.limit(0.1, true), accuracies).maximum().orElseThrow();
    assertTrue(
        maximum
            .caution()
            .endsWith("; it is 4.00 times the largest stable rate: training will diverge"),
        maximum.caution());
  }

  @Test
  void csvHasALineAPoint() throws IOException {
    Path file = folder.resolve("accuracy.csv");
    result(false, 0.6, 2.0 / 3).writeCsv(file);
    assertEquals(
        List.of("learning_rate,accuracy", "0.0,0.6", "0.1,0.6666666666666666"),
        Files.readAllLines(file));
  }

  @Test
  void oneNumberOfEachPointIsAnArray() {
    assertArrayEquals(
        new double[] {0.6, 0.9}, result(false, 0.6, 0.9).each(AccuracyPoint::accuracy));
  }
}
