package io.github.gradusml.internal;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A table to be written as CSV: UTF-8, with commas, a header and decimal points. */
public final class CsvTable {
  private final List<List<String>> lines = new ArrayList<>();

  /**
   * Makes a table without lines.
   *
   * @param header the names of the columns; one that is there already is written with _2, _3 and so
   *     on at its end, because no reader could tell the two apart
   */
  public CsvTable(List<String> header) {
    lines.add(distinct(header.stream().map(CsvTable::encodable).toList()));
  }

  private static List<String> distinct(List<String> names) {
    Set<String> taken = new HashSet<>();
    names.forEach(name -> taken.add(asRead(name)));
    Set<String> written = new HashSet<>();
    List<String> distinct = new ArrayList<>();
    for (String name : names) {
      String other = name;
      if (!written.add(asRead(name))) {
        for (int k = 2; !taken.add(asRead(other)); k++) {
          other = asRead(name) + "_" + k;
        }
      }
      distinct.add(other);
    }
    return distinct;
  }

  /**
   * Returns a column's name as it is read from a header.
   *
   * @param name the name
   * @return the name without blanks around it, and with a line feed for every line break in it
   */
  public static String asRead(String name) {
    return name.replace("\r\n", "\n").replace('\r', '\n').strip();
  }

  /** UTF-8 has no half of a pair of surrogates, and no text has U+FFFF. */
  private static String encodable(String text) {
    int[] characters =
        text.codePoints()
            .map(c -> c == 0xFFFF || Character.getType(c) == Character.SURROGATE ? 0xFFFD : c)
            .toArray();
    return new String(characters, 0, characters.length);
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
    return value instanceof Double number && number.isNaN() ? "" : encodable(value.toString());
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
