package io.github.gradusml.benchmarks;

import io.github.gradusml.data.SvmlightReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Reads an svmlight file of some megabytes of text, plain and packed, and beside it what is the
 * least that any reader does: fetch the bytes.
 *
 * <p>Rows have 90 numbers of 6 to 17 digits in 47,236 columns. The file is in the cache of the
 * operating system.
 */
public final class SvmlightReading {
  private static final int COLUMNS = 47_236;
  private static final int NUMBERS_A_ROW = 90;

  private SvmlightReading() {}

  /** What is measured. */
  @FunctionalInterface
  private interface Work {
    void run() throws IOException;
  }

  /**
   * Measures, and prints megabytes of text a second: the median of the rounds.
   *
   * @param args how many rounds, and how many megabytes of text; 5 and 200 where nothing is said
   * @throws IOException if a file cannot be written or read
   */
  public static void main(String[] args) throws IOException {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
    long size = (args.length > 1 ? Long.parseLong(args[1]) : 200) * 1_000_000;
    Path plain = Files.createTempFile("numbers", ".svm");
    Path packed = Files.createTempFile("numbers", ".svm.gz");
    try {
      write(plain, size);
      try (InputStream in = Files.newInputStream(plain);
          OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed), 1 << 16)) {
        in.transferTo(out);
      }
      SvmlightReader reader = SvmlightReader.target();
      report("bytes of the plain file", rounds, plain, () -> fetch(Files.newInputStream(plain)));
      report("SvmlightReader, plain", rounds, plain, () -> reader.read(plain));
      report(
          "bytes of the packed file, unpacked",
          rounds,
          plain,
          () -> fetch(new GZIPInputStream(Files.newInputStream(packed), 1 << 16)));
      report("SvmlightReader, packed", rounds, plain, () -> reader.read(packed));
    } finally {
      Files.delete(plain);
      Files.delete(packed);
    }
  }

  private static void write(Path file, long size) throws IOException {
    Random random = new Random(42);
    StringBuilder line = new StringBuilder();
    try (BufferedWriter out =
        new BufferedWriter(
            new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.US_ASCII))) {
      for (long written = 0; written < size; written += line.length()) {
        line.setLength(0);
        line.append(random.nextBoolean() ? "1" : "-1");
        for (int index : random.ints(NUMBERS_A_ROW, 1, COLUMNS + 1).sorted().distinct().toArray()) {
          line.append(' ').append(index).append(":0.");
          for (int digits = 6 + random.nextInt(12); digits > 0; digits--) {
            line.append((char) ('0' + random.nextInt(10)));
          }
        }
        out.append(line.append('\n'));
      }
    }
  }

  private static void fetch(InputStream in) throws IOException {
    byte[] buffer = new byte[1 << 16];
    try (in) {
      while (in.read(buffer) >= 0) {
        // Nothing is done with them.
      }
    }
  }

  private static void report(String what, int rounds, Path text, Work work) throws IOException {
    double[] rates = new double[rounds];
    work.run(); // compiled, and the file in the cache
    for (int round = 0; round < rounds; round++) {
      long start = System.nanoTime();
      work.run();
      rates[round] = Files.size(text) / 1e6 / ((System.nanoTime() - start) / 1e9);
    }
    Arrays.sort(rates);
    System.out.printf(Locale.ROOT, "%s: %.0f MB/s%n", what, rates[rounds / 2]);
  }
}
