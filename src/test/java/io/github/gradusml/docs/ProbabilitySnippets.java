package io.github.gradusml.docs;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.metric.CutCosts;
import io.github.gradusml.metric.ExpectedSaving;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.metric.MistakeCosts;
import io.github.gradusml.metric.ReliabilityCurve;
import io.github.gradusml.metric.Scores;
import io.github.gradusml.pipeline.Pipeline;
import io.github.gradusml.plot.Plot;
import io.github.gradusml.plot.Plots;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.tuning.CrossValidation;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** The code about probabilities on the pages of docs, and their pictures. */
final class ProbabilitySnippets {
  private static final int FEATURES = 20;
  private static final Perceptron START = Perceptron.zeros(FEATURES, Activation.sigmoid());

  /** No penalty, and as long as it likes: it learns its few rows by heart. */
  private static final Trainer TRAINER =
      Trainer.minimizing(Loss.crossEntropy())
          .withLearningRate(LearningRate.constant(1))
          .withEpochs(500)
          .withoutLog();

  private ProbabilitySnippets() {}

  /** Rows of 20 features, of which three tell a little of the class. */
  private static Dataset rows(int n, int seed) {
    Random random = new Random(seed);
    double[][] x = new double[n][FEATURES];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      Arrays.setAll(x[i], j -> random.nextGaussian());
      double z = 1.5 * x[i][0] - x[i][1] + 0.5 * x[i][2] - 0.5;
      y[i] = random.nextDouble() < Activation.sigmoid().value(z) ? 1 : 0;
    }
    return Dataset.of(x, y);
  }

  /** The pictures by the names of their files. */
  static Map<String, Plot> pictures() {
    Dataset train = rows(200, 8);
    Dataset others = rows(4000, 2);
    Pipeline<Perceptron> plain = CrossValidation.stratified(5).fit(TRAINER, START, train);
    Pipeline<Perceptron> calibrated = calibrated(TRAINER, START, train);
    return Map.of(
        "reliability", reliability(plain, calibrated, others),
        "costs", costs(calibrated, others));
  }

  static Pipeline<Perceptron> calibrated(Trainer trainer, Perceptron start, Dataset train) {
    CrossValidation folds = CrossValidation.stratified(5).withSeed(1).withCalibration(10);
    Pipeline<Perceptron> calibrated = folds.fit(trainer, start, train);
    return calibrated;
  }

  static Plot reliability(
      Pipeline<Perceptron> plain, Pipeline<Perceptron> calibrated, Dataset others) {
    Map<String, ReliabilityCurve> curves = new LinkedHashMap<>();
    curves.put("as they are", ReliabilityCurve.of(plain.scores(others)));
    curves.put("calibrated", ReliabilityCurve.of(calibrated.scores(others)));
    return Plots.reliability(curves);
  }

  static Plot costs(Pipeline<Perceptron> calibrated, Dataset others) {
    return Plots.costs(MistakeCosts.of(1, 10).byCut(calibrated.scores(others)));
  }

  /** What the page says comes out of it; seeming and saved are savings of 100 rows. */
  record Costs(
      double theory,
      ExpectedSaving inTheory,
      ExpectedSaving chosen,
      double seeming,
      double saved) {}

  static Costs costs(Dataset train, Dataset others) {
    CrossValidation folds = CrossValidation.stratified(5).withSeed(1).withCalibration(10);
    Scores unseen = folds.predict(TRAINER, START, train).scores();

    MistakeCosts costs = MistakeCosts.of(1, 10); // a false alarm; a row of class 1 that is missed
    double cut = costs.cut(); // 1/11
    CutCosts byCut = costs.byCut(unseen);
    ExpectedSaving inTheory = byCut.savingAt(cut);
    ExpectedSaving chosen = byCut.saving(10, 7); // in ten parts, dealt by seed 7

    Pipeline<Perceptron> careful = folds.fit(TRAINER, START, train).withCut(cut);
    double usual = costs.mean(careful.withCut(0.5).scores(others));
    double seeming = byCut.usual().mean() - byCut.cheapest().mean();
    double saved = usual - costs.mean(careful.scores(others));
    return new Costs(cut, inTheory, chosen, seeming, saved);
  }

  /** Log losses and calibration errors on rows kept apart, before and after. */
  static double[][] worth() {
    Dataset train = rows(200, 8);
    Dataset others = rows(4000, 2);
    Scores before = CrossValidation.stratified(5).fit(TRAINER, START, train).scores(others);
    Scores after = calibrated(TRAINER, START, train).scores(others);
    return new double[][] {numbers(before), numbers(after)};
  }

  private static double[] numbers(Scores scores) {
    ReliabilityCurve curve = ReliabilityCurve.of(scores);
    return new double[] {
      Metric.accuracy().of(scores),
      Metric.logLoss().of(scores),
      Metric.brierScore().of(scores),
      curve.expectedError(),
      curve.errorByChance()
    };
  }

  static Costs page() {
    return costs(rows(200, 8), rows(4000, 2));
  }
}
