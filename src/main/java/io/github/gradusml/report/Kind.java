package io.github.gradusml.report;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Model;
import io.github.gradusml.core.Output;

/** What a model is called, by its layers and its output. */
final class Kind {
  private Kind() {}

  static String of(Model<?> model) {
    Output output = model.output();
    int k = output.outputs();
    if (!isLinear(model)) {
      return "A network of layers with the output " + Words.line(output.toString());
    }
    if (k == 1) {
      return isNumber(model)
          ? "A linear model"
          : "A perceptron with the activation " + Words.line(output.activation().toString());
    }
    return output.equals(Output.softmax(k))
        ? "Softmax regression of " + k + " classes"
        : k + " perceptrons side by side, with the output " + Words.line(output.toString());
  }

  /** Whether its net inputs are weighted sums of the features. */
  static boolean isLinear(Model<?> model) {
    return model.layers(1).addOnlyBias();
  }

  /** Whether the net input is the prediction. */
  static boolean isNumber(Model<?> model) {
    return model.output().outputs() == 1
        && model.output().activation().equals(Activation.identity());
  }
}
