package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.rate.LearningRate;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The settings of a training that goes on are those that it was begun with, but for a few. */
class CheckpointSettingsTest {
  private static final Dataset ROWS = HalfwayTraining.ROWS;
  private static final Dataset OTHERS = HalfwayTraining.OTHERS;
  private static final Perceptron START = HalfwayTraining.START;

  @TempDir private static Path folder;
  private static Path file;

  private static Trainer trainer() {
    return HalfwayTraining.trainer();
  }

  @BeforeAll
  static void checkpoint() {
    file = HalfwayTraining.savedIn(folder);
  }

  private static void assertSays(String expected, Trainer trainer) {
    assertEquals(
        "checkpoint " + file + " cannot be resumed: " + expected,
        Rejected.message(() -> trainer.resume(file, START, ROWS, OTHERS)));
  }

  private static Arguments setting(String expected, UnaryOperator<Trainer> change) {
    return Arguments.of(expected, change);
  }

  private static Stream<Arguments> otherSettings() {
    return Stream.of(
        setting(
            "loss must be squared error, as in the checkpoint, but was absolute error",
            t -> Trainer.minimizing(Loss.absoluteError()).withMetric(Metric.r2())),
        setting(
            "optimizer must be gradient descent, as in the checkpoint, but was momentum(0.9)",
            t -> t.withOptimizer(Optimizer.momentum(0.9))),
        setting(
            "learning rate must be constant(0.01), as in the checkpoint, but was constant(0.02)",
            t -> t.withLearningRate(LearningRate.constant(0.02))),
        setting("seed must be 0, as in the checkpoint, but was 1", t -> t.withSeed(1)),
        setting(
            "tolerance must be not set, as in the checkpoint, but was 0.5",
            t -> t.withTolerance(0.5)),
        setting(
            "early stopping must be not set, as in the checkpoint, but was on training loss,"
                + " patience 3",
            t -> t.withEarlyStopping(EarlyStopping.onTrainingLoss(3))),
        setting(
            "averaged from epoch must be not set, as in the checkpoint, but was 2",
            t -> t.withAveragedWeights(2)),
        setting(
            "history must be EPOCH, as in the checkpoint, but was FINAL",
            t -> t.withHistory(HistoryDetail.FINAL)),
        setting(
            "metrics must be [R²], as in the checkpoint, but was [R², mean absolute error]",
            t -> t.withMetric(Metric.meanAbsoluteError())));
  }

  @ParameterizedTest
  @MethodSource("otherSettings")
  void anotherSetting(String expected, UnaryOperator<Trainer> change) {
    assertSays(
        expected
            + "; of a trainer's settings only epochs, threads, log, listeners and checkpoints may"
            + " change on the way",
        change.apply(trainer()));
  }

  @Test
  void whatMayChangeDoes() {
    Trainer other =
        trainer()
            .withEpochs(7)
            .withThreads(2)
            .withoutLog()
            .withListener(new TrainingListener() {})
            .withCheckpoints(folder.resolve("other"), Duration.ofNanos(1));
    SameTrainings.assertSame(
        trainer().withEpochs(7).withoutLog().fit(START, ROWS, OTHERS),
        other.resume(file, START, ROWS, OTHERS),
        "with others");
  }

  @Test
  void noEpochIsLeftThatCanBeTheLast() {
    String done = "epochs must be at least 4, one more than the checkpoint has done, but was ";
    assertSays(done + 3, trainer().withEpochs(3));
    assertSays(done + 2, trainer().withEpochs(2));
  }

  @Test
  void fewerEpochsThanAreDone() {
    Path done = folder.resolve("done");
    trainer().withCheckpoints(done, 6).fit(START, ROWS);
    assertEquals(
        "checkpoint "
            + done
            + " cannot be resumed: epochs must be at least 6, as many as the checkpoint has done,"
            + " but was 5",
        Rejected.message(() -> trainer().withEpochs(5).resume(done, START, ROWS)));
  }

  @Test
  void settingsThatMakeNoSense() {
    assertEquals(
        "everyEpochs must be at least 1, but was 0",
        Rejected.message(() -> trainer().withCheckpoints(file, 0)));
    assertEquals(
        "every must be > 0, but was PT0S",
        Rejected.message(() -> trainer().withCheckpoints(file, Duration.ZERO)));
    assertEquals(
        "every must be > 0, but was PT-1S",
        Rejected.message(() -> trainer().withCheckpoints(file, Duration.ofSeconds(-1))));
    assertThrows(NullPointerException.class, () -> trainer().withCheckpoints(null, 1));
    assertThrows(NullPointerException.class, () -> trainer().withCheckpoints(file, null));
  }
}
