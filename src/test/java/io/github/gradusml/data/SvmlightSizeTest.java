package io.github.gradusml.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Allocated;
import io.github.gradusml.Rejected;
import java.io.ByteArrayInputStream;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Files of many rows, labels and long lines: work and memory in proportion to them. */
class SvmlightSizeTest {
  private static String row(int label, int first, int count) {
    return IntStream.range(first, first + count)
        .mapToObj(j -> j + ":0.25")
        .collect(Collectors.joining(" ", label + " ", "\n"));
  }

  /**
   * All that is ever allocated is a bound on what is there at once: numbers take 12 bytes and rows
   * 12 with their target; buffers and two short arrays that grow take the rest.
   */
  @Test
  void readingTakesTwiceTheMemoryOfTheRowsAndALittle() {
    int n = 4000;
    byte[] text = SvmlightTexts.bytes((row(1, 1, 90) + row(-1, 1000, 90)).repeat(n / 2));
    SvmlightReader reader = SvmlightReader.target();
    SvmlightTexts.read(reader, new ByteArrayInputStream(text)); // classes are loaded
    long bytes = Allocated.by(() -> SvmlightTexts.read(reader, new ByteArrayInputStream(text)));
    assertTrue(bytes < 2 * (12 * 90 * n + 12 * n) + 12L * 65_536 + 400_000, bytes + " bytes");
  }

  /** In time proportional to n², minutes. */
  @Test
  void aLineOfAMillionTokensIsRead() {
    int d = 1_000_000;
    Dataset data = SvmlightTexts.read(SvmlightReader.target(), row(1, 1, d) + "2 1:1");
    assertEquals(d, data.features());
    assertEquals(d + 1, data.inputs().numbers());
    assertEquals(0.25, data.value(0, d - 1));
  }

  /** In time proportional to n²: over a minute. */
  @Test
  void everyRowMayHaveALabelOfItsOwn() {
    int n = 100_000;
    String text =
        IntStream.range(0, n).mapToObj(i -> (n - i) + " 1:1\n").collect(Collectors.joining());
    Dataset data = SvmlightTexts.read(SvmlightReader.classTarget(), text);
    assertEquals(n, data.classNames().size());
    assertEquals("1", data.classNames().get(0));
    assertEquals(n - 1, data.target(0));
  }

  @Test
  void aCommentMayBeLongerThanAnyBuffer() {
    String text = "# " + "x ".repeat(100_000) + "\n1 1:2 #" + "y".repeat(200_000) + "\r\n2 1:x";
    assertEquals(
        "data.svm, line 3, column 5: value must be a number, but is \"x\"",
        Rejected.message(() -> SvmlightTexts.read(SvmlightReader.target(), text)));
  }

  @Test
  void aColumnFarDownALongLineIsNamedWithItsPlace() {
    String start = row(1, 1, 100_000).strip();
    assertEquals(
        "data.svm, line 2, column "
            + (start.length() + 2)
            + ": must be index:value, but is \"z\" without a colon",
        Rejected.message(
            () -> SvmlightTexts.read(SvmlightReader.target(), "1 1:1\n" + start + " z\n")));
  }

  @Test
  void aTokenMayBeNearlyAsLongAsTheBuffer() {
    String text = "1 1:1\n2 1:" + "0".repeat(65_532) + "5\n3 1:1";
    assertEquals(5, SvmlightTexts.read(SvmlightReader.target(), text).value(1, 0));
  }
}
