package io.github.gradusml.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gradusml.Reference;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that scikit-learn 1.2.1 wrote, and what it reads of them; see svmlight.py. */
class SvmlightReferenceTest {
  private static final SvmlightReader READER = SvmlightReader.target().withFeatures(6);

  private static byte[] content(String name) throws IOException {
    String path = "/reference/svmlight/" + name + ".svm";
    try (InputStream in = SvmlightReferenceTest.class.getResourceAsStream(path)) {
      return Objects.requireNonNull(in, path).readAllBytes();
    }
  }

  private static Dataset read(String name) throws IOException {
    return SvmlightTexts.read(READER, new String(content(name), "US-ASCII"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"one_based", "zero_based", "gradus"})
  void theSameNumbersAreReadToTheLastBit(String name) throws IOException {
    Dataset data = read(name);
    Reference expected = Reference.of("svmlight/" + name);
    assertEquals(5, data.rows());
    assertArrayEquals(expected.array("y"), data.targets());
    int numbers = 0;
    for (int i = 0; i < data.rows(); i++) {
      for (int j : data.inputs().indices(i)) {
        assertEquals(expected.get("x" + i + "." + j), data.value(i, j));
        numbers++;
      }
    }
    assertEquals(9, numbers);
  }

  @Test
  void whatScikitLearnReadsIsWhatIsWritten(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("data.svm");
    SvmlightWriter.oneBased().write(read("one_based"), file);
    assertArrayEquals(content("gradus"), Files.readAllBytes(file));
  }
}
