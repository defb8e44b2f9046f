package io.github.gradusml.training;

import io.github.gradusml.core.Model;
import io.github.gradusml.stability.Descent;
import io.github.gradusml.stability.Stability;
import io.github.gradusml.training.Warning.Kind;
import io.github.gradusml.update.UpdateStrategy;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Whether an L1 penalty would make weights exactly 0, but for few rows an update or an early end.
 */
final class ZerosCheck {
  /** Enough for weights to get to 0 at the largest steps that are stable. */
  private static final int EPOCHS_BY_ALL_ROWS = 100;

  private final TrainerSettings settings;
  private final Model<?> model;
  private final double[] theta;
  private final Rehearsal rehearsal;

  /**
   * @param theta the weights that training ended with
   * @param rehearsal goes on from there with all rows
   */
  ZerosCheck(TrainerSettings settings, Model<?> model, double[] theta, Rehearsal rehearsal) {
    this.settings = settings;
    this.model = model;
    this.theta = theta;
    this.rehearsal = rehearsal;
  }

  /** L1 by few rows an update, or ended early: whether going on with all rows makes zeros. */
  Optional<Warning> warning() {
    Descent descent = settings.descent(model);
    int from = Descent.firstWeights(model).from();
    int to = Descent.firstWeights(model).to();
    if (!descent.regularizer().shrinks() || zeros(theta, from, to) > 0) {
      return Optional.empty();
    }
    int rows = rehearsal.rows().rows();
    boolean isEarly = settings.updates.batchSize(rows) == rows;
    return Stability.of(descent.with(UpdateStrategy.batch()), model, rehearsal.rows())
        .flatMap(limit -> rehearsal.train(byAllRows(limit.largestRate() / 2), theta))
        .map(result -> zeros(result.lastFiniteModel().parameters(), from, to))
        .filter(zeros -> zeros > 0)
        .map(
            zeros ->
                new Warning(
                    Kind.NO_ZEROS,
                    "no weight is exactly 0, and "
                        + EPOCHS_BY_ALL_ROWS
                        + " epochs more with all rows an update make "
                        + zeros
                        + " of "
                        + (to - from)
                        + " so: "
                        + (isEarly
                            ? "training ended before they got there. Take more epochs, or a larger"
                                + " learning rate."
                            : "with few rows an update, the noise of a step is larger than what the"
                                + " penalty takes off. Take UpdateStrategy.batch(), or"
                                + " Regularizer.l1Cumulative.")));
  }

  private static Consumer<TrainerSettings> byAllRows(double rate) {
    return Rehearsal.constant(rate)
        .andThen(
            s -> {
              s.updates = UpdateStrategy.batch();
              s.epochs = EPOCHS_BY_ALL_ROWS;
            });
  }

  private static int zeros(double[] weights, int from, int to) {
    return (int) Arrays.stream(weights, from, to).filter(weight -> weight == 0).count();
  }
}
