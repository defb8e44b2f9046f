package io.github.gradusml.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Perceptron;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SheetTest {
  private static final Plot FALLING = Plots.loss(Histories.of(8, 4, 2)).withTitle("falling");
  private static final Plot RISING = Plots.loss(Histories.of(1, 2, 4)).withTitle("rising");

  @Test
  void plotsStandSideBySide() {
    BufferedImage sheet = Plots.sheet(2, FALLING, RISING).image();
    assertEquals(2 * 1280, sheet.getWidth());
    assertEquals(2 * 460, sheet.getHeight());
    BufferedImage left = FALLING.withSize(640, 460).image();
    BufferedImage right = RISING.withSize(640, 460).image();
    assertArrayEquals(Pixels.all(left), part(sheet, 0));
    assertArrayEquals(Pixels.all(right), part(sheet, 1280));
  }

  private static int[] part(BufferedImage sheet, int from) {
    return sheet.getRGB(from, 0, 1280, 920, null, 0, 1280);
  }

  @Test
  void rowsFollowBelowAndATitleAbove() {
    BufferedImage sheet = Plots.sheet(2, FALLING, RISING, FALLING).image();
    assertEquals(2 * 920, sheet.getHeight());
    BufferedImage titled = Plots.sheet(2, FALLING, RISING, FALLING).withTitle("Three").image();
    assertTrue(titled.getHeight() > sheet.getHeight());
    assertEquals("Plot(Three)", Plots.sheet(1, FALLING).withTitle("Three").toString());
  }

  @Test
  void moreColumnsThanPlotsAreNotLeftEmpty() {
    assertEquals(
        Plots.sheet(2, FALLING, RISING).image().getWidth(),
        Plots.sheet(9, FALLING, RISING).image().getWidth());
  }

  @Test
  void noLetterOfTheTitleIsCutOffBelow() {
    BufferedImage sheet = Plots.sheet(2, FALLING, RISING).withTitle("gypsy, quay").image();
    int[] lastAboveTheParts = sheet.getRGB(0, 2 * 34 - 1, 1000, 1, null, 0, 1000);
    assertTrue(Arrays.stream(lastAboveTheParts).allMatch(pixel -> pixel == 0xffffffff));
  }

  @Test
  void aRangeOfTheSheetHoldsForAllOnIt() {
    Plot sheet = Plots.sheet(2, FALLING, RISING).withVerticalRange(0, 10);
    Plot each = Plots.sheet(2, FALLING.withVerticalRange(0, 10), RISING.withVerticalRange(0, 10));
    assertEquals(each.toSvg(), sheet.toSvg());
  }

  @Test
  void theScaleOfTheSheetHoldsForAllOnIt() {
    assertEquals(
        Plots.sheet(2, FALLING.withLogScale(), RISING.withLogScale()).toSvg(),
        Plots.sheet(2, FALLING, RISING).withLogScale().toSvg());
  }

  @Test
  void aPlotOnASheetKeepsWhatWasSetOfIt() {
    Plot[] plots = {FALLING.withVerticalRange(0, 20), RISING.withLogScale()};
    String svg = Plots.sheet(2, plots).toSvg();
    assertTrue(svg.contains(">20<"), "the mark at the end of the range");
    plots[0] = RISING; // a later change of the array is not seen
    assertTrue(svg.contains("falling"));
  }

  @Test
  void aSheetMayStandOnASheet() {
    String svg =
        Plots.sheet(2, Plots.sheet(1, FALLING, RISING).withTitle("two"), Plots.sheet(1, RISING))
            .toSvg();
    for (String title : Arrays.asList("falling", "rising", "two")) {
      assertTrue(svg.contains(title), title);
    }
    assertTrue(
        svg.startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1800\""), "as wide");
  }

  @Test
  void whatAPlotRefusesTheSheetRefuses() {
    Plot weights =
        Plots.weights(Map.of("a", Perceptron.of(new double[] {1}, 0, Activation.identity())));
    assertEquals(
        "\"Weights side by side\": weights have both signs, and so no logarithmic scale",
        Rejected.message(() -> Plots.sheet(2, FALLING, weights).withLogScale()));
  }

  @Test
  void aSheetNeedsAPlotAndAColumnAndRoomForEach() {
    assertEquals("plots must be at least 1, but was 0", Rejected.message(() -> Plots.sheet(1)));
    Plot[] many = Collections.nCopies(200, FALLING).toArray(Plot[]::new);
    assertEquals(
        "plots must be at most 16 side by side in 20 rows to be seen, but were 200, 2 side by side",
        Rejected.message(() -> Plots.sheet(2, many)));
    assertEquals(
        "columns must be at least 1, but was 0", Rejected.message(() -> Plots.sheet(0, FALLING)));
    NullPointerException e =
        assertThrows(NullPointerException.class, () -> Plots.sheet(1, FALLING, null));
    assertEquals("plots[1] must not be null", e.getMessage());
  }
}
