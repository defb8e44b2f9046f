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
 * Draws what a number of a sparse row costs, however many columns there are, beside a bare gather:
 * the fastest of all rounds, as what else the machine does only ever adds to it.
 *
 * <p>Arguments: a file of lines {@code contender,columns NUMBER,nanoseconds,} and the picture to
 * write.
 */
public final class SparseGrowthPicture {
  private static final double ROOM_ABOVE = 1.08;

  private SparseGrowthPicture() {}

  /**
   * Draws.
   *
   * @param args see above
   * @throws IOException if the file cannot be read
   */
  public static void main(String[] args) throws IOException {
    Map<String, TreeMap<Double, Double>> costs = new LinkedHashMap<>();
    for (String line : Files.readAllLines(Path.of(args[0]))) {
      String[] cells = line.split(",");
      costs
          .computeIfAbsent(cells[0], name -> new TreeMap<>())
          .merge(Double.valueOf(cells[1].split(" ")[1]), Double.valueOf(cells[2]), Math::min);
    }
    List<Curve> curves = new ArrayList<>();
    costs.forEach(
        (contender, points) -> {
          String label =
              contender.equals("gradus") ? "training" : "reading and writing the weights";
          double[] x = points.keySet().stream().mapToDouble(Double::doubleValue).toArray();
          double[] y = points.values().stream().mapToDouble(Double::doubleValue).toArray();
          curves.add(new Curve(label, x, y, Look.line(curves.size())));
        });
    String title = "20,000 sparse rows of 100 numbers, one row an update, L2";
    LinePlot lines = new LinePlot(title, "columns", Scale.LOG, "nanoseconds a number", curves);
    double most = curves.stream().flatMapToDouble(c -> Arrays.stream(c.y())).max().orElseThrow();
    new Plot(view -> withPoints(lines.seen(view), curves))
        .withVerticalRange(0, ROOM_ABOVE * most)
        .withSize(900, 500)
        .save(Path.of(args[1]));
  }

  private static Chart withPoints(Chart chart, List<Curve> curves) {
    curves.forEach(c -> chart.points("", c.x(), c.y(), Mark.DISK, Look.MARK, c.stroke().color()));
    return chart;
  }
}
