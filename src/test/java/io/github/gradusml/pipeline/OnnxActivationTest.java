package io.github.gradusml.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What activations are made of gives their values, but for the last bits of a few roundings. */
class OnnxActivationTest {
  /** Where doubles lose their digits, and where e⁻ᶻ is ∞ and its inverse 0. */
  private static final double NEXT_TO_NOTHING = 1e-300;

  static final List<Activation> ACTIVATIONS = OnnxCases.ACTIVATIONS;

  /** Of all sizes, of both signs, and where something overflows or vanishes. */
  private static double[][] netInputs() {
    double[] corners = {
      0, -0.0, 1, -1, -36.9, -37.1, 700, -700, 709.8, -709.8, -750, 1e300, -1e300
    };
    Random random = new Random(1);
    double[][] z = new double[4000][1];
    for (int i = 0; i < z.length; i++) {
      z[i][0] =
          i < corners.length
              ? corners[i]
              : i % 2 == 0
                  ? 10 * random.nextGaussian()
                  : Math.scalb(random.nextGaussian(), -i % 60);
    }
    return z;
  }

  @ParameterizedTest
  @FieldSource("ACTIVATIONS")
  void theyAreMadeOfOperatorsThatHaveDoubles(Activation activation) {
    double[][] z = netInputs();
    Dataset rows = Dataset.of(z, new double[z.length]);
    Perceptron model = Perceptron.of(new double[] {1}, 0, activation);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Pipeline.of(Preparation.none().fit(rows), model, rows).writeOnnx(bytes);
    double[] there = new ReadOnnx(bytes.toByteArray()).run(z).get("prediction").values();
    for (int i = 0; i < z.length; i++) {
      double here = activation.value(z[i][0]);
      double tolerance = Math.max(units(activation, z[i][0]) * Math.ulp(here), NEXT_TO_NOTHING);
      assertEquals(here, there[i], tolerance, activation + " of " + z[i][0]);
    }
  }

  /**
   * Half a unit for each operation, one for each function. Of GELU, an exponent of −z²/2 that is
   * rounded costs z²/2, and the error function that the library takes from Commons Math is off by
   * 27 at −2.03.
   */
  private static double units(Activation activation, double z) {
    return activation.equals(Activation.gelu()) && z < 0 ? 40 + 4 * z * z : 8;
  }
}
