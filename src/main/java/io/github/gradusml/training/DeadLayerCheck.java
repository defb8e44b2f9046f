package io.github.gradusml.training;

import io.github.gradusml.core.Model;
import io.github.gradusml.core.ParameterBlock;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Texts;
import io.github.gradusml.stability.Advice;
import java.util.Arrays;
import java.util.List;

/**
 * Whether a gradient comes down to the first weights, or none does, since every unit on the way is
 * flat on every row: they have died, and nothing wakes them again.
 */
final class DeadLayerCheck {
  /** Each a tenth of the one before. */
  private static final int MOST_TRIALS = 6;

  private final TrainerSettings settings;
  private final Model<?> model;
  private final Dataset data;
  private final Dataset few;
  private final double[] theta;
  private final double largestRate;
  private final Rehearsal rehearsal;

  private DeadLayerCheck(Case training) {
    this.settings = training.settings();
    this.model = training.start();
    this.data = training.train();
    this.rehearsal = training.rehearsal();
    this.few = rehearsal.few();
    this.theta = training.theta();
    this.largestRate = training.largestRate();
  }

  static Verdict verdict(Case training) {
    return new DeadLayerCheck(training).verdict();
  }

  private Verdict verdict() {
    if (model.layers(1).addOnlyBias()) {
      return Verdict.notApplicable("it has no hidden layer");
    }
    double[] gradient = gradient(few, theta);
    boolean nothingMoves = isZero(gradient, 0, gradient.length); // then training stood still
    if (isReached(gradient) || nothingMoves || anyRowReaches()) {
      return Verdict.clear();
    }
    double[] ofAll = gradient(data, theta);
    return isReached(ofAll) ? Verdict.clear() : dead(ofAll);
  }

  private double[] gradient(Dataset rows, double[] theta) {
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

  private Verdict dead(double[] gradient) {
    String unreached = "no gradient reaches " + String.join(", ", weights(gradient)) + ": ";
    List<String> allZero = weights(theta);
    return allZero.isEmpty()
        ? Verdict.found(
            unreached
                + "on every row, every unit of a layer is where its activation is flat, and so its"
                + " weights stay as they are.",
            cure())
        : Verdict.found(
            unreached
                + String.join(", ", allZero)
                + (allZero.size() == 1 ? " are" : " all are")
                + " 0, and what is multiplied by 0 cannot be told apart.",
            "Start from random weights.");
  }

  /** Units that were alive at the start were pushed to where they are, by a step too long. */
  private String cure() {
    double rate = largestRate;
    for (int k = 0; k < MOST_TRIALS && isReached(gradient(few, model.parameters())); k++) {
      rate = Double.parseDouble(Texts.number(rate / 10));
      if (staysAlive(rate)) {
        return "They were alive at the start; take a smaller learning rate: "
            + Advice.call(rate)
            + ".";
      }
    }
    return "Start from other weights, or take an activation that is nowhere flat, such as"
        + " Activation.leakyRelu(0.01).";
  }

  private boolean staysAlive(double rate) {
    return rehearsal
        .train(Rehearsal.constant(rate), model.parameters())
        .filter(result -> isReached(gradient(few, result.lastFiniteModel().parameters())))
        .isPresent();
  }

  /** The names of the blocks of weights that are 0 throughout. */
  private List<String> weights(double[] values) {
    return model.blocks().stream()
        .filter(block -> block.penalized() && isZero(values, block.from(), block.to()))
        .map(ParameterBlock::name)
        .toList();
  }
}
