package io.github.gradusml.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.rows.Rows;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.tuning.CrossValidation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A model with its preparation: it predicts plain rows, and says what is done to them. */
class PipelineTest {
  private static final Dataset CANCER = Datasets.breastCancer();
  private static final Trainer TRAINER =
      Trainer.minimizing(Loss.crossEntropy()).withEpochs(3).withoutLog();
  private static final CrossValidation FOLDS = CrossValidation.stratified(3).withSeed(1);

  /** Asks for its features by their names, and standardizes them. */
  private static final Preparation TWO_OF_THIRTY =
      train -> {
        Standardizer scaler = Standardizer.fit(train);
        return rows -> scaler.apply(rows).selectFeatures("area_worst", "texture_worst");
      };

  private static Pipeline<Perceptron> model(Preparation preparation, int features) {
    return FOLDS
        .withPreparation(preparation)
        .fit(TRAINER, Perceptron.zeros(features, Activation.sigmoid()), CANCER);
  }

  @Test
  void aPlainRowIsPreparedAsARowOfTheData() {
    for (Pipeline<Perceptron> model :
        List.of(model(Preparation.standardizing(), 30), model(TWO_OF_THIRTY, 2))) {
      double[] byData = model.predict(CANCER);
      assertArrayEquals(byData, model.predict(CANCER.inputs()));
      double[] both = model.probabilities(CANCER.inputs());
      int[] classes = model.classify(CANCER.inputs());
      for (int i = 0; i < CANCER.rows(); i += 50) {
        double[] row = CANCER.row(i);
        assertEquals(byData[i], model.predict(row));
        assertArrayEquals(new double[] {both[2 * i], both[2 * i + 1]}, model.probabilities(row));
        assertEquals(byData[i], model.probabilities(row)[1]);
        assertEquals(classes[i], model.classify(row));
        assertEquals(byData[i] >= 0.5 ? 1 : 0, classes[i]);
      }
    }
  }

  @Test
  void theStandardizerThatWasFittedCanBeHad() {
    Pipeline<Perceptron> model = model(Preparation.standardizing(), 30);
    Standardizer scaler = (Standardizer) model.preparation();
    assertArrayEquals(Standardizer.fit(CANCER).means(), scaler.means());
    assertEquals(CANCER.featureNames(), model.featureNames());
  }

  @Test
  void aPreparationSaysWhatItIs() {
    Preparation named = TWO_OF_THIRTY.named("the two largest");
    assertEquals("the two largest", named.toString());
    assertEquals("the two largest", prepares(model(named, 2)));
    assertEquals("unnamed", prepares(model(TWO_OF_THIRTY, 2)));
    assertEquals("Standardizer(30 features)", prepares(model(Preparation.standardizing(), 30)));
    assertEquals("none", Preparation.none().fit(CANCER).toString());
    assertTrue(FOLDS.withPreparation(named).toString().contains("preparation: the two largest"));
    assertTrue(FOLDS.withPreparation(TWO_OF_THIRTY).toString().contains("preparation: unnamed"));
    assertEquals("name must not be blank", Rejected.message(() -> TWO_OF_THIRTY.named(" ")));
  }

  /** What a model with its preparation says of that, before it says its perceptron. */
  private static String prepares(Pipeline<Perceptron> model) {
    String text = model.toString();
    String preparation = text.substring("Pipeline(".length(), text.indexOf(", Perceptron("));
    assertEquals("Pipeline(" + preparation + ", " + model.model() + ")", text);
    return preparation;
  }

  @Test
  void rowsThatCannotBePreparedAreRefused() {
    Pipeline<Perceptron> model = model(Preparation.standardizing(), 30);
    assertEquals(
        "x must have 30 features, as there were before the preparation, but has 2",
        Rejected.message(() -> model.predict(1, 2)));
    assertEquals(
        "rows must have 30 features, as there were before the preparation, but has 2",
        Rejected.message(
            () -> model(TWO_OF_THIRTY, 2).classify(Rows.dense(1, 2, i -> new double[] {1, 2}))));
    double[] row = CANCER.row(0);
    row[1] = Double.NaN;
    assertEquals(
        "x[1], \"texture_mean\", must be finite, but was NaN",
        Rejected.message(() -> model.predict(row)));
    assertEquals(
        "x must not be null",
        assertThrows(NullPointerException.class, () -> model.predict((double[]) null))
            .getMessage());
    assertEquals(
        "metric must not be null",
        assertThrows(NullPointerException.class, () -> model.score(null, CANCER)).getMessage());
    assertTrue(model.score(Metric.accuracy(), CANCER) > 0.9);
  }
}
