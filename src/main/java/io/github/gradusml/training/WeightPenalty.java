package io.github.gradusml.training;

import io.github.gradusml.core.ParameterBlock;
import io.github.gradusml.internal.Vectors;
import io.github.gradusml.regularization.Regularizer;
import java.util.List;
import java.util.stream.Stream;

/** The penalties on the weights of a model, block by block, and never on its biases. */
final class WeightPenalty {
  private final ParameterBlock[] weights;
  private final Regularizer[] regularizers;
  private final double[][] state;

  /** With memory for the penalties that have one: what they had before, where they are the same. */
  WeightPenalty(
      TrainerSettings settings, List<ParameterBlock> blocks, Checkpoint before, int parameters) {
    weights = blocks.stream().filter(ParameterBlock::penalized).toArray(ParameterBlock[]::new);
    regularizers = new Regularizer[weights.length];
    for (int k = 0; k < weights.length; k++) {
      regularizers[k] = settings.regularizerOf(weights[k]);
    }
    int vectors = Stream.of(regularizers).mapToInt(Regularizer::stateVectors).max().orElse(0);
    state = Checkpoint.copy(before.penaltyStateFor(regularizers()), vectors, parameters);
  }

  double value(double[] theta) {
    double sum = 0;
    for (int k = 0; k < weights.length; k++) {
      sum += regularizers[k].value(theta, weights[k].from(), weights[k].to());
    }
    return sum;
  }

  void addGradient(double[] theta, double[] gradient) {
    for (int k = 0; k < weights.length; k++) {
      regularizers[k].addGradient(theta, gradient, weights[k].from(), weights[k].to());
    }
  }

  void decay(double[] theta, double eta) {
    for (int k = 0; k < weights.length; k++) {
      regularizers[k].beforeStep(theta, weights[k].from(), weights[k].to(), eta);
    }
  }

  List<Regularizer> regularizers() {
    return List.of(regularizers);
  }

  double[][] state() {
    return state;
  }

  void shrink(double[] theta, double eta) {
    for (int k = 0; k < weights.length; k++) {
      regularizers[k].afterStep(theta, weights[k].from(), weights[k].to(), eta, state);
    }
  }

  private void proximalStep(double[] theta, double eta) {
    for (int k = 0; k < weights.length; k++) {
      regularizers[k].proximalStep(theta, weights[k].from(), weights[k].to(), eta);
    }
  }

  /**
   * The length of the step of size 1 that descent would take from θ, shrinking included: ‖∇J‖ where
   * the penalty is smooth, and 0 exactly at a minimum of J also where it has a kink.
   *
   * @param gradient ∇ of the mean loss and the smooth part of the penalty; overwritten
   */
  double stepLength(double[] theta, double[] gradient) {
    double[] moved = theta.clone();
    Vectors.addScaled(-1, gradient, 0, moved, 0, moved.length);
    double[] shrunk = moved.clone();
    proximalStep(shrunk, 1);
    for (int j = 0; j < moved.length; j++) {
      gradient[j] += moved[j] - shrunk[j];
    }
    return Vectors.norm(gradient, 0, gradient.length);
  }
}
