package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A training on sparse rows needs at most 4 × θ beside its start and what it returns. */
class SmallHeapTest {
  private static final long THETA = 8L * SmallHeap.COLUMNS;

  /** The start, and of the result the model and the parameters to go on from. */
  private static final int START_AND_RESULT = 3;

  /** A JVM by itself, classes, the rows, and what a collector cannot use. */
  private static final long BESIDE = 24L << 20;

  @ParameterizedTest
  @CsvSource({"1, l2", "1, elastic", "20, l2", "20, elastic"})
  void fourTimesThetaAreEnough(int batch, String penalty) throws Exception {
    long heap = (START_AND_RESULT + 4) * THETA + BESIDE;
    assertEquals(3 * 300 / batch + "", output(heap, "" + batch, penalty));
  }

  private static String output(long heap, String... arguments)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-Xmn4m",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                SmallHeap.class.getName(),
                arguments[0],
                arguments[1])
            .redirectErrorStream(true)
            .start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    List<String> lines = text.lines().toList();
    return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
  }
}
