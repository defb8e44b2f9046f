package io.github.gradusml.benchmarks;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.HistoryDetail;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.tuning.CrossValidation;
import io.github.gradusml.tuning.CrossValidationResult;
import io.github.gradusml.tuning.GridSearch;
import io.github.gradusml.tuning.SearchCell;
import io.github.gradusml.tuning.Values;
import io.github.gradusml.update.UpdateStrategy;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a second thread brings to a search: 200 settings × 5 folds on the breast cancer data, once
 * with one thread and once with two, by turns.
 *
 * <p>Prints the seconds of each round, the median and the least of each side, and their ratios; and
 * checks that both give the same scores to the last bit. The least says most on a machine that does
 * other things as well: a round can only be made longer by them.
 *
 * <p>Argument: the number of rounds; 11 unless given. From the root of the repository:
 *
 * <pre>{@code
 * mvn -q -Pbenchmarks test-compile exec:java -Dexec.mainClass=io.github.gradusml.benchmarks.SearchThreads
 * }</pre>
 */
public final class SearchThreads {
  private static final int ROUNDS = 11;
  private static final int WARM_UPS = 2;
  private static final int[] THREADS = {1, 2};

  private static final GridSearch SEARCH =
      GridSearch.of(
              Trainer.minimizing(Loss.crossEntropy())
                  .withUpdates(UpdateStrategy.miniBatch(16))
                  .withEpochs(50)
                  .withHistory(HistoryDetail.NONE),
              CrossValidation.stratified(5).withSeed(42),
              Metric.logLoss())
          .with(
              "alpha",
              Values.logarithmic(1e-5, 1, 20),
              (t, alpha) -> t.withRegularizer(Regularizer.l2(alpha)))
          .with(
              "learning rate",
              Values.logarithmic(1e-3, 0.3, 10),
              (t, eta) -> t.withLearningRate(LearningRate.constant(eta)));

  private SearchThreads() {}

  /**
   * Measures.
   *
   * @param args see above
   */
  public static void main(String[] args) {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : ROUNDS;
    Dataset cancer = Datasets.breastCancer();
    double[][] seconds = new double[THREADS.length][rounds];
    List<CrossValidationResult> expected = null;
    for (int round = -WARM_UPS; round < rounds; round++) {
      for (int i = 0; i < THREADS.length; i++) {
        int side =
            (i + Math.max(0, round)) % THREADS.length; // by turns, and each first in its turn
        long begin = System.nanoTime();
        List<CrossValidationResult> scores = search(cancer, THREADS[side]);
        double took = (System.nanoTime() - begin) / 1e9;
        expected = expected == null ? scores : expected;
        if (!scores.equals(expected)) {
          throw new IllegalStateException(THREADS[side] + " threads gave other scores");
        }
        if (round >= 0) {
          seconds[side][round] = took;
        }
      }
      if (round >= 0) {
        System.out.printf(
            Locale.ROOT,
            "round %2d: %.3f s with 1 thread, %.3f s with 2%n",
            round + 1,
            seconds[0][round],
            seconds[1][round]);
      }
    }
    print("median", median(seconds[0]), median(seconds[1]));
    print("least ", least(seconds[0]), least(seconds[1]));
    System.out.println("the scores of all " + expected.size() + " cells are the same to the bit");
  }

  private static List<CrossValidationResult> search(Dataset data, int threads) {
    return SEARCH
        .withThreads(threads)
        .run(Perceptron.zeros(data.features(), Activation.sigmoid()), data)
        .cells()
        .stream()
        .map(SearchCell::scores)
        .toList();
  }

  private static void print(String what, double one, double two) {
    System.out.printf(
        Locale.ROOT, "%s: %.3f s and %.3f s, a speed-up of %.2f%n", what, one, two, one / two);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private static double least(double[] values) {
    return Arrays.stream(values).min().orElseThrow();
  }
}
