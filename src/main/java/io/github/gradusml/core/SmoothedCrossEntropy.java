package io.github.gradusml.core;

import io.github.gradusml.internal.Checks;
import java.util.List;

/**
 * See {@link Loss#crossEntropy(double)}.
 *
 * @param smoothing the share of the label that goes to both classes alike
 */
record SmoothedCrossEntropy(double smoothing) implements Loss {
  private static final Loss PLAIN = Loss.crossEntropy();

  SmoothedCrossEntropy {
    Checks.fraction("smoothing", smoothing);
  }

  private double smoothed(double y) {
    return (1 - smoothing) * y + smoothing / 2;
  }

  @Override
  public double value(double prediction, double target) {
    return PLAIN.value(prediction, smoothed(target));
  }

  @Override
  public double derivative(double prediction, double target) {
    return PLAIN.derivative(prediction, smoothed(target));
  }

  /** Targets as the rows have them, before they are smoothed. */
  @Override
  public boolean accepts(double target) {
    return PLAIN.accepts(target);
  }

  @Override
  public String targetRule() {
    return PLAIN.targetRule();
  }

  @Override
  public boolean separatesClasses() {
    return true;
  }

  @Override
  public ComposedLoss compose(Activation activation) {
    return new OfSmoothedTargets(PLAIN.compose(activation), this);
  }

  @Override
  public LossOnNetInputs composeSoftmax(int classes) {
    return new SoftmaxCrossEntropy(classes, smoothing);
  }

  @Override
  public List<String> formulas() {
    return smoothed(PLAIN.formulas());
  }

  /** The same of y′, and what y′ is. */
  private List<String> smoothed(List<String> plain) {
    String also = ", y′ = (1 − " + smoothing + ")·y + " + smoothing + "/2";
    return plain.stream().map(line -> line.replaceAll("\\by\\b", "y′") + also).toList();
  }

  @Override
  public String toString() {
    return "cross-entropy(smoothing " + smoothing + ")";
  }

  private record OfSmoothedTargets(ComposedLoss plain, SmoothedCrossEntropy loss)
      implements ComposedLoss {
    @Override
    public double value(double z, double y) {
      return plain.value(z, loss.smoothed(y));
    }

    @Override
    public double derivative(double z, double y) {
      return plain.derivative(z, loss.smoothed(y));
    }

    @Override
    public double curvature() {
      return plain.curvature();
    }

    @Override
    public List<String> formulas() {
      return loss.smoothed(plain.formulas());
    }
  }
}
