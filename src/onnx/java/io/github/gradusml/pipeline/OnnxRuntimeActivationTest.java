package io.github.gradusml.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.onnxruntime.OrtException;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.network.Network;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From the same net input ONNX Runtime makes the same prediction but for some last bits. */
class OnnxRuntimeActivationTest {
  /** Where doubles lose their digits, and where e⁻ᶻ is ∞ and its inverse 0. */
  private static final double NEXT_TO_NOTHING = 1e-300;

  static final Iterable<Activation> ACTIVATIONS = OnnxCases.ACTIVATIONS;

  private static double[][] netInputs() {
    Random random = new Random(1);
    double[][] z = new double[40_000][1];
    for (int i = 0; i < z.length; i++) {
      z[i][0] =
          i % 2 == 0 ? 20 * random.nextGaussian() : Math.scalb(random.nextGaussian(), -i % 1000);
    }
    double[] corners = {0, -0.0, 1, -1, 36.9, -37, -37.1, 700, -700, 709, 710, -709, 1e300, -1e300};
    for (int i = 0; i < corners.length; i++) {
      z[i][0] = corners[i];
    }
    return z;
  }

  @ParameterizedTest
  @FieldSource("ACTIVATIONS")
  void activationsDifferByAFewUnitsInTheLastPlace(Activation activation) throws OrtException {
    double[][] z = netInputs();
    Dataset rows = Dataset.of(z, new double[z.length]);
    Perceptron model = Perceptron.of(new double[] {1}, 0, activation);
    try (OnnxSession session =
        OnnxSession.of(Pipeline.of(Preparation.none().fit(rows), model, rows))) {
      double[] there = (double[]) session.run(z, 1).get("prediction");
      for (int i = 0; i < z.length; i++) {
        double here = activation.value(z[i][0]);
        double tolerance = Math.max(units(activation, z[i][0]) * Math.ulp(here), NEXT_TO_NOTHING);
        assertEquals(here, there[i], tolerance, activation + " of " + z[i][0]);
      }
    }
  }

  /**
   * 7 are those of its tanh, next to ±1. Of GELU, an exponent of −z²/2 that is rounded costs z²/2,
   * and the error function that the library takes from Commons Math is off by 27 at −2.03.
   */
  private static double units(Activation activation, double z) {
    return activation.equals(Activation.gelu()) && z < 0 ? 40 + 4 * z * z : 8;
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 10})
  void softmaxDiffersByAFewUnitsInTheLastPlace(int k) throws OrtException {
    Network network = Network.of(k, Output.softmax(k)).zeros();
    double[] theta = network.parameters();
    for (int u = 0; u < k; u++) {
      theta[u * k + u] = 1;
    }
    Random random = new Random(k);
    double[][] z = new double[10_000][k];
    for (double[] row : z) {
      for (int u = 0; u < k; u++) {
        row[u] = 30 * random.nextGaussian();
      }
    }
    Dataset rows = Dataset.of(z, new double[z.length]);
    Pipeline<Network> pipeline =
        Pipeline.of(Preparation.none().fit(rows), network.withParameters(theta), rows);
    try (OnnxSession session = OnnxSession.of(pipeline)) {
      double[][] there = (double[][]) session.run(z, k).get("probabilities");
      double[] here = pipeline.probabilities(rows);
      for (int i = 0; i < here.length; i++) {
        assertEquals(here[i], there[i / k][i % k], 8 * Math.ulp(here[i]), "probability " + i);
      }
    }
  }
}
