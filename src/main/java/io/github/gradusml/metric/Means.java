package io.github.gradusml.metric;

import io.github.gradusml.core.Loss;
import io.github.gradusml.core.LossOnNetInputs;
import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;
import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntToDoubleFunction;

/**
 * Metrics that are a mean over the rows that count.
 *
 * <p>Errors are squared in a unit of about the largest, so that no square overflows or vanishes; of
 * a power of two, so that no digit is lost.
 */
final class Means {
  private static final DoubleBinaryOperator ERROR = (prediction, y) -> prediction - y;

  private Means() {}

  static double loss(Loss loss, Scores scores) {
    scores.data().checkTargets(loss, scores.output());
    LossOnNetInputs ofNetInputs = scores.output().compose(loss);
    return scores.meanLoss((z, at, row) -> ofNetInputs.value(z, at, scores.target(row)));
  }

  static double logLoss(Scores scores) {
    int[] actual = scores.actualClasses();
    Output output = scores.output();
    return scores.meanLoss((z, at, row) -> output.logLoss(z, at, actual[row]));
  }

  /** Asks for those of a row of net inputs 0, as an output may refuse. */
  static void checkProbabilities(Output output) {
    output.probabilities(new double[output.outputs()], 0, new double[output.classes()]);
  }

  static double brierScore(Scores scores) {
    int[] actual = scores.actualClasses();
    double[] z = new double[scores.outputs()]; // one array for all rows
    double[] p = new double[scores.output().classes()];
    return mean(
        scores,
        row -> {
          Arrays.setAll(z, u -> scores.netInput(row, u));
          scores.output().probabilities(z, 0, p);
          double error = squaredDistance(p, actual[row], z.length == 1 ? 1 : 0);
          return number("probability", error, scores, row);
        });
  }

  /** Of the probabilities of the classes from one on to what is true. */
  private static double squaredDistance(double[] p, int actual, int from) {
    double sum = 0;
    for (int c = from; c < p.length; c++) {
      double error = p[c] - (c == actual ? 1 : 0);
      sum += error * error;
    }
    return sum;
  }

  static double topAccuracy(Scores scores, int k) {
    int[] actual = scores.actualClasses();
    return mean(scores, row -> isAmongLargest(scores, row, actual[row], k) ? 1 : 0);
  }

  private static boolean isAmongLargest(Scores scores, int row, int ofClass, int k) {
    if (scores.outputs() == 1) { // of two classes, k is 1
      return scores.classified(row) == ofClass;
    }
    double own = scores.netInput(row, ofClass);
    int before = 0;
    for (int u = 0; u < scores.outputs(); u++) {
      double other = scores.netInput(row, u);
      before += other > own || other == own && u < ofClass ? 1 : 0;
    }
    return before < k;
  }

  static double squaredError(Scores scores) {
    int unit = exponent(scores, ERROR);
    return Math.scalb(meanSquare(scores, ERROR, unit), 2 * unit);
  }

  static double rootOfSquaredError(Scores scores) {
    int unit = exponent(scores, ERROR);
    return Math.scalb(Math.sqrt(meanSquare(scores, ERROR, unit)), unit);
  }

  static double absoluteError(Scores scores) {
    int unit = exponent(scores, ERROR);
    double factor = Math.scalb(1.0, -unit);
    return Math.scalb(mean(scores, (prediction, y) -> Math.abs(prediction - y) * factor), unit);
  }

  static double r2(Scores scores) {
    checkDiffer(scores.data());
    double unit = Math.scalb(1.0, -exponent(scores, (prediction, y) -> y));
    double rounded = mean(scores, (prediction, y) -> unit * y);
    double center = rounded + mean(scores, (prediction, y) -> unit * y - rounded);
    DoubleBinaryOperator distance = (prediction, y) -> unit * y - center;
    int unitOfDistances = exponent(scores, distance);
    int unitOfErrors = exponent(scores, ERROR);
    double ratio =
        meanSquare(scores, ERROR, unitOfErrors) / meanSquare(scores, distance, unitOfDistances);
    int exponent = unitOfErrors + Math.getExponent(unit) - unitOfDistances;
    return 1 - Math.scalb(ratio, 2 * exponent);
  }

  static void checkDiffer(Dataset data) {
    double[] kinds = data.targetKinds();
    if (kinds.length == 1) {
      throw new IllegalArgumentException("targets must differ for R², but all are " + kinds[0]);
    }
  }

  private static double meanSquare(Scores scores, DoubleBinaryOperator term, int unit) {
    double factor = Math.scalb(1.0, -unit);
    return mean(
        scores,
        (prediction, y) -> {
          double inUnits = term.applyAsDouble(prediction, y) * factor;
          return inUnits * inUnits;
        });
  }

  /** That of the largest of some numbers, one a row that counts; 0 where it is ∞. */
  private static int exponent(Scores scores, DoubleBinaryOperator term) {
    double largest = 0;
    for (int i = 0; i < scores.rows(); i++) {
      if (scores.weight(i) > 0) {
        double value = Math.abs(term.applyAsDouble(prediction(scores, i), scores.target(i)));
        largest = Math.max(largest, value);
      }
    }
    return largest == 0 || Double.isInfinite(largest) ? 0 : Math.getExponent(largest);
  }

  private static double mean(Scores scores, DoubleBinaryOperator term) {
    return mean(scores, row -> term.applyAsDouble(scores.prediction(row), scores.target(row)));
  }

  /** Of a number of each row that counts. */
  static double mean(Scores scores, IntToDoubleFunction ofRow) {
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < scores.rows(); i++) {
      double weight = scores.share(i);
      if (weight > 0) { // 0·∞ is not 0
        sum += weight * ofRow.applyAsDouble(i);
        weights += weight;
      }
    }
    return sum / weights;
  }

  private static double prediction(Scores scores, int row) {
    return number("prediction", scores.prediction(row), scores, row);
  }

  private static double number(String name, double value, Scores scores, int row) {
    if (Double.isNaN(value)) {
      throw new IllegalArgumentException(
          name
              + " of row "
              + row
              + " must be a number, but was NaN at a net input of "
              + scores.netInput(row, 0)
              + "; the activation must be defined there");
    }
    return value;
  }
}
