package io.github.gradusml.step;

import java.util.Arrays;
import java.util.List;

/**
 * What an update makes of all parameters, line by line as a training goes.
 *
 * @param before θ
 * @param lossGradient ∇ of the mean loss
 * @param gradient and that of the penalty
 * @param decayed θ after decoupled decay
 * @param moved θ after the optimizer's step
 * @param after θ after L1
 * @param memory what the optimizer remembers, before and after
 * @param penaltyMemory what the penalties remember, before and after
 */
record Way(
    double[] before,
    double[] lossGradient,
    double[] gradient,
    double[] decayed,
    double[] moved,
    double[] after,
    double[][][] memory,
    double[][][] penaltyMemory) {
  /** Makes the update, once: penalties and optimizer remember it from then on. */
  static Way of(Moment moment, BatchPass batch) {
    UpdateRule rule = moment.rule();
    double[][] memory = rule.memory();
    double[][] penaltyMemory = rule.penaltyMemory();
    double[] theta = moment.theta().clone();
    double[] lossGradient = batch.meanGradient(theta); // ∇ of the mean loss of these rows
    double[] gradient = lossGradient.clone();
    rule.addGradient(theta, gradient); // + ∇ of the penalty, on weights, never a bias
    rule.decay(theta, moment.eta()); // decoupled weight decay
    double[] decayed = theta.clone();
    rule.move(theta, gradient, moment.eta(), moment.t()); // θ ← θ − η·∇
    double[] moved = theta.clone();
    rule.shrink(theta, moment.eta()); // L1: exact zeros
    if (moment.mayGoRowByRow()) { // it then rounds a weight once less than its optimizer
      moved = moment.after();
      theta = moment.after();
    } else if (batch.isSparse()) { // it makes up for all steps of a weight that rested at once
      boolean isShrunk = !Arrays.equals(moved, theta);
      theta = moment.after();
      moved = isShrunk ? moved : theta;
    }
    return new Way(
        moment.theta(),
        lossGradient,
        gradient,
        decayed,
        moved,
        theta,
        new double[][][] {memory, rule.memory()},
        new double[][][] {penaltyMemory, rule.penaltyMemory()});
  }

  /** The way of one parameter, by its index in θ. */
  ExplainedParameter parameter(String name, int j) {
    return new ExplainedParameter(
        name,
        before[j],
        lossGradient[j],
        gradient[j],
        decayed[j],
        moved[j],
        after[j],
        at(memory[0], j),
        at(memory[1], j),
        at(penaltyMemory[0], j),
        at(penaltyMemory[1], j));
  }

  private static List<Double> at(double[][] vectors, int j) {
    return Arrays.stream(vectors).map(vector -> vector[j]).toList();
  }
}
