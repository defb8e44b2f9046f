package io.github.gradusml.data;

import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.SafeFile;
import io.github.gradusml.internal.Texts;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/**
 * Writes a dataset to a file in the format of SVMlight and LIBSVM, which {@link SvmlightReader}
 * reads: a line a row, of its label and each column that is not 0.
 *
 * <pre>{@code
 * SvmlightWriter.oneBased().write(data, Path.of("data.svm.gz"));
 * }</pre>
 *
 * <p>A number is written with the fewest digits that tell it from its neighbors, the same on every
 * JVM, and comes back to the last bit; −0 is 0, and so is left out.
 *
 * <p>Labels are numbers in this format. Where targets number classes whose names are numbers, such
 * as 1, 2 and 3, the names are written, and {@link SvmlightReader#classTarget()} gives the same
 * data; where the names do not ascend, or a class has no row, with {@link
 * SvmlightReader#withLabels}. Else the targets are written, and {@link SvmlightReader#target()}
 * gives the same; names such as "spam" are to be given again by {@link Dataset#withClassNames}.
 * Names of features and the credit are not written, and how many features there are shows only by
 * those that are not 0; {@link SvmlightReader#withFeatures} says it.
 *
 * <p>A writer is immutable.
 */
public final class SvmlightWriter {
  private static final String PACKED = ".gz";

  /** Below it every whole number is a double. */
  private static final double LARGEST_WHOLE = 0x1p53;

  /** The index of the first column. */
  private final int first;

  private SvmlightWriter(int first) {
    this.first = first;
  }

  /**
   * Writes 1 as the index of the first column, as the format says.
   *
   * @return the writer
   */
  public static SvmlightWriter oneBased() {
    return new SvmlightWriter(1);
  }

  /**
   * Writes 0 as the index of the first column, as some other tools do; to be read by {@link
   * SvmlightReader#zeroBased()}.
   *
   * @return the writer
   */
  public static SvmlightWriter zeroBased() {
    return new SvmlightWriter(0);
  }

  /**
   * Writes a file.
   *
   * @param data what to write; rows of numbers, all of which count the same
   * @param file the file, packed by gzip if its name ends in {@code .gz}; folders that are missing
   *     are made, and a file that is there is replaced once all is written
   * @throws IllegalArgumentException if rows have weights, or are texts
   * @throws java.io.UncheckedIOException if the file cannot be written; one that was there is then
   *     as it was
   */
  public void write(Dataset data, Path file) {
    check(Checks.notNull("data", data));
    boolean isPacked = Checks.notNull("file", file).toString().endsWith(PACKED);
    SafeFile.write(
        file,
        out -> {
          if (isPacked) {
            GZIPOutputStream packed = new GZIPOutputStream(out, 1 << 16);
            write(data, packed);
            packed.finish();
          } else {
            write(data, out);
          }
        });
  }

  private static void check(Dataset data) {
    if (data.isWeighted()) {
      throw new IllegalArgumentException(
          "data must have no row weights, as the format has no place for them;"
              + " write Dataset.of(data.inputs(), data.targets()), and the weights elsewhere");
    }
    if (data.features() == 0) {
      throw new IllegalArgumentException(
          "data must have rows of numbers, but has texts; make columns of their words first");
    }
  }

  private void write(Dataset data, OutputStream out) throws IOException {
    OutputStream buffered = new BufferedOutputStream(out, 1 << 16);
    List<String> labels = labels(data);
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < data.rows(); i++) {
      double y = data.target(i);
      line.setLength(0);
      line.append(labels.isEmpty() ? number(y) : labels.get((int) y));
      int[] indices = data.inputs().indices(i);
      double[] values = data.inputs().values(i);
      for (int k = 0; k < indices.length; k++) {
        line.append(' ').append((long) indices[k] + first).append(':').append(number(values[k]));
      }
      line.append('\n');
      buffered.write(line.toString().getBytes(StandardCharsets.US_ASCII));
    }
    buffered.flush();
  }

  /** The names of the classes where they can be labels; else none. */
  private static List<String> labels(Dataset data) {
    List<String> names = data.classNames();
    boolean areWritten =
        SvmlightLabels.areLabels(names)
            && IntStream.range(0, data.rows())
                .allMatch(i -> ClassTargets.isClassNumber(data.target(i), names.size()));
    return areWritten ? names : List.of();
  }

  /** Whole numbers without a point. */
  private static String number(double value) {
    boolean isWhole = value == (long) value && Math.abs(value) < LARGEST_WHOLE;
    return isWhole ? Long.toString((long) value) : Texts.digits(value);
  }
}
