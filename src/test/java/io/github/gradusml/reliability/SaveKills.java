package io.github.gradusml.reliability;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.network.Architecture;
import io.github.gradusml.network.Network;
import io.github.gradusml.pipeline.Pipeline;
import io.github.gradusml.pipeline.Preparation;
import io.github.gradusml.rows.Rows;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Kills processes that save: one after the other saves two pipelines in turn over the same file of
 * some MB and gets a SIGKILL at a random moment, after which the file must be one of the two.
 *
 * <p>{@code SaveKills COUNT} says how often; a kill came between the first byte and the move where
 * a file aside was left behind that is not empty.
 */
public final class SaveKills {
  private static final String CHILD = "child";
  private static final String READY = "ready";
  private static final int LATEST_MILLISECONDS = 400;

  private final Path folder;
  private final Path file;
  private final byte[] first = bytes(pipeline(1));
  private final byte[] second = bytes(pipeline(2));
  private final Random random = new Random(1);
  private int between;
  private int complete;
  private int isFirst;

  private SaveKills(Path folder) {
    this.folder = folder;
    this.file = folder.resolve("model.json");
  }

  private static Pipeline<Network> pipeline(long seed) {
    Architecture wide = Network.of(400, Output.softmax(10)).withHidden(400, Activation.relu());
    Dataset row = Dataset.of(Rows.dense(1, 400, i -> new double[400]), new double[1]);
    return Pipeline.of(Preparation.none().fit(row), wide.random(seed), row);
  }

  private static byte[] bytes(Pipeline<?> pipeline) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    pipeline.write(out);
    return out.toByteArray();
  }

  /** Saves until it is killed. */
  private static void save(Path file) {
    List<Pipeline<Network>> both = List.of(pipeline(1), pipeline(2));
    both.get(0).save(file);
    System.out.println(READY);
    for (int i = 1; true; i++) {
      both.get(i % 2).save(file);
    }
  }

  private void kill() throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                SaveKills.class.getName(),
                CHILD,
                file.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader said =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
      if (!READY.equals(said.readLine())) {
        throw new AssertionError("the child must come as far as to save");
      }
      Thread.sleep(random.nextInt(LATEST_MILLISECONDS));
      child.destroyForcibly().waitFor(); // SIGKILL
    }
    check();
  }

  private void check() throws IOException {
    byte[] there = Files.readAllBytes(file);
    boolean one = Arrays.equals(first, there);
    if (!one && !Arrays.equals(second, there)) {
      throw new AssertionError("the file must be the old or the new one: " + file);
    }
    Pipeline.load(file, Network.class);
    isFirst += one ? 1 : 0;
    try (Stream<Path> parts = Files.list(folder)) {
      for (Path part : parts.filter(path -> path.toString().endsWith(".part")).toList()) {
        long size = Files.size(part);
        between += size > 0 ? 1 : 0;
        complete += size == first.length || size == second.length ? 1 : 0;
        Files.delete(part);
      }
    }
  }

  @Override
  public String toString() {
    return "the file was whole each time, "
        + isFirst
        + " times the first and else the second of the two, of "
        + first.length
        + " and "
        + second.length
        + " bytes; "
        + between
        + " kills came between the first byte and the move, "
        + complete
        + " of these behind the last byte";
  }

  /**
   * Kills.
   *
   * @param arguments how many times
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments[0].equals(CHILD)) {
      save(Path.of(arguments[1]));
    }
    int count = Integer.parseInt(arguments[0]);
    Path folder = Files.createTempDirectory("kills");
    SaveKills kills = new SaveKills(folder);
    for (int k = 0; k < count; k++) {
      kills.kill();
    }
    System.out.println(count + " kills: " + kills);
    Files.delete(kills.file);
    Files.delete(folder);
  }
}
