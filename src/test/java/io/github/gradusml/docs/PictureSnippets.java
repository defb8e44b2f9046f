package io.github.gradusml.docs;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Split;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.pipeline.Pipeline;
import io.github.gradusml.pipeline.Preparation;
import io.github.gradusml.plot.Plot;
import io.github.gradusml.plot.Plots;
import io.github.gradusml.rangetest.LearningRateRangeTest;
import io.github.gradusml.rangetest.RangeTestResult;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.HistoryDetail;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.TrainingHistory;
import io.github.gradusml.training.UpdateRecord;
import io.github.gradusml.tuning.CrossValidation;
import io.github.gradusml.tuning.GridSearch;
import io.github.gradusml.tuning.RegularizationPath;
import io.github.gradusml.tuning.SearchResult;
import io.github.gradusml.tuning.Values;
import io.github.gradusml.update.UpdateStrategy;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The code of docs/pictures.md, and the pictures there and in the Javadoc of {@link Plots}. */
final class PictureSnippets {
  private static final Path FOLDER =
      Path.of("src", "main", "java", "io", "github", "gradusml", "plot", "doc-files");

  private static final Split SPLIT = Split.stratified(Datasets.breastCancer(), 0.2, 42);
  private static final Standardizer SCALER = Standardizer.fit(SPLIT.train());
  private static final Dataset TRAIN = SCALER.apply(SPLIT.train());
  private static final Dataset OTHERS = SCALER.apply(SPLIT.test());
  private static final Perceptron START = Perceptron.zeros(30, Activation.sigmoid());
  private static final Trainer TRAINER =
      Trainer.minimizing(Loss.crossEntropy())
          .withUpdates(UpdateStrategy.miniBatch(16))
          .withLearningRate(LearningRate.constant(0.1))
          .withEpochs(200)
          .withSeed(42);

  private PictureSnippets() {}

  /** Draws all of them anew. */
  public static void main(String[] args) {
    all().forEach((name, plot) -> plot.withSize(640, 420).save(file(name)));
    sheet().withSize(960, 360).save(file("sheet"));
  }

  static Path file(String name) {
    return FOLDER.resolve(name + ".svg");
  }

  /** The pictures by the names of their files. */
  static Map<String, Plot> all() {
    Map<String, Plot> plots = new LinkedHashMap<>();
    plots.put("loss", loss());
    plots.put("losses", losses());
    plots.put("updates", updates());
    plots.put("rates", rates());
    plots.put("range-test", rangeTest());
    plots.put("boundary", boundary());
    plots.put("activation", activation());
    plots.put("weights", weights());
    plots.put("path", path());
    plots.put("predictions", predictions());
    SearchResult<Perceptron> result = search();
    plots.put("scores", scores(result));
    plots.put("heat-map", heatMap(result));
    plots.putAll(ClassPictureSnippets.all());
    plots.putAll(ProbabilitySnippets.pictures());
    plots.putAll(LandscapeSnippets.pictures());
    return plots;
  }

  /** The first lines of the page. */
  static void save(TrainingHistory history) {
    Plots.loss(history).save(Path.of("target/pictures/loss.png"));
  }

  static Plot loss() {
    TrainingHistory history = TRAINER.fit(START, TRAIN, OTHERS).history();
    return Plots.loss(history);
  }

  private static Map<String, TrainingHistory> strategies() {
    Trainer trainer = TRAINER.withEpochs(40).withHistory(HistoryDetail.UPDATE);
    Map<String, TrainingHistory> histories = new LinkedHashMap<>();
    histories.put("batch", trainer.withUpdates(UpdateStrategy.batch()).fit(START, TRAIN).history());
    histories.put("mini-batch of 16", trainer.fit(START, TRAIN).history());
    histories.put(
        "stochastic", trainer.withUpdates(UpdateStrategy.stochastic()).fit(START, TRAIN).history());
    return histories;
  }

  static Plot losses() {
    Map<String, TrainingHistory> histories = strategies();
    return Plots.losses(histories).withLogScale();
  }

  static Plot updates() {
    Map<String, TrainingHistory> histories = strategies();
    return Plots.perUpdate("batch loss", UpdateRecord::batchLoss, histories)
        .withHorizontalRange(0, 40);
  }

  static Plot rates() {
    Map<String, LearningRate> rates = new LinkedHashMap<>();
    rates.put("step", LearningRate.step(0.1, 0.5, 10).perEpoch());
    rates.put("triangular", LearningRate.triangular(0.01, 0.1, 5).perEpoch());
    rates.put("warm restarts", LearningRate.warmRestarts(0.1, 0, 10, 2).perEpoch());
    return Plots.learningRates(rates, 70, 20);
  }

  static Plot rangeTest() {
    Dataset patients = Standardizer.fit(Datasets.diabetes()).apply(Datasets.diabetes());
    Trainer trainer =
        Trainer.minimizing(Loss.squaredError()).withUpdates(UpdateStrategy.batch()).withEpochs(100);
    RangeTestResult result =
        LearningRateRangeTest.exponential(trainer)
            .run(Perceptron.zeros(10, Activation.identity()), patients);
    return Plots.rangeTest(result);
  }

  static Plot boundary() {
    Dataset petals =
        Datasets.iris()
            .selectClasses("versicolor", "virginica")
            .selectFeatures("petal_length_cm", "petal_width_cm");
    Standardizer scaler = Standardizer.fit(petals);
    Perceptron model =
        TRAINER.fit(Perceptron.zeros(2, Activation.sigmoid()), scaler.apply(petals)).model();
    return Plots.decisionBoundary(scaler.inOriginalUnits(model), petals);
  }

  static Plot activation() {
    return Plots.activation(Activation.sigmoid(), Activation.tanh(), Activation.relu());
  }

  static Plot weights() {
    Map<String, Perceptron> models = new LinkedHashMap<>();
    Trainer trainer = TRAINER.withUpdates(UpdateStrategy.batch()).withEpochs(1000);
    models.put("no penalty", trainer.fit(START, TRAIN).model());
    models.put("L1", trainer.withRegularizer(Regularizer.l1(0.02)).fit(START, TRAIN).model());
    return Plots.weights(models);
  }

  static Plot path() {
    Dataset patients = Standardizer.fit(Datasets.diabetes()).apply(Datasets.diabetes());
    RegularizationPath path =
        RegularizationPath.of(
            Trainer.minimizing(Loss.squaredError())
                .withUpdates(UpdateStrategy.batch())
                .withLearningRate(LearningRate.constant(0.4))
                .withEpochs(400),
            Values.logarithmic(0.1, 46, 25),
            (trainer, alpha) -> trainer.withRegularizer(Regularizer.l1(alpha)),
            Perceptron.zeros(10, Activation.identity()),
            patients);
    return Plots.regularizationPath(path);
  }

  static Plot predictions() {
    Split split = Split.random(Datasets.diabetes(), 0.7, 2);
    Pipeline<Perceptron> pipeline =
        Pipeline.fit(
            Preparation.standardizing().andThen(Preparation.standardizingTargets()),
            Trainer.minimizing(Loss.squaredError()).withEpochs(20),
            Perceptron.zeros(10, Activation.identity()),
            split.train());
    return Plots.predictions(pipeline.scores(split.test()));
  }

  static SearchResult<Perceptron> search() {
    SearchResult<Perceptron> result =
        GridSearch.of(
                TRAINER.withEpochs(40),
                CrossValidation.stratified(5).withSeed(42),
                Metric.logLoss())
            .with(
                "alpha",
                Values.logarithmic(1e-4, 1, 9).withSimplestLast(),
                (trainer, alpha) -> trainer.withRegularizer(Regularizer.l2(alpha)))
            .with(
                "learning rate",
                Values.logarithmic(1e-3, 1, 4),
                (trainer, eta) -> trainer.withLearningRate(LearningRate.constant(eta)))
            .run(START, SPLIT.train());
    return result;
  }

  static Plot scores(SearchResult<Perceptron> result) {
    return Plots.scores(result.validationCurve("alpha"));
  }

  static Plot heatMap(SearchResult<Perceptron> result) {
    return Plots.heatMap(result, "alpha", "learning rate");
  }

  static Plot sheet() {
    Trainer decayed = TRAINER.withRegularizer(Regularizer.l2(0.02));
    return Plots.sheet(
            2,
            Plots.loss(TRAINER.fit(START, TRAIN, OTHERS).history()).withTitle("no penalty"),
            Plots.loss(decayed.fit(START, TRAIN, OTHERS).history()).withTitle("alpha 0.02"))
        .withVerticalRange(0, 0.3);
  }
}
