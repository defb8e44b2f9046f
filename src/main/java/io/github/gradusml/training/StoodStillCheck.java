package io.github.gradusml.training;

import io.github.gradusml.internal.Texts;
import io.github.gradusml.internal.Vectors;
import java.util.Arrays;
import java.util.List;

/** Whether it ended at the weights that it began with, though rows have a loss. */
final class StoodStillCheck {
  private StoodStillCheck() {}

  static Verdict verdict(Case training) {
    List<EpochRecord> epochs = training.result().history().epochs();
    if (epochs.isEmpty()) {
      return Verdict.notApplicable("no epoch was recorded");
    }
    EpochRecord last = epochs.get(epochs.size() - 1);
    boolean still =
        last.gradientNorm() == 0
            && last.dataLoss() > 0
            && Arrays.equals(training.theta(), training.start().parameters());
    if (!still) {
      return Verdict.clear();
    }
    return isFlatEverywhere(training)
        ? Verdict.found(
            "training moved no weight, though the loss is "
                + Texts.number(last.dataLoss())
                + ": "
                + training.start().output()
                + " is flat at the net inputs of all rows and lets no gradient through.",
            "Start from other weights, such as random ones, or take an activation that is"
                + " nowhere flat, such as Activation.leakyRelu.")
        : Verdict.found(
            "training ended at the weights that it began with: there the gradients of the rows"
                + " cancel out exactly, though the loss is "
                + Texts.number(last.dataLoss())
                + ".",
            training.start().layers(1).addOnlyBias()
                ? "A line cannot do better from here: add features, such as products of those there"
                    + " are, or take a model with a hidden layer."
                : "Start from random weights.");
  }

  private static boolean isFlatEverywhere(Case training) {
    double[] theta = training.theta();
    LossGradient loss =
        LossGradient.over(training.start(), training.settings().loss, training.train());
    double[] gradient = new double[theta.length];
    for (int i = 0; i < training.train().rows(); i++) {
      loss.gradient(i, i + 1, i + 1, theta, gradient, false);
      if (Vectors.norm(gradient, 0, gradient.length) > 0) {
        return false;
      }
    }
    return true;
  }
}
