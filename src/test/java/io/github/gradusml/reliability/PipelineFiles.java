package io.github.gradusml.reliability;

import io.github.gradusml.pipeline.Pipeline;
import io.github.gradusml.pipeline.Sealed;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Files of pipelines that were changed at random, in their bytes and in their fields, some with a
 * checksum that is right again: each is refused by an IllegalArgumentException with a message of at
 * most 1,000 characters, or is a pipeline that is saved and loaded as any.
 *
 * <p>{@code PipelineFiles SEED COUNT} reads many, and says how many were read and refused; give it
 * {@code -Xmx64m} to see that none asks for more.
 */
public final class PipelineFiles {
  private static final int LONGEST_MESSAGE = 1000;
  private static final Path FOLDER = Path.of("src/test/resources/golden");
  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "\"",
          "\\",
          "\\u0000",
          "\\ud800",
          "\n",
          "-",
          "0",
          "1e400",
          "1e-400",
          "-0.0",
          "2147483647",
          "2147483648",
          "9007199254740993",
          "\"NaN\"",
          "\"Infinity\"",
          "null",
          "true",
          "[]",
          "{}",
          "\"\"",
          "é",
          "\u0000",
          "\ufeff",
          "[".repeat(50),
          "{\"a\":".repeat(50),
          "9".repeat(1200),
          "x".repeat(5000));

  private final Random random;

  private PipelineFiles(long seed) {
    this.random = new Random(seed);
  }

  /** Reads some files and fails at the first that is neither read nor refused as it should be. */
  static int[] check(long seed, int count) throws IOException {
    List<byte[]> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(FOLDER)) {
      for (Path file : all.filter(one -> one.toString().endsWith(".json")).sorted().toList()) {
        files.add(Files.readAllBytes(file));
      }
    }
    int[] readAndRefused = new int[2];
    for (int k = 0; k < count; k++) {
      PipelineFiles one = new PipelineFiles(seed * 1_000_003 + k);
      byte[] changed = one.changed(files.get(k % files.size()));
      readAndRefused[isRead(changed) ? 0 : 1]++;
    }
    return readAndRefused;
  }

  /** One change in most cases, a few in others. */
  private byte[] changed(byte[] file) {
    byte[] bytes = file;
    int kind = random.nextInt(4);
    do {
      bytes = kind == 0 ? otherBytes(bytes) : otherText(bytes, kind);
    } while (random.nextInt(4) == 0);
    // Of those without a right checksum there is little to learn: one in ten.
    return random.nextInt(10) == 0 ? bytes : sealed(bytes);
  }

  private static byte[] sealed(byte[] bytes) {
    // As ISO 8859-1, where every byte is a character and comes back.
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return Sealed.anew(text, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
  }

  private byte[] otherBytes(byte[] bytes) {
    byte[] other = bytes.clone();
    int at = random.nextInt(bytes.length);
    switch (random.nextInt(3)) {
      case 0 -> other[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> other[at] = (byte) random.nextInt(256);
      default -> other = Arrays.copyOf(bytes, at + 1);
    }
    return other;
  }

  private byte[] otherText(byte[] bytes, int kind) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    String other =
        switch (kind) {
          case 1 -> otherPiece(text);
          case 2 -> otherLines(text);
          default -> otherValue(text);
        };
    return other.getBytes(StandardCharsets.UTF_8);
  }

  /** Some characters give way to others, or others come between. */
  private String otherPiece(String text) {
    int from = random.nextInt(text.length());
    int to = Math.min(text.length(), from + random.nextInt(4));
    return text.substring(0, from) + one(PIECES) + text.substring(to);
  }

  /** A line comes twice, goes, or changes its place. */
  private String otherLines(String text) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    String line = lines.get(random.nextInt(lines.size()));
    switch (random.nextInt(3)) {
      case 0 -> lines.add(random.nextInt(lines.size()), line);
      case 1 -> lines.remove(line);
      default -> {
        lines.remove(line);
        lines.add(random.nextInt(lines.size()), line);
      }
    }
    return String.join("\n", lines) + "\n";
  }

  /** What stands behind a name gives way to what stands behind another, or to anything. */
  private String otherValue(String text) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    int at = random.nextInt(lines.size());
    String value = random.nextBoolean() ? one(PIECES) : value(one(lines));
    String line = lines.get(at);
    String own = value(line);
    lines.set(at, line.substring(0, line.length() - own.length()) + value);
    return String.join("\n", lines) + "\n";
  }

  private static String value(String line) {
    int colon = line.indexOf("\": ");
    return colon < 0 ? "" : line.substring(colon + 3);
  }

  private String one(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }

  private static boolean isRead(byte[] bytes) {
    try {
      Pipeline<?> pipeline = Pipeline.read(new ByteArrayInputStream(bytes));
      pipeline.predict(new double[pipeline.featureNames().size()]);
      byte[] saved = bytes(pipeline);
      if (!Arrays.equals(saved, bytes(Pipeline.read(new ByteArrayInputStream(saved))))) {
        throw new AssertionError("must be saved again as it is\n" + shown(bytes));
      }
      return true;
    } catch (IllegalArgumentException e) {
      if (e.getMessage() == null || e.getMessage().length() > LONGEST_MESSAGE) {
        throw new AssertionError("must be refused in some words\n" + shown(bytes), e);
      }
      return false;
    } catch (RuntimeException | Error e) {
      throw e instanceof AssertionError a
          ? a
          : new AssertionError("must not fail so\n" + shown(bytes), e);
    }
  }

  private static byte[] bytes(Pipeline<?> pipeline) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    pipeline.write(out);
    return out.toByteArray();
  }

  private static String shown(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /**
   * Reads many files.
   *
   * @param arguments the seed, and how many
   */
  public static void main(String[] arguments) throws IOException {
    int count = Integer.parseInt(arguments[1]);
    int[] readAndRefused = check(Long.parseLong(arguments[0]), count);
    System.out.println(
        count
            + " files: "
            + readAndRefused[0]
            + " read, "
            + readAndRefused[1]
            + " refused, in a heap of at most "
            + (Runtime.getRuntime().maxMemory() >> 20)
            + " MB");
  }
}
