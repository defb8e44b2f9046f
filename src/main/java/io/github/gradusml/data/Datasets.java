package io.github.gradusml.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Four small real datasets that come with the library, each with its names and its credit.
 *
 * <p>Features are in their original units: {@link Standardizer standardize} them before training.
 */
public final class Datasets {
  private static final String UCI = "; UCI Machine Learning Repository, CC BY 4.0";

  private Datasets() {}

  /**
   * Breast cancer, Wisconsin (diagnostic): 569 rows × 30 features of cell nuclei; target 1 is
   * malignant (212 rows), 0 benign (357).
   *
   * <p>The features' units differ by four orders of magnitude.
   *
   * @return the data
   */
  public static Dataset breastCancer() {
    return read(
        "breast_cancer.csv",
        CsvReader.classTarget("diagnosis").withLabels("benign", "malignant"),
        "W. N. Street, W. H. Wolberg, O. L. Mangasarian (1993), Breast Cancer Wisconsin (Diagnostic)"
            + UCI);
  }

  /**
   * Iris: 150 rows × 4 features of flowers, in cm; targets 0 setosa, 1 versicolor, 2 virginica, 50
   * rows each.
   *
   * <p>A softmax tells all three apart; for a single perceptron, {@link Dataset#selectClasses} and
   * {@link Dataset#oneVersusRest} make two classes of them.
   *
   * @return the data
   */
  public static Dataset iris() {
    return read(
        "iris.csv",
        CsvReader.classTarget("species").withLabels("setosa", "versicolor", "virginica"),
        "R. A. Fisher (1936), The use of multiple measurements in taxonomic problems" + UCI);
  }

  /**
   * Diabetes: 442 rows × 10 features of patients; the target is a measure of the progression of the
   * disease after one year, 25 to 346.
   *
   * @return the data
   */
  public static Dataset diabetes() {
    return read(
        "diabetes.csv",
        CsvReader.target("target"),
        "B. Efron, T. Hastie, I. Johnstone, R. Tibshirani (2004), Least Angle Regression, Annals of"
            + " Statistics 32(2)");
  }

  /**
   * Handwritten digits: 1797 rows × 64 features, 8 × 8 grey levels from 0 to 16; targets 0 to 9.
   *
   * <p>Some pixels are 0 in every row.
   *
   * @return the data
   */
  public static Dataset digits() {
    return read(
        "digits.csv",
        CsvReader.classTarget("digit"),
        "E. Alpaydin, C. Kaynak (1998), Optical Recognition of Handwritten Digits (test set)"
            + UCI);
  }

  private static Dataset read(String file, CsvReader format, String credit) {
    try (InputStream stream = Datasets.class.getResourceAsStream(file)) {
      return format
          .read(new InputStreamReader(stream, StandardCharsets.UTF_8), file)
          .withCredit(credit);
    } catch (IOException e) {
      throw new UncheckedIOException("bundled file " + file + " cannot be read", e);
    }
  }
}
