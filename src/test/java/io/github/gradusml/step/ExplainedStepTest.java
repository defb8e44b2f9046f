package io.github.gradusml.step;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.network.Network;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.EarlyStopping;
import io.github.gradusml.training.EpochRecord;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.Training;
import io.github.gradusml.training.TrainingListener;
import io.github.gradusml.update.UpdateStrategy;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The numbers of a step, where they can be worked out in one's head. */
class ExplainedStepTest {
  private static final Trainer SQUARES =
      Trainer.minimizing(Loss.squaredError()).withLearningRate(LearningRate.constant(0.5));
  private static final Dataset TWO =
      Dataset.of(new double[][] {{1, 2}, {3, -1}}, new double[] {0, 4});
  private static final Perceptron LINE =
      Perceptron.of(new double[] {2, 1}, -1, Activation.identity());

  @Test
  void eachTermIsAWeightTimesAFeature() {
    ExplainedUnit unit = ExplainedStep.of(SQUARES, LINE, TWO).rows().get(1).units(1).get(0);
    assertEquals(List.of(new Term("x0", 2, 3, 6), new Term("x1", 1, -1, -1)), unit.terms());
    assertEquals(5, unit.sum());
    assertEquals(-1, unit.bias());
    assertEquals(4, unit.netInput());
    assertEquals(4, unit.output());
    assertEquals(1, unit.activationSlope());
    assertEquals(0, unit.delta());
  }

  /** δ is 3 and 0: the mean slopes are ½·(3, 6, 3), and the rate is ½. */
  @Test
  void theGradientIsTheMeanOverTheRows() {
    ExplainedStep step = ExplainedStep.of(SQUARES, LINE, TWO);
    assertArrayEquals(new double[] {3, 6, 3}, step.rows().get(0).gradient());
    assertArrayEquals(new double[] {0, 0, 0}, step.rows().get(1).gradient());
    assertArrayEquals(new double[] {1.5, 3, 1.5}, step.gradient());
    assertArrayEquals(new double[] {1.25, -0.5, -1.75}, step.after());
    assertEquals(-0.75, step.parameters().get(2).change());
    assertEquals(2.25, step.objectiveBefore().meanLoss()); // ½·(9/2 + 0)
  }

  /** Weights 1 and 3 are ½ and 1½ in units of their mean. */
  @Test
  void aRowCountsAsItsWeightSays() {
    ExplainedStep step = ExplainedStep.of(SQUARES, LINE, TWO.withWeights(1, 3));
    assertEquals(0.5, step.rows().get(0).weight());
    assertEquals(3, step.rows().get(0).delta()[0]);
    assertEquals(1.5, step.rows().get(0).units(1).get(0).delta());
    assertArrayEquals(new double[] {0.75, 1.5, 0.75}, step.gradient());
    ExplainedStep without = ExplainedStep.of(SQUARES, LINE, TWO.withWeights(0, 3));
    assertArrayEquals(new double[3], without.rows().get(0).gradient());
    assertEquals(4.5, without.rows().get(0).loss());
  }

  /** L2 adds ½·(2, 1) to the slopes, and decay leaves ¾ of each weight. */
  @Test
  void aPenaltyActsOnWeightsAndNotOnTheBias() {
    ExplainedStep smooth =
        ExplainedStep.of(SQUARES.withRegularizer(Regularizer.l2(0.5)), LINE, TWO);
    assertArrayEquals(new double[] {2.5, 3.5, 1.5}, smooth.gradient());
    assertEquals(1.5, smooth.parameters().get(0).lossGradient());
    assertEquals(0.25 * 5, smooth.objectiveBefore().penalty());
    ExplainedParameter decayed =
        ExplainedStep.of(SQUARES.withRegularizer(Regularizer.decoupled(0.5)), LINE, TWO)
            .parameters()
            .get(0);
    assertEquals(1.5, decayed.decayed());
    assertEquals(0.75, decayed.after());
    ExplainedParameter shrunk =
        ExplainedStep.of(SQUARES.withRegularizer(Regularizer.l1Cumulative(0.5)), LINE, TWO)
            .parameters()
            .get(0);
    assertEquals(1.25, shrunk.moved());
    assertEquals(1, shrunk.after());
    assertEquals(List.of(0.0, 0.0), shrunk.penaltyBefore());
    assertEquals(List.of(-0.25, 0.25), shrunk.penaltyAfter());
  }

  @Test
  void anOptimizersMemoryIsThatOfTheUpdatesBefore() {
    Trainer trainer =
        SQUARES.withOptimizer(Optimizer.momentum(0.5)).withUpdates(UpdateStrategy.batch());
    ExplainedParameter first = ExplainedStep.ofUpdate(trainer, LINE, TWO, 1).parameters().get(0);
    assertEquals(List.of(0.0), first.memoryBefore());
    assertEquals(List.of(1.5), first.memoryAfter());
    ExplainedParameter second = ExplainedStep.ofUpdate(trainer, LINE, TWO, 2).parameters().get(0);
    assertEquals(first.memoryAfter(), second.memoryBefore());
    assertEquals(first.after(), second.before());
  }

  @Test
  void theRateIsThatOfTheUpdate() {
    Trainer halving = SQUARES.withLearningRate((update, epoch) -> 1.0 / (1 + update)).withEpochs(9);
    assertEquals(0.25, ExplainedStep.ofUpdate(halving, LINE, TWO, 4).learningRate());
    assertEquals(4, ExplainedStep.ofUpdate(halving, LINE, TWO, 4).update());
  }

  /** σ(40) rounds to 1, so that L′ is ∞; δ is 1 all the same. */
  @Test
  void whereActivationAndLossAreFusedTheirProductStandsBesideIt() {
    Trainer trainer = Trainer.minimizing(Loss.crossEntropy());
    Perceptron sure = Perceptron.of(new double[] {40}, 0, Activation.sigmoid());
    Dataset wrong = Dataset.of(new double[][] {{1}}, new double[] {0});
    ExplainedRow row = ExplainedStep.of(trainer, sure, wrong).rows().get(0);
    assertTrue(row.isFused());
    assertEquals(1, row.delta()[0]);
    assertEquals(Double.POSITIVE_INFINITY, row.chainRule());
    ExplainedRow squares = ExplainedStep.of(SQUARES, LINE, TWO).rows().get(0);
    assertFalse(squares.isFused());
    assertEquals(squares.delta()[0], squares.chainRule());
  }

  @Test
  void ofSeveralClassesNoSlopeIsThatOfOne() {
    Network softmax = Network.of(2, Output.softmax(3)).zeros();
    Dataset row = Dataset.of(new double[][] {{1, 2}}, new double[] {2});
    ExplainedRow explained =
        ExplainedStep.of(Trainer.minimizing(Loss.crossEntropy()), softmax, row).rows().get(0);
    double third = 1.0 / 3;
    assertArrayEquals(new double[] {third, third, third}, explained.predictions());
    // −⅔ is a sum of two powers by that of all three.
    assertArrayEquals(new double[] {third, third, -2 * third}, explained.delta(), 1e-16);
    assertEquals(Double.NaN, explained.lossSlope());
    assertEquals(Double.NaN, explained.activationSlope());
  }

  @Test
  void theUnitsOfANetworkAreThereLayerByLayer() {
    Network network =
        Network.of(2, Output.of(Activation.identity())).withHidden(3, Activation.tanh()).random(1);
    ExplainedRow row = ExplainedStep.of(SQUARES, network, TWO).rows().get(0);
    assertEquals(2, row.layers());
    assertEquals(3, row.units(1).size());
    assertEquals("z1[2]", row.units(1).get(2).name());
    assertEquals(row.units(1).get(2).output(), row.units(2).get(0).terms().get(2).input());
    assertArrayEquals(
        network.hiddenOutputs(1, 1, 2),
        row.units(1).stream().mapToDouble(ExplainedUnit::output).toArray());
    assertEquals(row.predictions()[0], row.units(2).get(0).output());
  }

  @Test
  void whoListensIsNotToldAndNothingStopsEarly() {
    TrainingListener told =
        new TrainingListener() {
          @Override
          public void epochEnded(EpochRecord epoch, Training<?> training) {
            throw new AssertionError("told of a step that nobody takes");
          }
        };
    Trainer observed =
        SQUARES
            .withListener(told)
            .withEarlyStopping(EarlyStopping.onValidationLoss(1))
            .withTolerance(1e9)
            .withUpdates(UpdateStrategy.batch());
    assertEquals(3, ExplainedStep.ofUpdate(observed, LINE, TWO, 3).update());
  }

  @Test
  void theRowsOfOneCallAreOneUpdateWhateverTheStrategy() {
    Trainer one = SQUARES.withUpdates(UpdateStrategy.stochastic()).withSeed(3);
    assertEquals(2, ExplainedStep.of(one, LINE, TWO).rows().size());
    assertEquals(0, ExplainedStep.of(one, LINE, TWO).rows().get(0).number());
  }
}
