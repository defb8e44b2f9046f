package io.github.gradusml.diagnosis;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Model;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.network.Network;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.EarlyStopping;
import io.github.gradusml.training.Finding;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Models that know too much of their rows, too little, or nothing. */
final class FitIllnesses {
  private static final Pattern PATIENCE = Pattern.compile("onValidationLoss\\((\\d+)\\)");
  private static final Pattern EPOCHS = Pattern.compile("withEpochs\\((\\d+)\\)");

  static final List<Illness> ALL =
      List.of(
          new Illness("OVERFITTING", FitIllnesses::overfitted, FitIllnesses::stoppedEarly),
          new Illness("UNDERFITTING", FitIllnesses::underfitted, FitIllnesses::withHidden),
          new Illness("NO_BETTER_THAN_GUESSING", FitIllnesses::guessing, FitIllnesses::changed));

  private FitIllnesses() {}

  /** About as many columns as rows, of which one or two matter, and much noise. */
  private static Patient overfitted(Random seeded) {
    Random random = RandomRows.mixed(seeded);
    int n = 24 + random.nextInt(40);
    int d = (int) (n * (0.7 + 0.6 * random.nextDouble()));
    double noise = 1 + random.nextDouble();
    double[][] x = RandomRows.standard(random, n + 300, d);
    ToDoubleFunction<double[]> truth = row -> row[0] + noise * random.nextGaussian();
    int kind = random.nextInt(4);
    Dataset all =
        switch (kind) {
          case 0, 1 -> RandomRows.numbers(x, truth);
          case 2 -> RandomRows.classes(x, truth, 0);
          default -> RandomRows.manyClasses(x, truth, 3);
        };
    Dataset[] parts = RandomRows.split(all, n);
    Model<?> start =
        switch (kind) {
          case 0 -> Perceptron.zeros(d, Activation.identity());
          case 1 ->
              Network.of(d, Output.of(Activation.identity()))
                  .withHidden(16, Activation.tanh())
                  .random(random.nextLong());
          case 2 -> Perceptron.zeros(d, Activation.sigmoid());
          default -> Network.of(d, Output.softmax(3)).zeros();
        };
    boolean isAdam = kind == 1 || random.nextBoolean();
    Trainer trainer =
        UnitIllnesses.trainer(random, kind < 2 ? Loss.squaredError() : Loss.crossEntropy())
            .withOptimizer(isAdam ? Optimizer.adam() : Optimizer.gradientDescent())
            .withLearningRate(LearningRate.constant(isAdam ? 0.005 : 0.1))
            .withEpochs(kind == 1 || isAdam ? 300 : 1000);
    return Patient.of(trainer, start, parts[0], parts[1]);
  }

  private static Patient stoppedEarly(Patient patient, Finding finding) {
    Matcher patience = PATIENCE.matcher(finding.cure());
    return patience.find()
        ? patient.with(
            patient
                .trainer()
                .withEarlyStopping(
                    EarlyStopping.onValidationLoss(Integer.parseInt(patience.group(1)))))
        : patient;
  }

  /** A model that only knows straight lines, or has one unit, and rows that follow a curve. */
  private static Patient underfitted(Random seeded) {
    Random random = RandomRows.mixed(seeded);
    int d = 1 + random.nextInt(4);
    int n = 200 + random.nextInt(300);
    double[][] x = RandomRows.standard(random, n + 200, d);
    double[] signs = random.doubles(d, 0.5, 1.5).toArray();
    double scale = 0.5 + random.nextDouble();
    boolean isRing = random.nextBoolean();
    ToDoubleFunction<double[]> curve =
        row -> {
          double sum = 0.1 * random.nextGaussian();
          for (int j = 0; j < d; j++) {
            double other = isRing ? row[j] : row[(j + 1) % d];
            sum += signs[j] * row[j] * other;
          }
          return scale * sum;
        };
    boolean isNumber = random.nextBoolean();
    Dataset all = isNumber ? RandomRows.numbers(x, curve) : RandomRows.manyClasses(x, curve, 3);
    Dataset[] parts = RandomRows.split(all, n);
    Output output = isNumber ? Output.of(Activation.identity()) : Output.softmax(3);
    Model<?> start = Network.of(d, output).zeros();
    if (d > 1 && random.nextInt(3) == 0) {
      start = Network.of(d, output).withHidden(1, Activation.tanh()).random(random.nextLong());
    }
    Trainer trainer =
        UnitIllnesses.trainer(random, isNumber ? Loss.squaredError() : Loss.crossEntropy())
            .withLearningRate(LearningRate.constant(0.02 + 0.05 * random.nextDouble()))
            .withEpochs(100);
    return Patient.of(trainer, start, parts[0], parts[1]);
  }

  private static Patient withHidden(Patient patient, Finding finding) {
    String call = ".withHidden(16, Activation.tanh()).random(1)";
    if (!finding.cure().contains(call)) {
      return patient;
    }
    int d = patient.train().features();
    Trainer other =
        CuredRate.of(patient, finding)
            .trainer()
            .withUpdates(UpdateStrategy.miniBatch(16))
            .withOptimizer(Optimizer.adam())
            .withEpochs(100)
            .withRegularizer(Regularizer.none());
    return patient
        .with(other)
        .withStart(
            Network.of(d, patient.start().output()).withHidden(16, Activation.tanh()).random(1));
  }

  /** Steps too short to get anywhere, a penalty that leaves nothing, or features without a say. */
  private static Patient guessing(Random seeded) {
    Random random = RandomRows.mixed(seeded);
    int kind = random.nextInt(4);
    int d = kind == 0 || kind == 2 ? 8 + random.nextInt(6) : 2 + random.nextInt(6);
    int n = 150 + random.nextInt(300);
    double[][] x = RandomRows.standard(random, n, d);
    boolean isNumber = kind != 2 && random.nextBoolean();
    ToDoubleFunction<double[]> truth = RandomRows.linear(random, d);
    ToDoubleFunction<double[]> target = kind == 3 ? row -> random.nextGaussian() : truth;
    Dataset rows = isNumber ? RandomRows.numbers(x, target) : RandomRows.manyClasses(x, target, 3);
    Output output = isNumber ? Output.of(Activation.identity()) : Output.softmax(3);
    Model<?> start = Network.of(d, output).zeros();
    if (!isNumber && kind == 0 || kind == 2) {
      start = Network.of(d, output).withHidden(8, Activation.tanh()).random(random.nextLong());
    }
    double rate = kind == 0 || kind == 2 ? 1e-6 * (1 + 9 * random.nextDouble()) : 0.05;
    Trainer trainer =
        UnitIllnesses.trainer(random, isNumber ? Loss.squaredError() : Loss.crossEntropy())
            .withRegularizer(
                kind == 1 ? Regularizer.l1(5 + random.nextInt(20)) : Regularizer.none())
            .withLearningRate(LearningRate.constant(rate));
    return Patient.of(trainer, start, rows);
  }

  private static Patient changed(Patient patient, Finding finding) {
    if (finding.cure().contains("Take other features")) {
      return patient.with(telling(patient.train()), null);
    }
    Patient treated = CuredRate.of(patient, finding);
    Trainer trainer = treated.trainer();
    Matcher epochs = EPOCHS.matcher(finding.cure());
    if (epochs.find()) {
      trainer = trainer.withEpochs(Integer.parseInt(epochs.group(1)));
    }
    return finding.cure().contains("withRegularizer(Regularizer.none())")
        ? treated.with(trainer.withRegularizer(Regularizer.none()))
        : treated.with(trainer);
  }

  /** The same rows, with a first column that has to do with the target. */
  private static Dataset telling(Dataset rows) {
    Random random = new Random(rows.rows());
    double[][] x = new double[rows.rows()][];
    Arrays.setAll(x, rows::row);
    for (int i = 0; i < x.length; i++) {
      x[i][0] = 2 * (rows.target(i) - 1) + 0.3 * random.nextGaussian();
    }
    return Dataset.of(x, rows.targets());
  }
}
