package io.github.gradusml.examples;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/** Runs an example as a reader would, and reads what it prints. */
final class ExampleOutput {
  private ExampleOutput() {}

  private static final Path PICTURES = Path.of("target", "pictures");

  /**
   * Runs a main method where numbers are usually written with other digits; returns what it
   * printed, with {@code \n} for every line's end.
   */
  static String output(Consumer<String[]> main) {
    PrintStream console = System.out;
    Locale locale = Locale.getDefault();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      main.accept(new String[0]);
    } finally {
      System.setOut(console);
      Locale.setDefault(locale);
    }
    return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }

  /** Runs a main method and checks that it draws these pictures anew, and names them. */
  static String outputWithPictures(Consumer<String[]> main, String... pictures) throws IOException {
    for (String picture : pictures) {
      Files.deleteIfExists(PICTURES.resolve(picture));
    }
    String output = output(main);
    assertTrue(output.chars().allMatch(c -> c < 128), "a console may show other letters wrongly");
    for (String picture : pictures) {
      assertTrue(output.contains(picture), output);
      BufferedImage image = ImageIO.read(PICTURES.resolve(picture).toFile());
      assertTrue(image.getWidth() >= 1800, "a sheet is wider: " + image.getWidth());
      // A blank picture has less than 10 kB.
      assertTrue(Files.size(PICTURES.resolve(picture)) > 20_000, picture);
    }
    return output;
  }

  static double number(String pattern, String output) {
    Matcher matcher = Pattern.compile(pattern).matcher(output);
    assertTrue(matcher.find(), () -> "no " + pattern + " in " + output);
    return Double.parseDouble(matcher.group(1));
  }

  /** The training loss and the loss on the others in a line. */
  static double[] losses(String alpha, String output) {
    String line = "\n" + Pattern.quote(alpha) + " +";
    return new double[] {
      number(line + "([0-9.]+)", output), number(line + "[0-9.]+ +([0-9.]+)", output)
    };
  }
}
