package io.github.gradusml.training;

import io.github.gradusml.data.Dataset;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.rate.LearningRate;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * Where a training stands, beside its weights: enough to go on as if it had never stopped.
 *
 * @param epochs the epochs done
 * @param updates the updates made
 * @param configured the schedule that the trainer was given
 * @param rate the schedule in force: the same, unless it is one that reacts
 * @param optimizer the rule that the state belongs to
 * @param optimizerState what the rule remembers
 * @param penaltyState what the penalty remembers
 * @param targetKinds the different targets seen, ascending: all, or three of more
 */
record Checkpoint(
    int epochs,
    long updates,
    LearningRate configured,
    LearningRate rate,
    Optimizer optimizer,
    double[][] optimizerState,
    double[][] penaltyState,
    double[] targetKinds) {
  /** The beginning. */
  static Checkpoint start(LearningRate rate, Optimizer optimizer, int parameters) {
    return new Checkpoint(
        0,
        0,
        rate,
        rate,
        optimizer,
        new double[optimizer.stateVectors()][parameters],
        new double[0][],
        new double[0]);
  }

  /** The different targets seen when these are seen too: rows of one class may come at a time. */
  double[] targetKindsWith(Dataset data) {
    return DoubleStream.concat(Arrays.stream(targetKinds), Arrays.stream(data.targetKinds()))
        .map(target -> target + 0.0) // −0 is 0
        .distinct()
        .sorted()
        .limit(3)
        .toArray();
  }

  /** The schedule to go on with: the one in force, or another that a trainer now asks for. */
  LearningRate rateFor(LearningRate wanted) {
    return wanted.equals(configured) ? rate : wanted;
  }

  /** A copy of a state, to work on, with vectors of 0 where a rule now needs more than it had. */
  static double[][] copy(double[][] state, int vectors, int parameters) {
    double[][] copy = new double[vectors][];
    for (int k = 0; k < vectors; k++) {
      copy[k] = k < state.length ? state[k].clone() : new double[parameters];
    }
    return copy;
  }
}
