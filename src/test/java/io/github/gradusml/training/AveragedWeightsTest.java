package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.update.UpdateStrategy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The mean of the weights after each update. */
class AveragedWeightsTest {
  private static final double[][] X = {
    {0.5, -1}, {1.5, 2}, {-1, 0.25}, {2, -0.5}, {-0.75, -1.5}, {0.25, 1}
  };

  private static final double[] CLASSES = {1, 1, -1, 1, -1, -1};

  private static Trainer trainer(Loss loss, double rate) {
    return Trainer.minimizing(loss)
        .withUpdates(UpdateStrategy.stochastic().withoutShuffling())
        .withLearningRate(LearningRate.constant(rate))
        .withEpochs(3);
  }

  /**
   * scikit-learn 1.2.1: {@code SGDClassifier(loss=…, penalty=None, alpha=0,
   * learning_rate='constant', eta0=0.5, max_iter=3, tol=None, shuffle=False, average=a)}, a = 1 for
   * the first epoch and 7, the first update of the second, for the second.
   */
  static List<Arguments> scikitLearn() {
    return List.of(
        Arguments.of(
            Loss.perceptron(), 1, 1.2638888888888888, -0.2222222222222222, -0.02777777777777779),
        Arguments.of(
            Loss.perceptron(), 2, 1.3020833333333335, -0.41666666666666674, -0.29166666666666663),
        Arguments.of(Loss.hinge(), 1, 1.7152777777777777, -0.3333333333333333, 0.16666666666666666),
        Arguments.of(
            Loss.hinge(), 2, 1.979166666666667, -0.5833333333333334, 1.3877787807814457e-17));
  }

  @ParameterizedTest
  @MethodSource("scikitLearn")
  void itIsThatOfScikitLearn(Loss loss, int firstEpoch, double w0, double w1, double b) {
    Perceptron model =
        trainer(loss, 0.5)
            .withAveragedWeights(firstEpoch)
            .fit(Perceptron.zeros(2, Activation.sign()), Dataset.of(X, CLASSES))
            .model();
    // 18 weights of size 1 are added up one by one.
    assertArrayEquals(new double[] {w0, w1, b}, model.parameters(), 1e-14);
  }

  /** The same call of {@code SGDRegressor}, with eta0=0.125 and average=1. */
  @Test
  void soItIsForARegression() {
    Perceptron model =
        trainer(Loss.squaredError(), 0.125)
            .withAveragedWeights(1)
            .fit(
                Perceptron.zeros(2, Activation.identity()),
                Dataset.of(X, new double[] {0.5, 2, -1, 1.5, -2, 0.25}))
            .model();
    double[] expected = {0.7558293314091575, 0.41197801080756724, 0.015392582107047774};
    assertArrayEquals(expected, model.parameters(), 1e-14);
  }

  /** Weights of 1, 3, 8 have a mean of 4; the loss of w is w²/2. */
  @Test
  void whatIsMeasuredIsMeasuredWithTheMean() {
    TrainingResult<Perceptron> result =
        Trainer.minimizing(Loss.squaredError())
            .withOptimizer(Cases.scripted(1, 3, 8))
            .withAveragedWeights(1)
            .withEpochs(3)
            .fit(Perceptron.zeros(1, Activation.identity()), Cases.oneRow());
    assertEquals(4, result.model().weight(0));
    assertArrayEquals(new double[] {0.5, 2, 8}, result.history().losses());
  }

  @Test
  void theStepsAreTheSameAsWithout() {
    Dataset data = Dataset.of(X, CLASSES);
    Trainer plain = trainer(Loss.hinge(), 0.5).withHistory(HistoryDetail.UPDATE);
    Perceptron zeros = Perceptron.zeros(2, Activation.sign());
    assertEquals(
        plain.fit(zeros, data).history().updates(),
        plain.withAveragedWeights(2).fit(zeros, data).history().updates());
  }

  @Test
  void beforeItsFirstEpochTheModelIsThatOfTheLastUpdate() {
    Dataset data = Dataset.of(X, CLASSES);
    Perceptron zeros = Perceptron.zeros(2, Activation.sign());
    Trainer trainer = trainer(Loss.hinge(), 0.5);
    assertEquals(
        trainer.fit(zeros, data).model(), trainer.withAveragedWeights(4).fit(zeros, data).model());
  }

  @Test
  void aTrainingResumedAveragesAsIfThereHadBeenNoStop() {
    Dataset data = Dataset.of(X, CLASSES);
    Perceptron zeros = Perceptron.zeros(2, Activation.sign());
    List<Perceptron> models = new ArrayList<>();
    for (int first = 1; first < 3; first++) {
      Trainer trainer = trainer(Loss.hinge(), 0.5).withAveragedWeights(1);
      TrainingResult<Perceptron> begun = trainer.withEpochs(first).fit(zeros, data);
      models.add(trainer.withEpochs(3 - first).resume(begun, data).model());
    }
    Perceptron whole = trainer(Loss.hinge(), 0.5).withAveragedWeights(1).fit(zeros, data).model();
    assertEquals(List.of(whole, whole), models);
  }

  @Test
  void theFirstEpochIsTheFirst() {
    assertEquals(
        "firstEpoch must be at least 1, but was 0",
        Rejected.message(() -> trainer(Loss.hinge(), 1).withAveragedWeights(0)));
  }
}
