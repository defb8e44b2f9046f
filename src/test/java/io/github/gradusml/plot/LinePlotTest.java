package io.github.gradusml.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinePlotTest {
  private static double[] numbers(int length, IntToDoubleFunction number) {
    return IntStream.range(0, length).mapToDouble(number).toArray();
  }

  private static BufferedImage draw(Scale across, Scale up, Curve... curves) {
    return new Plot(new LinePlot("Title", "across", across, "up", up, List.of(curves))).image();
  }

  @ParameterizedTest
  @EnumSource
  void everyScaleShowsALineOverTheWholeWidth(Scale scale) {
    Curve curve = Curve.of("", numbers(50, i -> i + 1), numbers(50, i -> 1 + i % 7), 0);
    BufferedImage image = draw(scale, Scale.LINEAR, curve);
    int[] column = image.getRGB(1700, 0, 1, 1200, null, 0, 1);
    assertTrue(IntStream.of(column).anyMatch(pixel -> pixel == Look.color(0).getRGB()));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-300, 1e-12, 1e-7, 1, 1e12, 1e300})
  void numbersOfAnySizeAreDrawn(double unit) {
    Curve curve = Curve.of("", numbers(20, i -> i + 1), numbers(20, i -> unit * (i + 1)), 0);
    for (Scale up : new Scale[] {Scale.LINEAR, Scale.LOG}) {
      assertTrue(Pixels.count(draw(Scale.COUNT, up, curve), Look.color(0)) > 4000);
    }
  }

  @Test
  void aColorThatComesAgainIsDashed() {
    double[] x = {0, 1};
    double[] y = {1, 2};
    int solid =
        Pixels.count(draw(Scale.LINEAR, Scale.LINEAR, Curve.of("", x, y, 0)), Look.color(0));
    int dashed =
        Pixels.count(draw(Scale.LINEAR, Scale.LINEAR, Curve.of("", x, y, 7)), Look.color(7));
    assertEquals(Look.color(0), Look.color(7));
    // Dashes and gaps are six long, and round ends make each dash two longer.
    assertEquals(2.0 / 3, (double) dashed / solid, 0.1);
  }

  @Test
  void evenlySpacedNumbersAreMarkedAtRoundOnes() {
    // XChart would mark 1, 4, 7, …; the grid line at 5 shows that our marks are in force.
    Curve curve = Curve.of("", numbers(10, i -> 1 + i), numbers(10, i -> i), 0);
    BufferedImage image = draw(Scale.COUNT, Scale.LINEAR, curve);
    int[] row = image.getRGB(0, 300, 1800, 1, null, 0, 1800);
    long gridPixels = IntStream.of(row).filter(pixel -> (pixel & 0xFF) == 0xE6).count();
    // Ten lines, two pixels each; anti-aliasing may spread a line over three, none of them full.
    assertTrue(gridPixels >= 10 && gridPixels <= 20, gridPixels + " pixels of grid");
  }

  @Test
  void labelsMayComeTwiceAndMayBeBlank() {
    double[] x = {0, 1};
    Curve one = Curve.of("same", x, new double[] {1, 2}, 0);
    Curve two = Curve.of("same", x, new double[] {2, 3}, 1);
    Curve blank = Curve.of(" ", x, new double[] {3, 4}, 2);
    BufferedImage image = draw(Scale.LINEAR, Scale.LINEAR, one, two, blank);
    assertTrue(Pixels.count(image, Look.color(2)) > 4000);
  }
}
