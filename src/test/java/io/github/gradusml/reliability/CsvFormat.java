package io.github.gradusml.reliability;

import io.github.gradusml.data.CsvReader;
import java.util.List;

/**
 * The settings of a {@link CsvReader}, in the open, so that another parser can follow them.
 *
 * @param target name of the target's column; null where it is by position
 * @param position its position where it has no name
 * @param labeled whether it holds class labels
 * @param labels the labels there may be; empty where all are welcome
 */
public record CsvFormat(
    String target,
    int position,
    boolean labeled,
    List<String> labels,
    boolean header,
    char separator,
    boolean decimalComma,
    boolean skipsMissing,
    List<String> ignored) {

  /** Numbers with a comma between them under a header. */
  public static CsvFormat of(String target) {
    return new CsvFormat(target, -1, false, List.of(), true, ',', false, false, List.of());
  }

  /** Leaves rows out that miss a value, and some columns. */
  public CsvFormat skipping(String... columns) {
    return new CsvFormat(
        target, position, labeled, labels, header, separator, decimalComma, true, List.of(columns));
  }

  /** The reader that is set so. */
  public CsvReader reader() {
    CsvReader reader =
        target == null
            ? (labeled ? CsvReader.classTarget(position) : CsvReader.target(position))
            : (labeled ? CsvReader.classTarget(target) : CsvReader.target(target));
    reader = labels.isEmpty() ? reader : reader.withLabels(labels.toArray(String[]::new));
    reader = header ? reader : reader.withoutHeader();
    reader = decimalComma ? reader.withDecimalComma() : reader;
    reader = skipsMissing ? reader.withoutIncompleteRows() : reader;
    return reader.withSeparator(separator).withoutColumn(ignored.toArray(String[]::new));
  }
}
