package io.github.gradusml.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.plot.LinePlot.Curve;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinePlotTest {
  private static double[] numbers(int length, IntToDoubleFunction number) {
    return IntStream.range(0, length).mapToDouble(number).toArray();
  }

  private static Curve curve(String label, int color, double[] x, double... y) {
    return new Curve(label, x, y, Look.line(color));
  }

  private static Picture picture(Scale across, Curve... curves) {
    return new LinePlot("Title", "across", across, "up", List.of(curves));
  }

  private static Recorder.Line line(Recorder drawn, int color) {
    return drawn.lines(Look.color(color)).get(0);
  }

  @ParameterizedTest
  @EnumSource
  void everyScaleShowsALineOverTheWholeWidth(Scale scale) {
    Curve curve = curve("", 0, numbers(50, i -> i + 1), numbers(50, i -> 1 + i % 7));
    double[] x = line(Recorder.of(picture(scale, curve)), 0).x();
    assertEquals(50, x.length);
    assertEquals(872, x[49], "the margin is 28 of 900");
    assertTrue(x[0] < 100, "it begins at the left: " + x[0]);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-320, 1e-300, 1e-12, 1e-7, 1, 1e12, 1e300, 8e306})
  void numbersOfAnySizeAreDrawn(double unit) {
    Curve curve = curve("", 0, numbers(20, i -> i + 1), numbers(20, i -> unit * (i + 1)));
    for (View view : new View[] {View.PLAIN, View.PLAIN.withLogScale()}) {
      Recorder drawn = Recorder.of(picture(Scale.COUNT, curve).seen(view), 900, 600);
      double[] y = line(drawn, 0).y();
      assertTrue(y[0] - y[19] > 300, "the line rises over most of the height");
      assertTrue(drawn.texts.size() > 8, "both axes have marks: " + drawn.words());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1e20, 1e4",
    "3.1415e21, 1048576",
    "1e25, 1e10",
    "1e300, 1e285",
    "1.7e308, 2e292",
    "7e15, 1",
    "-1e20, 1e4",
    "4.9e-324, 4.9e-324",
    "1e-310, 4.9e-324"
  })
  void nearlyLevelNumbersAreDrawnAndEnd(double size, double more) {
    Curve curve = curve("", 0, numbers(20, i -> i + 1), numbers(20, i -> size + i * more));
    Recorder drawn = Recorder.of(picture(Scale.COUNT, curve));
    assertEquals(20, line(drawn, 0).x().length);
    assertTrue(drawn.texts.size() > 6, "both axes have marks: " + drawn.words());
  }

  @Test
  void aColorThatComesAgainIsDashed() {
    double[] x = {0, 1};
    Recorder drawn =
        Recorder.of(picture(Scale.LINEAR, curve("", 0, x, 1, 2), curve("", 7, x, 2, 1)));
    List<Recorder.Line> lines = drawn.lines(Look.color(0));
    assertEquals(Stroke.Dash.SOLID, lines.get(0).stroke().dash());
    assertEquals(Stroke.Dash.DASHED, lines.get(1).stroke().dash());
  }

  @Test
  void evenlySpacedNumbersAreMarkedAtRoundOnes() {
    Curve curve = curve("", 0, numbers(10, i -> 1 + i), numbers(10, i -> i));
    Recorder drawn = Recorder.of(picture(Scale.COUNT, curve));
    assertTrue(
        drawn.words().containsAll(List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10")),
        drawn.words().toString());
  }

  @Test
  void labelsMayComeTwiceAndABlankOneIsNotInTheLegend() {
    double[] x = {0, 1};
    Recorder drawn =
        Recorder.of(
            picture(
                Scale.LINEAR,
                curve("same", 0, x, 1, 2),
                curve("same", 1, x, 2, 3),
                curve(" ", 2, x, 3, 4)));
    assertEquals(2, drawn.words().stream().filter("same"::equals).count());
    assertEquals(1, drawn.lines(Look.color(2)).size(), "no sample in the legend");
  }

  @Test
  void aHorizontalRangeFitsTheHeightsToWhatIsSeen() {
    Curve curve = curve("", 0, numbers(101, i -> i), numbers(101, i -> i < 50 ? 1e6 : i));
    Chart all = (Chart) picture(Scale.COUNT, curve).seen(View.PLAIN);
    Chart part = (Chart) picture(Scale.COUNT, curve).seen(View.PLAIN.withAcross(60, 80));
    assertTrue(all.y().high() > 1e6);
    assertEquals(60 - 1, part.y().low(), 1e-12); // a twentieth of 20 below; a rounding
    assertEquals(80 + 1, part.y().high(), 1e-12);
  }

  @Test
  void aRangeWithoutAnythingInItIsRefused() {
    Curve curve = curve("", 0, numbers(10, i -> i), numbers(10, i -> i));
    assertEquals(
        "horizontal range must hold a part of a line, but none lies from 20.0 to 30.0",
        Rejected.message(() -> picture(Scale.COUNT, curve).seen(View.PLAIN.withAcross(20, 30))));
  }

  @Test
  void whatHasNoPlaceOnALogarithmicAxisBecomesAGap() {
    Curve curve = curve("", 0, numbers(4, i -> i), 1, -1, 2, 4);
    double[] y =
        line(Recorder.of(picture(Scale.COUNT, curve).seen(View.PLAIN.withLogScale()), 900, 600), 0)
            .y();
    assertEquals(
        List.of(false, true, false, false), Arrays.stream(y).mapToObj(Double::isNaN).toList());
  }

  @Test
  void differentLengthsAreRefused() {
    assertEquals(
        "y must have a value for each of the 1 of x, but has 2",
        Rejected.message(() -> curve("c", 0, new double[1], 1, 2)));
  }

  @Test
  void aPointBetweenGapsIsSeenAsADisk() {
    Curve curve = curve("", 0, numbers(9, i -> i), 1, Double.NaN, 2, Double.NaN, 3, 4, 5, 6, 7);
    Recorder drawn = Recorder.of(picture(Scale.COUNT, curve));
    assertEquals(2, drawn.disks.size());
  }

  @Test
  void aRangeBetweenTwoPointsShowsTheLineBetweenThem() {
    Curve curve = curve("", 0, new double[] {0, 10}, 0, 100);
    Chart part = (Chart) picture(Scale.LINEAR, curve).seen(View.PLAIN.withAcross(4, 6));
    // 40 and 60, and a twentieth of 20 beyond; a rounding.
    assertEquals(39, part.y().low(), 1e-12);
    assertEquals(61, part.y().high(), 1e-12);
  }

  @Test
  void twentyEightLinesDiffer() {
    Curve[] curves = new Curve[28];
    Arrays.setAll(curves, k -> curve("line " + k, k, new double[] {0, 1}, k, k + 1));
    Recorder drawn = Recorder.of(picture(Scale.LINEAR, curves));
    assertEquals(28, Arrays.stream(curves).map(Curve::stroke).distinct().count());
    assertEquals(28, drawn.words().stream().filter(word -> word.startsWith("line ")).count());
  }
}
