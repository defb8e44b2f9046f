package io.github.gradusml.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import org.junit.jupiter.api.Test;

class ScoresOfNetInputsTest {
  private static final Dataset ROWS =
      Dataset.of(new double[][] {{0}, {1}, {2}}, new double[] {0, 1, 1});

  @Test
  void theyAreScoredAsThoseOfAModel() {
    Perceptron model = Perceptron.of(new double[] {2}, -1, Activation.sigmoid());
    Scores scores = Scores.ofNetInputs(model.output(), new double[] {-1, 1, 3}, ROWS);
    assertEquals(Metric.logLoss().of(model, ROWS), Metric.logLoss().of(scores));
    assertEquals(Metric.accuracy().of(model, ROWS), Metric.accuracy().of(scores));
    assertEquals(model.predict(2), scores.prediction(2));
  }

  @Test
  void theyAreCopied() {
    double[] z = {1, -1, 0};
    Scores scores = Scores.ofNetInputs(Output.of(Activation.sigmoid()), z, ROWS);
    z[0] = 5;
    assertEquals(1, scores.netInput(0, 0));
  }

  @Test
  void theyHaveNoModel() {
    Scores scores = Scores.ofNetInputs(Output.softmax(2), new double[6], ROWS);
    assertTrue(
        assertThrows(IllegalStateException.class, scores::model)
            .getMessage()
            .startsWith("scores must be of one model to look at its weights"));
  }

  /** The softmax of (ln 1, ln 3) and of (ln 1, ln 1), and the sigmoid of ln 3. */
  @Test
  void theProbabilitiesOfARowAreThoseOfItsNetInputs() {
    double ln3 = StrictMath.log(3);
    Scores two = Scores.ofNetInputs(Output.softmax(2), new double[] {0, ln3, 0, 0, 0, 0}, ROWS);
    assertArrayEquals(new double[] {0.25, 0.75}, two.probabilities(0), 1e-15); // one rounding
    assertArrayEquals(new double[] {0.5, 0.5}, two.probabilities(1));
    Output sigmoid = Output.of(Activation.sigmoid());
    Scores one = Scores.ofNetInputs(sigmoid, new double[] {0, ln3, 0}, ROWS);
    assertArrayEquals(new double[] {0.25, 0.75}, one.probabilities(1), 1e-15); // one rounding
    assertEquals(
        "row must be from 0 to 2, but was 3",
        assertThrows(IndexOutOfBoundsException.class, () -> one.probabilities(3)).getMessage());
  }

  @Test
  void anotherNumberOfThemIsRefused() {
    assertEquals(
        "netInputs must be 2 for each of 3 rows, but has length 3",
        Rejected.message(() -> Scores.ofNetInputs(Output.softmax(2), new double[3], ROWS)));
  }

  @Test
  void oneThatIsNoNumberIsRefusedUnlessItsRowDoesNotCount() {
    double[] z = {1, Double.NaN, 2};
    Output output = Output.of(Activation.identity());
    assertTrue(
        Rejected.message(() -> Scores.ofNetInputs(output, z, ROWS))
            .startsWith("net input of row 1 must be a number, but was NaN"));
    Scores scores = Scores.ofNetInputs(output, z, ROWS.withWeights(1, 0, 1));
    assertEquals(1, Metric.meanAbsoluteError().of(scores)); // of |1 − 0| and |2 − 1|
  }
}
