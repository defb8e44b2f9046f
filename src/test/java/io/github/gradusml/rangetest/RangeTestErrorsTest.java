package io.github.gradusml.rangetest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.training.Trainer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What range tests refuse. */
class RangeTestErrorsTest {
  private static final Trainer TRAINER = Trainer.minimizing(Loss.crossEntropy());
  private static final LearningRateRangeTest TEST = LearningRateRangeTest.exponential(TRAINER);
  private static final AccuracyRangeTest LINEAR = LearningRateRangeTest.linear(TRAINER);
  private static final double NAN = Double.NaN;
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private static Stream<Arguments> illegalCalls() {
    return Stream.of(
        Rejected.with("to must be above from, 1.0, but was 0.1", () -> TEST.withRange(1, 0.1)),
        Rejected.with("to must be above from, 1.0, but was 1.0", () -> TEST.withRange(1, 1)),
        Rejected.with("from must be finite and > 0, but was 0.0", () -> TEST.withRange(0, 1)),
        Rejected.with("from must be finite and > 0, but was -1.0", () -> TEST.withRange(-1, 1)),
        Rejected.with("from must be finite and > 0, but was NaN", () -> TEST.withRange(NAN, 1)),
        Rejected.with("to must be finite, but was NaN", () -> TEST.withRange(0.1, NAN)),
        Rejected.with("to must be finite, but was Infinity", () -> TEST.withRange(0.1, INFINITY)),
        Rejected.with("rates must be at least 20, but was 1", () -> TEST.withRates(1)),
        Rejected.with("rates must be at least 20, but was 19", () -> TEST.withRates(19)),
        Rejected.with("smoothing must be in [0, 1), but was 1.0", () -> TEST.withSmoothing(1)),
        Rejected.with("smoothing must be in [0, 1), but was -0.1", () -> TEST.withSmoothing(-0.1)),
        Rejected.with("smoothing must be in [0, 1), but was NaN", () -> TEST.withSmoothing(NAN)),
        Rejected.with(
            "stopFactor must be finite and > 1, but was 1.0", () -> TEST.withStopFactor(1)),
        Rejected.with(
            "stopFactor must be finite and > 1, but was NaN", () -> TEST.withStopFactor(NAN)),
        Rejected.with(
            "stopFactor must be finite and > 1, but was Infinity",
            () -> TEST.withStopFactor(INFINITY)),
        Rejected.with("trainings must be at least 0, but was -1", () -> TEST.withLineSearch(-1)),
        Rejected.with("to must be above from, 1.0, but was 1.0", () -> LINEAR.withRange(1, 1)),
        Rejected.with(
            "from must be finite and >= 0, but was -0.1", () -> LINEAR.withRange(-0.1, 1)),
        Rejected.with("from must be finite and >= 0, but was NaN", () -> LINEAR.withRange(NAN, 1)),
        Rejected.with("to must be finite, but was NaN", () -> LINEAR.withRange(0, NAN)),
        Rejected.with(
            "rates must be at most 1000000, but was 1000001", () -> TEST.withRates(1_000_001)),
        Rejected.with(
            "rates must be at most 1000000, but was 1000001", () -> LINEAR.withRates(1_000_001)),
        Rejected.with(
            "trainings must be at most 1000, but was 1001", () -> TEST.withLineSearch(1001)),
        Rejected.with("rates must be at least 20, but was 19", () -> LINEAR.withRates(19)),
        Rejected.with("epochs must be at least 1, but was 0", () -> LINEAR.withEpochs(0)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("illegalCalls")
  void theMessageSaysWhatIsWanted(String message, Executable call) {
    assertEquals(message, Rejected.message(call));
  }

  @Test
  void aTrainerIsNeeded() {
    assertEquals(
        "trainer must not be null",
        assertThrows(NullPointerException.class, () -> LearningRateRangeTest.exponential(null))
            .getMessage());
    assertThrows(NullPointerException.class, () -> LearningRateRangeTest.linear(null));
  }

  @Test
  void aModelAndRowsAreNeeded() {
    Perceptron model = Perceptron.zeros(1, Activation.sigmoid());
    Dataset row = Dataset.of(new double[1][1], new double[1]);
    assertEquals("model must not be null", nullMessage(() -> TEST.run(null, row)));
    assertEquals("data must not be null", nullMessage(() -> TEST.run(model, null)));
    assertEquals("model must not be null", nullMessage(() -> LINEAR.run(null, row)));
    assertEquals("data must not be null", nullMessage(() -> LINEAR.run(model, null)));
  }

  private static String nullMessage(Executable call) {
    return assertThrows(NullPointerException.class, call).getMessage();
  }

  /** A strategy of one's own may be as it should not. */
  @ParameterizedTest
  @ValueSource(ints = {0, -1, 3})
  void aStrategyOfNoSuchSizeIsRefusedAsInTraining(int size) {
    Perceptron start = Perceptron.zeros(1, Activation.sigmoid());
    Dataset two = Dataset.of(new double[][] {{0}, {1}}, new double[] {0, 1});
    Trainer trainer = TRAINER.withUpdates(rows -> size);
    String message = Rejected.message(() -> trainer.fit(start, two));
    assertTrue(message.startsWith("batchSize must be from 1 to the number of rows, 2, but "));
    assertEquals(
        message,
        Rejected.message(() -> LearningRateRangeTest.exponential(trainer).run(start, two)));
    assertEquals(
        message, Rejected.message(() -> LearningRateRangeTest.linear(trainer).run(start, two)));
  }

  @Test
  void rowsThatDoNotFitAreRefusedAsInTraining() {
    Perceptron three = Perceptron.zeros(3, Activation.sigmoid());
    Dataset one = Dataset.of(new double[][] {{0}, {1}}, new double[] {0, 1});
    assertEquals(
        Rejected.message(() -> TRAINER.fit(three, one)),
        Rejected.message(() -> TEST.run(three, one)));
  }

  @Test
  void targetsThatTheLossDoesNotTakeAreRefusedAsInTraining() {
    Perceptron start = Perceptron.zeros(1, Activation.sigmoid());
    Dataset signs = Dataset.of(new double[][] {{0}, {1}}, new double[] {-1, 1});
    assertEquals(
        Rejected.message(() -> TRAINER.fit(start, signs)),
        Rejected.message(() -> TEST.run(start, signs)));
  }
}
