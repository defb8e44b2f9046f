package io.github.gradusml.diagnosis;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Model;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Split;
import io.github.gradusml.network.Network;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.Finding;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/** A penalty that would make zeros and makes none, and a class of which there is no row. */
final class OtherEndIllnesses {
  private OtherEndIllnesses() {}

  /**
   * Columns that do not matter, under a penalty of four standard deviations of what noise says of
   * them: by all rows their weights are 0 at the minimum. Tried until none is.
   */
  static Patient withoutZeros(Random random) {
    while (true) {
      int n = 100 + random.nextInt(900);
      int d = 4 + random.nextInt(8);
      boolean areClasses = random.nextBoolean();
      double[] w = HealthyRows.weights(random, d, d / 2, areClasses ? 2 : 1);
      HealthyRows.Pair rows =
          HealthyRows.of(
              random,
              n,
              d,
              x ->
                  areClasses
                      ? random.nextDouble() < HealthyRows.probability(HealthyRows.dot(w, x)) ? 1 : 0
                      : HealthyRows.dot(w, x) + 0.5 * random.nextGaussian());
      Regularizer penalty = Regularizer.l1((areClasses ? 1.6 : 2) / Math.sqrt(n));
      Patient patient =
          random.nextBoolean()
              ? inBatches(random, rows, areClasses, penalty)
              : endedEarly(random, rows, areClasses, penalty);
      Model<?> model = fit(patient.trainer(), patient.start(), patient.train());
      if (Arrays.stream(model.parameters(), 0, d).noneMatch(weight -> weight == 0)) {
        return patient;
      }
    }
  }

  private static <M extends Model<M>> Model<?> fit(Trainer trainer, Model<M> start, Dataset rows) {
    M first = start.withParameters(start.parameters());
    return trainer.withoutLog().fit(first, rows).lastFiniteModel();
  }

  private static Trainer trainer(boolean areClasses, Regularizer penalty) {
    return Trainer.minimizing(areClasses ? Loss.crossEntropy() : Loss.squaredError())
        .withRegularizer(penalty);
  }

  private static Patient inBatches(
      Random random, HealthyRows.Pair rows, boolean areClasses, Regularizer penalty) {
    int d = rows.train().features();
    double rate = 0.3 / new RowSizes(rows.train()).meanSquare();
    Trainer trainer =
        trainer(areClasses, penalty)
            .withUpdates(UpdateStrategy.miniBatch(1 << random.nextInt(5)))
            .withLearningRate(LearningRate.constant(rate))
            .withEpochs(20 + random.nextInt(60))
            .withSeed(random.nextLong() >>> 1);
    Activation activation = areClasses ? Activation.sigmoid() : Activation.identity();
    return Patient.of(trainer, Perceptron.zeros(d, activation), rows.train(), rows.validation());
  }

  private static Patient endedEarly(
      Random random, HealthyRows.Pair rows, boolean areClasses, Regularizer penalty) {
    int d = rows.train().features();
    Trainer trainer =
        trainer(areClasses, penalty)
            .withUpdates(UpdateStrategy.batch())
            .withLearningRate(LearningRate.constant(0.01 + 0.04 * random.nextDouble()))
            .withEpochs(1 + random.nextInt(10));
    double[] weights = random.doubles(d, 0.5, 1.5).toArray();
    Activation activation = areClasses ? Activation.sigmoid() : Activation.identity();
    return Patient.of(
        trainer, Perceptron.of(weights, 0, activation), rows.train(), rows.validation());
  }

  /** Rows as they lie, class after class, of which the first part is trained on. */
  static Patient classWithoutRows(Random random) {
    int k = 3 + random.nextInt(6);
    int d = 2 + random.nextInt(6);
    int ofEach = 20 + random.nextInt(40);
    double[][] x = new double[k * ofEach][d];
    double[] y = new double[k * ofEach];
    double[][] middles = new double[k][];
    Arrays.setAll(middles, c -> random.doubles(d, -2, 2).toArray());
    for (int i = 0; i < y.length; i++) {
      int c = i / ofEach;
      Arrays.setAll(x[i], j -> middles[c][j] + random.nextGaussian());
      y[i] = c;
    }
    Dataset all = Dataset.of(x, y);
    int cut = (k - 1) * ofEach - random.nextInt(ofEach);
    Trainer trainer =
        Trainer.minimizing(Loss.crossEntropy())
            .withUpdates(RateIllnesses.updates(random))
            .withLearningRate(LearningRate.constant(0.02))
            .withEpochs(5 + random.nextInt(30));
    Output output =
        random.nextInt(3) == 0 ? Output.oneVersusRest(k, Activation.sigmoid()) : Output.softmax(k);
    Network start =
        random.nextBoolean()
            ? Network.of(d, output).zeros()
            : Network.of(d, output).withHidden(5, Activation.tanh()).random(random.nextLong());
    return Patient.of(
        trainer,
        start,
        all.select(IntStream.range(0, cut).toArray()),
        all.select(IntStream.range(cut, y.length).toArray()));
  }

  /** As {@code Split.stratified} deals out all rows. */
  static Patient stratified(Patient patient, Finding finding) {
    Dataset first = patient.train();
    Dataset second = patient.validation();
    int n = first.rows();
    double[][] x = new double[n + second.rows()][];
    double[] y = new double[n + second.rows()];
    for (int i = 0; i < x.length; i++) {
      x[i] = i < n ? first.row(i) : second.row(i - n);
      y[i] = i < n ? first.target(i) : second.target(i - n);
    }
    Split split = Split.stratified(Dataset.of(x, y), 0.8, 1);
    return patient.with(split.train(), split.test());
  }
}
