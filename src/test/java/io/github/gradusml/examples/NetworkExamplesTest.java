package io.github.gradusml.examples;

import static io.github.gradusml.examples.ExampleOutput.losses;
import static io.github.gradusml.examples.ExampleOutput.number;
import static io.github.gradusml.examples.ExampleOutput.outputWithPictures;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Runs the examples of several classes and layers, and looks at what they print and draw. */
class NetworkExamplesTest {
  @Test
  void irisThreeKindsTellsThreeKindsApart() throws IOException {
    String output =
        outputWithPictures(IrisThreeKinds::main, "iris-confusion.png", "iris-three-kinds.png");
    assertEquals(17, number("actual setosa +([0-9]+) +0 +0\n", output));
    // 51 flowers, at most 5 mistakes.
    assertTrue(number("accuracy +([0-9.]+) ", output) > 0.9, output);
    // Where the network is least certain, the two kinds that lie close together are meant.
    assertEquals(0, number("flower +[0-9]+ +([0-9.]+)", output));
  }

  @Test
  void xorNetworkDoesWhatOneLineCannotAndNotFromEveryStart() throws IOException {
    String output = outputWithPictures(XorNetwork::main, "xor-network.png", "xor-hidden-units.png");
    assertTrue(
        Pattern.compile("\n  500 +0.0[0-9]+ +0.0. +0.9. +0.9. +0.0.\n").matcher(output).find(),
        output);
    assertTrue(number("\n2 hidden units: +([0-9]+)", output) < 15, output);
    assertEquals(20, number("\n8 hidden units: +([0-9]+)", output));
  }

  @Test
  void largerNetworkNeedsDecayAndIsThenBetterThanOnePerceptron() throws IOException {
    String output = outputWithPictures(LargerNetwork::main, "larger-network.png");
    double[] perceptron = losses("one perceptron", output);
    double[] without = losses("no penalty", output);
    double[] with = losses("alpha 0.01", output);
    assertTrue(without[0] < with[0], "no penalty fits the training rows better");
    assertTrue(without[1] > perceptron[1], "and the others worse than one perceptron does");
    assertTrue(with[1] < 0.9 * perceptron[1], "with a penalty the network is better");
    String length = " .*% +([0-9.]+)\n";
    assertTrue(
        number("\nalpha 0.01" + length, output) < 0.5 * number("\nno penalty" + length, output),
        output);
  }

  @Test
  void digitsAreReadBySoftmaxAndBetterByANetwork() throws IOException {
    String output =
        outputWithPictures(
            Digits::main, "digit-weights.png", "digit-confusion.png", "digit-mistakes.png");
    double softmax = number("softmax +[0-9.]+ +([0-9.]+)%", output);
    double network = number("100 hidden units +[0-9.]+ +([0-9.]+)%", output);
    assertTrue(softmax > 95, output);
    assertTrue(network > softmax, output);
  }
}
