package io.github.gradusml.docs;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.FeatureSelection;
import io.github.gradusml.data.FittedPreparation;
import io.github.gradusml.data.Split;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.diagnosis.Diagnosis;
import io.github.gradusml.landscape.DescentPath;
import io.github.gradusml.landscape.PathRecorder;
import io.github.gradusml.metric.Scores;
import io.github.gradusml.pipeline.Calibration;
import io.github.gradusml.pipeline.Pipeline;
import io.github.gradusml.pipeline.Preparation;
import io.github.gradusml.report.Report;
import io.github.gradusml.step.ExplainedStep;
import io.github.gradusml.training.HistoryDetail;
import io.github.gradusml.training.Objective;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.TrainingResult;
import io.github.gradusml.tuning.CrossValidation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** As {@link JavadocSnippets}: of the types about models that are used after their training. */
final class ModelJavadocSnippets {
  private ModelJavadocSnippets() {}

  static Object featureSelection() {
    Dataset data = Datasets.breastCancer();
    FittedPreparation two = FeatureSelection.of("area_worst", "texture_worst");
    Dataset narrow = two.apply(data);
    return List.of(narrow.features() == 2, narrow.column(0)[7] == data.value(7, 23));
  }

  static Object diagnosis() {
    Split split = Split.stratified(Datasets.breastCancer(), 0.8, 42);
    Dataset train = split.train();
    Dataset validation = split.test();
    Trainer trainer = Trainer.minimizing(Loss.crossEntropy()).withEpochs(3).withoutLog();
    Perceptron start = Perceptron.zeros(30, Activation.sigmoid());
    TrainingResult<Perceptron> result = trainer.fit(start, train, validation);
    Diagnosis diagnosis = Diagnosis.of(trainer, result, train, validation);
    return List.of(!diagnosis.findings().isEmpty());
  }

  static Object checkpoints() throws IOException {
    Path file =
        Files.createDirectories(Path.of("target/javadoc-snippets")).resolve("training.json");
    Files.deleteIfExists(file);
    Trainer settings = Trainer.minimizing(Loss.crossEntropy());
    Perceptron start = Perceptron.zeros(30, Activation.sigmoid());
    Dataset data = Standardizer.fit(Datasets.breastCancer()).apply(Datasets.breastCancer());
    settings.withEpochs(7).withCheckpoints(file, 5).fit(start, data);
    Trainer trainer = settings.withEpochs(20).withCheckpoints(file, 5);
    TrainingResult<Perceptron> result =
        Files.exists(file) ? trainer.resume(file, start, data) : trainer.fit(start, data);
    Perceptron unbroken = settings.withEpochs(20).fit(start, data).model();
    return List.of(result.epochs() == 20, result.model().equals(unbroken));
  }

  static Object checkpointsOfPipelines() throws IOException {
    Path file =
        Files.createDirectories(Path.of("target/javadoc-snippets")).resolve("pipeline.checkpoint");
    Files.deleteIfExists(file);
    Trainer settings = Trainer.minimizing(Loss.crossEntropy()).withEpochs(7);
    Perceptron start = Perceptron.zeros(30, Activation.sigmoid());
    Dataset train = Datasets.breastCancer();
    Pipeline<Perceptron> first =
        Pipeline.fit(Preparation.standardizing(), settings.withCheckpoints(file, 5), start, train);
    Trainer trainer = settings.withCheckpoints(file, 5);
    Pipeline<Perceptron> pipeline =
        Files.exists(file)
            ? Pipeline.resume(file, Preparation.standardizing(), trainer, start, train)
            : Pipeline.fit(Preparation.standardizing(), trainer, start, train);
    return List.of(pipeline.model().equals(first.model()), Files.exists(file));
  }

  static Object report() {
    Split split = Split.stratified(Datasets.breastCancer(), 0.7, 0);
    Pipeline<Perceptron> pipeline =
        Pipeline.fit(
            Preparation.standardizing(),
            Trainer.minimizing(Loss.crossEntropy()).withEpochs(5).withoutLog(),
            Perceptron.zeros(30, Activation.sigmoid()),
            split.train());
    Report report = Report.of(pipeline, split.test()).withTitle("Breast cancer");
    report.save(Path.of("target/report.html"));
    return List.of(
        report.toHtml().contains("<h1>Breast cancer</h1>"),
        Files.exists(Path.of("target/report.html")));
  }

  static Object pathOfDescent() {
    Dataset raw = Datasets.diabetes().selectFeatures("bmi");
    Dataset data = Standardizer.fit(raw).apply(raw);
    Perceptron start = Perceptron.zeros(1, Activation.identity());
    Trainer trainer = Trainer.minimizing(Loss.squaredError()).withEpochs(2).withoutLog();
    Objective objective = Objective.of(trainer, start, data);
    PathRecorder recorder = PathRecorder.from(objective, start);
    trainer.withHistory(HistoryDetail.UPDATE).withListener(recorder).fit(start, data);
    DescentPath path = recorder.path();
    return List.of(path.last().evaluations() == 2 * 442, path.first().updates() == 0);
  }

  static Object calibration() {
    Dataset data = Datasets.breastCancer();
    CrossValidation folds = CrossValidation.stratified(3).withSeed(1);
    Trainer trainer = Trainer.minimizing(Loss.crossEntropy()).withEpochs(5);
    Perceptron start = Perceptron.zeros(data.features(), Activation.sigmoid());
    Pipeline<Perceptron> pipeline = folds.fit(trainer, start, data);
    Scores unseen = folds.predict(trainer, start, data).scores();
    Pipeline<Perceptron> calibrated = pipeline.withCalibration(Calibration.fit(unseen));
    Pipeline<Perceptron> inFolds = folds.withCalibration(3).fit(trainer, start, data);
    return List.of(
        calibrated.calibration().orElseThrow().slope()
            > 1, // so short a training is not sure enough
        calibrated.calibration().equals(inFolds.calibration()));
  }

  static Object explainedStep() {
    Trainer trainer = Trainer.minimizing(Loss.crossEntropy());
    Perceptron start = Perceptron.zeros(30, Activation.sigmoid());
    Dataset rows = Datasets.breastCancer().select(3, 20);
    ExplainedStep step = ExplainedStep.of(trainer, start, rows);
    String page = step.toMarkdown();
    double delta = step.rows().get(0).delta()[0];
    double weight = step.parameters().get(0).after();
    return List.of(page.startsWith("### Update 1, by 2 rows"), delta == -0.5, weight != 0);
  }
}
