package io.github.gradusml.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.FittedPreparation;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.internal.ReproducibleMath;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.network.Network;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.tuning.CrossValidation;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Classes, where they are cut apart, calibrations, and threads that share a pipeline. */
class PipelineClassesTest {
  private static final Dataset CANCER = Datasets.breastCancer();
  private static final Standardizer SCALER = Standardizer.fit(CANCER);
  private static final Perceptron MODEL = Perceptron.random(30, Activation.sigmoid(), 4);
  private static final Pipeline<Perceptron> PIPELINE = Pipeline.of(SCALER, MODEL, CANCER);

  @Test
  void anotherCutTellsClassesApartElsewhereAndChangesNothingElse() {
    Pipeline<Perceptron> careful = PIPELINE.withCut(0.9);
    assertArrayEquals(PIPELINE.predict(CANCER), careful.predict(CANCER));
    assertArrayEquals(PIPELINE.probabilities(CANCER), careful.probabilities(CANCER));
    int[] classes = careful.classify(CANCER);
    double[] predictions = careful.predict(CANCER);
    for (int i = 0; i < classes.length; i++) {
      assertEquals(predictions[i] >= 0.9 ? 1 : 0, classes[i]);
    }
    assertEquals(0.5, PIPELINE.output().cut());
    assertEquals(0.9, careful.output().cut());
    assertEquals(0.5, careful.model().output().cut());
    assertEquals(classes[5], careful.scores(CANCER).classified(5));
  }

  @Test
  void aCutThatIsNoneIsRefused() {
    assertEquals(
        "cut must be finite, but was NaN", Rejected.message(() -> PIPELINE.withCut(Double.NaN)));
    Network three = Network.of(30, Output.softmax(3)).zeros();
    assertEquals(
        "cut must be left alone where the largest of 3 net inputs decides, but was 0.3",
        Rejected.message(() -> Pipeline.of(SCALER, three, CANCER).withCut(0.3)));
  }

  @Test
  void aClassHasItsName() {
    for (int i = 0; i < 20; i++) {
      double[] row = CANCER.row(i);
      assertEquals(CANCER.classNames().get(PIPELINE.classify(row)), PIPELINE.className(row));
    }
    Dataset unnamed = Dataset.of(CANCER.inputs(), CANCER.targets());
    Pipeline<Perceptron> without = Pipeline.of(FittedPreparation.of(List.of()), MODEL, unnamed);
    assertEquals(List.of(), without.classNames());
    assertEquals(
        "classes must have names to be told by, but have none; withClassNames of the training data"
            + " gives them",
        assertThrows(IllegalStateException.class, () -> without.className(CANCER.row(0)))
            .getMessage());
  }

  @Test
  void namesOfOtherClassesAreNotThoseOfTheModel() {
    Network three = Network.of(30, Output.softmax(3)).zeros();
    assertEquals(List.of(), Pipeline.of(SCALER, three, CANCER).classNames());
  }

  @Test
  void aCalibrationMakesProbabilitiesOfTheSameNetInputs() {
    Pipeline<Perceptron> calibrated = PIPELINE.withCalibration(new Calibration(2, -1));
    double[] row = CANCER.row(3);
    double z = MODEL.netInput(SCALER.apply(row));
    double p = ReproducibleMath.sigmoid(2 * z - 1);
    assertEquals(p, calibrated.predict(row));
    assertEquals(p, calibrated.predict(CANCER)[3]);
    assertArrayEquals(new double[] {1 - p, p}, calibrated.probabilities(row));
    assertEquals(p >= 0.5 ? 1 : 0, calibrated.classify(row));
    assertEquals(p, calibrated.scores(CANCER).prediction(3));
    assertEquals(0.5, PIPELINE.withCut(0.9).withCalibration(new Calibration(1, 0)).output().cut());
    assertEquals(0.2, calibrated.withCut(0.2).output().cut());
  }

  @Test
  void aTemperatureLeavesEveryClassAsItWas() {
    Network three = Network.of(4, Output.softmax(3)).random(1);
    Dataset iris = Datasets.iris();
    Pipeline<Network> plain = Pipeline.of(Standardizer.fit(iris), three, iris);
    Pipeline<Network> cooler = plain.withCalibration(new Calibration(0.5, 0));
    assertArrayEquals(plain.classify(iris), cooler.classify(iris));
    double[] z = three.netInputs(plain.preparation().apply(iris).row(9));
    for (int c = 0; c < 3; c++) {
      assertEquals(z[c] / 2, cooler.scores(iris).netInput(9, c));
    }
    assertEquals(
        "intercept must be 0 where there are 3 net inputs, since a softmax does not see it, but"
            + " was 1.0",
        Rejected.message(() -> plain.withCalibration(new Calibration(1, 1))));
  }

  @Test
  void theModelMustFitThePreparation() {
    Perceptron two = Perceptron.zeros(2, Activation.sigmoid());
    assertEquals(
        "what the preparation returned must have 2 features, as the model has, but has 30",
        Rejected.message(() -> Pipeline.of(SCALER, two, CANCER)));
    FittedPreparation drops = rows -> rows.select(0);
    String rowsAreLost =
        "rows after preparation must be 569, as many as before, but were 1; leave rows out, or make"
            + " more of them, before anything is prepared";
    assertEquals(rowsAreLost, Rejected.message(() -> Pipeline.of(drops, MODEL, CANCER)));
    Trainer trainer = Trainer.minimizing(Loss.crossEntropy()).withEpochs(1);
    assertEquals(
        rowsAreLost, Rejected.message(() -> Pipeline.fit(any -> drops, trainer, MODEL, CANCER)));
    CrossValidation folds = CrossValidation.stratified(3).withPreparation(any -> drops);
    String message =
        assertThrows(
                IllegalStateException.class,
                () -> folds.score(trainer, MODEL, CANCER, Metric.accuracy()))
            .getMessage();
    assertTrue(message.contains("rows after preparation must be"), message);
    FittedPreparation forgets = rows -> rows.rows() == 1 ? null : rows;
    Pipeline<Perceptron> pipeline = Pipeline.of(forgets, MODEL, CANCER);
    assertEquals(
        "what the preparation returned must not be null",
        assertThrows(NullPointerException.class, () -> pipeline.classify(CANCER.row(0)))
            .getMessage());
  }

  @Test
  void whatIsPutIntoItStaysAsItIs() {
    assertSame(SCALER, PIPELINE.preparation());
    assertSame(MODEL, PIPELINE.model());
    assertEquals(CANCER.featureNames(), PIPELINE.featureNames());
    assertEquals(CANCER.featureNames(), PIPELINE.preparedNames());
    assertEquals(CANCER.credit(), PIPELINE.credit());
    assertTrue(PIPELINE.calibration().isEmpty());
  }

  @Test
  void threadsMaySharePipelines() throws Exception {
    Network deep =
        Network.of(30, Output.of(Activation.sigmoid())).withHidden(5, Activation.tanh()).random(2);
    for (Pipeline<?> pipeline : List.of(PIPELINE, Pipeline.of(SCALER, deep, CANCER))) {
      double[] alone = pipeline.predict(CANCER);
      ExecutorService threads = Executors.newFixedThreadPool(8);
      try {
        List<Future<Boolean>> found = new ArrayList<>();
        for (int t = 0; t < 8; t++) {
          found.add(threads.submit(agrees(pipeline, alone, new Random(t))));
        }
        for (Future<Boolean> same : found) {
          assertTrue(same.get());
        }
      } finally {
        threads.shutdownNow();
      }
    }
  }

  private static Callable<Boolean> agrees(Pipeline<?> pipeline, double[] alone, Random random) {
    return () -> {
      boolean same = true;
      for (int k = 0; k < 2000; k++) {
        int i = random.nextInt(alone.length);
        same &= pipeline.predict(CANCER.row(i)) == alone[i];
      }
      return same;
    };
  }
}
