package io.github.gradusml.internal;

/**
 * Numbers less their means, in units of their scales: what standardizing is, column by column.
 *
 * <pre>{@code
 * xⱼ′ = (xⱼ − μⱼ) / σⱼ
 * }</pre>
 */
public final class Scaling {
  /** From here up, the difference of two doubles may be none. */
  private static final double HUGE = 0x1p960;

  private final double[] means;
  private final double[] scales;

  private final boolean keepsZeros;

  /** ½ where a distance from the mean could overflow, else 1: it changes no digit. */
  private final double part;

  /**
   * Returns a scaling.
   *
   * @param means μ; kept, not copied
   * @param scales σ; kept, not copied
   */
  public Scaling(double[] means, double[] scales) {
    this.means = means;
    this.scales = scales;
    double largest = 0;
    double ofMeans = 0;
    for (int j = 0; j < means.length; j++) {
      ofMeans = Math.max(ofMeans, Math.abs(means[j]));
      largest = Math.max(largest, Math.max(ofMeans, scales[j]));
    }
    this.keepsZeros = ofMeans == 0;
    this.part = largest > HUGE ? 0.5 : 1;
  }

  /**
   * Returns what numbers, means and scales are multiplied by first.
   *
   * @return ½ where a distance from the mean could overflow, else 1
   */
  public double part() {
    return part;
  }

  private double scaled(double x, int j) {
    return (part * x - part * means[j]) / (part * scales[j]);
  }

  /**
   * Scales a row.
   *
   * @param row x; becomes x′
   */
  public void apply(double[] row) {
    for (int j = 0; j < row.length; j++) {
      row[j] = scaled(row[j], j);
    }
  }

  /**
   * Scales some numbers of a row.
   *
   * @param columns theirs
   * @param values x of these columns; become x′
   */
  public void apply(int[] columns, double[] values) {
    for (int at = 0; at < values.length; at++) {
      values[at] = scaled(values[at], columns[at]);
    }
  }

  /**
   * Brings some numbers of a row back.
   *
   * @param columns theirs
   * @param values x′ of these columns; become x
   */
  public void restore(int[] columns, double[] values) {
    for (int at = 0; at < values.length; at++) {
      values[at] = restored(values[at], columns[at]);
    }
  }

  /**
   * Tells whether a zero stays a zero in every column, so that sparse rows stay sparse.
   *
   * @return true if all means are 0
   */
  public boolean keepsZeros() {
    return keepsZeros;
  }

  private double restored(double x, int j) {
    return (x * (part * scales[j]) + part * means[j]) / part;
  }

  /**
   * Brings a row back.
   *
   * @param row x′; becomes x
   */
  public void restore(double[] row) {
    for (int j = 0; j < row.length; j++) {
      row[j] = restored(row[j], j);
    }
  }

  /**
   * Returns the dot product of weights and a scaled row, without an array for it.
   *
   * @param w the weights
   * @param x the row, not yet scaled; not modified
   * @return Σⱼ wⱼ·xⱼ′, to the last bit as {@link Vectors#dot} of {@code w} and x′
   */
  public double dot(double[] w, double[] x) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int n = w.length;
    int j = 0;
    for (; j < n - 3; j += 4) {
      s0 += w[j] * scaled(x[j], j);
      s1 += w[j + 1] * scaled(x[j + 1], j + 1);
      s2 += w[j + 2] * scaled(x[j + 2], j + 2);
      s3 += w[j + 3] * scaled(x[j + 3], j + 3);
    }
    if (j < n) {
      s0 += w[j] * scaled(x[j], j);
    }
    if (j + 1 < n) {
      s1 += w[j + 1] * scaled(x[j + 1], j + 1);
    }
    if (j + 2 < n) {
      s2 += w[j + 2] * scaled(x[j + 2], j + 2);
    }
    return (s0 + s1) + (s2 + s3);
  }
}
