package io.github.gradusml.examples;

import static io.github.gradusml.examples.ExampleOutput.number;
import static io.github.gradusml.examples.ExampleOutput.outputWithPictures;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Runs the examples of a landscape as a reader would, and looks at what they print and draw. */
class LandscapeExamplesTest {
  @Test
  void pathsOfDescentComparesThreeWaysAtTheSameCost() throws IOException {
    String output =
        outputWithPictures(PathsOfDescent::main, "paths-of-descent.png", "penalty-shapes.png");
    // 442 rows, six epochs: 1, 14 and 442 updates an epoch.
    assertEquals(6, number("\nbatch +2652 +([0-9]+)", output));
    assertEquals(84, number("mini-batch of 32 +2652 +([0-9]+)", output));
    assertEquals(2652, number("stochastic +2652 +([0-9]+)", output));
    String distance = " +442 .* ([0-9.]+)\n";
    double batch = number("\nbatch" + distance, output);
    double miniBatch = number("mini-batch of 32" + distance, output);
    double stochastic = number("stochastic" + distance, output);
    assertTrue(stochastic < miniBatch && miniBatch < batch, output);
    assertEquals(0, number("L1, .*, ([0-9.]+)\\)", output));
    assertTrue(number("L2, .*, ([0-9.]+)\\)", output) > 0.1, output);
  }
}
