package io.github.gradusml.pipeline;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Output;
import io.github.gradusml.data.TargetStandardizer;
import java.util.Map;
import java.util.Optional;

/** What becomes of net inputs, as nodes of ONNX: predictions, probabilities and classes. */
final class OnnxOutput {
  private static final String PREDICTION = "prediction";
  private static final String PROBABILITIES = "probabilities";
  private static final String CLASS = "class";
  private static final String TEXT_OF_CLASS = "the number of the class, from 0";

  private final OnnxGraph graph;
  private final Parts<?> parts;

  /** What becomes of net inputs, once they are calibrated. */
  private final Output output;

  private OnnxOutput(OnnxGraph graph, Parts<?> parts) {
    this.graph = graph;
    this.parts = parts;
    this.output = parts.output();
  }

  /**
   * Draws what becomes of net inputs.
   *
   * @param parts what the pipeline consists of
   * @param graph what it becomes a part of
   * @param z the name of the net inputs, as they come out of the model
   * @throws IllegalArgumentException if the output is a user's own
   */
  static void draw(Parts<?> parts, OnnxGraph graph, String z) {
    OnnxOutput drawn = new OnnxOutput(graph, parts);
    String calibrated = drawn.calibrated(z);
    if (drawn.output.outputs() == 1) {
      drawn.drawOne(calibrated);
    } else {
      drawn.drawSeveral(calibrated);
    }
  }

  /** a·z + c. */
  private String calibrated(String z) {
    Calibration calibration = parts.calibration();
    if (calibration == null) {
      return z;
    }
    String slope = graph.number(calibration.slope());
    String product = graph.node("Mul", "calibrated_product", slope, z);
    return graph.node("Add", "calibrated", product, graph.number(calibration.intercept()));
  }

  /** φ of what the model itself gives: that of the pipeline may have the targets' unit. */
  private Activation activation() {
    Output own = parts.model().output();
    if (parts.calibration() != null) {
      return output.activation();
    }
    checkBuiltIn(OutputFields.one(own.activation(), own.cut()).equals(own));
    return own.activation();
  }

  private void checkBuiltIn(boolean isBuiltIn) {
    if (!isBuiltIn) {
      throw UsersOwn.cannotBe(
          UsersOwn.EXPORTED,
          "output",
          "one that Output makes",
          parts.model().output(),
          "take one of those");
    }
  }

  private void drawOne(String z) {
    String predictions = OnnxActivation.draw(activation(), graph, z, "activation");
    Optional<TargetStandardizer> targets = parts.preparation().targets();
    if (targets.isPresent()) {
      String scale = graph.number(targets.get().scale());
      String product = graph.node("Mul", "in_own_scale", scale, predictions);
      predictions = graph.node("Add", "in_own_unit", product, graph.number(targets.get().mean()));
    }
    graph.output(
        graph.oneColumn(PREDICTION, predictions), OnnxGraph.DOUBLE, "in the unit of the targets");
    Activation activation = output.activation();
    if (activation.lower() >= 0 && activation.upper() <= 1) {
      String others = graph.node("Sub", "probability_of_0", graph.number(1), predictions);
      classProbabilities(
          graph.node("Concat", Map.of("axis", 1), PROBABILITIES, others, predictions));
    }
    if (!Double.isNaN(output.cut())) {
      String isOne =
          graph.node("GreaterOrEqual", "is_class_1", predictions, graph.number(output.cut()));
      String numbers = graph.node("Cast", Map.of("to", OnnxGraph.INT64), "classes", isOne);
      graph.output(graph.oneColumn(CLASS, numbers), OnnxGraph.INT64, TEXT_OF_CLASS);
    }
  }

  private void drawSeveral(String z) {
    String best = graph.node("ArgMax", Map.of("axis", 1, "keepdims", 0), CLASS, z);
    String prediction = graph.node("Cast", Map.of("to", OnnxGraph.DOUBLE), PREDICTION, best);
    graph.output(prediction, OnnxGraph.DOUBLE, TEXT_OF_CLASS);
    int k = output.outputs();
    Activation activation = output.activation();
    if (output.equals(Output.softmax(k))) {
      classProbabilities(graph.node("Softmax", Map.of("axis", 1), PROBABILITIES, z));
    } else {
      checkBuiltIn(Output.oneVersusRest(k, activation).equals(output));
      if (activation.lower() >= 0 && activation.upper() <= 1) {
        oneVersusRest(OnnxActivation.draw(activation, graph, z, "activation"));
      }
    }
    graph.output(best, OnnxGraph.INT64, TEXT_OF_CLASS);
  }

  /** Predictions divided by their sum; 1/k each where that is 0. */
  private void oneVersusRest(String predictions) {
    String sum = graph.node("ReduceSum", "sum", predictions, graph.axisOfColumns());
    String shares = graph.node("Div", "shares", predictions, sum);
    String isSome = graph.node("Greater", "is_some", sum, graph.number(0));
    String equal = graph.number(1.0 / output.outputs());
    classProbabilities(graph.node("Where", PROBABILITIES, isSome, shares, equal));
  }

  private void classProbabilities(String name) {
    graph.output(
        name, OnnxGraph.DOUBLE, "of each class, in the order of class_names", output.classes());
  }
}
