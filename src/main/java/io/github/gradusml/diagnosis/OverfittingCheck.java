package io.github.gradusml.diagnosis;

import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Texts;
import io.github.gradusml.training.Case;
import io.github.gradusml.training.EpochRecord;
import io.github.gradusml.training.Verdict;
import java.util.Comparator;
import java.util.Optional;

/**
 * Whether the model knows the rows that it was trained on better than others of the same kind, and
 * did better on those before.
 */
final class OverfittingCheck {
  /** In standard errors of the difference: chance alone gives one case in a thousand. */
  private static final double BEYOND_CHANCE = 3;

  /** How much larger the validation loss is, where it was recorded and where it was not. */
  private static final double LEAST_RATIO = 1.2;

  private static final double LEAST_RATIO_UNRECORDED = 1.5;

  /** By how much the validation loss has risen, as a share of its lowest. */
  private static final double LEAST_RISE = 0.05;

  private static final int LEAST_PATIENCE = 5;
  private static final int MOST_PATIENCE = 50;

  private OverfittingCheck() {}

  static Verdict verdict(Case training) {
    Optional<Dataset> others = training.validationSample();
    if (others.isEmpty()) {
      return Verdict.notApplicable("no validation rows were given");
    }
    RowLosses own = RowLosses.of(training, training.model(), training.sample());
    RowLosses other = RowLosses.of(training, training.model(), others.get());
    if (!own.isFinite() || !other.isFinite()) {
      return Verdict.notApplicable("a loss is not finite");
    }
    Optional<EpochRecord> best =
        training.result().history().epochs().stream()
            .filter(epoch -> Double.isFinite(epoch.validationLoss()))
            .min(Comparator.comparingDouble(EpochRecord::validationLoss));
    double chance = Math.sqrt(squared(own.standardError()) + squared(other.standardError()));
    double ratio = best.isPresent() ? LEAST_RATIO : LEAST_RATIO_UNRECORDED;
    boolean isApart =
        other.mean() - own.mean() > BEYOND_CHANCE * chance && other.mean() > ratio * own.mean();
    if (!isApart || best.isPresent() && !hasRisen(training, other, others.get(), best.get())) {
      return Verdict.clear();
    }
    return Verdict.found(evidence(own, other, chance, best), cure(best));
  }

  /** What is recorded is the plain loss, and not what is above that of a perfect prediction. */
  private static boolean hasRisen(Case training, RowLosses now, Dataset others, EpochRecord best) {
    double perfect = RowLosses.of(others, i -> RowLosses.least(training, others.target(i))).mean();
    double lowest = best.validationLoss() - perfect;
    return now.mean() - lowest > LEAST_RISE * lowest;
  }

  private static double squared(double value) {
    return value * value;
  }

  private static String evidence(
      RowLosses own, RowLosses other, double chance, Optional<EpochRecord> best) {
    return "the loss is "
        + Texts.number(own.mean())
        + " on the rows trained on and "
        + Texts.number(other.mean())
        + " on the validation rows, "
        + Texts.number((other.mean() - own.mean()) / chance)
        + " standard errors more"
        + best.map(
                epoch ->
                    "; the validation loss was lowest, "
                        + Texts.number(epoch.validationLoss())
                        + ", after epoch "
                        + epoch.epoch()
                        + ", and has risen since.")
            .orElse(".");
  }

  private static String cure(Optional<EpochRecord> best) {
    int patience =
        best.map(epoch -> Math.max(LEAST_PATIENCE, Math.min(MOST_PATIENCE, epoch.epoch())))
            .orElse(LEAST_PATIENCE);
    return "Keep the weights that were best on the validation rows:"
        + " withEarlyStopping(EarlyStopping.onValidationLoss("
        + patience
        + "))"
        + (best.isPresent() ? "." : ", with fit(start, train, validation).");
  }
}
