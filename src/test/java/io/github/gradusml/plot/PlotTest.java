package io.github.gradusml.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.rate.LearningRate;
import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlotTest {
  private static final Plot PLOT = Plots.loss(Histories.of(0.7, 0.4, 0.3, 0.25));

  @TempDir Path folder;

  @Test
  void aSavedPictureHasTheSizeThatWasPromised() throws IOException {
    Path file = PLOT.save(folder.resolve("loss.png"));
    BufferedImage image = ImageIO.read(file.toFile());
    assertEquals(1800, image.getWidth());
    assertEquals(1200, image.getHeight());
  }

  @Test
  void aSavedPictureIsThePictureThatWasDrawn() throws IOException {
    BufferedImage image = ImageIO.read(PLOT.save(folder.resolve("loss.png")).toFile());
    assertArrayEquals(Pixels.all(PLOT.image()), Pixels.all(image));
  }

  @Test
  void missingFoldersAreMade() {
    Path file = folder.resolve("a/b/loss.png");
    assertEquals(file, PLOT.save(file));
    assertTrue(Files.isRegularFile(file));
  }

  @Test
  void aFileThatIsThereIsReplacedAndNothingElseIsLeft() throws IOException {
    Path file = Files.writeString(folder.resolve("loss.png"), "no picture");
    PLOT.save(file);
    assertEquals(1800, ImageIO.read(file.toFile()).getWidth());
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void aFileIsNeeded() {
    assertEquals(
        "file must not be null",
        assertThrows(NullPointerException.class, () -> PLOT.save(null)).getMessage());
  }

  @Test
  void aFileThatCannotBeWrittenIsNamed() throws IOException {
    Path notAFolder = Files.writeString(folder.resolve("file"), "");
    Path file = notAFolder.resolve("loss.png");
    UncheckedIOException e = assertThrows(UncheckedIOException.class, () -> PLOT.save(file));
    assertEquals(
        "file "
            + file
            + " cannot be written: its folder cannot be made, because a file of that name is there",
        e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"loss", "loss.jpg", "loss.png.txt", "png"})
  void anotherEndingIsRefused(String name) {
    assertEquals(
        "file must end in .png or .svg, but was " + name,
        Rejected.message(() -> PLOT.save(Path.of(name))));
    assertFalse(Files.exists(Path.of(name)));
  }

  @Test
  void theEndingMayBeInCapitals() {
    assertTrue(Files.exists(PLOT.save(folder.resolve("LOSS.PNG"))));
  }

  @Test
  void aWindowWithoutADisplayIsRefusedWithAWayOut() {
    assumeTrue(GraphicsEnvironment.isHeadless());
    IllegalStateException e = assertThrows(IllegalStateException.class, PLOT::show);
    assertEquals(
        "there is no display to show a window on; save(Path) writes the picture to a file",
        e.getMessage());
  }

  @Test
  void anotherTitleMakesAnotherPlot() {
    int[] before = Pixels.all(PLOT.image());
    Plot titled = PLOT.withTitle("Another title");
    assertEquals("Plot(Another title)", titled.toString());
    assertFalse(Arrays.equals(before, Pixels.all(titled.image())));
    assertArrayEquals(before, Pixels.all(PLOT.image()));
  }

  @Test
  void thePictureIsTheSameInEveryLanguage() {
    Plot plot = Plots.activation(Activation.tanh());
    int[] expected = Pixels.all(plot.image());
    Locale locale = Locale.getDefault();
    try {
      for (String tag : new String[] {"de", "ar-EG", "hi-IN-u-nu-deva", "tr"}) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertArrayEquals(expected, Pixels.all(plot.image()), tag);
      }
    } finally {
      Locale.setDefault(locale);
    }
  }

  @Test
  void anSvgIsSavedToo() throws IOException {
    Path file = PLOT.save(folder.resolve("Loss.SVG"));
    assertEquals(PLOT.toSvg(), Files.readString(file));
  }

  @Test
  void aPictureHasTheSizeThatIsSet() throws IOException {
    Path file = PLOT.withSize(400, 300).save(folder.resolve("small.png"));
    BufferedImage image = ImageIO.read(file.toFile());
    assertEquals(800, image.getWidth());
    assertEquals(600, image.getHeight());
    assertTrue(PLOT.withSize(400, 300).toSvg().contains("width=\"400\" height=\"300\""));
  }

  @Test
  void twoPicturesWithOneRangeHaveTheSameMarks() {
    Plot other = Plots.loss(Histories.of(7, 4, 3, 2)).withVerticalRange(0, 8);
    assertEquals(
        Recorder.of(other.partOf(View.PLAIN), 900, 600).words(),
        Recorder.of(PLOT.withVerticalRange(0, 8).partOf(View.PLAIN), 900, 600).words());
  }

  private static Stream<Arguments> illegalSettings() {
    Plot rates = Plots.learningRates(Map.of("a", LearningRate.constant(0.1)), 10, 1).withLogScale();
    return Stream.of(
        Rejected.with(
            "to must be above from, 1.0, but was 1.0", () -> PLOT.withVerticalRange(1, 1)),
        Rejected.with(
            "to must be further above from, 1.0, to be drawn, but was 1.0000000000000002",
            () -> PLOT.withVerticalRange(1, Math.nextUp(1.0))),
        Rejected.with(
            "from must be finite, but was NaN", () -> PLOT.withHorizontalRange(Double.NaN, 1)),
        Rejected.with(
            "from must be > 0 on the logarithmic axis \"learning rate\", but was 0.0",
            () -> rates.withVerticalRange(0, 1)),
        Rejected.with("width must be from 300 to 4000, but was 100", () -> PLOT.withSize(100, 300)),
        Rejected.with(
            "height must be from 200 to 4000, but was 5000", () -> PLOT.withSize(300, 5000)));
  }

  @ParameterizedTest
  @MethodSource("illegalSettings")
  void anIllegalSettingSaysWhatIsWrong(String message, Executable call) {
    assertEquals(message, Rejected.message(call));
  }

  @ParameterizedTest
  @CsvSource({"300, 200", "4000, 200", "300, 4000"})
  void aPictureOfAnySizeThatIsAllowedIsDrawn(int width, int height) {
    assertTrue(
        PLOT.withSize(width, height).withTitle("A title ".repeat(40)).toSvg().length() > 2000);
    assertTrue(Pixels.count(PLOT.withSize(width, height).image(), Look.color(0)) > 100);
  }
}
