package io.github.gradusml.core;

import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.Products;
import io.github.gradusml.rows.Rows;
import io.github.gradusml.rows.Workspace;

/** What every {@link Model} answers, from its first products, its layers and its output. */
final class Predictions {
  private Predictions() {}

  static Rows oneRow(Model<?> model, double[] x) {
    check(x, model.features());
    return Rows.dense(1, x.length, i -> x);
  }

  static Rows oneRow(Model<?> model, int[] indices, double[] values) {
    Checks.columns(indices, model.features());
    return Rows.sparse(model.features()).add(indices, values).build();
  }

  static void check(double[] x, int features) {
    if (Checks.notNull("x", x).length != features) {
      throw new IllegalArgumentException(
          "x must have " + features + " features, but has " + x.length);
    }
    for (int j = 0; j < x.length; j++) {
      if (!Double.isFinite(x[j])) {
        throw new IllegalArgumentException("x[" + j + "] must be finite, but was " + x[j]);
      }
    }
  }

  static Rows checked(Model<?> model, Rows rows) {
    Checks.noTexts("rows", Checks.notNull("rows", rows).columns());
    Checks.features("rows", rows.columns(), model.features());
    return rows;
  }

  static void checkOneOutput(Model<?> model) {
    int k = model.output().outputs();
    if (k != 1) {
      throw new IllegalStateException(
          "model must have one output to have one net input, but has " + k + "; take netInputs");
    }
  }

  static double[] netInputs(Model<?> model, Rows rows) {
    return netInputs(model, rows, model.parameters());
  }

  /**
   * The same, for who has the parameters at hand.
   *
   * @param theta the model's own; not written to
   */
  static double[] netInputs(Model<?> model, Rows rows, double[] theta) {
    // A model may be somebody's own.
    Layers one = Checks.notNull("layers", model.layers(1));
    int units = Checks.from("inputs of the layers", one.inputs(), 1, Checks.LONGEST_ARRAY);
    int k = Checks.from("outputs of the layers", one.outputs(), 1, Checks.LONGEST_ARRAY);
    int run = Products.rowsTogether(rows.size(), Math.max(units, k));
    Layers layers = model.layers(run);
    int above = Checks.length("features × inputs of the layers", model.features(), units);
    Workspace workspace = Workspace.of(layers.inputs());
    double[] z1 = new double[run * layers.inputs()];
    double[] some = new double[run * k];
    double[] z = new double[Checks.length("rows × outputs", rows.size(), k)];
    for (int from = 0; from < rows.size(); from += run) {
      int n = Math.min(run, rows.size() - from);
      rows.multiply(from, from + n, theta, workspace, z1);
      layers.forward(z1, n, theta, above, some);
      System.arraycopy(some, 0, z, from * k, n * k);
    }
    return z;
  }

  static double[] predict(Output output, double[] z) {
    double[] predictions = new double[z.length / output.outputs()];
    for (int i = 0; i < predictions.length; i++) {
      if (output.outputs() == 1) {
        output.predict(z, i, predictions);
      } else {
        predictions[i] = output.classify(z, i);
      }
    }
    return predictions;
  }

  static double[] probabilities(Output output, double[] z) {
    int n = z.length / output.outputs();
    double[] probabilities = new double[Checks.length("rows × classes", n, output.classes())];
    for (int i = 0; i < n; i++) {
      output.probabilities(z, i, probabilities);
    }
    return probabilities;
  }

  static int[] classify(Output output, double[] z) {
    int[] classes = new int[z.length / output.outputs()];
    for (int i = 0; i < classes.length; i++) {
      classes[i] = output.classify(z, i);
    }
    return classes;
  }
}
