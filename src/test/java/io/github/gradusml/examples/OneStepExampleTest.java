package io.github.gradusml.examples;

import static io.github.gradusml.examples.ExampleOutput.number;
import static io.github.gradusml.examples.ExampleOutput.output;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** As {@link ExamplesTest}: the example of one step. */
class OneStepExampleTest {
  @Test
  void oneStepWritesTheFirstUpdateOutAndItsNumbersAreThoseOfTheTable() {
    String output = output(OneStep::main);
    assertTrue(output.chars().allMatch(c -> c < 128), "a console may show other letters wrongly");
    assertTrue(output.startsWith("Update 1, by 2 rows\n"), output);
    double before = number("J before .* = ([0-9.]+)\n", output);
    double after = number("J after .* = ([0-9.]+)\n", output);
    assertTrue(after < before, output);
    // The page has four significant digits, the table four decimals.
    assertEquals(before, number("\n +1 +([0-9.]+)", output), 0.0006);
    assertEquals(after, number("\n +1 +[0-9.]+ +([0-9.]+)", output), 0.0006);
    double velocity = number("w\\[length]: v <- .* = (-?[0-9.]+)\n", output);
    assertEquals(velocity, number("\n +1 +[0-9.]+ +[0-9.]+ +(-?[0-9.]+)", output), 0.0006);
  }
}
