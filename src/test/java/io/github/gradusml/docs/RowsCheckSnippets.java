package io.github.gradusml.docs;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.FeatureSelection;
import io.github.gradusml.data.Split;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.diagnosis.Diagnosis;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.network.Network;
import io.github.gradusml.pipeline.Preparation;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.TrainingResult;
import io.github.gradusml.update.UpdateStrategy;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;

/** The code of the pages on the checks of rows, and the trainings that they speak of. */
final class RowsCheckSnippets {
  static final Trainer LOGISTIC =
      Trainer.minimizing(Loss.crossEntropy())
          .withLearningRate(LearningRate.constant(0.1))
          .withSeed(1)
          .withoutLog();

  private RowsCheckSnippets() {}

  static String finding(String code, Trainer trainer, Dataset train) {
    Perceptron start = Perceptron.zeros(train.features(), Activation.sigmoid());
    return Diagnosis.of(trainer, trainer.fit(start, train), train)
        .finding(code)
        .orElseThrow()
        .text();
  }

  static Dataset cancer() {
    Dataset raw = Datasets.breastCancer();
    return Standardizer.fit(raw).apply(raw);
  }

  /** The same rows with one more column, the last. */
  static Dataset withColumn(Dataset data, String name, IntToDoubleFunction value) {
    int d = data.features();
    double[][] x = new double[data.rows()][];
    for (int i = 0; i < x.length; i++) {
      x[i] = Arrays.copyOf(data.row(i), d + 1);
      x[i][d] = value.applyAsDouble(i);
    }
    String[] names =
        Stream.concat(data.featureNames().stream(), Stream.of(name)).toArray(String[]::new);
    return Dataset.of(x, data.targets()).withFeatureNames(names);
  }

  static Dataset[] scaled(Split split) {
    Standardizer scaler = Standardizer.fit(split.train());
    Dataset train = scaler.apply(split.train());
    Dataset test = scaler.apply(split.test());
    return new Dataset[] {train, test};
  }

  static Perceptron withoutConstant(Trainer trainer, Dataset train) {
    FeatureSelection others = FeatureSelection.without(train, "clinic");
    Perceptron start = Perceptron.zeros(others.names().size(), Activation.sigmoid());
    Perceptron model = trainer.fit(start, others.apply(train)).model();
    return model;
  }

  static Preparation withoutCopy() {
    Preparation others = rows -> FeatureSelection.without(rows, "radius_inches");
    return others;
  }

  static Perceptron withoutGiveaway(Trainer trainer, Dataset train) {
    FeatureSelection others = FeatureSelection.without(train, "treated");
    Perceptron start = Perceptron.zeros(others.names().size(), Activation.sigmoid());
    Perceptron model = trainer.fit(start, others.apply(train)).model();
    return model;
  }

  static Trainer held(Trainer trainer) {
    Trainer held = trainer.withRegularizer(Regularizer.l2(0.00275));
    return held;
  }

  /** Two classes a deviation and a half apart, one row in twenty of the rarer. */
  static Dataset unbalanced() {
    Random random = new Random(1);
    double[][] x = new double[2000][2];
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = i % 20 == 0 ? 1 : 0;
      x[i][0] = random.nextGaussian() + 1.5 * y[i];
      x[i][1] = random.nextGaussian();
    }
    return Dataset.of(x, y).withClassNames("well", "ill");
  }

  static double[] recalls(Trainer trainer, Perceptron start, Dataset train) {
    Perceptron plain = trainer.fit(start, train).model();
    Perceptron balanced = trainer.fit(start, train.withBalancedClasses()).model();
    double found = Metric.recall().of(plain, train);
    double foundNow = Metric.recall().of(balanced, train);
    return new double[] {found, foundNow, Metric.accuracy().of(balanced, train)};
  }

  static Trainer shuffled(Trainer trainer) {
    Trainer shuffled = trainer.withUpdates(UpdateStrategy.stochastic());
    return shuffled;
  }

  static Trainer inOrder() {
    return LOGISTIC
        .withLearningRate(LearningRate.constant(0.3))
        .withUpdates(UpdateStrategy.stochastic().withoutShuffling())
        .withEpochs(10);
  }

  /** The irises lie in the order of their classes. */
  static Dataset irises() {
    Dataset raw = Datasets.iris();
    return Standardizer.fit(raw).apply(raw);
  }

  static TrainingResult<Network> ofIrises(Trainer trainer) {
    return trainer.fit(Network.of(4, Output.softmax(3)).zeros(), irises());
  }
}
