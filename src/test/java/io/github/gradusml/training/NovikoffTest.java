package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.update.UpdateStrategy;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On rows that can be separated, Rosenblatt's rule makes a bounded number of mistakes. */
class NovikoffTest {
  private static final int FEATURES = 4;

  /** Rows that a known unit vector (weights, then bias) separates, and how well it does. */
  private record Separable(Dataset data, double radius, double margin) {
    /** (R/γ)², with the bias taken for the weight of an input that is always 1. */
    double mostMistakes() {
      return radius * radius / (margin * margin);
    }

    static Separable random(long seed) {
      Random random = new Random(seed);
      double[] u = random.doubles(FEATURES + 1, -1, 1).toArray();
      double length = Math.sqrt(Arrays.stream(u).map(v -> v * v).sum());
      double[][] x = new double[120][FEATURES];
      double[] y = new double[x.length];
      double radius = 0;
      double margin = Double.POSITIVE_INFINITY;
      for (int i = 0; i < x.length; i++) {
        double z;
        do {
          double square = 1;
          z = u[FEATURES];
          for (int j = 0; j < FEATURES; j++) {
            x[i][j] = random.nextGaussian();
            z += u[j] * x[i][j];
            square += x[i][j] * x[i][j];
          }
          radius = Math.max(radius, Math.sqrt(square));
        } while (Math.abs(z) / length < 0.1);
        y[i] = Math.signum(z);
        margin = Math.min(margin, Math.abs(z) / length);
      }
      return new Separable(Dataset.of(x, y), radius, margin);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theMistakesAreAtMostTheSquareOfRadiusOverMargin(long seed) {
    Separable rows = Separable.random(seed);
    for (double eta : new double[] {1e-6, 0.3, 1, 1e6}) {
      TrainingResult<Perceptron> result = train(rows, eta, 60);
      long mistakes =
          result.history().updates().stream().filter(update -> update.gradientNorm() > 0).count();
      assertTrue(
          mistakes <= rows.mostMistakes(), mistakes + " mistakes, at most " + rows.mostMistakes());
      assertEquals(1, Metric.accuracy().of(result.model(), rows.data), "after that, none is left");
    }
  }

  /** Powers of two, because multiplying by them does not round. */
  @Test
  void fromAZeroStartTheRateScalesTheWeightsAndDoesNothingElse() {
    Separable rows = Separable.random(9);
    double[] one = train(rows, 1, 3).model().parameters();
    double[] other = train(rows, 1024, 3).model().parameters();
    assertArrayEquals(Arrays.stream(one).map(w -> 1024 * w).toArray(), other);
  }

  private static TrainingResult<Perceptron> train(Separable rows, double eta, int epochs) {
    return Trainer.minimizing(Loss.perceptron())
        .withUpdates(UpdateStrategy.stochastic())
        .withLearningRate(LearningRate.constant(eta))
        .withEpochs(epochs)
        .withHistory(HistoryDetail.UPDATE)
        .fit(Perceptron.zeros(FEATURES, Activation.sign()), rows.data);
  }
}
