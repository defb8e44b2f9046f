package io.github.gradusml.docs;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Split;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.metric.ConfusionMatrix;
import io.github.gradusml.metric.PrecisionRecallCurve;
import io.github.gradusml.metric.RocCurve;
import io.github.gradusml.network.Network;
import io.github.gradusml.pipeline.Pipeline;
import io.github.gradusml.pipeline.Preparation;
import io.github.gradusml.plot.Plot;
import io.github.gradusml.plot.Plots;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The pictures of classes and networks in docs/pictures.md, and the code that draws them. */
final class ClassPictureSnippets {
  private static final Trainer TRAINER =
      Trainer.minimizing(Loss.crossEntropy())
          .withUpdates(UpdateStrategy.miniBatch(16))
          .withLearningRate(LearningRate.constant(0.1))
          .withEpochs(50)
          .withSeed(42);

  private ClassPictureSnippets() {}

  /** The pictures by the names of their files. */
  static Map<String, Plot> all() {
    Map<String, Plot> plots = new LinkedHashMap<>();
    plots.put("boundaries", boundaries());
    plots.put("separable", separable());
    plots.put("not-separable", notSeparable());
    plots.put("hidden-units", hiddenUnits());
    Dataset digits = Datasets.digits();
    Split split = Split.stratified(digits, 0.8, 42);
    Standardizer scaler = Standardizer.fit(split.train());
    Network model = softmaxOfDigits(scaler.apply(split.train()));
    plots.put("confusion", confusion(model, scaler.apply(split.test())));
    plots.put("images", images(model, digits));
    plots.put("probabilities", probabilities());
    plots.put("roc", roc(cancer("radius_mean", "texture_mean")));
    Map<String, PrecisionRecallCurve> curves = new LinkedHashMap<>();
    curves.put("two features", cancer("radius_mean", "texture_mean").precision());
    curves.put("smoothness alone", cancer("smoothness_mean").precision());
    plots.put("precision-recall", precisionRecall(curves));
    Pipeline<Perceptron> pipeline = cancerPipeline();
    plots.put("largest-weights", largestWeights(pipeline));
    plots.put("contributions", contributions(pipeline, cancerSplit().test().row(7)));
    return plots;
  }

  private static Dataset petals() {
    Dataset petals = Datasets.iris().selectFeatures("petal_length_cm", "petal_width_cm");
    return Standardizer.fit(petals).apply(petals);
  }

  static Plot boundaries() {
    Dataset petals = petals();
    Network start = Network.of(2, Output.softmax(3)).zeros();
    Network model = TRAINER.fit(start, petals).model();
    return Plots.decisionBoundary(model, petals);
  }

  /** Rows around the corners of a square; those of opposite corners are of one class. */
  private static Dataset corners() {
    Random random = new Random(5);
    double[][] x = new double[160][];
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      int right = i % 2;
      int up = i / 2 % 2;
      x[i] =
          new double[] {
            2 * right - 1 + 0.35 * random.nextGaussian(), 2 * up - 1 + 0.35 * random.nextGaussian()
          };
      y[i] = right == up ? 0 : 1;
    }
    return Dataset.of(x, y).withClassNames("equal signs", "different signs");
  }

  static Plot separable() {
    Dataset petals = Datasets.iris().selectFeatures("petal_length_cm", "petal_width_cm");
    return Plots.separability(petals.selectClasses("setosa", "versicolor"));
  }

  static Plot notSeparable() {
    double[][] corners = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
    Dataset xor = Dataset.of(corners, new double[] {0, 1, 1, 0});
    return Plots.separability(xor.withFeatureNames("x1", "x2").withClassNames("false", "true"));
  }

  static Plot hiddenUnits() {
    Dataset corners = corners();
    Network start =
        Network.of(2, Output.of(Activation.sigmoid())).withHidden(4, Activation.tanh()).random(7);
    Network model = TRAINER.withEpochs(100).fit(start, corners).model();
    return Plots.hiddenUnits(model, corners);
  }

  private static Network softmaxOfDigits(Dataset train) {
    Trainer trainer = TRAINER.withRegularizer(Regularizer.l2(0.01)).withEpochs(20);
    return trainer.fit(Network.of(64, Output.softmax(10)).zeros(), train).model();
  }

  static Plot confusion(Network model, Dataset test) {
    return Plots.confusionMatrix(ConfusionMatrix.of(model, test));
  }

  static Plot images(Network model, Dataset digits) {
    Map<String, double[]> weights = new LinkedHashMap<>();
    List<String> names = digits.classNames();
    for (int c = 0; c < names.size(); c++) {
      weights.put(names.get(c), model.perceptron(1, c).weights());
    }
    return Plots.images(8, weights).withTitle("What speaks for each digit");
  }

  static Plot probabilities() {
    Dataset petals = petals();
    Network start = Network.of(2, Output.softmax(3)).zeros();
    Network model = TRAINER.fit(start, petals).model();
    return Plots.probabilities(model, petals);
  }

  /** How well malignant tumors are told from benign ones on the rows that were not trained on. */
  private record Found(RocCurve roc, PrecisionRecallCurve precision) {}

  private static Found cancer(String... features) {
    Split split = Split.stratified(Datasets.breastCancer().selectFeatures(features), 0.5, 42);
    Standardizer scaler = Standardizer.fit(split.train());
    Perceptron start = Perceptron.zeros(features.length, Activation.sigmoid());
    Perceptron model = TRAINER.fit(start, scaler.apply(split.train())).model();
    Dataset test = scaler.apply(split.test());
    return new Found(RocCurve.of(model, test), PrecisionRecallCurve.of(model, test));
  }

  private static Plot roc(Found found) {
    return roc(found.roc());
  }

  static Plot roc(RocCurve curve) {
    return Plots.rocCurves(Map.of("radius and texture", curve));
  }

  static Plot precisionRecall(Map<String, PrecisionRecallCurve> curves) {
    return Plots.precisionRecallCurves(curves);
  }

  private static Split cancerSplit() {
    return Split.stratified(Datasets.breastCancer(), 0.8, 42);
  }

  private static Pipeline<Perceptron> cancerPipeline() {
    Perceptron start = Perceptron.zeros(30, Activation.sigmoid());
    return Pipeline.fit(Preparation.standardizing(), TRAINER, start, cancerSplit().train());
  }

  static Plot largestWeights(Pipeline<Perceptron> pipeline) {
    return Plots.largestWeights(pipeline);
  }

  static Plot contributions(Pipeline<Perceptron> pipeline, double[] row) {
    return Plots.contributions(pipeline.explain(row));
  }
}
