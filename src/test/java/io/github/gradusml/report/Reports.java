package io.github.gradusml.report;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Model;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.FittedPreparation;
import io.github.gradusml.data.Split;
import io.github.gradusml.network.Network;
import io.github.gradusml.pipeline.Pipeline;
import io.github.gradusml.pipeline.Preparation;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.List;

/** Reports of small models of every kind, each trained once. */
final class Reports {
  static final Split CANCER = Split.stratified(Datasets.breastCancer(), 0.7, 0);
  static final Split IRIS = Split.stratified(Datasets.iris(), 0.6, 1);
  static final Split DIABETES = Split.random(Datasets.diabetes(), 0.7, 2);

  static final Pipeline<Perceptron> PERCEPTRON =
      Pipeline.fit(
          Preparation.standardizing(),
          trainer(Loss.crossEntropy()),
          Perceptron.zeros(30, Activation.sigmoid()),
          CANCER.train(),
          CANCER.test());

  static final Pipeline<Network> SOFTMAX =
      Pipeline.fit(
          Preparation.standardizing(),
          trainer(Loss.crossEntropy()),
          Network.of(4, Output.softmax(3)).zeros(),
          IRIS.train());

  static final Pipeline<Network> NETWORK =
      Pipeline.fit(
          Preparation.standardizing(),
          trainer(Loss.crossEntropy()),
          Network.of(4, Output.softmax(3)).withHidden(5, Activation.tanh()).random(1),
          IRIS.train());

  static final Pipeline<Perceptron> REGRESSION =
      Pipeline.fit(
          Preparation.standardizing().andThen(Preparation.standardizingTargets()),
          trainer(Loss.squaredError()),
          Perceptron.zeros(10, Activation.identity()),
          DIABETES.train());

  private static final List<Report> ALL =
      List.of(
          Report.of(PERCEPTRON, CANCER.test()),
          Report.of(SOFTMAX, IRIS.test()),
          Report.of(NETWORK, IRIS.test()),
          Report.of(REGRESSION, DIABETES.test()));

  private Reports() {}

  private static Trainer trainer(Loss loss) {
    return Trainer.minimizing(loss)
        .withUpdates(UpdateStrategy.miniBatch(16))
        .withEpochs(20)
        .withoutLog();
  }

  /** One of each kind. */
  static List<Report> all() {
    return ALL;
  }

  /** Of a model that is there already, and rows as it takes them. */
  static <M extends Model<M>> Report of(M model, Dataset test) {
    return Report.of(Pipeline.of(FittedPreparation.of(List.of()), model, test), test);
  }

  /** Writes all three forms, and returns the first. */
  static String written(Report report) {
    assertFalse(report.toMarkdown().isEmpty());
    assertFalse(report.toHtml().isEmpty());
    return report.toText();
  }
}
