package io.github.gradusml.tuning;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.CsvTable;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.TrainingResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;

/**
 * The weights of a perceptron as the penalty on them becomes weaker.
 *
 * <p>Alpha runs from its largest value to its smallest, and each training starts from the weights
 * of the one before, which are near: that saves a part of the way.
 *
 * <pre>{@code
 * double alphaMax = RegularizationPath.alphaMax(Loss.squaredError(), Activation.identity(), data);
 * RegularizationPath path =
 *     RegularizationPath.of(
 *         trainer,
 *         Values.logarithmic(alphaMax / 1000, alphaMax, 50),
 *         (t, alpha) -> t.withRegularizer(Regularizer.l1(alpha)),
 *         Perceptron.zeros(10, Activation.identity()),
 *         data);
 * path.points().get(20).zeros();
 * }</pre>
 *
 * <p>It is of perceptrons, whose every weight belongs to one feature. Of networks and of several
 * classes, {@link SearchResult#validationCurve} shows what a penalty does to the score.
 *
 * <p>For the weights to be those of the minimum, let the trainer go on until they are: full
 * batches, a {@linkplain Trainer#withTolerance tolerance}, and epochs enough.
 *
 * <p>Article: section 3, Weight decay.
 *
 * <p>Source: J. Friedman, T. Hastie, R. Tibshirani, Regularization paths for generalized linear
 * models via coordinate descent, Journal of Statistical Software 33 (2010), section 2.5,
 * doi:10.18637/jss.v033.i01.
 *
 * @param featureNames the name of each weight's feature
 * @param points a point for each alpha, the largest first
 */
public record RegularizationPath(List<String> featureNames, List<Point> points) {
  /**
   * The weights at one alpha.
   *
   * @param alpha the strength of the penalty
   * @param training the training that ended in them, which did not diverge
   */
  public record Point(double alpha, TrainingResult<Perceptron> training) {
    /**
     * Checks that the training has a model.
     *
     * @param alpha the strength of the penalty
     * @param training the training
     * @throws io.github.gradusml.training.TrainingDivergedException if the training diverged
     */
    public Point {
      Checks.notNull("training", training).model();
    }

    /**
     * Returns the trained perceptron.
     *
     * @return the model
     */
    public Perceptron model() {
      return training.model();
    }

    /**
     * Returns how many weights are exactly 0.
     *
     * @return from 0 to the number of features
     */
    public int zeros() {
      int zeros = 0;
      for (double weight : model().weights()) {
        zeros += weight == 0 ? 1 : 0;
      }
      return zeros;
    }
  }

  /**
   * Copies the lists.
   *
   * @param featureNames the name of each weight's feature
   * @param points a point for each alpha, the largest first
   */
  public RegularizationPath {
    featureNames = Checks.noneNull("featureNames", featureNames);
    points = Checks.noneNull("points", points);
    Checks.atLeast("points", points.size(), 1);
    for (int k = 0; k < points.size(); k++) {
      Perceptron model = points.get(k).model();
      Checks.features("featureNames", featureNames.size(), model.features());
    }
  }

  /**
   * Trains along the path.
   *
   * @param trainer how to train
   * @param alphas the strengths of the penalty; in any order
   * @param change the trainer with an alpha, for instance {@code (t, alpha) ->
   *     t.withRegularizer(Regularizer.l1(alpha))}
   * @param start the perceptron to start from at the largest alpha; untouched
   * @param data the rows to train on; standardize them first, so that all weights are penalized
   *     alike
   * @return the path
   * @throws IllegalStateException if a training diverges; the message says at which alpha
   * @throws java.util.concurrent.CancellationException if the thread is interrupted, within an
   *     epoch
   */
  public static RegularizationPath of(
      Trainer trainer,
      Values<Double> alphas,
      BiFunction<Trainer, Double, Trainer> change,
      Perceptron start,
      Dataset data) {
    Checks.notNull("trainer", trainer);
    Checks.notNull("change", change);
    List<Double> falling = new ArrayList<>(Checks.notNull("alphas", alphas).list());
    falling.sort(Comparator.reverseOrder());
    List<Point> points = new ArrayList<>();
    TuningLog log = new TuningLog(falling.size());
    Checks.notNull("start", start);
    Checks.notNull("data", data);
    InParallel.run(
        falling.size(),
        1, // each begins where the one before ended
        k -> {
          Perceptron from = k == 0 ? start : points.get(k - 1).model();
          points.add(point(change.apply(trainer, falling.get(k)), falling.get(k), from, data));
          log.oneMoreDone();
        });
    return new RegularizationPath(data.featureNames(), points);
  }

  private static Point point(Trainer trainer, double alpha, Perceptron from, Dataset data) {
    TrainingResult<Perceptron> training =
        NoCheckpoints.in(Checks.notNull("what change returned", trainer))
            .withoutLog()
            .fit(from, data);
    if (training.divergence().isPresent()) {
      throw new IllegalStateException(
          "alpha " + alpha + ": " + training.divergence().get().explanation());
    }
    return new Point(alpha, training);
  }

  /**
   * Returns the smallest α at which L1 leaves no weight: where a path begins.
   *
   * <pre>{@code
   * α_max = max over j of |∂/∂wⱼ 1/n · Σ L(φ(w·xᵢ + b), yᵢ)|   at w = 0 and the best b there
   * }</pre>
   *
   * <p>For an elastic net with share ρ of L1, it is α_max/ρ.
   *
   * @param loss L; smooth and convex in the net input, such as the squared error of the identity or
   *     the cross-entropy of a sigmoid
   * @param activation φ
   * @param data the rows, prepared as for training
   * @return α_max, at least 0
   * @throws IllegalArgumentException if the loss has a kink, or no bias is the best, as where all
   *     rows are of one class
   */
  public static double alphaMax(Loss loss, Activation activation, Dataset data) {
    return AlphaMax.of(loss, activation, data);
  }

  /**
   * Returns one number of each point, for instance {@code path.each(point ->
   * point.model().weight(3))}.
   *
   * @param number which
   * @return one number a point, the one at the largest alpha first
   */
  public double[] each(ToDoubleFunction<Point> number) {
    return points.stream().mapToDouble(Checks.notNull("number", number)).toArray();
  }

  /**
   * Writes a line a point as CSV, with a header: alpha, how many weights are exactly 0, the bias,
   * and each weight under the name of its feature.
   *
   * @param file the file; folders that are missing are made, and a file that is there is replaced
   * @throws java.io.UncheckedIOException if that fails
   */
  public void writeCsv(Path file) {
    List<String> header = new ArrayList<>(List.of("alpha", "zeros", "bias"));
    header.addAll(featureNames);
    CsvTable table = new CsvTable(header);
    for (Point point : points) {
      List<Object> line = new ArrayList<>();
      Collections.addAll(line, point.alpha(), point.zeros(), point.model().bias());
      for (double weight : point.model().weights()) {
        line.add(weight);
      }
      table.add(line);
    }
    table.write(file);
  }
}
