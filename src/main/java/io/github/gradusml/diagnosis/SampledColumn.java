package io.github.gradusml.diagnosis;

import io.github.gradusml.data.Dataset;
import io.github.gradusml.training.Case;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One column of the rows that a case looks at.
 *
 * <p>Squares are taken in units of about its largest number, so that none overflows or vanishes. It
 * belongs to one thread, as the case does.
 */
final class SampledColumn {
  /** Units in the last place within which numbers are one, as a standardizer has it. */
  private static final int ROUNDING = 4;

  private final int index;
  private final String name;
  private final double[] values;
  private final double[] shares;
  private final double low;
  private final double high;

  /** A power of two, so that no digit is lost; mean and deviation are in this unit. */
  private final double unit;

  private final double mean;
  private final double deviation;

  /** Made when it is first asked for. */
  private double[] standardized;

  /**
   * @param index where it stands in the data
   * @param name what it is called
   * @param values its numbers, in rows that count; at least one
   * @param shares how much each row counts, 1 on average
   */
  SampledColumn(int index, String name, double[] values, double[] shares) {
    this.index = index;
    this.name = name;
    this.values = values;
    this.shares = shares;
    double smallest = values[0];
    double largest = values[0];
    for (double value : values) {
      smallest = Math.min(smallest, value);
      largest = Math.max(largest, value);
    }
    this.low = smallest;
    this.high = largest;
    this.unit = Math.scalb(1.0, Math.getExponent(farthest()));
    this.mean = meanInUnits();
    this.deviation = rootMeanSquare(mean);
  }

  /** The columns that a case looks at, ascending; made for the first check that asks. */
  static List<SampledColumn> of(Case training) {
    return training.once(SampledColumns.class, SampledColumns::of).columns();
  }

  private record SampledColumns(List<SampledColumn> columns) {
    /** Row by row, as memory likes to be read. */
    static SampledColumns of(Case training) {
      Dataset sample = training.sample();
      int[] columns = training.columns();
      double[][] values = new double[columns.length][sample.rows()];
      for (int i = 0; i < sample.rows(); i++) {
        for (int k = 0; k < columns.length; k++) {
          values[k][i] = sample.value(i, columns[k]);
        }
      }
      double[] shares = sample.relativeWeights();
      List<String> names = sample.featureNames();
      return new SampledColumns(
          IntStream.range(0, columns.length)
              .mapToObj(
                  k -> new SampledColumn(columns[k], names.get(columns[k]), values[k], shares))
              .toList());
    }
  }

  /** The same column in some of the rows. */
  SampledColumn in(int... rows) {
    double[] some = new double[rows.length];
    double[] theirs = new double[rows.length];
    double all = 0;
    for (int i = 0; i < rows.length; i++) {
      some[i] = values[rows[i]];
      theirs[i] = shares[rows[i]];
      all += theirs[i];
    }
    for (int i = 0; i < rows.length; i++) {
      theirs[i] *= rows.length / all;
    }
    return new SampledColumn(index, name, some, theirs);
  }

  int index() {
    return index;
  }

  String name() {
    return name;
  }

  /** Its numbers; not to be written to. */
  double[] values() {
    return values;
  }

  /** How much each row counts, 1 on average; not to be written to. */
  double[] shares() {
    return shares;
  }

  double low() {
    return low;
  }

  /** Whether it has one value, but for a few roundings. */
  boolean isConstant() {
    return high - low <= rounding() || deviation == 0;
  }

  /** How far numbers may lie from each other and still be one. */
  double rounding() {
    return ROUNDING * Math.ulp(farthest());
  }

  /** The root of the mean square. */
  double size() {
    return unit * rootMeanSquare(0);
  }

  /** μ. */
  double mean() {
    return unit * mean;
  }

  /** σ, which is 0 also where the rows that differ count for next to nothing. */
  double deviation() {
    return unit * deviation;
  }

  /** A quarter of its range: about its deviation, unless few numbers are far off the others. */
  double quarterOfRange() {
    return high / 4 - low / 4;
  }

  /** The numbers with mean 0 and deviation 1, all 0 where they are one; not to be written to. */
  double[] standardized() {
    if (standardized == null) {
      standardized = new double[values.length];
      for (int i = 0; i < values.length && !isConstant(); i++) {
        standardized[i] = (values[i] / unit - mean) / deviation;
      }
    }
    return standardized;
  }

  private double meanInUnits() {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += shares[i] * (values[i] / unit);
    }
    return sum / values.length;
  }

  private double rootMeanSquare(double center) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      double distance = values[i] / unit - center;
      sum += shares[i] * distance * distance;
    }
    return Math.sqrt(sum / values.length);
  }

  private double farthest() {
    return Math.max(Math.abs(low), Math.abs(high));
  }
}
