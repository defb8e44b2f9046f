package io.github.gradusml.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Allocated;
import io.github.gradusml.Rejected;
import io.github.gradusml.SparseCopy;
import io.github.gradusml.network.Network;
import io.github.gradusml.rows.Rows;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One sparse row is predicted as the same row written out. */
class SparsePredictionsTest {
  private static final int D = 37;

  static List<Model<?>> models() {
    return List.of(
        Perceptron.random(D, Activation.sigmoid(), 1),
        Perceptron.random(D, Activation.tanh(), 2).withoutBias(),
        Network.of(D, Output.softmax(3)).random(3),
        Network.of(D, Output.of(Activation.sigmoid())).withHidden(5, Activation.relu()).random(4));
  }

  @ParameterizedTest
  @MethodSource("models")
  void aSparseRowHasTheBitsOfTheRowWrittenOut(Model<?> model) {
    Rows rows = SparseCopy.mostlyZeros(40, D, 7).inputs();
    boolean hasProbabilities = !model.output().activation().equals(Activation.tanh());
    for (int i = 0; i < rows.size(); i++) {
      int[] indices = rows.indices(i);
      double[] values = rows.values(i);
      assertArrayEquals(model.netInputs(rows.row(i)), model.netInputs(indices, values));
      assertEquals(model.predict(rows.row(i)), model.predict(indices, values));
      assertEquals(model.classify(rows.row(i)), model.classify(indices, values));
      if (hasProbabilities) {
        assertArrayEquals(model.probabilities(rows.row(i)), model.probabilities(indices, values));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void manySparseRowsHaveTheBitsOfDenseOnes(Model<?> model) {
    Rows rows = SparseCopy.mostlyZeros(70, D, 8).inputs();
    assertArrayEquals(model.netInputs(rows), model.netInputs(SparseCopy.of(rows)));
  }

  @Test
  void aRowWithoutNumbersIsOneOfZeros() {
    Perceptron model = Perceptron.of(new double[] {1, 2}, 0.25, Activation.identity());
    assertEquals(0.25, model.netInput(new int[0], new double[0]));
    assertEquals(0.25, model.predict(new int[] {1}, new double[] {0}));
  }

  static List<Arguments> refused() {
    Perceptron model = Perceptron.zeros(3, Activation.sigmoid());
    return List.of(
        Rejected.with(
            "indices[1] must be one of the columns that there were at training, 0 to 2, but was 3;"
                + " a column that no row had then has no weight: leave it out",
            () -> model.predict(new int[] {0, 3}, new double[] {1, 1})),
        Rejected.with(
            "indices[1] must be greater than the one before, 2, but was 0; sort the columns, or"
                + " give all rows at once to Rows.sparse(rows, columns, row, column, values)",
            () -> model.classify(new int[] {2, 0}, new double[] {1, 1})),
        Rejected.with(
            "indices[0] must be a column from 0 to 2, but was -1",
            () -> model.netInput(new int[] {-1}, new double[] {1})),
        Rejected.with(
            "values[0], of column 1, must be finite, but was NaN",
            () -> model.probabilities(new int[] {1}, new double[] {Double.NaN})),
        Rejected.with(
            "values must be as many as indices, 1, but were 2",
            () -> model.netInputs(new int[] {1}, new double[] {1, 2})));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void aRowThatIsNoneIsRefused(String message, Executable call) {
    assertEquals(message, Rejected.message(call));
  }

  @Test
  void oneNetInputIsAskedOfOneOutput() {
    Model<?> model = Network.of(3, Output.softmax(3)).random(1);
    assertThrows(
        IllegalStateException.class, () -> model.netInput(new int[] {0}, new double[] {1}));
  }

  /** 8 MB are the weights; a hundred times less is no copy of them. */
  @Test
  void aPerceptronOfAMillionColumnsIsNotCopiedToPredictARow() {
    Perceptron model = Perceptron.zeros(1_000_000, Activation.sigmoid());
    int[] indices = {3, 70_000, 999_999};
    double[] values = {1, 2, 3};
    model.predict(indices, values); // classes are loaded
    assertTrue(Allocated.by(() -> model.predict(indices, values)) < 80_000);
  }
}
