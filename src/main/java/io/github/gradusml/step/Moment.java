package io.github.gradusml.step;

import io.github.gradusml.core.Model;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.Texts;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.Training;
import java.util.concurrent.CancellationException;

/**
 * Where a training stands just before one of its updates, and what that update is made with.
 *
 * @param trainer the settings
 * @param model what is trained; of its parameters only their places matter
 * @param data all rows
 * @param rows the numbers of those of the update, in the order in which they are added up
 * @param theta the parameters before
 * @param after the parameters after it
 * @param rule penalties and optimizer, with what they remember
 * @param eta the rate
 * @param t the number of the update, from 1
 */
record Moment(
    Trainer trainer,
    Model<?> model,
    Dataset data,
    int[] rows,
    double[] theta,
    double[] after,
    UpdateRule rule,
    double eta,
    long t) {
  /**
   * Follows a training up to an update. It is asked for parameters, gradients and rates on the way;
   * what optimizer and penalties remember is followed here.
   */
  static <M extends Model<M>> Moment before(Trainer trainer, M model, Dataset data, long update) {
    Checks.notNull("trainer", trainer);
    Checks.notNull("model", model);
    Checks.notNull("data", data);
    Trainer alone = trainer.withoutObservers().withThreads(1);
    Training<M> training = alone.begin(model, data);
    checkUpdate(update, (long) trainer.epochs() * trainer.updates().updatesPerEpoch(data.rows()));
    double[] theta = training.parameters();
    UpdateRule rule = new UpdateRule(trainer, model, theta.length);
    for (long t = 1; t < update; t++) {
      next(training, update);
      double eta = training.learningRate();
      double[] gradient = training.gradient();
      rule.decay(theta, eta);
      rule.move(theta, gradient, eta, t);
      rule.shrink(theta, eta);
      theta = training.parameters();
    }
    next(training, update);
    double eta = training.learningRate();
    double[] after = training.parameters();
    return new Moment(trainer, model, data, training.rows(), theta, after, rule, eta, update);
  }

  private static void checkUpdate(long update, long most) {
    if (update < 1 || update > most) {
      throw new IllegalArgumentException(
          "update must be from 1 to "
              + most
              + ", as many as the training has, but was "
              + update
              + "; withEpochs gives it more");
    }
  }

  private static void next(Training<?> training, long update) {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException(
          "following a training was interrupted after "
              + Texts.count(training.updates(), "update"));
    }
    if (!training.goesOn()) {
      throw new IllegalArgumentException(
          "update must be at most "
              + training.updates()
              + ", where the training diverged, but was "
              + update
              + "; take a smaller learning rate, or an earlier update");
    }
    training.update();
  }

  /** Whether a training may make this update in one pass over its row; it may also not. */
  boolean mayGoRowByRow() {
    return rows.length == 1
        && trainer.optimizer().equals(Optimizer.gradientDescent())
        && rule.isPlain();
  }

  int parameters() {
    return theta.length;
  }

  /** How much each row of the update counts, 1 where rows have no weights. */
  double[] weights() {
    double[] all = data.relativeWeights();
    double[] some = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      some[i] = all[rows[i]];
    }
    return some;
  }
}
