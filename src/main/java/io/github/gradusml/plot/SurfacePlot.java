package io.github.gradusml.plot;

import io.github.gradusml.internal.Texts;
import io.github.gradusml.landscape.DescentPath;
import io.github.gradusml.landscape.LossSurface;
import io.github.gradusml.landscape.PathPoint;
import io.github.gradusml.landscape.SurfacePoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The ground over two parameters and the ways that trainings have gone on it. The ways of the most
 * points, which wander, lie below the others.
 */
final class SurfacePlot implements Picture {
  private static final double MINIMUM = 15;
  private static final double START = 14;
  private static final double END = 9;
  private static final double STEP = 5;
  private static final double WIDE = 2.2;
  private static final double NARROW = 1.1;

  /** Marks of more steps would hide the line between them. */
  private static final int MOST_STEPS = 60;

  private static final int MANY = 300;

  private final Map<String, DescentPath> paths;
  private final Ground ground;

  SurfacePlot(LossSurface surface, Map<String, DescentPath> paths) {
    this.paths = new LinkedHashMap<>(paths);
    this.paths.forEach((name, path) -> check(surface, name, path));
    this.ground = Ground.of(surface);
  }

  private static void check(LossSurface surface, String name, DescentPath path) {
    if (path.objective() != surface.objective()) {
      throw new IllegalArgumentException(
          "path "
              + Texts.quoted(name)
              + " must be of the objective of the surface, but is of another; make one Objective"
              + " and give it to every PathRecorder");
    }
  }

  @Override
  public Chart seen(View view) {
    Chart chart = ground.chart(view, "The objective over two parameters");
    List<String> names = List.copyOf(paths.keySet());
    for (int k = 0; k < names.size(); k++) {
      chart.entry(names.get(k), Legend.line(stroke(paths.get(names.get(k)), k)));
    }
    List<String> below = new ArrayList<>(names);
    below.sort(Comparator.comparingInt(name -> -paths.get(name).points().size()));
    below.forEach(name -> addPath(chart, paths.get(name), names.indexOf(name)));
    addMarks(chart);
    return chart.caption(ground.levels().caption("height"));
  }

  private static Stroke stroke(DescentPath path, int number) {
    double width = path.points().size() > MANY ? NARROW : WIDE;
    Stroke line = Look.line(number);
    return new Stroke(line.color(), width, line.dash());
  }

  private double[] x(DescentPath path) {
    return path.each(point -> point.parameter(ground.surface().first()));
  }

  private double[] y(DescentPath path) {
    return path.each(point -> point.parameter(ground.surface().second()));
  }

  private void addPath(Chart chart, DescentPath path, int number) {
    double[] x = x(path);
    double[] y = y(path);
    Color color = Look.color(number);
    chart.add((canvas, frame) -> drawLine(canvas, frame, x, y, stroke(path, number)));
    if (x.length <= MOST_STEPS) {
      chart.points("", x, y, Mark.DISK, STEP, color);
    }
    double[] endX = {x[x.length - 1]};
    double[] endY = {y[y.length - 1]};
    chart.points("", endX, endY, Mark.DISK, END, color);
  }

  private static void drawLine(Canvas canvas, Frame frame, double[] x, double[] y, Stroke stroke) {
    double[] px = new double[x.length];
    double[] py = new double[x.length];
    for (int k = 0; k < x.length; k++) {
      px[k] = frame.x(x[k]);
      py[k] = frame.y(y[k]);
    }
    frame.inside(canvas, () -> canvas.line(px, py, stroke));
  }

  private void addMarks(Chart chart) {
    List<PathPoint> starts = paths.values().stream().map(DescentPath::first).toList();
    double[] x = starts.stream().mapToDouble(p -> p.parameter(ground.surface().first())).toArray();
    double[] y = starts.stream().mapToDouble(p -> p.parameter(ground.surface().second())).toArray();
    if (x.length > 0) {
      chart.points("start", x, y, Mark.OPEN, START, Look.INK);
    }
    SurfacePoint lowest = ground.surface().minimum();
    double[] atX = {lowest.x()};
    double[] atY = {lowest.y()};
    chart.points(
        ground.isAtEdge(lowest) ? "lowest here" : "minimum",
        atX,
        atY,
        Mark.DIAMOND,
        MINIMUM,
        Look.INK);
  }
}
