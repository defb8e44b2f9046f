package io.github.gradusml.diagnosis;

import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Model;
import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Texts;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.metric.Scores;
import io.github.gradusml.training.Case;
import io.github.gradusml.training.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether the model is no better than the best guess that needs no features. */
final class GuessingCheck {
  /** Findings that say why. */
  private static final List<String> SAID =
      List.of("OSCILLATES", "WORSE_THAN_NOTHING", "STOOD_STILL", "DEAD_LAYER", "NOT_SEPARABLE");

  /** Findings that may be the reason, each with a cure of its own. */
  private static final List<String> FIRST_OF_ALL =
      List.of("UNSCALED_COLUMNS", "RATE_TOO_SMALL", "PLATEAU", "NOT_CONVERGED", "UNDERFITTING");

  /** The share of a guess's loss that a model takes away, and yet is hardly better. */
  private static final double HARDLY = 0.02;

  /**
   * The share of the rows that a guess has wrong, which a model gets right, and is hardly better.
   */
  private static final double HARDLY_RIGHT = 0.2;

  /** Beyond this share, many weights on few rows are no excuse. */
  private static final double MOST_BY_CHANCE = 0.25;

  /** In standard errors. */
  private static final double CHANCE = 2;

  private final Case training;
  private final Guess guess;

  private GuessingCheck(Case training) {
    this.training = training;
    this.guess = Guess.of(training);
  }

  static Verdict verdict(Case training) {
    for (String code : SAID) {
      if (training.has(code)) {
        return Verdict.notApplicable(code + " says why");
      }
    }
    return new GuessingCheck(training).verdict();
  }

  private Verdict verdict() {
    Dataset rows = training.sample();
    RowLosses own = RowLosses.of(training, training.model(), rows);
    RowLosses guessed = guess.on(rows);
    if (!own.isFinite() || !guessed.isFinite()) {
      return Verdict.notApplicable("a loss is not finite");
    }
    if (targets(rows) < 2) {
      return Verdict.notApplicable("all targets are the same");
    }
    boolean isBetter =
        Stream.concat(Stream.of(rows), training.validationSample().stream())
            .anyMatch(some -> isBetter(training.model(), some, some == rows));
    return isBetter ? Verdict.clear() : found(own, guessed);
  }

  private static int targets(Dataset rows) {
    return rows.targetKinds().length;
  }

  /** On rows trained on, every weight takes away some loss by chance. */
  private boolean isBetter(Model<?> model, Dataset rows, boolean areTrainedOn) {
    RowLosses own = RowLosses.of(training, model, rows);
    RowLosses guessed = guess.on(rows);
    double n = own.rows();
    double p = model.parameters().length - model.output().outputs();
    double byChance = areTrainedOn ? (p + 3 * Math.sqrt(2 * p)) / n : 2 / Math.sqrt(n);
    double least = Math.max(HARDLY, Math.min(MOST_BY_CHANCE, byChance));
    return own.mean() < (1 - least) * guessed.mean()
        || isClassification(model.output(), rows) && classifiesBetter(model, rows);
  }

  private boolean isClassification(Output output, Dataset rows) {
    Loss loss = training.trainer().loss();
    return output.outputs() > 1
        || loss.separatesClasses() && targets(rows) == 2 && !Double.isNaN(output.cut());
  }

  private static boolean classifiesBetter(Model<?> model, Dataset rows) {
    double accuracy = accuracy(model, rows);
    double largest = largest(rows);
    double chance = CHANCE * Math.sqrt(largest * (1 - largest) / rows.rows());
    return accuracy > largest + Math.max(chance, HARDLY_RIGHT * (1 - largest));
  }

  private static double accuracy(Model<?> model, Dataset rows) {
    try {
      return Metric.accuracy().of(Scores.of(model, rows));
    } catch (RuntimeException e) {
      return 0; // an output of the user's own may tell no classes apart
    }
  }

  /** The weight of the most frequent target, of all. */
  private static double largest(Dataset rows) {
    double all = 0;
    double most = 0;
    for (double kind : rows.targetKinds()) {
      double of = 0;
      for (int i = 0; i < rows.rows(); i++) {
        of += rows.target(i) == kind ? rows.weight(i) : 0;
      }
      all += of;
      most = Math.max(most, of);
    }
    return most / all;
  }

  private Verdict found(RowLosses own, RowLosses guessed) {
    Model<?> model = training.model();
    Dataset rows = training.sample();
    boolean areClasses = isClassification(model.output(), rows);
    return Verdict.found(
        "the loss on the rows trained on is "
            + Texts.number(own.mean())
            + ", and "
            + Texts.number(guessed.mean())
            + " if "
            + (areClasses
                ? "every row is given the shares of the classes; of the rows "
                    + Texts.percent(accuracy(model, rows))
                    + " are right, and the most frequent class has "
                    + Texts.percent(largest(rows))
                : "the same number is predicted for every row")
            + ": the model is no better than a guess without features.",
        cure());
  }

  /** That no trial helps does not speak against the features where something else is wrong. */
  private Optional<String> firstOfAll() {
    return FIRST_OF_ALL.stream()
        .filter(training::has)
        .findFirst()
        .map(code -> "Do first what " + code + " says, and look again.");
  }

  private String cure() {
    Dataset rows = training.rowsOfTrials();
    Optional<GuessingCure> best = GuessingCure.best(training, model -> isBetter(model, rows, true));
    return best.map(cure -> "Tried on some rows, this helps: " + cure.call() + ".")
        .or(this::firstOfAll)
        .orElse(
            "Neither another rate nor more epochs nor less of a penalty helped when tried on some"
                + " rows: it seems that these features say nothing of the target that the model"
                + " can use. Take other features.");
  }
}
