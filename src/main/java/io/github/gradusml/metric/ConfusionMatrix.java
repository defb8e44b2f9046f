package io.github.gradusml.metric;

import io.github.gradusml.core.Model;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Checks;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How often each class was taken for which, and what follows from it. Where rows have weights, the
 * counts are sums of weights.
 *
 * <pre>{@code
 *                   predicted 0        predicted 1
 * actual 0          count(0, 0)        count(0, 1)
 * actual 1          count(1, 0)        count(1, 1)
 * }</pre>
 *
 * <p>Rows of weight 0 are left out. Weights of any size are added up without loss; a count beyond
 * the doubles is ∞, and what follows from it is right.
 *
 * <p>A matrix is immutable.
 */
public final class ConfusionMatrix {
  /** Sums of the rows' shares. */
  private final double[][] shares;

  private final double[][] counts;
  private final List<String> classNames;

  private ConfusionMatrix(double[][] shares, double[][] counts, List<String> classNames) {
    this.shares = shares;
    this.counts = counts;
    this.classNames = classNames;
  }

  /**
   * Counts how a model does on rows.
   *
   * @param model the model
   * @param data rows of two classes, 0 and 1 or −1 and 1; or, of a model with several outputs, of
   *     the classes 0 … k−1
   * @return the counts
   * @throws IllegalArgumentException if a target is another
   */
  public static ConfusionMatrix of(Model<?> model, Dataset data) {
    return of(Scores.of(model, data));
  }

  /**
   * Counts scores.
   *
   * @param scores of rows as in {@link #of(Model, Dataset)}
   * @return the counts
   * @throws IllegalArgumentException if a target is another
   */
  public static ConfusionMatrix of(Scores scores) {
    int[] actual = Checks.notNull("scores", scores).actualClasses();
    int classes = scores.output().classes();
    double[][] shares = new double[classes][classes];
    for (int i = 0; i < actual.length; i++) {
      shares[actual[i]][scores.classified(i)] += scores.share(i);
    }
    double[][] counts = new double[classes][];
    for (int c = 0; c < classes; c++) {
      counts[c] = Arrays.stream(shares[c]).map(scores::weightOf).toArray();
    }
    List<String> names = scores.data().classNames();
    return new ConfusionMatrix(shares, counts, names.size() == classes ? names : List.of());
  }

  /**
   * Returns the number of classes.
   *
   * @return at least 2
   */
  public int classes() {
    return counts.length;
  }

  /**
   * Returns the names of the classes.
   *
   * @return a name a class, as {@link Dataset#classNames()} had them; none where the data name no
   *     classes, or not as many as the model tells apart
   */
  public List<String> classNames() {
    return classNames;
  }

  /**
   * Returns how often one class was taken for another, or for itself.
   *
   * @param actual the class of the rows
   * @param predicted the class that they were taken for
   * @return the number of rows, or the sum of their weights
   * @throws IndexOutOfBoundsException if there is no such class
   */
  public double count(int actual, int predicted) {
    Checks.index("actual", actual, classes());
    return counts[actual][Checks.index("predicted", predicted, classes())];
  }

  /**
   * Returns the share of the rows whose class was found.
   *
   * @return from 0 to 1
   */
  public double accuracy() {
    double right = 0;
    for (int c = 0; c < classes(); c++) {
      right += shares[c][c];
    }
    return ratio(right, all());
  }

  private double all() {
    double all = 0;
    for (double[] row : shares) {
      for (double share : row) {
        all += share;
      }
    }
    return all;
  }

  /**
   * Returns the mean recall of the classes: each counts the same, however many rows it has.
   *
   * <pre>{@code
   * 1/k · Σ recall(c)        over the k classes that have rows
   * }</pre>
   *
   * <p>Source: K. Brodersen, C. Ong, K. Stephan, J. Buhmann, The balanced accuracy and its
   * posterior distribution, ICPR 2010, doi:10.1109/ICPR.2010.764.
   *
   * @return from 0 to 1; 1/k is what one class for all rows gets
   */
  public double balancedAccuracy() {
    return macroMean(this::recall);
  }

  /**
   * Returns the mean of a number of each class, in which each counts the same, however many rows it
   * has: {@code matrix.macroMean(matrix::f1)}.
   *
   * <pre>{@code
   * 1/k · Σ number(c)        over the k classes that have rows
   * }</pre>
   *
   * @param ofClass the number of a class, such as its precision
   * @return the mean
   */
  public double macroMean(IntToDoubleFunction ofClass) {
    return ClassMeans.macro(rowsOfClasses(), Checks.notNull("ofClass", ofClass));
  }

  /**
   * Returns the mean of a number of each class, in which each counts as much as its rows: {@code
   * matrix.weightedMean(matrix::f1)}. Of the recall it is the accuracy.
   *
   * <pre>{@code
   * Σ n_c/n · number(c)        n_c rows of class c, n of all, or sums of their weights
   * }</pre>
   *
   * @param ofClass the number of a class, such as its precision; not asked of classes without rows
   * @return the mean
   */
  public double weightedMean(IntToDoubleFunction ofClass) {
    return ClassMeans.weighted(rowsOfClasses(), Checks.notNull("ofClass", ofClass));
  }

  private double[] rowsOfClasses() {
    return IntStream.range(0, classes()).mapToDouble(this::actual).toArray();
  }

  /**
   * Returns the correlation of the classes found with the true ones.
   *
   * <pre>{@code
   *         TP·TN − FP·FN                                      Σ (C_cc − p_c·t_c)
   * ───────────────────────────────────    of k classes  ─────────────────────────────────
   * √((TP+FP)·(TP+FN)·(TN+FP)·(TN+FN))                   √((1 − Σ p_c²)·(1 − Σ t_c²))
   * }</pre>
   *
   * <p>C_cc is the share of the rows of class c that are taken for it, p_c of those taken for it,
   * and t_c of those that are of it. Where all rows are of one class, or are taken for one, it is
   * 0/0, and decided to be 0.
   *
   * <p>Source: B. Matthews, Comparison of the predicted and observed secondary structure of T4
   * phage lysozyme, Biochimica et Biophysica Acta 405 (1975), doi:10.1016/0005-2795(75)90109-9; for
   * several classes: J. Gorodkin, Comparing two K-category assignments by a K-category correlation
   * coefficient, Computational Biology and Chemistry 28 (2004),
   * doi:10.1016/j.compbiolchem.2004.09.006.
   *
   * @return from −1 to 1; 1 is all right, 0 no better than chance
   */
  public double matthewsCorrelation() {
    return new Agreement(shares, all()).matthewsCorrelation();
  }

  /**
   * Returns Cohen's κ: how much more often the classes found are the true ones than by chance, as a
   * share of how much more often they could be.
   *
   * <pre>{@code
   * κ = (p_o − p_e) / (1 − p_e)        p_o = Σ C_cc,  p_e = Σ p_c·t_c
   * }</pre>
   *
   * <p>The shares C_cc, p_c and t_c are those of {@link #matthewsCorrelation()}: p_o is the
   * accuracy, and p_e the accuracy of guesses that take as many rows for each class. Where all rows
   * are of one class and taken for it, it is 0/0, and decided to be 0.
   *
   * <p>Source: J. Cohen, A coefficient of agreement for nominal scales, Educational and
   * Psychological Measurement 20 (1960), doi:10.1177/001316446002000104.
   *
   * @return from −1 to 1; 1 is all right, 0 no better than chance
   */
  public double cohensKappa() {
    return new Agreement(shares, all()).cohensKappa();
  }

  /**
   * Returns the share of the rows taken for a class that are of it.
   *
   * @param ofClass the class
   * @return from 0 to 1; 0 where no row was taken for it
   * @throws IndexOutOfBoundsException if there is no such class
   */
  public double precision(int ofClass) {
    Checks.index("ofClass", ofClass, classes());
    return ratio(shares[ofClass][ofClass], predicted(ofClass));
  }

  /**
   * Returns the share of the rows of a class that were taken for it.
   *
   * @param ofClass the class
   * @return from 0 to 1; 0 where no row is of it
   * @throws IndexOutOfBoundsException if there is no such class
   */
  public double recall(int ofClass) {
    Checks.index("ofClass", ofClass, classes());
    return ratio(shares[ofClass][ofClass], actual(ofClass));
  }

  /** The number of rows of a class, or the sum of their weights. */
  double rows(int ofClass) {
    return Arrays.stream(counts[ofClass]).sum();
  }

  /** The number of all rows, or the sum of their weights. */
  double rows() {
    return Arrays.stream(counts).flatMapToDouble(Arrays::stream).sum();
  }

  private double predicted(int ofClass) {
    double taken = 0;
    for (double[] row : shares) {
      taken += row[ofClass];
    }
    return taken;
  }

  private double actual(int ofClass) {
    double are = 0;
    for (double share : shares[ofClass]) {
      are += share;
    }
    return are;
  }

  /**
   * Returns the harmonic mean of precision and recall of a class.
   *
   * @param ofClass the class
   * @return from 0 to 1; 0 where it neither is nor was predicted
   * @throws IndexOutOfBoundsException if there is no such class
   */
  public double f1(int ofClass) {
    Checks.index("ofClass", ofClass, classes());
    double isAndTaken = 0;
    for (int c = 0; c < classes(); c++) {
      isAndTaken += shares[c][ofClass] + shares[ofClass][c];
    }
    return ratio(2 * shares[ofClass][ofClass], isAndTaken);
  }

  /**
   * Returns a mean of precision P and recall R of a class in which recall counts β times as much.
   *
   * <pre>{@code
   * F_β = (1 + β²)·P·R / (β²·P + R) = (1 + β²)·TP / ((1 + β²)·TP + β²·FN + FP)
   * }</pre>
   *
   * <p>Source: C. van Rijsbergen, Information Retrieval, second edition, 1979, chapter 7.
   *
   * @param ofClass the class
   * @param beta β; finite and {@code > 0}; 2 where a row missed is worse than a false alarm, ½
   *     where it is the other way round, 1 for {@link #f1(int)}
   * @return from 0 to 1; 0 where the class neither is nor was predicted
   * @throws IllegalArgumentException if {@code beta} is outside
   * @throws IndexOutOfBoundsException if there is no such class
   */
  public double fBeta(int ofClass, double beta) {
    Checks.positive("beta", beta);
    Checks.index("ofClass", ofClass, classes());
    // Shares of 1 + β², which may overflow.
    double ofMissed = beta > 1 ? 1 / (1 + 1 / beta / beta) : beta * beta / (1 + beta * beta);
    double ofFalse = beta > 1 ? 1 / beta / beta / (1 + 1 / beta / beta) : 1 / (1 + beta * beta);
    double found = shares[ofClass][ofClass];
    double missed = 0;
    double falsely = 0;
    for (int c = 0; c < classes(); c++) {
      missed += c == ofClass ? 0 : shares[ofClass][c];
      falsely += c == ofClass ? 0 : shares[c][ofClass];
    }
    return ratio(found, found + (ofMissed * missed + ofFalse * falsely));
  }

  /**
   * Returns the precision of class 1, where there are two.
   *
   * @return from 0 to 1
   * @throws IllegalStateException if there are more; say of which
   */
  public double precision() {
    return precision(positive());
  }

  /**
   * Returns the recall of class 1, where there are two.
   *
   * @return from 0 to 1
   * @throws IllegalStateException if there are more; say of which
   */
  public double recall() {
    return recall(positive());
  }

  /**
   * Returns the harmonic mean of precision and recall of class 1, where there are two.
   *
   * @return from 0 to 1
   * @throws IllegalStateException if there are more; say of which
   */
  public double f1() {
    return f1(positive());
  }

  /**
   * Returns {@link #fBeta(int, double)} of class 1, where there are two.
   *
   * @param beta β; finite and {@code > 0}
   * @return from 0 to 1
   * @throws IllegalArgumentException if {@code beta} is outside
   * @throws IllegalStateException if there are more classes; say of which
   */
  public double fBeta(double beta) {
    return fBeta(positive(), beta);
  }

  private int positive() {
    return ActualClasses.positive(
        classes(), "recall(0), or take a mean of all, as in macroMean(matrix::recall)");
  }

  private static double ratio(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }

  /**
   * Tells whether another matrix has the same counts, whatever the classes are called.
   *
   * @param other what to compare with
   * @return true if it is such a matrix
   */
  @Override
  public boolean equals(Object other) {
    return other instanceof ConfusionMatrix that && Arrays.deepEquals(counts, that.counts);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(counts);
  }

  /**
   * Returns the counts as a small table, with the names of the classes, or else their numbers.
   *
   * @return a line a class, and a header
   */
  @Override
  public String toString() {
    return new MatrixText(this).counts();
  }

  /**
   * Returns how well each class is told from the others, as a table: precision, recall, F1 and the
   * number of rows, and below the accuracy and the {@linkplain #macroMean macro} and {@linkplain
   * #weightedMean weighted} means.
   *
   * @return a line a class, by its name, or else its number; a header, and three lines more
   */
  public String report() {
    return new MatrixText(this).report();
  }
}
