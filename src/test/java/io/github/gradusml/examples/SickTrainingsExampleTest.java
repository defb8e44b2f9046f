package io.github.gradusml.examples;

import static io.github.gradusml.examples.ExampleOutput.output;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Runs the example of a diagnosis as a reader would. */
class SickTrainingsExampleTest {
  @Test
  void eightIllnessesAreFoundAndEachIsGoneAfterItsCure() throws IOException {
    String output = output(SickTrainings::main);
    assertEquals(8, output.lines().filter("  then: gone"::equals).count(), output);
    assertFalse(output.contains("still there"), output);
    assertEquals(8, output.lines().filter(line -> line.startsWith("  cure: ")).count(), output);
  }
}
