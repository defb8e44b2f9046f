package io.github.gradusml.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderingTest {
  @Test
  void itIsTheOrderOfAStableSort() {
    Random random = new Random(1);
    for (int n = 0; n < 70; n++) {
      double[] keys = random.ints(n, 0, 1 + n / 2).asDoubleStream().toArray();
      assertArrayEquals(sorted(keys), Ordering.ascending(keys));
    }
  }

  @Test
  void noNumberComesLast() {
    double[] keys = {Double.NaN, 1, Double.POSITIVE_INFINITY, -0.0, Double.NaN, 0.0, -1};
    assertArrayEquals(new int[] {6, 3, 5, 1, 2, 0, 4}, Ordering.ascending(keys));
  }

  private static int[] sorted(double[] keys) {
    Integer[] order = IntStream.range(0, keys.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(i -> keys[i]));
    return Arrays.stream(order).mapToInt(i -> i).toArray();
  }
}
