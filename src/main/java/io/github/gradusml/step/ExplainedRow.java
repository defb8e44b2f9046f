package io.github.gradusml.step;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.LossOnNetInputs;
import io.github.gradusml.core.Output;
import io.github.gradusml.step.BatchPass.RowPass;
import java.util.List;

/**
 * What one row does in a step: forwards from its features to its loss, and back to its share of the
 * gradient.
 *
 * <pre>{@code
 * x → z → ŷ → L(ŷ, y)        s·∇L ← s·δ ← δ = ∂L/∂z = L′(ŷ, y)·φ′(z)
 * }</pre>
 *
 * <p>Some pairs of activation and loss are {@linkplain #isFused() fused}: δ is then computed from z
 * in one go, and the product of the two slopes stands beside it, for comparison.
 *
 * <p>A row is immutable. Article: section 1, Perceptron learning. Symbols: x features, z net
 * inputs, ŷ prediction, y target, L loss, δ slope of the loss with respect to z, s weight of the
 * row.
 */
public final class ExplainedRow {
  private final Moment moment;
  private final BatchPass batch;
  private final Shape shape;
  private final int i;
  private final RowPass pass;
  private final double lossAfter;

  /** What it adds to the gradient goes to {@code scratch}, and is not looked at. */
  ExplainedRow(
      Moment moment, BatchPass batch, Shape shape, int i, double[] thetaAfter, double[] scratch) {
    this.moment = moment;
    this.batch = batch;
    this.shape = shape;
    this.i = i;
    this.pass = batch.addGradient(i, moment.theta(), scratch);
    this.lossAfter = batch.loss(i, thetaAfter);
  }

  /** {@return the number of the row in the data, from 0} */
  public int number() {
    return moment.rows()[i];
  }

  boolean isSparse() {
    return batch.isSparse();
  }

  /** The columns of the terms of a unit next to the inputs. */
  int[] columns() {
    return batch.columns(i);
  }

  /** The numbers in these columns. */
  double[] values() {
    return batch.values(i);
  }

  /** The number in one column. */
  double value(int column) {
    return batch.value(i, column);
  }

  /** {@return the features, all of them also where the row is sparse, a new array} */
  public double[] x() {
    return batch.x(i);
  }

  /** {@return the target y} */
  public double target() {
    return batch.target(i);
  }

  /** {@return how much the row counts, 1 on average over all rows; 1 where rows have no weights} */
  public double weight() {
    return batch.weight(i);
  }

  /** {@return how many layers are known: 1 of a perceptron or a softmax, more of a network} */
  public int layers() {
    return shape.layers().size();
  }

  /**
   * Returns the units of a layer.
   *
   * @param layer from 1, that next to the inputs, to {@link #layers()}
   * @return one a unit
   * @throws IndexOutOfBoundsException if there is no such layer
   */
  public List<ExplainedUnit> units(int layer) {
    if (layer < 1 || layer > layers()) {
      throw new IndexOutOfBoundsException(
          "layer must be from 1 to " + layers() + ", but was " + layer);
    }
    return units().get(layer - 1);
  }

  /** All layers. */
  List<List<ExplainedUnit>> units() {
    return new UnitsOfRow(this, shape, moment.theta(), moment.data().featureNames()).layers();
  }

  /** {@return z, one net input an output, a new array} */
  public double[] netInputs() {
    return pass.z().clone();
  }

  /** {@return ŷ, one prediction a net input, a new array} */
  public double[] predictions() {
    double[] predictions = new double[pass.z().length];
    output().predict(pass.z(), 0, predictions);
    return predictions;
  }

  /** {@return L before the step} */
  public double loss() {
    return pass.loss();
  }

  /** {@return L after the step} */
  public double lossAfter() {
    return lossAfter;
  }

  /** {@return δ, one slope a net input, as the training uses it, but for the weight of the row} */
  public double[] delta() {
    return pass.delta().clone();
  }

  /**
   * Tells whether δ is computed from z in one go, not by the chain rule: where activation and loss
   * are fused, and where the loss of a threshold looks at the net input. Behind the identity, whose
   * slope is 1, the two are the same.
   *
   * @return whether it is
   */
  public boolean isFused() {
    return !Formula.told(composed().formulas()).isEmpty()
        && !output().activation().equals(Activation.identity());
  }

  /**
   * Returns the slope of the loss with respect to the prediction.
   *
   * @return L′(ŷ, y); NaN where there are several net inputs
   */
  public double lossSlope() {
    return hasOneOutput() ? lossFunction().derivative(predictions()[0], target()) : Double.NaN;
  }

  /**
   * Returns the slope of the activation.
   *
   * @return φ′(z); NaN where there are several net inputs, or the output has no activation
   */
  public double activationSlope() {
    return hasOneOutput() ? activationSlope(0) : Double.NaN;
  }

  /** That of one of several; NaN where a prediction depends on all net inputs. */
  double activationSlope(int u) {
    Activation activation = output().activation();
    boolean isItsOwn = predictions()[u] == activation.value(pass.z()[u]);
    return isItsOwn ? activation.derivative(pass.z()[u]) : Double.NaN;
  }

  /**
   * Returns the product of the two slopes, which is δ to rounding where nothing is in its way.
   *
   * @return L′·φ′; 0 behind a threshold, and 0 or NaN where a prediction rounds to its limit; NaN
   *     where there are several net inputs
   */
  public double chainRule() {
    return lossSlope() * activationSlope();
  }

  /**
   * Returns what the row adds to the sum over the rows, of which the gradient is the mean.
   *
   * @return s·∇L, a new array, one number a parameter; all 0 for a row of weight 0
   */
  public double[] gradient() {
    double[] share = new double[moment.parameters()];
    batch.addGradient(i, moment.theta(), share);
    return share;
  }

  /** ∂L/∂z₁, which is δ where there is one layer; weighted. */
  double[] firstDelta() {
    return pass.delta1().clone();
  }

  boolean hasOneOutput() {
    return pass.z().length == 1;
  }

  Output output() {
    return moment.model().output();
  }

  Loss lossFunction() {
    return moment.trainer().loss();
  }

  LossOnNetInputs composed() {
    return output().compose(lossFunction());
  }

  /** Says where the row stands, and its loss. */
  @Override
  public String toString() {
    return "ExplainedRow(row "
        + number()
        + ", loss "
        + loss()
        + " before, "
        + lossAfter
        + " after)";
  }
}
