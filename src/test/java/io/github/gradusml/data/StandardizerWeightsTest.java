package io.github.gradusml.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A row counts as often as its weight says. */
class StandardizerWeightsTest {
  private static final Dataset IRIS = Datasets.iris();

  /** 0, 1, 2, 3, 0, 1, …. */
  private static final double[] TIMES = IntStream.range(0, 150).mapToDouble(i -> i % 4).toArray();

  private static void assertClose(double[] expected, double[] actual) {
    for (int j = 0; j < expected.length; j++) {
      // Two sums of up to 225 numbers in different orders.
      assertEquals(expected[j], actual[j], 1e-14 * Math.abs(expected[j]));
    }
  }

  @Test
  void aWeightOfTwoIsTheRowTwiceAndZeroTheRowLeftOut() {
    int[] repeated =
        IntStream.range(0, 150)
            .flatMap(i -> IntStream.generate(() -> i).limit((long) TIMES[i]))
            .toArray();
    Standardizer expected = Standardizer.fit(IRIS.select(repeated));
    Standardizer actual = Standardizer.fit(IRIS.withWeights(TIMES));
    assertClose(expected.means(), actual.means());
    assertClose(expected.scales(), actual.scales());
  }

  /** StandardScaler().fit(X, sample_weight=np.arange(150) % 4), scikit-learn 1.2.1, of iris. */
  @Test
  void weightedMeansAndScalesAreThoseOfScikitLearn() {
    Standardizer fitted = Standardizer.fit(IRIS.withWeights(TIMES));
    assertClose(
        new double[] {5.860538116591929, 3.0448430493273544, 3.760986547085202, 1.1852017937219732},
        fitted.means());
    assertClose(
        new double[] {
          0.8455972374653365, 0.4196494880912828, 1.739014956162321, 0.7189964540825843
        },
        fitted.scales());
  }

  @Test
  void equalWeightsChangeNoBit() {
    double[] twos = new double[150];
    Arrays.fill(twos, 2);
    Standardizer weighted = Standardizer.fit(IRIS.withWeights(twos));
    assertArrayEquals(Standardizer.fit(IRIS).means(), weighted.means());
    assertArrayEquals(Standardizer.fit(IRIS).scales(), weighted.scales());
  }

  @Test
  void aFeatureThatIsConstantWhereRowsCountIsConstant() {
    Dataset data = Dataset.of(new double[][] {{9}, {0.1}, {0.1}, {1e308}}, new double[4]);
    Standardizer fitted = Standardizer.fit(data.withWeights(0, 1, 3, 0));
    assertArrayEquals(new double[] {0.1}, fitted.means());
    assertArrayEquals(new double[] {1}, fitted.scales());
  }

  @Test
  void rowsOfWeightZeroMayBeTooLargeForTheirSquares() {
    Dataset data =
        Dataset.of(new double[][] {{-1.7e308}, {1}, {3}, {1.7e308}, {1e200}}, new double[5]);
    Standardizer fitted = Standardizer.fit(data.withWeights(0, 1, 1, 0, 0));
    assertArrayEquals(new double[] {2}, fitted.means());
    assertArrayEquals(new double[] {1}, fitted.scales());
  }

  @Test
  void rowsOfWeightZeroThatTheSampleOfManyConsistsOfDoNotCount() {
    double[][] x = new double[4096][];
    double[] weights = new double[4096];
    for (int i = 0; i < x.length; i++) {
      x[i] = new double[] {i % 4 == 0 ? 1e300 : i % 4};
      weights[i] = i % 4 == 0 ? 0 : 1; // every fourth row is looked at first
    }
    Standardizer fitted = Standardizer.fit(Dataset.of(x, new double[4096]).withWeights(weights));
    assertEquals(2, fitted.means()[0]);
    assertEquals(Math.sqrt(2.0 / 3), fitted.scales()[0], 1e-15);
  }

  @Test
  void balancedClassesHaveOtherMeans() {
    Dataset cancer = Datasets.breastCancer();
    assertNotEquals(
        Standardizer.fit(cancer).means()[0],
        Standardizer.fit(cancer.withBalancedClasses()).means()[0]);
  }

  @Test
  void weightsGoOnWithTheRows() {
    Dataset weighted = IRIS.withWeights(TIMES);
    assertEquals(3, Standardizer.fit(weighted).apply(weighted).weight(3));
  }
}
