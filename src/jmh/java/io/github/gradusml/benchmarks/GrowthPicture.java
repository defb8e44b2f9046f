package io.github.gradusml.benchmarks;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Draws how the cost of a number grows with rows, columns, the rows of an update and threads: the
 * fastest of all rounds, as what else the machine does only ever adds to it.
 *
 * <p>Arguments: a file of lines {@code contender,WHAT NUMBER,nanoseconds,} and the picture to
 * write.
 */
public final class GrowthPicture {
  private static final int WIDTH = 900;
  private static final int HEIGHT = 600;
  private static final Map<String, String> TITLES = new LinkedHashMap<>();
  private static final List<Color> COLORS = List.of(new Color(0x0072B2), new Color(0xD55E00));

  static {
    TITLES.put("rows", "rows (30 columns, mini-batches of 32)");
    TITLES.put("columns", "columns (20,000 rows, mini-batches of 32)");
    TITLES.put("batch", "rows an update (20,000 rows of 100 columns)");
    TITLES.put("threads", "rows an update (200,000 rows of 100 columns)");
  }

  private GrowthPicture() {}

  /**
   * Draws.
   *
   * @param args see above
   * @throws IOException if a file cannot be read or written
   */
  public static void main(String[] args) throws IOException {
    Map<String, Map<String, TreeMap<Double, Double>>> panels = new LinkedHashMap<>();
    for (String line : Files.readAllLines(Path.of(args[0]))) {
      String[] cells = line.split(",");
      String[] what = cells[1].split(" ");
      panels
          .computeIfAbsent(what[0], name -> new LinkedHashMap<>())
          .computeIfAbsent(cells[0], name -> new TreeMap<>())
          .merge(Double.valueOf(what[1]), Double.valueOf(cells[2]), Math::min);
    }
    BufferedImage picture = new BufferedImage(2 * WIDTH, 2 * HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = picture.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    int k = 0;
    for (Map.Entry<String, String> panel : TITLES.entrySet()) {
      XYChart chart = chart(panel.getValue(), panels.get(panel.getKey()));
      Graphics2D part = (Graphics2D) g.create(k % 2 * WIDTH, k / 2 * HEIGHT, WIDTH, HEIGHT);
      chart.paint(part, WIDTH, HEIGHT);
      part.dispose();
      k++;
    }
    g.dispose();
    ImageIO.write(picture, "png", Path.of(args[1]).toFile());
  }

  private static XYChart chart(String across, Map<String, TreeMap<Double, Double>> lines) {
    XYChart chart = new XYChart(WIDTH, HEIGHT);
    chart.setXAxisTitle(across);
    chart.setYAxisTitle("nanoseconds a number");
    XYStyler style = chart.getStyler();
    style.setXAxisLogarithmic(true);
    style.setYAxisMin(0.0);
    style.setXAxisDecimalPattern("#,###");
    style.setYAxisTickMarkSpacingHint(90);
    style.setChartBackgroundColor(Color.WHITE);
    style.setPlotBorderVisible(false);
    style.setPlotGridLinesColor(new Color(0xE2E2E2));
    style.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 20));
    style.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 16));
    style.setLegendPosition(LegendPosition.InsideNE);
    style.setLegendBorderColor(Color.WHITE);
    style.setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 18));
    style.setLegendVisible(lines.size() > 1);
    style.setMarkerSize(9);
    int k = 0;
    for (Map.Entry<String, TreeMap<Double, Double>> line : lines.entrySet()) {
      String name = line.getKey().equals("gradus") ? "1 thread" : "2 threads";
      XYSeries series =
          chart.addSeries(
              name,
              new ArrayList<>(line.getValue().keySet()),
              new ArrayList<>(line.getValue().values()));
      series.setMarker(SeriesMarkers.CIRCLE);
      series.setMarkerColor(COLORS.get(k));
      series.setLineColor(COLORS.get(k));
      series.setLineStyle(new BasicStroke(2.5f));
      k++;
    }
    return chart;
  }
}
