package io.github.gradusml.step;

import io.github.gradusml.core.Model;
import io.github.gradusml.core.ParameterBlock;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.Trainer;
import java.util.Arrays;
import java.util.List;

/** What an update makes of a gradient, by calling penalties and optimizer as a training does. */
final class UpdateRule {
  private final Optimizer optimizer;
  private final List<ParameterBlock> blocks;
  private final Regularizer[] penalties;

  /** What the optimizer and the penalties remember, vector by vector. */
  private final double[][] memory;

  private final double[][] penaltyMemory;

  /** At the beginning of a training: all memory is 0. */
  UpdateRule(Trainer trainer, Model<?> model, int parameters) {
    optimizer = trainer.optimizer();
    blocks = model.blocks().stream().filter(ParameterBlock::penalized).toList();
    penalties = new Regularizer[blocks.size()];
    int vectors = 0;
    for (int k = 0; k < penalties.length; k++) {
      penalties[k] =
          trainer.blockRegularizers().getOrDefault(blocks.get(k).name(), trainer.regularizer());
      vectors = Math.max(vectors, penalties[k].stateVectors());
    }
    memory = new double[optimizer.stateVectors()][parameters];
    penaltyMemory = new double[vectors][parameters];
  }

  /** ∇ of the penalty, on weights. */
  void addGradient(double[] theta, double[] gradient) {
    for (int k = 0; k < penalties.length; k++) {
      penalties[k].addGradient(theta, gradient, blocks.get(k).from(), blocks.get(k).to());
    }
  }

  void decay(double[] theta, double eta) {
    for (int k = 0; k < penalties.length; k++) {
      penalties[k].beforeStep(theta, blocks.get(k).from(), blocks.get(k).to(), eta);
    }
  }

  void move(double[] theta, double[] gradient, double eta, long t) {
    optimizer.step(theta, gradient, eta, memory, t);
  }

  void shrink(double[] theta, double eta) {
    for (int k = 0; k < penalties.length; k++) {
      penalties[k].afterStep(theta, blocks.get(k).from(), blocks.get(k).to(), eta, penaltyMemory);
    }
  }

  /** Whether there is no penalty, or L2 alone: a step of one row has it in the same pass. */
  boolean isPlain() {
    return Arrays.stream(penalties).allMatch(UpdateRule::isNoneOrL2);
  }

  private static boolean isNoneOrL2(Regularizer penalty) {
    double alpha = penalty.curvature();
    boolean mayBeL2 = alpha >= 0 && alpha < Double.POSITIVE_INFINITY;
    return penalty.equals(Regularizer.none()) || mayBeL2 && penalty.equals(Regularizer.l2(alpha));
  }

  /** R(w). */
  double penalty(double[] theta) {
    double sum = 0;
    for (int k = 0; k < penalties.length; k++) {
      sum += penalties[k].value(theta, blocks.get(k).from(), blocks.get(k).to());
    }
    return sum;
  }

  /** The block of weights that a parameter is of; −1 for one without a penalty. */
  int blockOf(int parameter) {
    for (int k = 0; k < penalties.length; k++) {
      if (parameter >= blocks.get(k).from() && parameter < blocks.get(k).to()) {
        return k;
      }
    }
    return -1;
  }

  ParameterBlock block(int k) {
    return blocks.get(k);
  }

  Regularizer regularizer(int k) {
    return penalties[k];
  }

  /** How many blocks of weights there are. */
  int size() {
    return penalties.length;
  }

  double[][] memory() {
    return copy(memory);
  }

  double[][] penaltyMemory() {
    return copy(penaltyMemory);
  }

  private static double[][] copy(double[][] vectors) {
    return Arrays.stream(vectors).map(double[]::clone).toArray(double[][]::new);
  }
}
