package io.github.gradusml.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A table; immutable.
 *
 * @param caption what it shows; empty for nothing
 * @param columns its columns
 * @param rows as many cells each as there are columns
 * @param bars a number a row, drawn as a bar where the form has bars; empty for none
 */
record Table(String caption, List<Column> columns, List<List<String>> rows, List<Double> bars)
    implements Block {
  /**
   * A column.
   *
   * @param name what stands above it
   * @param isNumber whether its cells are numbers, which stand one below the other to the right
   */
  record Column(String name, boolean isNumber) {}

  Table {
    for (List<String> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "row must have " + columns.size() + " cells, but has " + row.size());
      }
    }
  }

  /** A table without columns. */
  static Table of(String caption) {
    return new Table(caption, List.of(), List.of(), List.of());
  }

  /** Adds columns of words, before there are rows. */
  Table words(String... names) {
    return with(false, names);
  }

  /** Adds columns of numbers, before there are rows. */
  Table numbers(String... names) {
    return with(true, names);
  }

  private Table with(boolean areNumbers, String... names) {
    List<Column> all = new ArrayList<>(columns);
    Arrays.stream(names).map(name -> new Column(name, areNumbers)).forEach(all::add);
    return new Table(caption, Collections.unmodifiableList(all), rows, bars);
  }

  /** Sets the rows. */
  Table rows(List<List<String>> all) {
    return new Table(caption, columns, List.copyOf(all), bars);
  }

  /** Sets a bar for each row. */
  Table bars(List<Double> all) {
    return new Table(caption, columns, rows, List.copyOf(all));
  }

  @Override
  public void writeTo(Form form) {
    form.table(this);
  }
}
