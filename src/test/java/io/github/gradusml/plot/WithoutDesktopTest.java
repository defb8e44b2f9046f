package io.github.gradusml.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Perceptron;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.util.FastMath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What users see whose Java is a cut-down one, without {@code java.desktop}. */
class WithoutDesktopTest {
  /** Saves a picture as SVG, then as PNG, and shows it. */
  static final class Drawer {
    public static void main(String[] args) {
      Plot plot = Plots.activation(Activation.sigmoid());
      plot.save(Path.of(args[0], "sigmoid.svg"));
      say(() -> plot.save(Path.of(args[0], "sigmoid.png")));
      say(plot::show);
    }

    private static void say(Runnable call) {
      try {
        call.run();
      } catch (IllegalStateException e) {
        System.out.println(e.getMessage());
      }
    }
  }

  private static String location(Class<?> type) {
    return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath()).getPath();
  }

  @Test
  void anSvgIsSavedAndPixelsSayWhyNot(@TempDir Path folder) throws Exception {
    String classPath =
        String.join(
            File.pathSeparator,
            location(Perceptron.class),
            location(Drawer.class),
            location(FastMath.class));
    String why =
        "this Java has no java.desktop or no fonts to draw pixels with; a file name that ends in"
            + " .svg needs neither";
    assertEquals(
        why + System.lineSeparator() + why,
        run("-cp", classPath, Drawer.class.getName(), folder.toString()));
    assertEquals(
        Plots.activation(Activation.sigmoid()).toSvg(),
        Files.readString(folder.resolve("sigmoid.svg")));
  }

  private static String run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--limit-modules");
    command.add("java.base");
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    return said.strip();
  }
}
