package io.github.gradusml.metric;

import io.github.gradusml.core.Loss;
import io.github.gradusml.data.Dataset;
import java.util.function.DoubleBinaryOperator;

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
    return scores.summedLoss(loss) / scores.rows();
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
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < scores.rows(); i++) {
      double weight = scores.share(i);
      if (weight > 0) { // 0·∞ is not 0
        sum += weight * term.applyAsDouble(scores.prediction(i), scores.target(i));
        weights += weight;
      }
    }
    return sum / weights;
  }

  private static double prediction(Scores scores, int row) {
    double prediction = scores.prediction(row);
    if (Double.isNaN(prediction)) {
      throw new IllegalArgumentException(
          "prediction of row "
              + row
              + " must be a number, but was NaN at a net input of "
              + scores.netInput(row, 0)
              + "; the activation must be defined there");
    }
    return prediction;
  }
}
