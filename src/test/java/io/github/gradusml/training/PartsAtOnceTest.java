package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Workers;
import io.github.gradusml.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The sums of the parts of a batch need room, which large models do not have for all of them. */
class PartsAtOnceTest {
  /** Of so many parameters 8 sums are 35 MB; a first layer of one unit makes parts of few rows. */
  private static final Network LARGE =
      Network.of(2, Output.softmax(2))
          .withHidden(1, Activation.tanh())
          .withHidden(730, Activation.tanh())
          .withHidden(730, Activation.tanh())
          .random(1);

  /** 4 parameters a row, rounded down. */
  private static final int ROWS_IN_A_PART = 4;

  private final List<LossGradient> parts = new ArrayList<>();

  @Test
  void aLargeModelHasRoomForEightParts() {
    gradientOfSixtyRows(1);
    assertEquals(8, parts.size());
  }

  @Test
  void andForOneAThread() {
    gradientOfSixtyRows(12);
    assertEquals(12, parts.size());
  }

  @Test
  void andAllFifteenAreAddedUpInOrder() {
    Dataset data = sixtyRows();
    double[] theta = LARGE.parameters();
    double[] expected = new double[theta.length];
    double[] ofPart = new double[theta.length];
    for (int from = 0; from < 60; from += ROWS_IN_A_PART) {
      int to = from + ROWS_IN_A_PART;
      LossGradient.over(LARGE, Loss.crossEntropy(), data)
          .gradient(from, to, to, theta, ofPart, false);
      for (int j = 0; j < expected.length; j++) {
        expected[j] += ofPart[j];
      }
    }
    for (int j = 0; j < expected.length; j++) {
      expected[j] *= 1.0 / 60;
    }
    assertArrayEquals(expected, gradientOfSixtyRows(1)); // to the bit
  }

  private double[] gradientOfSixtyRows(int threads) {
    Dataset data = sixtyRows();
    double[] gradient = new double[LARGE.architecture().parameters()];
    BatchGradient batch =
        new BatchGradient(
            () -> {
              parts.add(LossGradient.over(LARGE, Loss.crossEntropy(), data));
              return parts.get(parts.size() - 1);
            },
            LARGE,
            data,
            Workers.caller(),
            threads);
    batch.gradient(0, 60, LARGE.parameters(), gradient, false);
    return gradient;
  }

  private static Dataset sixtyRows() {
    Random random = new Random(3);
    double[][] x = new double[60][];
    for (int i = 0; i < x.length; i++) {
      x[i] = new double[] {random.nextGaussian(), random.nextGaussian()};
    }
    return Dataset.of(x, IntStream.range(0, 60).mapToDouble(i -> i % 2).toArray());
  }
}
