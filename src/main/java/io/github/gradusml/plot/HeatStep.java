package io.github.gradusml.plot;

import io.github.gradusml.tuning.SearchCell;
import java.util.List;

/** How dark a cell of a {@link HeatMap} is: by how much its mean is worse than the best. */
enum HeatStep {
  BEST(1, 0.95, "up to 1 s.e. worse"),
  NEAR(3, 0.68, "1 to 3 s.e. worse"),
  OFF(9, 0.42, "3 to 9 s.e. worse"),
  FAR(27, 0.22, "9 to 27 s.e. worse"),
  BEYOND(Double.POSITIVE_INFINITY, 0.08, "still worse"),
  FAILED(Double.NaN, 0, "failed");

  private static final double ROUNDING = 1e-12;

  private final double errors;
  private final double darkness;
  private final String label;

  HeatStep(double errors, double darkness, String label) {
    this.errors = errors;
    this.darkness = darkness;
    this.label = label;
  }

  /** The step of a cell that is worse than the best by a number of units. */
  static HeatStep of(SearchCell cell, SearchCell best, double unit) {
    if (cell.failure().isPresent()) {
      return FAILED;
    }
    double worse = Math.abs(cell.mean() - best.mean());
    for (HeatStep step : values()) {
      if (worse <= step.errors * unit * (1 + ROUNDING)) {
        return step;
      }
    }
    return BEYOND;
  }

  /**
   * The standard error of the best; if it is 0, a part of the way to the worst.
   *
   * @param ranking all cells, the best first
   */
  static double unit(List<SearchCell> ranking) {
    SearchCell best = ranking.get(0);
    if (best.standardError() > ROUNDING * Math.abs(best.mean())) {
      return best.standardError();
    }
    double farthest =
        ranking.stream()
            .filter(cell -> cell.failure().isEmpty())
            .mapToDouble(cell -> Math.abs(cell.mean() - best.mean()))
            .max()
            .orElseThrow();
    return farthest / FAR.errors;
  }

  Color color() {
    return this == FAILED ? new Color(0xD9D9D9) : Look.color(0).tint(darkness);
  }

  boolean isDark() {
    return darkness > 0.5;
  }

  String label() {
    return label;
  }
}
