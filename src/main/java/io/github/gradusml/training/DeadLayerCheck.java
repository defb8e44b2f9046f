package io.github.gradusml.training;

import io.github.gradusml.core.Model;
import io.github.gradusml.core.ParameterBlock;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.training.Warning.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Whether a gradient comes down to the first weights, or none does, since every unit on the way is
 * flat on every row: they have died, and nothing wakes them again.
 */
final class DeadLayerCheck {
  private final TrainerSettings settings;
  private final Model<?> model;
  private final Dataset data;
  private final Dataset few;
  private final double[] theta;

  /**
   * @param few rows to look at first
   * @param theta the weights that training ended with
   */
  DeadLayerCheck(
      TrainerSettings settings, Model<?> model, Dataset data, Dataset few, double[] theta) {
    this.settings = settings;
    this.model = model;
    this.data = data;
    this.few = few;
    this.theta = theta;
  }

  Optional<Warning> warning() {
    if (model.layers(1).addOnlyBias()) {
      return Optional.empty();
    }
    double[] gradient = gradient(few);
    boolean nothingMoves = isZero(gradient, 0, gradient.length); // then training stood still
    if (isReached(gradient) || nothingMoves || anyRowReaches()) {
      return Optional.empty();
    }
    double[] ofAll = gradient(data);
    return isReached(ofAll) ? Optional.empty() : Optional.of(dead(ofAll));
  }

  private double[] gradient(Dataset rows) {
    double[] gradient = new double[theta.length];
    int n = rows.rows();
    LossGradient.over(model, settings.loss, rows).gradient(0, n, n, theta, gradient, false);
    return gradient;
  }

  /** The gradients of several rows may cancel out. */
  private boolean anyRowReaches() {
    LossGradient loss = LossGradient.over(model, settings.loss, few);
    double[] gradient = new double[theta.length];
    for (int i = 0; i < few.rows(); i++) {
      loss.gradient(i, i + 1, i + 1, theta, gradient, false);
      if (isReached(gradient)) {
        return true;
      }
    }
    return false;
  }

  private boolean isReached(double[] gradient) {
    ParameterBlock first = model.blocks().get(0);
    return !isZero(gradient, first.from(), first.to());
  }

  private static boolean isZero(double[] values, int from, int to) {
    return Arrays.stream(values, from, to).allMatch(value -> value == 0);
  }

  private Warning dead(double[] gradient) {
    List<String> unreached = weights(gradient);
    List<String> allZero = weights(theta);
    return new Warning(
        Kind.DEAD_LAYER,
        "no gradient reaches "
            + String.join(", ", unreached)
            + ": "
            + (allZero.isEmpty()
                ? "on every row, every unit of a layer is where its activation is flat, and so its"
                    + " weights stay as they are. Start from another seed, take a smaller learning"
                    + " rate, standardize the features, or take an activation that is nowhere flat,"
                    + " such as Activation.leakyRelu(0.01)."
                : String.join(", ", allZero)
                    + (allZero.size() == 1 ? " are" : " all are")
                    + " 0, and what is multiplied by 0 cannot be told apart. Start from random"
                    + " weights."));
  }

  /** The names of the blocks of weights that are 0 throughout. */
  private List<String> weights(double[] values) {
    return model.blocks().stream()
        .filter(block -> block.penalized() && isZero(values, block.from(), block.to()))
        .map(ParameterBlock::name)
        .toList();
  }
}
