package io.github.gradusml.stability;

import static io.github.gradusml.stability.Separability.Verdict.NOT_SEPARABLE;
import static io.github.gradusml.stability.Separability.Verdict.SEPARABLE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.metric.Metric;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cases that are known by hand or from another library. */
class SeparabilityTest {
  private static final double[][] CORNERS = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};

  private static Dataset gate(double... targets) {
    return Dataset.of(CORNERS, targets);
  }

  /** One feature. */
  private static Dataset numbers(double[] x, double... targets) {
    return Dataset.of(
        Arrays.stream(x).mapToObj(v -> new double[] {v}).toArray(double[][]::new), targets);
  }

  private static double sum(double[] numbers) {
    return DoubleStream.of(numbers).sum();
  }

  @Test
  void noLineSeparatesXor() {
    Separability xor = Separability.of(gate(0, 1, 1, 0));
    assertEquals(NOT_SEPARABLE, xor.verdict());
    // Some units in the last place.
    assertArrayEquals(new double[] {0.25, 0.25, 0.25, 0.25}, xor.certificate(), 1e-15);
    assertEquals(
        "no line separates the classes: a weighted mean of rows 0 and 3, of the one class, is also"
            + " a weighted mean of rows 1 and 2, of the other",
        xor.explanation());
    assertTrue(xor.separator().isEmpty());
    assertEquals(0, xor.margin());
    assertFalse(xor.isLargestMargin());
    assertEquals(Double.POSITIVE_INFINITY, xor.mistakeBound());
  }

  /** (1, 1) and the middle of (0, 1) and (1, 0), with −1 and 1 behind them: w = (4, 4), b = −6. */
  @Test
  void theLineOfAndIsHalfwayBetweenTheClasses() {
    Separability and = Separability.of(gate(0, 0, 0, 1));
    assertEquals(SEPARABLE, and.verdict());
    Perceptron line = and.separator().orElseThrow();
    double length = Math.sqrt(4 * 4 + 4 * 4 + 6 * 6);
    // A few roundings of numbers below 1.
    assertArrayEquals(new double[] {4 / length, 4 / length}, line.weights(), 1e-15);
    assertEquals(-6 / length, line.bias(), 1e-15);
    assertEquals(2 / length, and.margin(), 1e-15);
    assertEquals(Math.sqrt(3), and.radius());
    assertEquals(51, and.mistakeBound(), 1e-12);
    assertTrue(and.isLargestMargin());
    assertEquals(0, sum(and.certificate()));
    assertEquals(
        "a line separates the classes, with a margin of 0.243, the largest there is; a perceptron"
            + " that starts from weights 0 and learns row by row makes at most 51 mistakes"
            + " (Novikoff)",
        and.explanation());
    assertEquals("Separability(" + and.explanation() + ")", and.toString());
  }

  @Test
  void theSeparatorIsRightOnEveryRowWhateverTheTwoTargetsAre() {
    for (double[] kinds : new double[][] {{0, 1}, {-1, 1}, {3, 7}}) {
      double low = kinds[0];
      double high = kinds[1];
      Dataset or = gate(low, high, high, high);
      Perceptron line = Separability.of(or).separator().orElseThrow();
      for (int i = 0; i < 4; i++) {
        assertEquals(i > 0 ? 1 : 0, line.classify(or.row(i)));
      }
      if (low <= 0) {
        assertEquals(1, Metric.accuracy().of(line, or));
        assertArrayEquals(or.targets(), or.map(line::predict));
      }
    }
  }

  /** And its own mirror image is, with the signs turned round, to the last bit. */
  @Test
  void theLowerTargetIsTheNegativeClass() {
    Perceptron line = Separability.of(gate(5, 5, 5, 9)).separator().orElseThrow();
    assertTrue(line.netInput(1, 1) > 0);
    Perceptron turned = Separability.of(gate(9, 9, 9, 5)).separator().orElseThrow();
    assertTrue(turned.netInput(1, 1) < 0);
  }

  /**
   * SciPy 1.10.1 on scikit-learn 1.2.1's load_iris, X and y = ±1 of two classes: linprog(0, −P, −1,
   * bounds=(None, None)) with P = y·[X 1] is feasible or not; the margin is ‖P'u‖/Σu, u = nnls([P';
   * 1], (0, …, 0, 1)).
   */
  @ParameterizedTest
  @CsvSource({
    "setosa, versicolor, 0.749117332082028",
    "setosa, virginica, 1.2886696602275818",
    "versicolor, virginica, 0"
  })
  void ofThreeIrisesLinesSeparateOnlySetosa(String one, String other, double margin) {
    Separability said = Separability.of(Datasets.iris().selectClasses(one, other));
    assertEquals(margin > 0 ? SEPARABLE : NOT_SEPARABLE, said.verdict());
    assertEquals(margin, said.margin(), 1e-12);
    assertEquals(margin > 0, said.isLargestMargin());
  }

  /** As above, of load_breast_cancer; StandardScaler gives the margin of standardized features. */
  @Test
  void aLineSeparatesTheBreastCancersInAnyUnits() {
    Dataset cancer = Datasets.breastCancer();
    Separability raw = Separability.of(cancer);
    assertEquals(SEPARABLE, raw.verdict());
    assertTrue(raw.isLargestMargin());
    Separability standardized = Separability.of(Standardizer.fit(cancer).apply(cancer));
    // The condition of these features, 1e4, on 16 digits.
    assertEquals(0.001392517268508216, standardized.margin(), 1e-12);
    assertTrue(standardized.isLargestMargin());
    assertEquals(2.2e8, standardized.mistakeBound(), 0.05e8);
  }

  /** As above, of load_digits: linprog is infeasible for 8 and 9 only. */
  @ParameterizedTest
  @CsvSource({"0, 2.7483975146573885", "2, 2.1123909302129076", "8, 0", "9, 0"})
  void someDigitsAreSeparatedFromAllOthers(int digit, double margin) {
    Dataset digits = Datasets.digits();
    Separability said = Separability.of(digits.oneVersusRest(digits.classNames().get(digit)));
    assertEquals(margin > 0 ? SEPARABLE : NOT_SEPARABLE, said.verdict());
    assertEquals(margin, said.margin(), 1e-11);
  }

  @Test
  void rowsOfBothClassesAreProofEnough() {
    Dataset data = numbers(new double[] {3, 5.1, 7, 5.1}, 0, 0, 1, 1);
    Separability said = Separability.of(data);
    assertArrayEquals(new double[] {0, 0.5, 0, 0.5}, said.certificate(), "to the last bit");
    assertEquals(
        "no line separates the classes: row 1, of the one class, is also row 3, of the other",
        said.explanation());
  }

  @Test
  void oneFeatureIsSeparatedByAPoint() {
    Separability said = Separability.of(numbers(new double[] {4, 1, 6, 3}, 1, -1, 1, -1));
    Perceptron line = said.separator().orElseThrow();
    // Halfway: 3 and 4 are equally far on their sides.
    assertEquals(3.5, -line.bias() / line.weight(0), 1e-14);
    Separability mixed = Separability.of(numbers(new double[] {1, 2, 3}, 0, 1, 0));
    assertArrayEquals(new double[] {0.25, 0.5, 0.25}, mixed.certificate(), 1e-15);
    assertEquals(
        "no line separates the classes: a weighted mean of rows 0 and 2, of the one class, is also"
            + " row 1, of the other",
        mixed.explanation());
  }

  @Test
  void rowsOnALineInThePlaneAreNoTrouble() {
    double[][] x = {{0.1, 0.2}, {0.2, 0.4}, {0.3, 0.6}, {0.7, 1.4}};
    assertEquals(
        NOT_SEPARABLE, Separability.of(Dataset.of(x, new double[] {0, 1, 0, 1})).verdict());
    Separability said = Separability.of(Dataset.of(x, new double[] {0, 0, 1, 1}));
    assertTrue(said.isLargestMargin());
  }

  @Test
  void aFeatureThatIsConstantIsNoTrouble() {
    double[][] x = {{5, 0}, {5, 1}, {5, 2}};
    assertTrue(Separability.of(Dataset.of(x, new double[] {0, 0, 1})).isLargestMargin());
    assertEquals(NOT_SEPARABLE, Separability.of(Dataset.of(x, new double[] {0, 1, 0})).verdict());
    double[][] same = {{5, 5}, {5, 5}};
    assertEquals(NOT_SEPARABLE, Separability.of(Dataset.of(same, new double[] {0, 1})).verdict());
  }

  @Test
  void rowsOfWeight0DoNotCountAndOtherWeightsMakeNoDifference() {
    Dataset xor = gate(0, 1, 1, 0);
    Separability said = Separability.of(xor.withWeights(0, 1, 2, 3e-200));
    assertEquals(SEPARABLE, said.verdict());
    assertEquals(NOT_SEPARABLE, Separability.of(xor.withWeights(9, 1, 2, 3e-200)).verdict());
    Dataset third = gate(7, 1, 1, 0).withWeights(0, 1, 1, 1);
    assertEquals(SEPARABLE, Separability.of(third).verdict(), "the third target does not count");
    Dataset far = Dataset.of(new double[][] {{1e300, 0}, {0, 1}, {0, 2}}, new double[] {0, 0, 1});
    assertEquals(Math.sqrt(5), Separability.of(far.withWeights(0, 1, 1)).radius());
  }

  @Test
  void negativeZeroIsZero() {
    assertEquals(SEPARABLE, Separability.of(gate(-0.0, 0.0, 0.0, 1)).verdict());
  }

  @Test
  void withoutABiasTheLineGoesThroughTheOrigin() {
    Dataset data = numbers(new double[] {1, 2}, 0, 1);
    assertEquals(SEPARABLE, Separability.of(data).verdict());
    Separability said = Separability.throughOrigin(data);
    assertArrayEquals(new double[] {2 / 3.0, 1 / 3.0}, said.certificate(), 1e-15);
    assertEquals(
        "no line through the origin separates the classes: 0 lies between row 0 and, turned round,"
            + " row 1",
        said.explanation());
    Separability apart = Separability.throughOrigin(numbers(new double[] {-1, 2}, 0, 1));
    assertFalse(apart.separator().orElseThrow().hasBias());
    assertEquals(1, apart.margin());
    assertEquals(2, apart.radius());
    assertEquals(4, apart.mistakeBound());
    Separability zero = Separability.throughOrigin(numbers(new double[] {-1, 0, 2}, 0, 1, 1));
    assertEquals(
        "no line through the origin separates the classes: row 1 is 0", zero.explanation());
  }

  @Test
  void ofManyRowsTheFirstFewAreNamed() {
    Dataset digits = Datasets.digits();
    String said = Separability.of(digits.oneVersusRest(digits.classNames().get(8))).explanation();
    assertTrue(said.matches(".*rows( \\d+,){4} \\d+ and \\d+ more, of the one class.*"), said);
  }

  @Test
  void oneClassOrThreeAreRefused() {
    assertEquals(
        "data must have targets of two kinds, but all are 1.0; selectClasses or oneVersusRest makes"
            + " two of several classes",
        Rejected.message(() -> Separability.of(gate(1, 1, 1, 1))));
    assertEquals(
        "data must have targets of two kinds, but all are 0.0; selectClasses or oneVersusRest makes"
            + " two of several classes",
        Rejected.message(() -> Separability.of(gate(0, 0, 0, 1).withWeights(1, 1, 1, 0))));
    assertEquals(
        "data must have targets of two kinds, but there are more; selectClasses or oneVersusRest"
            + " makes two of several classes",
        Rejected.message(() -> Separability.throughOrigin(Datasets.iris())));
    assertEquals(
        "data must not be null",
        assertThrows(NullPointerException.class, () -> Separability.of(null)).getMessage());
  }
}
