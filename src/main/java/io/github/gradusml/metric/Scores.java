package io.github.gradusml.metric;

import io.github.gradusml.core.Loss;
import io.github.gradusml.core.LossOnNetInputs;
import io.github.gradusml.core.Model;
import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Checks;
import java.util.stream.Collectors;

/**
 * What a model says of rows, computed in one pass over them, and what is true: all that a {@link
 * Metric} looks at.
 *
 * <p>Scores are immutable. Symbols: k outputs, z net inputs, ŷ prediction, y target.
 */
public final class Scores {
  private final Model<?> model;
  private final Output output;
  private final double[] z;
  private final Dataset data;

  /** ŷ; computed when it is first asked for, by whichever thread. */
  private volatile double[] predictions;

  private Scores(Model<?> model, double[] z, Dataset data) {
    this.model = model;
    this.output = model.output();
    this.z = z;
    this.data = data;
  }

  /**
   * Scores rows.
   *
   * @param model the model
   * @param data the rows, prepared as the model wants them
   * @return the scores
   * @throws IllegalArgumentException if the number of features differs, or a net input is not a
   *     number, because weights and features are too large together
   */
  public static Scores of(Model<?> model, Dataset data) {
    Checks.notNull("model", model);
    Checks.notNull("data", data);
    Checks.features("data", data.features(), model.features(), model);
    double[] z = model.netInputs(data.inputs());
    int k = model.output().outputs();
    for (int i = 0; i < z.length; i++) {
      if (Double.isNaN(z[i])) {
        throw new IllegalArgumentException(
            "net input of row "
                + i / k
                + " must be a number, but was NaN: its features and the weights are too large"
                + " together; standardize the features");
      }
    }
    return new Scores(model, z, data);
  }

  /**
   * Returns the model, for a metric that looks at its weights, such as how many are 0.
   *
   * @return the model that was asked
   */
  public Model<?> model() {
    return model;
  }

  /**
   * Returns the number of rows.
   *
   * @return n
   */
  public int rows() {
    return data.rows();
  }

  /**
   * Returns the number of net inputs a row.
   *
   * @return k
   */
  public int outputs() {
    return output.outputs();
  }

  /**
   * Returns a net input.
   *
   * @param row i, from 0
   * @param output u, from 0
   * @return zᵢᵤ
   * @throws IndexOutOfBoundsException if there is no such row or output
   */
  public double netInput(int row, int output) {
    int k = outputs();
    return z[Checks.index("row", row, rows()) * k + Checks.index("output", output, k)];
  }

  /**
   * Returns the prediction for a row, as {@link Model#predict(double...)}.
   *
   * @param row i, from 0
   * @return ŷᵢ
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public double prediction(int row) {
    if (outputs() > 1) {
      return classified(row);
    }
    double[] all = predictions;
    if (all == null) {
      all = new double[rows()];
      for (int i = 0; i < all.length; i++) {
        output.predict(z, i, all);
      }
      predictions = all;
    }
    return all[Checks.index("row", row, rows())];
  }

  /**
   * Returns the class that the model takes a row for.
   *
   * @param row i, from 0
   * @return the number of the class
   * @throws IndexOutOfBoundsException if there is no such row
   * @throws IllegalStateException if the model was trained on targets of more than two kinds
   */
  public int classified(int row) {
    return output.classify(z, Checks.index("row", row, rows()));
  }

  /**
   * Returns the target of a row.
   *
   * @param row i, from 0
   * @return yᵢ
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public double target(int row) {
    return data.target(row);
  }

  /**
   * Returns how much a row counts.
   *
   * @param row i, from 0
   * @return sᵢ
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public double weight(int row) {
    return data.weight(row);
  }

  /** The sum of a loss over the rows, each as often as its weight says, 1 on average. */
  double summedLoss(Loss loss) {
    data.checkTargets(loss, output);
    LossOnNetInputs ofNetInputs = output.compose(loss);
    double[] weights = data.isWeighted() ? data.relativeWeights() : null;
    double sum = 0;
    for (int i = 0; i < rows(); i++) {
      double value = ofNetInputs.value(z, i, data.target(i));
      sum += weights == null ? value : weights[i] * value;
    }
    return sum;
  }

  /** The class of each row. */
  int[] actualClasses() {
    return outputs() == 1 ? ofTwoClasses() : classNumbers();
  }

  /** Targets 0 and 1, or −1 and 1, as classes 0 and 1. */
  private int[] ofTwoClasses() {
    checkTwoClasses();
    int[] classes = new int[rows()];
    for (int i = 0; i < classes.length; i++) {
      classes[i] = data.target(i) == 1 ? 1 : 0;
    }
    return classes;
  }

  /** Checks targets, 1 of which is the positive one. */
  void checkTwoClasses() {
    if (outputs() > 2) {
      throw new IllegalArgumentException(
          "model must tell two classes apart for a metric of two, but has "
              + outputs()
              + " outputs");
    }
    if (!data.hasTwoClasses()) {
      int kinds = data.targetCounts().size();
      String first =
          data.targetCounts().keySet().stream()
              .limit(5)
              .map(Object::toString)
              .collect(Collectors.joining(", "));
      throw new IllegalArgumentException(
          "targets must be 0 or 1, or -1 or 1, but are ["
              + first
              + (kinds > 5 ? ", …" : "")
              + "]; Dataset.withTargets, selectClasses and oneVersusRest convert them"
              + (kinds > 2 ? "; for numbers take Metric.meanSquaredError() or r2()" : ""));
    }
  }

  private int[] classNumbers() {
    int[] classes = new int[rows()];
    for (int i = 0; i < classes.length; i++) {
      double target = data.target(i);
      if (!(target >= 0 && target < outputs() && target == (int) target)) {
        throw new IllegalArgumentException(
            "target of row "
                + i
                + " must be the number of one of "
                + outputs()
                + " classes, from 0, but was "
                + target);
      }
      classes[i] = (int) target;
    }
    return classes;
  }
}
