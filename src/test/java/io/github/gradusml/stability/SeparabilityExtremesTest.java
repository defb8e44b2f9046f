package io.github.gradusml.stability;

import static io.github.gradusml.stability.Separability.Verdict.NOT_SEPARABLE;
import static io.github.gradusml.stability.Separability.Verdict.SEPARABLE;
import static io.github.gradusml.stability.Separability.Verdict.UNDECIDED;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.data.Dataset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Huge and tiny numbers, classes that all but touch, and searches that are cut off. */
class SeparabilityExtremesTest {
  private static Separability of(double[][] x, double... targets) {
    return Separability.of(Dataset.of(x, targets));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-300, 1e-150, 1e-12, 1, 1e12, 1e150, 1e300})
  void theVerdictIsTheSameInAllUnits(double unit) {
    double[][] x = {{0, 0}, {0, unit}, {unit, 0}, {unit, unit}};
    assertEquals(NOT_SEPARABLE, of(x, 0, 1, 1, 0).verdict());
    // Some units in the last place.
    assertArrayEquals(
        new double[] {0.25, 0.25, 0.25, 0.25}, of(x, 0, 1, 1, 0).certificate(), 1e-15);
    assertEquals(SEPARABLE, of(x, 0, 0, 0, 1).verdict());
    assertEquals(SEPARABLE, of(x, 0, 1, 1, 1).verdict());
  }

  /** In the units of the features alone, weights that balance the first would be a proof. */
  @Test
  void aSmallFeatureIsNotDrownedByALargeOne() {
    double[][] x = {{1e6, 1e-6}, {-1e6, -1e-6}, {-1e6, 1e-6}, {1e6, -1e-6}};
    Separability said = of(x, 1, 0, 1, 0);
    assertEquals(SEPARABLE, said.verdict());
    assertTrue(said.isLargestMargin());
    assertEquals(1e-6, said.margin(), 1e-18);
    assertEquals(NOT_SEPARABLE, of(x, 1, 1, 0, 0).verdict());
  }

  @Test
  void numbersFarFrom0ThatAreCloseTogetherAreNoTrouble() {
    double[][] x = {{1e9 + 1}, {1e9 + 2}, {1e9 + 3}, {1e9 + 4}};
    assertEquals(SEPARABLE, of(x, 0, 0, 1, 1).verdict());
    assertEquals(NOT_SEPARABLE, of(x, 0, 1, 0, 1).verdict());
  }

  @Test
  void aBoundBeyondTheDoublesIsInfinite() {
    double[][] x = {{1.7e308, -1.7e308}, {-1.7e308, 1.7e308}, {1.7e308, 1.7e308}};
    Separability said = of(x, 0, 1, 1);
    assertEquals(SEPARABLE, said.verdict());
    assertEquals(Double.POSITIVE_INFINITY, said.radius());
    assertEquals(Double.POSITIVE_INFINITY, said.mistakeBound());
    assertFalse(said.explanation().contains("mistakes"), said.explanation());
  }

  /** 1e-8 of the standard deviation apart: found, with the margin, and proven the largest. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 1e-6, 1e-8})
  void classesThatAllButTouchAreSeparated(double gap) {
    double[][] x = {{-1, 1}, {-0.25, -1}, {gap - 0.25, -1}, {1, 0.5}};
    Separability said = of(x, 0, 0, 1, 1);
    assertEquals(SEPARABLE, said.verdict());
    assertTrue(said.isLargestMargin());
  }

  /**
   * 0.3 and the next double: a line between them would have a margin of 3e-17, which the weights of
   * the two bound. What is known to less than a billionth is called not separable, or not decided.
   */
  @Test
  void classesThatTouchButForRoundingAreNeverCalledSeparableWithoutALine() {
    assertEquals(
        NOT_SEPARABLE,
        of(new double[][] {{0}, {0.3}, {Math.nextUp(0.3)}, {1}}, 0, 0, 1, 1).verdict());
    Separability two = of(new double[][] {{1}, {Math.nextUp(1.0)}}, 0, 1);
    assertEquals(SEPARABLE, two.verdict());
    double w = two.separator().orElseThrow().weight(0);
    double b = two.separator().orElseThrow().bias();
    assertTrue(w + b < 0 && Math.nextUp(1.0) * w + b >= 0, w + ", " + b);
  }

  @Test
  void numbersWithoutDigitsAreNotGuessedAt() {
    Separability two = of(new double[][] {{Double.MIN_VALUE}, {0}}, 0, 1);
    assertEquals(UNDECIDED, two.verdict());
    assertEquals(
        "whether a line separates the classes is not decided: neither one was found, nor a proof"
            + " that there is none",
        two.explanation());
    assertEquals(0, two.margin());
    assertArrayEquals(new double[2], two.certificate());
    assertTrue(two.separator().isEmpty());
  }

  @Test
  void withAsManyFeaturesAsRowsAlmostAnyTargetsAreSeparable() {
    Random random = new Random(5);
    double[][] x = new double[30][60];
    double[] y = new double[30];
    for (int i = 0; i < 30; i++) {
      x[i] = random.doubles(60, -1, 1).toArray();
      y[i] = i % 2;
    }
    Separability said = of(x, y);
    assertEquals(SEPARABLE, said.verdict());
    assertTrue(said.isLargestMargin());
  }

  @Test
  void rowsThatOverlapTakeAFewPasses() {
    Random random = new Random(6);
    double[][] x = new double[3000][10];
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = i % 2;
      for (int j = 0; j < 10; j++) {
        x[i][j] = random.nextGaussian() + y[i];
      }
    }
    SignedRows rows = SignedRows.of(Dataset.of(x, y), true);
    Frame frame = Frame.own(rows, rows.radius());
    MinimumNorm search = new MinimumNorm(rows, frame, Long.MAX_VALUE);
    int passes = 0;
    do {
      search.look();
      passes++;
    } while (search.improve());
    assertTrue(search.certificate().vanishesIn(frame));
    assertTrue(passes <= 10, passes + " passes");
  }

  /** Rows that are there many times would otherwise be all that a pass looks at. */
  @Test
  void rowsThatAreThereManyTimesMakeNoDifference() {
    Random random = new Random(7);
    double[][] x = new double[2000][8];
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = random.ints(8, 0, 2).asDoubleStream().toArray();
      double z = x[i][0] + x[i][1] + x[i][2] - x[i][3] - x[i][4] - 0.5;
      y[i] = z > 0 ? 1 : 0;
    }
    // 256 different rows: (1, 1, 1, −1, −1, 0, 0, 0) and −½, and no line leaves more room.
    Separability said = of(x, y);
    assertEquals(0.5 / Math.sqrt(5.25), said.margin(), 1e-15);
    assertTrue(said.isLargestMargin());
    y[0] = 1 - y[0];
    assertEquals(NOT_SEPARABLE, of(x, y).verdict());
  }

  @Test
  void aSearchEndsWhenItsWorkIsDone() {
    SignedRows rows =
        SignedRows.of(
            Dataset.of(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, new double[] {0, 1, 1, 0}),
            true);
    MinimumNorm search = new MinimumNorm(rows, Frame.own(rows, 2), 1);
    search.look();
    assertFalse(search.improve());
    assertFalse(search.certificate().vanishesIn(Frame.own(rows, 2)));
  }

  @Test
  void theSameRowsGiveTheSameBits() {
    double[][] x = {{0.1, 0.7}, {0.3, 0.2}, {0.9, 0.4}, {0.6, 0.8}};
    double[] one = of(x, 0, 0, 1, 1).separator().orElseThrow().parameters();
    assertArrayEquals(one, of(x, 0, 0, 1, 1).separator().orElseThrow().parameters());
  }
}
