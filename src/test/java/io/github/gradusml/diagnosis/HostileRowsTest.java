package io.github.gradusml.diagnosis;

import static io.github.gradusml.diagnosis.RowsVerdicts.normal;
import static io.github.gradusml.diagnosis.RowsVerdicts.numbers;
import static io.github.gradusml.diagnosis.RowsVerdicts.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.training.Check;
import io.github.gradusml.training.Finding;
import io.github.gradusml.training.Trainer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the rows are, the checks of them come to a verdict, and say it in finite numbers. */
class HostileRowsTest {
  private static List<String> found(Dataset data) {
    return found(RowsVerdicts.SHORT, data);
  }

  private static List<String> found(Trainer trainer, Dataset data) {
    Perceptron start = Perceptron.zeros(data.features(), Activation.identity());
    Diagnosis diagnosis = Patient.of(trainer, start, data).diagnose();
    return RowsChecks.ALL.stream()
        .map(Check::code)
        .flatMap(code -> diagnosis.finding(code).stream())
        .peek(finding -> assertFalse(finding.text().contains("NaN"), finding.text()))
        .peek(finding -> assertTrue(finding.text().length() <= 1000, finding.text()))
        .map(Finding::code)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 5", "2, 1", "3, 3", "4, 2", "20, 300"})
  void fewRowsAreAccusedOfNothing(int rows, int columns) {
    assertEquals(List.of(), found(Dataset.of(normal(rows, columns, 1), numbers(rows))));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-300, 1e-150, 1e150, 1e300})
  void aColumnOfAnyScaleIsUnscaledAndNothingElse(double scale) {
    double[][] x = normal(100, 3, 1);
    Dataset data = Dataset.of(with(x, 1, i -> scale * x[i][1]), numbers(100));
    assertEquals(List.of("UNSCALED_COLUMNS"), found(data));
  }

  /** 1.7e308 and its negative are further apart than the largest double. */
  @Test
  void theLargestNumbersThereAreHaveARange() {
    double[][] x = normal(100, 3, 1);
    double[][] largest = with(x, 1, i -> i % 2 == 0 ? 1.7e308 : -1.7e308);
    assertEquals(List.of("UNSCALED_COLUMNS"), found(Dataset.of(largest, numbers(100))));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-300, 1e300})
  void targetsOfAnyScaleAreGivenAwayAndSorted(double scale) {
    double[][] x = normal(100, 3, 1);
    double[] y = Arrays.stream(numbers(100)).map(target -> scale * target).sorted().toArray();
    Trainer inOrder =
        RowsVerdicts.SHORT.withUpdates(RowsVerdicts.SHORT.updates().withoutShuffling());
    Dataset data = Dataset.of(with(x, 1, i -> y[i] / scale), y);
    assertEquals(List.of("GIVEAWAY_COLUMN", "UNSHUFFLED_ROWS"), found(inOrder, data));
  }

  /** Rows that do not count may hold anything; one that hardly counts makes no column vary. */
  @Test
  void rowsOfWeightZeroAreNotLookedAt() {
    double[][] x = normal(100, 3, 1);
    x[0] = new double[] {1e9, 0, 0};
    double[] weights = new double[100];
    Arrays.fill(weights, 1);
    Dataset data = Dataset.of(x, numbers(100));
    assertEquals(List.of("UNSCALED_COLUMNS"), found(data.withWeights(weights)));
    weights[0] = 0;
    assertEquals(List.of(), found(data.withWeights(weights)));
  }

  @Test
  void namesThatHoldQuotesAndLineEndsStayJava() {
    double[][] x = normal(100, 2, 1);
    Dataset data =
        Dataset.of(with(x, 1, i -> 3), numbers(100)).withFeatureNames("a", "the \"best\" \\ one\n");
    Perceptron start = Perceptron.zeros(2, Activation.identity());
    String cure =
        Patient.of(RowsVerdicts.SHORT, start, data)
            .diagnose()
            .finding("CONSTANT_COLUMN")
            .orElseThrow()
            .cure();
    assertTrue(cure.contains("(train, \"the \\\"best\\\" \\\\ one\\n\")"), cure);
  }

  /** A loss and an activation that the library does not know. */
  @Test
  void aLossOfOnesOwnIsLookedAtAsAnyOther() {
    Loss fourth =
        new Loss() {
          @Override
          public double value(double prediction, double target) {
            double error = prediction - target;
            return error * error * error * error;
          }

          @Override
          public double derivative(double prediction, double target) {
            double error = prediction - target;
            return 4 * error * error * error;
          }
        };
    Trainer trainer =
        Trainer.minimizing(fourth)
            .withLearningRate(RowsVerdicts.SHORT.learningRate())
            .withEpochs(1);
    double[][] x = normal(100, 3, 1);
    double[][] sum = with(x, 2, i -> x[i][0] + x[i][1] + 1e-3 * numbers(100)[i]);
    assertEquals(List.of("COLLINEAR_COLUMNS"), found(trainer, Dataset.of(sum, numbers(100))));
  }
}
