package io.github.gradusml.tuning;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.github.gradusml.internal.SafeFile;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A table to be written as CSV: UTF-8, with commas, a header and decimal points. */
final class CsvTable {
  private final List<List<String>> lines = new ArrayList<>();

  CsvTable(List<String> header) {
    lines.add(header);
  }

  /** Adds a line; NaN becomes an empty field. */
  void add(List<?> values) {
    lines.add(values.stream().map(CsvTable::text).toList());
  }

  private static String text(Object value) {
    return value instanceof Double number && number.isNaN() ? "" : value.toString();
  }

  void write(Path file) {
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
