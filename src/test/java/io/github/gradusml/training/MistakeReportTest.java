package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.stability.Separability;
import io.github.gradusml.update.UpdateStrategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A perceptron's mistakes, beside those that it may make. */
class MistakeReportTest {
  private static final double[][] CORNERS = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
  private static final Dataset AND = Dataset.of(CORNERS, new double[] {-1, -1, -1, 1});
  private static final Dataset XOR = Dataset.of(CORNERS, new double[] {-1, 1, 1, -1});
  private static final Perceptron START = Perceptron.zeros(2, Activation.sign());

  private static final Trainer ROSENBLATT =
      Trainer.minimizing(Loss.perceptron())
          .withUpdates(UpdateStrategy.stochastic().withoutShuffling())
          .withLearningRate(LearningRate.constant(1))
          .withEpochs(20)
          .withHistory(HistoryDetail.UPDATE)
          .withoutLog();

  private static MistakeReport report(Trainer trainer, Perceptron start, Dataset data) {
    return MistakeReport.of(trainer, trainer.fit(start, data), data);
  }

  /**
   * By hand, (w, b) after each mistake of an epoch: (0, 0, −1), (1, 1, 0); (1, 1, −1), (1, 0, −2),
   * (2, 1, −1); (2, 0, −2), (1, 0, −3), (2, 1, −2); (1, 1, −3), (2, 2, −2); (2, 1, −3), (3, 2, −2);
   * (3, 1, −3), (2, 1, −4), (3, 2, −3); (2, 2, −4), (3, 3, −3); (3, 2, −4).
   */
  @Test
  void theMistakesOnAndAreThoseWorkedByHand() {
    MistakeReport report = report(ROSENBLATT, START, AND);
    assertEquals(18, report.mistakes());
    assertEquals(8, report.lastEpoch());
    assertEquals(20, report.epochs());
    assertEquals(51, report.separability().mistakeBound(), 1e-12);
    assertEquals(
        "the perceptron made 18 mistakes in 20 epochs, the last in epoch 8; a line separates the"
            + " classes, with a margin of 0.243, the largest there is; a perceptron that starts from"
            + " weights 0 and learns row by row makes at most 51 mistakes (Novikoff)",
        report.explanation());
  }

  @Test
  void onXorThereIsNoLastMistake() {
    MistakeReport report = report(ROSENBLATT, START, XOR);
    assertEquals(20, report.lastEpoch());
    assertEquals(Double.POSITIVE_INFINITY, report.separability().mistakeBound());
    assertEquals(
        "the perceptron made "
            + report.mistakes()
            + " mistakes in 20 epochs; "
            + Separability.of(XOR).explanation(),
        report.explanation());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void thereAreNeverMoreMistakesThanTheBound(long seed) {
    Dataset iris = Datasets.iris().selectClasses("setosa", "versicolor").withTargets(-1, 1);
    Trainer shuffled = ROSENBLATT.withUpdates(UpdateStrategy.stochastic()).withSeed(seed);
    MistakeReport report = report(shuffled, Perceptron.zeros(4, Activation.sign()), iris);
    assertTrue(report.mistakes() <= report.separability().mistakeBound());
    assertTrue(report.lastEpoch() < 20);
  }

  @Test
  void aPerceptronWithoutABiasIsHeldToALineThroughTheOrigin() {
    MistakeReport report = report(ROSENBLATT.withEpochs(1), START.withoutBias(), AND);
    assertEquals(0, report.separability().margin());
    assertTrue(
        report.explanation().contains("in 1 epoch; no line through the origin separates"),
        report.explanation());
  }

  @Test
  void rowsOfWeight0AreNoMistakes() {
    Dataset two = AND.withWeights(0, 2, 0, 2);
    MistakeReport report = report(ROSENBLATT, START, two);
    assertEquals(Separability.of(two).mistakeBound(), report.separability().mistakeBound());
    assertTrue(report.mistakes() <= report.separability().mistakeBound());
  }

  static Arguments[] refused() {
    Trainer hinge =
        Trainer.minimizing(Loss.hinge())
            .withUpdates(UpdateStrategy.stochastic())
            .withHistory(HistoryDetail.UPDATE)
            .withoutLog();
    return new Arguments[] {
      Rejected.with(
          "trainer must minimize the perceptron criterion, but minimizes hinge; take"
              + " Trainer.minimizing(Loss.perceptron())",
          () -> report(hinge, START, AND)),
      Rejected.with(
          "trainer must update row by row, but takes mini-batch(2); call"
              + " withUpdates(UpdateStrategy.stochastic())",
          () -> report(ROSENBLATT.withUpdates(UpdateStrategy.miniBatch(2)), START, AND)),
      Rejected.with(
          "trainer must take plain steps, but takes those of momentum(0.9)",
          () -> report(ROSENBLATT.withOptimizer(Optimizer.momentum(0.9)), START, AND)),
      Rejected.with(
          "trainer must have no penalty, but has L2(alpha 0.1)",
          () -> report(ROSENBLATT.withRegularizer(Regularizer.l2(0.1)), START, AND)),
      Rejected.with(
          "result must have recorded every update from the first; call"
              + " withHistory(HistoryDetail.UPDATE)",
          () -> report(ROSENBLATT.withHistory(HistoryDetail.EPOCH), START, AND)),
      Rejected.with(
          "result must be of a training that starts from weights 0; take Perceptron.zeros",
          () -> {
            Perceptron far = Perceptron.of(new double[] {-1, -1}, 1, Activation.sign());
            report(ROSENBLATT, far, AND);
          }),
      Rejected.with(
          "trainer must keep its learning rate; call withLearningRate(LearningRate.constant(0.1))",
          () -> report(ROSENBLATT.withLearningRate(LearningRate.inverseTime(1, 0.1)), START, AND)),
      Rejected.with(
          "data must have rows that count the same, but row 1 does not",
          () -> report(ROSENBLATT, START, AND.withWeights(2, 1, 2, 2))),
      Rejected.with(
          "result must be of a perceptron whose loss looks at the net input, but its activation is"
              + " tanh; take Activation.sign()",
          () -> report(ROSENBLATT, Perceptron.zeros(2, Activation.tanh()), AND)),
    };
  }

  @ParameterizedTest
  @MethodSource("refused")
  void aTrainingThatTheBoundDoesNotHoldForIsRefused(String message, Executable call) {
    assertEquals(message, Rejected.message(call));
  }

  @Test
  void nothingMayBeMissing() {
    TrainingResult<Perceptron> result = ROSENBLATT.fit(START, AND);
    assertEquals(
        "trainer must not be null",
        assertThrows(NullPointerException.class, () -> MistakeReport.of(null, result, AND))
            .getMessage());
    assertEquals(
        "result must not be null",
        assertThrows(NullPointerException.class, () -> MistakeReport.of(ROSENBLATT, null, AND))
            .getMessage());
    assertEquals(
        "data must not be null",
        assertThrows(NullPointerException.class, () -> MistakeReport.of(ROSENBLATT, result, null))
            .getMessage());
    assertEquals(
        "separability must not be null",
        assertThrows(NullPointerException.class, () -> new MistakeReport(0, 0, 0, null))
            .getMessage());
  }
}
