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

  /** See {@link Metric#meanLoss}. */
  record MeanLoss(Loss loss) implements Measure {
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

  /** See {@link Metric#logLoss}; that of one output takes shares of class 1 for targets too. */
  record LogLoss() implements Measure {
    private static final Measure OF_ONE_OUTPUT = new MeanLoss(Loss.crossEntropy());

    @Override
    public double of(Scores scores) {
      return scores.outputs() == 1 ? OF_ONE_OUTPUT.of(scores) : Means.logLoss(scores);
    }

    @Override
    public void check(Output output, Dataset data) {
      if (output.outputs() == 1) {
        OF_ONE_OUTPUT.check(output, data);
      } else {
        ActualClasses.check(output, data);
        Means.checkProbabilities(output);
      }
    }
  }

  /** See {@link Metric#brierScore}. */
  record BrierScore() implements Measure {
    @Override
    public double of(Scores scores) {
      return Means.brierScore(scores);
    }

    @Override
    public void check(Output output, Dataset data) {
      ActualClasses.check(output, data);
      Means.checkProbabilities(output);
    }
  }

  /** See {@link Metric#topAccuracy}. */
  record TopAccuracy(int k) implements Measure {
    @Override
    public double of(Scores scores) {
      check(scores.output(), scores.data());
      return Means.topAccuracy(scores, k);
    }

    @Override
    public void check(Output output, Dataset data) {
      ActualClasses.check(output, data);
      if (k >= output.classes()) {
        throw new IllegalArgumentException(
            "k must be below the number of classes, "
                + output.classes()
                + ", of which every row's is one, but was "
                + k);
      }
    }
  }

  /** See {@link Metric#r2}. */
  record R2() implements Measure {
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
