package io.github.gradusml.landscape;

import io.github.gradusml.core.Model;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.training.Objective;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * The objective over two parameters: the ground that a descent goes down.
 *
 * <pre>{@code
 * height(x, y) = J(θ)        θ with x and y in the place of two parameters, all others held
 * }</pre>
 *
 * <p>A model of two parameters is seen whole: one feature and a bias, or two features without. Of a
 * larger model it is a section, and other sections look otherwise; {@link LossSlice} goes through
 * all parameters at once.
 *
 * <p>Heights are computed when they are first asked for: 129 × 129 of them unless {@link #withGrid}
 * says otherwise, each over all rows. A surface is immutable and may be shared by threads.
 *
 * <p>Article: section 2, Ways to update weights. Symbols: θ parameters, J objective.
 */
public final class LossSurface {
  private static final int CELLS = 128;
  private static final int MOST_CELLS = 1000;
  private static final double ROOM = 0.2;

  /** A rough search is enough to see whether the minimum is in a box. */
  private static final int ROUGH_SECTIONS = 20;

  private static final double NEAR_THE_EDGE = 0.02;
  private static final int MOST_WIDENINGS = 6;

  private final SurfaceGrid grid;
  private final String nameX;
  private final String nameY;

  private LossSurface(SurfaceGrid grid, String nameX, String nameY) {
    this.grid = grid;
    this.nameX = nameX;
    this.nameY = nameY;
  }

  /**
   * Returns the surface of a model of two parameters, as far as paths go on it, and around its
   * minimum where that can be found near them.
   *
   * @param objective what is descended on
   * @param paths those that are to be seen on it; without any, it lies around parameters 0
   * @return the surface
   * @throws IllegalArgumentException if there are more or fewer than two parameters, or a path is
   *     of another objective
   */
  public static LossSurface of(Objective objective, DescentPath... paths) {
    return of(Plane.of(objective), List.of(paths(objective, paths)));
  }

  /**
   * Returns the surface over two parameters of a model, all others held as they are in it.
   *
   * @param objective what is descended on
   * @param model has the parameters that are held, and lies on the surface
   * @param first the number in θ of the parameter that lies across; of a perceptron of d features
   *     from 0 to d − 1 for a weight, d for its bias
   * @param second the number of the one that goes up
   * @param paths those that are to be seen on it, as far as these two parameters tell of them
   * @return the surface
   * @throws IllegalArgumentException if both are the same, model and objective differ in the number
   *     of parameters, or a path is of another objective
   * @throws IndexOutOfBoundsException if there is no such parameter
   */
  public static LossSurface of(
      Objective objective, Model<?> model, int first, int second, DescentPath... paths) {
    Plane plane = Plane.of(objective, model, first, second);
    List<double[]> places = new ArrayList<>(List.of(paths(objective, paths)));
    places.add(plane.others());
    return of(plane, places);
  }

  private static double[][] paths(Objective objective, DescentPath[] paths) {
    Checks.noneNull("paths", paths).forEach(path -> checkObjective(objective, path));
    return Arrays.stream(paths)
        .flatMap(path -> path.points().stream())
        .map(PathPoint::theta)
        .toArray(double[][]::new);
  }

  private static void checkObjective(Objective objective, DescentPath path) {
    if (path.objective() != objective) {
      throw new IllegalArgumentException(
          "paths must be of the objective of the surface, "
              + objective
              + ", but one is of another, "
              + path.objective()
              + "; make one Objective and give it to every PathRecorder");
    }
  }

  private static LossSurface of(Plane plane, List<double[]> places) {
    List<SurfacePoint> points = new ArrayList<>();
    for (double[] theta : places) {
      points.add(new SurfacePoint(theta[plane.first()], theta[plane.second()], Double.NaN));
    }
    if (points.isEmpty()) {
      points.add(new SurfacePoint(0, 0, Double.NaN));
    }
    Box around = Box.around(points);
    Box searched = around.widened(1);
    for (int k = 0; k < MOST_WIDENINGS; k++) {
      SurfacePoint lowest = Lowest.of(plane, searched, ROUGH_SECTIONS);
      if (searched.isInside(lowest, NEAR_THE_EDGE)) {
        points.add(lowest);
        break;
      }
      searched = searched.widened(1);
    }
    Box box = Box.around(points).widened(ROOM);
    return new LossSurface(
        new SurfaceGrid(plane, Box.checked(box.fromX(), box.toX(), box.fromY(), box.toY()), CELLS),
        "parameter " + plane.first(),
        "parameter " + plane.second());
  }

  /**
   * Sets the ranges of the two parameters.
   *
   * @param fromX the smallest value of the one that lies across; finite
   * @param toX the largest
   * @param fromY the smallest value of the one that goes up; finite
   * @param toY the largest
   * @return another surface
   * @throws IllegalArgumentException if a number is not finite or a range is empty
   */
  public LossSurface withRange(double fromX, double toX, double fromY, double toY) {
    Box box = Box.checked(fromX, toX, fromY, toY);
    return new LossSurface(new SurfaceGrid(grid.plane(), box, grid.cells()), nameX, nameY);
  }

  /**
   * Sets how fine the surface is.
   *
   * @param cells into how many pieces each range is cut; from 2 to 1,000, with which a million
   *     objectives are computed
   * @return another surface
   * @throws IllegalArgumentException if there are fewer or more
   */
  public LossSurface withGrid(int cells) {
    Checks.from("cells", cells, 2, MOST_CELLS);
    return new LossSurface(new SurfaceGrid(grid.plane(), grid.box(), cells), nameX, nameY);
  }

  /**
   * Names the two parameters, for the axes of a picture.
   *
   * @param across for instance {@code "weight of bmi"}
   * @param up for instance {@code "bias"}
   * @return another surface
   * @throws IllegalArgumentException if a name is blank
   */
  public LossSurface withNames(String across, String up) {
    return new LossSurface(grid, Checks.notBlank("across", across), Checks.notBlank("up", up));
  }

  /**
   * Returns the surface of the mean loss alone, over the same ranges.
   *
   * @return another surface
   */
  public LossSurface withoutPenalty() {
    SurfaceGrid other = new SurfaceGrid(grid.plane().withoutPenalty(), grid.box(), grid.cells());
    return new LossSurface(other, nameX, nameY);
  }

  /**
   * Returns the objective that the surface is of.
   *
   * @return J
   */
  public Objective objective() {
    return grid.plane().objective();
  }

  /**
   * Returns the names of the two parameters.
   *
   * @return that of the one that lies across, and that of the other
   */
  public List<String> names() {
    return List.of(nameX, nameY);
  }

  /**
   * Returns which parameter lies across.
   *
   * @return its number in θ
   */
  public int first() {
    return grid.plane().first();
  }

  /**
   * Returns which parameter goes up.
   *
   * @return its number in θ
   */
  public int second() {
    return grid.plane().second();
  }

  /**
   * Returns the height at a place, which may lie beyond the ranges.
   *
   * @param x the parameter that lies across
   * @param y the parameter that goes up
   * @return J there; infinite or NaN where a loss is
   */
  public double at(double x, double y) {
    return grid.plane().height(x, y);
  }

  /**
   * Returns the penalty at a place.
   *
   * @param x the parameter that lies across
   * @param y the parameter that goes up
   * @return R there, whether or not the height has it in it
   */
  public double penaltyAt(double x, double y) {
    return grid.plane().penalty(x, y);
  }

  /**
   * Returns where on the surface some parameters of the model lie.
   *
   * @param theta θ, all parameters
   * @return the point with the two of them and the height of the surface there
   * @throws IllegalArgumentException if there are more or fewer parameters than the objective has
   */
  public SurfacePoint locate(double... theta) {
    Checks.notNull("theta", theta);
    if (theta.length != objective().parameters()) {
      throw new IllegalArgumentException(
          "theta must have " + objective().parameters() + " parameters, but has " + theta.length);
    }
    double x = theta[first()];
    double y = theta[second()];
    return new SurfacePoint(x, y, at(x, y));
  }

  /**
   * Returns the lowest place within the ranges, searched to about eight digits. Of an objective
   * that is not convex it may be one low place among several; of one without a minimum it lies at
   * the edge.
   *
   * @return the place; never above a node of the grid
   * @throws CancellationException if the thread is interrupted
   */
  public SurfacePoint minimum() {
    return grid.minimum();
  }

  /**
   * Returns the values across at which heights were computed.
   *
   * @return a new array, ascending
   */
  public double[] xs() {
    return grid.xs();
  }

  /**
   * Returns the values up at which heights were computed.
   *
   * @return a new array, ascending
   */
  public double[] ys() {
    return grid.ys();
  }

  /**
   * Returns the heights.
   *
   * @return a new array for each of {@link #xs}, with one height for each of {@link #ys}
   * @throws CancellationException if the thread is interrupted
   */
  public double[][] heights() {
    return Arrays.stream(grid.heights()).map(double[]::clone).toArray(double[][]::new);
  }

  /** Says which ranges it has. */
  @Override
  public String toString() {
    Box box = grid.box();
    return "LossSurface("
        + objective()
        + ", "
        + box.fromX()
        + " to "
        + box.toX()
        + " by "
        + box.fromY()
        + " to "
        + box.toY()
        + ")";
  }
}
