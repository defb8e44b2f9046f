package io.github.gradusml.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtException;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.network.Network;
import io.github.gradusml.training.Trainer;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * ONNX Runtime predicts what the library predicts: 10,000 rows by every kind of model, preparation,
 * activation and calibration.
 *
 * <p>Run by {@code mvn -B -ntp -Ponnx test -Dtest='OnnxRuntime*'}; with {@code
 * -Donnxruntime.version=1.14.0} another version of it, whose Java API may refuse an array without
 * rows.
 */
class OnnxRuntimeTest {
  private static final Dataset TRAIN = OnnxCases.rows(200, 1);
  private static final Dataset ROWS = OnnxCases.rows(10_000, 2);

  private static void check(String name, Pipeline<?> pipeline, Dataset rows) throws OrtException {
    try (OnnxSession session = OnnxSession.of(pipeline)) {
      new OnnxComparison(name, pipeline, rows)
          .check(session.run(OnnxCases.matrix(rows), rows.features()));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "none",
        "standardizer",
        "selection",
        "standardizer, selection",
        "selection, standardizer",
        "named",
        "targets",
        "targets, standardizer"
      })
  void itPredictsWhatThePipelinePredicts(String preparation) throws OrtException {
    int cases = 0;
    for (Map.Entry<String, Pipeline<?>> one : OnnxCases.all(TRAIN).entrySet()) {
      if (one.getKey().startsWith(preparation + "; ")) {
        check(one.getKey(), one.getValue(), ROWS);
        cases++;
      }
    }
    assertTrue(cases > 100, cases + " cases");
  }

  /** 10,000 rows about those of the data, each of one row of them and noise. */
  private static Dataset like(Dataset data) {
    Random random = new Random(3);
    double[][] x = new double[10_000][];
    for (int i = 0; i < x.length; i++) {
      double[] row = data.row(random.nextInt(data.rows()));
      Arrays.setAll(row, j -> row[j] * (1 + 0.3 * random.nextGaussian()));
      x[i] = row;
    }
    return Dataset.of(x, new double[x.length])
        .withFeatureNames(data.featureNames().toArray(String[]::new));
  }

  @Test
  void whatWasTrainedOnBundledDataIsTheSameThere() throws OrtException {
    Trainer trainer = Trainer.minimizing(Loss.crossEntropy()).withEpochs(20).withoutLog();
    Dataset cancer = Datasets.breastCancer();
    Pipeline<Perceptron> logistic =
        Pipeline.fit(
            Preparation.standardizing(),
            trainer,
            Perceptron.zeros(30, Activation.sigmoid()),
            cancer);
    check("breast cancer", logistic, like(cancer));
    check("calibrated", logistic.withCalibration(new Calibration(0.8, 0.1)), like(cancer));
    Dataset digits = Datasets.digits();
    Network network =
        Network.of(64, Output.softmax(10)).withHidden(32, Activation.gelu()).random(1);
    check(
        "digits",
        Pipeline.fit(Preparation.standardizing(), trainer, network, digits),
        like(digits));
    Dataset diabetes = Datasets.diabetes();
    Preparation both = Preparation.standardizing().andThen(Preparation.standardizingTargets());
    Trainer squares = Trainer.minimizing(Loss.squaredError()).withEpochs(20).withoutLog();
    Perceptron line = Perceptron.zeros(10, Activation.identity());
    check("diabetes", Pipeline.fit(both, squares, line, diabetes), like(diabetes));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 30, 784, 5000})
  void itAddsUpAnyNumberOfProductsWithinEightUnitsOfTheirSizes(int features) throws OrtException {
    Random random = new Random(features);
    double[][] x = new double[features > 1000 ? 1000 : 10_000][features];
    for (double[] row : x) {
      Arrays.setAll(row, j -> random.nextGaussian());
    }
    Dataset rows = Dataset.of(x, new double[x.length]);
    Perceptron model = OnnxCases.random(Perceptron.zeros(features, Activation.sigmoid()), 1);
    check(features + " features", model, rows);
  }

  private static void check(String name, Perceptron model, Dataset rows) throws OrtException {
    check(name, Pipeline.of(Preparation.none().fit(rows), model, rows), rows);
  }

  /** The products may be added up in another order where there are more rows; no more than that. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 64, 1000})
  void howManyRowsComeAtOnceDoesNotMatter(int rows) throws OrtException {
    Dataset few = OnnxCases.rows(rows, 4);
    OnnxCases.all(TRAIN).entrySet().stream()
        .filter(one -> one.getKey().startsWith("standardizer; "))
        .forEach(
            one -> {
              try {
                check(one.getKey(), one.getValue(), few);
              } catch (OrtException e) {
                throw new IllegalStateException(one.getKey(), e);
              }
            });
  }

  @Test
  void noRowsGiveNoPredictions() throws OrtException {
    Network network = Network.of(OnnxCases.FEATURES, Output.softmax(3)).zeros();
    Pipeline<Network> pipeline = Pipeline.of(Preparation.none().fit(TRAIN), network, TRAIN);
    try (OnnxSession session = OnnxSession.of(pipeline)) {
      assertEquals(
          0,
          ((double[]) session.run(new double[0][], OnnxCases.FEATURES).get("prediction")).length);
    }
  }

  /** As large as a double can be, and as far from the mean. */
  @Test
  void featuresAtTheEdgeOfDoublesAreStandardizedAsHere() throws OrtException {
    double huge = 1.7e308;
    Dataset train = Dataset.of(new double[][] {{huge, 1}, {huge, 2}, {-huge, 3}}, new double[3]);
    Perceptron model = Perceptron.of(new double[] {0.5, 0.25}, 1, Activation.tanh());
    Pipeline<Perceptron> pipeline =
        Pipeline.of(Preparation.standardizing().fit(train), model, train);
    try (OnnxSession session = OnnxSession.of(pipeline)) {
      double[] there = (double[]) session.run(OnnxCases.matrix(train), 2).get("prediction");
      assertArrayEquals(pipeline.predict(train), there, 4 * 0x1p-53); // of at most 1
    }
  }

  @Test
  void itShowsTheNamesAndTheCredit() throws OrtException {
    Dataset train = TRAIN.withCredit("The authors, 2026");
    Perceptron model = Perceptron.zeros(OnnxCases.FEATURES, Activation.sigmoid());
    Pipeline<Perceptron> pipeline =
        Pipeline.of(Preparation.standardizing().fit(train), model, train);
    try (OnnxSession session = OnnxSession.of(pipeline)) {
      Map<String, String> said = session.session().getMetadata().getCustomMetadata();
      assertEquals("The authors, 2026", said.get("credit"));
      assertEquals(
          "[\"area\", \"age\", \"größe\", \"\\\"x\\\"\", \"a\\\\b\", \"y\\u000az\"]",
          said.get("feature_names"));
      assertEquals("Gradus", session.session().getMetadata().getProducerName());
    }
  }
}
