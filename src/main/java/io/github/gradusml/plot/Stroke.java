package io.github.gradusml.plot;

import java.util.List;

/**
 * How a line is drawn.
 *
 * @param color its color
 * @param width how thick it is
 * @param dash how it is broken
 */
record Stroke(Color color, double width, Dash dash) {
  /** Lengths of marks and gaps by turns; the round ends of a mark reach beyond it. */
  enum Dash {
    SOLID(),
    DASHED(6.0, 6.0),
    DOTTED(0.1, 4.5),
    DASH_DOT(8.0, 5.0, 0.1, 5.0);

    private final List<Double> lengths;

    Dash(Double... lengths) {
      this.lengths = List.of(lengths);
    }

    List<Double> lengths() {
      return lengths;
    }
  }

  /** A solid line. */
  static Stroke of(Color color, double width) {
    return new Stroke(color, width, Dash.SOLID);
  }

  Stroke withDash(Dash other) {
    return new Stroke(color, width, other);
  }
}
