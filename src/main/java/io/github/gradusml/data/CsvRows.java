package io.github.gradusml.data;

import static java.util.stream.Collectors.joining;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** One reading of a CSV file, as a {@link CsvReader} describes it: from fields to numbers. */
final class CsvRows {
  private static final Set<String> MISSING = Set.of("", "?", "na", "n/a", "nan", "null");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

  private final CsvReader format;
  private final String file;
  private final List<double[]> rows = new ArrayList<>();
  private final List<String> targets = new ArrayList<>();
  private final List<Long> lines = new ArrayList<>();
  private List<String> columns;
  private long firstLine;
  private int target;
  private int[] features;

  CsvRows(CsvReader format, String file) {
    this.format = format;
    this.file = file;
  }

  Dataset read(Reader source) throws IOException {
    long line = 0;
    try (var records =
        de.siegmar.fastcsv.reader.CsvReader.builder()
            .fieldSeparator(format.separator)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .build(withManyFields(), CsvText.of(source))) {
      for (CsvRecord record : records) {
        if (isLastLine(record)) {
          break;
        }
        line = record.getStartingLineNumber();
        if (columns == null) {
          begin(record);
          if (format.header) {
            continue;
          }
        }
        add(record);
      }
    } catch (CsvParseException e) {
      // The exception's own message says which line, but in the digits of the computer's language.
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new IllegalArgumentException(
          file
              + (line == 0 ? ", at its start: " : ", after line " + line + ": ")
              + cause.getMessage(),
          e);
    }
    if (rows.isEmpty()) {
      throw new IllegalArgumentException(
          file + " must have at least one row of data, but has none");
    }
    return dataset();
  }

  /** The parser's own limit is 16,384 columns. */
  private static CsvRecordHandler withManyFields() {
    return CsvRecordHandler.builder()
        .maxFields(Integer.MAX_VALUE)
        .maxRecordSize(Integer.MAX_VALUE)
        .build();
  }

  private boolean isLastLine(CsvRecord record) {
    String field = record.getField(record.getFieldCount() - 1);
    if (!field.endsWith(CsvText.LAST_LINE)) {
      return false;
    }
    if (record.getFieldCount() > 1 || field.length() > 1) {
      throw new IllegalArgumentException(
          file
              + ", line "
              + record.getStartingLineNumber()
              + ": every quote must be closed, but one that is opened here never is");
    }
    return true;
  }

  private void begin(CsvRecord first) {
    firstLine = first.getStartingLineNumber();
    columns =
        format.header
            ? first.getFields().stream().map(String::strip).toList()
            : IntStream.range(0, first.getFieldCount()).mapToObj(j -> "x" + j).toList();
    if (columns.stream().distinct().count() < columns.size()) {
      throw new IllegalArgumentException(
          file + ": the header's names must differ, but are " + columns);
    }
    if (format.header && looksLikeData()) {
      throw new IllegalArgumentException(
          file
              + ", line "
              + firstLine
              + " looks like data: "
              + columns.stream().limit(5).collect(joining(", "))
              + (columns.size() > 5 ? ", …" : "")
              + "; withoutHeader() reads it as such");
    }
    target = format.target.in(file, columns);
    for (String name : format.ignored) {
      if (!columns.contains(name)) {
        throw new IllegalArgumentException(
            file + ": ignored column must be one of " + columns + ", but was \"" + name + "\"");
      }
    }
    features =
        IntStream.range(0, columns.size())
            .filter(j -> j != target && !format.ignored.contains(columns.get(j)))
            .toArray();
    if (features.length == 0) {
      throw new IllegalArgumentException(
          file + " must have a column beside the target, but has " + columns + " alone");
    }
  }

  /** Whether the header is of numbers, perhaps but for a label, and has not the target's name. */
  private boolean looksLikeData() {
    boolean targetIsNamed = format.target.name() != null && columns.contains(format.target.name());
    return !targetIsNamed
        && IntStream.range(0, columns.size())
            .filter(j -> !(format.labeled && j == format.target.position()))
            .allMatch(j -> NUMBER.matcher(plain(columns.get(j))).matches());
  }

  private void add(CsvRecord record) {
    long line = record.getStartingLineNumber();
    if (record.getFieldCount() != columns.size()) {
      throw new IllegalArgumentException(
          file
              + ", line "
              + line
              + ": must have "
              + columns.size()
              + " columns, but has "
              + record.getFieldCount()
              + (columns.size() == 1 || record.getFieldCount() == 1
                  ? "; is '" + format.separator + "' the separator?"
                  : ""));
    }
    String label = record.getField(target).strip();
    if (isMissing(label, line, target)) {
      return;
    }
    double[] row = new double[features.length];
    for (int k = 0; k < row.length; k++) {
      String field = record.getField(features[k]).strip();
      if (isMissing(field, line, features[k])) {
        return;
      }
      row[k] = number(field, line, features[k]);
    }
    rows.add(row);
    targets.add(label);
    lines.add(line);
  }

  private boolean isMissing(String field, long line, int column) {
    boolean missing = MISSING.contains(field.toLowerCase(Locale.ROOT));
    if (missing && !format.skipsMissing) {
      throw problem(line, column, "is missing; withoutIncompleteRows() leaves such rows out");
    }
    return missing;
  }

  /** With decimal commas a point may group thousands: 1.500 is then no number. */
  private String plain(String field) {
    return format.decimalComma ? field.replace('.', ' ').replace(',', '.') : field;
  }

  private double number(String field, long line, int column) {
    String plain = plain(field);
    if (!NUMBER.matcher(plain).matches()) {
      throw problem(
          line, column, "must be a number, but is \"" + field + "\"" + remedy(field, line, column));
    }
    double value = Double.parseDouble(plain);
    if (Double.isInfinite(value)) {
      throw problem(line, column, "must be finite, but is \"" + field + "\"");
    }
    return value;
  }

  private String remedy(String field, long line, int column) {
    if (field.indexOf('\n') >= 0 || field.indexOf('\r') >= 0) {
      return "; is a quote not closed?";
    }
    if (format.decimalComma && field.indexOf('.') >= 0) {
      return "; withDecimalComma() takes numbers without a point";
    }
    if (NUMBER.matcher(field.replace(',', '.')).matches()) {
      return "; withDecimalComma() reads decimal commas";
    }
    if (!format.header && line == firstLine) {
      return "; if line " + line + " is a header, read it without withoutHeader()";
    }
    return column == target
        ? "; for class labels, start with CsvReader.classTarget"
        : "; withoutColumn(\"" + columns.get(column) + "\") leaves the column out";
  }

  private IllegalArgumentException problem(long line, int column, String what) {
    return new IllegalArgumentException(
        file + ", line " + line + ", column \"" + columns.get(column) + "\": " + what);
  }

  private Dataset dataset() {
    double[] y = new double[targets.size()];
    List<String> labels =
        format.labels.isEmpty() ? List.copyOf(new TreeSet<>(targets)) : format.labels;
    for (int i = 0; i < y.length; i++) {
      y[i] = format.labeled ? label(i, labels) : number(targets.get(i), lines.get(i), target);
    }
    String[] names = IntStream.of(features).mapToObj(columns::get).toArray(String[]::new);
    Dataset data = Dataset.of(rows.toArray(double[][]::new), y).withFeatureNames(names);
    return format.labeled ? data.withClassNames(labels.toArray(String[]::new)) : data;
  }

  private int label(int row, List<String> labels) {
    String label = targets.get(row);
    if (label.indexOf('\n') >= 0 || label.indexOf('\r') >= 0) {
      throw problem(lines.get(row), target, "has a line break in it; is a quote not closed?");
    }
    int index = labels.indexOf(label);
    if (index < 0) {
      throw problem(
          lines.get(row), target, "must be one of " + labels + ", but is \"" + label + "\"");
    }
    return index;
  }
}
