package io.github.gradusml.plot;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.plot.LinePlot.Curve;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Lines through any numbers at all are drawn, or refused in words. */
class RandomPicturesTest {
  private static final int CASES = 1500;
  private static final int SEED = 7;

  private final Random random = new Random(SEED);

  /** Often an ordinary number, and often the worst there is. */
  private double number() {
    return switch (random.nextInt(12)) {
      case 0 -> Double.NaN;
      case 1 -> Double.POSITIVE_INFINITY;
      case 2 -> 0;
      case 3 -> -0.0;
      case 4 -> Double.MIN_VALUE * random.nextInt(5);
      case 5 -> (random.nextBoolean() ? 1 : -1) * Double.MAX_VALUE * random.nextDouble();
      case 6 -> Math.scalb(random.nextDouble() - 0.3, random.nextInt(2000) - 1000);
      case 7 -> 1e20 + random.nextInt(5) * 16_384;
      default -> random.nextGaussian();
    };
  }

  private double[] numbers(int length) {
    double base = number();
    double unit = number();
    DoubleSupplier[] kinds = {
      this::number, random::nextGaussian, () -> base + unit * random.nextInt(100)
    };
    return DoubleStream.generate(kinds[random.nextInt(3)]).limit(length).toArray();
  }

  private Plot plot() {
    List<Curve> curves = new ArrayList<>();
    int lines = 1 + random.nextInt(9);
    for (int k = 0; k < lines; k++) {
      int length = random.nextInt(20) == 0 ? 6000 : 1 + random.nextInt(30);
      double[] x = numbers(length);
      Arrays.sort(x);
      String label = "label".repeat(random.nextInt(20));
      curves.add(new Curve(label, x, numbers(length), Look.line(k)));
    }
    Scale scale = Scale.values()[random.nextInt(3)];
    Plot plot = new Plot(new LinePlot("long ".repeat(random.nextInt(60)), "x", scale, "y", curves));
    plot = random.nextBoolean() ? plot.withLogScale() : plot;
    plot = random.nextInt(3) == 0 ? plot.withVerticalRange(number(), number()) : plot;
    plot = random.nextInt(3) == 0 ? plot.withHorizontalRange(number(), number()) : plot;
    return random.nextBoolean()
        ? plot
        : plot.withSize(300 + random.nextInt(800), 200 + random.nextInt(800));
  }

  @Test
  void anyNumbersAreDrawnOrRefusedInWords() {
    int drawn = 0;
    for (int k = 0; k < CASES; k++) {
      try {
        String svg = plot().toSvg();
        assertFalse(svg.contains("NaN") || svg.contains("Infinity"), "case " + k);
        drawn++;
      } catch (IllegalArgumentException e) {
        assertTrue(e.getMessage().contains(" must be "), "case " + k + ": " + e.getMessage());
      }
    }
    assertTrue(drawn > CASES / 3, drawn + " pictures");
  }
}
