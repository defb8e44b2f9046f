package io.github.gradusml.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
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
  void anotherEndingThanPngIsRefused(String name) {
    assertEquals(
        "file must end in .png, but was " + name, Rejected.message(() -> PLOT.save(Path.of(name))));
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
}
