package io.github.gradusml.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ThinnedTest {
  private static final int LONG = 20_000;

  private static final Frame FRAME =
      new Frame(
          new Axis("x", Scale.LINEAR, 0, LONG),
          new Axis("y", Scale.LINEAR, 0, 1),
          10,
          10,
          400,
          300);

  private static double[] numbers() {
    double[] x = new double[LONG];
    Arrays.setAll(x, i -> i);
    return x;
  }

  private static double[] noise(long seed) {
    return new Random(seed).doubles(LONG).toArray();
  }

  @Test
  void aShortLineKeepsAllItsPoints() {
    double[][] line = Thinned.line(FRAME, new double[] {0, 1, 2}, new double[] {0, 1, 0.5});
    assertArrayEquals(new double[] {310, 10, 160}, line[1], 1e-12); // a rounding of 310
  }

  @Test
  void aLongLineKeepsFourPointsAColumn() {
    double[][] line = Thinned.line(FRAME, numbers(), noise(1));
    // Two columns a unit of the layout.
    assertTrue(line[0].length <= 4 * 800, line[0].length + " points");
    assertTrue(line[0].length > 3 * 800, line[0].length + " points");
  }

  @Test
  void aLongLineKeepsItsExtremes() {
    double[] y = noise(2);
    y[12_346] = 7;
    y[12_347] = -3;
    double[] heights = Thinned.line(FRAME, numbers(), y)[1];
    assertEquals(FRAME.y(7), Arrays.stream(heights).min().orElseThrow());
    assertEquals(FRAME.y(-3), Arrays.stream(heights).max().orElseThrow());
  }

  @Test
  void aLongLineKeepsItsGaps() {
    double[] y = noise(3);
    Arrays.fill(y, 5_000, 10_000, Double.NaN);
    double[][] line = Thinned.line(FRAME, numbers(), y);
    for (int i = 0; i < line[0].length; i++) {
      boolean inGap = line[0][i] > FRAME.x(5_000) && line[0][i] < FRAME.x(9_999);
      assertTrue(!inGap || Double.isNaN(line[1][i]));
    }
  }

  @Test
  void aGapTakesOnePointHoweverLongItIs() {
    double[] y = new double[LONG];
    Arrays.fill(y, 1, LONG - 1, Double.NaN);
    assertEquals(3, Thinned.line(FRAME, numbers(), y)[1].length);
  }

  @Test
  void nearlyTheSamePixelsAreColored() {
    double[] y = noise(4);
    double[][] thin = Thinned.line(FRAME, numbers(), y);
    double[] fullX = Arrays.stream(numbers()).map(FRAME::x).toArray();
    double[] fullY = Arrays.stream(y).map(FRAME::y).toArray();
    int differing = 0;
    int[] a = Pixels.all(image(thin[0], thin[1]));
    int[] b = Pixels.all(image(fullX, fullY));
    for (int i = 0; i < a.length; i++) {
      differing += Math.abs((a[i] & 0xFF) - (b[i] & 0xFF)) > 8 ? 1 : 0;
    }
    // Where a line enters or leaves a column it leans otherwise: that is all.
    assertTrue(differing < 0.002 * a.length, differing + " pixels differ");
  }

  private static BufferedImage image(double[] x, double[] y) {
    Drawing drawing =
        new Drawing() {
          @Override
          public String title() {
            return "";
          }

          @Override
          public void draw(Canvas canvas, double width, double height) {
            canvas.box(0, 0, width, height, Color.WHITE, null);
            canvas.line(x, y, Look.line(0));
          }
        };
    return RasterCanvas.image(drawing, 420, 320);
  }
}
