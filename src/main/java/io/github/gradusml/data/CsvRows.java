package io.github.gradusml.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.Reader;
import java.util.Locale;
import java.util.Set;

/** One reading of a CSV file, as a {@link CsvReader} describes it: from lines to a dataset. */
final class CsvRows {
  private static final Set<String> MISSING = Set.of("?", "na", "n/a", "nan", "null");
  private static final int LONGEST_MISSING = 4;

  private final CsvReader format;
  private final String file;
  private final char point;
  private final CsvLabels labels;
  private final CsvBlocks targets = new CsvBlocks(1);
  private final double[] y = new double[1];
  private CsvColumns columns;
  private long firstLine;
  private CsvBlocks rows;
  private double[] x;

  CsvRows(CsvReader format, String file) {
    this.format = format;
    this.file = file;
    this.point = format.point();
    this.labels = new CsvLabels(format.labels);
  }

  Dataset read(Reader source) {
    long number = 0;
    try {
      for (CsvLine line : lines(source)) {
        if (line.isLast()) {
          break;
        }
        number = line.number();
        add(line);
      }
    } catch (CsvParseException e) {
      throw unreadable(number, e);
    }
    if (targets.size() == 0) {
      throw new IllegalArgumentException(
          file + " must have at least one row of data, but has none");
    }
    return dataset();
  }

  private Iterable<CsvLine> lines(Reader source) {
    return de.siegmar.fastcsv.reader.CsvReader.builder()
        .fieldSeparator(format.separator)
        .allowExtraFields(true)
        .allowMissingFields(true)
        .build(new CsvLine(), new CsvText(source));
  }

  /** The exception's own message says which line, but in the digits of the computer's language. */
  private IllegalArgumentException unreadable(long lastLine, CsvParseException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    if (cause instanceof Error error) {
      throw error;
    }
    String place = lastLine == 0 ? ", at its start: " : ", after line " + lastLine + ": ";
    return new IllegalArgumentException(file + place + cause.getMessage(), e);
  }

  private void add(CsvLine line) {
    if (line.hasSwallowedTheLast()) {
      throw problem(line, ": every quote must be closed, but one that is opened here never is");
    }
    if (columns == null) {
      begin(line);
      if (format.header) {
        return;
      }
    }
    if (line.fields() != columns.names().size()) {
      throw problem(line, ": " + wrongNumber(line.fields(), columns.names().size()));
    }
    if (isComplete(line)) {
      y[0] = format.labeled ? label(line) : number(line, columns.target());
      rows.add(x);
      targets.add(y);
    }
  }

  private void begin(CsvLine first) {
    firstLine = first.number();
    columns = CsvColumns.of(format, file, first);
    x = new double[columns.features().length];
    rows = new CsvBlocks(x.length);
  }

  private String wrongNumber(int fields, int wanted) {
    return "must have "
        + wanted
        + " columns, but has "
        + fields
        + (wanted == 1 || fields == 1 ? "; is '" + format.separator + "' the separator?" : "");
  }

  /** Reads the features; false where one of them or the target is missing. */
  private boolean isComplete(CsvLine line) {
    if (isMissing(line, columns.target())) {
      return false;
    }
    int[] features = columns.features();
    for (int k = 0; k < x.length; k++) {
      if (isMissing(line, features[k])) {
        return false;
      }
      x[k] = number(line, features[k]);
    }
    return true;
  }

  private boolean isMissing(CsvLine line, int column) {
    boolean missing = line.to(column) == line.from(column) || isMarkOfMissing(line, column);
    if (missing && !format.skipsMissing) {
      throw problem(line, column, "is missing; withoutIncompleteRows() leaves such rows out");
    }
    return missing;
  }

  private static boolean isMarkOfMissing(CsvLine line, int column) {
    char first = line.text()[line.from(column)];
    return (first == '?' || first == 'n' || first == 'N') // nearly always false, and quickly so
        && line.to(column) - line.from(column) <= LONGEST_MISSING
        && MISSING.contains(line.field(column).toLowerCase(Locale.ROOT));
  }

  private double number(CsvLine line, int column) {
    double value = CsvNumber.of(line.text(), line.from(column), line.to(column), point);
    if (Double.isNaN(value)) {
      String field = line.field(column);
      throw problem(
          line,
          column,
          "must be a number, but is " + Names.quoted(field) + advice(field, line, column));
    }
    if (Double.isInfinite(value)) {
      throw problem(line, column, "must be finite, but is " + Names.quoted(line.field(column)));
    }
    if (value == 0 && !CsvNumber.isZero(line.text(), line.from(column), line.to(column))) {
      throw problem(
          line,
          column,
          "must be 0 or a number that a double can tell from 0, at least 4.9e-324, but is "
              + Names.quoted(line.field(column)));
    }
    return value;
  }

  private String advice(String field, CsvLine line, int column) {
    String advice = CsvAdvice.on(field, format.decimalComma);
    if (!advice.isEmpty()) {
      return advice;
    }
    if (!format.header && line.number() == firstLine) {
      return "; if line " + firstLine + " is a header, read it without withoutHeader()";
    }
    return column == columns.target()
        ? "; for class labels, start with CsvReader.classTarget"
        : "; withoutColumn("
            + Names.quoted(columns.names().get(column))
            + ") leaves the column out";
  }

  private int label(CsvLine line) {
    String label = line.field(columns.target());
    if (!labels.has(label)) {
      if (label.indexOf('\n') >= 0) {
        throw problem(line, columns.target(), "has a line break in it; is a quote not closed?");
      }
      if (!labels.areOpen()) {
        throw problem(
            line,
            columns.target(),
            "must be one of "
                + Names.listed(format.labels)
                + ", but is "
                + Names.quoted(label)
                + Names.closest(label, format.labels));
      }
    }
    return labels.number(label);
  }

  private IllegalArgumentException problem(CsvLine line, int column, String what) {
    return problem(line, ", column " + Names.quoted(columns.names().get(column)) + ": " + what);
  }

  private IllegalArgumentException problem(CsvLine line, String what) {
    return new IllegalArgumentException(file + ", line " + line.number() + what);
  }

  private Dataset dataset() {
    double[] numbers = targets.toArray();
    Dataset data =
        Dataset.taking(rows.toRows(), format.labeled ? labels.classes(numbers) : numbers)
            .withFeatureNames(columns.featureNames());
    return format.labeled ? data.withClassNames(labels.names()) : data;
  }
}
