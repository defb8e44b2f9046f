package io.github.gradusml.examples;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Split;
import io.github.gradusml.metric.CutCost;
import io.github.gradusml.metric.CutCosts;
import io.github.gradusml.metric.ExpectedSaving;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.metric.MistakeCosts;
import io.github.gradusml.metric.ReliabilityCurve;
import io.github.gradusml.metric.Scores;
import io.github.gradusml.pipeline.Pipeline;
import io.github.gradusml.plot.Plots;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.tuning.CrossValidation;
import io.github.gradusml.update.UpdateStrategy;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A malignant tumor that is missed costs ten times as much as a false alarm: where should one cut?
 *
 * <p>A perceptron that was trained for long without a penalty on its weights is far too sure of
 * itself. Its probabilities are calibrated by predictions for rows that it was not trained on; then
 * a cut is chosen that makes mistakes cheap, again on such predictions, and what it saves is
 * estimated on rows that had no part in the choice. In the end the rows that were kept apart say
 * what came of it.
 *
 * <p>Try: costs of 1 and 1; a penalty with {@code withRegularizer(Regularizer.l2(0.01))}, after
 * which there is little left to calibrate; {@code Split.stratified(data, 0.5, 1)}, other rows.
 */
public final class CostOfMistakes {
  private static final Path PICTURES = Path.of("target", "pictures");

  private CostOfMistakes() {}

  /**
   * Runs the example.
   *
   * @param args none
   */
  public static void main(String[] args) {
    // 1. Half of the rows to learn from, half to check with; a model that overfits.
    Split split = Split.stratified(Datasets.breastCancer(), 0.5, 0);
    Dataset rows = split.train();
    Trainer trainer =
        Trainer.minimizing(Loss.crossEntropy())
            .withUpdates(UpdateStrategy.stochastic())
            .withLearningRate(LearningRate.constant(0.2))
            .withEpochs(100)
            .withSeed(42);
    Perceptron start = Perceptron.zeros(rows.features(), Activation.sigmoid());

    // 2. Predictions for each row by a model that did not see it, as it is and calibrated.
    CrossValidation folds = CrossValidation.stratified(5).withSeed(1);
    CrossValidation calibrating = folds.withCalibration(5);
    Scores before = folds.predict(trainer, start, rows).scores();
    Scores after = calibrating.predict(trainer, start, rows).scores();
    System.out.println("predictions out of fold   log loss  calibration error");
    print("as they are", before);
    print("calibrated", after);

    // 3. The cheapest cut, and what it is expected to save.
    MistakeCosts costs = MistakeCosts.of(1, 10);
    CutCosts byCut = costs.byCut(after);
    CutCost theory = byCut.theoretical().orElseThrow();
    System.out.println();
    System.out.println("cut                          cost of 100 rows  expected saving");
    print("usual", byCut.usual());
    print("in theory", theory, byCut.savingAt(theory.cut()));
    print("cheapest here", byCut.cheapest(), byCut.saving(10, 7));

    // 4. The model for use, trained on all of these rows; the rows kept apart say what it costs.
    Pipeline<Perceptron> model = calibrating.fit(trainer, start, rows);
    Pipeline<Perceptron> careful = model.withCut(theory.cut());
    System.out.println();
    System.out.println("on " + split.test().rows() + " rows kept apart");
    System.out.printf(
        Locale.ROOT,
        "usual cut: %.1f for 100 rows, cut in theory: %.1f%n",
        100 * costs.mean(model.scores(split.test())),
        100 * costs.mean(careful.scores(split.test())));

    // 5. Pictures: what the probabilities were worth before and after, and the costs by cut.
    Map<String, ReliabilityCurve> curves = new LinkedHashMap<>();
    curves.put("as they are", curve(before));
    curves.put("calibrated", curve(after));
    Plots.reliability(curves)
        .withTitle("Breast cancer: the probability of a malignant tumor")
        .save(PICTURES.resolve("reliability.png"));
    Plots.costs(byCut).save(PICTURES.resolve("costs.png"));
    System.out.println();
    System.out.println("wrote reliability.png and costs.png to " + PICTURES);
  }

  /** In five bins, not ten: most rows are near 0 or 1, and few are left in between. */
  private static ReliabilityCurve curve(Scores scores) {
    return ReliabilityCurve.of(scores).withBins(5);
  }

  private static void print(String name, Scores scores) {
    System.out.printf(
        Locale.ROOT,
        "%-24s %9.3f %18.3f%n",
        name,
        Metric.logLoss().of(scores),
        curve(scores).expectedError());
  }

  private static void print(String name, CutCost cost) {
    System.out.printf(Locale.ROOT, "%-20s %7.3f %17.1f%n", name, cost.cut(), 100 * cost.mean());
  }

  private static void print(String name, CutCost cost, ExpectedSaving saving) {
    System.out.printf(
        Locale.ROOT,
        "%-20s %7.3f %17.1f %8.1f +- %.1f%n",
        name,
        cost.cut(),
        100 * cost.mean(),
        100 * saving.mean(),
        100 * saving.standardError());
  }
}
