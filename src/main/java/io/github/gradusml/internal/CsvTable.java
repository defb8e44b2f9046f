package io.github.gradusml.internal;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A table to be written as CSV: UTF-8, with commas, a header and decimal points. */
public final class CsvTable {
  private final List<List<String>> lines = new ArrayList<>();

  /**
   * Makes a table without lines.
   *
   * @param header the names of the columns
   */
  public CsvTable(List<String> header) {
    lines.add(header);
  }

  /**
   * Adds a line; NaN becomes an empty field.
   *
   * @param values one a column
   */
  public void add(List<?> values) {
    lines.add(values.stream().map(CsvTable::text).toList());
  }

  private static String text(Object value) {
    return value instanceof Double number && number.isNaN() ? "" : value.toString();
  }

  /**
   * Writes the table.
   *
   * @param file the file; folders that are missing are made, and a file that is there is replaced
   * @throws java.io.UncheckedIOException if that fails
   */
  public void write(Path file) {
    SafeFile.write(
        file,
        out -> {
          Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
          CsvWriter csv = CsvWriter.builder().build(writer);
          lines.forEach(csv::writeRecord);
          csv.flush();
        });
  }
}
