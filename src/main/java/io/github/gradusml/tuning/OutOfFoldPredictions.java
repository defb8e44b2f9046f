package io.github.gradusml.tuning;

import io.github.gradusml.internal.Checks;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.metric.Scores;

/**
 * What the model of each fold says of the rows that its fold held out: one prediction a row, by a
 * model that did not see it.
 *
 * <p>{@code ConfusionMatrix.of(predictions.scores())} and {@code RocCurve.of(predictions.scores())}
 * show all rows at once; {@link #classify(int)} is what became of one.
 *
 * <p><b>A metric of all predictions is not the mean over the folds</b>, which {@link
 * CrossValidation#score} gives. Where a metric is a mean over rows, as accuracy and losses are, the
 * two differ only in that the first counts rows and the second folds. Where it is not, they may lie
 * far apart. F₁ of all rows is not the mean of F₁s. R² over folds compares each with the mean of
 * its own few rows, and falls without end as folds become smaller; over all rows it does not. The
 * ROC AUC over all rows compares net inputs of different models, which have no common unit: a model
 * that has learned nothing but how frequent the classes are has an AUC of ½ in every fold, but of 0
 * over all rows where one row is left out at a time, since without a row of class 1 that class is a
 * little rarer; {@link CrossValidation#withCalibration} gives them one. So take the mean over folds
 * of a metric that ranks rows, say which of the two a number is, and compare none of one kind with
 * one of the other.
 *
 * <p>For {@linkplain CrossValidation#timeSeriesSplit folds in time} the first rows, which no fold
 * holds out, are missing here, and row i is row {@link #firstRow()} + i of the data. Where there is
 * one output, all rows are cut where a training on all of them would cut, and their targets are as
 * the preparation left them.
 *
 * <p>It is immutable. Symbols: k outputs, z net inputs, ŷ prediction.
 *
 * <p>Source: G. Forman, M. Scholz, Apples-to-apples in cross-validation studies: pitfalls in
 * classifier performance measurement, ACM SIGKDD Explorations 12 (2010),
 * doi:10.1145/1882471.1882479.
 */
public final class OutOfFoldPredictions {
  private final Scores scores;
  private final int firstRow;
  private final int[] foldOf;

  /** Takes the array as its own. */
  OutOfFoldPredictions(Scores scores, int firstRow, int... foldOf) {
    this.scores = scores;
    this.firstRow = firstRow;
    this.foldOf = foldOf;
  }

  /**
   * Returns the number of rows.
   *
   * @return n
   */
  public int rows() {
    return foldOf.length;
  }

  /**
   * Returns which row of the data the first one here is.
   *
   * @return 0, unless folds are in time
   */
  public int firstRow() {
    return firstRow;
  }

  /**
   * Returns the fold that held a row out, as {@link Folds#split} counts them.
   *
   * @param row i, from 0
   * @return from 0
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public int fold(int row) {
    return foldOf[Checks.index("row", row, rows())];
  }

  /**
   * Returns what metrics, confusion matrices and ROC curves are made from.
   *
   * @return the scores of all rows; they have no model
   */
  public Scores scores() {
    return scores;
  }

  /**
   * Computes a metric of all predictions; see above how it differs from a mean over folds.
   *
   * @param metric which
   * @return the number
   * @throws IllegalArgumentException if targets or predictions are not such as it takes, or the
   *     number is not finite
   */
  public double score(Metric metric) {
    return Checks.finite(Checks.notNull("metric", metric).name(), metric.of(scores));
  }

  /**
   * Returns the net inputs of a row.
   *
   * @param row i, from 0
   * @return z, one an output
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public double[] netInputs(int row) {
    double[] z = new double[scores.outputs()];
    for (int u = 0; u < z.length; u++) {
      z[u] = scores.netInput(row, u);
    }
    return z;
  }

  /**
   * Returns the prediction for a row, as {@link io.github.gradusml.core.Model#predict(double...)}.
   *
   * @param row i, from 0
   * @return ŷᵢ, or the number of the class where there are several outputs
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public double predict(int row) {
    return scores.prediction(row);
  }

  /**
   * Returns the probability of each class for a row.
   *
   * @param row i, from 0
   * @return one number a class, with sum 1
   * @throws IndexOutOfBoundsException if there is no such row
   * @throws IllegalStateException if predictions are no probabilities
   */
  public double[] probabilities(int row) {
    return scores.probabilities(row);
  }

  /**
   * Returns the class of a row.
   *
   * @param row i, from 0
   * @return the number of the class
   * @throws IndexOutOfBoundsException if there is no such row
   * @throws IllegalStateException if the targets are of more than two kinds and there is one output
   */
  public int classify(int row) {
    return scores.classified(row);
  }

  /** Says how many rows there are. */
  @Override
  public String toString() {
    return "OutOfFoldPredictions(" + rows() + " rows)";
  }
}
