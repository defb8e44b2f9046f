package io.github.gradusml.data;

import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a dataset of sparse rows from a file in the format of SVMlight and LIBSVM, plain or packed
 * by gzip.
 *
 * <pre>{@code
 * Dataset words = SvmlightReader.target().read(Path.of("words.svm"));
 * List<Dataset> news =
 *     SvmlightReader.classTarget().readAll(Path.of("news.svm.gz"), Path.of("news.t.svm.gz"));
 * }</pre>
 *
 * <p>A line is a row: its label, and each column that is not 0 with its number.
 *
 * <pre>{@code
 * label [qid:number] index:value index:value … [# comment]
 * }</pre>
 *
 * <p>Indices ascend within a row. A value of 0 is not kept, but its column counts. Blank lines and
 * those of a comment alone are skipped; {@code qid:}, which says which rows are to be ranked
 * together, is read over. Tokens are separated by blanks or tabs; a line ends with a line feed, a
 * carriage return or both. A number becomes the double that is nearest to it, as in {@link
 * CsvReader}. What does not fit is an error with its line and column, and nothing is loaded.
 *
 * <p>The first column has index 1, as the format says. A file that has an index 0 anywhere counts
 * from 0, and is read so. One that counts from 0 and never uses its column 0 cannot be told from
 * one that counts from 1: say {@link #zeroBased()}, or all columns are one too low. There are as
 * many features as the largest index says, unless {@link #withFeatures} does.
 *
 * <p>The file is never held as text: reading takes twice the memory of the dataset at most. The
 * first two bytes tell whether it is packed.
 *
 * <p>A reader is immutable; its methods return a new one.
 *
 * <p>Source: T. Joachims, Making large-scale SVM learning practical, in Advances in kernel methods,
 * MIT Press 1999; C.-C. Chang and C.-J. Lin, LIBSVM, ACM Transactions on Intelligent Systems and
 * Technology 2(3), 2011, DOI 10.1145/1961189.1961199.
 */
public final class SvmlightReader {
  static final int UNKNOWN = -1;

  final boolean labeled;
  final List<String> labels;

  /** The index of the first column, or {@link #UNKNOWN}. */
  final int first;

  /** How many there must be; 0 where the file says. */
  final int features;

  /** The most bytes of text; 0 for what {@link UnpackedText} allows. */
  private final long textLimit;

  private SvmlightReader(
      boolean labeled, List<String> labels, int first, int features, long textLimit) {
    this.labeled = labeled;
    this.labels = labels;
    this.first = first;
    this.features = features;
    this.textLimit = textLimit;
  }

  /**
   * Reads labels as numbers: values to be predicted, or −1 and 1.
   *
   * @return the reader
   */
  public static SvmlightReader target() {
    return new SvmlightReader(false, List.of(), UNKNOWN, 0, 0);
  }

  /**
   * Reads labels as classes, which have their labels for names. Labels are numbers, and classes are
   * numbered from 0 in ascending order of these, unless {@link #withLabels} says otherwise; labels
   * that are the same number, such as {@code 1} and {@code +1}, are one class.
   *
   * @return the reader
   */
  public static SvmlightReader classTarget() {
    return new SvmlightReader(true, List.of(), UNKNOWN, 0, 0);
  }

  /**
   * Gives the class labels and their order: the first is class 0. Another label in the file is an
   * error.
   *
   * @param names at least two labels, which are different numbers
   * @return the reader
   * @throws IllegalArgumentException if there are fewer, one is no number, or targets are not
   *     classes
   */
  public SvmlightReader withLabels(String... names) {
    List<String> list = Checks.noneNull("names", names);
    if (list.size() < 2 || !SvmlightLabels.areLabels(list)) {
      throw new IllegalArgumentException(
          "labels must be at least two different numbers, but were " + Texts.some(list));
    }
    if (!labeled) {
      throw new IllegalArgumentException(
          "labels need a target of classes: start with SvmlightReader.classTarget");
    }
    return new SvmlightReader(true, list, first, features, textLimit);
  }

  /**
   * Reads files whose first column has index 1; an index 0 is then an error.
   *
   * @return the reader
   */
  public SvmlightReader oneBased() {
    return new SvmlightReader(labeled, labels, 1, features, textLimit);
  }

  /**
   * Reads files whose first column has index 0.
   *
   * @return the reader
   */
  public SvmlightReader zeroBased() {
    return new SvmlightReader(labeled, labels, 0, features, textLimit);
  }

  /**
   * Sets how many features the rows have, for instance as many as those that a model was trained
   * on. An index that is larger is then an error.
   *
   * @param d how many; from 1 to 2³¹ − 10
   * @return the reader
   * @throws IllegalArgumentException if {@code d} is outside
   */
  public SvmlightReader withFeatures(int d) {
    int checked = Checks.from("features", d, 1, SvmlightRows.LARGEST_INDEX);
    return new SvmlightReader(labeled, labels, first, checked, textLimit);
  }

  /**
   * Sets how long the text of a file may be, packed or not. Without it a packed file may have 100
   * bytes of text for each of its own, and 64 MiB in any case: a small file that unpacks to
   * gigabytes is more often an attack on the memory than data.
   *
   * @param bytes at least 1
   * @return the reader
   * @throws IllegalArgumentException if {@code bytes < 1}
   */
  public SvmlightReader withTextLimit(long bytes) {
    if (bytes < 1) {
      throw new IllegalArgumentException("bytes must be at least 1, but was " + bytes);
    }
    return new SvmlightReader(labeled, labels, first, features, bytes);
  }

  /**
   * Reads a file.
   *
   * @param file the file
   * @return its rows; features have the names x0, x1, …
   * @throws IllegalArgumentException if the content does not fit; the message names line and column
   * @throws UncheckedIOException if the file cannot be read
   */
  public Dataset read(Path file) {
    return readAll(file).get(0);
  }

  /**
   * Reads a file to train on, and others like it to test on: with the number of features, the index
   * of the first column and the classes of the first file.
   *
   * @param train the first file
   * @param others more files; what the first does not have, be it a column or a class, is an error
   * @return the rows of each file
   * @throws IllegalArgumentException if the content does not fit; the message names line and column
   * @throws UncheckedIOException if a file cannot be read
   */
  public List<Dataset> readAll(Path train, Path... others) {
    Checks.notNull("train", train);
    List<Path> rest = Checks.noneNull("others", others);
    List<Dataset> all = new ArrayList<>();
    SvmlightReader alike = read(train, all);
    for (Path file : rest) {
      alike.read(file, all);
    }
    return List.copyOf(all);
  }

  /** Reads one more file, and returns what reads others alike. */
  private SvmlightReader read(Path file, List<Dataset> into) {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, file.toString(), into);
    } catch (IOException e) {
      throw CsvReader.unreadable(file, e);
    }
  }

  /** Reads from a stream; {@code name} stands for it in messages. */
  SvmlightReader read(InputStream in, String name, List<Dataset> into) throws IOException {
    try (UnpackedText text = new UnpackedText(in, textLimit)) {
      SvmlightRows rows = new SvmlightRows(this, new SvmlightText(Names.file(name), text));
      Dataset data = rows.read();
      into.add(data);
      return new SvmlightReader(
          labeled, data.classNames(), rows.first(), data.features(), textLimit);
    }
  }
}
