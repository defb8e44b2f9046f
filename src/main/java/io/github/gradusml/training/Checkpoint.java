package io.github.gradusml.training;

import io.github.gradusml.data.Dataset;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Where a training stands, beside its weights: enough to go on as if it had never stopped.
 *
 * @param theta the weights after the last update: with early stopping or averaging not those of the
 *     model
 * @param epochs the epochs done
 * @param updates the updates made
 * @param configured the schedule that the trainer was given
 * @param rate the schedule in force: the same, unless it is one that reacts
 * @param optimizer the rule that the state belongs to
 * @param optimizerState what the rule remembers
 * @param penalties the penalties that the state belongs to, one for each block of weights
 * @param penaltyState what they remember
 * @param best the best weights so far, by a rule of early stopping
 * @param average the mean of the weights so far
 * @param targetKinds the different targets seen, ascending: all, or three of more
 * @param course what the training has gone through
 */
record Checkpoint(
    double[] theta,
    int epochs,
    long updates,
    LearningRate configured,
    LearningRate rate,
    Optimizer optimizer,
    double[][] optimizerState,
    List<Regularizer> penalties,
    double[][] penaltyState,
    BestWeights best,
    AverageWeights average,
    double[] targetKinds,
    Course course) {
  /** The beginning. */
  static Checkpoint start(TrainerSettings settings, double[] theta) {
    LearningRate rate = settings.learningRate;
    Optimizer optimizer = settings.optimizer;
    return new Checkpoint(
        theta,
        0,
        0,
        rate,
        rate,
        optimizer,
        new double[0][],
        List.of(),
        new double[0][],
        new BestWeights(settings.earlyStopping, 0),
        AverageWeights.from(settings.averagedFrom, theta.length),
        new double[0],
        Course.beginsAfter(0, 0));
  }

  /** The beginning of another training, which goes on where this one ended. */
  Checkpoint next() {
    return new Checkpoint(
        theta,
        epochs,
        updates,
        configured,
        rate,
        optimizer,
        optimizerState,
        penalties,
        penaltyState,
        best.askedForMore(),
        average,
        targetKinds,
        Course.beginsAfter(epochs, updates));
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

  /** The best weights to go on with, where they are by the same rule and rows; else anew. */
  BestWeights bestFor(EarlyStopping rule, long rows) {
    return best.goesBy(rule, rows) ? best.copy() : new BestWeights(rule, rows);
  }

  /** What penalties remember, where they are the same; else nothing. */
  double[][] penaltyStateFor(List<Regularizer> wanted) {
    return penalties.equals(wanted) ? penaltyState : new double[0][];
  }

  /** A copy of a state. */
  static double[][] copy(double[][] state) {
    return copy(state, state.length, 0);
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
