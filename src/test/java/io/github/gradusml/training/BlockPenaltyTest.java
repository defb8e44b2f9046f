package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A penalty of its own for a block of weights. */
class BlockPenaltyTest {
  private static final String HIDDEN = "hidden weights";
  private static final String OUTPUT = "output weights";

  /** θ: hidden weights 0 … 5, hidden biases 6 … 8, output weights 9 … 11, output bias 12. */
  private static final TwoLayers START = TwoLayers.random(2, 3, 1);

  /** Rows that the start predicts exactly, so that the penalties are all that acts. */
  private static final Dataset FITTED = fitted();

  private static final Trainer TRAINER =
      Trainer.minimizing(Loss.squaredError())
          .withLearningRate(LearningRate.constant(0.25))
          .withEpochs(1);

  private static Dataset fitted() {
    double[][] x = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
    return Dataset.of(x, Arrays.stream(x).mapToDouble(START::predict).toArray());
  }

  private static double[] after(Trainer trainer) {
    return trainer.fit(START, FITTED).model().parameters();
  }

  /** One step of L2 with η·α = 0.125. */
  private static double decayed(double weight) {
    return weight - 0.25 * (0.5 * weight);
  }

  @Test
  void eachBlockHasItsOwnPenaltyAndBiasesHaveNone() {
    double[] theta =
        after(
            TRAINER
                .withRegularizer(HIDDEN, Regularizer.l1(10))
                .withRegularizer(OUTPUT, Regularizer.l2(0.5)));
    double[] expected = START.parameters();
    Arrays.fill(expected, 0, 6, 0);
    for (int j = 9; j < 12; j++) {
      expected[j] = decayed(expected[j]);
    }
    assertArrayEquals(expected, theta);
  }

  @Test
  void thePenaltyOfABlockTakesThePlaceOfTheOneForAllWeights() {
    Trainer trainer = TRAINER.withRegularizer(Regularizer.l2(0.5));
    double[] expected = START.parameters();
    for (int j = 9; j < 12; j++) {
      expected[j] = decayed(expected[j]);
    }
    assertArrayEquals(expected, after(trainer.withRegularizer(HIDDEN, Regularizer.none())));
    assertArrayEquals(
        after(trainer),
        after(
            TRAINER
                .withRegularizer(HIDDEN, Regularizer.l2(0.5))
                .withRegularizer(OUTPUT, Regularizer.l2(0.5))));
  }

  @Test
  void theOrderOfTheCallsDoesNotMatter() {
    double[] generalFirst =
        after(
            TRAINER
                .withRegularizer(Regularizer.l2(0.5))
                .withRegularizer(HIDDEN, Regularizer.l1(0.1)));
    double[] blockFirst =
        after(
            TRAINER
                .withRegularizer(HIDDEN, Regularizer.l1(0.1))
                .withRegularizer(Regularizer.l2(0.5)));
    assertArrayEquals(generalFirst, blockFirst);
  }

  @Test
  void theReportedPenaltyIsTheSumOverTheBlocks() {
    TrainingResult<TwoLayers> result =
        TRAINER
            .withRegularizer(HIDDEN, Regularizer.l1(0.1))
            .withRegularizer(OUTPUT, Regularizer.l2(0.2))
            .fit(START, FITTED);
    double[] theta = result.model().parameters();
    double sum = 0;
    for (int j = 0; j < 6; j++) {
      sum += 0.1 * Math.abs(theta[j]);
    }
    for (int j = 9; j < 12; j++) {
      sum += 0.2 / 2 * theta[j] * theta[j];
    }
    // Nine numbers below 1, added in another order.
    assertEquals(sum, result.history().last().penalty(), 1e-15);
  }

  @Test
  void eachBlockRemembersItsOwnCumulativePenalty() {
    double[] cumulative =
        after(
            TRAINER
                .withEpochs(5)
                .withRegularizer(HIDDEN, Regularizer.l1Cumulative(0.05))
                .withRegularizer(OUTPUT, Regularizer.l1Cumulative(0.2)));
    // Where no weight has reached 0 and left it again, the cumulative penalty is the proximal step.
    double[] proximal =
        after(
            TRAINER
                .withEpochs(5)
                .withRegularizer(HIDDEN, Regularizer.l1(0.05))
                .withRegularizer(OUTPUT, Regularizer.l1(0.2)));
    // Five steps of numbers around 1, rounded in other places.
    assertArrayEquals(proximal, cumulative, 1e-14);
  }

  @Test
  void aPerceptronHasOneBlockOfWeights() {
    Dataset data = Cases.rows(Loss.squaredError(), 20, 3, 1);
    Perceptron start = Perceptron.random(3, Activation.identity(), 2);
    double[] all =
        TRAINER.withRegularizer(Regularizer.l2(0.5)).fit(start, data).model().parameters();
    double[] block =
        TRAINER
            .withRegularizer(Perceptron.WEIGHTS, Regularizer.l2(0.5))
            .fit(start, data)
            .model()
            .parameters();
    assertArrayEquals(all, block);
  }

  @ParameterizedTest
  @ValueSource(strings = {"weights", "hidden biases", "output bias", ""})
  void aNameThatIsNoBlockOfWeightsIsRefused(String name) {
    Trainer trainer = TRAINER.withRegularizer(name, Regularizer.l2(0.5));
    assertEquals(
        "block of a regularizer must be one of the model's blocks of weights, [hidden weights, output"
            + " weights], but was \""
            + name
            + "\"; biases have none",
        Rejected.message(() -> trainer.fit(START, FITTED)));
  }

  @Test
  void aNameIsCheckedWhereTrainingIsResumedToo() {
    TrainingResult<TwoLayers> result = TRAINER.fit(START, FITTED);
    Trainer trainer = TRAINER.withRegularizer("bias", Regularizer.l2(0.5));
    assertTrue(
        Rejected.message(() -> trainer.resume(result, FITTED))
            .contains("but was \"bias\"; biases have none"));
  }

  @Test
  void l1OfOneBlockIsRefusedBehindAnAdaptiveRule() {
    Trainer trainer =
        TRAINER.withOptimizer(Optimizer.adam()).withRegularizer(OUTPUT, Regularizer.l1(0.5));
    assertTrue(
        Rejected.message(() -> trainer.fit(START, FITTED))
            .startsWith("regularizer L1(alpha 0.5) needs Optimizer.gradientDescent()"));
  }
}
