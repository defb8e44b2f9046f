package io.github.gradusml.metric;

import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;
import java.util.function.ToDoubleFunction;

/** What the metrics of the library measure. */
final class Measures {
  private Measures() {}

  /** Any function of scores. */
  record OfScores(ToDoubleFunction<Scores> function) implements Measure {
    @Override
    public double of(Scores scores) {
      return function.applyAsDouble(scores);
    }
  }

  /** What follows from a confusion matrix. */
  record OfClasses(ToDoubleFunction<ConfusionMatrix> function) implements Measure {
    @Override
    public double of(Scores scores) {
      return function.applyAsDouble(ConfusionMatrix.of(scores));
    }

    @Override
    public void check(Output output, Dataset data) {
      ActualClasses.check(output, data);
    }
  }

  /** What follows from a confusion matrix of two classes, one of which is the positive one. */
  record OfTwoClasses(ToDoubleFunction<ConfusionMatrix> function) implements Measure {
    @Override
    public double of(Scores scores) {
      return function.applyAsDouble(ConfusionMatrix.of(scores));
    }

    @Override
    public void check(Output output, Dataset data) {
      ActualClasses.check(output, data);
      ActualClasses.checkOnePositive(output.classes());
    }
  }

  /** See {@link Metric#fBeta}. */
  record FBeta(double beta) implements ToDoubleFunction<ConfusionMatrix> {
    @Override
    public double applyAsDouble(ConfusionMatrix matrix) {
      return matrix.fBeta(beta);
    }
  }

  /** See {@link Metric#rocAuc}. */
  record OfRanks() implements Measure {
    @Override
    public double of(Scores scores) {
      return RankedScores.of(scores).area();
    }

    @Override
    public void check(Output output, Dataset data) {
      RankedScores.check(output, data);
    }
  }

  /** The mean of a loss. */
  record OfLoss(Loss loss) implements Measure {
    @Override
    public double of(Scores scores) {
      return Means.loss(loss, scores);
    }

    @Override
    public void check(Output output, Dataset data) {
      data.checkTargets(loss, output);
      output.compose(loss);
    }
  }

  /** See {@link Metric#r2}. */
  record OfVariance() implements Measure {
    @Override
    public double of(Scores scores) {
      return Means.r2(scores);
    }

    @Override
    public void check(Output output, Dataset data) {
      Means.checkDiffer(data);
    }
  }
}
