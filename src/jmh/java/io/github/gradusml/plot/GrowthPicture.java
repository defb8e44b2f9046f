package io.github.gradusml.plot;

import io.github.gradusml.plot.LinePlot.Curve;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Draws how the cost of a number grows with rows, columns, the rows of an update and threads: the
 * fastest of all rounds, as what else the machine does only ever adds to it.
 *
 * <p>Arguments: a file of lines {@code contender,WHAT NUMBER,nanoseconds,} and the picture to
 * write.
 */
public final class GrowthPicture {
  private static final double ROOM_ABOVE = 1.08;
  private static final Map<String, String[]> PANELS = new LinkedHashMap<>();

  static {
    PANELS.put("rows", new String[] {"30 columns, mini-batches of 32", "rows"});
    PANELS.put("columns", new String[] {"20,000 rows, mini-batches of 32", "columns"});
    PANELS.put("batch", new String[] {"20,000 rows of 100 columns", "rows an update"});
    PANELS.put("threads", new String[] {"200,000 rows of 100 columns", "rows an update"});
  }

  private GrowthPicture() {}

  /**
   * Draws.
   *
   * @param args see above
   * @throws IOException if the file cannot be read
   */
  public static void main(String[] args) throws IOException {
    Map<String, Map<String, TreeMap<Double, Double>>> costs = new LinkedHashMap<>();
    for (String line : Files.readAllLines(Path.of(args[0]))) {
      String[] cells = line.split(",");
      String[] what = cells[1].split(" ");
      costs
          .computeIfAbsent(what[0], name -> new LinkedHashMap<>())
          .computeIfAbsent(cells[0], name -> new TreeMap<>())
          .merge(Double.valueOf(what[1]), Double.valueOf(cells[2]), Math::min);
    }
    Plot[] panels =
        PANELS.keySet().stream().map(name -> panel(name, costs.get(name))).toArray(Plot[]::new);
    Plots.sheet(2, panels)
        .withTitle("What a number costs")
        .withSize(1100, 800)
        .save(Path.of(args[1]));
  }

  private static Plot panel(String name, Map<String, TreeMap<Double, Double>> costs) {
    List<Curve> curves = new ArrayList<>();
    costs.forEach(
        (contender, points) -> {
          String label =
              costs.size() == 1 ? "" : contender.equals("gradus") ? "1 thread" : "2 threads";
          double[] x = points.keySet().stream().mapToDouble(Double::doubleValue).toArray();
          double[] y = points.values().stream().mapToDouble(Double::doubleValue).toArray();
          curves.add(new Curve(label, x, y, Look.line(curves.size())));
        });
    String[] texts = PANELS.get(name);
    LinePlot lines = new LinePlot(texts[0], texts[1], Scale.LOG, "nanoseconds a number", curves);
    double most = curves.stream().flatMapToDouble(c -> Arrays.stream(c.y())).max().orElseThrow();
    return new Plot(view -> withPoints(lines.seen(view), curves))
        .withVerticalRange(0, ROOM_ABOVE * most);
  }

  private static Chart withPoints(Chart chart, List<Curve> curves) {
    curves.forEach(c -> chart.points("", c.x(), c.y(), Mark.DISK, Look.MARK, c.stroke().color()));
    return chart;
  }
}
