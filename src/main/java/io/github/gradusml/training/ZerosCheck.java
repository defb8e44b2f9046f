package io.github.gradusml.training;

import io.github.gradusml.core.Model;
import io.github.gradusml.internal.Texts;
import io.github.gradusml.stability.Advice;
import io.github.gradusml.stability.Descent;
import io.github.gradusml.stability.Stability;
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

  static Verdict verdict(Case training) {
    return new ZerosCheck(
            training.settings(), training.start(), training.theta(), training.rehearsal())
        .verdict();
  }

  /** L1 by few rows an update, or ended early: whether going on with all rows makes zeros. */
  private Verdict verdict() {
    Descent descent = settings.descent(model);
    int from = Descent.firstWeights(model).from();
    int to = Descent.firstWeights(model).to();
    if (!descent.regularizer().shrinks()) {
      return Verdict.notApplicable("there is no penalty that makes zeros");
    }
    if (zeros(theta, from, to) > 0) {
      return Verdict.clear();
    }
    int rows = rehearsal.rows().rows();
    boolean isEarly = settings.updates.batchSize(rows) == rows;
    return Stability.of(descent.with(UpdateStrategy.batch()), model, rehearsal.rows())
        .flatMap(limit -> tried(told(limit.largestRate() / 2), from, to))
        .map(
            tried ->
                Verdict.found(
                    "no weight is exactly 0, and "
                        + EPOCHS_BY_ALL_ROWS
                        + " epochs more with all rows an update make "
                        + tried.zeros()
                        + " of "
                        + (to - from)
                        + " so: "
                        + (isEarly
                            ? "training ended before they got there."
                            : "with few rows an update, the noise of a step is larger than what the"
                                + " penalty takes off."),
                    isEarly
                        ? "Take " + calls(tried) + "."
                        : "Take withUpdates(UpdateStrategy.batch()) and "
                            + calls(tried)
                            + "; or keep the batches and take Regularizer.l1Cumulative."))
        .orElse(Verdict.clear());
  }

  /** A rate with which all rows make zeros, and how many. */
  private record Tried(double rate, int zeros) {}

  private Optional<Tried> tried(double rate, int from, int to) {
    return rehearsal
        .train(byAllRows(rate), theta)
        .map(result -> zeros(result.lastFiniteModel().parameters(), from, to))
        .filter(zeros -> zeros > 0)
        .map(zeros -> new Tried(rate, zeros));
  }

  /** As a message has it. */
  private static double told(double rate) {
    return Double.parseDouble(Texts.number(rate));
  }

  private String calls(Tried tried) {
    int epochs = (int) Math.min(Integer.MAX_VALUE, settings.epochs + 2L * EPOCHS_BY_ALL_ROWS);
    return Advice.call(tried.rate()) + " and withEpochs(" + epochs + ")";
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
