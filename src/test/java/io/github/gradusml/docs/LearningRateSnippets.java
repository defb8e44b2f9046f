package io.github.gradusml.docs;

import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.rangetest.AccuracyRangeResult;
import io.github.gradusml.rangetest.LearningRateRangeTest;
import io.github.gradusml.rangetest.RangeTestResult;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.training.Trainer;
import java.nio.file.Path;

/** The code of docs/learning-rate.md that no example has, line by line. */
final class LearningRateSnippets {
  private LearningRateSnippets() {}

  static Trainer tuned(Trainer trainer, Perceptron start, Dataset data) {
    RangeTestResult test = LearningRateRangeTest.exponential(trainer).run(start, data);
    Trainer tuned = trainer.withLearningRate(LearningRate.constant(test.rate()));
    return tuned;
  }

  static RangeTestResult searched(Trainer trainer, Perceptron start, Dataset data) {
    RangeTestResult test =
        LearningRateRangeTest.exponential(trainer).withLineSearch(16).run(start, data);
    return test;
  }

  static RangeTestResult bySetting(Trainer trainer, Perceptron start, Dataset data, Path file) {
    RangeTestResult result =
        LearningRateRangeTest.exponential(trainer)
            .withRange(1e-4, 10)
            .withRates(200)
            .withSmoothing(0.95)
            .withStopFactor(3)
            .withLossOfBatches()
            .withLineSearch(8)
            .run(start, data);
    result.writeCsv(file);
    return result;
  }

  static LearningRate cycle(Trainer trainer, Perceptron start, Dataset data) {
    AccuracyRangeResult bounds =
        LearningRateRangeTest.linear(trainer).withRange(0, 3).run(start, data);
    double base = bounds.base().orElseThrow().rate();
    double maximum = bounds.maximum().orElseThrow().rate();
    LearningRate rate = LearningRate.triangular(base, maximum, 4).perEpoch();
    return rate;
  }
}
