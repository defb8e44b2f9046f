package io.github.gradusml.training;

import io.github.gradusml.core.Model;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.EvenlySpaced;
import io.github.gradusml.internal.Texts;
import io.github.gradusml.stability.Stability;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What a {@link Check} looks at: a training that has ended, the rows that it was made with, and
 * what it came to.
 *
 * <p>It has a sample of the rows, so that a check costs little however many there are, and can try
 * the training again with something changed. It belongs to one thread.
 *
 * <p>Article: all sections.
 */
public final class Case {
  private static final int MOST_ROWS = 2048;
  private static final int MOST_COLUMNS = 256;

  private final TrainerSettings settings;
  private final TrainingResult<?> result;
  private final Model<?> start;
  private final Dataset train;
  private final Dataset validation;
  private final Map<String, Check> checks = new LinkedHashMap<>();
  private final Map<String, Verdict> verdicts = new LinkedHashMap<>();

  private final Rates rates;
  private final double[] objectives;
  private final Rehearsal rehearsal;
  private final Map<Class<?>, Object> made = new LinkedHashMap<>();
  private Ascent ascent;
  private ClassesCheck classes;
  private Dataset sample;
  private Dataset validationSample;

  /** What a training looks at when it ends. */
  Case(TrainerSettings settings, TrainingResult<?> result, Dataset train) {
    this(settings, result, train, null, EndChecks.ALL);
  }

  private Case(
      TrainerSettings settings,
      TrainingResult<?> result,
      Dataset train,
      Dataset validation,
      List<Check> checks) {
    this.settings = settings;
    this.result = result;
    this.start = result.start();
    this.train = train;
    this.validation = validation;
    checks.forEach(check -> this.checks.put(check.code(), check));
    Checkpoint end = result.end();
    this.rates = new Rates(end.rate(), end.course());
    this.objectives = result.history().each(EpochRecord::objective);
    this.rehearsal = new Rehearsal(settings, start, train);
  }

  /**
   * Returns a case.
   *
   * @param trainer what trained
   * @param result what it gave back
   * @param train the rows that it trained on, as the model saw them
   * @param validation rows that it did not train on; null for none
   * @param checks those that may be asked about each other, by {@link #has}
   * @return the case
   * @throws IllegalArgumentException if trainer, result and rows do not fit each other
   */
  public static Case of(
      Trainer trainer,
      TrainingResult<?> result,
      Dataset train,
      Dataset validation,
      List<Check> checks) {
    TrainerSettings settings = Checks.notNull("trainer", trainer).settings();
    Model<?> start = Checks.notNull("result", result).start();
    // The training is over: whether it stopped early, by rows that are not here, does not matter.
    FitChecks.all(settings.unobserved(), start, Checks.notNull("train", train), validation);
    start.output().compose(settings.loss); // fails where they do not fit each other
    return new Case(settings, result, train, validation, Checks.noneNull("checks", checks));
  }

  /**
   * Returns what trained.
   *
   * @return the trainer
   */
  public Trainer trainer() {
    return new Trainer(settings);
  }

  /**
   * Returns what it gave back.
   *
   * @return the result; it may have diverged
   */
  public TrainingResult<?> result() {
    return result;
  }

  /**
   * Returns where it began.
   *
   * @return the model before the first update
   */
  public Model<?> start() {
    return start;
  }

  /**
   * Returns what it came to.
   *
   * @return the trained model; where it diverged, the last one of a reasonable size
   */
  public Model<?> model() {
    return result.lastFiniteModel();
  }

  /**
   * Returns all rows that it was trained on.
   *
   * @return the rows, as the model saw them
   */
  public Dataset train() {
    return train;
  }

  /**
   * Returns the rows to look at.
   *
   * @return the rows trained on, or 2,048 of many, evenly spaced; without those of weight 0
   */
  public Dataset sample() {
    if (sample == null) {
      sample = some(train);
    }
    return sample;
  }

  /**
   * Returns the rows to look at of those that it was not trained on.
   *
   * @return these rows, or 2,048 of many, evenly spaced; empty where there are none
   */
  public Optional<Dataset> validationSample() {
    if (validationSample == null && validation != null) {
      validationSample = some(validation);
    }
    return Optional.ofNullable(validationSample);
  }

  /**
   * Returns the columns to look at.
   *
   * @return all, or 256 of many: evenly spaced, and of sparse rows those in which most of the
   *     {@link #sample} are not 0; ascending
   */
  public int[] columns() {
    boolean areMany = train.features() > MOST_COLUMNS;
    return areMany && train.inputs().isSparse()
        ? once(FrequentColumns.class, seen -> FrequentColumns.of(seen.sample(), MOST_COLUMNS)).all()
        : EvenlySpaced.indices(train.features(), MOST_COLUMNS);
  }

  /**
   * Returns what several checks need, made for the first that asks.
   *
   * @param <T> what it is
   * @param type the same
   * @param make makes it; not null
   * @return the same for every check of this case
   */
  public <T> T once(Class<T> type, Function<Case, T> make) {
    Checks.notNull("type", type);
    Checks.notNull("make", make);
    Object known = made.get(type);
    if (known == null) {
      known = Checks.notNull("what make made", make.apply(this));
      made.put(type, known);
    }
    return type.cast(known);
  }

  private static Dataset some(Dataset data) {
    int[] counted = Rehearsal.countedRows(data);
    int[] chosen =
        Arrays.stream(EvenlySpaced.indices(counted.length, MOST_ROWS))
            .map(k -> counted[k])
            .toArray();
    return chosen.length == data.rows() ? data : data.select(chosen);
  }

  /**
   * Returns the objective after each epoch that was recorded.
   *
   * @return a new array, one number an epoch
   */
  public double[] objectives() {
    return objectives.clone();
  }

  /**
   * Returns the largest stable rate on its rows.
   *
   * @return empty where none is known
   */
  public Optional<Stability> stability() {
    return ascent().stability();
  }

  /**
   * Returns the largest rate of its updates.
   *
   * @return η; 0 if there was no update
   */
  public double largestRate() {
    return rates.largest();
  }

  /**
   * Returns the rate of its last update.
   *
   * @return η; 0 if there was no update
   */
  public double lastRate() {
    return rates.last();
  }

  /**
   * Tells whether another check finds something.
   *
   * @param code that of the other check
   * @return false where it finds nothing, has no say, or is not among the checks of this case
   */
  public boolean has(String code) {
    return checks.containsKey(Checks.notNull("code", code)) && verdict(code).isFound();
  }

  /**
   * Returns what one of its checks says.
   *
   * @param code that of the check
   * @return the verdict; it is asked once
   * @throws IllegalArgumentException if it is not among the checks of this case
   * @throws IllegalStateException if the check fails, or gives null; the message has its code
   */
  public Verdict verdict(String code) {
    Check check = checks.get(Checks.notNull("code", code));
    if (check == null) {
      throw new IllegalArgumentException(
          "code must be that of one of the checks, but was " + Texts.quoted(code));
    }
    Verdict verdict = verdicts.get(code);
    if (verdict == null) {
      verdicts.put(code, Verdict.clear()); // two checks that ask each other must come to an end
      verdict = look(check);
      verdicts.put(code, verdict);
    }
    return verdict;
  }

  /** A check may be somebody's own: where it fails, the error says which. */
  private Verdict look(Check check) {
    try {
      return Checks.notNull("its verdict", check.look(this));
    } catch (CancellationException e) {
      throw e; // it was interrupted, and no check is at fault
    } catch (RuntimeException e) {
      verdicts.remove(check.code());
      throw new IllegalStateException(
          "check " + check.code() + " failed: " + Texts.brief(e.getMessage()), e);
    }
  }

  /**
   * Trains again from the same start with something changed, on some of the rows, for about a
   * hundredth of a second.
   *
   * @param change what is changed; the identity for the same training, to compare with
   * @return what it came to; empty where it diverged, oscillated or failed
   */
  public Optional<TrainingResult<?>> again(UnaryOperator<Trainer> change) {
    Checks.notNull("change", change);
    return rehearsal.again(change);
  }

  /**
   * Trains on from where it ended with something changed, on some of the rows, for about a
   * hundredth of a second. What the optimizer remembered is forgotten.
   *
   * @param change what is changed, such as the number of epochs that are to follow
   * @return what it came to; empty where it diverged, oscillated or failed
   */
  public Optional<TrainingResult<?>> goOn(UnaryOperator<Trainer> change) {
    Checks.notNull("change", change);
    return rehearsal.goOn(change, theta());
  }

  /**
   * Returns the rows that {@link #again} and {@link #goOn} train on.
   *
   * @return all rows, or some of many, evenly spaced
   */
  public Dataset rowsOfTrials() {
    return rehearsal.rows();
  }

  TrainerSettings settings() {
    return settings;
  }

  Rates rates() {
    return rates;
  }

  Rehearsal rehearsal() {
    return rehearsal;
  }

  /** The weights that are kept. */
  double[] theta() {
    return result.lastFiniteModel().parameters();
  }

  /** Whether it went on with an earlier training, perhaps on rows of other classes. */
  boolean goesOn() {
    return result.end().course().updatesBefore() > 0;
  }

  /** How the objective ended. */
  Ascent ascent() {
    if (ascent == null) {
      Course course = result.end().course();
      Start begun = course.start() == null ? Start.unknown() : course.start();
      double lowest = Arrays.stream(objectives).min().orElse(Double.NaN);
      ascent =
          new Ascent(settings.descent(start), start, train, rates, begun, lowest, last(course));
    }
    return ascent;
  }

  /** Early stopping gives back the best weights, however bad the last ones were. */
  private double last(Course course) {
    return settings.earlyStopping == null || result.divergence().isPresent()
        ? course.lastObjective()
        : Objective.of(settings, start, train).at(theta());
  }

  /** Whether a line separates the classes, and whether that is asked. */
  ClassesCheck classes() {
    if (classes == null) {
      classes = ClassesCheck.of(this);
    }
    return classes;
  }
}
