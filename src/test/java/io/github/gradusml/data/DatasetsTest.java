package io.github.gradusml.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Inputs;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The bundled data against what their authors say of them, and against lines of the files. */
class DatasetsTest {
  private static void assertShape(Dataset data, int rows, int features, String author) {
    assertEquals(rows, data.rows());
    assertEquals(features, data.features());
    assertTrue(data.credit().startsWith(author), data.credit());
  }

  private static double[] rowsOfEachClass(Dataset data) {
    double[] counts = new double[data.classNames().size()];
    Arrays.stream(data.targets()).forEach(target -> counts[(int) target]++);
    return counts;
  }

  @Test
  void breastCancer() {
    Dataset data = Datasets.breastCancer();
    assertShape(data, 569, 30, "W. N. Street, W. H. Wolberg, O. L. Mangasarian (1993)");
    assertEquals(List.of("benign", "malignant"), data.classNames());
    assertArrayEquals(new double[] {357, 212}, rowsOfEachClass(data));
    assertEquals("radius_mean", data.featureNames().get(0));
    assertEquals("fractal_dimension_worst", data.featureNames().get(29));
    assertEquals(17.99, data.value(0, 0));
    assertEquals(0.1189, data.value(0, 29));
    assertEquals(1, data.target(0));
    assertEquals(0, data.target(568));
  }

  @Test
  void iris() {
    Dataset data = Datasets.iris();
    assertShape(data, 150, 4, "R. A. Fisher (1936)");
    assertEquals(List.of("setosa", "versicolor", "virginica"), data.classNames());
    assertArrayEquals(new double[] {50, 50, 50}, rowsOfEachClass(data));
    assertEquals(
        List.of("sepal_length_cm", "sepal_width_cm", "petal_length_cm", "petal_width_cm"),
        data.featureNames());
    assertArrayEquals(new double[] {5.1, 3.5, 1.4, 0.2}, data.row(0));
    assertArrayEquals(new double[] {5.9, 3.0, 5.1, 1.8}, data.row(149));
  }

  @Test
  void diabetes() {
    Dataset data = Datasets.diabetes();
    assertShape(data, 442, 10, "B. Efron, T. Hastie, I. Johnstone, R. Tibshirani (2004)");
    assertEquals(List.of(), data.classNames());
    assertEquals(25, Arrays.stream(data.targets()).min().orElseThrow());
    assertEquals(346, Arrays.stream(data.targets()).max().orElseThrow());
    assertArrayEquals(new double[] {59, 2, 32.1, 101, 157, 93.2, 38, 4, 4.8598, 87}, data.row(0));
    assertEquals(151, data.target(0));
  }

  @Test
  void digits() {
    Dataset data = Datasets.digits();
    assertShape(data, 1797, 64, "E. Alpaydin, C. Kaynak (1998)");
    assertArrayEquals(
        new double[] {178, 182, 177, 183, 181, 182, 181, 179, 174, 180}, rowsOfEachClass(data));
    assertEquals("7", data.classNames().get(7));
    assertEquals("p77", data.featureNames().get(63));
    assertArrayEquals(
        new double[] {0, 0, 5, 13, 9, 1, 0, 0}, Arrays.copyOf(data.row(0), 8), "the top of a zero");
    assertEquals(0, data.target(0));
    assertEquals(16, Arrays.stream(Inputs.of(data)).max().orElseThrow());
    assertEquals(0, Arrays.stream(data.column(32)).max().orElseThrow(), "a pixel always white");
  }

  @Test
  void everyCreditNamesALicenceOrAJournal() {
    for (Dataset data : List.of(Datasets.breastCancer(), Datasets.iris(), Datasets.digits())) {
      assertTrue(data.credit().endsWith("UCI Machine Learning Repository, CC BY 4.0"));
    }
    assertTrue(Datasets.diabetes().credit().endsWith("Annals of Statistics 32(2)"));
  }
}
