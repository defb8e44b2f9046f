package io.github.gradusml.training;

import io.github.gradusml.core.Model;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Texts;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.metric.Scores;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.stability.Separability;
import io.github.gradusml.training.Warning.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whether a line separates the two classes, asked where a training came to nothing, or where the
 * perceptron criterion still has rows on the wrong side.
 */
final class ClassesCheck {
  /** Beyond this share of the larger class the other is a rare event. */
  private static final double COMMON = 0.75;

  /** Numbers among which looking for a line costs no more than a training. */
  private static final int MOST_NUMBERS = 1_000_000;

  private final TrainerSettings settings;
  private final boolean settlesOnlyIfSeparable;
  private final Model<?> model;
  private final Dataset few;
  private final Supplier<Optional<Dataset>> rows;

  /** The share of a few rows that are right; NaN unless it is a line between two classes. */
  private final double accuracy;

  /**
   * @param settlesOnlyIfSeparable whether the loss is that of the perceptron criterion: 0 at
   *     weights 0, and at a minimum only where no row is on the wrong side
   * @param model with the weights that training ended with
   * @param few rows that count: all, or a few of many
   * @param rows the same or more, if a line is worth looking for; what no line separates in some
   *     rows, none does in all
   */
  ClassesCheck(
      TrainerSettings settings,
      boolean settlesOnlyIfSeparable,
      Model<?> model,
      Dataset few,
      Supplier<Optional<Dataset>> rows) {
    this.settings = settings;
    this.settlesOnlyIfSeparable = settlesOnlyIfSeparable;
    this.model = model;
    this.few = few;
    this.rows = rows;
    boolean isLine =
        model.layers(1).addOnlyBias()
            && model.output().outputs() == 1
            && !Double.isNaN(model.output().cut())
            && areClasses(few.targetKinds());
    this.accuracy = isLine ? Metric.accuracy().of(Scores.of(model, few)) : Double.NaN;
  }

  private static boolean areClasses(double[] kinds) {
    return kinds.length == 2 && kinds[1] == 1 && (kinds[0] == 0 || kinds[0] == -1);
  }

  /** To other losses 0 and 1 may be numbers, such as counts of a rare event. */
  private boolean isOfClasses() {
    return settings.loss.separatesClasses() || settings.loss.isQuadratic();
  }

  private boolean isOneRare() {
    return shareOfLarger() > COMMON;
  }

  /** More would take longer than the training is worth. */
  private static boolean areFew(Dataset rows) {
    return (long) rows.rows() * rows.features() <= MOST_NUMBERS;
  }

  /** Whether there are two classes, and every row is on its side. */
  boolean areAllRight() {
    return accuracy == 1;
  }

  /**
   * Looks for a reason.
   *
   * @param cameToNothing whether something else is wrong with the training already
   */
  Optional<Warning> warning(boolean cameToNothing) {
    boolean isAsked =
        cameToNothing || accuracy <= ofGuessing() || settlesOnlyIfSeparable && accuracy < 1;
    boolean areNumbers = !isOfClasses() && isOneRare();
    if (!isAsked || areNumbers || Double.isNaN(accuracy) || accuracy == 1) {
      return Optional.empty();
    }
    return rows.get()
        .filter(some -> areFew(some) && areClasses(some.targetKinds()))
        .flatMap(this::verdictOn);
  }

  private Optional<Warning> verdictOn(Dataset some) {
    boolean isBiased = model.parameters().length > model.features();
    Separability separability = isBiased ? Separability.of(some) : Separability.throughOrigin(some);
    boolean areAll = some.rows() == few.rows();
    return switch (separability.verdict()) {
      case NOT_SEPARABLE -> Optional.of(notSeparable(separability));
      case SEPARABLE ->
          settlesOnlyIfSeparable && areAll
              ? Optional.of(notSeparatedYet(separability))
              : Optional.empty();
      case UNDECIDED -> Optional.empty();
    };
  }

  /** The share of the larger class, and a standard error more. */
  private double ofGuessing() {
    double larger = shareOfLarger();
    return larger + Math.sqrt(larger * (1 - larger) / few.rows());
  }

  private double shareOfLarger() {
    double lower = few.targetKinds()[0];
    double sum = 0;
    double ofLower = 0;
    for (int i = 0; i < few.rows(); i++) {
      sum += few.weight(i);
      ofLower += few.target(i) == lower ? few.weight(i) : 0;
    }
    return Math.max(ofLower, sum - ofLower) / sum;
  }

  private Warning notSeparable(Separability separability) {
    return new Warning(
        Kind.NOT_SEPARABLE,
        separability.explanation()
            + ". So no perceptron is right on all of them, whatever its loss and its learning rate;"
            + " this one is right on "
            + Texts.percent(accuracy)
            + ". Add features, such as products of those there are, or take a model with a hidden"
            + " layer."
            + (settlesOnlyIfSeparable
                ? " The perceptron criterion never settles on such rows: Loss.hinge() and"
                    + " Loss.crossEntropy() do"
                    + (settings.averagedFrom > 0
                        ? "."
                        : ", and withAveragedWeights(1) evens it out.")
                : "")
            + (accuracy <= ofGuessing() && isOneRare()
                ? " Of rows of which one class is so rare, Dataset.withBalancedClasses() gives both"
                    + " the same say."
                : ""));
  }

  private Warning notSeparatedYet(Separability separability) {
    return new Warning(
        Kind.NOT_SEPARATED_YET,
        separability.explanation()
            + ". Training has not found one yet: it is right on "
            + Texts.percent(accuracy)
            + ". Take more epochs"
            + hindrances()
            + "; from weights 0 the learning rate makes no difference.");
  }

  /** What keeps more epochs from finding a line. */
  private String hindrances() {
    Regularizer penalty = settings.descent(model).regularizer();
    List<String> all = new ArrayList<>();
    if (settings.earlyStopping != null) {
      all.add("early stopping");
    }
    if (!penalty.equals(Regularizer.none())) {
      all.add(penalty.toString());
    }
    return all.isEmpty() ? "" : ", without " + String.join(" and ", all);
  }
}
