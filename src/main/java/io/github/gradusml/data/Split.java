package io.github.gradusml.data;

import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.Randomness;
import java.util.Map;
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
   * Checks that both parts have the same features.
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
    return split(data, new double[Checks.notNull("data", data).rows()], trainShare, seed);
  }

  /**
   * Splits at random, class by class, so that both parts have the classes in the same proportion.
   *
   * @param data at least 2 rows of every class
   * @param trainShare the share of the rows of each class to train on, in (0, 1); rounded so that
   *     both parts have a row of each class at least
   * @param seed the seed
   * @return the split
   * @throws IllegalArgumentException if the share is outside (0, 1) or a class has one row
   */
  public static Split stratified(Dataset data, double trainShare, long seed) {
    return split(data, Checks.notNull("data", data).targets(), trainShare, seed);
  }

  private static Split split(Dataset data, double[] groups, double trainShare, long seed) {
    Checks.inside("trainShare", trainShare, 0, 1);
    Map<Double, Integer> open = data.withTargets(groups).targetCounts();
    open.forEach((group, rows) -> checkRows(data, group, rows));
    open.replaceAll((group, rows) -> share(rows, trainShare));
    int[] order = Randomness.permutation(groups.length, Randomness.of(seed));
    boolean[] inTrain = new boolean[groups.length];
    for (int row : order) {
      inTrain[row] = open.merge(groups[row], -1, Integer::sum) >= 0;
    }
    return new Split(
        data.select(IntStream.of(order).filter(row -> inTrain[row]).toArray()),
        data.select(IntStream.of(order).filter(row -> !inTrain[row]).toArray()));
  }

  private static void checkRows(Dataset data, double group, int rows) {
    if (rows < 2) {
      throw new IllegalArgumentException(
          data.rows() < 2
              ? "data must have at least 2 rows to be split, but has 1"
              : "every class must have at least 2 rows to be split, but target "
                  + group
                  + " has 1; for targets that are no classes, use Split.random");
    }
  }

  private static int share(int rows, double trainShare) {
    return (int) Math.max(1, Math.min(rows - 1, Math.rint(trainShare * rows)));
  }
}
