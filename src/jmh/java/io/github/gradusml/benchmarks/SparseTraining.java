package io.github.gradusml.benchmarks;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.network.Network;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.rows.Rows;
import io.github.gradusml.training.HistoryDetail;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One contender training on sparse rows from weights 0; making the data is not in the time. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
public class SparseTraining {
  /** Who trains: gradus, or gather, which reads and writes the same weights and does no more. */
  @Param({"gradus"})
  public String contender;

  /** What is trained, as {@link SparseWorkload#parse} reads it. */
  @Param({"200000x47236/90/l2"})
  public String workload;

  private Supplier<double[]> ready;

  /** Makes the data. */
  @Setup
  public void makeData() {
    SparseWorkload size = SparseWorkload.parse(workload);
    Dataset rows = SparseSynthetic.of(size);
    ready = contender.equals("gather") ? gather(size, rows) : gradus(size, rows);
  }

  /**
   * Trains.
   *
   * @return the weights
   */
  @Benchmark
  public double[] train() {
    return ready.get();
  }

  static Supplier<double[]> gradus(SparseWorkload size, Dataset rows) {
    double alpha = Workload.ALPHA;
    Trainer trainer =
        Trainer.minimizing(Loss.crossEntropy())
            .withUpdates(UpdateStrategy.stochastic().withoutShuffling())
            .withRegularizer(
                size.isElastic()
                    ? Regularizer.elasticNet(alpha, SparseWorkload.L1_RATIO)
                    : Regularizer.l2(alpha))
            .withLearningRate(LearningRate.constant(Workload.ETA))
            .withEpochs(size.epochs())
            .withHistory(HistoryDetail.NONE);
    if (size.classes() == 2) {
      Perceptron zeros = Perceptron.zeros(size.columns(), Activation.sigmoid());
      return () -> trainer.fit(zeros, rows).model().parameters();
    }
    Output output = Output.oneVersusRest(size.classes(), Activation.sigmoid());
    Network zeros = Network.of(size.columns(), output).zeros();
    return () -> trainer.fit(zeros, rows).model().parameters();
  }

  private static Supplier<double[]> gather(SparseWorkload size, Dataset rows) {
    int m = size.numbers();
    int[] columns = new int[size.rows() * m];
    double[] x = new double[size.rows() * m];
    Rows inputs = rows.inputs();
    for (int i = 0; i < inputs.size(); i++) {
      System.arraycopy(inputs.indices(i), 0, columns, i * m, m);
      System.arraycopy(inputs.values(i), 0, x, i * m, m);
    }
    return () -> {
      double[] w = new double[size.columns()];
      for (int epoch = 0; epoch < size.epochs(); epoch++) {
        for (int from = 0; from < columns.length; from += m) {
          step(columns, x, from, from + m, w);
        }
      }
      return w;
    };
  }

  private static void step(int[] columns, double[] x, int from, int to, double[] w) {
    double sum = 0;
    for (int k = from; k < to; k++) {
      sum += x[k] * w[columns[k]];
    }
    double moved = 1e-3 * (1 - sum);
    for (int k = from; k < to; k++) {
      w[columns[k]] += moved * x[k];
    }
  }
}
