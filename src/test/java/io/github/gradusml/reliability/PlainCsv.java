package io.github.gradusml.reliability;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What a CSV file holds, told in the plainest way: character by character, each field a string of
 * its own, each number by {@link Double#parseDouble}. It shares no code with the library's reader.
 */
public final class PlainCsv {
  private static final char NO_CHARACTER = '\uFFFF';
  private static final Set<String> MISSING = Set.of("", "?", "na", "n/a", "nan", "null");

  private static final Pattern WITH_POINT =
      Pattern.compile("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?");
  private static final Pattern WITH_COMMA =
      Pattern.compile("[-+]?([0-9]+,?[0-9]*|,[0-9]+)([eE][-+]?[0-9]+)?");

  private final CsvFormat format;
  private List<String> names;
  private int target;
  private List<Integer> columns;
  private final List<double[]> rows = new ArrayList<>();
  private final List<String> targets = new ArrayList<>();

  private PlainCsv(CsvFormat format) {
    this.format = format;
  }

  /**
   * What a file holds, or what an error about it must say.
   *
   * @param names the features' names
   * @param classes the classes' names, empty where targets are numbers
   * @param problem null where the file can be read; else a piece of the message, often the line
   */
  public record Reading(
      List<String> names,
      List<double[]> rows,
      List<Double> targets,
      List<String> classes,
      String problem) {
    /** The numbers of a feature. */
    public double[] column(int feature) {
      return rows.stream().mapToDouble(row -> row[feature]).toArray();
    }

    /** The targets. */
    public double[] y() {
      return targets.stream().mapToDouble(Double::doubleValue).toArray();
    }
  }

  /** A line: its number, and its fields without the blanks around them. */
  private record Line(int number, List<String> fields) {}

  /** What is wrong with a file. */
  private static final class Problem extends Exception {
    private static final long serialVersionUID = 1;

    Problem(String piece) {
      super(piece);
    }
  }

  /** Reads a text. */
  public static Reading read(String text, CsvFormat format) {
    PlainCsv csv = new PlainCsv(format);
    try {
      csv.readLines(text);
      if (csv.rows.isEmpty()) {
        throw new Problem("must have at least one row of data");
      }
      return csv.reading();
    } catch (Problem problem) {
      return new Reading(List.of(), List.of(), List.of(), List.of(), problem.getMessage());
    }
  }

  private Reading reading() {
    List<String> classes = List.copyOf(format.labels());
    if (format.labeled() && classes.isEmpty()) {
      classes = List.copyOf(new TreeSet<>(targets));
    }
    List<Double> numbers = new ArrayList<>();
    for (String field : targets) {
      numbers.add(format.labeled() ? classes.indexOf(field) : number(field));
    }
    return new Reading(columns.stream().map(names::get).toList(), rows, numbers, classes, null);
  }

  private void readLines(String text) throws Problem {
    String plain =
        (text.startsWith("\uFEFF") ? text.substring(1) : text)
            .replace("\r\n", "\n")
            .replace('\r', '\n');
    plain += "\n"; // an empty line more changes nothing
    int number = 1;
    int last = 0;
    int i = 0;
    while (i < plain.length()) {
      List<String> fields = new ArrayList<>();
      int end = endOfLine(plain, i, fields, "line " + number + ": every quote must be closed");
      if (end < 0) {
        throw new Problem(last == 0 ? "at its start" : "after line " + last + ":");
      }
      if (end > i + 1) {
        last = number;
        line(new Line(number, fields));
      }
      number += (int) plain.substring(i, end).chars().filter(c -> c == '\n').count();
      i = end;
    }
  }

  /** Collects the fields of a line and returns where the next begins; negative if it is broken. */
  private int endOfLine(String text, int from, List<String> fields, String unclosed)
      throws Problem {
    for (int i = from; ; i++) {
      StringBuilder field = new StringBuilder();
      if (text.charAt(i) == '"') {
        i++;
        while (i < text.length() && (text.charAt(i) != '"' || text.startsWith("\"\"", i))) {
          if (text.charAt(i) == NO_CHARACTER) {
            return -1;
          }
          field.append(text.charAt(i));
          i += text.charAt(i) == '"' ? 2 : 1;
        }
        if (i >= text.length()) {
          throw new Problem(unclosed);
        }
        i++;
        if (!endsField(text.charAt(i))) {
          return -1;
        }
      } else {
        for (; !endsField(text.charAt(i)); i++) {
          if (text.charAt(i) == NO_CHARACTER) {
            return -1;
          }
          field.append(text.charAt(i));
        }
      }
      fields.add(field.toString().strip());
      if (text.charAt(i) == '\n') {
        return i + 1;
      }
    }
  }

  private boolean endsField(char c) {
    return c == '\n' || c == format.separator();
  }

  private void line(Line line) throws Problem {
    if (names == null) {
      begin(line);
      if (format.header()) {
        return;
      }
    }
    if (line.fields.size() != names.size()) {
      throw new Problem("line " + line.number + ": must have " + names.size() + " columns");
    }
    List<Integer> inOrder = new ArrayList<>(List.of(target));
    inOrder.addAll(columns);
    double[] row = new double[columns.size()];
    for (int k = 0; k < inOrder.size(); k++) {
      String field = line.fields.get(inOrder.get(k));
      if (MISSING.contains(field.toLowerCase(Locale.ROOT))) {
        if (format.skipsMissing()) {
          return;
        }
        throw new Problem(at(line, inOrder.get(k)));
      }
      if (k > 0) {
        row[k - 1] = numberOrProblem(line, inOrder.get(k));
      }
    }
    String last = line.fields.get(target);
    boolean open = format.labels().isEmpty();
    if (!format.labeled()) {
      numberOrProblem(line, target);
    } else if (!open && !format.labels().contains(last) || last.contains("\n")) {
      throw new Problem(at(line, target));
    }
    rows.add(row);
    targets.add(last);
  }

  private static String at(Line line, int column) {
    return "line " + line.number + ", column ";
  }

  private void begin(Line first) throws Problem {
    int count = first.fields.size();
    names =
        format.header() ? first.fields : IntStream.range(0, count).mapToObj(j -> "x" + j).toList();
    if (new HashSet<>(names).size() < count) {
      throw new Problem("names must differ");
    }
    target = format.target() == null ? format.position() : names.indexOf(format.target());
    boolean isNamed = format.target() != null && target >= 0;
    boolean isOfNumbers =
        IntStream.range(0, count)
            .filter(j -> !(format.labeled() && j == format.position()))
            .allMatch(j -> isNumber(names.get(j)));
    if (format.header() && isOfNumbers && !isNamed) {
      throw new Problem("line " + first.number + " looks like data");
    }
    if (target < 0 || target >= count) {
      throw new Problem("target column must be one of");
    }
    if (!names.containsAll(format.ignored())) {
      throw new Problem("ignored column must be one of");
    }
    columns =
        IntStream.range(0, count)
            .filter(j -> j != target && !format.ignored().contains(names.get(j)))
            .boxed()
            .toList();
    if (columns.isEmpty()) {
      throw new Problem("must have a column beside the target");
    }
  }

  private double numberOrProblem(Line line, int column) throws Problem {
    String field = line.fields.get(column);
    if (isNumber(field) && Double.isFinite(number(field)) && !underflows(field)) {
      return number(field);
    }
    throw new Problem(at(line, column));
  }

  private boolean isNumber(String field) {
    return (format.decimalComma() ? WITH_COMMA : WITH_POINT).matcher(field).matches();
  }

  private double number(String field) {
    return Double.parseDouble(format.decimalComma() ? field.replace(',', '.') : field);
  }

  /** Whether it is 0 as a double alone: some digit before its exponent is not 0. */
  private boolean underflows(String field) {
    String digits = field.replaceAll("[eE].*", "").replaceAll("[^0-9]", "");
    return number(field) == 0 && digits.chars().anyMatch(digit -> digit != '0');
  }
}
