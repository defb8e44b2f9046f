package io.github.gradusml.metric;

import io.github.gradusml.core.Model;
import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.TargetStandardizer;
import io.github.gradusml.internal.Checks;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * What a model says of rows, computed in one pass over them, and what is true: all that a {@link
 * Metric} looks at.
 *
 * <p>A net input may be ±∞, and is then above or below all others; one that is no number is
 * refused, unless its row has weight 0: such rows count for nothing.
 *
 * <p>Scores are immutable. Symbols: k outputs, z net inputs, ŷ prediction, y target.
 */
public final class Scores {
  /** Of weights that are added up. */
  private static final int LARGEST_EXPONENT = 900;

  private static final String TOO_LARGE =
      ": its features and the weights are too large together; standardize the features, or take a"
          + " smaller learning rate where training made the weights so large";

  private final Model<?> model;
  private final Output output;
  private final double[] z;
  private final Dataset data;

  /** A power of two. */
  private final double unit;

  /** ŷ; computed when it is first asked for, by whichever thread. */
  private volatile double[] predictions;

  private Scores(Model<?> model, Output output, double[] z, Dataset data) {
    this.model = model;
    this.output = output;
    this.z = z;
    this.data = data;
    this.unit = unit(data);
  }

  /** What brings the largest weight to about 2⁹⁰⁰, and leaves 1 where all weights are 1. */
  private static double unit(Dataset data) {
    if (!data.isWeighted()) {
      return 1;
    }
    double largest = 0;
    for (int i = 0; i < data.rows(); i++) {
      largest = Math.max(largest, data.weight(i));
    }
    int exponent = LARGEST_EXPONENT - Math.getExponent(largest);
    return Math.scalb(1.0, Math.min(Double.MAX_EXPONENT, exponent));
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
    Checks.noTexts("data", data.features());
    Checks.features("data", data.features(), model.features());
    return checked(model, model.output(), model.netInputs(data.inputs()), data);
  }

  /**
   * Scores rows by net inputs that are there already, for instance of several models that were each
   * asked about some of the rows.
   *
   * @param output what becomes of the net inputs
   * @param netInputs k a row, row after row; copied
   * @param data the rows
   * @return the scores, without a {@link #model()}
   * @throws IllegalArgumentException if there are not k a row, or one is not a number
   */
  public static Scores ofNetInputs(Output output, double[] netInputs, Dataset data) {
    int k = Checks.notNull("output", output).outputs();
    Checks.notNull("netInputs", netInputs);
    Checks.notNull("data", data);
    if (netInputs.length != (long) k * data.rows()) {
      throw new IllegalArgumentException(
          "netInputs must be "
              + k
              + " for each of "
              + data.rows()
              + " rows, but has length "
              + netInputs.length);
    }
    return checked(null, output, netInputs.clone(), data);
  }

  /**
   * Returns scores of other net inputs, for instance calibrated ones.
   *
   * @param change makes them of those there are, row after row; must return as many
   * @return the scores
   * @throws IllegalArgumentException if their number differs, or one is not a number
   */
  public Scores withNetInputs(UnaryOperator<double[]> change) {
    double[] others =
        Checks.notNull("netInputs", Checks.notNull("change", change).apply(z.clone()));
    Checks.from("number of netInputs", others.length, z.length, z.length);
    return checked(model, output, others.clone(), data);
  }

  /**
   * Returns the scores of a model that was trained on standardized targets in the targets' own
   * unit: predictions, and the targets that they are compared with.
   *
   * @param targets what the targets were standardized by
   * @return the scores
   * @throws IllegalArgumentException if there are several net inputs
   */
  public Scores inOriginalUnits(TargetStandardizer targets) {
    Output own = Checks.notNull("targets", targets).inOriginalUnits(output);
    return new Scores(model, own, z, data.withTargets(targets.inverse(data.targets())));
  }

  /**
   * Returns what another output makes of the same net inputs, for instance one with another cut.
   *
   * @param other for as many net inputs
   * @return the scores
   * @throws IllegalArgumentException if it is for another number of net inputs
   */
  public Scores withOutput(Output other) {
    int k = Checks.notNull("output", other).outputs();
    if (k != outputs()) {
      throw new IllegalArgumentException(
          "output must have " + outputs() + " net inputs, but has " + k);
    }
    return new Scores(model, other, z, data);
  }

  private static Scores checked(Model<?> model, Output output, double[] z, Dataset data) {
    int k = output.outputs();
    for (int i = 0; i < z.length; i++) {
      if (Double.isNaN(z[i]) && data.weight(i / k) > 0) {
        throw new IllegalArgumentException(
            "net input of row " + i / k + " must be a number, but was NaN" + TOO_LARGE);
      }
    }
    return new Scores(model, output, z, data);
  }

  /**
   * Returns the model, for a metric that looks at its weights, such as how many are 0.
   *
   * @return the model that was asked
   * @throws IllegalStateException if these are scores of net inputs alone
   */
  public Model<?> model() {
    if (model == null) {
      throw new IllegalStateException(
          "scores must be of one model to look at its weights, but are of net inputs alone, as where"
              + " each fold has a model of its own");
    }
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
   * Returns the probability of each class for a row, as {@link Model#probabilities(double...)}.
   *
   * @param row i, from 0
   * @return one number a class, with sum 1
   * @throws IndexOutOfBoundsException if there is no such row
   * @throws IllegalStateException if the predictions are no probabilities
   */
  public double[] probabilities(int row) {
    Checks.index("row", row, rows());
    int k = outputs();
    double[] probabilities = new double[output.classes()];
    output.probabilities(Arrays.copyOfRange(z, row * k, row * k + k), 0, probabilities);
    return probabilities;
  }

  /**
   * Returns how much speaks for one class of a row and against all others, as {@link Output#score}:
   * by this number rows are ranked, as for a {@link RocCurve}.
   *
   * @param row i, from 0
   * @param ofClass the class, from 0
   * @return with one output z for class 1 and −z for class 0; with a softmax ln(p/(1 − p)); of one
   *     versus the rest the net input of the class
   * @throws IndexOutOfBoundsException if there is no such row or class
   * @throws IllegalArgumentException if it is not a number, and the row counts
   */
  public double score(int row, int ofClass) {
    Checks.index("row", row, rows());
    double score = output.score(z, row, Checks.index("ofClass", ofClass, output.classes()));
    if (Double.isNaN(score) && weight(row) > 0) {
      throw new IllegalArgumentException(
          "score of row "
              + row
              + " for class "
              + ofClass
              + " must be a number, but "
              + output
              + " gave NaN");
    }
    return score;
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

  /**
   * How much a row counts, in a unit in which billions of weights can be added up; 0 where it does
   * not, though it may be ever so little.
   */
  double share(int row) {
    return data.weight(row) * unit;
  }

  /** The weight that a sum of shares stands for. */
  double weightOf(double shares) {
    return shares / unit;
  }

  /**
   * Returns the class that each row is of.
   *
   * @return the numbers of the classes, a new array
   * @throws IllegalArgumentException if the targets stand for no classes: they must be 0 and 1, or
   *     −1 and 1, or where there are several outputs the numbers of the classes
   */
  public int[] actualClasses() {
    return ActualClasses.of(output, data);
  }

  Output output() {
    return output;
  }

  Dataset data() {
    return data;
  }

  /** How much the rows of each class count. */
  double[] sharesOfClasses() {
    int[] actual = actualClasses();
    double[] shares = new double[output.classes()];
    for (int i = 0; i < actual.length; i++) {
      shares[actual[i]] += share(i);
    }
    return shares;
  }

  /** A loss of the net inputs that lie where those of row {@code at} would, and are of a row. */
  interface RowLoss {
    double of(double[] z, int at, int row);
  }

  /** The mean of a loss over the rows, each as often as its weight says. */
  double meanLoss(RowLoss loss) {
    double[] weights = data.isWeighted() ? data.relativeWeights() : null;
    double sum = 0;
    for (int i = 0; i < rows(); i++) {
      if (weights == null) {
        sum += loss(loss, i);
      } else if (weights[i] > 0) { // 0·∞ is not 0
        sum += weights[i] * loss(loss, i);
      }
    }
    return sum / rows();
  }

  /** At a net input of ±∞ some formulas say 0·∞ or ∞ − ∞; then it is that of the largest double. */
  private double loss(RowLoss loss, int row) {
    double value = loss.of(z, row, row);
    if (!Double.isNaN(value)) {
      return value;
    }
    int k = outputs();
    double[] finite = Arrays.copyOfRange(z, row * k, row * k + k);
    for (int u = 0; u < k; u++) {
      finite[u] = Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, finite[u]));
    }
    double limit = loss.of(finite, 0, row);
    if (Double.isNaN(limit)) {
      throw new IllegalArgumentException(
          "loss of row "
              + row
              + " must be a number, but was NaN at a net input of "
              + z[row * k]
              + TOO_LARGE);
    }
    return limit;
  }
}
