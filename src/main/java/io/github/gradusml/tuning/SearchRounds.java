package io.github.gradusml.tuning;

import io.github.gradusml.core.Model;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.Texts;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.rows.Start;
import io.github.gradusml.training.Trainer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;

/**
 * One run of a search: its rounds, one after the other, and all cells so far. A point that was
 * tried in an earlier round is not tried again.
 *
 * @param <M> the kind of model
 */
final class SearchRounds<M extends Model<M>> {
  private final Trainer base;
  private final CrossValidation validation;
  private final Metric metric;
  private final Start<M> start;
  private final Dataset data;
  private final FoldScores<M> folds;
  private final Map<List<Object>, SearchCell> cells = new LinkedHashMap<>();
  private int round;

  SearchRounds(
      Trainer base, CrossValidation validation, Metric metric, Start<M> start, Dataset data) {
    this.base = base;
    this.validation = validation;
    this.metric = metric;
    this.start = start;
    this.data = Checks.notNull("data", data);
    this.folds = new FoldScores<>(validation, start, data, metric);
  }

  /** A point to try: with a trainer, or with the reason why its values make none. */
  private record Attempt(List<Object> point, Trainer trainer, RuntimeException refusal) {}

  /** Tries points, and tells whether there was a new one. */
  boolean run(SearchSpace space, List<List<Object>> points) {
    List<Attempt> attempts =
        points.stream()
            .filter(point -> !cells.containsKey(point))
            .map(point -> attempt(space, point))
            .toList();
    if (attempts.isEmpty()) {
      return false;
    }
    Iterator<FoldScore[]> scores =
        folds
            .of(attempts.stream().map(Attempt::trainer).filter(Objects::nonNull).toList())
            .iterator();
    for (Attempt attempt : attempts) {
      Map<String, Object> settings = space.named(attempt.point());
      cells.put(
          attempt.point(),
          attempt.trainer() == null
              ? new SearchCell(round, settings, null, null, attempt.refusal(), 0)
              : scored(settings, attempt.trainer(), scores.next()));
    }
    checkNotAllFailed();
    warnOfFailures();
    round++;
    return true;
  }

  private Attempt attempt(SearchSpace space, List<Object> point) {
    try {
      return new Attempt(point, space.trainer(base, point), null);
    } catch (CancellationException e) {
      throw e;
    } catch (RuntimeException e) {
      return new Attempt(point, null, e);
    }
  }

  private SearchCell scored(Map<String, Object> settings, Trainer trainer, FoldScore[] scores) {
    double seconds = Arrays.stream(scores).mapToDouble(FoldScore::seconds).sum();
    try {
      CrossValidationResult result = CrossValidationResult.of(metric, folds.folds(), scores);
      return new SearchCell(round, settings, trainer, result, null, seconds);
    } catch (IllegalStateException e) {
      return new SearchCell(round, settings, trainer, null, e, seconds);
    }
  }

  private void checkNotAllFailed() {
    if (cells.values().stream().allMatch(cell -> cell.failure().isPresent())) {
      SearchCell first = cells.values().iterator().next();
      throw new IllegalStateException(
          (cells.size() == 1
                  ? "the only cell failed: "
                  : "all " + cells.size() + " cells failed; the first: ")
              + Texts.cut(first.toString(), Texts.MOST_IN_A_MESSAGE),
          first.failure().orElseThrow());
    }
  }

  private void warnOfFailures() {
    List<SearchCell> failed =
        cells.values().stream()
            .filter(cell -> cell.round() == round && cell.failure().isPresent())
            .toList();
    if (!failed.isEmpty()) {
      TuningLog.warn(failed.size(), cells.size(), failed.get(0));
    }
  }

  /** The best cell so far. */
  SearchCell best(SearchSpace space) {
    return result(space).best();
  }

  /** All cells, with the space of the first round. */
  SearchResult<M> result(SearchSpace space) {
    return new SearchResult<>(space, validation, metric, start, data, List.copyOf(cells.values()));
  }
}
