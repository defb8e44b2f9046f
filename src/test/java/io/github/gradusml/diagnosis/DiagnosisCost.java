package io.github.gradusml.diagnosis;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Model;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.network.Network;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.training.Finding;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.TrainingResult;
import io.github.gradusml.update.UpdateStrategy;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/**
 * What a diagnosis costs beside its training: milliseconds of the processor for both, and their
 * ratio, for several sizes, the best of five. Arguments: none.
 */
public final class DiagnosisCost {
  private static final int TIMES = 5;
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  private DiagnosisCost() {}

  public static void main(String[] args) {
    System.out.println("rows x columns, model           training ms  diagnosis ms   share");
    measure("2,000 x 10, line", line(10), rows(2_000, 10, 2));
    measure("2,000 x 10, raw, diverges", line(10), inUnits(rows(2_000, 10, 2)));
    measure("500,000 x 30, line", line(30), rows(500_000, 30, 2));
    measure("60,000 x 784, line", line(784), rows(60_000, 784, 2));
    measure("20,000 x 784-64-10", network(784), rows(20_000, 784, 10));
  }

  private static Model<?> line(int d) {
    return Perceptron.zeros(d, Activation.sigmoid());
  }

  private static Model<?> network(int d) {
    return Network.of(d, Output.softmax(10)).withHidden(64, Activation.relu()).random(1);
  }

  /** Classes by the largest of so many sums of ten columns each, seen through noise. */
  private static Dataset rows(int n, int d, int classes) {
    Random random = new Random(1);
    double[][] x = new double[n][d];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      double[] sums = new double[classes];
      for (int j = 0; j < d; j++) {
        x[i][j] = random.nextGaussian();
        sums[j % classes] += j < 10 * classes ? x[i][j] : 0;
      }
      for (int c = 0; c < classes; c++) {
        sums[c] += 2 * random.nextGaussian();
        y[i] = sums[c] > sums[(int) y[i]] ? c : y[i];
      }
    }
    return Dataset.of(x, y);
  }

  private static Dataset inUnits(Dataset rows) {
    double[] units = new double[rows.features()];
    Arrays.setAll(units, j -> Math.pow(2, j));
    return RateIllnesses.inUnits(rows, units);
  }

  private static void measure(String what, Model<?> start, Dataset rows) {
    Trainer trainer =
        Trainer.minimizing(Loss.crossEntropy())
            .withUpdates(UpdateStrategy.miniBatch(32))
            .withLearningRate(LearningRate.constant(0.05))
            .withEpochs(10)
            .withoutLog();
    double training = Double.POSITIVE_INFINITY;
    double diagnosis = Double.POSITIVE_INFINITY;
    for (int k = 0; k < TIMES; k++) {
      long begin = CLOCK.getCurrentThreadCpuTime();
      TrainingResult<?> result = fit(trainer, start, rows);
      long middle = CLOCK.getCurrentThreadCpuTime();
      Diagnosis seen = Diagnosis.of(trainer, result, rows, rows);
      diagnosis = Math.min(diagnosis, (CLOCK.getCurrentThreadCpuTime() - middle) / 1e6);
      training = Math.min(training, (middle - begin) / 1e6);
      if (k == 0) {
        System.out.println(seen.findings().stream().map(Finding::code).toList());
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%-30s %12.0f %13.0f %6.1f%%%n",
        what,
        training,
        diagnosis,
        100 * diagnosis / training);
  }

  private static <M extends Model<M>> TrainingResult<?> fit(
      Trainer trainer, Model<M> start, Dataset rows) {
    return trainer.fit(start.withParameters(start.parameters()), rows);
  }
}
