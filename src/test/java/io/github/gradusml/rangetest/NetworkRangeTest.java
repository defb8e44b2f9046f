package io.github.gradusml.rangetest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.network.Network;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.update.UpdateStrategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Both range tests find rates for softmax and for hidden layers. */
class NetworkRangeTest {
  private static final Dataset FLOWERS = Standardizer.fit(Datasets.iris()).apply(Datasets.iris());
  private static final Network SOFTMAX = Network.of(4, Output.softmax(3)).zeros();
  private static final Network DEEP =
      Network.of(4, Output.softmax(3)).withHidden(8, Activation.relu()).random(1);
  static final Network[] NETWORKS = {SOFTMAX, DEEP};
  private static final Trainer TRAINER =
      Trainer.minimizing(Loss.crossEntropy()).withUpdates(UpdateStrategy.miniBatch(16));

  @ParameterizedTest
  @FieldSource("NETWORKS")
  void trainedAtTheRateSuggestedTheLossIsSmall(Network start) {
    double rate = LearningRateRangeTest.exponential(TRAINER).run(start, FLOWERS).rate();
    Network trained =
        TRAINER
            .withLearningRate(LearningRate.constant(rate))
            .withEpochs(30)
            .fit(start, FLOWERS)
            .model();
    // Of weights 0 it is ln 3 = 1.1.
    assertTrue(Metric.logLoss().of(trained, FLOWERS) < 0.2, "at " + rate);
  }

  @Test
  void theLimitOfASoftmaxIsSaidAndThatOfHiddenLayersIsNot() {
    LearningRateRangeTest test = LearningRateRangeTest.exponential(TRAINER);
    assertEquals(TRAINER.stability(SOFTMAX, FLOWERS), test.run(SOFTMAX, FLOWERS).stability());
    assertTrue(test.run(SOFTMAX, FLOWERS).stability().isPresent());
    assertTrue(test.run(DEEP, FLOWERS).stability().isEmpty());
  }

  @ParameterizedTest
  @FieldSource("NETWORKS")
  void theAccuracyOfThreeClassesRisesWithTheRate(Network start) {
    AccuracyRangeResult result =
        LearningRateRangeTest.linear(TRAINER).withRange(0, 2).run(start, FLOWERS);
    double first = result.points().get(0).accuracy();
    double best = result.points().stream().mapToDouble(AccuracyPoint::accuracy).max().orElseThrow();
    assertTrue(best > 0.95 && first < 0.9, first + " to " + best);
  }

  @Test
  void aLineSearchTriesWholeTrainings() {
    RangeTestResult result =
        LearningRateRangeTest.exponential(TRAINER.withEpochs(10))
            .withLineSearch(6)
            .run(DEEP, FLOWERS);
    assertEquals(6, result.lineSearch().size());
    assertTrue(result.rate() > 1e-3, result.explanation());
  }

  @Test
  void theAccuracyOfNumbersIsRefused() {
    Dataset patients = Datasets.diabetes();
    Network network =
        Network.of(10, Output.of(Activation.identity())).withHidden(3, Activation.tanh()).random(1);
    String message =
        Rejected.message(
            () ->
                LearningRateRangeTest.linear(Trainer.minimizing(Loss.squaredError()))
                    .run(network, patients));
    assertTrue(message.startsWith("targets must be 0 or 1, or -1 or 1, but are "), message);
  }
}
