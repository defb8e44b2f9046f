package io.github.gradusml.tuning;

import io.github.gradusml.core.Model;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.Texts;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.rows.Start;
import io.github.gradusml.training.Trainer;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Chooses settings of a trainer by cross-validation: all combinations of their values, or points at
 * random, and then ever finer ones around the best.
 *
 * <pre>{@code
 * SearchResult<Perceptron> result =
 *     GridSearch.of(trainer, CrossValidation.stratified(5).withSeed(42), Metric.logLoss())
 *         .with("alpha", Values.logarithmic(1e-4, 1, 5).withSimplestLast(),
 *             (t, alpha) -> t.withRegularizer(Regularizer.l2(alpha)))
 *         .with("learning rate", Values.logarithmic(0.01, 1, 3),
 *             (t, eta) -> t.withLearningRate(LearningRate.constant(eta)))
 *         .withRefinements(1)
 *         .run(Perceptron.zeros(30, Activation.sigmoid()), train);
 * Pipeline<Perceptron> chosen = result.refit(result.bestByOneStandardError());
 * double accuracy = chosen.score(Metric.accuracy(), test);
 * }</pre>
 *
 * <p>The rows are prepared inside each fold; hand them over in their original units, and keep test
 * rows out of the search: the score of the best cell is the best of many, and so a little too good.
 *
 * <p>Trainings are spread over all cores; the result is the same, to the last bit, for any number
 * of threads. What is given to the trainer and the search (changes, metrics, listeners) may be
 * called by several threads at once. A cell that fails says why, and the search goes on.
 *
 * <p>For speed, a trainer without early stopping, tolerance or a rate that watches the loss can
 * skip measuring every epoch: {@code withHistory(HistoryDetail.NONE)}.
 *
 * <p>A search is immutable: each method {@code with…} returns another one.
 *
 * <p>Article: section 3, Grid search parameters; section 5, fixing the hyperparameters.
 *
 * <p>Source: for random points: J. Bergstra, Y. Bengio, Random search for hyper-parameter
 * optimization, Journal of Machine Learning Research 13 (2012).
 */
public final class GridSearch {
  private final Trainer trainer;
  private final CrossValidation validation;
  private final Metric metric;
  private final SearchSpace space;
  private final int randomPoints;
  private final long seed;
  private final int refinements;

  private GridSearch(
      Trainer trainer,
      CrossValidation validation,
      Metric metric,
      SearchSpace space,
      int randomPoints,
      long seed,
      int refinements) {
    this.trainer = trainer;
    this.validation = validation;
    this.metric = metric;
    this.space = space;
    this.randomPoints = randomPoints;
    this.seed = seed;
    this.refinements = refinements;
  }

  /**
   * Returns a search that has no setting yet.
   *
   * @param trainer what all cells have in common
   * @param validation how a cell is scored
   * @param metric by what
   * @return the search
   */
  public static GridSearch of(Trainer trainer, CrossValidation validation, Metric metric) {
    Checks.notNull("trainer", trainer);
    Checks.notNull("crossValidation", validation);
    Checks.notNull("metric", metric);
    return new GridSearch(trainer, validation, metric, SearchSpace.empty(), 0, 0, 0);
  }

  private GridSearch with(SearchSpace other) {
    return new GridSearch(trainer, validation, metric, other, randomPoints, seed, refinements);
  }

  /**
   * Adds a setting.
   *
   * @param <T> what a value is
   * @param name its name in logs, tables and pictures; no two settings have the same
   * @param values the values to try
   * @param change the trainer with a value
   * @return another search
   * @throws IllegalArgumentException if the name is blank or taken
   */
  public <T> GridSearch with(
      String name, Values<T> values, BiFunction<Trainer, T, Trainer> change) {
    Checks.notNull("change", change);
    int i = space.settings().size();
    return with(
        space
            .with(name, values)
            .with((t, point) -> change.apply(t, GridSearch.<T>value(point, i))));
  }

  /**
   * Adds two settings that are applied together, such as the strength of a penalty and its share of
   * L1.
   *
   * @param <T> what a value of the first is
   * @param <U> what a value of the second is
   * @param name the name of the first
   * @param values the values of the first
   * @param otherName the name of the second
   * @param otherValues the values of the second
   * @param change the trainer with a value of each
   * @return another search
   * @throws IllegalArgumentException if a name is blank or taken
   */
  public <T, U> GridSearch with(
      String name,
      Values<T> values,
      String otherName,
      Values<U> otherValues,
      JointChange<T, U> change) {
    Checks.notNull("change", change);
    int i = space.settings().size();
    return with(
        space
            .with(name, values)
            .with(otherName, otherValues)
            .with(
                (t, point) ->
                    change.apply(
                        t, GridSearch.<T>value(point, i), GridSearch.<U>value(point, i + 1))));
  }

  /** Safe, since a point's value came from the setting's own values. */
  @SuppressWarnings("unchecked")
  private static <T> T value(List<Object> point, int setting) {
    return (T) point.get(setting);
  }

  /**
   * Tries points at random in place of all combinations: of a range any number, of a list any
   * value. With several settings of which few matter, that tries more values of those few.
   *
   * <p>A point that is drawn twice is tried once. Where there are only lists, with no more
   * combinations than asked for, all of them are tried.
   *
   * @param count how many; from 1 to a million
   * @param seed the same seed draws the same points
   * @return another search
   * @throws IllegalArgumentException if it is outside
   */
  public GridSearch withRandomPoints(int count, long seed) {
    Checks.from("count", count, 1, SearchSpace.MOST_POINTS);
    return new GridSearch(trainer, validation, metric, space, count, seed, refinements);
  }

  /**
   * Searches coarsely first and then finer around the best cell, as often as asked.
   *
   * <p>Each refinement tries all combinations between the two neighbors of the best value of each
   * range, with as many values, at least five; it does not leave the range. A list is not refined:
   * its best value is kept. With lists alone, or where ranges have no more numbers of 12 digits, a
   * refinement has nothing new to try, and the search ends.
   *
   * @param rounds at least 0; 0 unless set
   * @return another search
   * @throws IllegalArgumentException if {@code rounds < 0}
   */
  public GridSearch withRefinements(int rounds) {
    Checks.atLeast("rounds", rounds, 0);
    return new GridSearch(trainer, validation, metric, space, randomPoints, seed, rounds);
  }

  /**
   * Returns the search of the next refinement, to be looked at or changed before it is run: a full
   * grid around a cell.
   *
   * @param cell a cell of this search
   * @return another search, without refinements of its own
   * @throws IllegalArgumentException if the cell has other settings
   */
  public GridSearch withRangesAround(SearchCell cell) {
    Checks.notNull("cell", cell);
    List<String> names = space.settings().stream().map(SearchSpace.Setting::name).toList();
    if (!names.equals(List.copyOf(cell.settings().keySet()))) {
      throw new IllegalArgumentException(
          "cell must have the settings "
              + Texts.some(names)
              + ", but has "
              + Texts.some(cell.settings().keySet()));
    }
    return new GridSearch(trainer, validation, metric, space.around(cell.point()), 0, 0, 0);
  }

  /**
   * Sets how many trainings go on at a time.
   *
   * @param threads at least 1; unless set, as many as the cross-validation has
   * @return another search
   * @throws IllegalArgumentException if {@code threads < 1}
   */
  public GridSearch withThreads(int threads) {
    CrossValidation other = validation.withThreads(threads);
    return new GridSearch(trainer, other, metric, space, randomPoints, seed, refinements);
  }

  /**
   * Searches.
   *
   * @param <M> the kind of model
   * @param start the model to start from in every fold of every cell, untouched; or what makes one
   *     for as many features as a fold has
   * @param data the rows to choose by, not yet prepared
   * @return all cells, with the best
   * @throws IllegalArgumentException if there is no setting, the loss of the search's trainer does
   *     not accept a target, or the folds do not fit the rows
   * @throws IllegalStateException if all cells failed; the message says why the first did
   * @throws java.util.concurrent.CancellationException if the thread is interrupted, within an
   *     epoch; whatever was found by then is lost, and no thread is left at work
   */
  public <M extends Model<M>> SearchResult<M> run(Start<M> start, Dataset data) {
    validation.checkTargets(trainer, Checks.notNull("start", start), data);
    SearchRounds<M> rounds = new SearchRounds<>(trainer, validation, metric, start, data);
    rounds.run(space, randomPoints > 0 ? space.random(randomPoints, seed) : space.grid());
    SearchSpace finer = space;
    boolean goesOn = true;
    for (int k = 0; k < refinements && goesOn; k++) {
      finer = finer.around(rounds.best(space).point());
      goesOn = rounds.run(finer, finer.grid());
    }
    return rounds.result(space);
  }
}
