package io.github.gradusml.internal;

import java.util.Arrays;

/**
 * The three products of a layer of units: on the way up, of the gradient, and on the way back.
 *
 * <pre>{@code
 * Z ← X·W        G ← G + Xᵀ·Δ        D ← Δ·Wᵀ
 * }</pre>
 *
 * <p>X is n rows × d inputs, one row behind the other; Z and Δ are n × k; W and G are d × k, input
 * by input: the weights of input j to all units are one stretch. The order of every sum is defined,
 * whichever way the work is done: over inputs, for one unit, that of {@link Vectors}, for several
 * strictly input after input; over rows and over units, strictly one after the other.
 *
 * <p>For several units each product is a sum of multiples of {@link Stripes}: what differs is along
 * which of rows, inputs and units the stripes run. Along it numbers stand side by side, and are
 * computed several at a time; along the others they are added up. Long stripes are fast, and so the
 * way up runs along the units where there are many, else along the rows.
 *
 * <p>An object keeps arrays to work in, and belongs to one thread. Nothing is checked beyond Java's
 * own array bounds.
 */
public final class Products {
  private static final int MANY_UNITS = 32;

  /** With so few rows, copying costs more than it saves. */
  private static final int FEW_ROWS = 8;

  /** Numbers of stripes that stay in the first-level cache. */
  private static final int FEW_NUMBERS = 1024;

  /** Numbers of stripes that stay in the second-level cache. */
  private static final int MANY_NUMBERS = 1 << 16;

  /** What {@link Stripes#add} takes at a time, and numbers of a cache line. */
  private static final int TOGETHER = 3 * 8;

  /** Rows that go through a layer together: 64 of 784 numbers fit into a second-level cache. */
  public static final int ROWS_TOGETHER = 64;

  /** Numbers of such rows, where a layer is very wide: 32 MB. */
  private static final int MOST_NUMBERS_TOGETHER = 1 << 22;

  private final int units;
  private final Stripes sums = new Stripes();
  private final Stripes vectors = new Stripes();
  private double touched;

  /**
   * Makes room to work in; arrays are made when they are needed first.
   *
   * @param units k, at least 1
   */
  public Products(int units) {
    this.units = units;
  }

  /**
   * Returns how many rows may well go through layers together.
   *
   * @param rows how many there are
   * @param widest the most numbers that a row has on its way
   * @return from 1 to 64
   */
  public static int rowsTogether(int rows, int widest) {
    return Math.max(1, Math.min(Math.min(ROWS_TOGETHER, rows), MOST_NUMBERS_TOGETHER / widest));
  }

  /**
   * Returns how many units the layer has.
   *
   * @return k
   */
  public int units() {
    return units;
  }

  /**
   * Computes Z ← X·W.
   *
   * @param x holds X
   * @param xFrom where it begins
   * @param inputs d
   * @param rows n
   * @param w holds W
   * @param wFrom where it begins
   * @param z receives Z from its beginning; overwritten
   */
  public void multiply(
      double[] x, int xFrom, int inputs, int rows, double[] w, int wFrom, double[] z) {
    if (units == 1) {
      OneUnit.multiply(x, xFrom, inputs, rows, w, wFrom, z);
      return;
    }
    touch(x, xFrom, xFrom + rows * inputs);
    if (units >= MANY_UNITS) {
      multiplyAlongUnits(x, xFrom, inputs, rows, w, wFrom, z);
    } else if (rows >= FEW_ROWS) {
      multiplyAlongRows(x, xFrom, inputs, rows, w, wFrom, z);
    } else {
      multiplyPlainly(x, xFrom, inputs, rows, w, wFrom, z);
    }
  }

  /**
   * Reads a number of each cache line, from the first to the last: memory that is read in order
   * comes several times as fast as what is read a little of every row, as is done afterwards.
   */
  private void touch(double[] x, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i += 8) {
      sum += x[i];
    }
    touched = sum; // so that it is read
  }

  private void multiplyAlongUnits(
      double[] x, int xFrom, int inputs, int rows, double[] w, int wFrom, double[] z) {
    int atATime = stripes(FEW_NUMBERS, units);
    sums.makeRoom(rows, units);
    for (int j = 0; j < inputs; j += atATime) {
      int some = Math.min(atATime, inputs - j);
      vectors.fetchRows(w, wFrom + j * units, units, some, units);
      sums.add(j == 0, rows, vectors, some, units, x, xFrom + j, inputs, 1);
    }
    sums.storeRows(z, 0, units, rows, units);
  }

  private void multiplyAlongRows(
      double[] x, int xFrom, int inputs, int rows, double[] w, int wFrom, double[] z) {
    int atATime = stripes(FEW_NUMBERS, rows);
    sums.makeRoom(units, rows);
    for (int j = 0; j < inputs; j += atATime) {
      int some = Math.min(atATime, inputs - j);
      vectors.fetchColumns(x, xFrom + j, inputs, some, rows);
      sums.add(j == 0, units, vectors, some, rows, w, wFrom + j * units, 1, units);
    }
    sums.storeColumns(z, 0, units, units, rows);
  }

  private void multiplyPlainly(
      double[] x, int xFrom, int inputs, int rows, double[] w, int wFrom, double[] z) {
    for (int i = 0; i < rows; i++) {
      int zFrom = i * units;
      Arrays.fill(z, zFrom, zFrom + units, 0);
      for (int j = 0; j < inputs; j++) {
        double xj = x[xFrom + i * inputs + j];
        int from = wFrom + j * units;
        for (int u = 0; u < units; u++) {
          z[zFrom + u] += xj * w[from + u];
        }
      }
    }
  }

  /** How many stripes hold so many numbers: whole cache lines of columns, and whole triples. */
  private static int stripes(int numbers, int length) {
    return Math.max(1, numbers / length / TOGETHER) * TOGETHER;
  }

  /**
   * Computes G ← G + Xᵀ·Δ, or G ← 0 + Xᵀ·Δ.
   *
   * @param x holds X
   * @param xFrom where it begins
   * @param inputs d
   * @param rows n
   * @param delta holds Δ from its beginning
   * @param g holds G; added to
   * @param gFrom where it begins
   * @param toZeros whether G counts as 0, whatever it holds
   */
  public void addTransposed(
      double[] x,
      int xFrom,
      int inputs,
      int rows,
      double[] delta,
      double[] g,
      int gFrom,
      boolean toZeros) {
    if (units > 1 && rows >= FEW_ROWS) {
      addAlongInputs(x, xFrom, inputs, rows, delta, g, gFrom, toZeros);
      return;
    }
    if (toZeros) {
      Arrays.fill(g, gFrom, gFrom + inputs * units, 0);
    }
    if (units == 1) {
      OneUnit.addTransposed(x, xFrom, inputs, rows, delta, g, gFrom);
    } else {
      addPlainly(x, xFrom, inputs, rows, delta, g, gFrom);
    }
  }

  private void addAlongInputs(
      double[] x,
      int xFrom,
      int inputs,
      int rows,
      double[] delta,
      double[] g,
      int gFrom,
      boolean toZeros) {
    int inputsAtATime = Math.max(64, MANY_NUMBERS / rows);
    for (int j = 0; j < inputs; j += inputsAtATime) {
      int some = Math.min(inputsAtATime, inputs - j);
      int at = gFrom + j * units;
      if (toZeros) {
        sums.makeRoom(units, some);
      } else {
        sums.fetchColumns(g, at, units, units, some);
      }
      vectors.fetchRows(x, xFrom + j, inputs, rows, some);
      sums.add(toZeros, units, vectors, rows, some, delta, 0, 1, units);
      sums.storeColumns(g, at, units, units, some);
    }
  }

  private void addPlainly(
      double[] x, int xFrom, int inputs, int rows, double[] delta, double[] g, int gFrom) {
    for (int i = 0; i < rows; i++) {
      int dFrom = i * units;
      for (int j = 0; j < inputs; j++) {
        double xj = x[xFrom + i * inputs + j];
        int from = gFrom + j * units;
        for (int u = 0; u < units; u++) {
          g[from + u] += xj * delta[dFrom + u];
        }
      }
    }
  }

  /**
   * Computes D ← Δ·Wᵀ.
   *
   * @param delta holds Δ from its beginning
   * @param rows n
   * @param w holds W
   * @param wFrom where it begins
   * @param inputs d
   * @param d receives D, n × d, from its beginning; overwritten
   */
  public void multiplyTransposed(
      double[] delta, int rows, double[] w, int wFrom, int inputs, double[] d) {
    int inputsAtATime = Math.max(64, MANY_NUMBERS / units);
    for (int j = 0; j < inputs; j += inputsAtATime) {
      int some = Math.min(inputsAtATime, inputs - j);
      vectors.fetchColumns(w, wFrom + j * units, units, units, some);
      sums.makeRoom(rows, some);
      sums.add(true, rows, vectors, units, some, delta, 0, units, 1);
      sums.storeRows(d, j, inputs, rows, some);
    }
  }
}
