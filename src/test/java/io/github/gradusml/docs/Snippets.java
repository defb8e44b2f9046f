package io.github.gradusml.docs;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Split;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.internal.ReproducibleMath;
import io.github.gradusml.internal.Vectors;
import io.github.gradusml.metric.ConfusionMatrix;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.metric.RocCurve;
import io.github.gradusml.metric.RocPoint;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.pipeline.Pipeline;
import io.github.gradusml.pipeline.Preparation;
import io.github.gradusml.plot.Plots;
import io.github.gradusml.rangetest.LearningRateRangeTest;
import io.github.gradusml.rangetest.RangeTestResult;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.stability.Separability;
import io.github.gradusml.stability.Stability;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.TrainingResult;
import io.github.gradusml.tuning.CrossValidation;
import io.github.gradusml.tuning.GridSearch;
import io.github.gradusml.tuning.SearchResult;
import io.github.gradusml.tuning.Values;
import io.github.gradusml.update.UpdateStrategy;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The code of README, docs and package pages: each block there stands here too, line by line, and
 * so is compiled; {@link DocumentationTest} compares the two and runs these.
 */
final class Snippets {
  private Snippets() {}

  static double readme() {
    Dataset cancer = Datasets.breastCancer(); // 569 rows × 30 features, target 1 = malignant
    Split split = Split.stratified(cancer, 0.8, 42);

    Trainer trainer =
        Trainer.minimizing(Loss.crossEntropy())
            .withUpdates(UpdateStrategy.miniBatch(16))
            .withRegularizer(Regularizer.l2(1e-3))
            .withLearningRate(LearningRate.constant(0.1))
            .withEpochs(50);

    Perceptron start = Perceptron.zeros(30, Activation.sigmoid());
    Pipeline<Perceptron> pipeline =
        Pipeline.fit(Preparation.standardizing(), trainer, start, split.train());
    double accuracy = pipeline.score(Metric.accuracy(), split.test()); // 0.991
    pipeline.save(Path.of("target/models/breast-cancer.json")); // Pipeline.load opens it anywhere
    return accuracy;
  }

  static double[] core() {
    Perceptron and = Perceptron.of(new double[] {1, 1}, -1.5, Activation.step());
    double yes = and.predict(1, 1); // 1
    double no = and.predict(1, 0); // 0
    return new double[] {yes, no};
  }

  static Dataset[] data() {
    Split split = Split.stratified(Datasets.breastCancer(), 0.8, 42);
    Standardizer scaler = Standardizer.fit(split.train());
    Dataset train = scaler.apply(split.train());
    Dataset test = scaler.apply(split.test());
    return new Dataset[] {train, test};
  }

  static int update() {
    UpdateStrategy strategy = UpdateStrategy.miniBatch(32);
    int updates = strategy.updatesPerEpoch(569); // 18: 17 batches of 32 and one of 25
    return updates;
  }

  static double regularization() {
    Regularizer both = Regularizer.elasticNet(1e-3, 0.5);
    double penalty = both.value(new double[] {2, -1}, 0, 2); // 0.001·(0.5·3 + 0.25·5) = 0.00275
    return penalty;
  }

  static double rate() {
    LearningRate falling = LearningRate.inverseTime(0.1, 0.01);
    double later = falling.at(100, 0); // 0.1 / (1 + 0.01·100) = 0.05
    return later;
  }

  static double[] optimizer() {
    double[] theta = {1};
    double[] gradient = {2};
    Optimizer.gradientDescent().step(theta, gradient, 0.1, new double[0][], 1);
    // theta is now {0.8}
    return theta;
  }

  static double[] training(Dataset data) {
    TrainingResult<Perceptron> result =
        Trainer.minimizing(Loss.squaredError())
            .withUpdates(UpdateStrategy.stochastic())
            .fit(Perceptron.zeros(10, Activation.identity()), data);
    double[] losses = result.history().losses();
    Plots.loss(result.history()).save(Path.of("target/pictures/loss.png"));
    return losses;
  }

  static double internal(double[] w, double[] x) {
    double probability = ReproducibleMath.sigmoid(Vectors.dot(w, 0, x, 0, w.length));
    return probability;
  }

  static int[] rows(Perceptron model, Dataset data) {
    int[] classes = model.classify(data.inputs());
    return classes;
  }

  static ConfusionMatrix metric(Perceptron model, Dataset test) {
    double accuracy = Metric.accuracy().of(model, test);
    double macro = Metric.f1().macro().of(model, test);
    ConfusionMatrix matrix = ConfusionMatrix.of(model, test);
    List<RocPoint> points = RocCurve.of(model, test).points();
    return accuracy < 0 || macro < 0 || points.isEmpty() ? null : matrix;
  }

  static Optional<Stability> stability(Trainer trainer, Perceptron model, Dataset data) {
    Optional<Stability> limit = trainer.stability(model, data);
    return limit;
  }

  static String separability(Dataset data) {
    Separability said = Separability.of(data);
    String why = said.explanation(); // "no line separates the classes: …"
    return why;
  }

  static Trainer rangetest(Trainer trainer, Perceptron model, Dataset data) {
    RangeTestResult test = LearningRateRangeTest.exponential(trainer).run(model, data);
    Trainer tuned = trainer.withLearningRate(LearningRate.constant(test.rate()));
    return tuned;
  }

  static double tuning(Dataset train) {
    SearchResult<Perceptron> result =
        GridSearch.of(
                Trainer.minimizing(Loss.crossEntropy()).withEpochs(20),
                CrossValidation.stratified(5).withSeed(42),
                Metric.logLoss())
            .with(
                "alpha",
                Values.logarithmic(1e-4, 1, 5),
                (t, alpha) -> t.withRegularizer(Regularizer.l2(alpha)))
            .run(Perceptron.zeros(30, Activation.sigmoid()), train);
    double best = result.best().number("alpha");
    return best;
  }
}
