package io.github.gradusml.data;

import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.DistinctNumbers;
import io.github.gradusml.internal.Randomness;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Rows to train on, and rows kept apart to test with.
 *
 * <p>Both come out shuffled. The same seed gives the same split.
 *
 * <p>Article: section 3, Weight decay: a model that fits its training rows too closely shows it on
 * rows that it has not seen.
 *
 * @param train the rows to train on
 * @param test the rows to test with
 */
public record Split(Dataset train, Dataset test) {
  /**
   * Checks that both parts have the same features and classes.
   *
   * @param train the rows to train on
   * @param test the rows to test with
   */
  public Split {
    Checks.notNull("train", train);
    Checks.notNull("test", test);
    if (train.features() != test.features()) {
      throw new IllegalArgumentException(
          "train and test must have the same features, but have "
              + train.features()
              + " and "
              + test.features());
    }
    train.checkSameColumns("train", "test", test);
  }

  /**
   * Splits at random.
   *
   * @param data at least 2 rows
   * @param trainShare the share of the rows to train on, in (0, 1); rounded so that both parts have
   *     a row at least
   * @param seed the seed
   * @return the split
   * @throws IllegalArgumentException if the share is outside (0, 1) or the data have one row
   */
  public static Split random(Dataset data, double trainShare, long seed) {
    int n = Checks.notNull("data", data).rows();
    Checks.inside("trainShare", trainShare, 0, 1);
    checkTwoRows(data);
    int[] order = Randomness.permutation(n, Randomness.of(seed));
    int inTrain = share(n, trainShare);
    return new Split(
        data.select(Arrays.copyOfRange(order, 0, inTrain)),
        data.select(Arrays.copyOfRange(order, inTrain, n)));
  }

  /**
   * Splits at random, class by class, so that both parts have the classes in the same proportion.
   *
   * <p>Of each class the share is rounded to the nearest row, but so that both parts have one.
   * Where there are many small classes, that may add up to another share of the whole. If that is
   * off by more than a row, rows change parts until it is not, each time of the class that is then
   * furthest from its own share on that side. Only where the share leaves a part fewer rows than
   * there are classes does it lack some of them: of 100 classes of 3 rows, a share of 0.8 leaves 60
   * rows to test with.
   *
   * <p>What the targets of the classes are has no influence, only which rows share one.
   *
   * @param data at least 2 rows of every class
   * @param trainShare the share of the rows to train on, in (0, 1)
   * @param seed the seed
   * @return the split
   * @throws IllegalArgumentException if the share is outside (0, 1) or a class has one row
   */
  public static Split stratified(Dataset data, double trainShare, long seed) {
    Checks.notNull("data", data);
    Checks.inside("trainShare", trainShare, 0, 1);
    checkTwoRows(data);
    DistinctNumbers classes = DistinctNumbers.of(data.targets());
    for (int k = 0; k < classes.size(); k++) {
      checkTwoRows(data, classes, k);
    }
    int[] order = Randomness.permutation(data.rows(), Randomness.of(seed));
    int[] open = Apportionment.of(data, classes, order, trainShare);
    int inTrain = IntStream.of(open).sum();
    int[] train = new int[inTrain];
    int[] test = new int[data.rows() - inTrain];
    int trainRows = 0;
    int testRows = 0;
    for (int row : order) {
      if (open[classes.indexOf(data.target(row))]-- > 0) {
        train[trainRows++] = row;
      } else {
        test[testRows++] = row;
      }
    }
    return new Split(data.select(train), data.select(test));
  }

  private static void checkTwoRows(Dataset data) {
    if (data.rows() < 2) {
      throw new IllegalArgumentException("data must have at least 2 rows to be split, but has 1");
    }
  }

  private static void checkTwoRows(Dataset data, DistinctNumbers classes, int k) {
    if (classes.count(k) < 2) {
      throw new IllegalArgumentException(
          "every class must have at least 2 rows to be split, but target "
              + data.targetText(classes.number(k))
              + " has 1; for targets that are no classes, use Split.random");
    }
  }

  /** The share of some rows, to the nearest row, but not none and not all. */
  static int share(int rows, double trainShare) {
    return (int) Math.max(1, Math.min(rows - 1, Math.rint(trainShare * rows)));
  }
}
