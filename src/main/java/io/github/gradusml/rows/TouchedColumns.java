package io.github.gradusml.rows;

import io.github.gradusml.internal.Checks;

/**
 * The columns that a few sparse rows touch, and these rows with no others: small rows, for which
 * weights are gathered into a small array.
 *
 * <p>Column 0 is among them always, and first, since a penalty may keep something at the first
 * weight. A number remembers which of the four sums of a product its column belongs to, so that
 * these are the same to the last bit.
 *
 * <p>It is used for one batch after the other, by one thread; others may read the rows meanwhile.
 */
public final class TouchedColumns {
  private static final int FEWEST = 16;

  private final SparseRows all;

  /**
   * The place of each column among those touched, and {@link #base}; below the base where it is not
   * touched, so that a base beyond all of them forgets all. Null between epochs, to save memory.
   */
  private int[] places;

  private int base = 1;
  private int[] columns = new int[FEWEST];
  private int count = 1;
  private int width = FEWEST;
  private int[] starts = {0};
  private int[] indices = {};
  private double[] values = {};
  private SparseRows rows = SparseRows.narrow(width, starts, indices, values);

  private TouchedColumns(SparseRows all) {
    this.all = all;
  }

  /**
   * Begins with no rows.
   *
   * @param rows sparse rows, some of which are to be looked at
   * @return the columns
   * @throws IllegalArgumentException if the rows are not sparse
   */
  public static TouchedColumns of(Rows rows) {
    if (!(Checks.notNull("rows", rows) instanceof SparseRows sparse)) {
      throw new IllegalArgumentException("rows must be sparse, but were " + rows);
    }
    return new TouchedColumns(sparse);
  }

  /**
   * Turns to some rows.
   *
   * @param order row numbers; null for rows as they lie
   * @param from the first place in the order
   * @param to the place after the last
   * @throws IllegalArgumentException if there are no such places
   */
  public void turnTo(int[] order, int from, int to) {
    int places = order == null ? all.size() : order.length;
    Checks.from("to", to, Checks.from("from", from, 0, places), places);
    makeRoom(order, from, to);
    forget();
    int at = 0;
    for (int i = from; i < to; i++) {
      at = take(order == null ? i : order[i], at);
      starts[i - from + 1] = at;
    }
    width = rounded(count);
    rows = SparseRows.narrow(width, starts, indices, values);
  }

  private void makeRoom(int[] order, int from, int to) {
    long numbers = 0;
    for (int i = from; i < to; i++) {
      int row = order == null ? i : order[i];
      numbers += all.start(row + 1) - all.start(row);
    }
    if (numbers > indices.length) {
      indices = new int[Checks.length("numbers of a batch", numbers, 1)];
      values = new double[indices.length];
    }
    if (starts.length != to - from + 1) {
      starts = new int[to - from + 1];
    }
    int most = rounded((int) Math.min(numbers + 1, all.columns())); // column 0 besides
    if (most > columns.length) {
      columns = new int[most];
    }
  }

  /** All columns but the first. */
  private void forget() {
    base += count;
    if (places == null || base > Integer.MAX_VALUE / 2) {
      places = new int[all.columns()];
      base = 1;
    }
    columns[0] = 0;
    places[0] = base;
    count = 1;
  }

  /** Lets the places go until there is another batch; what was found stays. */
  public void rest() {
    places = null;
  }

  /** Takes the numbers of a row, from place {@code at} on; returns the place after the last. */
  private int take(int row, int at) {
    int first = all.start(row);
    int size = all.start(row + 1) - first;
    System.arraycopy(all.values(), first, values, at, size);
    int[] from = all.indices();
    int[] known = places;
    int next = count;
    for (int k = 0; k < size; k++) {
      int column = from[first + k];
      int place = known[column] - base;
      if (place < 0) {
        place = next++;
        known[column] = base + place;
        columns[place] = column;
      }
      indices[at + k] = place << SparseProducts.CODED | column & SparseProducts.SUM;
    }
    count = next;
    return at + size;
  }

  /** A number that comes often, so that arrays can be used again: 2ᵏ, or one and a half of it. */
  private static int rounded(int number) {
    int power = Math.max(FEWEST, Integer.highestOneBit(number));
    return number <= power ? power : number <= power + power / 2 ? power + power / 2 : 2 * power;
  }

  /**
   * Returns the rows, one behind the other, with the touched columns alone: for their two products,
   * and nothing else.
   *
   * @return as many rows as were turned to; none before
   */
  public Rows rows() {
    return rows;
  }

  /**
   * Returns which columns these are.
   *
   * @return the column at each place, column 0 first; the first {@link #count()} count; not a copy
   */
  public int[] columns() {
    return columns;
  }

  /**
   * Returns how many columns are touched.
   *
   * @return at least 1
   */
  public int count() {
    return count;
  }

  /**
   * Returns how many places the rows have for columns: as many, and some empty ones behind them. It
   * is a power of 2, or one and a half times one.
   *
   * @return at least 16
   */
  public int width() {
    return width;
  }

  @Override
  public String toString() {
    return "TouchedColumns(" + count + " of " + all.columns() + ")";
  }
}
