package io.github.gradusml.training;

import io.github.gradusml.core.ParameterBlock;
import io.github.gradusml.internal.Vectors;
import io.github.gradusml.regularization.Regularizer;
import java.util.List;
import java.util.stream.Stream;

/** The penalties on the weights of a model, block by block, and never on its biases. */
final class WeightPenalty {
  private static final int WEIGHTS_TOGETHER = 1024;

  private final ParameterBlock[] weights;
  private final Regularizer[] regularizers;
  private final double[][] state;

  /** How many parameters there are; of an array with fewer, it is the first weights that lack. */
  private final int parameters;

  /** With memory for the penalties that have one: what they had before, where they are the same. */
  WeightPenalty(
      TrainerSettings settings, List<ParameterBlock> blocks, Checkpoint before, int parameters) {
    weights = blocks.stream().filter(ParameterBlock::penalized).toArray(ParameterBlock[]::new);
    regularizers = new Regularizer[weights.length];
    for (int k = 0; k < weights.length; k++) {
      regularizers[k] = settings.regularizerOf(weights[k]);
    }
    int vectors = Stream.of(regularizers).mapToInt(Regularizer::stateVectors).max().orElse(0);
    this.parameters = parameters;
    state = Checkpoint.copy(before.penaltyStateFor(regularizers()), vectors, parameters);
  }

  private int from(int k, double[] theta) {
    int from = weights[k].from();
    return from == 0 ? 0 : from + theta.length - parameters;
  }

  private int to(int k, double[] theta) {
    return weights[k].to() + theta.length - parameters;
  }

  double value(double[] theta) {
    double sum = 0;
    for (int k = 0; k < weights.length; k++) {
      sum += regularizers[k].value(theta, from(k, theta), to(k, theta));
    }
    return sum;
  }

  void addGradient(double[] theta, double[] gradient) {
    for (int k = 0; k < weights.length; k++) {
      regularizers[k].addGradient(theta, gradient, from(k, theta), to(k, theta));
    }
  }

  void decay(double[] theta, double eta) {
    for (int k = 0; k < weights.length; k++) {
      regularizers[k].beforeStep(theta, from(k, theta), to(k, theta), eta);
    }
  }

  List<Regularizer> regularizers() {
    return List.of(regularizers);
  }

  double[][] state() {
    return state;
  }

  /**
   * @param memory what penalties remember of these parameters
   */
  void shrink(double[] theta, double eta, double[][] memory) {
    for (int k = 0; k < weights.length; k++) {
      regularizers[k].afterStep(theta, from(k, theta), to(k, theta), eta, memory);
    }
  }

  /** Takes from the first weights what a penalty with a memory of its own still wants of them. */
  void payFirst(double[] theta, double[][] memory) {
    if (first().stateVectors() > 0) {
      first().afterStep(theta, 0, to(0, theta), 0, memory);
    }
  }

  /** Whether it adds to the gradient of the first weights. */
  boolean addsToFirstGradient() {
    return first().curvature() > 0 && !first().decays();
  }

  private Regularizer first() {
    return weights.length > 0 && weights[0].from() == 0 ? regularizers[0] : Regularizer.none();
  }

  /**
   * The length of the step of size 1 that descent would take from θ, shrinking included: ‖∇J‖ where
   * the penalty is smooth, and 0 exactly at a minimum of J also where it has a kink.
   *
   * @param gradient ∇ of the mean loss and the smooth part of the penalty; overwritten
   */
  double stepLength(double[] theta, double[] gradient) {
    for (int k = 0; k < weights.length; k++) {
      addPullOfKink(regularizers[k], theta, gradient, from(k, theta), to(k, theta));
    }
    return Vectors.norm(gradient, 0, gradient.length);
  }

  /** A few weights at a time, where a penalty says that each is shrunk by itself. */
  private static void addPullOfKink(
      Regularizer penalty, double[] theta, double[] gradient, int from, int to) {
    if (!Double.isFinite(penalty.shrinkage())) {
      addPullOfKink(penalty, theta, gradient, from, to, 0);
      return;
    }
    for (int start = from; start < to && penalty.shrinks(); start += WEIGHTS_TOGETHER) {
      int end = Math.min(to, start + WEIGHTS_TOGETHER);
      addPullOfKink(penalty, theta, gradient, start, end, start);
    }
  }

  /**
   * @param first where the array begins that the penalty is shown: at 0, or at {@code from}
   */
  private static void addPullOfKink(
      Regularizer penalty, double[] theta, double[] gradient, int from, int to, int first) {
    double[] shrunk = new double[to - first];
    for (int j = from; j < to; j++) {
      shrunk[j - first] = theta[j] - gradient[j];
    }
    penalty.proximalStep(shrunk, from - first, to - first, 1);
    for (int j = from; j < to; j++) {
      gradient[j] += (theta[j] - gradient[j]) - shrunk[j - first];
    }
  }
}
