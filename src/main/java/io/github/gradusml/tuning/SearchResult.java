package io.github.gradusml.tuning;

import io.github.gradusml.core.Model;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.pipeline.Pipeline;
import io.github.gradusml.rows.Start;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * What a search found: every cell with its scores, and the best.
 *
 * @param <M> the kind of model
 */
public final class SearchResult<M extends Model<M>> {
  private final SearchSpace space;
  private final CrossValidation validation;
  private final Metric metric;
  private final Start<M> start;
  private final Dataset data;
  private final List<SearchCell> cells;

  SearchResult(
      SearchSpace space,
      CrossValidation validation,
      Metric metric,
      Start<M> start,
      Dataset data,
      List<SearchCell> cells) {
    this.space = space;
    this.validation = validation;
    this.metric = metric;
    this.start = start;
    this.data = data;
    this.cells = cells;
  }

  /**
   * Returns all cells in the order in which they were tried: round by round, and in each the last
   * setting changes fastest.
   *
   * @return at least one cell
   */
  public List<SearchCell> cells() {
    return cells;
  }

  /**
   * Returns all cells, the best first and those that failed last. Cells with the same mean are in
   * the order in which they were tried.
   *
   * @return at least one cell
   */
  public List<SearchCell> ranking() {
    List<SearchCell> sorted = new ArrayList<>(cells);
    sorted.sort(this::compare);
    return Collections.unmodifiableList(sorted);
  }

  private int compare(SearchCell a, SearchCell b) {
    if (metric.isBetter(a.mean(), b.mean())) {
      return -1;
    }
    if (metric.isBetter(b.mean(), a.mean())) {
      return 1;
    }
    return Boolean.compare(a.failure().isPresent(), b.failure().isPresent());
  }

  /**
   * Returns the cell with the best mean score.
   *
   * @return the cell; the first tried of several that are equal
   */
  public SearchCell best() {
    return cells.stream().min(this::compare).orElseThrow();
  }

  /**
   * Returns the simplest cell whose mean score is no more than one standard error worse than the
   * best.
   *
   * <pre>{@code
   * s̄ ≤ s̄_best + standard error of s̄_best        where smaller is better
   * }</pre>
   *
   * <p>The best mean is the best partly by chance. A simpler model that is as good within the error
   * is the safer choice. Which values make a model simpler, the search says by {@link
   * Values#withSimplestLast} or {@link Values#withSimplestFirst}; where several settings do, the
   * first counts most. Among equally simple cells the one with the best mean is taken.
   *
   * <p>Source: L. Breiman, J. Friedman, R. Olshen, C. Stone, Classification and Regression Trees,
   * 1984, section 3.4.3.
   *
   * @return the cell
   * @throws IllegalStateException if no setting says which of its values make the simpler model
   */
  public SearchCell bestByOneStandardError() {
    if (!saysSimplest()) {
      throw new IllegalStateException(
          "no setting says which values make the simpler model: Values.withSimplestLast() or"
              + " withSimplestFirst() does");
    }
    Comparator<SearchCell> simplestFirst = (a, b) -> 0;
    for (SearchSpace.Setting setting : space.settings()) {
      if (setting.values().saysSimplest()) {
        simplestFirst =
            simplestFirst.thenComparing(
                Comparator.comparingDouble(
                    cell -> -setting.values().simplicity(cell.settings().get(setting.name()))));
      }
    }
    SearchCell best = best();
    double limit =
        best.mean() + (metric.largerIsBetter() ? -best.standardError() : best.standardError());
    return cells.stream()
        .filter(cell -> cell.failure().isEmpty() && !metric.isBetter(limit, cell.mean()))
        .min(simplestFirst.thenComparing(this::compare))
        .orElseThrow();
  }

  /**
   * Tells whether a setting says which of its values make the simpler model, as {@link
   * #bestByOneStandardError} needs to know.
   *
   * @return true if so
   */
  public boolean saysSimplest() {
    return space.settings().stream().anyMatch(setting -> setting.values().saysSimplest());
  }

  /**
   * Returns the settings whose best value is an end of the range that was searched: beyond it there
   * may be better ones.
   *
   * @return their names; empty where the best lies inside
   */
  public List<String> settingsAtEdge() {
    SearchCell best = best();
    return space.settings().stream()
        .filter(setting -> setting.values().isAtEdge(best.settings().get(setting.name())))
        .map(SearchSpace.Setting::name)
        .toList();
  }

  /**
   * Trains the best cell on all rows of the search.
   *
   * @return the model, together with the preparation that its rows need
   */
  public Pipeline<M> refit() {
    return refit(best());
  }

  /**
   * Trains a cell on all rows of the search, as each fold was: see {@link CrossValidation#fit}.
   *
   * @param cell a cell, for instance {@link #bestByOneStandardError()}
   * @return the model, together with the preparation that its rows need
   * @throws IllegalStateException if the cell failed, or training diverges
   */
  public Pipeline<M> refit(SearchCell cell) {
    return validation.fit(Checks.notNull("cell", cell).trainer(), start, data);
  }

  /**
   * Returns the score against one setting, on the rows held out and on the rows trained on: for
   * each value, that of the best cell with it.
   *
   * @param setting the name of a setting whose values are numbers
   * @return the validation curve; values whose cells all failed are left out
   * @throws IllegalArgumentException if there is no such setting, or its values are no numbers
   */
  public ScoreCurve validationCurve(String setting) {
    boolean logarithmic = space.setting(setting).values().isLogarithmic();
    List<ScoreCurve.Point> points =
        ranking().stream()
            .filter(cell -> cell.failure().isEmpty())
            .map(cell -> new ScoreCurve.Point(cell.number(setting), cell.scores()))
            .toList();
    return ScoreCurve.of(setting, logarithmic, metric, points);
  }

  /**
   * Returns by what the cells were judged.
   *
   * @return the score
   */
  public Metric metric() {
    return metric;
  }

  /**
   * Returns the names of the settings.
   *
   * @return at least one
   */
  public List<String> settings() {
    return space.settings().stream().map(SearchSpace.Setting::name).toList();
  }

  /**
   * Tells whether a setting belongs on a logarithmic axis.
   *
   * @param setting its name
   * @return true if its values are evenly spaced by factor
   * @throws IllegalArgumentException if there is no such setting
   */
  public boolean isLogarithmic(String setting) {
    return space.setting(setting).values().isLogarithmic();
  }

  /**
   * Writes a line a cell, in the order of {@link #cells()}, as CSV with a header: the round, the
   * settings, mean and standard error on the rows held out, the mean on the rows trained on, the
   * score of each fold, the seconds, and why the cell failed.
   *
   * @param file the file; folders that are missing are made, and a file that is there is replaced
   * @throws java.io.UncheckedIOException if that fails
   */
  public void writeCsv(Path file) {
    SearchTable.of(this).write(file);
  }

  /** Says the best cell, and whether one of its values is the end of a range. */
  @Override
  public String toString() {
    List<String> edges = settingsAtEdge();
    return "SearchResult("
        + cells.size()
        + " cells, best: "
        + best()
        + (edges.isEmpty() ? "" : "; at the end of the range of " + String.join(", ", edges))
        + ")";
  }
}
