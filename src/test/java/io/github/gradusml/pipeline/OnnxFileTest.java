package io.github.gradusml.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.ParameterBlock;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.network.Network;
import io.github.gradusml.training.Trainer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in an ONNX file, read without the code that writes it. */
class OnnxFileTest {
  /** Those that ONNX Runtime has for doubles on a CPU, at the version of the file. */
  private static final Set<String> OPERATORS =
      Set.of(
          "Abs",
          "Add",
          "ArgMax",
          "Cast",
          "Concat",
          "Div",
          "Equal",
          "Exp",
          "Gather",
          "Greater",
          "GreaterOrEqual",
          "Less",
          "Log",
          "MatMul",
          "Max",
          "Min",
          "Mul",
          "Neg",
          "ReduceSum",
          "Softmax",
          "Squeeze",
          "Sub",
          "Tanh",
          "Where");

  private static final Dataset TRAIN = OnnxCases.rows(50, 1);
  private static final Dataset ROWS = OnnxCases.rows(6, 2);

  /** Layers and preparations do not meet: one preparation is enough for those. */
  private static final Map<String, Pipeline<?>> ALL = new TreeMap<>(OnnxCases.all(TRAIN));

  static {
    ALL.keySet().removeIf(one -> one.contains("; hidden") && !one.startsWith("standardizer; "));
  }

  private static ReadOnnx read(Pipeline<?> pipeline) {
    return new ReadOnnx(bytes(pipeline));
  }

  private static byte[] bytes(Pipeline<?> pipeline) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    pipeline.writeOnnx(bytes);
    return bytes.toByteArray();
  }

  @Test
  void everyKindOfPipelineComputesWhatItDoesHere() {
    ALL.forEach(OnnxFileTest::checkNumbers);
    assertTrue(ALL.size() > 900, ALL.size() + " pipelines");
  }

  private static void checkNumbers(String name, Pipeline<?> pipeline) {
    Map<String, Tensor> there = read(pipeline).run(OnnxCases.matrix(ROWS));
    double[] z = pipeline.model().netInputs(pipeline.preparation().apply(ROWS).inputs());
    int k = pipeline.model().output().outputs();
    // Sums of at most 7 products in another order, through up to 11 layers.
    double largest = Arrays.stream(z).map(Math::abs).max().orElseThrow();
    assertArrayEquals(z, there.get("net_inputs").values(), 1e-12 * largest, name);
    assertArrayEquals(new int[] {6, k}, there.get("net_inputs").shape(), name);
    double[] predictions = pipeline.predict(ROWS.inputs());
    double size = Arrays.stream(predictions).map(Math::abs).max().orElseThrow();
    assertArrayEquals(predictions, there.get("prediction").values(), 1e-11 * size, name);
    assertArrayEquals(new int[] {6}, there.get("prediction").shape(), name);
    boolean hasClasses = k > 1 || !Double.isNaN(pipeline.output().cut());
    assertEquals(hasClasses, there.containsKey("class"), name);
    if (hasClasses) {
      int[] classes = Arrays.stream(there.get("class").values()).mapToInt(c -> (int) c).toArray();
      assertArrayEquals(pipeline.classify(ROWS.inputs()), classes, name);
      assertEquals(Tensor.INT64, there.get("class").type(), name);
    }
    Activation last = pipeline.output().activation();
    boolean isSoftmax = pipeline.output().equals(Output.softmax(k < 2 ? 2 : k));
    boolean hasProbabilities = isSoftmax || last.lower() >= 0 && last.upper() <= 1;
    assertEquals(hasProbabilities, there.containsKey("probabilities"), name);
    if (hasProbabilities) {
      double[] probabilities = pipeline.probabilities(ROWS.inputs());
      assertArrayEquals(probabilities, there.get("probabilities").values(), 1e-11, name);
    }
  }

  @Test
  void everyFileIsOfTheVersionsThatItSaysAndHasNamesForEverything() {
    Set<String> operators = new HashSet<>();
    ALL.forEach(
        (name, pipeline) -> {
          ReadOnnx onnx = read(pipeline);
          assertEquals(7, onnx.file.whole(1), name);
          assertEquals("Gradus", onnx.file.text(2), name);
          assertEquals("", onnx.file.message(8).text(1), name);
          assertEquals(13, onnx.file.message(8).whole(2), name);
          assertEquals("features", onnx.graph.message(11).text(1), name);
          assertEquals(OnnxCases.FEATURES, width(onnx.graph.message(11)), name);
          onnx.graph.messages(12).forEach(end -> checkShape(end, pipeline));
          for (ReadMessage node : onnx.graph.messages(1)) {
            operators.add(node.text(4));
            assertTrue(node.text(3).matches("[a-z]\\w*"), node.text(3)); // a name in C
          }
        });
    assertEquals(OPERATORS, operators);
  }

  private static List<ReadMessage> shape(ReadMessage end) {
    return end.message(2).message(1).message(2).messages(1);
  }

  private static long width(ReadMessage end) {
    assertEquals("rows", shape(end).get(0).text(2));
    return shape(end).size() == 1 ? 0 : shape(end).get(1).whole(1);
  }

  private static void checkShape(ReadMessage end, Pipeline<?> pipeline) {
    String name = end.text(1);
    assertEquals(
        name.equals("class") ? Tensor.INT64 : Tensor.DOUBLE, end.message(2).message(1).whole(1));
    Map<String, Integer> widths = new LinkedHashMap<>();
    widths.put("net_inputs", pipeline.output().outputs());
    widths.put("probabilities", pipeline.output().classes());
    assertEquals(widths.getOrDefault(name, 0).longValue(), width(end), name);
  }

  @Test
  void weightsBiasesMeansAndScalesAreThereToTheLastBit() {
    Network network =
        Network.of(OnnxCases.FEATURES, Output.softmax(3))
            .withHidden(4, Activation.tanh())
            .random(1);
    network = OnnxCases.random(network, 2);
    Standardizer scaler = Standardizer.fit(TRAIN);
    ReadOnnx onnx = read(Pipeline.of(scaler, network, TRAIN));
    double[] theta = network.parameters();
    List<ParameterBlock> blocks = network.blocks();
    List<String> names =
        List.of("layer_1_weights", "layer_1_biases", "net_inputs_weights", "net_inputs_biases");
    for (int b = 0; b < names.size(); b++) {
      double[] block = Arrays.copyOfRange(theta, blocks.get(b).from(), blocks.get(b).to());
      assertArrayEquals(block, onnx.constants.get(names.get(b)).values());
    }
    assertArrayEquals(new int[] {OnnxCases.FEATURES, 4}, onnx.constants.get(names.get(0)).shape());
    assertArrayEquals(scaler.means(), onnx.constants.get("means").values());
    assertArrayEquals(scaler.scales(), onnx.constants.get("scales").values());
  }

  /** By halves, as here: their distance from the mean is no double. */
  @Test
  void featuresAtTheEdgeOfDoublesAreStandardizedAsHere() {
    double huge = 1.7e308;
    Dataset train = Dataset.of(new double[][] {{huge, 1}, {huge, 2}, {-huge, 3}}, new double[3]);
    Perceptron model = Perceptron.of(new double[] {0.5, 0.25}, 1, Activation.identity());
    Pipeline<Perceptron> pipeline = Pipeline.of(Standardizer.fit(train), model, train);
    double[] there = read(pipeline).run(OnnxCases.matrix(train)).get("net_inputs").values();
    assertArrayEquals(pipeline.predict(train), there, 4 * 0x1p-53); // three terms of at most 1
  }

  @Test
  void metadataHasNamesCreditAndTraining() {
    Dataset iris = Datasets.iris();
    Trainer trainer = Trainer.minimizing(Loss.crossEntropy()).withEpochs(3).withoutLog();
    Network start = Network.of(2, Output.softmax(3)).zeros();
    Preparation two = Preparation.selecting("petal_width_cm", "petal_length_cm");
    Map<String, String> said = said(Pipeline.fit(two, trainer, start, iris));
    assertEquals(
        "[\"sepal_length_cm\", \"sepal_width_cm\", \"petal_length_cm\", \"petal_width_cm\"]",
        said.get("feature_names"));
    assertEquals("[\"petal_width_cm\", \"petal_length_cm\"]", said.get("prepared_names"));
    assertEquals("[\"setosa\", \"versicolor\", \"virginica\"]", said.get("class_names"));
    assertEquals(iris.credit(), said.get("credit"));
    assertEquals("150", said.get("training_rows"));
    assertEquals("3", said.get("training_epochs"));
    assertEquals("15", said.get("training_updates"));
    assertTrue(
        said.get("training_settings").contains("\"loss\": \""), said.get("training_settings"));
  }

  private static Map<String, String> said(Pipeline<?> pipeline) {
    Map<String, String> said = new LinkedHashMap<>();
    read(pipeline).file.messages(14).forEach(one -> said.put(one.text(1), one.text(2)));
    return said;
  }

  @Test
  void namesMayBeAnyText() {
    Dataset odd = OnnxCases.rows(5, 1).withFeatureNames("\"", "\\", "a\tb", "\ud800", "😀", "");
    Perceptron model = Perceptron.zeros(OnnxCases.FEATURES, Activation.sigmoid());
    Map<String, String> said = said(Pipeline.of(Preparation.none().fit(odd), model, odd));
    assertEquals(
        "[\"\\\"\", \"\\\\\", \"a\\u0009b\", \"\\ud800\", \"😀\", \"\"]",
        said.get("feature_names"));
  }

  @Test
  void bytesAreTheSameUnderEveryLocaleAndInAFile(@TempDir Path folder) throws IOException {
    Pipeline<?> pipeline = ALL.get("named; softmax of 3; calibrated");
    byte[] bytes = bytes(pipeline);
    Locale before = Locale.getDefault();
    try {
      for (String locale : List.of("ar-EG", "tr", "hi", "de")) {
        Locale.setDefault(Locale.forLanguageTag(locale));
        assertArrayEquals(bytes, bytes(pipeline), locale);
      }
    } finally {
      Locale.setDefault(before);
    }
    Path file = folder.resolve("new").resolve("model.onnx");
    pipeline.saveOnnx(file);
    assertArrayEquals(bytes, Files.readAllBytes(file));
  }

  @Test
  void numbersOfSevenBitsAByteAreReadAsTheyWereWritten() throws IOException {
    for (long number : new long[] {0, 1, 127, 128, 300, Integer.MAX_VALUE, Long.MAX_VALUE, -1}) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      new Protobuf().with(14, number).writeTo(bytes);
      assertEquals(number, new ReadMessage(bytes.toByteArray()).whole(14));
    }
  }
}
