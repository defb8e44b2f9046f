package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What does not fit is refused before the first step, in words that say what to do. */
class BadInputTest {
  private static final Dataset ROWS = Cases.rows(Loss.squaredError(), 6, 2, 1);
  private static final Perceptron START = Perceptron.zeros(2, Activation.identity());
  private static final Trainer TRAINER = Trainer.minimizing(Loss.squaredError()).withEpochs(2);

  static Stream<Arguments> settings() {
    return Stream.of(
        Rejected.with("epochs must be at least 1, but was 0", () -> TRAINER.withEpochs(0)),
        Rejected.with("epochs must be at least 1, but was -1", () -> TRAINER.withEpochs(-1)),
        Rejected.with(
            "tolerance must be finite and >= 0, but was NaN",
            () -> TRAINER.withTolerance(Double.NaN)),
        Rejected.with(
            "tolerance must be finite and >= 0, but was -1.0", () -> TRAINER.withTolerance(-1)),
        Rejected.with(
            "tolerance must be finite and >= 0, but was Infinity",
            () -> TRAINER.withTolerance(Double.POSITIVE_INFINITY)));
  }

  @ParameterizedTest
  @MethodSource("settings")
  void illegalSettings(String message, Executable call) {
    assertEquals(message, Rejected.message(call));
  }

  static Stream<Arguments> nulls() {
    TrainingResult<Perceptron> result = TRAINER.fit(START, ROWS);
    return Stream.of(
        Rejected.with("loss", () -> Trainer.minimizing(null)),
        Rejected.with("strategy", () -> TRAINER.withUpdates(null)),
        Rejected.with("regularizer", () -> TRAINER.withRegularizer(null)),
        Rejected.with("optimizer", () -> TRAINER.withOptimizer(null)),
        Rejected.with("learningRate", () -> TRAINER.withLearningRate(null)),
        Rejected.with("rule", () -> TRAINER.withEarlyStopping(null)),
        Rejected.with("detail", () -> TRAINER.withHistory(null)),
        Rejected.with("metric", () -> TRAINER.withMetric(null)),
        Rejected.with("listener", () -> TRAINER.withListener(null)),
        Rejected.with("model", () -> TRAINER.fit((Perceptron) null, ROWS)),
        Rejected.with("data", () -> TRAINER.fit(START, null)),
        Rejected.with("previous", () -> TRAINER.resume((TrainingResult<Perceptron>) null, ROWS)),
        Rejected.with("data", () -> TRAINER.resume(result, null)));
  }

  @ParameterizedTest
  @MethodSource("nulls")
  void nullsAreNamed(String name, Executable call) {
    NullPointerException e = assertThrows(NullPointerException.class, call);
    assertEquals(name + " must not be null", e.getMessage());
  }

  @Test
  void rowsOfAnotherWidth() {
    Dataset wide = Cases.rows(Loss.squaredError(), 6, 3, 1);
    String end = " must have 2 features, as the model has, but has 3";
    assertEquals("data" + end, Rejected.message(() -> TRAINER.fit(START, wide)));
    assertEquals("validation" + end, Rejected.message(() -> TRAINER.fit(START, ROWS, wide)));
  }

  @Test
  void targetsThatTheLossDoesNotTake() {
    Dataset two = ROWS.withTargets(new double[] {0, 1, 1, 0, 2, 1});
    String remedy =
        "; for all of them take a network with Output.softmax(3) or Output.oneVersusRest(3,"
            + " activation); Dataset.selectClasses or oneVersusRest makes two of several classes";
    assertEquals(
        "target of row 4 must be in [0, 1] for cross-entropy, but was 2.0" + remedy,
        Rejected.message(() -> fit(Loss.crossEntropy(), Activation.sigmoid(), two)));
    assertEquals(
        "target of row 0 must be -1 or +1 for hinge, but was 0.0" + remedy,
        Rejected.message(() -> fit(Loss.hinge(), Activation.sign(), two)));
  }

  @Test
  void targetsThatAreNoCounts() {
    assertEquals(
        "target of row 1 must be finite and >= 0 for poisson, but was -2.0",
        Rejected.message(
            () ->
                fit(
                    Loss.poisson(),
                    Activation.exponential(),
                    ROWS.withTargets(new double[] {0, -2, 1.5, 3, 4, 0}))));
  }

  @Test
  void targetsOfTheValidationRowsAreCheckedAsWell() {
    Dataset rows = Cases.rows(Loss.hinge(), 6, 2, 1);
    Dataset validation = rows.withTargets(new double[] {1, 1, 1, 1, 1, 0.5});
    Trainer trainer = Trainer.minimizing(Loss.hinge());
    assertEquals(
        "target of row 5 must be -1 or +1 for hinge, but was 0.5; Dataset.withTargets(negative,"
            + " positive) sets the targets of two classes",
        Rejected.message(() -> trainer.fit(START, rows, validation)));
  }

  @Test
  void oneClassAlone() {
    for (Cases.Pair pair :
        List.of(
            new Cases.Pair(Loss.crossEntropy(), Activation.sigmoid()),
            new Cases.Pair(Loss.hinge(), Activation.sign()),
            new Cases.Pair(Loss.perceptron(), Activation.step()))) {
      Dataset ones = ROWS.withTargets(new double[] {1, 1, 1, 1, 1, 1});
      assertEquals(
          "targets must hold both classes to be told apart with "
              + pair.loss()
              + ", but all 6 are 1.0; take rows of both, as Split.stratified does, or, to go on"
              + " with rows of one class, use resume, or begin",
          Rejected.message(() -> fit(pair.loss(), pair.activation(), ones)));
    }
  }

  @Test
  void oneClassAloneWhereTheOtherHasNoWeight() {
    Dataset mixed = ROWS.withTargets(new double[] {1, 0, 1, 1, 1, 1});
    Dataset weighted = mixed.withWeights(new double[] {1, 0, 1, 1, 1, 1});
    assertEquals(
        "targets must hold both classes to be told apart with "
            + Loss.crossEntropy()
            + ", but all 5 are 1.0; take rows of both, as Split.stratified does, or, to go on with"
            + " rows of one class, use resume, or begin",
        Rejected.message(() -> fit(Loss.crossEntropy(), Activation.sigmoid(), weighted)));
  }

  @Test
  void anActivationThatLetsNoGradientThrough() {
    String message = Rejected.message(() -> fit(Loss.squaredError(), Activation.step(), ROWS));
    assertEquals(
        "activation must let a gradient through to be trained with squared error, but was step,"
            + " whose derivative is 0; take Loss.perceptron() or Loss.hinge(), or a smooth"
            + " activation such as Activation.sigmoid()",
        message);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, -0.1, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void aScheduleThatGoesWrongInMidTraining(double rate) {
    LearningRate schedule =
        new LearningRate() {
          @Override
          public double at(long update, double epoch) {
            return update < 1 ? 0.1 : rate;
          }

          @Override
          public String toString() {
            return "mine";
          }
        };
    assertEquals(
        "learningRate must be finite and >= 0, but mine gave " + rate + " for update 1 (epoch 1.0)",
        Rejected.message(() -> TRAINER.withLearningRate(schedule).fit(START, ROWS)));
  }

  @Test
  void l1BehindAnOptimizerThatItsStepDoesNotFit() {
    Trainer trainer = TRAINER.withRegularizer(Regularizer.l1(0.1)).withOptimizer(Optimizer.adam());
    String message = Rejected.message(() -> trainer.fit(START, ROWS));
    String start = "regularizer L1(alpha 0.1) needs Optimizer.gradientDescent(): ";
    assertEquals(start, message.substring(0, start.length()));
  }

  @Test
  void metricsAndListenersThatWouldNeverBeAsked() {
    Trainer silent = TRAINER.withHistory(HistoryDetail.NONE);
    String message =
        "history must be FINAL, EPOCH or UPDATE for metrics and listeners, which would never be"
            + " asked, but was NONE";
    assertEquals(
        message,
        Rejected.message(() -> silent.withMetric(Metric.meanSquaredError()).fit(START, ROWS)));
    TrainingListener deaf = new TrainingListener() {};
    assertEquals(message, Rejected.message(() -> silent.withListener(deaf).fit(START, ROWS)));
  }

  @Test
  void featuresThatDoNotFitTheModelWhoseStabilityIsAsked() {
    Perceptron three = Perceptron.zeros(3, Activation.identity());
    assertEquals(
        "data must have 3 features, as the model has, but has 2",
        Rejected.message(() -> TRAINER.stability(three, ROWS)));
  }

  @Test
  void moreEpochsThanAnIntCanCount() {
    Trainer trainer = TRAINER.withEpochs(Integer.MAX_VALUE);
    TrainingResult<Perceptron> first = TRAINER.fit(START, ROWS);
    int left = Integer.MAX_VALUE - first.epochs();
    assertEquals(
        "epochs must be at most "
            + left
            + " after the "
            + first.epochs()
            + " already done, but was 2147483647",
        Rejected.message(() -> trainer.resume(first, ROWS)));
  }

  private static void fit(Loss loss, Activation activation, Dataset data) {
    Trainer.minimizing(loss).fit(Perceptron.zeros(2, activation), data);
  }
}
