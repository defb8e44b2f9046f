package io.github.gradusml.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Output;
import io.github.gradusml.rows.Rows;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers between two layers, for one row and for many. */
class HiddenOutputsTest {
  private static final Architecture DEEP =
      Network.of(5, Output.softmax(3))
          .withHidden(20, Activation.relu())
          .withHidden(1, Activation.tanh())
          .withHidden(4, Activation.silu());

  private static final Network NETWORK =
      DEEP.withParameters(new Random(3).doubles(DEEP.parameters(), -1, 1).toArray());

  private static Rows rows(int n) {
    Random random = new Random(n);
    return Rows.dense(n, 5, i -> random.doubles(5, -2, 2).toArray());
  }

  @Test
  void theyAreThoseOfTheDefinition() {
    Literal literal = new Literal(DEEP, NETWORK.parameters());
    for (int layer = 1; layer <= 3; layer++) {
      double[] x = rows(1).row(0);
      // Sums of 20 numbers below 10, in another order.
      assertArrayEquals(literal.outputs(layer, x), NETWORK.hiddenOutputs(layer, x), 1e-14);
    }
  }

  /** 64 rows go through the layers at a time. */
  @ParameterizedTest
  @ValueSource(ints = {1, 7, 63, 64, 65, 200})
  void manyRowsHaveTheBitsOfEachAlone(int n) {
    Rows rows = rows(n);
    for (int layer = 1; layer <= 3; layer++) {
      int k = DEEP.units(layer);
      double[] all = NETWORK.hiddenOutputs(layer, rows);
      assertEquals(n * k, all.length);
      for (int i = 0; i < n; i++) {
        double[] one = NETWORK.hiddenOutputs(layer, rows.row(i));
        assertArrayEquals(one, Arrays.copyOfRange(all, i * k, i * k + k), "row " + i);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 63, 64, 65, 200})
  void soHaveTheNetInputsOfTheOutput(int n) {
    Rows rows = rows(n);
    double[] all = NETWORK.netInputs(rows);
    for (int i = 0; i < n; i++) {
      double[] one = NETWORK.netInputs(rows.row(i));
      assertArrayEquals(one, Arrays.copyOfRange(all, 3 * i, 3 * i + 3), "row " + i);
    }
  }

  /** What a layer makes is what the perceptrons of the next one see. */
  @Test
  void aLayerIsAPerceptronForEachUnitOverTheOutputsBelow() {
    double[] x = rows(1).row(0);
    double[] below = x;
    for (int layer = 1; layer <= 3; layer++) {
      double[] outputs = NETWORK.hiddenOutputs(layer, x);
      for (int u = 0; u < outputs.length; u++) {
        // Up to 20 numbers, in another order.
        assertEquals(NETWORK.perceptron(layer, u).predict(below), outputs[u], 1e-14);
      }
      below = outputs;
    }
  }
}
