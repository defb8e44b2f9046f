package io.github.gradusml.data;

import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.KnownNames;
import java.util.AbstractList;
import java.util.List;

/** The names x0, x1, … of columns to which nobody gave any, made when they are asked for. */
final class ColumnNames extends AbstractList<String> implements KnownNames {
  private static final int MOST_DIGITS = 9;

  private final int size;

  ColumnNames(int size) {
    this.size = size;
  }

  /** Whether names are these, x0, x1, …: they say where a column stands and not what it is. */
  static boolean are(List<String> names) {
    return names instanceof ColumnNames;
  }

  /**
   * Returns the column of a name.
   *
   * @return j of xj; −1 if it is another name
   */
  static int column(String name) {
    int digits = name.length() - 1;
    if (digits < 1 || digits > MOST_DIGITS || name.charAt(0) != 'x') {
      return -1;
    }
    int column = 0;
    for (int at = 1; at <= digits; at++) {
      int digit = name.charAt(at) - '0';
      if (digit < 0 || digit > 9 || digit == 0 && at == 1 && digits > 1) {
        return -1;
      }
      column = 10 * column + digit;
    }
    return column;
  }

  @Override
  public String get(int index) {
    return "x" + Checks.index("feature", index, size);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public boolean areMadeOnDemand() {
    return true;
  }

  @Override
  public boolean contains(Object name) {
    return indexOf(name) >= 0;
  }

  @Override
  public int indexOf(Object name) {
    int column = name instanceof String text ? column(text) : -1;
    return column < size ? column : -1;
  }

  /** Without making a name where the others are such as well. */
  @Override
  public boolean equals(Object other) {
    return other instanceof ColumnNames names ? names.size == size : super.equals(other);
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }
}
