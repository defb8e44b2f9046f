package io.github.gradusml.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;

class LateGeneratorTest {
  @Test
  void itIsMadeWhenItIsFirstAskedAndOnlyOnce() {
    List<RandomGenerator> made = new ArrayList<>();
    LateGenerator late =
        new LateGenerator(
            () -> {
              made.add(new Well19937c(7));
              return made.get(0);
            });
    assertEquals(0, made.size());
    late.nextInt();
    late.nextInt();
    assertEquals(1, made.size());
  }

  @Test
  void itGivesTheNumbersOfTheOneThatItMakes() {
    assertArrayEquals(
        numbers(new Well19937c(7)), numbers(new LateGenerator(() -> new Well19937c(7))));
  }

  private static double[] numbers(RandomGenerator random) {
    byte[] bytes = new byte[2];
    random.nextBytes(bytes);
    double[] numbers = {
      bytes[0],
      bytes[1],
      random.nextInt(),
      random.nextInt(10),
      random.nextLong(),
      random.nextBoolean() ? 1 : 0,
      random.nextFloat(),
      random.nextDouble(),
      random.nextGaussian(),
      0,
      0,
      0
    };
    random.setSeed(3);
    numbers[9] = random.nextDouble();
    random.setSeed(4L);
    numbers[10] = random.nextDouble();
    random.setSeed(new int[] {5, 6});
    numbers[11] = random.nextDouble();
    return numbers;
  }
}
