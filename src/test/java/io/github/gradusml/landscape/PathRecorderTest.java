package io.github.gradusml.landscape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.training.HistoryDetail;
import io.github.gradusml.training.Objective;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.TrainingResult;
import io.github.gradusml.update.UpdateStrategy;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class PathRecorderTest {
  private static final Objective OBJECTIVE = Objective.of(Ridge.TRAINER, Ridge.START, Ridge.DATA);

  private static PathRecorder recorder() {
    return PathRecorder.from(OBJECTIVE, Ridge.START);
  }

  private static DescentPath path(Trainer trainer) {
    PathRecorder recorder = recorder();
    Ridge.train(trainer, recorder);
    return recorder.path();
  }

  @Test
  void thePathOfBatchDescentIsThatOfALiteralLoop() {
    List<PathPoint> points = path(Ridge.TRAINER).points();
    assertEquals(13, points.size());
    double[] w = {-1, 2};
    for (int t = 0; t < points.size(); t++) {
      // Sums of 40 products in another order: some roundings of numbers around 1.
      assertArrayEquals(w, points.get(t).theta(), 1e-14);
      assertEquals(Ridge.meanSquaredError(w[0], w[1]), points.get(t).objective(), 1e-13);
      double[] gradient = new double[2];
      for (int i = 0; i < Ridge.ROWS; i++) {
        double delta = w[0] * Ridge.X[i][0] + w[1] * Ridge.X[i][1] - Ridge.Y[i];
        gradient[0] += delta * Ridge.X[i][0] / Ridge.ROWS;
        gradient[1] += delta * Ridge.X[i][1] / Ridge.ROWS;
      }
      w[0] -= 0.3 * gradient[0];
      w[1] -= 0.3 * gradient[1];
    }
  }

  @Test
  void thePathEndsAtTheTrainedModelToTheLastBitWhateverTheUpdates() {
    for (UpdateStrategy updates :
        List.of(UpdateStrategy.batch(), UpdateStrategy.miniBatch(7), UpdateStrategy.stochastic())) {
      PathRecorder recorder = recorder();
      TrainingResult<Perceptron> result =
          Ridge.train(
              Ridge.TRAINER.withUpdates(updates).withLearningRate(LearningRate.constant(0.05)),
              recorder);
      DescentPath path = recorder.path();
      assertArrayEquals(result.model().parameters(), path.last().theta());
      assertArrayEquals(Ridge.START.parameters(), path.first().theta());
      assertEquals(result.updates(), path.last().updates());
      assertEquals(12 * Ridge.ROWS, path.last().evaluations());
    }
  }

  @Test
  void listeningChangesNoBitOfTheTraining() {
    Trainer stochastic =
        Ridge.TRAINER
            .withUpdates(UpdateStrategy.stochastic())
            .withLearningRate(LearningRate.constant(0.05));
    assertEquals(
        stochastic.fit(Ridge.START, Ridge.DATA).model(),
        Ridge.train(stochastic, recorder()).model());
  }

  @Test
  void withoutAHistoryOfUpdatesTheEndsOfEpochsAreRecorded() {
    DescentPath path =
        path(
            Ridge.TRAINER
                .withHistory(HistoryDetail.EPOCH)
                .withUpdates(UpdateStrategy.miniBatch(7))
                .withLearningRate(LearningRate.constant(0.05)));
    assertEquals(13, path.points().size());
    assertEquals(6, path.points().get(1).updates()); // 40 rows in batches of 7
    assertEquals(40, path.points().get(1).evaluations());
  }

  @Test
  void aShortLastBatchCountsItsOwnRows() {
    DescentPath path =
        path(
            Ridge.TRAINER
                .withUpdates(UpdateStrategy.miniBatch(7))
                .withLearningRate(LearningRate.constant(0.05)));
    assertEquals(35, path.points().get(5).evaluations());
    assertEquals(40, path.points().get(6).evaluations());
  }

  @Test
  void aLongTrainingIsThinnedAndKeepsItsEnds() {
    PathRecorder recorder = recorder();
    TrainingResult<Perceptron> result =
        Ridge.train(
            Ridge.TRAINER
                .withUpdates(UpdateStrategy.stochastic())
                .withLearningRate(LearningRate.constant(0.01))
                .withEpochs(250),
            recorder);
    DescentPath path = recorder.path();
    // 10,000 updates: every one up to 4,096 points, every second, and every fourth.
    assertEquals(10_000 / 4 + 1, path.points().size());
    assertEquals(4, path.points().get(1).updates());
    assertEquals(10_000, path.last().updates());
    assertArrayEquals(result.model().parameters(), path.last().theta());
  }

  @Test
  void aPathIsCutWhereItHasCostSoMuch() {
    DescentPath path = path(Ridge.TRAINER);
    assertEquals(3, path.upTo(3 * 40).last().updates());
    assertEquals(3, path.upTo(3 * 40 + 39).last().updates());
    assertEquals(1, path.upTo(0).points().size());
    assertThrows(IllegalArgumentException.class, () -> path.upTo(-1));
  }

  @Test
  void aTrainingThatDivergesIsRecordedAsFarAsItHadWeights() {
    PathRecorder recorder = recorder();
    TrainingResult<Perceptron> result =
        Ridge.train(
            Ridge.TRAINER.withLearningRate(LearningRate.constant(50)).withEpochs(500), recorder);
    assertTrue(result.divergence().isPresent());
    DescentPath path = recorder.path();
    assertTrue(path.points().size() > 2, path.toString());
    assertTrue(path.last().objective() > path.first().objective());
  }

  @Test
  void aRecorderIsOfOneTraining() {
    PathRecorder recorder = recorder();
    Ridge.train(Ridge.TRAINER, recorder);
    IllegalStateException e =
        assertThrows(IllegalStateException.class, () -> Ridge.train(Ridge.TRAINER, recorder));
    assertEquals(
        "a recorder is of one training, and has heard of its update 12 already;"
            + " PathRecorder.from makes another one",
        e.getMessage());
  }

  @Test
  void startAndObjectiveHaveAsManyParameters() {
    Perceptron other = Perceptron.zeros(2, Activation.identity());
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> PathRecorder.from(OBJECTIVE, other));
    assertEquals("start must have 2 parameters, as the objective has, but has 3", e.getMessage());
  }

  @Test
  void anInterruptEndsTheMeasuring() {
    PathRecorder recorder = recorder();
    Thread.currentThread().interrupt();
    try {
      assertThrows(CancellationException.class, recorder::path);
    } finally {
      assertTrue(Thread.interrupted());
    }
  }

  @Test
  void aPointSaysWhereItIs() {
    PathPoint point = path(Ridge.TRAINER).points().get(1);
    assertTrue(
        point.toString().startsWith("PathPoint(1 update, 40 evaluations, objective "),
        point.toString());
    assertEquals(point.theta()[1], point.parameter(1));
    assertThrows(IndexOutOfBoundsException.class, () -> point.parameter(2));
  }
}
