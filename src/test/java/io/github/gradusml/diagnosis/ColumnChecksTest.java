package io.github.gradusml.diagnosis;

import static io.github.gradusml.diagnosis.RowsVerdicts.normal;
import static io.github.gradusml.diagnosis.RowsVerdicts.of;
import static io.github.gradusml.diagnosis.RowsVerdicts.text;
import static io.github.gradusml.diagnosis.RowsVerdicts.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.Verdict;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns that differ in size, never change, or repeat others. */
class ColumnChecksTest {
  private static final String UNSCALED = "UNSCALED_COLUMNS";
  private static final String CONSTANT = "CONSTANT_COLUMN";
  private static final String DUPLICATE = "DUPLICATE_COLUMNS";
  private static final String COLLINEAR = "COLLINEAR_COLUMNS";
  private static final List<String> ALL = List.of(UNSCALED, CONSTANT, DUPLICATE, COLLINEAR);

  private static final double[][] X = normal(100, 3, 1);

  /** x2 is the sum of the others, and a hundredth of something else. */
  private static final double[][] SUM =
      with(X, 2, i -> X[i][0] + X[i][1] + 0.01 * normal(100, 1, 2)[i][0]);

  private static Verdict underPenalty(double[][] x, Trainer trainer) {
    Perceptron start = Perceptron.zeros(x[0].length, Activation.identity());
    Dataset data = Dataset.of(x, RowsVerdicts.numbers(x.length));
    return Patient.of(trainer, start, data).diagnose().verdict(COLLINEAR);
  }

  @Test
  void standardizedIndependentColumnsAreClear() {
    for (String code : ALL) {
      assertEquals("clear", of(code, X).toString(), code);
    }
  }

  @Test
  void aColumnInAnotherUnitIsNamedWithItsScaleAndTheRatio() {
    String text = text(of(UNSCALED, with(X, 1, i -> 0.002 * X[i][1])), UNSCALED);
    assertEquals(
        "the column \"x0\" is of size 1.14, and the column \"x1\" varies by 0.00244 only, 466 times"
            + " less: at a rate small enough for the first, the second needs some 2.17e+05 updates."
            + " Standardize the columns: train on Standardizer.fit(train).apply(train), and apply"
            + " the same standardizer to all other rows.",
        text);
  }

  @Test
  void aColumnThatIsNextToNothingNeedsNoNumberOfUpdates() {
    String text = text(of(UNSCALED, with(X, 1, i -> 1e-160 * X[i][1])), UNSCALED);
    assertTrue(text.contains("small enough for the first, the second never arrives."), text);
  }

  @Test
  void aColumnFarFromZeroIsUnscaledByItself() {
    String text = text(of(UNSCALED, with(X, 2, i -> 2000 + X[i][2])), UNSCALED);
    assertTrue(text.startsWith("the column \"x2\" is of size 2.00e+03 and varies by 1.13 only"));
  }

  @Test
  void columnsThatAreAllLargeAreComparedWithTheBias() {
    double[][] large = Arrays.stream(X).map(ColumnChecksTest::hundredfold).toArray(double[][]::new);
    assertTrue(text(of(UNSCALED, large), UNSCALED).contains("the bias's input is 1.00 only"));
    Perceptron withoutBias = Perceptron.zeros(3, Activation.identity()).withoutBias();
    Dataset data = Dataset.of(large, RowsVerdicts.numbers(100));
    Patient patient = Patient.of(RowsVerdicts.SHORT, withoutBias, data);
    assertEquals("clear", patient.diagnose().verdict(UNSCALED).toString());
  }

  private static double[] hundredfold(double[] row) {
    return Arrays.stream(row).map(x -> 100 * x).toArray();
  }

  /** Its deviation is 0.1, and it is as large as a column should be. */
  @Test
  void anIndicatorThatIsRarelyOneIsFine() {
    assertEquals("clear", of(UNSCALED, with(X, 1, i -> i == 7 ? 1 : 0)).toString());
  }

  @Test
  void aColumnThatNeverChangesIsNamedWithItsValue() {
    assertEquals(
        "the column \"x1\" is 5.00 in every row that was looked at: it tells no row from another,"
            + " and all that its weight does is to move the bias. Train on"
            + " FeatureSelection.without(train, \"x1\").apply(train), from a start of 2 features.",
        text(of(CONSTANT, with(X, 1, i -> 5)), CONSTANT));
  }

  @Test
  void aColumnIsConstantAlsoWhereItDiffersByRounding() {
    assertTrue(of(CONSTANT, with(X, 1, i -> i % 2 == 0 ? 0.3 : 0.1 + 0.2)).isFound());
    assertFalse(of(CONSTANT, with(X, 1, i -> i % 2 == 0 ? 0.3 : 0.3 + 1e-12)).isFound());
  }

  @Test
  void rowsOfWeightZeroAreNotAskedWhetherAColumnChanges() {
    double[] weights = new double[100];
    Arrays.fill(weights, 1, 100, 1);
    double[][] x = with(X, 1, i -> i == 0 ? 3 : 5);
    Dataset data = Dataset.of(x, RowsVerdicts.numbers(100));
    assertEquals("clear", of(CONSTANT, data).toString());
    assertTrue(of(CONSTANT, data.withWeights(weights)).isFound());
  }

  /** Row 1 is not among the 2,048 of 4,096 that are looked at first. */
  @Test
  void aValueThatTheSampleMissesIsFoundInAllRows() {
    double[][] x = normal(4096, 2, 1);
    assertTrue(of(CONSTANT, with(x, 1, i -> 0)).isFound());
    assertFalse(of(CONSTANT, with(x, 1, i -> i == 1 ? 1 : 0)).isFound());
  }

  @Test
  void withoutABiasAConstantColumnStandsInForIt() {
    Dataset data = Dataset.of(with(X, 0, i -> 1), RowsVerdicts.numbers(100));
    Perceptron start = Perceptron.zeros(3, Activation.identity()).withoutBias();
    assertEquals(
        "not applicable: the model has no bias, and a constant column stands in for it",
        Patient.of(RowsVerdicts.SHORT, start, data).diagnose().verdict(CONSTANT).toString());
  }

  @Test
  void whereNoColumnChangesThereIsNothingToLeaveOut() {
    double[][] x = with(normal(20, 1, 1), 0, i -> 4);
    assertTrue(
        text(of(CONSTANT, x), CONSTANT).endsWith("can be learned from these rows: take others."));
    assertEquals("not applicable: no column varies", of(UNSCALED, x).toString());
  }

  @Test
  void ofManyColumnsFiveAreNamed() {
    double[][] x = normal(50, 8, 1);
    for (int j = 1; j < 8; j++) {
      x = with(x, j, i -> 1);
    }
    String text = text(of(CONSTANT, x), CONSTANT);
    assertTrue(text.contains("\"x1\", \"x2\", \"x3\", \"x4\", \"x5\" and 2 more"), text);
    assertTrue(
        text.endsWith("3 features, and look again for those that are not named here."), text);
  }

  @Test
  void aCopyIsNamedWithItsOriginal() {
    assertEquals(
        "the column \"x2\" is the same as \"x0\". How much of the weight goes to which of two such"
            + " columns means nothing. Train on FeatureSelection.without(train,"
            + " \"x2\").apply(train), from a start of 2 features.",
        text(of(DUPLICATE, with(X, 2, i -> X[i][0])), DUPLICATE));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, 2.54, 1e-150, 1e150})
  void aCopyInAnotherUnitIsACopy(double factor) {
    Verdict verdict = of(DUPLICATE, with(X, 2, i -> factor * X[i][0]));
    assertTrue(text(verdict, DUPLICATE).contains("follows exactly from \"x0\""));
    assertFalse(of(DUPLICATE, with(X, 2, i -> factor * (X[i][0] + 1e-4 * X[i][1]))).isFound());
  }

  @Test
  void theUnitOfACopyIsTold() {
    String text = text(of(DUPLICATE, with(X, 2, i -> 1.8 * X[i][0] + 32)), DUPLICATE);
    assertTrue(text.contains("it is 1.80 times that, and 32.0 more."), text);
  }

  /** Two words of a text that are in one row each, the same, need not be one. */
  @Test
  void columnsThatAreRarelyOtherThanZeroMayAgreeByChance() {
    double[][] x = with(with(X, 1, i -> i == 3 ? 1 : 0), 2, i -> i == 3 ? 1 : 0);
    assertEquals("clear", of(DUPLICATE, x).toString());
  }

  @Test
  void aSumOfOthersIsNamedWithThem() {
    assertEquals(
        "of the variance of the column \"x2\" no more than 0.1% is its own; the rest follows from"
            + " \"x0\", \"x1\" (variance inflation factor 2.55e+04). How the weight is shared out"
            + " among them is left to the noise. Hold these weights with"
            + " withRegularizer(Regularizer.l2(0.0245)).",
        text(of(COLLINEAR, SUM), COLLINEAR));
  }

  @Test
  void aPenaltyOnSquaresHoldsSuchWeights() {
    Trainer trainer = RowsVerdicts.SHORT;
    assertTrue(underPenalty(SUM, trainer.withRegularizer(Regularizer.l2(1e-5))).isFound());
    assertFalse(underPenalty(SUM, trainer.withRegularizer(Regularizer.l2(0.0245))).isFound());
  }

  @Test
  void whereThereIsAPenaltyOfAnotherKindItStaysAndTheColumnGoes() {
    Trainer trainer = RowsVerdicts.SHORT.withRegularizer(Regularizer.l1(1e-3));
    String text = text(underPenalty(SUM, trainer), COLLINEAR);
    assertTrue(text.contains("FeatureSelection.without(train, \"x2\")"), text);
  }

  @Test
  void copiesAreNoConcernOfCollinearity() {
    assertEquals("clear", of(COLLINEAR, with(X, 2, i -> 2 * X[i][0])).toString());
  }

  @Test
  void withFewRowsAnyColumnIsACombination() {
    assertEquals(
        "not applicable: in 20 rows any column is a combination of so many others",
        of(COLLINEAR, normal(20, 300, 1)).toString());
    assertEquals(
        "not applicable: fewer than 10 rows count", of(DUPLICATE, normal(9, 2, 1)).toString());
    assertEquals("not applicable: there is one column", of(DUPLICATE, normal(20, 1, 1)).toString());
    assertEquals(
        "not applicable: fewer than 10 rows count", of(CONSTANT, normal(9, 2, 1)).toString());
    assertEquals(
        "not applicable: in one row no column varies", of(UNSCALED, normal(1, 2, 1)).toString());
  }
}
