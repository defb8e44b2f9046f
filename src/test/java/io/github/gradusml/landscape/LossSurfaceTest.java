package io.github.gradusml.landscape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.Objective;
import io.github.gradusml.training.Trainer;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LossSurfaceTest {
  private static final Objective OBJECTIVE = Objective.of(Ridge.TRAINER, Ridge.START, Ridge.DATA);

  private static LossSurface surface(Regularizer penalty) {
    return LossSurface.of(Objective.of(Ridge.with(penalty), Ridge.START, Ridge.DATA))
        .withRange(-2, 3, -2, 3)
        .withGrid(10);
  }

  @Test
  void theHeightsOfTheSquaredErrorAreTheClosedForm() {
    LossSurface surface = surface(Regularizer.none());
    double[] xs = surface.xs();
    double[] ys = surface.ys();
    for (int i = 0; i < xs.length; i++) {
      for (int j = 0; j < ys.length; j++) {
        double exact = Ridge.meanSquaredError(xs[i], ys[j]);
        // Sums of 40 numbers above 0: less than 40 roundings.
        assertEquals(exact, surface.heights()[i][j], 40 * Math.ulp(exact));
      }
    }
    assertEquals(-2, xs[0]);
    assertEquals(3, xs[10]);
  }

  @ParameterizedTest
  @CsvSource({"0", "0.1", "2"})
  void theMinimumIsThatOfRidgeRegression(double alpha) {
    LossSurface surface = surface(alpha == 0 ? Regularizer.none() : Regularizer.l2(alpha));
    double[] exact = Ridge.solution(alpha);
    // Near a minimum heights differ by the square of the distance: half of the digits are left.
    assertEquals(exact[0], surface.minimum().x(), 1e-7);
    assertEquals(exact[1], surface.minimum().y(), 1e-7);
    assertEquals(surface.at(exact[0], exact[1]), surface.minimum().height(), 1e-14);
  }

  /** Of orthonormal columns each weight is that of least squares, moved toward 0 by α. */
  @Test
  void withL1TheMinimumIsTheSoftThresholdAndLiesAtACorner() {
    double[][] x = {{1, 1}, {1, -1}, {-1, 1}, {-1, -1}};
    Dataset data = Dataset.of(x, new double[] {1.2, 0.8, -0.8, -1.2}); // w = (1, 0.2)
    Trainer trainer = Ridge.with(Regularizer.l1(0.3)).withLearningRate(LearningRate.constant(1));
    Objective objective = Objective.of(trainer, Ridge.START, data);
    LossSurface surface = LossSurface.of(objective).withRange(-1.5, 1.5, -1.5, 1.5);
    assertEquals(0.7, surface.minimum().x(), 1e-7);
    assertEquals(0, surface.minimum().y(), 1e-7);
    Perceptron trained = trainer.fit(Ridge.START, data).model();
    assertEquals(0.7, trained.weight(0), 1e-15);
    assertEquals(0, trained.weight(1));
    assertEquals(0.3 * 0.7, surface.penaltyAt(trained.weight(0), trained.weight(1)), 1e-15);
    assertEquals(1, surface.withoutPenalty().minimum().x(), 1e-7);
  }

  @Test
  void aSurfaceLiesAroundThePathsAndTheMinimum() {
    PathRecorder recorder = PathRecorder.from(OBJECTIVE, Ridge.START);
    Ridge.train(Ridge.TRAINER.withEpochs(2), recorder);
    LossSurface surface = LossSurface.of(OBJECTIVE, recorder.path());
    double[] minimum = Ridge.solution(0);
    double[] xs = surface.xs();
    double[] ys = surface.ys();
    assertTrue(xs[0] < -1 && xs[xs.length - 1] > minimum[0], surface.toString());
    assertTrue(ys[0] < minimum[1] && ys[ys.length - 1] > 2, surface.toString());
    // The room around is a small part of what is seen.
    assertTrue(xs[xs.length - 1] - xs[0] < 1.6 * (minimum[0] + 1), surface.toString());
  }

  @Test
  void withoutAPathItLiesAround0AndTheMinimum() {
    LossSurface surface = LossSurface.of(OBJECTIVE);
    double[] minimum = Ridge.solution(0);
    assertTrue(surface.xs()[0] < 0 && surface.xs()[128] > minimum[0]);
    assertTrue(surface.ys()[0] < minimum[1] && surface.ys()[128] > 0);
  }

  @Test
  void whereALineSeparatesThereIsNoMinimumAndTheLowestPlaceIsAtTheEdge() {
    Perceptron start = Perceptron.zeros(1, Activation.sigmoid());
    Dataset data = Dataset.of(new double[][] {{-1}, {1}}, new double[] {0, 1});
    Objective objective = Objective.of(Trainer.minimizing(Loss.crossEntropy()), start, data);
    LossSurface surface = LossSurface.of(objective);
    double[] xs = surface.xs();
    assertEquals(xs[xs.length - 1], surface.minimum().x(), 1e-6);
  }

  @Test
  void twoParametersOfALargerModelAreSeenWithTheOthersHeld() {
    Perceptron model = Perceptron.of(new double[] {1, -1}, 0.25, Activation.identity());
    Objective objective = Objective.of(Ridge.TRAINER, model, Ridge.DATA);
    LossSurface surface = LossSurface.of(objective, model, 0, 2);
    assertEquals(objective.at(0.5, -1, 0.75), surface.at(0.5, 0.75));
    assertEquals(objective.at(1, -1, 0.25), surface.locate(1, -1, 0.25).height());
    assertEquals(List.of("parameter 0", "parameter 2"), surface.names());
    assertEquals(List.of("w", "b"), surface.withNames("w", "b").names());
  }

  @Test
  void thePenaltyIsLeftOutOnDemand() {
    LossSurface surface = surface(Regularizer.l2(0.5));
    assertEquals(
        Ridge.meanSquaredError(1, 2), surface.withoutPenalty().at(1, 2), 1e-13); // 40 roundings
    assertEquals(0.25 * (1 + 4), surface.penaltyAt(1, 2), 1e-15);
    assertEquals(surface.withoutPenalty().at(1, 2) + surface.penaltyAt(1, 2), surface.at(1, 2));
  }

  @Test
  void hugeParametersHaveHeightsThatAreNotFiniteAndAreNotTakenForLow() {
    LossSurface surface = LossSurface.of(OBJECTIVE).withRange(-1e200, 1, -1, 1).withGrid(4);
    assertEquals(Double.POSITIVE_INFINITY, surface.at(-1e200, 0));
    assertTrue(Double.isFinite(surface.minimum().height()));
  }

  @Test
  void whatCannotBeASurfaceIsRefused() {
    Perceptron three = Perceptron.zeros(2, Activation.identity());
    Objective ofThree = Objective.of(Ridge.TRAINER, three, Ridge.DATA);
    Ridge.assertRefused("objective must have 2 parameters", () -> LossSurface.of(ofThree));
    Ridge.assertRefused("first and second must differ", () -> LossSurface.of(ofThree, three, 1, 1));
    Ridge.assertRefused(
        "model must have 3 parameters", () -> LossSurface.of(ofThree, Ridge.START, 0, 1));
    assertThrows(IndexOutOfBoundsException.class, () -> LossSurface.of(ofThree, three, 0, 3));
    LossSurface surface = LossSurface.of(OBJECTIVE);
    Ridge.assertRefused("fromX must be finite", () -> surface.withRange(Double.NaN, 1, 0, 1));
    Ridge.assertRefused("toY must be above fromY", () -> surface.withRange(0, 1, 1, 1));
    Ridge.assertRefused("toX must be above fromX", () -> surface.withRange(-1e308, 1e308, 0, 1));
    Ridge.assertRefused("cells must be at most 1000", () -> surface.withGrid(1_000_000_000));
    Ridge.assertRefused("cells must be at least 2", () -> surface.withGrid(1));
    Ridge.assertRefused("theta must have 2 parameters", () -> surface.locate(1));
    Ridge.assertRefused("across must not be blank", () -> surface.withNames(" ", "y"));
  }

  @Test
  void aPathOfAnotherObjectiveIsRefused() {
    Objective other = Objective.of(Ridge.TRAINER, Ridge.START, Ridge.DATA);
    DescentPath path = PathRecorder.from(other, Ridge.START).path();
    Ridge.assertRefused(
        "paths must be of the objective of the surface", () -> LossSurface.of(OBJECTIVE, path));
  }

  @Test
  void anInterruptEndsTheComputing() {
    LossSurface surface = LossSurface.of(OBJECTIVE).withGrid(20);
    Thread.currentThread().interrupt();
    try {
      assertThrows(CancellationException.class, surface::heights);
    } finally {
      assertTrue(Thread.interrupted());
    }
    assertEquals(21, surface.heights().length);
    assertArrayEquals(surface.heights()[3], surface.heights()[3]);
  }
}
