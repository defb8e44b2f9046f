package io.github.gradusml.data;

import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.CsvTable;
import io.github.gradusml.internal.SafeFile;
import io.github.gradusml.internal.Texts;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads a dataset from a CSV file: one column is the target, the others are features.
 *
 * <pre>{@code
 * Dataset houses = CsvReader.target("price").withoutColumn("id").read(Path.of("houses.csv"));
 * Dataset flowers = CsvReader.classTarget("species").read(Path.of("iris.csv"));
 * }</pre>
 *
 * <p>The file is UTF-8, with or without a byte-order mark, with commas, quotes as in RFC 4180, and
 * a header row; numbers have a decimal point, whatever the computer's language. Empty lines are
 * skipped, and so are blanks around a field. A line break is a line feed, a carriage return or
 * both, and within quotes it is read as a line feed. What does not fit is an error with its line
 * and column, and nothing is guessed. A header of numbers may be data, and is an error too, unless
 * it has the target's name.
 *
 * <p>A number becomes the double that is nearest to it, as by {@link Double#parseDouble}. One that
 * would become infinite is an error, and so is one that would become 0 without being 0, such as
 * {@code 1e-400}: what is divided by it, or of its logarithm, would be wrong without a word.
 *
 * <p>Reading takes twice the memory of the dataset at most.
 *
 * <p>A reader is immutable; its methods return a new one.
 */
public final class CsvReader {
  final Column target;
  final boolean labeled;
  final List<String> labels;
  final boolean header;
  final char separator;
  final boolean decimalComma;
  final boolean skipsMissing;
  final List<String> ignored;

  private CsvReader(
      Column target,
      boolean labeled,
      List<String> labels,
      boolean header,
      char separator,
      boolean decimalComma,
      boolean skipsMissing,
      List<String> ignored) {
    this.target = target;
    this.labeled = labeled;
    this.labels = labels;
    this.header = header;
    this.separator = separator;
    this.decimalComma = decimalComma;
    this.skipsMissing = skipsMissing;
    this.ignored = ignored;
  }

  private static CsvReader of(Column target, boolean labeled) {
    return new CsvReader(target, labeled, List.of(), true, ',', false, false, List.of());
  }

  /**
   * Reads numbers as targets, from a column by name.
   *
   * @param column its name in the header
   * @return the reader
   */
  public static CsvReader target(String column) {
    return of(Column.named(column), false);
  }

  /**
   * Reads numbers as targets, from a column by position.
   *
   * @param column its position, from 0
   * @return the reader
   * @throws IllegalArgumentException if it is negative
   */
  public static CsvReader target(int column) {
    return of(Column.at(column), false);
  }

  /**
   * Reads class labels as targets, from a column by name. Classes are numbered from 0 in the
   * alphabetical order of their labels, unless {@link #withLabels} says otherwise.
   *
   * @param column its name in the header
   * @return the reader
   */
  public static CsvReader classTarget(String column) {
    return of(Column.named(column), true);
  }

  /**
   * Reads class labels as targets, from a column by position; see {@link #classTarget(String)}.
   *
   * @param column its position, from 0
   * @return the reader
   * @throws IllegalArgumentException if it is negative
   */
  public static CsvReader classTarget(int column) {
    return of(Column.at(column), true);
  }

  /**
   * Gives the class labels and their order: the first is class 0. Another label in the file is an
   * error.
   *
   * @param names at least two different labels
   * @return the reader
   * @throws IllegalArgumentException if there are fewer, or the targets are numbers
   */
  public CsvReader withLabels(String... names) {
    List<String> list = Checks.noneNull("names", names).stream().map(CsvTable::asRead).toList();
    if (list.size() < 2 || list.stream().distinct().count() < list.size()) {
      throw new IllegalArgumentException(
          "labels must be at least two different ones, but were " + Texts.some(list));
    }
    if (!labeled) {
      throw new IllegalArgumentException(
          "labels need a target of classes: start with CsvReader.classTarget");
    }
    return new CsvReader(
        target, labeled, list, header, separator, decimalComma, skipsMissing, ignored);
  }

  /**
   * Takes the first line as data; features are then named x0, x1, … by their column.
   *
   * @return the reader
   */
  public CsvReader withoutHeader() {
    return new CsvReader(
        target, labeled, labels, false, separator, decimalComma, skipsMissing, ignored);
  }

  /**
   * Sets the character between columns.
   *
   * @param character for instance {@code ';'} or {@code '\t'}
   * @return the reader
   * @throws IllegalArgumentException if it is a quote, a line break, or part of a number
   */
  public CsvReader withSeparator(char character) {
    if ("\"\r\n.+-".indexOf(character) >= 0 || Character.isLetterOrDigit(character)) {
      throw new IllegalArgumentException(
          "separator must not be a quote, a line break or part of a number, but was '"
              + character
              + "'");
    }
    return new CsvReader(
        target, labeled, labels, header, character, decimalComma, skipsMissing, ignored);
  }

  /**
   * Reads numbers with a decimal comma, such as {@code 3,14}; needs {@linkplain #withSeparator
   * another separator}. A decimal point is then an error, because it may as well group thousands.
   *
   * @return the reader
   */
  public CsvReader withDecimalComma() {
    return new CsvReader(target, labeled, labels, header, separator, true, skipsMissing, ignored);
  }

  /**
   * Skips rows with a missing value instead of reporting an error. A value is missing where the
   * field is blank, {@code ?}, {@code NA}, {@code N/A}, {@code NaN} or {@code null}, in any case.
   *
   * @return the reader
   */
  public CsvReader withoutIncompleteRows() {
    return new CsvReader(target, labeled, labels, header, separator, decimalComma, true, ignored);
  }

  /**
   * Leaves columns out, such as a number that names the row, beside those left out already.
   *
   * @param columns their names: from the header, or x0, x1, … without one
   * @return the reader
   */
  public CsvReader withoutColumn(String... columns) {
    List<String> all = new ArrayList<>(ignored);
    all.addAll(Checks.noneNull("columns", columns));
    return new CsvReader(
        target, labeled, labels, header, separator, decimalComma, skipsMissing, List.copyOf(all));
  }

  /**
   * Reads a file.
   *
   * @param file the file
   * @return its rows
   * @throws IllegalArgumentException if the content does not fit; the message names line and
   *     column; or if a comma would be both separator and decimal comma
   * @throws UncheckedIOException if the file cannot be read
   */
  public Dataset read(Path file) {
    Checks.notNull("file", file);
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return read(reader, file.toString());
    } catch (IOException e) {
      throw unreadable(file, e);
    } catch (UncheckedIOException e) {
      throw unreadable(file, e.getCause());
    }
  }

  static RuntimeException unreadable(Path file, IOException cause) {
    if (cause instanceof CharacterCodingException) {
      return new IllegalArgumentException(
          Names.file(file.toString()) + " must be UTF-8 text, but is not; save it as UTF-8", cause);
    }
    String why =
        cause instanceof NoSuchFileException
            ? " does not exist"
            : " cannot be read: " + SafeFile.reason(file, cause);
    return new UncheckedIOException(
        "file " + Names.file(file.toAbsolutePath().toString()) + why, cause);
  }

  /** Reads from a reader; {@code name} stands for it in messages. */
  Dataset read(Reader reader, String name) throws IOException {
    if (decimalComma && separator == ',') {
      throw new IllegalArgumentException(
          "separator must not be ',' beside a decimal comma; withSeparator(';') sets another");
    }
    return new CsvRows(this, Names.file(Checks.notNull("name", name))).read(reader);
  }

  /** The character before the decimals. */
  char point() {
    return decimalComma ? ',' : '.';
  }

  /** A column, by name or by position. */
  record Column(String name, int position) {
    static Column named(String name) {
      return new Column(Checks.notNull("column", name), -1);
    }

    static Column at(int position) {
      return new Column(null, Checks.atLeast("column", position, 0));
    }

    int in(String file, List<String> names, Map<String, Integer> positions) {
      int index = name == null ? position : positions.getOrDefault(CsvTable.asRead(name), -1);
      if (index < 0 || index >= names.size()) {
        throw new IllegalArgumentException(
            file
                + ": target column must be one of "
                + Names.listed(names)
                + (name == null
                    ? ", at 0 to " + (names.size() - 1) + ", but was " + position
                    : ", but was " + Names.quoted(name) + Names.closest(name, names))
                + (names.size() == 1 ? "; is the separator another?" : ""));
      }
      return index;
    }
  }
}
