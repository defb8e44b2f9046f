package io.github.gradusml.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Classes that have names are called by them. */
class ClassNamesTest {
  private static final Dataset FLOWERS =
      Copying.rows(3, new double[] {0, 0, 1, 2, 2}, new double[] {0, 1, 1, 2, 2})
          .withClassNames("setosa", "versicolor", "virginica");

  @Test
  void aMatrixPrintsTheNamesOfTheClasses() {
    ConfusionMatrix matrix = ConfusionMatrix.of(Copying.ofClasses(3), FLOWERS);
    assertEquals(List.of("setosa", "versicolor", "virginica"), matrix.classNames());
    String table =
        """
                           predicted setosa  predicted versicolor  predicted virginica
        actual setosa                     1                     1                    0
        actual versicolor                 0                     1                    0
        actual virginica                  0                     0                    2\
        """;
    assertEquals(table, matrix.toString().replace("\r\n", "\n"));
  }

  @Test
  void soDoesAReport() {
    String report =
        """
                       precision  recall     F1  rows
        setosa             1.000   0.500  0.667     2
        versicolor         0.500   1.000  0.667     1
        virginica          1.000   1.000  1.000     2
        accuracy                          0.800     5
        macro mean         0.833   0.833  0.778     5
        weighted mean      0.900   0.800  0.800     5\
        """;
    ConfusionMatrix matrix = ConfusionMatrix.of(Copying.ofClasses(3), FLOWERS);
    assertEquals(report, matrix.report().replace("\r\n", "\n"));
  }

  @Test
  void namesThatAreNotThoseOfItsClassesAreLeftOut() {
    Dataset two = FLOWERS.select(0, 1, 2).withTargets(new double[] {0, 0, 1});
    Perceptron model = Perceptron.zeros(3, Activation.sigmoid());
    assertEquals(List.of(), ConfusionMatrix.of(model, two).classNames());
  }

  @Test
  void twoOfThreeClassesKeepTheirOwnNames() {
    Dataset two = FLOWERS.select(2, 3, 4).withTargets(-1, 1);
    assertEquals(List.of("versicolor", "virginica"), two.classNames());
    Perceptron model = Perceptron.zeros(3, Activation.sign());
    assertEquals(two.classNames(), ConfusionMatrix.of(model, two).classNames());
    assertEquals("-1.0 (\"versicolor\")", two.targetText(-1));
    assertEquals("-1.0", Datasets.iris().targetText(-1));
    assertEquals("3.0", Datasets.iris().targetText(3));
    assertEquals("1.0 (\"virginica\")", two.targetText(1));
    assertEquals("0.5", two.targetText(0.5));
  }

  @Test
  void longNamesAreCutAndEqualCountsAreEqualWhateverTheNames() {
    Dataset longer = FLOWERS.withClassNames("a".repeat(1000), "b", "c");
    ConfusionMatrix matrix = ConfusionMatrix.of(Copying.ofClasses(3), longer);
    assertTrue(matrix.toString().contains("actual " + "a".repeat(19) + "…"), matrix.toString());
    assertTrue(matrix.report().contains("\n" + "a".repeat(19) + "…      1.000"), matrix.report());
    assertTrue(matrix.report().contains("\nweighted mean             0.900"), matrix.report());
    assertEquals(ConfusionMatrix.of(Copying.ofClasses(3), FLOWERS), matrix);
  }

  @Test
  void aThirdClassIsNamedInMessages() {
    Dataset iris = Datasets.iris();
    Perceptron model = Perceptron.zeros(4, Activation.sigmoid());
    assertEquals(
        "targets must be 0 or 1, or -1 or 1, but are [0.0 (\"setosa\"), 1.0 (\"versicolor\"),"
            + " 2.0 (\"virginica\")]; Dataset.withTargets, selectClasses and oneVersusRest convert"
            + " them; for all 3 classes take a network with Output.softmax(3); for numbers take"
            + " Metric.meanSquaredError() or r2()",
        Rejected.message(() -> Metric.accuracy().of(model, iris)));
    assertEquals(
        "target of row 100 must be in [0, 1] for cross-entropy, but was 2.0 (\"virginica\");"
            + " for all of them take a network with Output.softmax(3) or Output.oneVersusRest(3,"
            + " activation); Dataset.selectClasses or oneVersusRest makes two of several classes",
        Rejected.message(() -> iris.checkTargets(Loss.crossEntropy(), model.output())));
    assertEquals(
        "target of row 100 must be the number of one of 2 classes, from 0, but was 2.0"
            + " (\"virginica\")",
        Rejected.message(
            () ->
                ConfusionMatrix.of(
                    Copying.ofClasses(2),
                    iris.selectFeatures(iris.featureNames().get(0), iris.featureNames().get(1)))));
  }

  @Test
  void aClassWithoutRowsIsCalledByItsName() {
    Dataset two = FLOWERS.select(0, 1, 2);
    assertEquals(
        "data must have rows of class 2 (\"virginica\") and of others for the ROC AUC, but have"
            + " none of it",
        Rejected.message(() -> Metric.rocAuc().of(Copying.ofClasses(3), two)));
    assertEquals(
        "data must have rows of class 2 (\"virginica\") for its precision and recall, but have"
            + " none of it",
        Rejected.message(() -> PrecisionRecallCurve.of(Copying.ofClasses(3), two, 2)));
  }

  @Test
  void theSingleCountsOfThreeClassesAskOfWhich() {
    ConfusionMatrix matrix = ConfusionMatrix.of(Copying.ofClasses(3), FLOWERS);
    String message =
        "classes must be two for one of them to be the positive one, but are 3; say of which class,"
            + " as in recall(0), or take a mean of all, as in macroMean(matrix::recall)";
    assertEquals(
        message, assertThrows(IllegalStateException.class, () -> matrix.fBeta(2)).getMessage());
    assertEquals(
        "beta must be finite and > 0, but was 0.0", Rejected.message(() -> matrix.fBeta(1, 0)));
    assertEquals(
        "beta must be finite and > 0, but was NaN",
        Rejected.message(() -> Metric.fBeta(Double.NaN)));
    assertEquals(
        "ofClass must be from 0 to 2, but was 3",
        assertThrows(IndexOutOfBoundsException.class, () -> matrix.fBeta(3, 1)).getMessage());
  }
}
