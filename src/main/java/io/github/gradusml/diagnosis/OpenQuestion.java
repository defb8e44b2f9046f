package io.github.gradusml.diagnosis;

import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.DistinctNumbers;
import io.github.gradusml.internal.EvenlySpaced;
import io.github.gradusml.internal.Texts;
import io.github.gradusml.training.Case;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What one column alone leaves open of the targets, from 0 (nothing) to about 1.
 *
 * <p>Of numbers it is the share of their variance that no line explains, 1 − r². Of classes, rows
 * are put in the order of the column: where each class stands in one stretch, nothing is open. A
 * row in the midst of another class is one that the column gets wrong, and what is open is how many
 * such rows there are for each row that is not of the largest class.
 */
final class OpenQuestion {
  /** Few enough to be sorted by every column; of 256 columns in 256 rows. */
  private static final int MOST_NUMBERS = 1 << 16;

  private static final int LEAST_OTHERS = 5;

  private final boolean areClasses;
  private final SampledColumn target;

  /** The rows that are put in order, and the class of each. */
  private final int[] rows;

  private final int[] classOf;
  private final int classes;
  private final int others;

  private OpenQuestion(Dataset sample, boolean areClasses, int columns) {
    this.areClasses = areClasses;
    this.target = new SampledColumn(0, "target", sample.targets(), sample.relativeWeights());
    this.rows = EvenlySpaced.indices(sample.rows(), MOST_NUMBERS / columns);
    DistinctNumbers kinds = DistinctNumbers.of(some(target.values()));
    this.classes = kinds.size();
    this.classOf = Arrays.stream(some(target.values())).mapToInt(kinds::indexOf).toArray();
    this.others = rows.length - IntStream.range(0, classes).map(kinds::count).max().orElseThrow();
  }

  /** Of the rows that a case looks at. */
  static OpenQuestion of(Case training) {
    boolean areClasses = ModelParts.tellsClassesApart(training);
    return new OpenQuestion(training.sample(), areClasses, training.columns().length);
  }

  /** Whether there is a question: enough rows that are not of the largest class. */
  boolean isAsked() {
    return others >= LEAST_OTHERS && target.deviation() > 0;
  }

  /** Says what the best columns leave open, and what the best of the others does. */
  String text(double most, double others) {
    String little = "less than " + Texts.percent(most);
    String much = "at least " + Texts.percent(others);
    return areClasses
        ? "sorted by it, "
            + little
            + " of the rows not of the largest class stand in the midst of another, and by any"
            + " other column "
            + much
        : "it leaves " + little + " of the target's variance open, and any other column " + much;
  }

  /** The share. */
  double leftBy(SampledColumn column) {
    return areClasses ? leftOfClasses(some(column.values())) : leftOfNumbers(column);
  }

  private double[] some(double[] values) {
    return Arrays.stream(rows).mapToDouble(i -> values[i]).toArray();
  }

  private double leftOfNumbers(SampledColumn column) {
    double r = Correlations.with(column.standardized(), target.standardized(), column.shares());
    return 1 - r * r;
  }

  private double leftOfClasses(double[] values) {
    DistinctNumbers distinct = DistinctNumbers.of(values.clone());
    long[] keys = new long[values.length];
    Arrays.setAll(keys, i -> (long) distinct.indexOf(values[i]) * classes + classOf[i]);
    Arrays.sort(keys);
    return wrong(keys) / others;
  }

  /**
   * Rows of equal values are taken for the class that most of them are of; and where classes change
   * more often than they have to, two changes are a row that stands in the midst of others.
   */
  private double wrong(long[] keys) {
    int inTies = 0;
    int changes = 0;
    long before = -1;
    for (int from = 0, to; from < keys.length; from = to) {
      to = endOfTie(keys, from);
      int most = from;
      int count = 0;
      for (int k = from, next; k < to; k = next) {
        next = endOfClass(keys, k);
        most = next - k > count ? k : most;
        count = Math.max(count, next - k);
      }
      long taken = keys[most] % classes;
      inTies += to - from - count;
      changes += before >= 0 && taken != before ? 1 : 0;
      before = taken;
    }
    return inTies + Math.max(0, changes - (classes - 1)) / 2.0;
  }

  private int endOfTie(long[] keys, int from) {
    int to = from;
    while (to < keys.length && keys[to] / classes == keys[from] / classes) {
      to++;
    }
    return to;
  }

  private static int endOfClass(long[] keys, int from) {
    int to = from;
    while (to < keys.length && keys[to] == keys[from]) {
      to++;
    }
    return to;
  }
}
