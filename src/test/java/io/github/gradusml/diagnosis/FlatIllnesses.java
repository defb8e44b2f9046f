package io.github.gradusml.diagnosis;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Model;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.network.Architecture;
import io.github.gradusml.network.Network;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.training.Finding;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.TrainingResult;
import io.github.gradusml.update.UpdateStrategy;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/** Weights that no gradient reaches. */
final class FlatIllnesses {
  private FlatIllnesses() {}

  private static Trainer trainer(Random random, Loss loss, double rate) {
    return Trainer.minimizing(loss)
        .withUpdates(RateIllnesses.updates(random))
        .withLearningRate(LearningRate.constant(rate))
        .withEpochs(1 + random.nextInt(40))
        .withSeed(random.nextLong() >>> 1);
  }

  static Patient still(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> flat(random, Perceptron.zeros(dimension(random), Activation.relu()));
      case 1 -> flat(random, asleep(random));
      case 2 -> mirrored(random, Perceptron.zeros(dimension(random), Activation.identity()));
      default -> mirrored(random, zerosOfNetwork(dimension(random)));
    };
  }

  private static int dimension(Random random) {
    return 1 + random.nextInt(8);
  }

  /** At net inputs of −30 or less a ReLU is flat. */
  private static Perceptron asleep(Random random) {
    double[] weights = random.doubles(dimension(random), -0.5, 0.5).toArray();
    return Perceptron.of(weights, -50 - 50 * random.nextDouble(), Activation.relu());
  }

  private static Network zerosOfNetwork(int d) {
    Architecture architecture =
        Network.of(d, Output.of(Activation.identity())).withHidden(4, Activation.tanh());
    return architecture.withParameters(new double[architecture.parameters()]);
  }

  private static Dataset rows(Random random, int d, double mean) {
    int n = 20 + random.nextInt(400);
    double[] w = HealthyRows.weights(random, d, 0, 1);
    double[][] x = new double[n][d];
    for (double[] row : x) {
      Arrays.setAll(row, j -> random.nextGaussian());
    }
    return Dataset.of(x, new double[n])
        .withTargets(
            Arrays.stream(x)
                .mapToDouble(row -> mean + HealthyRows.dot(w, row) + 0.3 * random.nextGaussian())
                .toArray());
  }

  private static Patient flat(Random random, Perceptron start) {
    Dataset rows = rows(random, start.features(), 2);
    return Patient.of(trainer(random, Loss.squaredError(), 0.01), start, rows);
  }

  /** Each row comes with its reflection and the same target, and targets with their negatives. */
  private static Patient mirrored(Random random, Model<?> start) {
    int d = start.features();
    int quarter = 5 + random.nextInt(50);
    double[][] x = new double[4 * quarter][];
    double[] y = new double[4 * quarter];
    for (int i = 0; i < quarter; i++) {
      double[] one = random.doubles(d, 0.5, 1.5).toArray();
      double[] other = one.clone();
      other[0] = -3 * one[0];
      double target = 1 + random.nextInt(3);
      for (int k = 0; k < 4; k++) {
        double sign = k % 2 == 0 ? 1 : -1;
        x[4 * i + k] = Arrays.stream(k < 2 ? one : other).map(v -> sign * v).toArray();
        y[4 * i + k] = k < 2 ? target : -target;
      }
    }
    Trainer trainer =
        trainer(random, Loss.squaredError(), 0.01).withUpdates(UpdateStrategy.batch());
    return Patient.of(trainer, start, Dataset.of(x, y));
  }

  static Patient awake(Patient patient, Finding finding) {
    return finding.cure().contains("add features")
        ? EndCures.withProducts(patient)
        : patient.withStart(EndCures.random(patient.start(), 7));
  }

  static Patient dead(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> asleepAtTheStart(random);
      case 1 -> {
        int d = dimension(random);
        Dataset rows = rows(random, d, 2);
        yield Patient.of(trainer(random, Loss.squaredError(), 0.05), zerosOfNetwork(d), rows);
      }
      default -> killed(random);
    };
  }

  private static Network network(Random random, int d) {
    return Network.of(d, Output.of(Activation.identity()))
        .withHidden(3 + random.nextInt(6), Activation.relu())
        .random(random.nextLong());
  }

  private static Patient asleepAtTheStart(Random random) {
    int d = dimension(random);
    Network awake = network(random, d);
    double[] theta = awake.parameters();
    int hidden = awake.architecture().units(1);
    Arrays.fill(theta, d * hidden, (d + 1) * hidden, -100);
    Trainer trainer = trainer(random, Loss.squaredError(), 0.02);
    return Patient.of(trainer, awake.withParameters(theta), rows(random, d, 2));
  }

  /** Large targets and a large rate: tried until no unit is above 0 on any row. */
  private static Patient killed(Random random) {
    while (true) {
      int d = dimension(random);
      Network start = network(random, d);
      Dataset some = rows(random, d, 0);
      Dataset rows = some.withTargets(some.map(row -> 20 + 5 * row[0]));
      Trainer trainer =
          trainer(random, Loss.squaredError(), RateIllnesses.logUniform(random, 0.02, 0.3))
              .withEpochs(20);
      TrainingResult<Network> result = trainer.withoutLog().fit(start, rows);
      if (result.divergence().isEmpty()
          && isAsleep(result.lastFiniteModel(), rows)
          && !isAsleep(start, rows)) {
        return Patient.of(trainer, start, rows);
      }
    }
  }

  private static boolean isAsleep(Network network, Dataset rows) {
    return IntStream.range(0, rows.rows())
        .allMatch(
            i ->
                Arrays.stream(network.hiddenOutputs(1, rows.row(i)))
                    .allMatch(output -> output == 0));
  }

  static Patient revived(Patient patient, Finding finding) {
    return finding.cure().startsWith("Start from")
        ? patient.withStart(EndCures.random(patient.start(), 7))
        : EndCures.asTold(patient, finding);
  }
}
