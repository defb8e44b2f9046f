package io.github.gradusml.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.landscape.DescentPath;
import io.github.gradusml.landscape.LossSlice;
import io.github.gradusml.landscape.LossSurface;
import io.github.gradusml.landscape.PathRecorder;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.HistoryDetail;
import io.github.gradusml.training.Objective;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The pictures of a landscape: J = ½·(w₀ − 1)² + ½·(w₁ − 0.2)², a round valley. */
class SurfacePlotTest {
  private static final Dataset DATA =
      Dataset.of(
          new double[][] {{1, 1}, {1, -1}, {-1, 1}, {-1, -1}}, new double[] {1.2, 0.8, -0.8, -1.2});
  private static final Perceptron START = Perceptron.zeros(2, Activation.identity()).withoutBias();
  private static final Trainer TRAINER =
      Trainer.minimizing(Loss.squaredError())
          .withUpdates(UpdateStrategy.batch())
          .withLearningRate(LearningRate.constant(0.5))
          .withHistory(HistoryDetail.UPDATE)
          .withEpochs(4)
          .withoutLog();
  private static final Objective OBJECTIVE = Objective.of(TRAINER, START, DATA);

  private static DescentPath path(Objective objective) {
    PathRecorder recorder = PathRecorder.from(objective, START);
    TRAINER.withListener(recorder).fit(START, DATA);
    return recorder.path();
  }

  private static LossSurface surface(Trainer trainer) {
    return LossSurface.of(Objective.of(trainer, START, DATA)).withRange(-1, 2, -1, 2).withGrid(30);
  }

  @Test
  void aPathIsDrawnUpdateByUpdateWithItsStartAndTheMinimum() {
    DescentPath path = path(OBJECTIVE);
    LossSurface surface = LossSurface.of(OBJECTIVE, path).withRange(-1, 2, -1, 2).withGrid(30);
    Recorder drawn = Recorder.of(new SurfacePlot(surface, Map.of("batch", path)));
    Recorder.Line line =
        drawn.lines(Look.color(0)).stream()
            .filter(one -> one.x().length == 5)
            .findFirst()
            .orElseThrow();
    // The steps halve the way to the minimum, and so do their pieces on paper.
    double first = line.x()[1] - line.x()[0];
    assertEquals(first / 2, line.x()[2] - line.x()[1], 1e-9);
    assertTrue(drawn.words().contains("start"));
    assertTrue(drawn.words().contains("minimum"));
    assertTrue(drawn.words().contains("batch"));
  }

  @Test
  void theContoursOfARoundValleyAreRound() {
    LossSurface surface = surface(TRAINER);
    Levels levels = Levels.of(surface.minimum().height(), surface.heights());
    assertTrue(levels.levels().length > 5);
    double level = 0.125; // ½·r² with r = 0.5
    LevelSet.Loop loop = LevelSet.of(surface.xs(), surface.ys(), surface.heights(), level).get(0);
    for (int k = 0; k < loop.x().length; k++) {
      double radius = Math.hypot(loop.x()[k] - 1, loop.y()[k] - 0.2);
      // Straight between nodes 0.1 apart a parabola is off by at most 0.1²/8 in height.
      assertEquals(0.5, radius, 0.1 * 0.1 / 8 / 0.5);
    }
  }

  @Test
  void contoursLieByFactorsAboveTheLowest() {
    LossSurface surface = surface(TRAINER);
    Levels levels = Levels.of(0, surface.heights());
    for (int k = 1; k < levels.levels().length; k++) {
      double ratio = levels.levels()[k] / levels.levels()[k - 1];
      assertEquals(levels.ratio(), ratio, 1e-12);
    }
    assertEquals(
        "The lowest height is 0; each contour is 2 times as high above it as the one inside.",
        levels.caption("height"));
  }

  @Test
  void levelGroundHasNoContours() {
    Levels levels = Levels.of(3, new double[][] {{3, 3}, {3, Double.NaN}});
    assertEquals(0, levels.levels().length);
    assertEquals("The height is the same all over the picture.", levels.caption("height"));
  }

  @Test
  void l1IsTouchedAtACorner() {
    Trainer lasso =
        TRAINER.withRegularizer(Regularizer.l1(0.3)).withLearningRate(LearningRate.constant(1));
    Perceptron optimum = lasso.fit(START, DATA).model();
    Recorder drawn = Recorder.of(new PenaltyPlot(surface(lasso), optimum));
    double[][] diamond = shape(drawn);
    // Orthonormal columns: the soft threshold leaves (0.7, 0), and the diamond ends there.
    assertTrue(drawn.words().contains("Without penalty (1, 0.2), with it (0.7, 0)."));
    double right = Arrays.stream(diamond[0]).max().orElseThrow();
    assertTrue(
        drawn.disks.stream().anyMatch(disk -> Math.abs(disk.x() - right) < 1e-6),
        "a disk at the corner, " + right);
  }

  @Test
  void l2IsACircle() {
    Trainer ridge =
        TRAINER
            .withRegularizer(Regularizer.l2(1))
            .withLearningRate(LearningRate.constant(0.5))
            .withEpochs(50);
    Perceptron optimum = ridge.fit(START, DATA).model();
    Chart chart = new PenaltyPlot(surface(ridge), optimum).seen(View.PLAIN);
    Recorder drawn = Recorder.of(chart, 900, 600);
    double[][] circle = shape(drawn);
    // Ridge halves the weights of orthonormal columns: (0.5, 0.1), at the end of a radius.
    double width = spread(circle[0]);
    double height = spread(circle[1]);
    double scale = Math.sqrt(0.5 * 0.5 + 0.1 * 0.1) * 2 / 3; // of a picture that is 3 wide
    assertArrayEquals(
        new double[] {scale, scale},
        new double[] {width / width(drawn), height / height(drawn)},
        1e-9);
  }

  /** The area with a corner for each of 360 rays. */
  private static double[][] shape(Recorder drawn) {
    return drawn.areas.stream().filter(area -> area[0].length == 361).findFirst().orElseThrow();
  }

  private static double spread(double[] numbers) {
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length - 1] - sorted[0];
  }

  private static Recorder.Box ground(Recorder drawn) {
    return drawn.boxes.stream()
        .filter(box -> box.y() > 0 && box.width() > 300)
        .findFirst()
        .orElseThrow();
  }

  private static double width(Recorder drawn) {
    return ground(drawn).width();
  }

  private static double height(Recorder drawn) {
    return ground(drawn).height();
  }

  @Test
  void whereTheGroundFallsToTheEdgeTheLowestIsNotCalledAMinimum() {
    LossSurface surface = surface(TRAINER).withRange(-1, 0, -1, 0);
    Recorder drawn = Recorder.of(new SurfacePlot(surface, Map.of()));
    assertTrue(drawn.words().contains("lowest here"), drawn.words().toString());
  }

  @Test
  void oneRowMakesAValleyAndRowsOfZerosLevelGround() {
    Perceptron withBias = Perceptron.zeros(1, Activation.identity());
    Dataset oneRow = Dataset.of(new double[][] {{1}}, new double[] {1});
    LossSurface valley = LossSurface.of(Objective.of(TRAINER, withBias, oneRow)).withGrid(10);
    assertEquals(0, valley.minimum().height(), 1e-12); // the square of what eight digits leave
    Recorder drawn = Recorder.of(new SurfacePlot(valley, Map.of()));
    assertTrue(drawn.areas.size() > 3);

    Dataset zeros = Dataset.of(new double[][] {{0, 0}, {0, 0}}, new double[] {1, 2});
    LossSurface level = LossSurface.of(Objective.of(TRAINER, START, zeros)).withGrid(10);
    assertTrue(
        Recorder.of(new SurfacePlot(level, Map.of()))
            .words()
            .contains("The height is the same all over the picture."));
  }

  @Test
  void slicesAreLines() {
    Map<String, LossSlice> slices =
        Map.of("one", LossSlice.between(OBJECTIVE, START, TRAINER.fit(START, DATA).model()));
    assertEquals("Plot(The objective along a line)", Plots.slices(slices).toString());
  }

  @Test
  void aPictureIsTheSameEveryTime() {
    DescentPath path = path(OBJECTIVE);
    LossSurface surface = LossSurface.of(OBJECTIVE, path).withGrid(20);
    assertEquals(
        Plots.surface(surface, Map.of("a", path)).toSvg(),
        Plots.surface(surface, Map.of("a", path)).toSvg());
  }

  @Test
  void whatCannotBeDrawnIsRefused() {
    LossSurface surface = surface(TRAINER);
    DescentPath other = path(OBJECTIVE);
    assertEquals(
        "path \"a\" must be of the objective of the surface, but is of another; make one Objective"
            + " and give it to every PathRecorder",
        Rejected.message(() -> Plots.surface(surface, Map.of("a", other))));
    assertEquals(
        "surface must be finite somewhere to be drawn, but is so nowhere; withRange sets where it is"
            + " looked at",
        Rejected.message(
            () -> Plots.surface(surface.withRange(1e200, 2e200, 0, 1).withGrid(4), Map.of())));
    assertEquals(
        "penalty of the optimum must be finite and > 0, but was 0.0; take the objective of a trainer"
            + " with a penalty, and a model whose two weights are not both 0",
        Rejected.message(() -> Plots.penaltyShape(surface, START)));
    assertEquals(
        "slices must be at least 1, but was 0", Rejected.message(() -> Plots.slices(Map.of())));
    assertEquals(
        "a surface has no logarithmic scale; its contours lie by factors already",
        Rejected.message(() -> Plots.surface(surface, Map.of()).withLogScale()));
  }
}
