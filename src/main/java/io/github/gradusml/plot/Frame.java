package io.github.gradusml.plot;

/**
 * Where a chart draws its content: the box between its axes, and which numbers its edges are.
 *
 * @param x the horizontal axis
 * @param y the vertical one
 * @param left where the box begins
 * @param top where the box begins
 * @param width how wide it is
 * @param height how high it is
 */
record Frame(Axis x, Axis y, double left, double top, double width, double height) {
  /** No place is further away than so many times the box: Java2D and browsers take no infinity. */
  private static final double FARTHEST = 1e4;

  /** Of a box at least this part is left where units are made equal. */
  private static final double THINNEST = 4;

  double right() {
    return left + width;
  }

  double bottom() {
    return top + height;
  }

  /**
   * A smaller box in which a unit is as long across as it is up, so that a circle looks like one.
   */
  Frame withEqualUnits() {
    double across = x.high() - x.low();
    double up = y.high() - y.low();
    double unit = Math.min(width / across, height / up);
    Frame equal = new Frame(x, y, left, top, unit * across, unit * up);
    boolean isTooThin = equal.width < width / THINNEST || equal.height < height / THINNEST;
    return isTooThin ? this : equal;
  }

  /** Where a number of the horizontal axis lies. */
  double x(double value) {
    return left + width * near(x.position(value));
  }

  /** Where a number of the vertical axis lies. */
  double y(double value) {
    return bottom() - height * near(y.position(value));
  }

  private static double near(double position) {
    return Math.max(-FARTHEST, Math.min(FARTHEST, position));
  }

  /** Whether a point has a place in the box. */
  boolean shows(double px, double py) {
    return x.holds(px) && y.holds(py);
  }

  /** Whether a place lies in the box. */
  boolean contains(double px, double py) {
    return px >= left && px <= right() && py >= top && py <= bottom();
  }

  /** Draws what is to be cut off at the edges of the box. */
  void inside(Canvas canvas, Runnable drawing) {
    canvas.inside(left, top, width, height, drawing);
  }
}
