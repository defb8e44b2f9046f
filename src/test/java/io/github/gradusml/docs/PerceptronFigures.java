package io.github.gradusml.docs;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.data.TargetStandardizer;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.HistoryDetail;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.TrainingResult;
import io.github.gradusml.update.UpdateStrategy;
import java.util.Locale;
import java.util.stream.IntStream;

/** Measures what docs/perceptron.md says; {@code main} prints it. */
final class PerceptronFigures {
  private PerceptronFigures() {}

  private static final double[][] INPUTS = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
  static final Dataset AND = Dataset.of(INPUTS, new double[] {-1, -1, -1, 1});
  private static final Dataset DIABETES = standardized(Datasets.diabetes());

  private static Dataset standardized(Dataset data) {
    return Standardizer.fit(data).apply(data);
  }

  public static void main(String[] args) {
    System.out.println(PerceptronSnippets.firstEpoch(PerceptronSnippets.starts()[0], AND));
    System.out.println();
    System.out.println("start      rate  mistakes  last in epoch  weights / rate");
    for (double rate : new double[] {1.0 / 1024, 1, 1024}) {
      System.out.println(rates(true, rate));
    }
    for (double rate : new double[] {1.0 / 1024, 1, 1024}) {
      System.out.println(rates(false, rate));
    }
    System.out.println();
    System.out.println(delta());
    System.out.println();
    System.out.println(starts());
    System.out.println();
    System.out.println("error on targets without mistakes");
    for (Loss loss : new Loss[] {Loss.squaredError(), Loss.huber(50), Loss.absoluteError()}) {
      System.out.println(outliers(loss));
    }
    System.out.println();
    System.out.println("targets below the prediction");
    for (Loss loss : new Loss[] {Loss.squaredError(), Loss.quantile(0.5), Loss.quantile(0.9)}) {
      System.out.println(below(loss));
    }
    System.out.println();
    System.out.println("error in either unit of the targets");
    for (Loss loss : new Loss[] {Loss.huber(1), Loss.absoluteError()}) {
      System.out.println(units(loss));
    }
  }

  static String delta() {
    double[] all = PerceptronSnippets.delta();
    return String.format(
        Locale.ROOT,
        "loss %.5f, moved %.5f, slope %.3f, delta %.3f",
        all[0],
        all[1],
        all[2],
        all[3]);
  }

  /** A training on AND from zeros, or from random weights, at a rate. */
  static String rates(boolean zeros, double rate) {
    TrainingResult<Perceptron> result =
        Trainer.minimizing(Loss.perceptron())
            .withUpdates(UpdateStrategy.stochastic())
            .withLearningRate(LearningRate.constant(rate))
            .withHistory(HistoryDetail.UPDATE)
            .withEpochs(1000)
            .withoutLog()
            .fit(
                zeros
                    ? Perceptron.zeros(2, Activation.sign())
                    : Perceptron.random(2, Activation.sign(), 1),
                AND);
    int[] mistaken =
        result.history().updates().stream()
            .filter(update -> update.gradientNorm() > 0)
            .mapToInt(update -> update.epoch())
            .toArray();
    double[] theta = result.model().parameters();
    return String.format(
        Locale.ROOT,
        "%-6s %8s %9d %14d  (%.2f, %.2f, %.2f)",
        zeros ? "zeros" : "random",
        rate < 1 ? "1/" + (int) (1 / rate) : "" + (int) rate,
        mistaken.length,
        mistaken[mistaken.length - 1],
        theta[0] / rate,
        theta[1] / rate,
        theta[2] / rate);
  }

  /** How far apart twenty random starts of a logistic regression end. */
  static String starts() {
    Dataset irises = Datasets.iris().selectClasses("versicolor", "virginica");
    Dataset data = standardized(irises);
    Trainer trainer =
        Trainer.minimizing(Loss.crossEntropy())
            .withUpdates(UpdateStrategy.batch())
            .withRegularizer(Regularizer.l2(0.01))
            .withLearningRate(LearningRate.constant(1))
            .withEpochs(5000)
            .withHistory(HistoryDetail.NONE)
            .withoutLog();
    Activation sigmoid = Activation.sigmoid();
    double[] zeros = trainer.fit(Perceptron.zeros(4, sigmoid), data).model().parameters();
    double farthest = 0;
    for (int seed = 0; seed < 20; seed++) {
      double[] end = trainer.fit(Perceptron.random(4, sigmoid, seed), data).model().parameters();
      for (int j = 0; j < end.length; j++) {
        farthest = Math.max(farthest, Math.abs(end[j] - zeros[j]));
      }
    }
    return "weights from zeros and from 20 random starts differ by at most "
        + (farthest < 1e-9 ? "a billionth" : farthest);
  }

  private static Perceptron trained(Loss loss, Dataset data) {
    return Trainer.minimizing(loss)
        .withUpdates(UpdateStrategy.batch())
        .withLearningRate(
            loss.isQuadratic() ? LearningRate.constant(0.4) : LearningRate.cosine(20, 0.01, 3000))
        .withEpochs(3000)
        .withHistory(HistoryDetail.NONE)
        .withoutLog()
        .fit(Perceptron.zeros(10, Activation.identity()), data)
        .model();
  }

  /** The error on the diabetes data of who was told every twentieth target ten times too large. */
  static String outliers(Loss loss) {
    double[] targets = DIABETES.targets();
    for (int i = 0; i < targets.length; i += 20) {
      targets[i] *= 10;
    }
    Perceptron misled = trained(loss, DIABETES.withTargets(targets));
    Perceptron model = trained(loss, DIABETES);
    return String.format(
        Locale.ROOT,
        "%-18s %6.1f misled, %6.1f not misled",
        name(loss),
        Metric.meanAbsoluteError().of(misled, DIABETES),
        Metric.meanAbsoluteError().of(model, DIABETES));
  }

  /** The share of the rows whose target is below what is predicted. */
  static String below(Loss loss) {
    double[] predictions = trained(loss, DIABETES).predict(DIABETES.inputs());
    long below =
        IntStream.range(0, DIABETES.rows())
            .filter(i -> DIABETES.target(i) < predictions[i])
            .count();
    double share = (double) below / DIABETES.rows();
    return String.format(Locale.ROOT, "%-18s %.2f", name(loss), share);
  }

  /** The error that the settings of a new trainer come to, with targets in either unit. */
  static String units(Loss loss) {
    Trainer trainer = Trainer.minimizing(loss).withoutLog();
    Perceptron start = Perceptron.zeros(10, Activation.identity());
    TargetStandardizer unit = TargetStandardizer.fit(DIABETES);
    Perceptron inUnits = trainer.fit(start, unit.apply(DIABETES)).model();
    return String.format(
        Locale.ROOT,
        "%-18s %6.1f with targets as they are, %6.1f with standardized ones",
        name(loss),
        Metric.meanAbsoluteError().of(trainer.fit(start, DIABETES).model(), DIABETES),
        Metric.meanAbsoluteError().of(unit.inOriginalUnits(inUnits), DIABETES));
  }

  private static String name(Loss loss) {
    return loss.isQuadratic() ? "least squares" : loss.toString();
  }
}
