package io.github.gradusml.diagnosis;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Model;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.network.Network;
import java.util.Random;

/**
 * Something to learn by a loss and a model.
 *
 * @param steepness how much the loss curves at the most, with respect to a net input
 */
record DescentTask(Loss loss, Model<?> start, Dataset train, double steepness) {
  /** One of the smooth losses, each with a model that it goes with. */
  static DescentTask smooth(Random random, DescentRows rows, int d, double noise) {
    return switch (random.nextInt(8)) {
      case 0, 1 -> numbers(random, rows, d, noise);
      case 2 -> line(Loss.huber(1), Activation.identity(), d, rows.numbers(noise), 1);
      case 3 -> line(Loss.logCosh(), Activation.identity(), d, rows.numbers(noise), 1);
      case 4 -> line(Loss.crossEntropy(), Activation.sigmoid(), d, rows.sides(0, noise, 0), 0.25);
      case 5 -> line(Loss.squaredHinge(), Activation.sign(), d, rows.sides(-1, noise, 0), 2);
      case 6 -> softmax(rows, d, noise);
      default -> network(random, rows, d, noise);
    };
  }

  static DescentTask numbers(Random random, DescentRows rows, int d, double noise) {
    Perceptron start =
        random.nextBoolean()
            ? Perceptron.zeros(d, Activation.identity())
            : Perceptron.random(d, Activation.identity(), random.nextInt());
    return new DescentTask(Loss.squaredError(), start, rows.numbers(noise), 1);
  }

  static DescentTask line(Loss loss, Activation activation, int d, Dataset rows, double steepness) {
    return new DescentTask(loss, Perceptron.zeros(d, activation), rows, steepness);
  }

  static DescentTask softmax(DescentRows rows, int d, double noise) {
    return new DescentTask(
        Loss.crossEntropy(), Network.of(d, Output.softmax(3)).zeros(), rows.three(noise), 0.5);
  }

  static DescentTask network(Random random, DescentRows rows, int d, double noise) {
    Network start =
        Network.of(d, Output.of(Activation.identity()))
            .withHidden(3 + random.nextInt(6), Activation.tanh())
            .random(random.nextInt());
    return new DescentTask(Loss.squaredError(), start, rows.numbers(noise), 1.5);
  }
}
