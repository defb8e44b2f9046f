package io.github.gradusml.diagnosis;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.network.Architecture;
import io.github.gradusml.network.HiddenLayer;
import io.github.gradusml.network.Network;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.training.Finding;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Units, hidden and of the output, at places where they hardly learn. */
final class UnitIllnesses {
  static final List<Illness> ALL =
      List.of(
          new Illness("DEAD_UNITS", UnitIllnesses::dead, UnitIllnesses::leaky),
          new Illness("SATURATED_UNITS", UnitIllnesses::saturated, UnitIllnesses::unsaturated),
          new Illness("LOSS_BEHIND_SIGMOID", UnitIllnesses::behindSigmoid, UnitIllnesses::fused));

  private UnitIllnesses() {}

  static Trainer trainer(Random random, Loss loss) {
    UpdateStrategy[] updates = {
      UpdateStrategy.batch(), UpdateStrategy.miniBatch(16), UpdateStrategy.miniBatch(32)
    };
    return Trainer.minimizing(loss)
        .withUpdates(updates[random.nextInt(3)])
        .withEpochs(30 + random.nextInt(50))
        .withSeed(random.nextLong());
  }

  /** From a quarter of the units on begin so far down that no row wakes them. */
  private static Patient dead(Random seeded) {
    Random random = RandomRows.mixed(seeded);
    int d = 2 + random.nextInt(8);
    int units = 4 + random.nextInt(21);
    int deadUnits = (units + 3) / 4 + random.nextInt(units / 2);
    int layers = 1 + random.nextInt(2);
    boolean isNumber = random.nextBoolean();
    double[][] x = RandomRows.standard(random, 60 + random.nextInt(300), d);
    Dataset rows =
        isNumber
            ? RandomRows.numbers(x, RandomRows.linear(random, d))
            : RandomRows.manyClasses(x, RandomRows.linear(random, d), 3);
    Architecture made =
        Network.of(d, isNumber ? Output.of(Activation.identity()) : Output.softmax(3));
    for (int layer = 0; layer < layers; layer++) {
      made = made.withHidden(units, Activation.relu());
    }
    Network start = made.random(random.nextLong());
    double[] theta = start.parameters();
    int sick = random.nextInt(layers);
    int biases = start.blocks().get(2 * sick + 1).from();
    Arrays.fill(theta, biases, biases + deadUnits, -40 - 20 * random.nextDouble());
    Trainer trainer =
        trainer(random, isNumber ? Loss.squaredError() : Loss.crossEntropy())
            .withLearningRate(LearningRate.constant(0.005 + 0.02 * random.nextDouble()));
    return Patient.of(trainer, start.withParameters(theta), rows);
  }

  private static Patient leaky(Patient patient, Finding finding) {
    Network start = (Network) patient.start();
    List<HiddenLayer> layers = new ArrayList<>(start.architecture().hiddenLayers());
    for (int i = 0; i < layers.size(); i++) {
      String call =
          ".withHidden(" + layers.get(i).units() + ", Activation.leakyRelu(0.01)) as layer ";
      if (finding.cure().contains(call + (i + 1))) {
        layers.set(i, new HiddenLayer(layers.get(i).units(), Activation.leakyRelu(0.01)));
      }
    }
    Architecture other = new Architecture(start.features(), layers, start.output());
    return patient.withStart(other.withParameters(start.parameters()));
  }

  /** Large features, large first weights, or steps so long that the weights become large. */
  private static Patient saturated(Random seeded) {
    Random random = RandomRows.mixed(seeded);
    int d = 2 + random.nextInt(8);
    int n = 60 + random.nextInt(300);
    int units = 4 + random.nextInt(13);
    int kind = random.nextInt(3);
    double scale = kind == 0 ? 60 + 500 * random.nextDouble() : 1;
    double[][] x = RandomRows.standard(random, n, d);
    Dataset standard = RandomRows.manyClasses(x, RandomRows.linear(random, d), 3);
    for (double[] row : x) {
      Arrays.setAll(row, j -> row[j] * scale);
    }
    Dataset rows = Dataset.of(x, standard.targets());
    Activation activation = random.nextBoolean() ? Activation.tanh() : Activation.sigmoid();
    Architecture made = Network.of(d, Output.softmax(3)).withHidden(units, activation);
    double bound = 80 + 200 * random.nextDouble();
    long seed = random.nextLong();
    Network start = kind == 1 ? made.random(seed, (inputs, outputs) -> bound) : made.random(seed);
    Optimizer optimizer = kind == 2 ? Optimizer.adam() : Optimizer.gradientDescent();
    double rate = kind == 2 ? 20 + 30 * random.nextDouble() : 0.02;
    Trainer trainer =
        trainer(random, Loss.crossEntropy())
            .withOptimizer(optimizer)
            .withLearningRate(LearningRate.constant(rate));
    return Patient.of(trainer, start, rows);
  }

  private static Patient unsaturated(Patient patient, Finding finding) {
    Patient treated = CuredRate.of(patient, finding);
    if (finding.cure().contains("Standardizer.fit(train)")) {
      treated = treated.with(Standardizer.fit(patient.train()).apply(patient.train()), null);
    }
    return finding.cure().contains("network.architecture().random(1)")
        ? treated.withStart(((Network) patient.start()).architecture().random(1))
        : treated;
  }

  /** A margin behind a sigmoid, or a start so far out that most rows are wrong and flat. */
  private static Patient behindSigmoid(Random seeded) {
    Random random = RandomRows.mixed(seeded);
    int d = 1 + random.nextInt(8);
    double[][] x = RandomRows.standard(random, 50 + random.nextInt(300), d);
    boolean isMargin = random.nextBoolean();
    Dataset rows = RandomRows.classes(x, RandomRows.linear(random, d), isMargin ? -1 : 0);
    Loss[] margins = {Loss.hinge(), Loss.squaredHinge(), Loss.modifiedHuber(), Loss.perceptron()};
    Loss[] plain = {Loss.squaredError(), Loss.absoluteError(), Loss.huber(1), Loss.logCosh()};
    Loss loss = (isMargin ? margins : plain)[random.nextInt(4)];
    Trainer trainer =
        trainer(random, loss).withLearningRate(LearningRate.constant(0.01 + random.nextDouble()));
    double bias = (random.nextBoolean() ? 1 : -1) * (30 + 30 * random.nextDouble());
    Perceptron start =
        isMargin
            ? Perceptron.zeros(d, Activation.sigmoid())
            : Perceptron.of(new double[d], bias, Activation.sigmoid());
    return Patient.of(trainer, start, rows);
  }

  private static Patient fused(Patient patient, Finding finding) {
    Perceptron start = (Perceptron) patient.start();
    if (finding.cure().contains("Activation.identity() as")) {
      return patient.withStart(Perceptron.of(start.weights(), start.bias(), Activation.identity()));
    }
    Trainer old = patient.trainer();
    Trainer other =
        Trainer.minimizing(Loss.crossEntropy())
            .withUpdates(old.updates())
            .withEpochs(old.epochs())
            .withSeed(old.seed())
            .withLearningRate(old.learningRate());
    return patient.with(other);
  }
}
