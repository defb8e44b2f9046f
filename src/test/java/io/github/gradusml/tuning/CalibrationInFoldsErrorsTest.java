package io.github.gradusml.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.pipeline.Preparation;
import io.github.gradusml.training.Trainer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What calibrations inside folds are refused with. */
class CalibrationInFoldsErrorsTest {
  private static final Dataset DATA = CalibrationInFoldsTest.DATA;
  private static final Perceptron START = CalibrationInFoldsTest.START;
  private static final Trainer TRAINER = CalibrationInFoldsTest.TRAINER;

  static Stream<Arguments> rejected() {
    Dataset numbers = DATA.withTargets(DATA.column(1));
    CrossValidation validation = CalibrationInFoldsTest.folds("at random", 5).withCalibration(3);
    Trainer squares = Trainer.minimizing(Loss.squaredError()).withEpochs(1).withoutLog();
    Perceptron line = Perceptron.zeros(3, Activation.identity());
    String classes = "calibration must be of classes: targets must be 0 or 1, or -1 or 1, but are ";
    return Stream.of(
        Rejected.with("folds must be at least 2", () -> validation.withCalibration(1)),
        Rejected.with(classes, () -> validation.fit(squares, line, numbers)),
        Rejected.with(classes, () -> validation.predict(squares, line, numbers)),
        Rejected.with(classes, () -> validation.score(squares, line, numbers, Metric.r2())),
        Rejected.with(
            "calibration must be of classes, but targets are numbers that are standardized",
            () ->
                validation
                    .withPreparation(Preparation.standardizingTargets())
                    .fit(squares, line, numbers)));
  }

  @ParameterizedTest
  @MethodSource
  void rejected(String message, Executable call) {
    String said = Rejected.message(call);
    assertTrue(said.startsWith(message), said);
  }

  @Test
  void saysWhichFoldAndThatTheInnerOnesAreTooMany() {
    CrossValidation validation = CalibrationInFoldsTest.folds("by group", 5).withCalibration(9);
    IllegalStateException failure =
        assertThrows(IllegalStateException.class, () -> validation.predict(TRAINER, START, DATA));
    assertEquals(
        "fold 1 of 5: calibration by 9 inner folds: folds must be at most the number of groups, 8,"
            + " but was 9",
        failure.getMessage());
  }
}
