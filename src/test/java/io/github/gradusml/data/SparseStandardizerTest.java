package io.github.gradusml.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.SparseCopy;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Perceptron;
import org.junit.jupiter.api.Test;

/** Scaling that leaves zeros where they are, against scikit-learn and on dense rows. */
class SparseStandardizerTest {
  private static final Dataset DENSE =
      Dataset.of(
          new double[][] {
            {0, 3, 0, 0, 0.1, 0},
            {-7, 0, 0, 0, 0.3, 0},
            {2.5, 0, 0, 1e-3, 0, 0},
            {0, -1, 0, 0, -0.7, 0}
          },
          new double[4]);

  private static final Dataset SPARSE = SparseCopy.of(DENSE);

  /**
   * scikit-learn 1.2.1, MaxAbsScaler on a csr_matrix, src/test/reference/sparse_scaling.py; it
   * multiplies by 1/scale, which may round once more.
   */
  @Test
  void itIsScikitLearnsMaxAbsScaler() {
    Standardizer scaler = Standardizer.fitMaxAbs(SPARSE);
    assertArrayEquals(new double[] {7, 3, 1, 1e-3, 0.7, 1}, scaler.scales());
    assertArrayEquals(new double[6], scaler.means());
    Dataset scaled = scaler.apply(SPARSE);
    assertTrue(scaled.inputs().isSparse());
    double[][] expected = {
      {0, 1, 0, 0, 0.14285714285714288, 0},
      {-1, 0, 0, 0, 0.42857142857142855, 0},
      {0.3571428571428571, 0, 0, 1, 0, 0},
      {0, -0.3333333333333333, 0, 0, -1, 0}
    };
    for (int i = 0; i < expected.length; i++) {
      assertArrayEquals(expected[i], scaled.row(i), 1e-16);
    }
  }

  @Test
  void denseAndSparseRowsAreScaledAlikeBitForBit() {
    Dataset dense = SparseCopy.mostlyZeros(60, 13, 5);
    Standardizer ofDense = Standardizer.fitMaxAbs(dense);
    Standardizer ofSparse = Standardizer.fitMaxAbs(SparseCopy.of(dense));
    assertEquals(ofDense, ofSparse);
    Dataset scaledDense = ofDense.apply(dense);
    Dataset scaledSparse = ofSparse.apply(SparseCopy.of(dense));
    Dataset backDense = ofDense.inverse(scaledDense);
    Dataset backSparse = ofSparse.inverse(scaledSparse);
    for (int i = 0; i < dense.rows(); i++) {
      assertArrayEquals(positive(scaledDense.row(i)), scaledSparse.row(i));
      assertArrayEquals(positive(backDense.row(i)), backSparse.row(i));
    }
  }

  /** −0.0 is 0.0. */
  private static double[] positive(double[] row) {
    double[] all = row.clone();
    for (int j = 0; j < all.length; j++) {
      all[j] += 0.0;
    }
    return all;
  }

  @Test
  void rowsOfWeightZeroDoNotCount() {
    double[] weights = {1, 0, 2, 1};
    Dataset sparse = SPARSE.withWeights(weights);
    assertEquals(2.5, Standardizer.fitMaxAbs(sparse).scales()[0]);
    assertEquals(
        Standardizer.fitMaxAbs(DENSE.withWeights(weights)), Standardizer.fitMaxAbs(sparse));
  }

  @Test
  void whatSuitsTheRowsIsFitted() {
    assertEquals(Standardizer.fit(DENSE), Standardizer.fitAny(DENSE));
    assertEquals(Standardizer.fitMaxAbs(SPARSE), Standardizer.fitAny(SPARSE));
  }

  @Test
  void centeringSparseRowsIsRefusedWithAWayOut() {
    String message =
        "data must be dense to be shifted to mean 0, since that makes a number of every zero, but"
            + " was sparse; Standardizer.fitMaxAbs, or Preparation.scalingMaxAbs, keeps zeros";
    assertEquals(message, Rejected.message(() -> Standardizer.fit(SPARSE)));
    Standardizer centering = Standardizer.fit(DENSE);
    assertEquals(message, Rejected.message(() -> centering.apply(SPARSE)));
    assertEquals(message, Rejected.message(() -> centering.inverse(SPARSE)));
  }

  @Test
  void aNumberThatIsTooLargeIsNamed() {
    double[] scales = {1, 1, 1, 1, 1e-310, 1};
    Standardizer scaler = Standardizer.of(SPARSE.featureNames(), new double[6], scales);
    String message = Rejected.message(() -> scaler.apply(SPARSE));
    assertEquals("x[0][4], \"x4\", must be finite when standardized, but was 0.1", message);
    assertEquals(message, Rejected.message(() -> scaler.apply(DENSE)));
  }

  @Test
  void aPerceptronGoesBackToOriginalUnits() {
    Standardizer scaler = Standardizer.fitMaxAbs(SPARSE);
    Perceptron scaled = Perceptron.random(6, Activation.identity(), 4);
    Perceptron original = scaler.inOriginalUnits(scaled);
    for (int i = 0; i < SPARSE.rows(); i++) {
      // A weight is divided where a feature was: both round.
      assertEquals(
          scaled.predict(scaler.apply(SPARSE).row(i)), original.predict(SPARSE.row(i)), 1e-15);
    }
    assertFalse(scaler.toString().isEmpty());
  }
}
