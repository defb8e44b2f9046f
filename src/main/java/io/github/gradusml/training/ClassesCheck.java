package io.github.gradusml.training;

import io.github.gradusml.core.Model;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Texts;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.metric.Scores;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.stability.Separability;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Whether a line separates the two classes, asked where a training came to nothing, or where the
 * perceptron criterion still has rows on the wrong side.
 */
final class ClassesCheck {
  /** Beyond this share of the larger class the other is a rare event. */
  private static final double COMMON = 0.75;

  /** In standard errors: of all lines the one that fits best is above what guessing comes to. */
  private static final double BY_CHANCE = 3;

  /** Numbers among which looking for a line costs no more than a training. */
  private static final int MOST_NUMBERS = 1_000_000;

  private final TrainerSettings settings;
  private final boolean settlesOnlyIfSeparable;
  private final Model<?> model;
  private final Dataset few;
  private final Supplier<Optional<Dataset>> rows;
  private final LineCure cure;

  /** The share of a few rows that are right; NaN unless it is a line between two classes. */
  private final double accuracy;

  private Optional<Separability> asked;
  private boolean areAll;

  /** Of a case; made once for both checks. */
  static ClassesCheck of(Case training) {
    TrainerSettings settings = training.settings();
    Rehearsal rehearsal = training.rehearsal();
    Dataset few = counted(rehearsal.few());
    return new ClassesCheck(
        settings,
        settings.loss.separatesClasses() && training.ascent().start().atZero() == 0,
        training.result().lastFiniteModel(),
        few,
        () -> rehearsal.forALine().map(ClassesCheck::counted),
        new LineCure(training, few));
  }

  /** Rows that do not count may have targets that are no class. */
  private static Dataset counted(Dataset rows) {
    int[] counted = IntStream.range(0, rows.rows()).filter(i -> rows.weight(i) > 0).toArray();
    return counted.length < rows.rows() ? rows.select(counted) : rows;
  }

  static Verdict notSeparable(Case training) {
    ClassesCheck classes = training.classes();
    return classes.say(
        training, seen -> seen.verdict() == Separability.Verdict.NOT_SEPARABLE, classes::never);
  }

  static Verdict notSeparatedYet(Case training) {
    ClassesCheck classes = training.classes();
    return classes.say(
        training,
        seen -> seen.verdict() == Separability.Verdict.SEPARABLE && classes.maySettle(),
        classes::notYet);
  }

  /**
   * @param settlesOnlyIfSeparable whether the loss is that of the perceptron criterion: 0 at
   *     weights 0, and at a minimum only where no row is on the wrong side
   * @param model with the weights that training ended with
   * @param few rows that count: all, or a few of many
   * @param rows the same or more, if a line is worth looking for; what no line separates in some
   *     rows, none does in all
   * @param cure says what to do
   */
  ClassesCheck(
      TrainerSettings settings,
      boolean settlesOnlyIfSeparable,
      Model<?> model,
      Dataset few,
      Supplier<Optional<Dataset>> rows,
      LineCure cure) {
    this.settings = settings;
    this.settlesOnlyIfSeparable = settlesOnlyIfSeparable;
    this.model = model;
    this.few = few;
    this.rows = rows;
    this.cure = cure;
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

  private Verdict say(
      Case training, Predicate<Separability> is, Function<Separability, Verdict> said) {
    if (Double.isNaN(accuracy)) {
      return Verdict.notApplicable("it is not a line between two classes");
    }
    return asked(training).filter(is).map(said).orElse(Verdict.clear());
  }

  /** Looks for a line, where a training came to nothing and it is not plain to see. */
  private Optional<Separability> asked(Case training) {
    if (asked == null) {
      boolean isAsked =
          cameToNothing(training)
              || accuracy <= ofGuessing()
              || settlesOnlyIfSeparable && accuracy < 1;
      boolean areNumbers = !isOfClasses() && isOneRare();
      asked =
          isAsked && !areNumbers && accuracy < 1
              ? rows.get()
                  .filter(some -> areFew(some) && areClasses(some.targetKinds()))
                  .map(this::separability)
              : Optional.empty();
    }
    return asked;
  }

  /** Whether something else is wrong with the training already. */
  private static boolean cameToNothing(Case training) {
    return EndChecks.isRateTooLarge(training)
        || training.has(EndChecks.STOOD_STILL)
        || training.has(EndChecks.DEAD_LAYER);
  }

  private Separability separability(Dataset some) {
    boolean isBiased = model.parameters().length > model.features();
    areAll = some.rows() == few.rows();
    return isBiased ? Separability.of(some) : Separability.throughOrigin(some);
  }

  /** Whether it is the perceptron criterion that is at work, and on all rows. */
  private boolean maySettle() {
    return settlesOnlyIfSeparable && areAll;
  }

  /** The share of the larger class, and as much more as some line has by chance. */
  private double ofGuessing() {
    double larger = shareOfLarger();
    return larger + BY_CHANCE * Math.sqrt(larger * (1 - larger) / few.rows());
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

  private Verdict never(Separability separability) {
    return Verdict.found(
        separability.explanation()
            + ". So no perceptron is right on all of them, whatever its loss and its learning rate;"
            + " this one is right on "
            + Texts.percent(accuracy)
            + ".",
        cure.never(settlesOnlyIfSeparable, ofGuessing())
            + (accuracy <= ofGuessing() && isOneRare()
                ? " Of rows of which one class is so rare, Dataset.withBalancedClasses() gives both"
                    + " the same say."
                : ""));
  }

  private Verdict notYet(Separability separability) {
    return Verdict.found(
        separability.explanation()
            + ". Training has not found one yet: it is right on "
            + Texts.percent(accuracy)
            + ".",
        cure.notYet(separability.mistakeBound(), hindrances()));
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
