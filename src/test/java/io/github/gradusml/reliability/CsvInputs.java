package io.github.gradusml.reliability;

import io.github.gradusml.data.Dataset;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Files that nobody would write, read as CSV: each is a dataset whose cells are those that {@link
 * PlainCsv} reads, or is refused with its line in a message of at most 1,000 characters.
 *
 * <p>{@code CsvInputs SEED COUNT} reads many, and says how many were read and refused.
 */
public final class CsvInputs {
  private static final int LONGEST_MESSAGE = 1000;

  private final CsvFormat format;
  private final byte[] bytes;

  private CsvInputs(OddCsv file) {
    this.format = file.format();
    this.bytes = file.bytes();
  }

  /** Reads some files and fails at the first that is read otherwise than it should be. */
  static int[] check(long seed, int count) throws IOException {
    Path file = Files.createTempFile("gradus", ".csv");
    int[] readAndRefused = new int[2];
    try {
      for (int k = 0; k < count; k++) {
        readAndRefused[new CsvInputs(new OddCsv(seed * 1_000_003 + k)).check(file) ? 0 : 1]++;
      }
    } finally {
      Files.delete(file);
    }
    return readAndRefused;
  }

  /** Returns whether the file can be read. */
  private boolean check(Path file) throws IOException {
    Files.write(file, bytes);
    String problem = "";
    PlainCsv.Reading expected = null;
    try {
      expected = PlainCsv.read(decoded(), format);
      problem = expected.problem();
    } catch (CharacterCodingException e) {
      // No text: refused as such, or for what is wrong with the lines before.
    }
    try {
      Dataset data = format.reader().read(file);
      if (problem != null) {
        throw failure("must be refused: " + problem, null);
      }
      compare(data, expected);
      return true;
    } catch (IllegalArgumentException e) {
      String message = e.getMessage();
      if (problem == null || !message.contains(problem) || message.length() > LONGEST_MESSAGE) {
        throw failure("must be " + (problem == null ? "read" : "refused: " + problem), e);
      }
      return false;
    } catch (RuntimeException | Error e) {
      throw e instanceof AssertionError ? (AssertionError) e : failure("must not fail so", e);
    }
  }

  private void compare(Dataset data, PlainCsv.Reading expected) {
    boolean same =
        data.featureNames().equals(expected.names())
            && data.classNames().equals(expected.classes())
            && data.rows() == expected.rows().size()
            && equal(data.targets(), expected.y());
    for (int i = 0; same && i < data.rows(); i++) {
      same = equal(data.row(i), expected.rows().get(i));
    }
    if (!same) {
      throw failure("must be read as " + expected + ", not " + data, null);
    }
  }

  /** Whether the numbers are the same; 0 and −0 are. */
  private static boolean equal(double[] one, double[] other) {
    return Arrays.equals(
        Arrays.stream(one).map(v -> v + 0.0).toArray(),
        Arrays.stream(other).map(v -> v + 0.0).toArray());
  }

  private AssertionError failure(String what, Throwable cause) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    String shown = text.length() > 2000 ? text.substring(0, 2000) + "…" : text;
    return new AssertionError(
        what + "\n" + format + "\n<<<" + shown.replace("\r", "<CR>") + ">>>", cause);
  }

  private String decoded() throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  /**
   * Reads many files.
   *
   * @param arguments the seed, and how many
   */
  public static void main(String[] arguments) throws IOException {
    long seed = Long.parseLong(arguments[0]);
    int count = Integer.parseInt(arguments[1]);
    int[] readAndRefused = check(seed, count);
    System.out.println(
        count + " files: " + readAndRefused[0] + " read, " + readAndRefused[1] + " refused");
  }
}
