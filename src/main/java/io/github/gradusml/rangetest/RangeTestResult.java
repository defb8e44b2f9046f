package io.github.gradusml.rangetest;

import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.CsvTable;
import io.github.gradusml.stability.Stability;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a {@link LearningRateRangeTest} found: the curve of the loss over the rate, and the rates
 * that can be read from it.
 *
 * <pre>{@code
 * minimum/10   a tenth of the rate where the smoothed loss is lowest
 * steepest     where it falls fastest against ln η
 * valley       the middle of the longest run of ever lower losses
 * }</pre>
 *
 * <p>{@link #suggestion} is minimum/10 or, where a {@linkplain LearningRateRangeTest#withLineSearch
 * line search} ended lower with another rate, that one. Where a rate cannot be trusted there is
 * none, and {@link #explanation} says why: with too few points, a loss that never fell, is flat, or
 * had not risen again at the largest rate.
 *
 * <p>The steepest point is the article's. Minimum/10 and valley are in use since fastai (J. Howard,
 * S. Gugger, Fastai: a layered API for deep learning, 2020, doi:10.3390/info11020108).
 */
public final class RangeTestResult {
  private final List<RangePoint> points;
  private final RangeTestEnd end;
  private final StabilityLimit limit;
  private final RangePoint lowest;
  private final Found minimum;
  private final Found steepest;
  private final Found valley;
  private final RateSuggestion suggestion;
  private final List<TriedRate> tried;

  RangeTestResult(
      CurveReading curve, StabilityLimit limit, RateReading reading, Optional<LineSearch> search) {
    this.points = curve.points();
    this.end = curve.end();
    this.limit = limit;
    this.lowest = reading.lowest().orElse(null);
    this.steepest = reading.steepest();
    this.valley = reading.valley();
    this.tried = search.map(LineSearch::tried).orElse(List.of());
    RateSuggestion read = reading.minimum().suggestion().orElse(null);
    this.minimum = search.map(s -> Found.of(s.start())).orElse(reading.minimum());
    this.suggestion = search.map(LineSearch::best).orElse(read);
  }

  /**
   * Returns the curve.
   *
   * @return a point a rate, up to where the test ended
   */
  public List<RangePoint> points() {
    return points;
  }

  /**
   * Returns one number of each point, for instance {@code result.each(RangePoint::smoothedLoss)}.
   *
   * @param number which
   * @return one number a point
   */
  public double[] each(ToDoubleFunction<RangePoint> number) {
    return points.stream().mapToDouble(Checks.notNull("number", number)).toArray();
  }

  /**
   * Returns why the test ended.
   *
   * @return the reason
   */
  public RangeTestEnd end() {
    return end;
  }

  /**
   * Returns the rate to train with.
   *
   * @return the rate of {@link #suggestion()}
   * @throws IllegalStateException if there is none; the message says why
   */
  public double rate() {
    if (suggestion == null) {
      throw new IllegalStateException("the range test suggests no rate: " + minimum.whyNot());
    }
    return suggestion.rate();
  }

  /**
   * Returns the rate to train with, how it was found, and when not to trust it: the best of the
   * line search where there was one, else {@link #minimum()}.
   *
   * @return empty where no rate can be trusted
   */
  public Optional<RateSuggestion> suggestion() {
    return Optional.ofNullable(suggestion);
  }

  /**
   * Returns the point where the smoothed loss was lowest.
   *
   * @return empty where there is no {@link #minimum()} either
   */
  public Optional<RangePoint> lowest() {
    return Optional.ofNullable(lowest);
  }

  /**
   * Returns a tenth of the rate where the smoothed loss was lowest; half the largest stable rate,
   * where that is known and smaller.
   *
   * <p>It may lie below the first rate of the test, and says so. Where the loss was still falling
   * at the last rate, the lowest point is not known and there is none.
   *
   * @return empty where it cannot be trusted
   */
  public Optional<RateSuggestion> minimum() {
    return minimum.suggestion();
  }

  /**
   * Returns the rate where the smoothed loss fell fastest.
   *
   * @return empty where it cannot be trusted
   */
  public Optional<RateSuggestion> steepest() {
    return steepest.suggestion();
  }

  /**
   * Returns the middle of the longest run over which the smoothed loss fell.
   *
   * @return empty where it cannot be trusted
   */
  public Optional<RateSuggestion> valley() {
    return valley.suggestion();
  }

  /**
   * Returns the largest stable rate.
   *
   * @return empty where it is not known
   */
  public Optional<Stability> stability() {
    return limit.known();
  }

  /**
   * Returns the trainings of the line search.
   *
   * @return in ascending order of their rates; none unless {@link
   *     LearningRateRangeTest#withLineSearch} asked for it
   */
  public List<TriedRate> lineSearch() {
    return tried;
  }

  /**
   * Says what was found, how, and when not to trust it; or why nothing was.
   *
   * @return a line a suggestion
   */
  public String explanation() {
    String ended =
        switch (end) {
          case LOSS_ROSE -> "then the loss rose too far.";
          case NOT_FINITE -> "then the loss was no longer finite.";
          case RATES_DONE -> "the loss never rose far.";
        };
    boolean isMinimum = suggestion().equals(minimum());
    return Stream.of(
            points.size() + " rates tried; " + ended,
            isMinimum ? "" : suggestion.toString(),
            minimum.explanation("minimum/10"),
            steepest.explanation("steepest"),
            valley.explanation("valley"),
            limit.explanation())
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  /**
   * Writes a line a point, with a header, as CSV with decimal points.
   *
   * @param file the file; folders that are missing are made, and a file that is there is replaced
   * @throws java.io.UncheckedIOException if that fails
   */
  public void writeCsv(Path file) {
    CsvTable table = new CsvTable(List.of("learning_rate", "loss", "smoothed_loss"));
    points.forEach(p -> table.add(List.of(p.learningRate(), p.loss(), p.smoothedLoss())));
    table.write(file);
  }

  @Override
  public String toString() {
    return explanation();
  }
}
