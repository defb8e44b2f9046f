package io.github.gradusml.reliability;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.CsvReader;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Split;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.data.SvmlightReader;
import io.github.gradusml.data.SvmlightWriter;
import io.github.gradusml.data.TargetStandardizer;
import io.github.gradusml.diagnosis.Diagnosis;
import io.github.gradusml.metric.ConfusionMatrix;
import io.github.gradusml.metric.CutCosts;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.metric.MistakeCosts;
import io.github.gradusml.metric.ReliabilityCurve;
import io.github.gradusml.metric.Scores;
import io.github.gradusml.network.Architecture;
import io.github.gradusml.network.Initialization;
import io.github.gradusml.network.Network;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.pipeline.Calibration;
import io.github.gradusml.pipeline.Pipeline;
import io.github.gradusml.pipeline.Preparation;
import io.github.gradusml.plot.Plots;
import io.github.gradusml.rangetest.LearningRateRangeTest;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.report.Report;
import io.github.gradusml.rows.Workspace;
import io.github.gradusml.step.ExplainedStep;
import io.github.gradusml.training.Case;
import io.github.gradusml.training.Check;
import io.github.gradusml.training.EarlyStopping;
import io.github.gradusml.training.HistoryDetail;
import io.github.gradusml.training.Objective;
import io.github.gradusml.training.Severity;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.TrainingResult;
import io.github.gradusml.training.Verdict;
import io.github.gradusml.tuning.CrossValidation;
import io.github.gradusml.tuning.GridSearch;
import io.github.gradusml.tuning.LearningCurve;
import io.github.gradusml.tuning.RegularizationPath;
import io.github.gradusml.tuning.SearchResult;
import io.github.gradusml.tuning.Values;
import io.github.gradusml.update.UpdateStrategy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** One small object or more of each public type, as a user has them. */
final class SoundObjects {
  private static final double[][] X = {{0, 1}, {1, 0}, {2, 1}, {3, 3}, {-1, 2}, {0.5, -2}};

  private SoundObjects() {}

  static List<Object> all() {
    List<Object> all = new ArrayList<>();
    Dataset classes = Dataset.of(X, new double[] {0, 1, 0, 1, 0, 1});
    Dataset signs = Dataset.of(X, new double[] {-1, 1, -1, 1, -1, 1});
    Dataset numbers = Dataset.of(X, new double[] {1, 3, 2, 7, -1, 4});
    Perceptron sigmoid = Perceptron.zeros(2, Activation.sigmoid());
    Trainer trainer =
        Trainer.minimizing(Loss.crossEntropy())
            .withEpochs(4)
            .withHistory(HistoryDetail.UPDATE)
            .withoutLog();
    TrainingResult<Perceptron> result = trainer.fit(sigmoid, classes);
    Collections.addAll(all, classes, signs, numbers, classes.inputs(), sigmoid, result.model());
    Collections.addAll(
        all,
        Perceptron.zeros(2, Activation.identity()),
        Perceptron.of(new double[] {1, -1}, 0.5, Activation.step()),
        Split.stratified(classes, 0.5, 1),
        Standardizer.fit(classes),
        TargetStandardizer.fit(numbers),
        CsvReader.target("y"),
        SvmlightReader.target(),
        SvmlightReader.classTarget(),
        SvmlightWriter.oneBased(),
        ConfusionMatrix.of(sigmoid, classes),
        Scores.of(sigmoid, classes));
    Collections.addAll(
        all,
        trainer,
        trainer.withOptimizer(Optimizer.adam()),
        Trainer.minimizing(Loss.squaredError()).withEpochs(3).withoutLog(),
        result,
        result.history(),
        result.history().last(),
        result.history().updates().get(0),
        trainer.begin(sigmoid, classes),
        trainer.withCheckpoints(Path.of("target/hostile-checkpoint.json"), 2),
        EarlyStopping.onValidationLoss(2));
    Collections.addAll(
        all,
        Loss.squaredError(),
        Loss.hinge(),
        Activation.relu(),
        Metric.accuracy(),
        Metric.rocAuc(),
        Metric.r2(),
        Regularizer.l1(0.1),
        Regularizer.l2(0.1),
        Optimizer.adam(),
        UpdateStrategy.miniBatch(2),
        UpdateStrategy.stochastic(),
        LearningRate.constant(0.1),
        LearningRate.warmRestarts(0.1, 0, 2, 2),
        LearningRate.reduceOnPlateau(LearningRate.constant(0.1), 0.5, 1));
    networks(all, trainer);
    all.addAll(LandscapeObjects.of(trainer, classes));
    all.addAll(TextObjects.of(trainer));
    findings(all, trainer, result, classes);
    step(all, ExplainedStep.of(trainer.withOptimizer(Optimizer.adam()), sigmoid, classes));
    tuning(all, trainer, sigmoid, classes, numbers);
    Collections.addAll(
        all,
        Plots.loss(result.history()),
        LearningRateRangeTest.exponential(trainer).withRates(20),
        LearningRateRangeTest.exponential(trainer).withRates(20).run(sigmoid, classes),
        LearningRateRangeTest.linear(trainer).withRates(20),
        LearningRateRangeTest.linear(trainer).withRates(20).run(sigmoid, classes));
    return all;
  }

  private static void findings(
      List<Object> all, Trainer trainer, TrainingResult<Perceptron> result, Dataset data) {
    Check check =
        Check.of("OWN", "A check of one's own", Severity.HINT, c -> Verdict.found("seen", "do"));
    Collections.addAll(
        all,
        check,
        Check.ofEveryTraining().get(0),
        Verdict.clear(),
        Verdict.notApplicable("there is nothing to see"),
        Verdict.found("seen", "do").finding(check).orElseThrow(),
        Case.of(trainer, result, data, data, List.of(check)),
        Objective.of(trainer, result.model(), data),
        Diagnosis.of(trainer, result, data).withCheck(check));
  }

  private static void step(List<Object> all, ExplainedStep step) {
    Collections.addAll(
        all,
        step,
        step.rows().get(0),
        step.rows().get(0).units(1).get(0),
        step.rows().get(0).units(1).get(0).terms().get(0),
        step.parameters().get(0),
        step.objectiveAfter());
  }

  private static void networks(List<Object> all, Trainer trainer) {
    Dataset three = Dataset.of(X, new double[] {0, 1, 2, 2, 1, 0}).withClassNames("a", "b", "c");
    Architecture softmax = Network.of(2, Output.softmax(3));
    Architecture deep = softmax.withHidden(3, Activation.tanh()).withHidden(2, Activation.relu());
    Network network = deep.random(1);
    Collections.addAll(
        all,
        three,
        softmax,
        softmax.zeros(),
        deep,
        network,
        deep.hiddenLayers().get(0),
        network.layers(2),
        Network.of(2, Output.oneVersusRest(3, Activation.sigmoid())).zeros(),
        Network.of(2, Output.of(Activation.sigmoid())).withHidden(2, Activation.elu(1)).random(2),
        Initialization.glorot(),
        Initialization.he(),
        Output.softmax(3),
        Output.softmax(2),
        Output.oneVersusRest(3, Activation.identity()),
        Workspace.of(3),
        ConfusionMatrix.of(network, three),
        Scores.of(network, three),
        trainer.fit(network, three));
  }

  private static void tuning(
      List<Object> all, Trainer trainer, Perceptron start, Dataset data, Dataset numbers) {
    CrossValidation folds = CrossValidation.kFold(2).withSeed(3).withThreads(1);
    GridSearch search =
        GridSearch.of(trainer, folds, Metric.logLoss())
            .with(
                "alpha",
                Values.logarithmic(0.1, 1, 3).withSimplestLast(),
                (t, alpha) -> t.withRegularizer(Regularizer.l2(alpha)))
            .with("epochs", Values.of(1, 2), Trainer::withEpochs);
    SearchResult<Perceptron> found = search.run(start, data);
    Pipeline<Perceptron> refit = found.refit();
    LearningCurve curve = LearningCurve.of(trainer, folds, Metric.logLoss()).withShares(1);
    RegularizationPath path =
        RegularizationPath.of(
            Trainer.minimizing(Loss.squaredError()).withEpochs(2).withoutLog(),
            Values.of(0.1, 1.0),
            (t, alpha) -> t.withRegularizer(Regularizer.l1(alpha)),
            Perceptron.zeros(2, Activation.identity()),
            numbers);
    Collections.addAll(all, folds, search, found, refit, curve, curve.run(start, data), path);
    all.add(Report.of(refit, data));
    Pipeline<Perceptron> calibrated = folds.withCalibration(2).fit(trainer, start, data);
    CutCosts costs = MistakeCosts.of(1, 2).byCut(calibrated.scores(data));
    ReliabilityCurve reliability = ReliabilityCurve.of(calibrated.scores(data));
    Collections.addAll(
        all,
        calibrated,
        calibrated.calibration().orElseThrow(),
        calibrated.scores(data),
        costs,
        costs.costs(),
        costs.cheapest(),
        costs.saving(2, 0),
        reliability,
        reliability.bins().get(0));
    Collections.addAll(
        all,
        path.points().get(0),
        found.best(),
        found.best().scores(),
        found.validationCurve("alpha"),
        Values.linear(0, 1, 3),
        Values.of("a", "b"),
        Preparation.standardizing(),
        Preparation.none(),
        refit.explain(1, 2),
        refit.explain(1, 2).contributions().get(0),
        folds.folds(data),
        refit.training().orElseThrow(),
        new Calibration(0.5, 0.1),
        folds.predict(trainer, start, data));
  }
}
