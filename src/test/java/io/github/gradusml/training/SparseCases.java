package io.github.gradusml.training;

import io.github.gradusml.core.Loss;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.rows.Rows;
import io.github.gradusml.rows.SparseRowsBuilder;
import java.util.Arrays;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Sparse rows to train on, and the same with every number kept. */
final class SparseCases {
  private SparseCases() {}

  /** Few numbers in each of many columns; targets of the kind that the loss takes. */
  static Dataset rows(Loss loss, int n, int d, int numbers, long seed) {
    return rows(loss, n, d, numbers, seed, Random::nextGaussian);
  }

  /** The numbers of a row. */
  interface Values {
    double next(Random random);
  }

  static Dataset rows(Loss loss, int n, int d, int numbers, long seed, Values values) {
    Random random = new Random(seed);
    SparseRowsBuilder rows = Rows.sparse(d);
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      TreeSet<Integer> columns = new TreeSet<>();
      while (columns.size() < numbers) {
        columns.add(random.nextInt(d));
      }
      int[] indices = columns.stream().mapToInt(j -> j).toArray();
      double[] x = IntStream.range(0, numbers).mapToDouble(k -> values.next(random)).toArray();
      double z = random.nextGaussian() / 4;
      for (int k = 0; k < numbers; k++) {
        z += x[k] * (indices[k] % 2 == 0 ? 1 : -0.5) / Math.sqrt(numbers);
      }
      y[i] = loss.separatesClasses() ? (z > 0 ? 1 : loss.accepts(-1) ? -1 : 0) : z;
      y[i] = loss.accepts(y[i]) ? y[i] : 0; // a count
      rows.add(indices, x);
    }
    return Dataset.of(rows.build(), y);
  }

  /** The same rows with every number kept. */
  static Dataset dense(Dataset sparse) {
    Rows rows = sparse.inputs();
    Dataset dense =
        Dataset.of(Rows.dense(rows.size(), rows.columns(), rows::row), sparse.targets());
    return sparse.isWeighted() ? dense.withWeights(sparse.relativeWeights()) : dense;
  }

  /** The largest difference, in units of the largest of the expected numbers. */
  static double difference(double[] expected, double[] actual) {
    double largest = Arrays.stream(expected).map(Math::abs).max().orElse(0);
    double worst = 0;
    for (int j = 0; j < expected.length; j++) {
      worst = Math.max(worst, Math.abs(expected[j] - actual[j]));
    }
    return worst / Math.max(largest, Double.MIN_NORMAL);
  }
}
