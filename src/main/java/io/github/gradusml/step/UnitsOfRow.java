package io.github.gradusml.step;

import io.github.gradusml.core.Activation;
import io.github.gradusml.internal.TermSums;
import io.github.gradusml.internal.Vectors;
import io.github.gradusml.step.Shape.Layer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The units of a row, layer by layer: forwards term by term, and back by the chain rule.
 *
 * <pre>{@code
 * zₗ = Wₗᵀ·aₗ₋₁ + bₗ        aₗ = φₗ(zₗ)        δₗ = (Wₗ₊₁·δₗ₊₁) ∘ φₗ′(zₗ)
 * }</pre>
 */
final class UnitsOfRow {
  private final ExplainedRow row;
  private final Shape shape;
  private final double[] theta;
  private final List<String> features;

  UnitsOfRow(ExplainedRow row, Shape shape, double[] theta, List<String> features) {
    this.row = row;
    this.shape = shape;
    this.theta = theta;
    this.features = features;
  }

  List<List<ExplainedUnit>> layers() {
    List<List<ExplainedUnit>> all = new ArrayList<>();
    double[] inputs = row.values();
    for (int l = 0; l < shape.layers().size(); l++) {
      int[] columns = l == 0 ? row.columns() : IntStream.range(0, inputs.length).toArray();
      List<ExplainedUnit> units = forward(l, columns, inputs);
      all.add(units);
      inputs = units.stream().mapToDouble(ExplainedUnit::output).toArray();
    }
    int top = all.size() - 1;
    double[] delta = shape.isWhole() ? weighted(row.delta()) : row.firstDelta();
    all.set(top, withDelta(all.get(top), delta));
    for (int l = top - 1; l >= 0; l--) {
      delta = backward(shape.layers().get(l + 1), delta, all.get(l));
      all.set(l, withDelta(all.get(l), delta));
    }
    return List.copyOf(all);
  }

  private List<ExplainedUnit> forward(int l, int[] columns, double[] inputs) {
    Layer layer = shape.layers().get(l);
    List<String> names = shape.inputs(l, features);
    List<ExplainedUnit> units = new ArrayList<>();
    for (int u = 0; u < layer.units(); u++) {
      List<Term> terms = new ArrayList<>();
      double[] values = new double[inputs.length];
      for (int at = 0; at < inputs.length; at++) {
        int j = columns[at];
        double w = theta[layer.weightsAt() + j * layer.units() + u];
        values[at] = w * inputs[at];
        terms.add(new Term(names.get(j), w, inputs[at], values[at]));
      }
      double sum = TermSums.of(columns, values, layer.units());
      boolean hasBias = layer.biasesAt() >= 0;
      double bias = hasBias ? theta[layer.biasesAt() + u] : 0;
      double z = hasBias ? sum + bias : sum;
      String name = "z" + layer.suffix() + layer.unit(u);
      units.add(unit(name, terms, sum, bias, z, layer.activation(), u));
    }
    return units;
  }

  private ExplainedUnit unit(
      String name, List<Term> terms, double sum, double bias, double z, Activation hidden, int u) {
    double output = Double.NaN;
    double slope = Double.NaN;
    if (hidden != null) {
      output = hidden.value(z);
      slope = hidden.derivative(z);
    } else if (shape.isWhole()) {
      output = row.predictions()[u];
      slope = row.activationSlope(u);
    }
    return new ExplainedUnit(name, terms, sum, bias, z, output, slope, Double.NaN);
  }

  /** As a training does: the weight of the row joins at the top. */
  private double[] weighted(double[] delta) {
    double[] weighted = delta.clone();
    if (row.weight() == 0) {
      Arrays.fill(weighted, 0);
    } else {
      Vectors.scale(row.weight(), weighted, 0, weighted.length);
    }
    return weighted;
  }

  private double[] backward(Layer above, double[] delta, List<ExplainedUnit> below) {
    double[] slopes = new double[below.size()];
    for (int j = 0; j < slopes.length; j++) {
      double sum = 0;
      for (int u = 0; u < delta.length; u++) {
        sum += delta[u] * theta[above.weightsAt() + j * above.units() + u];
      }
      slopes[j] = sum * below.get(j).activationSlope();
    }
    return slopes;
  }

  private static List<ExplainedUnit> withDelta(List<ExplainedUnit> units, double[] delta) {
    List<ExplainedUnit> all = new ArrayList<>();
    for (int u = 0; u < delta.length; u++) {
      ExplainedUnit unit = units.get(u);
      all.add(
          new ExplainedUnit(
              unit.name(),
              unit.terms(),
              unit.sum(),
              unit.bias(),
              unit.netInput(),
              unit.output(),
              unit.activationSlope(),
              delta[u]));
    }
    return List.copyOf(all);
  }
}
