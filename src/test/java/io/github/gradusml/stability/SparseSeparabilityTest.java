package io.github.gradusml.stability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Allocated;
import io.github.gradusml.SparseCopy;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.rows.Rows;
import io.github.gradusml.rows.SparseRowsBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a line separates sparse rows, and how large their features are. */
class SparseSeparabilityTest {
  private static final int MILLION = 1_000_000;

  @ParameterizedTest
  @ValueSource(ints = {12, 60})
  void ofShortRowsTheAnswerIsThatOfDenseOnes(int columns) {
    Dataset dense = SparseCopy.mostlyZeros(40, columns, 9);
    Dataset sparse = SparseCopy.of(dense);
    assertEquals(Separability.of(dense).explanation(), Separability.of(sparse).explanation());
    assertEquals(
        Separability.throughOrigin(dense).explanation(),
        Separability.throughOrigin(sparse).explanation());
    assertEquals(Separability.of(dense).separator(), Separability.of(sparse).separator());
  }

  @Test
  void ofLongRowsALineIsFoundByThePerceptronRule() {
    Dataset data = SparseCopy.wide(60, MILLION, 1);
    Separability proof = Separability.of(data);
    assertEquals(Separability.Verdict.SEPARABLE, proof.verdict());
    assertFalse(proof.isLargestMargin());
    assertTrue(proof.margin() > 0);
    Perceptron line = proof.separator().orElseThrow();
    for (int i = 0; i < data.rows(); i++) {
      int[] indices = data.inputs().indices(i);
      assertEquals(data.target(i), line.predict(indices, data.inputs().values(i)));
    }
  }

  @Test
  void aLineThroughTheOriginHasNoBias() {
    Separability proof = Separability.throughOrigin(SparseCopy.wide(60, MILLION, 1));
    assertFalse(proof.separator().orElseThrow().hasBias());
  }

  @Test
  void whatThePerceptronRuleDoesNotSeparateIsNotDecided() {
    SparseRowsBuilder rows = Rows.sparse(MILLION);
    for (int i = 0; i < 4; i++) {
      rows.add(new int[] {17}, new double[] {i});
    }
    Dataset data = Dataset.of(rows.build(), new double[] {0, 1, 0, 1});
    assertEquals(Separability.Verdict.UNDECIDED, Separability.of(data).verdict());
  }

  @Test
  void scalesOfSparseRowsAreThoseOfDenseOnes() {
    Dataset dense = SparseCopy.mostlyZeros(50, 20, 2);
    FeatureScales ofDense = FeatureScales.of(dense);
    FeatureScales ofSparse = FeatureScales.of(SparseCopy.of(dense));
    assertEquals(ofDense.meanSquaredRow(), ofSparse.meanSquaredRow());
    assertEquals(ofDense.sizeOfWeights(), ofSparse.sizeOfWeights());
  }

  /** The median feature of all is 1 in one row of fifty, and so 0.14 on average. */
  @Test
  void aRareFeatureIsAsLargeAsItIsWhereItIsNotZero() {
    SparseRowsBuilder rows = Rows.sparse(51);
    for (int i = 0; i < 50; i++) {
      rows.add(new int[] {0, 1 + i}, new double[] {1.5, 1});
    }
    Dataset sparse = Dataset.of(rows.build(), new double[50]);
    assertTrue(FeatureScales.of(sparse).dominant().isEmpty());
    Dataset dense =
        sparse.withInputs(Rows.dense(50, 51, sparse.inputs()::row), sparse.featureNames());
    assertEquals("x0", FeatureScales.of(dense).dominant().orElseThrow().name());
  }

  @Test
  void scalesTakeMemoryByColumnsAndNotByRows() {
    Dataset data = SparseCopy.wide(500, MILLION, 1);
    FeatureScales.of(data);
    assertTrue(Allocated.by(() -> FeatureScales.of(data).meanSquaredRow()) < 3 * 8 * MILLION);
  }
}
