package io.github.gradusml.plot;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.metric.ConfusionMatrix;
import io.github.gradusml.metric.PrecisionRecallCurve;
import io.github.gradusml.metric.RocCurve;
import io.github.gradusml.network.Network;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Pictures of any classes, weights and rows at all are drawn, or refused in words. */
class RandomClassPicturesTest {
  private static final int CASES = 25;
  private static final int SEED = 11;

  private final Random random = new Random(SEED);

  /** Mostly ordinary numbers, and of some size in all. */
  private double[] numbers(int length, double size) {
    double[] numbers = new double[length];
    Arrays.setAll(
        numbers,
        j -> random.nextInt(15) == 0 ? 0 : size * Math.max(-1, Math.min(1, random.nextGaussian())));
    return numbers;
  }

  private double size() {
    double[] sizes = {1, 1, 1, 1e-300, 1e150, 1e300, Double.MAX_VALUE, 0, Double.MIN_VALUE};
    return sizes[random.nextInt(sizes.length)];
  }

  private Dataset rows(int classes) {
    int n = 1 + random.nextInt(40);
    double size = size();
    double[][] x = new double[n][];
    double[] y = new double[n];
    double[] weights = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = numbers(2, size);
      y[i] = random.nextInt(classes);
      weights[i] = i == 0 || random.nextInt(4) > 0 ? random.nextDouble() : 0;
    }
    Dataset data = Dataset.of(x, y);
    return random.nextBoolean() ? data : data.withWeights(weights);
  }

  private Network network(int classes) {
    Output output =
        switch (random.nextInt(3)) {
          case 0 -> Output.oneVersusRest(classes, Activation.sigmoid());
          case 1 -> classes == 2 ? Output.of(Activation.sigmoid()) : Output.softmax(classes);
          default -> Output.softmax(classes);
        };
    Network start =
        Network.of(2, output)
            .withHidden(1 + random.nextInt(30), Activation.tanh())
            .random(random.nextInt());
    return start.withParameters(numbers(start.parameters().length, size()));
  }

  private Plot plot(int kind, Network model, Dataset data) {
    return switch (kind) {
      case 0 -> Plots.decisionBoundary(model, data);
      case 1 -> Plots.hiddenUnits(model, data);
      case 2 -> Plots.confusionMatrix(ConfusionMatrix.of(model, data));
      case 3 -> Plots.probabilities(model, data);
      case 4 -> Plots.rocCurves(Map.of("a", RocCurve.of(model, data, 0)));
      default -> Plots.precisionRecallCurves(Map.of("a", PrecisionRecallCurve.of(model, data, 0)));
    };
  }

  @Test
  void anyModelAndRowsAreDrawnOrRefusedInWords() {
    int drawn = 0;
    for (int k = 0; k < 6 * CASES; k++) {
      int classes = 2 + random.nextInt(11);
      try {
        Plot plot = plot(k % 6, network(classes), rows(classes));
        String svg = plot.withSize(300 + random.nextInt(200), 200 + random.nextInt(200)).toSvg();
        assertFalse(svg.contains("\"NaN") || svg.contains("Infinity"), "case " + k);
        drawn++;
      } catch (IllegalArgumentException e) {
        assertNotNull(e.getMessage());
        assertTrue(e.getMessage().contains(" must "), "case " + k + ": " + e.getMessage());
      }
    }
    assertTrue(drawn > 3 * CASES, drawn + " pictures");
  }
}
