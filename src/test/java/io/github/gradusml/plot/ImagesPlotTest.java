package io.github.gradusml.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers as images. */
class ImagesPlotTest {
  private static final Color DARK = new Color(0x1A1A1A);
  private static final Color ABOVE = Look.color(0);
  private static final Color BELOW = Look.color(1);

  private static Map<String, double[]> images(double[]... images) {
    Map<String, double[]> named = new LinkedHashMap<>();
    for (double[] image : images) {
      named.put("image " + named.size(), image);
    }
    return named;
  }

  private static Recorder drawn(int width, double[]... images) {
    return drawn(900, 600, new ImagesPlot(width, images(images)));
  }

  private static Recorder drawn(double width, double height, ImagesPlot plot) {
    return Recorder.of(plot.seen(View.PLAIN), width, height);
  }

  /** Pixels: boxes without an edge, but for the sheet and for the 48 of the bar. */
  private static List<Recorder.Box> pixels(Recorder drawn) {
    List<Recorder.Box> boxes = drawn.boxes.stream().filter(box -> box.edge() == null).toList();
    return boxes.subList(1, boxes.size() - 48);
  }

  /** The edges of the images, without that of the bar. */
  private static List<Recorder.Box> edges(Recorder drawn) {
    List<Recorder.Box> boxes = drawn.boxes.stream().filter(box -> box.edge() != null).toList();
    return boxes.subList(0, boxes.size() - 1);
  }

  @Test
  void numbersFromZeroUpAreTheDarkerTheLarger() {
    List<Recorder.Box> pixels = pixels(drawn(2, new double[] {0, 4, 1, 2}));
    assertEquals(
        List.of(Color.WHITE, DARK, DARK.tint(0.25), DARK.tint(0.5)),
        pixels.stream().map(Recorder.Box::fill).toList());
  }

  @Test
  void numbersOfBothSignsAreColoredAroundZeroAsFarBelowAsAbove() {
    List<Recorder.Box> pixels = pixels(drawn(2, new double[] {0, -4, 1, 2}));
    assertEquals(
        List.of(Color.WHITE, BELOW, ABOVE.tint(0.25), ABOVE.tint(0.5)),
        pixels.stream().map(Recorder.Box::fill).toList());
  }

  @Test
  void oneScaleHoldsForAllImages() {
    List<Recorder.Box> pixels = pixels(drawn(1, new double[] {1}, new double[] {-4}));
    assertEquals(ABOVE.tint(0.25), pixels.get(0).fill());
    assertEquals(BELOW, pixels.get(1).fill());
  }

  @Test
  void rowsGoDownAndNumbersToTheRight() {
    List<Recorder.Box> pixels = pixels(drawn(3, new double[] {1, 2, 3, 4, 5, 6}));
    assertEquals(6, pixels.size());
    assertEquals(pixels.get(0).y(), pixels.get(2).y());
    assertEquals(pixels.get(0).x() + pixels.get(0).width(), pixels.get(1).x(), 1e-9);
    assertEquals(pixels.get(0).x(), pixels.get(3).x());
    assertEquals(pixels.get(0).y() + pixels.get(0).height(), pixels.get(3).y(), 1e-9);
  }

  @Test
  void pixelsAreSquaresOfWholeUnitsWhereTheyAreNotSmall() {
    for (Recorder.Box pixel : pixels(drawn(3, new double[] {1, 2, 3, 4, 5, 6}))) {
      assertEquals(pixel.width(), pixel.height());
      assertEquals(Math.rint(pixel.width()), pixel.width());
    }
  }

  @Test
  void equalNumbersSideBySideAreOneBox() {
    List<Recorder.Box> pixels = pixels(drawn(4, new double[] {1, 1, 1, 2}));
    assertEquals(2, pixels.size());
    assertEquals(3 * pixels.get(1).width(), pixels.get(0).width(), 1e-9);
  }

  @Test
  void anImageHasItsNameAboveIt() {
    Recorder drawn = drawn(1, new double[] {1}, new double[] {2});
    for (int k = 0; k < 2; k++) {
      Recorder.Text name = drawn.text("image " + k);
      Recorder.Box edge = edges(drawn).get(k);
      assertEquals(edge.x(), name.x());
      assertTrue(name.y() <= edge.y() && name.y() > edge.y() - 20, name + " above " + edge);
    }
  }

  @Test
  void imagesStandInTheOrderOfTheMapRowByRow() {
    double[][] ten = new double[10][64];
    Arrays.setAll(ten, k -> new Random(k).doubles(64).toArray());
    List<Recorder.Box> edges = edges(drawn(8, ten));
    assertEquals(10, edges.size());
    // Two full rows of five, and not three of four, four and two.
    for (int k = 0; k < 5; k++) {
      assertEquals(edges.get(0).y(), edges.get(k).y());
      assertEquals(edges.get(k).x(), edges.get(k + 5).x());
      assertTrue(edges.get(k + 5).y() > edges.get(k).y() + edges.get(k).height());
    }
  }

  @Test
  void theBarSaysWhatTheColorsStandFor() {
    assertTrue(
        drawn(1, new double[] {1}, new double[] {2.5}).words().containsAll(List.of("0", "2.5")));
    assertTrue(
        drawn(1, new double[] {1}, new double[] {-2.5})
            .words()
            .containsAll(List.of("−2.5", "0", "2.5")));
  }

  @Test
  void numbersThatAreAllZeroAreWhite() {
    assertEquals(Color.WHITE, pixels(drawn(2, new double[4])).get(0).fill());
  }

  @Test
  void theLargestAndTheSmallestNumbersThereAreHaveColors() {
    List<Recorder.Box> large = pixels(drawn(1, new double[] {-Double.MAX_VALUE, Double.MAX_VALUE}));
    assertEquals(List.of(BELOW, ABOVE), large.stream().map(Recorder.Box::fill).toList());
    List<Recorder.Box> small = pixels(drawn(1, new double[] {0, Double.MIN_VALUE}));
    assertEquals(List.of(Color.WHITE, DARK), small.stream().map(Recorder.Box::fill).toList());
  }

  @Test
  void nothingReachesBeyondThePictureWhateverItsSize() {
    Random random = new Random(1);
    for (int k = 0; k < 60; k++) {
      int width = 1 + random.nextInt(30);
      double[][] some = new double[1 + random.nextInt(80)][width * (1 + random.nextInt(3))];
      int size = some[0].length;
      Arrays.setAll(some, i -> new Random(i).doubles(size).toArray());
      double right = 300 + random.nextInt(900);
      double bottom = 200 + random.nextInt(900);
      Recorder drawn = drawn(right, bottom, new ImagesPlot(width, images(some)));
      for (Recorder.Box box : drawn.boxes) {
        assertTrue(box.x() >= 0 && box.x() + box.width() <= right + 1, box + " in " + right);
        assertTrue(box.y() >= 0 && box.y() + box.height() <= bottom + 1, box + " in " + bottom);
      }
    }
  }

  @Test
  void aPictureOfManyImagesIsHigher() {
    Drawing few = new ImagesPlot(8, images(new double[10][64])).seen(View.PLAIN);
    Drawing many = new ImagesPlot(8, images(new double[100][64])).seen(View.PLAIN);
    assertTrue(few.usualHeight() < 500, few.usualHeight() + " units");
    assertTrue(many.usualHeight() > 1000, many.usualHeight() + " units");
    assertTrue(
        new ImagesPlot(1, images(new double[9999][1])).seen(View.PLAIN).usualHeight() <= 4000);
  }

  @Test
  void laterChangesOfAnArrayAreNotSeen() {
    double[] numbers = {1, 2};
    ImagesPlot plot = new ImagesPlot(2, images(numbers));
    numbers[1] = -5;
    assertEquals(DARK, pixels(drawn(900, 600, plot)).get(1).fill());
  }

  static Stream<Arguments> illegalCalls() {
    return Stream.of(
        Rejected.with("images must not be empty", () -> Plots.images(8, Map.of())),
        Rejected.with(
            "imageWidth must be at least 1, but was 0",
            () -> Plots.images(0, images(new double[4]))),
        Rejected.with(
            "images.get(\"image 0\") must have one or more rows of imageWidth = 8 numbers, but has"
                + " 63 numbers",
            () -> Plots.images(8, images(new double[63]))),
        Rejected.with(
            "images.get(\"image 0\") must have one or more rows of imageWidth = 8 numbers, but has"
                + " 0 numbers",
            () -> Plots.images(8, images(new double[0]))),
        Rejected.with(
            "images.get(\"image 1\") must have 4 numbers, as the first, but has 2",
            () -> Plots.images(2, images(new double[4], new double[2]))),
        Rejected.with(
            "images.get(\"image 0\")[1] must be finite, but was NaN",
            () -> Plots.images(2, images(new double[] {0, Double.NaN}))),
        Rejected.with(
            "images must have at most 1000000 numbers together to be drawn, but have 1000002",
            () -> Plots.images(3, images(new double[500_001], new double[500_001]))),
        Rejected.with(
            "images have no logarithmic scale",
            () -> Plots.images(1, images(new double[1])).withLogScale()),
        Rejected.with(
            "images have no axes, and so no range",
            () -> Plots.images(1, images(new double[1])).withHorizontalRange(0, 1)));
  }

  @ParameterizedTest
  @MethodSource("illegalCalls")
  void anIllegalCallSaysWhatIsWrong(String message, Executable call) {
    assertEquals(message, Rejected.message(call));
  }

  @Test
  void nullIsRefusedByName() {
    Map<String, double[]> images = new LinkedHashMap<>();
    images.put("a", null);
    NullPointerException e =
        assertThrows(NullPointerException.class, () -> Plots.images(1, images));
    assertEquals("images.get(\"a\") must not be null", e.getMessage());
  }

  @Test
  void itIsTitledAsSaid() {
    assertEquals("Plot(Numbers as images)", Plots.images(1, images(new double[1])).toString());
    assertEquals(
        "Plot(Digits)", Plots.images(1, images(new double[1])).withTitle("Digits").toString());
  }
}
