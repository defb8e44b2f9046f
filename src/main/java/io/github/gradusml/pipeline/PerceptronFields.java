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
    boolean isWide = WideNames.areMadeOnDemand(names);
    Fields weights = Fields.none();
    for (int j = 0; j < w.length; j++) {
      if (!isWide || w[j] != 0) {
        weights.with(names.get(j), w[j]);
      }
    }
    return fields.with(WEIGHTS, weights);
  }

  /** Of many columns without names, only weights that are not 0 are in a file. */
  private static double[] weights(Fields fields, List<String> names) {
    double[] w = new double[names.size()];
    if (WideNames.areMadeOnDemand(names) && fields.names().size() < w.length) {
      WideNames.checked(fields, names).names().forEach(n -> w[names.indexOf(n)] = fields.finite(n));
      return w;
    }
    Fields all = NamedInputs.checked(fields, names);
    for (int j = 0; j < w.length; j++) {
      w[j] = all.finite(names.get(j));
    }
    return w;
  }

  static Perceptron read(Fields fields, List<String> names) {
    fields.only("activation", "cut", BIAS, WEIGHTS);
    Output output = OutputFields.readOne(fields);
    double[] w = weights(fields.fields(WEIGHTS), names);
    boolean hasBias = fields.has(BIAS);
    double b = hasBias ? fields.finite(BIAS) : 0;
    Perceptron model = Perceptron.of(w, b, output.activation());
    Perceptron own = hasBias ? model : model.withoutBias();
    return own.with(own.parameters(), output);
  }
}
