package io.github.gradusml.data;

import io.github.gradusml.internal.Checks;
import io.github.gradusml.rows.Rows;
import io.github.gradusml.rows.SparseRowsBuilder;
import java.io.IOException;
import java.util.Arrays;

/** One reading of an svmlight file, as a {@link SvmlightReader} describes it. */
final class SvmlightRows {
  /** So that indices from 0 and from 1 both have room in the columns of sparse rows. */
  static final int LARGEST_INDEX = Checks.LONGEST_ARRAY - 1;

  private final SvmlightReader format;
  private final SvmlightText source;
  private final char[] text;
  private final SvmlightLabels labels;
  private final CsvBlocks targets = new CsvBlocks(1);
  private final double[] y = new double[1];
  private final SparseRowsBuilder rows;
  private int[] indices = new int[16];
  private double[] values = new double[16];
  private int size;

  /** The index of the first column: 1 until a 0 says otherwise, where nobody said. */
  private int first;

  private int largest;

  /** The first line that has the largest index. */
  private long widestLine;

  SvmlightRows(SvmlightReader format, SvmlightText source) {
    this.format = format;
    this.source = source;
    this.text = source.text();
    this.labels = new SvmlightLabels(format.labels);
    this.first = format.first == SvmlightReader.UNKNOWN ? 1 : format.first;
    this.largest = first - 1;
    this.rows = Rows.sparse(LARGEST_INDEX + 1);
  }

  Dataset read() throws IOException {
    do {
      if (source.nextToken()) {
        row();
      }
    } while (source.nextLine());
    if (rows.size() == 0) {
      throw source.problem("must have at least one row of data, but has none");
    }
    int d = format.features > 0 ? format.features : largest + 1 - first;
    if (d == 0) {
      throw source.problem(
          "must have at least one index:value, but has labels alone;"
              + " withFeatures(d) reads rows of zeros");
    }
    double[] numbers = targets.toArray();
    Rows inputs = rows.build(first, d);
    return format.labeled
        ? Dataset.taking(inputs, labels.classes(numbers))
            .withClassNames(labels.names().toArray(String[]::new))
        : Dataset.taking(inputs, numbers);
  }

  /** The index of the first column, after reading. */
  int first() {
    return first;
  }

  private void row() throws IOException {
    y[0] = label();
    size = 0;
    boolean more = source.nextToken();
    if (more && isQuery()) {
      more = source.nextToken();
    }
    while (more) {
      entry();
      more = source.nextToken();
    }
    rows.add(indices, values, size);
    targets.add(y);
  }

  private boolean isQuery() {
    int at = source.from();
    return text[at] == 'q' && source.token().startsWith("qid:");
  }

  private double label() {
    if (Double.isNaN(CsvNumber.of(text, source.from(), source.to(), '.'))) {
      throw SvmlightAdvice.noLabel(source);
    }
    double value = number("label", source.from());
    return format.labeled ? classOf(value) : value;
  }

  private int classOf(double value) {
    if (!labels.has(value)) {
      if (!labels.areOpen()) {
        throw SvmlightAdvice.otherLabel(source, labels.names());
      }
      labels.add(value, source.token());
    }
    return labels.number(value);
  }

  /** One {@code index:value}. */
  private void entry() {
    int from = source.from();
    int to = source.to();
    int i = from;
    long index = 0;
    while (i < to && text[i] >= '0' && text[i] <= '9' && index <= LARGEST_INDEX) {
      index = 10 * index + (text[i++] - '0');
    }
    if (i == from || i == to || text[i] != ':' || index > LARGEST_INDEX) {
      throw SvmlightAdvice.noEntry(source, first);
    }
    checkIndex((int) index);
    double value = number("value", i + 1);
    if (size == indices.length) {
      int longer = (int) Math.min(2L * size, Checks.LONGEST_ARRAY);
      indices = Arrays.copyOf(indices, longer);
      values = Arrays.copyOf(values, longer);
    }
    indices[size] = (int) index;
    values[size++] = value;
  }

  private void checkIndex(int index) {
    if (size > 0 && index <= indices[size - 1]) {
      throw source.problem(
          source.from(),
          "index must be greater than the one before, "
              + indices[size - 1]
              + ", but is "
              + index
              + (index == indices[size - 1]
                  ? "; a row has each index once"
                  : "; sort the indices of each row"));
    }
    if (index < first) {
      beginAtZero();
    }
    if (index > largest) {
      checkColumn(index);
      largest = index;
      widestLine = source.line();
    }
  }

  private void beginAtZero() {
    if (format.first != SvmlightReader.UNKNOWN) {
      throw source.problem(
          source.from(),
          "index must be at least 1 where the first column is 1, but is 0;"
              + " zeroBased() reads files whose first column is 0");
    }
    first = 0;
    if (format.features > 0 && largest == format.features) {
      throw source.problem(
          source.from(),
          "index must be at least 1, as line "
              + widestLine
              + " has index "
              + largest
              + " and withFeatures says "
              + format.features
              + ", but is 0");
    }
  }

  private void checkColumn(int index) {
    int last = format.features + first - 1;
    if (format.features > 0 && index > last) {
      throw source.problem(
          source.from(),
          "index must be at most "
              + last
              + ", as the rows are to have "
              + format.features
              + " features from index "
              + first
              + " on, but is "
              + index);
    }
  }

  private double number(String name, int from) {
    int to = source.to();
    double value = CsvNumber.of(text, from, to, '.');
    // Infinite and NaN less themselves are NaN.
    if (value - value != 0 || value == 0 && !CsvNumber.isZero(text, from, to)) {
      throw SvmlightAdvice.noNumber(source, name, from, value);
    }
    return value;
  }
}
