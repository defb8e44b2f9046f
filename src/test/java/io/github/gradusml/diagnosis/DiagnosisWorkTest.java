package io.github.gradusml.diagnosis;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.TrainingResult;
import io.github.gradusml.update.UpdateStrategy;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However many rows a training had, its diagnosis looks at few of them; counted, not timed. */
class DiagnosisWorkTest {
  /** The squared error of one's own, which counts how often it is asked. */
  private record Counting(AtomicLong asked) implements Loss {
    @Override
    public double value(double prediction, double target) {
      asked.incrementAndGet();
      return 0.5 * (prediction - target) * (prediction - target);
    }

    @Override
    public double derivative(double prediction, double target) {
      asked.incrementAndGet();
      return prediction - target;
    }
  }

  private static Dataset rows(int n) {
    Random random = new Random(1);
    double[][] x = new double[n][4];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      Arrays.setAll(x[i], j -> random.nextGaussian());
      y[i] = x[i][0] - x[i][1] + 0.3 * random.nextGaussian();
    }
    return Dataset.of(x, y);
  }

  /** How often a diagnosis asks the loss for its value or its slope. */
  private static long asked(int n, double rate) {
    AtomicLong asked = new AtomicLong();
    Trainer trainer =
        Trainer.minimizing(new Counting(asked))
            .withUpdates(UpdateStrategy.miniBatch(100))
            .withLearningRate(LearningRate.constant(rate))
            .withEpochs(5)
            .withoutLog();
    Dataset rows = rows(n);
    TrainingResult<Perceptron> result =
        trainer.fit(Perceptron.zeros(4, Activation.identity()), rows);
    asked.set(0);
    Diagnosis.of(trainer, result, rows, rows);
    return asked.get();
  }

  /**
   * A rate too small, a good one, and one too large: the more is wrong, the more is tried. Trials
   * on other rows may end a little sooner or later; with four times the rows they cost no more.
   */
  @ParameterizedTest
  @ValueSource(doubles = {1e-7, 0.01, 10})
  void fourTimesTheRowsCostNoMore(double rate) {
    long few = asked(10_000, rate);
    long many = asked(40_000, rate);
    assertTrue(many <= 1.25 * few + 10_000, rate + ": " + few + ", " + many);
  }
}
