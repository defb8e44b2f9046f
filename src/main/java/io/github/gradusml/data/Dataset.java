package io.github.gradusml.data;

import static java.util.stream.IntStream.range;

import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.rows.Rows;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * Rows of features, each with a target: n rows × d features.
 *
 * <p>A dataset is immutable and holds finite numbers only; methods that change something return a
 * new one. Rows lie one behind the other in memory and take 8 bytes a number; {@linkplain
 * Rows#sparse(int) sparse} ones take 12 for each that is not 0.
 *
 * <p>Where the target is a class, its number is the position of its name in {@link #classNames()}.
 * A target of −0.0 becomes 0.0: the two are one class.
 */
public final class Dataset {
  private final Rows inputs;
  private final double[] y;

  /** Null where every row counts 1. */
  private final double[] weights;

  private final TargetKinds kinds;
  private final List<String> featureNames;
  private final List<String> classNames;
  private final String credit;

  private Dataset(
      Rows inputs,
      double[] y,
      double[] weights,
      List<String> featureNames,
      List<String> classNames,
      String credit) {
    this.inputs = inputs;
    this.y = y;
    this.weights = weights;
    this.kinds = new TargetKinds(y, weights);
    this.featureNames = featureNames;
    this.classNames = classNames;
    this.credit = credit;
  }

  /**
   * Returns a dataset of given rows, with feature names x0, x1, ….
   *
   * @param x the features, row by row; n × d, both at least 1, n·d below 2³¹ − 8, finite; copied
   * @param y the targets; length n, finite; copied
   * @return the dataset
   * @throws IllegalArgumentException if a length is wrong or a value not finite; the message says
   *     where
   */
  public static Dataset of(double[][] x, double[] y) {
    int d = Checks.notNull("x", x).length == 0 ? 0 : Checks.notNull("x[0]", x[0]).length;
    return of(Rows.dense(x.length, d, i -> x[i]), y);
  }

  /**
   * Returns a dataset of the rows of a matrix, with feature names x0, x1, ….
   *
   * @param x the features; n × d; copied
   * @param y the targets; dimension n; copied
   * @return the dataset
   * @throws IllegalArgumentException as {@link #of(double[][], double[])}
   */
  public static Dataset of(RealMatrix x, RealVector y) {
    int d = Checks.notNull("x", x).getColumnDimension();
    return taking(Rows.dense(x.getRowDimension(), d, x::getRow), Checks.notNull("y", y).toArray());
  }

  /**
   * Returns a dataset of rows that lie in memory already, with feature names x0, x1, ….
   *
   * @param inputs X, n × d; kept, since nothing writes to it
   * @param y the targets; length n, finite; copied
   * @return the dataset
   * @throws IllegalArgumentException if a length is wrong or a target not finite
   */
  public static Dataset of(Rows inputs, double[] y) {
    return taking(Checks.notNull("inputs", inputs), Checks.notNull("y", y).clone());
  }

  /** Takes the rows and targets over. */
  static Dataset taking(Rows inputs, double[] y) {
    List<String> names = new ColumnNames(inputs.columns());
    DatasetChecks.targets(y, inputs.size());
    return new Dataset(inputs, y, null, names, List.of(), "");
  }

  /**
   * Returns the number of rows.
   *
   * @return n, at least 1
   */
  public int rows() {
    return y.length;
  }

  /**
   * Returns the number of features in a row.
   *
   * @return d, at least 1; 0 where rows are {@linkplain Rows#texts texts}
   */
  public int features() {
    return featureNames.size();
  }

  /**
   * Returns one feature of one row.
   *
   * @param row i, from 0
   * @param feature j, from 0
   * @return xᵢⱼ
   * @throws IndexOutOfBoundsException if there is no such row or feature
   */
  public double value(int row, int feature) {
    return inputs.value(row, feature);
  }

  /**
   * Returns the features of a row.
   *
   * @param row i, from 0
   * @return a new array, length d
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public double[] row(int row) {
    return inputs.row(row);
  }

  /**
   * Returns one feature of all rows.
   *
   * @param feature j, from 0
   * @return a new array, length n
   * @throws IndexOutOfBoundsException if there is no such feature
   */
  public double[] column(int feature) {
    Checks.index("feature", feature, features());
    return range(0, rows()).mapToDouble(i -> value(i, feature)).toArray();
  }

  /**
   * Returns the target of a row.
   *
   * @param row i, from 0
   * @return yᵢ
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public double target(int row) {
    return y[Checks.index("row", row, rows())];
  }

  /**
   * Returns the targets.
   *
   * @return a new array, length n
   */
  public double[] targets() {
    return y.clone();
  }

  /**
   * Copies some of the targets.
   *
   * @param from the first row
   * @param to the row after the last
   * @param into receives them, from its beginning on
   * @throws IndexOutOfBoundsException if there are no such rows, or no room for them
   */
  public void copyTargets(int from, int to, double[] into) {
    DatasetChecks.room(from, to, y.length, Checks.notNull("into", into).length);
    System.arraycopy(y, from, into, 0, to - from);
  }

  /**
   * Returns how much a row counts.
   *
   * @param row i, from 0
   * @return sᵢ, 1 unless {@link #withWeights} or {@link #withBalancedClasses} says otherwise
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public double weight(int row) {
    Checks.index("row", row, rows());
    return weights == null ? 1 : weights[row];
  }

  /**
   * Tells whether rows have weights.
   *
   * @return false unless {@link #withWeights} or {@link #withBalancedClasses} gave some
   */
  public boolean isWeighted() {
    return weights != null;
  }

  /**
   * Returns how much each row counts in a mean: its weight in units of the mean weight.
   *
   * @return a new array, length n, with mean 1
   */
  public double[] relativeWeights() {
    return RowWeights.relative(weights, rows());
  }

  /**
   * Returns how many rows have which target.
   *
   * @return a new map, by ascending target; an entry a class, where targets are classes
   */
  public SortedMap<Double, Integer> targetCounts() {
    return ClassTargets.counts(y);
  }

  /**
   * Returns the different targets of rows that count, or three of them if there are more: enough to
   * tell whether they may stand for two classes.
   *
   * @return a new array, ascending
   */
  public double[] targetKinds() {
    return kinds.get();
  }

  /**
   * Returns what a target is called in a message.
   *
   * @param target a number
   * @return for instance {@code 2.0 ("virginica")}, or the number alone where no class has it
   */
  public String targetText(double target) {
    return ClassTargets.text(target, classNames, y);
  }

  /**
   * Tells whether the targets are those of two classes, of which 1 is the positive one.
   *
   * @return true if all are 0 or 1, or all are −1 or 1
   */
  public boolean hasTwoClasses() {
    return ClassTargets.areTwoClasses(y);
  }

  /**
   * Checks that a loss has a meaning for every target.
   *
   * @param loss the loss
   * @param output the output of the model that is to be trained or measured
   * @throws IllegalArgumentException if not; the message names the row and how to convert targets
   */
  public void checkTargets(Loss loss, Output output) {
    DatasetChecks.targets(this, y, kinds, loss, output);
  }

  /**
   * Checks that other rows have the same features, in the same order, and the same classes.
   *
   * <p>Names are compared where both have some: x0, x1, …, which {@link #of} and files without a
   * header give, fit any others.
   *
   * @param name what this is called in the message
   * @param otherName what the others are called
   * @param others the other rows
   * @throws IllegalArgumentException if not; the message names the first that differs
   */
  public void checkSameColumns(String name, String otherName, Dataset others) {
    DatasetChecks.sameColumns(name, this, otherName, others);
  }

  /**
   * Returns the names of the features.
   *
   * @return d names
   */
  public List<String> featureNames() {
    return featureNames;
  }

  /**
   * Returns the names of the classes, in the order of their targets.
   *
   * @return no name where the target is a number
   */
  public List<String> classNames() {
    return classNames;
  }

  /**
   * Returns where the data come from.
   *
   * @return authors, year, title and licence; empty where nothing was said
   */
  public String credit() {
    return credit;
  }

  /**
   * Returns what a function says of each row, for instance {@code data.map(model::predict)}.
   *
   * @param function a function of a row of features, all d of them also where rows are sparse
   * @return a new array, length n
   */
  public double[] map(ToDoubleFunction<double[]> function) {
    Checks.notNull("function", function);
    return range(0, rows()).mapToDouble(i -> function.applyAsDouble(row(i))).toArray();
  }

  /**
   * Returns the features as a matrix of commons-math3; of sparse rows as one that keeps only what
   * is not 0.
   *
   * @return a new matrix, n × d
   * @throws IllegalArgumentException if rows are sparse and n·d is not below 2³¹ − 1, as
   *     commons-math3 wants it
   */
  public RealMatrix toMatrix() {
    return InMemory.matrix(inputs);
  }

  /**
   * Returns the features of all rows, for what is asked of many rows at a time, such as {@code
   * model.predict(data.inputs())}.
   *
   * @return X, n × d; not a copy, and never written to
   */
  public Rows inputs() {
    return inputs;
  }

  /**
   * Returns some of the rows, in the order asked for.
   *
   * @param rows the row numbers, each from 0 to n−1; a row may come more than once
   * @return the rows
   * @throws IllegalArgumentException if no row is asked for, or none that has a weight
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public Dataset select(int... rows) {
    Rows some = inputs.select(Checks.notNull("rows", rows));
    double[] someY = DatasetChecks.some(y, rows);
    double[] someWeights = RowWeights.some(weights, rows);
    return new Dataset(some, someY, someWeights, featureNames, classNames, credit);
  }

  /**
   * Returns the data with some of the features, in the order asked for.
   *
   * @param names different names from {@link #featureNames()}
   * @return the narrower data
   * @throws IllegalArgumentException if there is no such feature, or one comes twice
   */
  public Dataset selectFeatures(String... names) {
    List<String> list = DatasetChecks.names(Checks.noneNull("names", names), names.length);
    Checks.atLeast("features", names.length, 1);
    int[] from = DatasetChecks.indicesOf("feature", list, featureNames);
    return new Dataset(inputs.selectColumns(from), y, weights, list, classNames, credit);
  }

  /**
   * Returns the data with given features, in a given order: what a model wants that was trained on
   * other rows.
   *
   * <p>Features are found by their names, and those that are not asked for are left out. Where
   * either side has the names x0, x1, … of {@link #of}, which say nothing, there must be as many,
   * and they stay where they are.
   *
   * @param names the names of the features, different
   * @return the rows with these features
   * @throws IllegalArgumentException if a feature is missing, which the message names, or one comes
   *     twice
   */
  public Dataset alignFeatures(List<String> names) {
    List<String> wanted = DistinctNames.of("names", Checks.notNull("names", names));
    return new FeatureOrder(wanted, "asked for").align("data", this);
  }

  /**
   * Returns the rows of two classes, as targets 0 and 1.
   *
   * @param negative the class that becomes 0
   * @param positive the class that becomes 1
   * @return the rows of the two
   * @throws IllegalArgumentException if there is no such class, the two are the same, or the
   *     targets do not number the classes
   */
  public Dataset selectClasses(String negative, String positive) {
    Checks.notNull("negative", negative);
    DatasetChecks.names(List.of(negative, Checks.notNull("positive", positive)), 2);
    int zero = DatasetChecks.classIndex(negative, classNames);
    int one = DatasetChecks.classIndex(positive, classNames);
    DatasetChecks.classNumbers(y, classNames, DatasetChecks.SELECT_FIRST);
    Dataset two = select(range(0, rows()).filter(i -> y[i] == zero || y[i] == one).toArray());
    double[] targets = ClassTargets.oneVersusRest(two.y, one);
    return new Dataset(
        two.inputs, targets, two.weights, featureNames, List.of(negative, positive), credit);
  }

  /**
   * Returns all rows with target 1 for one class and 0 for the others.
   *
   * @param positive the class that becomes 1
   * @return the data with classes "not positive" and "positive"
   * @throws IllegalArgumentException if there is no such class, or the targets do not number the
   *     classes
   */
  public Dataset oneVersusRest(String positive) {
    int one = DatasetChecks.classIndex(Checks.notNull("positive", positive), classNames);
    DatasetChecks.classNumbers(y, classNames, DatasetChecks.SELECT_FIRST);
    double[] targets = ClassTargets.oneVersusRest(y, one);
    List<String> names = List.of("not " + positive, positive);
    return new Dataset(inputs, targets, weights, featureNames, names, credit);
  }

  /**
   * Returns the data of two classes with other numbers for targets: −1 and 1 for the hinge and
   * perceptron losses, 0 and 1 for cross-entropy. Of more than two names, those of the two classes
   * stay.
   *
   * @param negative the target in place of the smaller of the two present
   * @param positive the target in place of the larger
   * @return the data with the new targets
   * @throws IllegalArgumentException if the targets are not of two kinds, or the new ones are not
   *     finite and ascending
   */
  public Dataset withTargets(double negative, double positive) {
    double[] two = ClassTargets.kinds(y, null);
    double[] targets = ClassTargets.renamed(y, two, negative, positive);
    List<String> names = ClassTargets.names(two, classNames);
    return new Dataset(inputs, targets, weights, featureNames, names, credit);
  }

  /**
   * Returns the data with other targets.
   *
   * @param targets one a row, finite; copied
   * @return the data with the new targets
   * @throws IllegalArgumentException if the length differs or a value is not finite
   */
  public Dataset withTargets(double[] targets) {
    double[] copy = DatasetChecks.targets(Checks.notNull("targets", targets).clone(), rows());
    return new Dataset(inputs, copy, weights, featureNames, classNames, credit);
  }

  /**
   * Returns the data with rows that count more or less than others, in losses and metrics.
   *
   * <pre>{@code
   * mean loss = Σ sᵢ·Lᵢ / Σ sᵢ        of m rows out of n: Σ sᵢ·Lᵢ / (m·s̄), s̄ the mean of all n weights
   * }</pre>
   *
   * <p>With all rows in an update, a weight of 2 is the row twice, and 0 the row left out; its
   * target must still be one that the loss or the metric takes.
   *
   * @param rowWeights sᵢ, one a row; finite, {@code >= 0}, not all 0; copied
   * @return the data with the weights
   * @throws IllegalArgumentException if the number differs, a weight is negative or not finite, or
   *     all are 0
   */
  public Dataset withWeights(double... rowWeights) {
    double[] copy = RowWeights.checked(Checks.notNull("rowWeights", rowWeights).clone(), rows());
    return new Dataset(inputs, y, copy, featureNames, classNames, credit);
  }

  /**
   * Returns the data with weights under which every class counts the same in all.
   *
   * <pre>{@code
   * sᵢ′ = sᵢ·S / (k·S_c)        k classes that count, S_c weight of the class of row i, S of all
   * }</pre>
   *
   * <p>Where rows had no weights, that is n/(k·n_c), with n_c rows of the class, which is
   * scikit-learn's {@code class_weight='balanced'}. Where they had some, these stay in proportion
   * within a class, and twice is as good as once; scikit-learn multiplies them as well, but counts
   * rows for n and n_c and not their weights, and so does not balance what it has weighted. A class
   * none of whose rows has a weight is left out.
   *
   * <p>A {@link Standardizer} fitted to the result counts rows by these weights, and so has other
   * means than one fitted to this.
   *
   * @return the data with the weights
   * @throws IllegalArgumentException if there are more than two different targets and they do not
   *     number classes
   */
  public Dataset withBalancedClasses() {
    DatasetChecks.balanceable(y, classNames);
    return withWeights(ClassTargets.balancedWeights(y, weights));
  }

  /**
   * Returns the data with other names for the features.
   *
   * @param names d different names
   * @return the data with the new names
   * @throws IllegalArgumentException if the number differs or a name comes twice
   */
  public Dataset withFeatureNames(String... names) {
    List<String> list = DatasetChecks.names(Checks.noneNull("names", names), features());
    return new Dataset(inputs, y, weights, list, classNames, credit);
  }

  /**
   * Returns the data with names for the classes.
   *
   * @param names different names, in the order of the targets: of those that are 0, 1 and so on; or
   *     two, of −1 and 1
   * @return the data with the new names
   * @throws IllegalArgumentException if a target has no name, or a name comes twice
   */
  public Dataset withClassNames(String... names) {
    List<String> list = DatasetChecks.classNames(Checks.noneNull("names", names));
    if (list.size() != 2 || !Arrays.stream(y).allMatch(target -> Math.abs(target) == 1)) {
      DatasetChecks.classNumbers(y, list, "");
    }
    return new Dataset(inputs, y, weights, featureNames, list, credit);
  }

  /**
   * Returns the data with a word on where they come from.
   *
   * @param text authors, year, title, licence
   * @return the data with the credit
   */
  public Dataset withCredit(String text) {
    return new Dataset(inputs, y, weights, featureNames, classNames, Checks.notNull("text", text));
  }

  /**
   * Returns the same rows with other features: what a preparation of one's own makes of them.
   *
   * @param others the new features, as many rows; kept, since nothing writes to them
   * @param names the name of each feature, different; those of a dataset, such as x0, x1, …, are
   *     known to be, and a million of them take no time
   * @return the rows, with their targets, weights, classes and credit
   * @throws IllegalArgumentException if there are not as many rows, not as many names as features,
   *     or a name comes twice
   */
  public Dataset withInputs(Rows others, List<String> names) {
    Checks.preparedRows(rows(), Checks.notNull("others", others).size());
    List<String> all = DatasetChecks.names(Checks.notNull("names", names), others.columns());
    return new Dataset(others, y, weights, all, classNames, credit);
  }

  @Override
  public String toString() {
    String classes = classNames.isEmpty() ? "" : ", classes " + Names.listed(classNames);
    return "Dataset(" + InMemory.size(inputs) + classes + ")";
  }
}
