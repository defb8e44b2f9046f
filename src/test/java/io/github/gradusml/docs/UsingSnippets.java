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
import io.github.gradusml.metric.ConfusionMatrix;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.network.Network;
import io.github.gradusml.pipeline.Explanation;
import io.github.gradusml.pipeline.Pipeline;
import io.github.gradusml.pipeline.Preparation;
import io.github.gradusml.plot.Plots;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.report.Report;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.tuning.CrossValidation;
import io.github.gradusml.update.UpdateStrategy;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * The code of docs/using-a-model.md that stands in no example, see {@link Snippets}; {@code main}
 * prints the figures of that page.
 */
final class UsingSnippets {
  static final Split SPLIT = Split.stratified(Datasets.breastCancer(), 0.8, 42);
  static final Trainer TRAINER =
      Trainer.minimizing(Loss.crossEntropy())
          .withUpdates(UpdateStrategy.miniBatch(16))
          .withRegularizer(Regularizer.l2(1e-3))
          .withLearningRate(LearningRate.constant(0.1))
          .withEpochs(50);

  private UsingSnippets() {}

  public static void main(String[] args) {
    System.out.println(weightsAlone(fitted()));
    System.out.println();
    System.out.println(ownUnits());
    System.out.println();
    Pipeline<Network> irises = irises();
    System.out.println(closeCall(irises));
    System.out.println();
    System.out.println(file());
  }

  static Pipeline<Perceptron> fitted() {
    Dataset train = SPLIT.train();
    Trainer trainer = TRAINER;
    Perceptron start = Perceptron.zeros(30, Activation.sigmoid());
    Pipeline<Perceptron> pipeline =
        Pipeline.fit(Preparation.standardizing(), trainer, start, train);
    return pipeline;
  }

  /** What becomes of a model whose standardizer got lost. */
  static String weightsAlone(Pipeline<Perceptron> pipeline) {
    Dataset test = SPLIT.test();
    double together = pipeline.score(Metric.accuracy(), test);
    double alone = Metric.accuracy().of(pipeline.model(), test);
    return String.format(
        Locale.ROOT,
        "the pipeline:               %.1f%% right%nits model, on the same rows: %.1f%% right",
        100 * together,
        100 * alone);
  }

  static Preparation twoFeatures() {
    Preparation two =
        Preparation.selecting("area_worst", "texture_worst").andThen(Preparation.standardizing());
    return two;
  }

  static Preparation ofOnesOwn() {
    Preparation worst =
        train -> {
          String[] names =
              train.featureNames().stream()
                  .filter(name -> name.endsWith("_worst"))
                  .toArray(String[]::new);
          return FeatureSelection.of(names); // or, for what nobody saves, rows -> ...
        };
    return worst.named("of the worst cells").andThen(Preparation.standardizing());
  }

  static String ownUnits() {
    Split patients = Split.random(Datasets.diabetes(), 0.8, 42);
    Trainer trainer = Trainer.minimizing(Loss.squaredError());
    Perceptron start = Perceptron.zeros(10, Activation.identity());
    Preparation both = Preparation.standardizing().andThen(Preparation.standardizingTargets());
    Pipeline<Perceptron> pipeline = Pipeline.fit(both, trainer, start, patients.train());
    double progression = pipeline.predict(patients.test().row(0)); // in the unit of the targets
    double error = pipeline.score(Metric.meanAbsoluteError(), patients.test()); // in it as well
    return String.format(
        Locale.ROOT,
        "predicted %.0f, was %.0f; mean error %.1f",
        progression,
        patients.test().target(0),
        error);
  }

  static Pipeline<Perceptron> validated(Dataset data) {
    Trainer trainer = TRAINER;
    Perceptron start = Perceptron.zeros(30, Activation.sigmoid());
    CrossValidation folds = CrossValidation.stratified(5).withSeed(42);
    double accuracy = folds.score(trainer, start, data, Metric.accuracy()).mean();
    Pipeline<Perceptron> pipeline = folds.fit(trainer, start, data); // on all rows
    return accuracy > 0 ? pipeline : null;
  }

  static boolean asked(Pipeline<Perceptron> pipeline, double[] row, Dataset others) {
    double probability = pipeline.predict(row);
    String name = pipeline.className(row);
    int[] classes = pipeline.classify(others); // by the names of its features, in any order
    double[] probabilities = pipeline.probabilities(others); // benign, malignant, row after row
    return name.equals(pipeline.classNames().get(pipeline.classify(row)))
        && probability == pipeline.probabilities(row)[1]
        && classes.length * 2 == probabilities.length;
  }

  static String byName(Pipeline<Perceptron> two) {
    return two.className(Map.of("texture_worst", 30.9, "area_worst", 1150));
  }

  static ConfusionMatrix scored(Pipeline<Perceptron> pipeline, Dataset test) {
    double accuracy = pipeline.score(Metric.accuracy(), test);
    ConfusionMatrix mistakes = ConfusionMatrix.of(pipeline.scores(test));
    return mistakes.accuracy() == accuracy ? mistakes : null;
  }

  static Pipeline<Perceptron> saved(Pipeline<Perceptron> pipeline) {
    pipeline.save(Path.of("target/models/breast-cancer.json"));
    Pipeline<?> any = Pipeline.load(Path.of("target/models/breast-cancer.json"));
    Pipeline<Perceptron> perceptron =
        Pipeline.load(Path.of("target/models/breast-cancer.json"), Perceptron.class);
    return any.model().features() == 30 ? perceptron : null;
  }

  /** A small file, shown as it is. */
  static String file() {
    Dataset three =
        Datasets.breastCancer().selectFeatures("radius_mean", "area_worst", "texture_worst");
    Perceptron start = Perceptron.zeros(2, Activation.sigmoid());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Pipeline.fit(twoFeatures(), TRAINER.withEpochs(3), start, three).write(out);
    return out.toString(StandardCharsets.UTF_8);
  }

  static Pipeline<Perceptron> resumed(Perceptron start, Dataset train) {
    Preparation preparation = Preparation.standardizing();
    Path file = Path.of("target/long.checkpoint.json");
    Trainer trainer = TRAINER.withCheckpoints(file, 10); // every ten epochs
    Pipeline<Perceptron> pipeline =
        Files.exists(file)
            ? Pipeline.resume(file, preparation, trainer, start, train)
            : Pipeline.fit(preparation, trainer, start, train);
    return pipeline;
  }

  static void onnx(Pipeline<Perceptron> pipeline) {
    pipeline.saveOnnx(Path.of("target/models/breast-cancer.onnx"));
  }

  static void report(Pipeline<Perceptron> pipeline, Dataset test) {
    Report.of(pipeline, test).save(Path.of("target/breast-cancer.html"));
  }

  static String credit(Pipeline<?> pipeline) {
    String text = pipeline.credit();
    pipeline
        .training()
        .ifPresent(training -> Plots.loss(training.history()).save(Path.of("target/loss.svg")));
    return text;
  }

  static Explanation why(Pipeline<Perceptron> pipeline, double[] row) {
    Explanation why = pipeline.explain(row);
    System.out.println(why);
    Plots.contributions(why).save(Path.of("target/pictures/contributions.png"));
    return why;
  }

  static Pipeline<Network> irises() {
    Trainer trainer =
        Trainer.minimizing(Loss.crossEntropy()).withLearningRate(LearningRate.constant(0.1));
    Network start = Network.of(4, Output.softmax(3)).zeros();
    return Pipeline.fit(Preparation.standardizing(), trainer, start, Datasets.iris());
  }

  static String closeCall(Pipeline<Network> pipeline) {
    double[] row = Datasets.iris().row(83);
    Explanation why = pipeline.explain(row).against(1); // versicolor, which it is
    return why.toString();
  }

  /** The perceptron for rows as they are measured: its weights are in the features' own units. */
  static Perceptron inOriginalUnits(Pipeline<Perceptron> pipeline) {
    Standardizer scaler = (Standardizer) pipeline.preparation();
    Perceptron plain = scaler.inOriginalUnits(pipeline.model());
    return plain;
  }
}
