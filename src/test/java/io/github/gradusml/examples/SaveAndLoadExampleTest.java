package io.github.gradusml.examples;

import static io.github.gradusml.examples.ExampleOutput.number;
import static io.github.gradusml.examples.ExampleOutput.outputWithPictures;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** As {@link ExamplesTest}: the example of a model that is saved, loaded and asked. */
class SaveAndLoadExampleTest {
  @Test
  void saveAndLoadGivesTheSameBitsAndSaysWhy() throws IOException {
    String output = outputWithPictures(SaveAndLoad::main, "contributions.png");
    assertTrue(output.contains("\nthe same bits of all 569 predictions\n"), output);
    // The only one of 113 that is wrong is taken for benign, and only just.
    assertEquals(99.1, number("; ([0-9.]+)% of 113 others", output));
    assertEquals(0.462, number("a probability of ([0-9.]+) of being malignant", output));
    assertEquals(-0.152, number("\nnet input +(-?[0-9.]+)\n", output));
    String page = Files.readString(Path.of("docs/using-a-model.md"));
    String table = output.substring(output.indexOf("above 0"), output.indexOf("\n\nwrote"));
    assertTrue(page.contains(table), "docs/using-a-model.md must have this table:\n" + table);
  }
}
