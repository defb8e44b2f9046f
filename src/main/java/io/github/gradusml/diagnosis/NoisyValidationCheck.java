package io.github.gradusml.diagnosis;

import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Texts;
import io.github.gradusml.training.Case;
import io.github.gradusml.training.Verdict;
import java.util.Optional;

/** Whether the validation rows are so few that their loss is mostly chance. */
final class NoisyValidationCheck {
  /** The standard error, as a share of the loss of a guess: what it is good for to tell. */
  private static final double MOST_NOISE = 0.2;

  /** Of fewer rows, even the standard error is mostly chance. */
  private static final double LEAST_ROWS = 20;

  /** The number of rows to take, and the noise that they have, are safely on the other side. */
  private static final double FEWER = 0.5;

  private static final int MORE_ROWS = 50;

  private NoisyValidationCheck() {}

  static Verdict verdict(Case training) {
    Optional<Dataset> others = training.validationSample();
    if (others.isEmpty()) {
      return Verdict.notApplicable("no validation rows were given");
    }
    RowLosses losses = RowLosses.of(training, training.model(), others.get());
    Guess best = Guess.of(training);
    RowLosses guess = best.on(training.sample());
    if (!losses.isFinite() || !guess.isFinite()) {
      return Verdict.notApplicable("a loss is not finite");
    }
    double scale = Math.max(guess.mean(), losses.mean());
    boolean areFew = losses.rows() < LEAST_ROWS;
    boolean isNoisy = losses.standardError() > MOST_NOISE * scale && !best.isFree();
    return areFew || isNoisy ? found(losses, scale, others.get().rows()) : Verdict.clear();
  }

  private static Verdict found(RowLosses losses, double scale, int rows) {
    double tooNoisy = losses.standardError() / (FEWER * MOST_NOISE * scale);
    double wanted = Double.isFinite(tooNoisy) ? losses.rows() * tooNoisy * tooNoisy : 0;
    long more = Math.round(Math.max(MORE_ROWS, Math.ceil(wanted * rows / losses.rows())));
    return Verdict.found(
        "the validation loss, "
            + Texts.number(losses.mean())
            + ", is the mean of "
            + Texts.count(rows, "row")
            + (losses.rows() < 0.9 * rows
                ? " (by their weights worth " + Texts.number(losses.rows()) + ")"
                : "")
            + (Double.isFinite(
                    losses.standardError()) // not by one row, nor where one counts for all
                ? ", with a standard error of "
                    + Texts.number(losses.standardError())
                    + ": of two models that differ by less than "
                    + Texts.number(2 * losses.standardError())
                    + ", it does not say which is better."
                : ": it does not say which of two models is better."),
        "Take more validation rows, "
            + more
            + " or more, as the standard error falls with 1/sqrt(rows); where there are no more,"
            + " every row can be one in its turn: CrossValidation.kFold(5).");
  }
}
