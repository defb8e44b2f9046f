package io.github.gradusml.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.network.Network;
import io.github.gradusml.rows.Rows;
import io.github.gradusml.training.Trainer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Rows by the names of their features: in any order, and others besides. */
class PipelineByNameTest {
  private static final Dataset IRIS = Datasets.iris();

  private static final Pipeline<Network> PIPELINE =
      Pipeline.fit(
          Preparation.standardizing(),
          Trainer.minimizing(Loss.crossEntropy()).withEpochs(5).withoutLog(),
          Network.of(4, Output.softmax(3)).withHidden(3, Activation.tanh()).random(1),
          IRIS);

  private static Map<String, Number> named(int row) {
    Map<String, Number> x = new LinkedHashMap<>();
    for (int j = IRIS.features() - 1; j >= 0; j--) { // in another order than that of the data
      x.put(IRIS.featureNames().get(j), IRIS.value(row, j));
    }
    return x;
  }

  private static Dataset backwards() {
    List<String> names = new ArrayList<>(IRIS.featureNames());
    Collections.reverse(names);
    return IRIS.selectFeatures(names.toArray(String[]::new));
  }

  @Test
  void aMapIsTheSameRowAsAnArray() {
    for (int i = 0; i < IRIS.rows(); i += 29) {
      Map<String, Number> x = named(i);
      double[] row = IRIS.row(i);
      assertEquals(PIPELINE.predict(row), PIPELINE.predict(x));
      assertArrayEquals(PIPELINE.probabilities(row), PIPELINE.probabilities(x));
      assertEquals(PIPELINE.classify(row), PIPELINE.classify(x));
      assertEquals(PIPELINE.className(row), PIPELINE.className(x));
      x.put("color", 3);
      assertEquals(PIPELINE.classify(row), PIPELINE.classify(x));
    }
  }

  @Test
  void numbersOfAnyKindAreTaken() {
    Map<String, Number> x = named(0);
    x.put("petal_length_cm", 2);
    double whole = PIPELINE.probabilities(x)[0];
    x.put("petal_length_cm", 2.0f);
    assertEquals(whole, PIPELINE.probabilities(x)[0]);
    x.put("petal_length_cm", new BigDecimal("2"));
    assertEquals(whole, PIPELINE.probabilities(x)[0]);
  }

  @Test
  void aDatasetInAnotherOrderIsTheSame() {
    Dataset other = backwards();
    assertArrayEquals(PIPELINE.predict(IRIS), PIPELINE.predict(other));
    assertArrayEquals(PIPELINE.probabilities(IRIS), PIPELINE.probabilities(other));
    assertArrayEquals(PIPELINE.classify(IRIS), PIPELINE.classify(other));
    double loss = PIPELINE.score(Metric.logLoss(), IRIS);
    assertEquals(loss, PIPELINE.score(Metric.logLoss(), other));
    assertEquals(PIPELINE.predict(IRIS)[77], PIPELINE.scores(other).prediction(77));
  }

  @Test
  void othersBesidesDoNoHarm() {
    double[][] x = new double[IRIS.rows()][];
    for (int i = 0; i < x.length; i++) {
      double[] row = IRIS.row(i);
      x[i] = new double[] {i, row[0], row[1], -i, row[2], row[3]};
    }
    List<String> names = IRIS.featureNames();
    Dataset wider =
        Dataset.of(x, IRIS.targets())
            .withFeatureNames(
                "number", names.get(0), names.get(1), "minus", names.get(2), names.get(3));
    assertArrayEquals(PIPELINE.predict(IRIS), PIPELINE.predict(wider));
  }

  @Test
  void rowsWithoutNamesAreTakenByPlace() {
    double[][] x = new double[IRIS.rows()][];
    for (int i = 0; i < x.length; i++) {
      x[i] = IRIS.row(i);
    }
    assertArrayEquals(PIPELINE.predict(IRIS), PIPELINE.predict(Dataset.of(x, IRIS.targets())));
    assertArrayEquals(PIPELINE.predict(IRIS), PIPELINE.predict(IRIS.inputs()));
    assertEquals(
        "data must have 4 features, but has 1",
        Rejected.message(() -> PIPELINE.predict(Dataset.of(new double[1][1], new double[1]))));
  }

  @Test
  void whatIsMissingIsNamed() {
    Map<String, Number> x = named(0);
    x.remove("petal_width_cm");
    String message =
        "values must have a number for each of 4 features, but has none for \"petal_width_cm\"";
    assertEquals(
        message + " among [petal_length_cm, sepal_width_cm, sepal_length_cm]",
        Rejected.message(() -> PIPELINE.predict(x)));
    Map<String, Number> withNull = new HashMap<>(named(0));
    withNull.put("petal_width_cm", null);
    assertEquals(message + ": it is null", Rejected.message(() -> PIPELINE.classify(withNull)));
    x.put("petal_width_cm", Double.POSITIVE_INFINITY);
    assertEquals(
        "x[3], \"petal_width_cm\", must be finite, but was Infinity",
        Rejected.message(() -> PIPELINE.probabilities(x)));
    Dataset fewer = IRIS.selectFeatures("petal_width_cm", "sepal_width_cm");
    String lacked = Rejected.message(() -> PIPELINE.predict(fewer));
    assertTrue(lacked.contains("lacked \"sepal_length_cm\", \"petal_length_cm\""), lacked);
    assertEquals(lacked, Rejected.message(() -> PIPELINE.score(Metric.accuracy(), fewer)));
  }

  @Test
  void otherClassesAreRefusedWhereTheyAreScored() {
    Dataset renamed = IRIS.withClassNames("setosa", "virginica", "versicolor");
    assertEquals(
        "data must have the classes of the model, [setosa, versicolor, virginica], but has"
            + " [setosa, virginica, versicolor]",
        Rejected.message(() -> PIPELINE.scores(renamed)));
    assertArrayEquals(PIPELINE.predict(IRIS), PIPELINE.predict(renamed)); // targets do not matter
  }

  @Test
  void nullIsNamed() {
    assertEquals(
        "values must not be null", nullMessage(() -> PIPELINE.predict((Map<String, Double>) null)));
    assertEquals("data must not be null", nullMessage(() -> PIPELINE.predict((Dataset) null)));
    assertEquals("data must not be null", nullMessage(() -> PIPELINE.scores(null)));
    assertEquals("rows must not be null", nullMessage(() -> PIPELINE.classify((Rows) null)));
  }

  private static String nullMessage(Executable call) {
    return assertThrows(NullPointerException.class, call).getMessage();
  }
}
