package io.github.gradusml.data;

import static java.util.stream.Collectors.joining;

import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Model;
import io.github.gradusml.internal.Checks;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/**
 * Measures of how well a model does on rows, each a {@link Metric}.
 *
 * <p>Those for two classes take targets 0/1 or −1/+1, where 1 is the positive class, and compare
 * with {@link Model#classify}. Those for regression compare targets with {@link Model#predict}.
 * Where rows have {@linkplain Dataset#withWeights weights}, each counts as often as that.
 */
public final class Metrics {
  private Metrics() {}

  /**
   * Returns the share of the rows whose class was found.
   *
   * @param model the model
   * @param data rows of two classes
   * @return from 0 to 1
   * @throws IllegalArgumentException if a target is not 0 or 1, or −1 or 1
   */
  public static double accuracy(Model<?> model, Dataset data) {
    return confusionMatrix(model, data).accuracy();
  }

  /**
   * Returns the share of the rows taken for class 1 that are of class 1.
   *
   * @param model the model
   * @param data rows of two classes
   * @return from 0 to 1; 0 where no row was taken for class 1
   * @throws IllegalArgumentException if a target is not 0 or 1, or −1 or 1
   */
  public static double precision(Model<?> model, Dataset data) {
    return confusionMatrix(model, data).precision();
  }

  /**
   * Returns the share of the rows of class 1 that were taken for class 1.
   *
   * @param model the model
   * @param data rows of two classes
   * @return from 0 to 1; 0 where no row is of class 1
   * @throws IllegalArgumentException if a target is not 0 or 1, or −1 or 1
   */
  public static double recall(Model<?> model, Dataset data) {
    return confusionMatrix(model, data).recall();
  }

  /**
   * Returns the harmonic mean of precision and recall.
   *
   * @param model the model
   * @param data rows of two classes
   * @return from 0 to 1
   * @throws IllegalArgumentException if a target is not 0 or 1, or −1 or 1
   */
  public static double f1(Model<?> model, Dataset data) {
    return confusionMatrix(model, data).f1();
  }

  /**
   * Counts how often each class was taken for which.
   *
   * @param model the model
   * @param data rows of two classes
   * @return the four counts
   * @throws IllegalArgumentException if a target is not 0 or 1, or −1 or 1
   */
  public static ConfusionMatrix confusionMatrix(Model<?> model, Dataset data) {
    checkTwoClasses(model, data);
    double[] count = new double[4];
    for (int i = 0; i < data.rows(); i++) {
      int actual = data.target(i) == 1 ? 1 : 0;
      count[2 * actual + model.classify(data.row(i))] += data.weight(i);
    }
    return new ConfusionMatrix(count[0], count[1], count[2], count[3]);
  }

  /**
   * Returns the area under the ROC curve: how likely a row of class 1 has a larger net input than a
   * row of class 0, where ties count half.
   *
   * <pre>{@code
   * AUC = (pairs with z₁ > z₀ + ½·pairs with z₁ = z₀) / (n₁·n₀)        one row of each class a pair
   * }</pre>
   *
   * <p>Source: J. Hanley, B. McNeil, The meaning and use of the area under a ROC curve, Radiology
   * 143 (1982), doi:10.1148/radiology.143.1.7063747.
   *
   * @param model the model
   * @param data rows of two classes, at least one of each
   * @return from 0 to 1; ½ is chance
   * @throws IllegalArgumentException if a target is not 0 or 1, or −1 or 1, or a class has no row
   */
  public static double rocAuc(Model<?> model, Dataset data) {
    checkTwoClasses(model, data);
    double[] z = data.map(model::netInput);
    Integer[] order = IntStream.range(0, z.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(i -> z[i]));
    double pairs = 0;
    double positives = 0;
    double negatives = 0;
    for (int from = 0, to = 0; from < z.length; from = to) {
      double positivesHere = 0;
      double negativesHere = 0;
      while (to < z.length && z[order[to]] == z[order[from]]) {
        int row = order[to++];
        if (data.target(row) == 1) {
          positivesHere += data.weight(row);
        } else {
          negativesHere += data.weight(row);
        }
      }
      pairs += positivesHere * (negatives + negativesHere / 2);
      positives += positivesHere;
      negatives += negativesHere;
    }
    if (positives == 0 || negatives == 0) {
      throw new IllegalArgumentException(
          "data must have rows of both classes for the ROC AUC, but all have target "
              + data.target(0));
    }
    return pairs / (positives * negatives);
  }

  /**
   * Returns the mean cross-entropy.
   *
   * <pre>{@code
   * 1/n · Σ (−y·ln ŷ − (1−y)·ln(1−ŷ))
   * }</pre>
   *
   * <p>With a sigmoid it is computed from the net input and finite, even where ŷ rounds to 0 or 1.
   *
   * @param model a model whose predictions are probabilities
   * @param data targets in [0, 1]
   * @return at least 0
   * @throws IllegalArgumentException if predictions are no probabilities, or a target is outside
   */
  public static double logLoss(Model<?> model, Dataset data) {
    return meanLoss(Loss.crossEntropy(), model, data);
  }

  /**
   * Returns the mean of a loss.
   *
   * @param loss the loss
   * @param model the model
   * @param data rows with targets that the loss accepts
   * @return 1/n · Σ L(ŷ, y)
   * @throws IllegalArgumentException if the loss does not fit the model's activation or a target
   */
  public static double meanLoss(Loss loss, Model<?> model, Dataset data) {
    checkNotNull(model, data);
    checkTargets(loss, data);
    checkWidth(model, data);
    double sum = model.lossGradient(loss).loss(data.block(), 0, data.rows(), model.parameters());
    return sum / data.rows();
  }

  /**
   * Returns the mean squared error, without ½.
   *
   * @param model the model
   * @param data the rows
   * @return 1/n · Σ (ŷ − y)², in squared units of the target
   */
  public static double meanSquaredError(Model<?> model, Dataset data) {
    return mean(model, data, (prediction, y) -> (prediction - y) * (prediction - y));
  }

  /**
   * Returns the root of the mean squared error.
   *
   * @param model the model
   * @param data the rows
   * @return in units of the target
   */
  public static double rootMeanSquaredError(Model<?> model, Dataset data) {
    return Math.sqrt(meanSquaredError(model, data));
  }

  /**
   * Returns the mean absolute error.
   *
   * @param model the model
   * @param data the rows
   * @return 1/n · Σ |ŷ − y|, in units of the target
   */
  public static double meanAbsoluteError(Model<?> model, Dataset data) {
    return mean(model, data, (prediction, y) -> Math.abs(prediction - y));
  }

  /**
   * Returns the coefficient of determination R²: how much of the targets' variance is explained.
   *
   * <pre>{@code
   * R² = 1 − Σ (ŷ − y)² / Σ (y − ȳ)²
   * }</pre>
   *
   * @param model the model
   * @param data rows whose targets are not all the same
   * @return at most 1; 0 is what predicting the mean gets, and worse is negative
   * @throws IllegalArgumentException if all targets are the same
   */
  public static double r2(Model<?> model, Dataset data) {
    checkNotNull(model, data);
    double[] counted =
        IntStream.range(0, data.rows())
            .filter(i -> data.weight(i) > 0)
            .mapToDouble(data::target)
            .toArray();
    if (Arrays.stream(counted).distinct().count() == 1) {
      throw new IllegalArgumentException("targets must differ for R², but all are " + counted[0]);
    }
    double center = mean(model, data, (prediction, y) -> y);
    double total = mean(model, data, (prediction, y) -> (y - center) * (y - center));
    return 1 - meanSquaredError(model, data) / total;
  }

  private static double mean(Model<?> model, Dataset data, DoubleBinaryOperator term) {
    checkNotNull(model, data);
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < data.rows(); i++) {
      sum += data.weight(i) * term.applyAsDouble(model.predict(data.row(i)), data.target(i));
      weights += data.weight(i);
    }
    return sum / weights;
  }

  /**
   * Checks that a loss has a meaning for every target.
   *
   * @param loss the loss
   * @param data the rows
   * @throws IllegalArgumentException if not; the message names the row and how to convert targets
   */
  public static void checkTargets(Loss loss, Dataset data) {
    Checks.notNull("loss", loss);
    Checks.notNull("data", data);
    for (int i = 0; i < data.rows(); i++) {
      if (!loss.accepts(data.target(i))) {
        throw new IllegalArgumentException(
            "target of row "
                + i
                + " must be "
                + loss.targetRule()
                + ", but was "
                + data.target(i)
                + (loss.separatesClasses() ? remedy(data) : ""));
      }
    }
  }

  private static String remedy(Dataset data) {
    return Arrays.stream(data.targets()).distinct().count() > 2
        ? "; Dataset.selectClasses or oneVersusRest makes two of several classes"
        : "; Dataset.withTargets(negative, positive) sets the targets of two classes";
  }

  private static void checkNotNull(Model<?> model, Dataset data) {
    Checks.notNull("model", model);
    Checks.notNull("data", data);
  }

  private static void checkWidth(Model<?> model, Dataset data) {
    if (model.features() != data.features()) {
      throw new IllegalArgumentException(
          "data must have " + model.features() + " features, but has " + data.features());
    }
  }

  private static void checkTwoClasses(Model<?> model, Dataset data) {
    checkNotNull(model, data);
    double[] y = data.targets();
    boolean zeroOne = Arrays.stream(y).allMatch(target -> target == 0 || target == 1);
    boolean signs = Arrays.stream(y).allMatch(target -> target == -1 || target == 1);
    if (!zeroOne && !signs) {
      double[] kinds = Arrays.stream(y).distinct().sorted().toArray();
      String first =
          Arrays.stream(kinds).limit(5).mapToObj(Double::toString).collect(joining(", "));
      throw new IllegalArgumentException(
          "targets must be 0 or 1, or -1 or 1, but are ["
              + first
              + (kinds.length > 5 ? ", …" : "")
              + "]; Dataset.withTargets, selectClasses and oneVersusRest convert them"
              + (kinds.length > 2 ? "; for numbers take meanSquaredError or r2" : ""));
    }
  }
}
