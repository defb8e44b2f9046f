package io.github.gradusml.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The surface on which pictures are drawn: its legend, texts and marks. */
class ChartTest {
  private static final Axis UNIT = new Axis("across", Scale.LINEAR, 0, 1);
  private static final Stroke STROKE = Look.line(0);

  private static Chart chart() {
    return new Chart(View.PLAIN, "Title", UNIT, new Axis("up", Scale.LINEAR, 0, 1));
  }

  private static Recorder drawn(Chart chart) {
    return Recorder.of(chart, 900, 600);
  }

  /** Where the legend of a chart with one line stands. */
  private static Recorder.Text legendBeside(double[] x, double[] y) {
    return drawn(chart().line("validation", x, y, STROKE)).text("validation");
  }

  @Test
  void aFallingLineLeavesTheUpperRightCornerToTheLegend() {
    Recorder.Text legend = legendBeside(new double[] {0, 0.1, 1}, new double[] {1, 0, 0});
    assertTrue(legend.x() > 600 && legend.y() < 150, legend.toString());
  }

  @Test
  void aLineAlongTheTopLeavesTheLowerRightCorner() {
    Recorder.Text legend = legendBeside(new double[] {0, 1}, new double[] {0.95, 0.95});
    assertTrue(legend.x() > 600 && legend.y() > 450, legend.toString());
  }

  @Test
  void aLineAlongTheRightLeavesTheUpperLeftCorner() {
    Recorder.Text legend = legendBeside(new double[] {0.95, 0.95}, new double[] {0, 1});
    assertTrue(legend.x() < 200 && legend.y() < 150, legend.toString());
  }

  @Test
  void aLineBetweenFarPointsIsAvoidedAllTheWay() {
    // No point of its own lies near a corner on the right; the lines between them do.
    Recorder.Text legend = legendBeside(new double[] {0, 0.5, 2}, new double[] {0.5, 0.5, 2});
    assertTrue(legend.x() > 600 && legend.y() > 450, legend.toString());
  }

  @Test
  void linesThroughAllCornersLeaveThePlaceBesideThePlot() {
    double[] x = {0, 1, Double.NaN, 0, 1};
    double[] y = {0, 1, Double.NaN, 1, 0};
    Recorder drawn = drawn(chart().line("validation", x, y, STROKE));
    double legend = drawn.text("validation").x();
    double rightmost = drawn.lines(Look.GRID).stream().mapToDouble(l -> l.x()[1]).max().orElse(0);
    assertTrue(legend > rightmost, legend + " and " + rightmost);
  }

  @Test
  void aPointIsAvoidedToo() {
    double[] at = {0.95};
    Chart chart = chart().points("", at, at, Mark.DISK, 9, Look.INK);
    Recorder.Text legend = drawn(chart.entry("a", Legend.line(STROKE))).text("a");
    assertTrue(legend.y() > 450, legend.toString());
  }

  @Test
  void aLegendLongerThanThePictureSaysHowManyMoreThereAre() {
    Chart chart = chart();
    IntStream.range(0, 100).forEach(k -> chart.entry("line " + k, Legend.line(STROKE)));
    List<String> words = drawn(chart).words();
    long shown = words.stream().filter(word -> word.startsWith("line ")).count();
    assertTrue(words.contains("and " + (100 - shown) + " more"), words.toString());
    assertTrue(shown > 10 && shown < 30, shown + " entries");
  }

  @Test
  void aLongLabelLeavesRoomForThePlot() {
    Chart chart = chart().entry("x".repeat(500), Legend.line(STROKE)).legendBeside();
    Recorder drawn = drawn(chart);
    assertTrue(drawn.words().stream().anyMatch(w -> w.matches("x{10,60}…")), "cut at its end");
    double rightmost = drawn.lines(Look.GRID).stream().mapToDouble(l -> l.x()[1]).max().orElse(0);
    assertTrue(rightmost > 440, "about half of the picture is the plot: " + rightmost);
  }

  @Test
  void aLongTitleIsBrokenBetweenWords() {
    String title = "word ".repeat(30).strip();
    Recorder drawn = Recorder.of(new Chart(View.PLAIN, title, UNIT, UNIT), 900, 600);
    List<String> lines = drawn.words().stream().filter(w -> w.startsWith("word")).toList();
    assertEquals(2, lines.size());
    assertEquals(title, String.join(" ", lines));
  }

  @Test
  void marksThatHaveNoRoomBesideEachOtherAreFewer() {
    Axis wide = new Axis("across", Scale.LINEAR, 1e5, 1e5 + 1e-3);
    Recorder drawn = Recorder.of(new Chart(View.PLAIN, "", wide, UNIT), 500, 400);
    List<Recorder.Text> labels =
        drawn.texts.stream().filter(t -> t.text().startsWith("100000.00")).toList();
    assertTrue(labels.size() >= 2, drawn.words().toString());
    for (int k = 1; k < labels.size(); k++) {
      double apart = labels.get(k).x() - labels.get(k - 1).x();
      double wideness = drawn.width(labels.get(k).text(), Look.TICK);
      assertTrue(apart > wideness, apart + " and " + wideness);
    }
  }

  @Test
  void marksThatAreSetAreStaggeredWhereTheyHaveNoRoom() {
    double[] at = {0.4, 0.5, 0.6};
    Ticks ticks = new Ticks(at, List.of("0.0123", "0.0124", "0.0125"));
    Recorder drawn = Recorder.of(chart().ticks(ticks, ticks), 400, 400);
    List<Recorder.Text> labels =
        drawn.texts.stream().filter(t -> t.anchor() == Canvas.Anchor.MIDDLE).toList();
    assertEquals(labels.get(0).y(), labels.get(2).y());
    assertTrue(labels.get(1).y() > labels.get(0).y() + 10);
  }

  @Test
  void ofMarksThatAreSetSomeHaveATextWhereNotAllHaveRoom() {
    double[] at = IntStream.range(0, 16).mapToDouble(k -> k / 16.0).toArray();
    List<String> texts = IntStream.range(0, 16).mapToObj(k -> "0.00001234" + k).toList();
    Ticks ticks = new Ticks(at, texts);
    Recorder drawn = Recorder.of(chart().ticks(ticks, ticks), 400, 300);
    List<Recorder.Text> across =
        drawn.texts.stream()
            .filter(t -> t.anchor() == Canvas.Anchor.MIDDLE && t.text().startsWith("0."))
            .toList();
    assertTrue(across.size() >= 2 && across.size() < 16, across.size() + " texts");
    for (Recorder.Text text : across) {
      for (Recorder.Text other : across) {
        boolean touch =
            text != other && text.y() == other.y() && Math.abs(text.x() - other.x()) < 12 * 6.5;
        assertFalse(touch, text + " and " + other);
      }
    }
    long up =
        drawn.texts.stream()
            .filter(t -> t.anchor() == Canvas.Anchor.END && !t.text().isEmpty())
            .count();
    assertTrue(up >= 8 && up < 16, up + " texts on a height of 180");
  }

  @Test
  void aPointBeyondTheAxesIsNotDrawnAndALineIsCutOff() {
    double[] far = {0.5, 2};
    Chart chart = chart().points("", far, far, Mark.DISK, 9, Look.INK).line("", far, far, STROKE);
    Recorder drawn = drawn(chart);
    assertEquals(1, drawn.disks.size());
    String svg = SvgCanvas.draw(chart, 900, 600);
    int clip = svg.indexOf("<svg x=");
    assertTrue(clip > 0 && svg.indexOf("<path", clip) < svg.indexOf("</svg>", clip));
  }

  @Test
  void ofManyPointsAtOnePlaceOneIsDrawn() {
    double[] same = new double[100_000];
    Recorder drawn = drawn(chart().points("", same, same, Mark.DISK, 5, Look.INK));
    assertEquals(1, drawn.disks.size());
  }

  @Test
  void ofManyPointsBetweenGapsThoseAreDrawnThatHaveAPlaceOfTheirOwn() {
    double[] x = IntStream.range(0, 200_000).mapToDouble(i -> i / 2e5).toArray();
    double[] y =
        IntStream.range(0, 200_000).mapToDouble(i -> i % 2 == 0 ? 0.5 : Double.NaN).toArray();
    int disks = drawn(chart().line("", x, y, STROKE)).disks.size();
    // A place is half a mark, 4.5 of some 830.
    assertTrue(disks > 150 && disks < 200, disks + " disks");
  }

  @Test
  void whatLiesBehindTakesThePlaceOfTheGrid() {
    assertFalse(drawn(chart()).lines(Look.GRID).isEmpty());
    assertTrue(drawn(chart().behind((canvas, frame) -> {})).lines(Look.GRID).isEmpty());
  }

  @Test
  void aNameThatIsTooLongLosesItsMiddle() {
    Recorder canvas = new Recorder();
    Font font = Look.TICK.withSize(10); // letters of 5
    assertEquals("petal length 12", Lines.withoutMiddle(canvas, "petal length 12", font, 75));
    assertEquals("petal le…h 12", Lines.withoutMiddle(canvas, "petal length 12", font, 69));
    assertEquals("…", Lines.withoutMiddle(canvas, "petal length 12", font, 1));
    assertEquals("🌷🌷…🌷", Lines.withoutMiddle(canvas, "🌷🌷🌷🌷🌷🌷", font, 35));
  }

  @Test
  void ofManyNamesOneBelowTheOtherAsManyAreWrittenAsHaveRoom() {
    List<String> names = IntStream.range(0, 100).mapToObj(k -> "name" + k).toList();
    Axis up = new Axis("up", Scale.LINEAR, -0.5, 99.5);
    Recorder drawn = drawn(new Chart(View.PLAIN, "Title", UNIT, up).namesUp(names));
    long written = drawn.words().stream().filter(word -> word.startsWith("name")).count();
    // 100 names in some 450 units, a line of which takes 15: every fourth.
    assertEquals(25, written);
  }
}
