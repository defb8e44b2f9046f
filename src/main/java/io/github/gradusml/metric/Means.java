package io.github.gradusml.metric;

import io.github.gradusml.core.Loss;
import java.util.function.DoubleBinaryOperator;

/** Metrics that are a mean over rows. */
final class Means {
  private Means() {}

  static double loss(Loss loss, Scores scores) {
    return scores.summedLoss(loss) / scores.rows();
  }

  static double squaredError(Scores scores) {
    return mean(scores, (prediction, y) -> (prediction - y) * (prediction - y));
  }

  static double absoluteError(Scores scores) {
    return mean(scores, (prediction, y) -> Math.abs(prediction - y));
  }

  static double r2(Scores scores) {
    double rounded = mean(scores, (prediction, y) -> y);
    double center = rounded + mean(scores, (prediction, y) -> y - rounded);
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < scores.rows(); i++) {
      if (scores.weight(i) > 0) {
        low = Math.min(low, scores.target(i));
        high = Math.max(high, scores.target(i));
      }
    }
    if (low == high) {
      throw new IllegalArgumentException("targets must differ for R², but all are " + low);
    }
    double total = mean(scores, (prediction, y) -> (y - center) * (y - center));
    return 1 - squaredError(scores) / total;
  }

  private static double mean(Scores scores, DoubleBinaryOperator term) {
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < scores.rows(); i++) {
      double value = term.applyAsDouble(scores.prediction(i), scores.target(i));
      sum += scores.weight(i) * value;
      weights += scores.weight(i);
    }
    return sum / weights;
  }
}
