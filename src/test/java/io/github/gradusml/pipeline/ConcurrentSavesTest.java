package io.github.gradusml.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.FittedPreparation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of those who save to one file at once, one wins, and who reads meanwhile reads a whole file. */
class ConcurrentSavesTest {
  private static final int SAVERS = 4;

  @TempDir Path folder;

  /** All weights are the same number: a file of two has two numbers. */
  private static Pipeline<Perceptron> of(double number) {
    double[] w = new double[2000];
    Arrays.fill(w, number);
    Dataset row = Dataset.of(new double[1][w.length], new double[1]);
    Perceptron model = Perceptron.of(w, number, Activation.identity());
    return Pipeline.of(FittedPreparation.of(List.of()), model, row);
  }

  @Test
  void oneWinsWhole() throws Exception {
    Path file = folder.resolve("model.json");
    of(0).save(file);
    CyclicBarrier start = new CyclicBarrier(SAVERS + 1);
    ExecutorService pool = Executors.newFixedThreadPool(SAVERS);
    List<Future<?>> all = new ArrayList<>();
    for (int saver = 0; saver < SAVERS; saver++) {
      Pipeline<Perceptron> own = of(saver);
      all.add(
          pool.submit(
              () -> {
                start.await();
                for (int i = 0; i < 10; i++) {
                  own.save(file);
                }
                return null;
              }));
    }
    start.await();
    do {
      assertWhole(file);
    } while (!all.stream().allMatch(Future::isDone));
    for (Future<?> one : all) {
      one.get(); // none failed
    }
    pool.shutdown();
    assertWhole(file);
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  private static void assertWhole(Path file) throws IOException {
    Perceptron model = Pipeline.load(file, Perceptron.class).model();
    assertTrue(Set.of(0.0, 1.0, 2.0, 3.0).contains(model.bias()));
    assertEquals(of(model.bias()).model(), model);
  }
}
