package io.github.gradusml.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.metric.ConfusionMatrix;
import io.github.gradusml.network.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Confusion matrices as tables. */
class ConfusionPlotTest {
  private static final Color RIGHT = Look.color(0);
  private static final Color WRONG = Look.color(1);

  /** A model that takes a row for the class whose number is its only 1. */
  private static Network model(int classes) {
    double[] theta = new double[classes * (classes + 1)];
    IntStream.range(0, classes).forEach(c -> theta[c * classes + c] = 1);
    return Network.of(classes, Output.softmax(classes)).zeros().withParameters(theta);
  }

  /** Rows that make a matrix of such counts, all of a weight. */
  private static Dataset rows(double weight, int[]... counts) {
    List<double[]> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    for (int actual = 0; actual < counts.length; actual++) {
      for (int predicted = 0; predicted < counts.length; predicted++) {
        for (int i = 0; i < counts[actual][predicted]; i++) {
          double[] row = new double[counts.length];
          row[predicted] = 1;
          x.add(row);
          y.add((double) actual);
        }
      }
    }
    double[] weights = new double[x.size()];
    Arrays.fill(weights, weight);
    double[] targets = y.stream().mapToDouble(Double::doubleValue).toArray();
    return Dataset.of(x.toArray(new double[0][]), targets).withWeights(weights);
  }

  private static ConfusionMatrix matrix(Dataset data) {
    return ConfusionMatrix.of(model(data.features()), data);
  }

  private static final int[][] COUNTS = {{6, 3, 0}, {0, 8, 0}, {2, 0, 2}};
  private static final Dataset THREE = rows(1, COUNTS).withClassNames("ant", "bee", "cat");

  private static Recorder drawn(Dataset data) {
    return Recorder.of(new ConfusionPlot(matrix(data)));
  }

  /** The cells, row by row: boxes with an edge, but for two for each step in the legend. */
  private static List<Recorder.Box> cells(Recorder drawn, int classes) {
    return drawn.boxes.stream().filter(b -> b.edge() != null).limit(classes * classes).toList();
  }

  @Test
  void eachCellIsAsDarkAsTheRootOfItsShareOfTheActualClass() {
    List<Recorder.Box> cells = cells(drawn(THREE), 3);
    assertEquals(RIGHT.tint(0.92 * Math.sqrt(6 / 9.0)), cells.get(0).fill());
    assertEquals(WRONG.tint(0.92 * Math.sqrt(3 / 9.0)), cells.get(1).fill());
    assertEquals(Color.WHITE, cells.get(2).fill());
    assertEquals(RIGHT.tint(0.92), cells.get(4).fill());
    assertEquals(WRONG.tint(0.92 * Math.sqrt(0.5)), cells.get(6).fill());
  }

  @Test
  void actualClassesGoDownAndPredictedOnesToTheRight() {
    Recorder drawn = drawn(THREE);
    Recorder.Text six = drawn.text("6");
    Recorder.Text three = drawn.text("3");
    Recorder.Text eight = drawn.text("8");
    assertEquals(six.y(), three.y());
    assertTrue(three.x() > six.x());
    assertEquals(three.x(), eight.x());
    assertTrue(eight.y() > three.y());
  }

  @Test
  void theNamesStandOnBothAxesInTheOrderOfTheCells() {
    Recorder drawn = drawn(THREE);
    List<Recorder.Text> cat =
        drawn.texts.stream().filter(text -> text.text().equals("cat")).toList();
    assertEquals(2, cat.size());
    Recorder.Box last = cells(drawn, 3).get(8);
    assertTrue(cat.stream().anyMatch(t -> Math.abs(t.x() - middle(last)) < 1e-9), "below");
    assertTrue(
        cat.stream().anyMatch(t -> t.y() > last.y() && t.y() < last.y() + last.height()), "beside");
    assertTrue(drawn.words().containsAll(List.of("actual", "predicted")));
  }

  private static double middle(Recorder.Box box) {
    return box.x() + box.width() / 2;
  }

  @Test
  void aCellSaysItsCountAndItsShare() {
    List<String> words = drawn(THREE).words();
    assertTrue(words.containsAll(List.of("6", "67%", "3", "33%", "8", "100%")), words.toString());
    assertFalse(words.contains("0"), "nothing stands where there is nothing");
  }

  @Test
  void theCaptionSaysHowManyAreRight() {
    List<String> words = drawn(THREE).words();
    // 16 of 21.
    assertTrue(words.stream().anyMatch(word -> word.startsWith("76% are right")), words.toString());
  }

  @Test
  void classesWithoutNamesHaveTheirNumbers() {
    List<String> words = drawn(rows(1, COUNTS)).words();
    assertEquals(2, words.stream().filter(word -> word.equals("1")).count());
  }

  @Test
  void weightsMakeCountsThatAreNotWhole() {
    List<String> words = drawn(rows(0.25, COUNTS)).words();
    assertTrue(words.containsAll(List.of("1.5", "0.75", "67%")), words.toString());
  }

  @Test
  void sharesAreThoseOfSmallWeightsToo() {
    List<String> words = drawn(rows(0.01, COUNTS)).words();
    assertTrue(words.containsAll(List.of("67%", "33%")), words.toString());
  }

  @Test
  void allNumbersAreOfOneSize() {
    Recorder drawn = drawn(THREE);
    assertEquals(drawn.text("6").font().size(), drawn.text("8").font().size());
    assertEquals(drawn.text("33%").font().size(), drawn.text("100%").font().size());
  }

  @Test
  void countsBeyondTheDoublesAreInfiniteAndHaveEqualShares() {
    Dataset data = rows(1e308, new int[][] {{4, 5}, {0, 1}});
    Recorder drawn = drawn(data);
    List<String> words = drawn.words();
    assertEquals(2, words.stream().filter(word -> word.equals("∞")).count(), words.toString());
    assertEquals(RIGHT.tint(0.92 * Math.sqrt(0.5)), cells(drawn, 2).get(0).fill());
  }

  @Test
  void countsWhoseSumIsBeyondTheDoublesHaveTheirShares() {
    Recorder drawn = drawn(rows(9e307, new int[][] {{1, 1}, {0, 1}}));
    assertEquals(WRONG.tint(0.92 * Math.sqrt(0.5)), cells(drawn, 2).get(1).fill());
  }

  @Test
  void aClassWithoutRowsHasARowOfEmptyCells() {
    Recorder drawn = drawn(rows(1, new int[][] {{1, 0}, {0, 0}}));
    assertEquals(Color.WHITE, cells(drawn, 2).get(2).fill());
    assertEquals(Color.WHITE, cells(drawn, 2).get(3).fill());
  }

  @Test
  void longNamesAreCutInTheirMiddleAndStayApart() {
    String name = "a very long name that nobody could find room for, number ";
    Dataset data = rows(1, COUNTS).withClassNames(name + 1, name + 2, name + 3);
    Recorder drawn = drawn(data);
    List<Recorder.Text> names =
        drawn.texts.stream().filter(t -> t.text().matches("a very.*….*[123]")).toList();
    assertEquals(6, names.size());
    for (Recorder.Text text : names) {
      double width = drawn.width(text.text(), text.font());
      double left = text.anchor().left(text.x(), width);
      assertTrue(left >= 0 && left + width <= 900, text.toString());
    }
    Recorder.Box first = cells(drawn, 3).get(0);
    assertTrue(first.x() < 300, "the names leave room: " + first);
  }

  @Test
  void manyClassesHaveColorsAloneWhereNumbersFindNoRoom() {
    int[][] counts = new int[60][60];
    IntStream.range(0, 60).forEach(c -> counts[c][c] = 1000 + c);
    Recorder drawn = drawn(rows(1, counts));
    assertFalse(drawn.words().contains("1059"));
    assertEquals(RIGHT.tint(0.92), cells(drawn, 60).get(61).fill());
  }

  @Test
  void noNumberReachesBeyondItsCell() {
    int[][] counts = new int[10][10];
    IntStream.range(0, 100).forEach(k -> counts[k / 10][k % 10] = 1 + k * 37 % 11);
    Recorder drawn = drawn(rows(1234.56, counts));
    Recorder.Box cell = cells(drawn, 10).get(0);
    drawn.texts.stream()
        .filter(t -> t.x() > cell.x() && t.x() < cell.x() + cell.width())
        .filter(t -> t.y() > cell.y() && t.y() < cell.y() + cell.height())
        .forEach(t -> assertTrue(drawn.width(t.text(), t.font()) <= cell.width(), t.toString()));
  }

  @Test
  void itHasNeitherALogarithmicScaleNorARange() {
    Plot plot = Plots.confusionMatrix(matrix(THREE));
    assertEquals("Plot(Confusion matrix)", plot.toString());
    assertEquals(
        "a confusion matrix has no logarithmic scale", Rejected.message(plot::withLogScale));
    assertEquals(
        "a confusion matrix shows all classes; its axes have no range",
        Rejected.message(() -> plot.withVerticalRange(0, 1)));
    NullPointerException e =
        assertThrows(NullPointerException.class, () -> Plots.confusionMatrix(null));
    assertEquals("matrix must not be null", e.getMessage());
  }
}
