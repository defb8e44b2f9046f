package io.github.gradusml.docs;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.CsvReader;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.FeatureSelection;
import io.github.gradusml.data.Split;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.network.Network;
import io.github.gradusml.pipeline.Pipeline;
import io.github.gradusml.pipeline.Preparation;
import io.github.gradusml.plot.Plots;
import io.github.gradusml.rangetest.AccuracyRangeResult;
import io.github.gradusml.rangetest.LearningRateRangeTest;
import io.github.gradusml.rangetest.RangeTestResult;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.Training;
import io.github.gradusml.training.TrainingHistory;
import io.github.gradusml.training.TrainingResult;
import io.github.gradusml.tuning.CrossValidation;
import io.github.gradusml.tuning.CrossValidationResult;
import io.github.gradusml.tuning.GridSearch;
import io.github.gradusml.tuning.JointChange;
import io.github.gradusml.tuning.LearningCurve;
import io.github.gradusml.tuning.RegularizationPath;
import io.github.gradusml.tuning.ScoreCurve;
import io.github.gradusml.tuning.SearchResult;
import io.github.gradusml.tuning.Values;
import io.github.gradusml.update.UpdateStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/**
 * The code of the Javadoc of types: each block there stands here too, and so is compiled; {@link
 * JavadocSnippetsTest} runs every method, and {@link DocumentationTest} compares.
 */
final class JavadocSnippets {
  private static final Dataset CANCER = Datasets.breastCancer();
  private static final Dataset SCALED = Standardizer.fit(CANCER).apply(CANCER);
  private static final Trainer BRIEF = Trainer.minimizing(Loss.crossEntropy()).withEpochs(2);

  private JavadocSnippets() {}

  /** A folder of its own, in place of the one that a user works in. */
  private static final class Path {
    static java.nio.file.Path of(String name) {
      try {
        java.nio.file.Path folder =
            Files.createDirectories(java.nio.file.Path.of("target/javadoc-snippets"));
        if (name.equals("houses.csv")) {
          Files.writeString(folder.resolve(name), "id,rooms,price\n1,3,200\n2,4,300\n");
        } else if (name.equals("iris.csv")) {
          Files.writeString(folder.resolve(name), "length,species\n1.4,setosa\n4.7,versicolor\n");
        }
        return folder.resolve(name);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  static Object csvReader() {
    Dataset houses = CsvReader.target("price").withoutColumn("id").read(Path.of("houses.csv"));
    Dataset flowers = CsvReader.classTarget("species").read(Path.of("iris.csv"));
    return List.of(houses.rows() == 2, flowers.hasTwoClasses());
  }

  static Object plot() {
    TrainingHistory history =
        BRIEF.fit(Perceptron.zeros(30, Activation.sigmoid()), SCALED).history();
    Plots.loss(history).withTitle("Diabetes").withVerticalRange(0, 3000).save(Path.of("loss.svg"));
    return List.of(Files.exists(Path.of("loss.svg")));
  }

  static Object plots() {
    TrainingResult<Perceptron> result =
        BRIEF.fit(Perceptron.zeros(30, Activation.sigmoid()), SCALED);
    Plots.loss(result.history()).withLogScale().save(Path.of("loss.png"));
    return List.of(Files.exists(Path.of("loss.png")));
  }

  static Object accuracyRangeTest() {
    Trainer trainer = BRIEF;
    Perceptron model = Perceptron.zeros(30, Activation.sigmoid());
    Dataset data = SCALED;
    AccuracyRangeResult test =
        LearningRateRangeTest.linear(trainer).withRange(0, 20).run(model, data);
    double base = test.base().orElseThrow().rate();
    double maximum = test.maximum().orElseThrow().rate();
    LearningRate rate = LearningRate.triangular(base, maximum, 200);
    return List.of(rate.at(0, 0) < rate.at(200, 0));
  }

  static Object learningRateRangeTest() {
    Trainer trainer = BRIEF;
    Perceptron model = Perceptron.zeros(30, Activation.sigmoid());
    Dataset data = SCALED;
    RangeTestResult test = LearningRateRangeTest.exponential(trainer).run(model, data);
    Trainer tuned = trainer.withLearningRate(LearningRate.constant(test.rate()));
    return List.of(tuned.learningRate().at(0, 0) == test.rate());
  }

  static Object learningRate() {
    LearningRate halved = (update, epoch) -> epoch < 10 ? 0.1 : 0.05;
    return List.of(halved.at(0, 9.9) == 2 * halved.at(0, 10));
  }

  static Object trainer() {
    Dataset data = SCALED;
    Trainer trainer =
        Trainer.minimizing(Loss.crossEntropy())
            .withUpdates(UpdateStrategy.miniBatch(16))
            .withRegularizer(Regularizer.l2(1e-3))
            .withLearningRate(LearningRate.constant(0.1))
            .withEpochs(50);
    TrainingResult<Perceptron> result =
        trainer.fit(Perceptron.zeros(30, Activation.sigmoid()), data);
    return List.of(result.history().epochs().size() == 50);
  }

  static Object begin() {
    Trainer trainer = BRIEF;
    Perceptron start = Perceptron.zeros(30, Activation.sigmoid());
    Dataset data = SCALED;
    Training<Perceptron> training = trainer.begin(start, data);
    while (training.goesOn()) {
      training.update();
      double weight = training.model().weight(0);
    }
    return List.of(training.epochs() == 2);
  }

  static Object online() {
    Trainer trainer = BRIEF;
    Perceptron start = Perceptron.zeros(30, Activation.sigmoid());
    Dataset first = SCALED.select(0);
    TrainingResult<Perceptron> online = trainer.withEpochs(1).begin(start, first).result();
    online = trainer.withEpochs(1).resume(online, first);
    return List.of(online.divergence().isEmpty());
  }

  static Object crossValidation() {
    Trainer trainer = BRIEF;
    Dataset data = CANCER;
    CrossValidationResult result =
        CrossValidation.stratified(5)
            .withSeed(42)
            .score(trainer, Perceptron.zeros(30, Activation.sigmoid()), data, Metric.logLoss());
    return List.of(result.validation().size() == 5);
  }

  static Object folds() {
    Trainer trainer = BRIEF;
    Perceptron start = Perceptron.zeros(30, Activation.sigmoid());
    Dataset data = SCALED;
    for (Split fold : CrossValidation.stratified(5).withSeed(42).folds(data)) {
      double score = Metric.r2().of(trainer.fit(start, fold.train()).model(), fold.test());
    }
    return List.of();
  }

  static Object gridSearch() {
    Trainer trainer = BRIEF;
    Split split = Split.stratified(CANCER, 0.8, 42);
    Dataset train = split.train();
    Dataset test = split.test();
    SearchResult<Perceptron> result =
        GridSearch.of(trainer, CrossValidation.stratified(5).withSeed(42), Metric.logLoss())
            .with(
                "alpha",
                Values.logarithmic(1e-4, 1, 5).withSimplestLast(),
                (t, alpha) -> t.withRegularizer(Regularizer.l2(alpha)))
            .with(
                "learning rate",
                Values.logarithmic(0.01, 1, 3),
                (t, eta) -> t.withLearningRate(LearningRate.constant(eta)))
            .withRefinements(1)
            .run(Perceptron.zeros(30, Activation.sigmoid()), train);
    Pipeline<Perceptron> chosen = result.refit(result.bestByOneStandardError());
    double accuracy = chosen.score(Metric.accuracy(), test);
    return List.of(accuracy > 0.9);
  }

  static Object jointChange() {
    JointChange<Double, Double> change =
        (t, alpha, l1Ratio) -> t.withRegularizer(Regularizer.elasticNet(alpha, l1Ratio));
    return List.of(change.apply(BRIEF, 0.1, 0.5).regularizer().shrinks());
  }

  static Object learningCurve() {
    Trainer trainer = BRIEF;
    Dataset data = CANCER;
    ScoreCurve curve =
        LearningCurve.of(trainer, CrossValidation.stratified(5), Metric.logLoss())
            .withShares(0.05, 0.1, 0.2, 0.4, 0.7, 1)
            .run(Perceptron.zeros(30, Activation.sigmoid()), data);
    return List.of(curve.points().size() == 6);
  }

  static Object preparation() {
    Preparation largest =
        train -> {
          Standardizer scaler = Standardizer.fit(train); // learned from the training rows
          return scaler.andThen(FeatureSelection.of("area_worst", "texture_worst"));
        };
    CrossValidation validation =
        CrossValidation.stratified(3).withPreparation(largest.named("largest"));
    Pipeline<Perceptron> model =
        validation.fit(BRIEF, Perceptron.zeros(2, Activation.sigmoid()), CANCER);
    return List.of(model.predict(CANCER.row(0)) == model.predict(CANCER)[0]);
  }

  static Object regularizationPath() {
    Trainer trainer = Trainer.minimizing(Loss.squaredError()).withEpochs(2);
    Dataset diabetes = Datasets.diabetes();
    Dataset data = Standardizer.fit(diabetes).apply(diabetes);
    double alphaMax = RegularizationPath.alphaMax(Loss.squaredError(), Activation.identity(), data);
    RegularizationPath path =
        RegularizationPath.of(
            trainer,
            Values.logarithmic(alphaMax / 1000, alphaMax, 50),
            (t, alpha) -> t.withRegularizer(Regularizer.l1(alpha)),
            Perceptron.zeros(10, Activation.identity()),
            data);
    path.points().get(20).zeros();
    return List.of(path.points().size() == 50);
  }

  static Object values() {
    Values<Double> alphas = Values.logarithmic(1e-4, 1, 5); // 1e-4, 1e-3, 0.01, 0.1, 1
    Values<Double> shares = Values.linear(0, 0.9, 4); // 0, 0.3, 0.6, 0.9
    Values<UpdateStrategy> these = Values.of(UpdateStrategy.batch(), UpdateStrategy.miniBatch(16));
    return List.of(alphas.list().size() == 5, shares.list().size() == 4, these.list().size() == 2);
  }

  static List<Boolean> network() {
    Network softmax = Network.of(4, Output.softmax(3)).zeros();
    Network deep = Network.of(4, Output.softmax(3)).withHidden(16, Activation.tanh()).random(42);
    return List.of(
        softmax.architecture().layers() == 1,
        softmax.probabilities(1, 2, 3, 4)[2] == 1.0 / 3,
        deep.architecture().layers() == 2);
  }
}
