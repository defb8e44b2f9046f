package io.github.gradusml.step;

import io.github.gradusml.core.Layers;
import io.github.gradusml.core.LossOnNetInputs;
import io.github.gradusml.core.Model;
import io.github.gradusml.core.ParameterBlock;
import io.github.gradusml.internal.BatchParts;
import io.github.gradusml.internal.Vectors;
import io.github.gradusml.rows.Rows;
import io.github.gradusml.rows.Workspace;
import java.util.stream.IntStream;

/**
 * The rows of an update, forwards and back, one after the other, by the parts that a model is made
 * of: the two products of its first layer, its layers, and the loss of its net inputs.
 *
 * <pre>{@code
 * z₁ = W₁ᵀ·x  →  z = layers(z₁)  →  L(z, y)        G₁ = x·δ₁ᵀ  ←  δ₁ = layers back  ←  s·∂L/∂z
 * }</pre>
 *
 * <p>The numbers are those of a training to the last bit, as row after row is the order in which
 * that adds up too.
 */
final class BatchPass {
  private final Moment moment;
  private final Model<?> model;
  private final LossOnNetInputs loss;
  private final Rows rows;
  private final double[] weights;
  private final int units;

  BatchPass(Moment moment) {
    this.moment = moment;
    this.model = moment.model();
    this.loss = model.output().compose(moment.trainer().loss());
    this.rows = moment.data().inputs().select(moment.rows());
    this.weights = moment.weights();
    this.units = model.layers(1).inputs();
  }

  /** What a row makes of the net inputs, and they of it; δ without the weight of the row. */
  record RowPass(double[] z, double loss, double[] delta, double[] delta1) {}

  int size() {
    return weights.length;
  }

  double weight(int i) {
    return weights[i];
  }

  double target(int i) {
    return moment.data().target(moment.rows()[i]);
  }

  double[] x(int i) {
    return rows.row(i);
  }

  /** Whether of each row only what is not 0 is kept. */
  boolean isSparse() {
    return rows.isSparse();
  }

  /** The columns that a row meets: of a sparse one those in which it is not 0, else all. */
  int[] columns(int i) {
    return rows.isSparse() ? rows.indices(i) : IntStream.range(0, rows.columns()).toArray();
  }

  /** The numbers of a row in its {@link #columns}. */
  double[] values(int i) {
    return rows.isSparse() ? rows.values(i) : rows.row(i);
  }

  double value(int i, int column) {
    return rows.value(i, column);
  }

  /** The parameters that the rows meet, by their index in θ: all, or of sparse rows those alone. */
  int[] parameters() {
    IntStream first = IntStream.range(0, above());
    if (isSparse()) {
      first =
          IntStream.range(0, size())
              .flatMap(i -> IntStream.of(rows.indices(i)))
              .distinct()
              .sorted()
              .flatMap(j -> IntStream.range(j * units, (j + 1) * units));
    }
    return IntStream.concat(first, IntStream.range(above(), moment.parameters())).toArray();
  }

  /** ∇ of the mean loss. */
  double[] meanGradient(double[] theta) {
    int m = size();
    double[] gradient = new double[theta.length];
    int each = BatchParts.rowsInAPart(m, weightsThatARowMeets(), theta.length, units);
    for (int start = 0; start < m; start += each) {
      double[] part = each >= m ? gradient : new double[theta.length];
      for (int i = start; i < Math.min(m, start + each); i++) {
        addGradient(i, theta, part);
      }
      if (part != gradient) {
        Vectors.addScaled(1, part, 0, gradient, 0, gradient.length);
      }
    }
    if (m > 1) {
      Vectors.scale(1.0 / m, gradient, 0, gradient.length);
    }
    return gradient;
  }

  private int weightsThatARowMeets() {
    int all =
        model.blocks().stream()
            .filter(ParameterBlock::penalized)
            .mapToInt(block -> block.to() - block.from())
            .sum();
    Rows data = moment.data().inputs();
    return BatchParts.weightsMet(
        Math.max(1, all), data.columns() * units, data.numbers() * units, data.size());
  }

  /** The mean loss; of large batches, added up part by part. */
  double meanLoss(double[] theta) {
    int m = size();
    int each = BatchParts.rowsInAPart(m, weightsThatARowMeets(), theta.length, units);
    double all = 0;
    for (int start = 0; start < m; start += each) {
      double sum = 0;
      for (int i = start; i < Math.min(m, start + each); i++) {
        if (weights[i] != 0) {
          sum += weights[i] * loss(i, theta);
        }
      }
      all += sum;
    }
    return all / m;
  }

  /** L of a row. */
  double loss(int i, double[] theta) {
    return loss.value(netInputs(i, theta, model.layers(1)), 0, target(i));
  }

  /** Adds s·∇L of a row, which is nothing where its weight is 0; returns what it is made of. */
  RowPass addGradient(int i, double[] theta, double[] gradient) {
    Layers layers = model.layers(1);
    double[] z = netInputs(i, theta, layers);
    double[] delta = new double[z.length];
    double[] delta1 = new double[units];
    loss.slope(z, 0, target(i), delta);
    if (weights[i] != 0) {
      double[] weighted = delta.clone();
      Vectors.scale(weights[i], weighted, 0, weighted.length);
      layers.backward(weighted, 1, theta, above(), delta1, gradient);
      rows.addTransposed(i, i + 1, delta1, Workspace.of(units), gradient);
    }
    return new RowPass(z, loss.value(z, 0, target(i)), delta, delta1);
  }

  private double[] netInputs(int i, double[] theta, Layers layers) {
    double[] z1 = new double[units];
    double[] z = new double[layers.outputs()];
    rows.multiply(i, i + 1, theta, Workspace.of(units), z1);
    layers.forward(z1, 1, theta, above(), z);
    return z;
  }

  /** Where in θ the parameters above the first weights begin. */
  private int above() {
    return model.features() * units;
  }
}
