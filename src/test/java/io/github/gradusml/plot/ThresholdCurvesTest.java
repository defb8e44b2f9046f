package io.github.gradusml.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.metric.PrecisionRecallCurve;
import io.github.gradusml.metric.RocCurve;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** ROC curves, and curves of precision and recall. */
class ThresholdCurvesTest {
  private static final Color FIRST = Look.color(0);

  /** The score of a row is its only feature. */
  private static final Perceptron SCORE = Perceptron.of(new double[] {1}, 0, Activation.sigmoid());

  private static final Dataset FOUR =
      Dataset.of(new double[][] {{4}, {3}, {2}, {1}}, new double[] {1, 0, 1, 0});

  private static final RocCurve ROC = RocCurve.of(SCORE, FOUR);
  private static final PrecisionRecallCurve PRECISION = PrecisionRecallCurve.of(SCORE, FOUR);

  private static Recorder drawn(Map<String, RocCurve> curves) {
    return Recorder.of(ThresholdCurves.roc(curves));
  }

  private static Recorder precision(Map<String, PrecisionRecallCurve> curves) {
    return Recorder.of(ThresholdCurves.precisionRecall(curves));
  }

  /** Places of a line in units of the axes, by the marks along them. */
  private static double[][] shares(Recorder drawn, Recorder.Line line) {
    double left = drawn.text("0.0").x();
    double[] x = new double[line.x().length];
    double[] y = new double[x.length];
    Recorder.Text zero = up(drawn, "0.0");
    Recorder.Text one = up(drawn, "1.0");
    double right =
        drawn.texts.stream()
            .filter(text -> text.text().equals("1.0") && text.anchor() == Canvas.Anchor.MIDDLE)
            .findFirst()
            .orElseThrow()
            .x();
    for (int i = 0; i < x.length; i++) {
      x[i] = (line.x()[i] - left) / (right - left);
      double at = line.y()[i] + Look.TICK.belowMiddle();
      y[i] = (zero.y() - at) / (zero.y() - one.y());
    }
    return new double[][] {x, y};
  }

  private static Recorder.Text up(Recorder drawn, String label) {
    return drawn.texts.stream()
        .filter(text -> text.text().equals(label) && text.anchor() == Canvas.Anchor.END)
        .findFirst()
        .orElseThrow();
  }

  private static Recorder.Line longest(Recorder drawn) {
    return drawn.lines(FIRST).get(0);
  }

  @Test
  void aRocCurveGoesThroughItsPoints() {
    Recorder drawn = drawn(Map.of("four", ROC));
    double[][] line = shares(drawn, longest(drawn));
    // Rounding of places in units of a picture of 900.
    assertArrayEquals(new double[] {0, 0, 0.5, 0.5, 1}, line[0], 1e-9);
    assertArrayEquals(new double[] {0, 0.5, 0.5, 1, 1}, line[1], 1e-9);
  }

  @Test
  void precisionHoldsFromTheRecallBeforeOn() {
    Recorder drawn = precision(Map.of("four", PRECISION));
    double[][] line = shares(drawn, longest(drawn));
    assertArrayEquals(new double[] {0, 0.5, 0.5, 0.5, 0.5, 1, 1, 1}, line[0], 1e-9);
    double third = 2 / 3.0;
    assertArrayEquals(new double[] {1, 1, 0.5, 0.5, third, third, 0.5, 0.5}, line[1], 1e-9);
  }

  @Test
  void theLegendHasTheAreaAndChance() {
    List<String> words = drawn(Map.of("four", ROC)).words();
    assertTrue(
        words.containsAll(List.of("four (area 0.750)", "chance (area 0.5)")), words.toString());
  }

  @Test
  void theLegendHasTheAveragePrecisionAndThatOfChance() {
    // (1 + 2/3) / 2.
    List<String> words = precision(Map.of("four", PRECISION)).words();
    assertTrue(words.containsAll(List.of("four (AP 0.833)", "chance (0.500)")), words.toString());
  }

  @Test
  void chanceIsLeftOutWhereItDiffersBetweenCurves() {
    Map<String, PrecisionRecallCurve> curves = new LinkedHashMap<>();
    curves.put("half", PRECISION);
    curves.put("third", PrecisionRecallCurve.of(SCORE, FOUR.select(0, 1, 3)));
    assertTrue(precision(curves).words().stream().noneMatch(word -> word.startsWith("chance")));
  }

  @Test
  void thresholdsOfOneCurveStandAtItsPoints() {
    Recorder drawn = drawn(Map.of("four", ROC));
    List<String> thresholds =
        drawn.texts.stream()
            .filter(text -> text.font().color().equals(FIRST))
            .map(Recorder.Text::text)
            .toList();
    assertEquals(List.of("4", "3", "2", "1"), thresholds);
    // The first is where half of class 1 is found, and none of class 0.
    Recorder.Text four = drawn.text("4");
    double[][] line = {longest(drawn).x(), longest(drawn).y()};
    assertTrue(four.x() > line[0][1] && four.x() < line[0][1] + 20);
    assertTrue(four.y() > line[1][1] && four.y() < line[1][1] + 30);
  }

  private static Dataset noisy(int seed) {
    Random random = new Random(seed);
    double[][] x = new double[500][1];
    double[] y = new double[500];
    for (int i = 0; i < 500; i++) {
      y[i] = i % 2;
      x[i][0] = y[i] + random.nextGaussian();
    }
    return Dataset.of(x, y);
  }

  private static List<Recorder.Text> thresholds(Recorder drawn, int curve) {
    return drawn.texts.stream()
        .filter(text -> text.font().color().equals(Look.color(curve)))
        .toList();
  }

  @Test
  void sixThresholdsFallAlongALongCurve() {
    List<Recorder.Text> six = thresholds(drawn(Map.of("a", RocCurve.of(SCORE, noisy(1)))), 0);
    assertEquals(6, six.size());
    double[] values =
        six.stream().mapToDouble(t -> Double.parseDouble(t.text().replace('−', '-'))).toArray();
    for (int k = 1; k < 6; k++) {
      assertTrue(values[k] < values[k - 1], "the threshold falls");
      double apart =
          Math.abs(six.get(k).x() - six.get(k - 1).x())
              + Math.abs(six.get(k).y() - six.get(k - 1).y());
      assertTrue(apart > 100, apart + " units apart");
    }
  }

  @Test
  void ofSeveralCurvesEachHasThreeMarksAndNoNumberCoversAnother() {
    Map<String, RocCurve> curves = new LinkedHashMap<>();
    for (int k = 0; k < 6; k++) {
      curves.put("curve " + k, RocCurve.of(SCORE, noisy(k)));
    }
    Recorder drawn = drawn(curves);
    for (int k = 0; k < 6; k++) {
      Color color = Look.color(k);
      assertEquals(3, drawn.disks.stream().filter(disk -> color.equals(disk.fill())).count());
    }
    List<Recorder.Text> all =
        drawn.texts.stream()
            .filter(t -> t.text().matches("−?[0-9.]+"))
            .filter(t -> !t.font().color().equals(Look.INK))
            .toList();
    assertTrue(all.size() < 18, all.size() + " numbers: those in each other's way are left out");
    for (Recorder.Text one : all) {
      for (Recorder.Text other : all) {
        double width = drawn.width(one.text(), one.font());
        boolean besides = Math.abs(one.y() - other.y()) >= one.font().size();
        boolean clear =
            one == other || besides || one.x() + width <= other.x() || other.x() < one.x();
        assertTrue(clear, one + " and " + other);
      }
    }
  }

  @Test
  void aPieceOfACurveHasThresholdsOfItsOwn() {
    ThresholdCurves curve = ThresholdCurves.roc(Map.of("a", RocCurve.of(SCORE, noisy(1))));
    Recorder piece =
        Recorder.of(curve.seen(View.PLAIN.withAcross(0, 0.1).withUp(0, 0.5)), 900, 600);
    List<Recorder.Text> texts = thresholds(piece, 0);
    assertTrue(texts.size() >= 4, texts.toString());
    double right = piece.lines(Look.GRID).stream().mapToDouble(l -> l.x()[1]).max().orElse(0);
    for (Recorder.Text text : texts) {
      assertTrue(text.x() + piece.width(text.text(), text.font()) <= right + 1, text.toString());
    }
  }

  @Test
  void aPieceWithoutACurveHasNoThresholds() {
    ThresholdCurves curve = ThresholdCurves.roc(Map.of("four", ROC));
    Recorder piece =
        Recorder.of(curve.seen(View.PLAIN.withAcross(0.6, 0.9).withUp(0, 0.4)), 900, 600);
    assertTrue(thresholds(piece, 0).isEmpty());
  }

  @Test
  void infiniteThresholdsAreNotWritten() {
    Dataset huge = Dataset.of(new double[][] {{1e308}, {-1e308}, {1}}, new double[] {1, 0, 1});
    Perceptron steep = Perceptron.of(new double[] {1e10}, 0, Activation.sigmoid());
    Recorder drawn = drawn(Map.of("a", RocCurve.of(steep, huge)));
    assertFalse(drawn.words().contains("∞"), drawn.words().toString());
    assertTrue(drawn.words().contains("10¹⁰"), drawn.words().toString());
  }

  @Test
  void whatCannotBeDrawnIsRefused() {
    assertEquals("curves must not be empty", Rejected.message(() -> Plots.rocCurves(Map.of())));
    assertEquals(
        "curves must not be empty", Rejected.message(() -> Plots.precisionRecallCurves(Map.of())));
    assertEquals(
        "shares from 0 to 1 are drawn without a logarithmic scale",
        Rejected.message(() -> Plots.rocCurves(Map.of("four", ROC)).withLogScale()));
    Map<String, RocCurve> none = new LinkedHashMap<>();
    none.put("a", null);
    NullPointerException e = assertThrows(NullPointerException.class, () -> Plots.rocCurves(none));
    assertEquals("curves.get(\"a\") must not be null", e.getMessage());
    e = assertThrows(NullPointerException.class, () -> Plots.precisionRecallCurves(null));
    assertEquals("curves must not be null", e.getMessage());
  }

  @Test
  void theyAreTitled() {
    assertEquals("Plot(ROC curves)", Plots.rocCurves(Map.of("four", ROC)).toString());
    assertEquals(
        "Plot(Precision and recall)",
        Plots.precisionRecallCurves(Map.of("four", PRECISION)).toString());
  }
}
