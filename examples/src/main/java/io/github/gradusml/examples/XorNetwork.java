package io.github.gradusml.examples;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.network.Architecture;
import io.github.gradusml.network.Network;
import io.github.gradusml.plot.Plot;
import io.github.gradusml.plot.Plots;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.Training;
import io.github.gradusml.update.UpdateStrategy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What one perceptron cannot do, two layers can: each hidden unit draws a line, and the output puts
 * the lines together.
 *
 * <p>The training is stopped here and there to look at it. How it ends depends on where it begins:
 * two hidden units are enough for XOR, but from most starts they do not get there.
 *
 * <p>Try: seed 2 with two hidden units, and look at their lines; {@code Activation.relu()} in place
 * of tanh; a rate of 5, and one of 0.05.
 */
public final class XorNetwork {
  private static final Path PICTURES = Path.of("target", "pictures");

  private XorNetwork() {}

  /**
   * Runs the example.
   *
   * @param args none
   */
  public static void main(String[] args) {
    Dataset xor =
        Dataset.of(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, new double[] {0, 1, 1, 0})
            .withFeatureNames("input x1", "input x2")
            .withClassNames("false", "true");
    Trainer trainer =
        Trainer.minimizing(Loss.crossEntropy())
            .withUpdates(UpdateStrategy.batch())
            .withLearningRate(LearningRate.constant(1))
            .withEpochs(500);

    // 1. Two hidden units, looked at after so many epochs.
    Network start = hidden(2).random(1);
    Training<Network> training = trainer.begin(start, xor);
    List<Plot> boundaries = new ArrayList<>();
    System.out.println("epoch    loss   probability of true for 00, 01, 10, 11");
    for (int epochs : new int[] {0, 5, 20, 30, 50, 500}) {
      while (training.epochs() < epochs) {
        training.epoch();
      }
      Network now = training.model();
      double[] p = now.predict(xor.inputs());
      System.out.printf(
          Locale.ROOT,
          "%5d %7.3f %8.2f %6.2f %6.2f %6.2f%n",
          epochs,
          Metric.logLoss().of(now, xor),
          p[0],
          p[1],
          p[2],
          p[3]);
      boundaries.add(
          Plots.decisionBoundary(now, xor)
              .withTitle("after " + epochs + " epochs")
              .withHorizontalRange(-0.5, 2)
              .withVerticalRange(-0.5, 2.2));
    }

    // 2. The lines of the hidden units, and what is made of them.
    Network trained = training.model();
    System.out.println();
    for (int unit = 0; unit < 2; unit++) {
      print(
          "hidden unit " + unit + ": a" + unit + " = tanh",
          trained.perceptron(1, unit),
          "x1",
          "x2");
    }
    print("output:         p = sigmoid", trained.perceptron(2, 0), "a0", "a1");

    // 3. How many starts get there: all four rows on the right side after 500 epochs.
    System.out.println();
    for (int units : new int[] {2, 3, 4, 8}) {
      int solved = 0;
      for (int seed = 0; seed < 20; seed++) {
        Network end = trainer.withoutLog().fit(hidden(units).random(seed), xor).model();
        solved += Metric.accuracy().of(end, xor) == 1 ? 1 : 0;
      }
      System.out.printf(
          Locale.ROOT, "%d hidden units: %2d of 20 starts end with XOR%n", units, solved);
    }

    Plots.sheet(3, boundaries.toArray(Plot[]::new))
        .withTitle("XOR, two hidden units: the boundary by epochs")
        .withSize(1500, 1000)
        .save(PICTURES.resolve("xor-network.png"));
    Plots.hiddenUnits(trained, xor)
        .withTitle("XOR: where each hidden unit is 0")
        .save(PICTURES.resolve("xor-hidden-units.png"));
    System.out.println();
    System.out.println("wrote xor-network.png and xor-hidden-units.png to " + PICTURES);
  }

  private static Architecture hidden(int units) {
    return Network.of(2, Output.of(Activation.sigmoid())).withHidden(units, Activation.tanh());
  }

  private static void print(String name, Perceptron unit, String first, String second) {
    System.out.printf(
        Locale.ROOT,
        "%s(%.2f*%s %+.2f*%s %+.2f)%n",
        name,
        unit.weight(0),
        first,
        unit.weight(1),
        second,
        unit.bias());
  }
}
