package io.github.gradusml.pipeline;

import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.internal.Fields;
import java.util.List;

/** A perceptron as fields: its activation, its cut and bias where it has them, and its weights. */
final class PerceptronFields {
  private static final String BIAS = "bias";
  private static final String WEIGHTS = "weights";

  private PerceptronFields() {}

  static Fields write(Perceptron model, List<String> names) {
    Fields fields = OutputFields.writeOne(model.output(), Fields.none());
    if (model.hasBias()) {
      fields.with(BIAS, model.bias());
    }
    double[] w = model.weights();
    Fields weights = Fields.none();
    for (int j = 0; j < w.length; j++) {
      weights.with(names.get(j), w[j]);
    }
    return fields.with(WEIGHTS, weights);
  }

  static Perceptron read(Fields fields, List<String> names) {
    fields.only("activation", "cut", BIAS, WEIGHTS);
    Output output = OutputFields.readOne(fields);
    Fields weights = NamedInputs.checked(fields.fields(WEIGHTS), names);
    double[] w = new double[names.size()];
    for (int j = 0; j < w.length; j++) {
      w[j] = weights.finite(names.get(j));
    }
    boolean hasBias = fields.has(BIAS);
    double b = hasBias ? fields.finite(BIAS) : 0;
    Perceptron model = Perceptron.of(w, b, output.activation());
    Perceptron own = hasBias ? model : model.withoutBias();
    return own.with(own.parameters(), output);
  }
}
