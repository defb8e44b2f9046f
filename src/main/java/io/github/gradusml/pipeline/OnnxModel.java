package io.github.gradusml.pipeline;

import io.github.gradusml.core.Model;
import io.github.gradusml.core.ParameterBlock;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.SafeFile;
import io.github.gradusml.internal.Texts;
import io.github.gradusml.network.HiddenLayer;
import io.github.gradusml.network.Network;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * A pipeline as a model of ONNX: from raw rows to predictions in one graph of doubles.
 *
 * <p>Operators are those of version 13 of their set, and the file is of version 7 of its format:
 * what came out in 2020, which everything since reads.
 */
final class OnnxModel {
  private static final int FILE_VERSION = 7;
  private static final int OPERATORS_VERSION = 13;

  private OnnxModel() {}

  static void save(Parts<?> parts, Path file) {
    Checks.notNull("file", file);
    Protobuf model = of(parts); // refused before anything is touched
    SafeFile.write(file, model::writeTo);
  }

  static void write(Parts<?> parts, OutputStream out) {
    Checks.notNull("out", out);
    Protobuf model = of(parts);
    SafeFile.write("ONNX model", out, model::writeTo);
  }

  /**
   * Returns the model.
   *
   * @param parts what the pipeline consists of
   * @return ModelProto
   * @throws IllegalArgumentException if one of the parts is a user's own, or there are more numbers
   *     than a file can hold
   */
  static Protobuf of(Parts<?> parts) {
    checkNumbers(parts);
    OnnxGraph graph = new OnnxGraph();
    int d = parts.featureNames().size();
    String raw = graph.input("features", d, "raw rows, in the order of feature_names");
    String x = OnnxPreparation.draw(parts.preparation(), graph, parts.featureNames(), raw);
    String z = netInputs(parts.model(), graph, x);
    OnnxOutput.draw(parts, graph, z);
    int k = parts.model().output().outputs();
    graph.output(z, OnnxGraph.DOUBLE, "as they come out of the model", k);
    Protobuf file =
        new Protobuf()
            .with(1, FILE_VERSION)
            .with(2, "Gradus")
            .with(4, "io.github.gradusml")
            .with(6, text(parts))
            .with(7, graph.message("pipeline"))
            .with(8, new Protobuf().with(1, "").with(2, OPERATORS_VERSION))
            .withFieldsOf(OnnxMetadata.of(parts));
    checkLength(file.length());
    return file;
  }

  private static void checkNumbers(Parts<?> parts) {
    if (parts.featureNames().isEmpty()) {
      throw new IllegalArgumentException(
          "pipeline must take numbers to be exported, but takes texts: ONNX has no operator that"
              + " splits a text into these words; export what is behind the vectorizer, as"
              + " Pipeline.of makes it of the model and rows that have features already, and make"
              + " these where it is used");
    }
  }

  private static String text(Parts<?> parts) {
    return "Takes raw rows, prepares them by "
        + Texts.named(parts.preparation())
        + ", and predicts by "
        + parts.model()
        + (parts.calibration() == null ? "" : ", calibrated by " + parts.calibration());
  }

  /** Weights of θ lie as a matrix wants them: a row of units for each input. */
  private static String netInputs(Model<?> model, OnnxGraph graph, String x) {
    List<HiddenLayer> hidden = hiddenLayers(model);
    List<ParameterBlock> blocks = model.blocks();
    double[] theta = model.parameters();
    String a = x;
    int inputs = model.features();
    for (int l = 0; l <= hidden.size(); l++) {
      boolean isLast = l == hidden.size();
      int units = isLast ? model.output().outputs() : hidden.get(l).units();
      String name = isLast ? "net_inputs" : "layer_" + (l + 1);
      boolean hasBias = 2 * l + 1 < blocks.size(); // a perceptron may have none
      String weights =
          graph.tensor(name + "_weights", theta, blocks.get(2 * l).from(), inputs, units);
      String z = graph.node("MatMul", hasBias ? name + "_products" : name, a, weights);
      if (hasBias) {
        int from = blocks.get(2 * l + 1).from();
        z = graph.node("Add", name, z, graph.tensor(name + "_biases", theta, from, units));
      }
      a = isLast ? z : OnnxActivation.draw(hidden.get(l).activation(), graph, z, name + "_outputs");
      inputs = units;
    }
    return a;
  }

  private static List<HiddenLayer> hiddenLayers(Model<?> model) {
    if (model instanceof Network network) {
      return network.architecture().hiddenLayers();
    }
    if (model instanceof Perceptron) {
      return List.of();
    }
    throw UsersOwn.cannotBe(
        UsersOwn.EXPORTED,
        "model",
        "a Perceptron or a Network",
        model,
        "make one of them with its parameters()");
  }

  /** Protocol Buffers end at 2³¹ bytes, and readers refuse what is longer. */
  static void checkLength(long bytes) {
    if (bytes > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "pipeline must take at most "
              + Integer.MAX_VALUE
              + " bytes to be exported, as a file of ONNX has no more, but takes "
              + bytes
              + " or more; take fewer features or units");
    }
  }
}
