package io.github.gradusml.diagnosis;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.Verdict;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

/** What checks of rows say of a short training on given rows. */
final class RowsVerdicts {
  static final Trainer SHORT =
      Trainer.minimizing(Loss.squaredError())
          .withLearningRate(LearningRate.constant(1e-6))
          .withEpochs(2);

  private RowsVerdicts() {}

  /** Rows of some normal columns, x0, x1 and so on; the same for the same seed. */
  static double[][] normal(int rows, int columns, long seed) {
    Random random = new Random(seed);
    double[][] x = new double[rows][columns];
    for (double[] row : x) {
      Arrays.setAll(row, j -> random.nextGaussian());
    }
    return x;
  }

  /** The same rows with other numbers in one column. */
  static double[][] with(double[][] x, int column, IntToDoubleFunction value) {
    double[][] other = Arrays.stream(x).map(double[]::clone).toArray(double[][]::new);
    for (int i = 0; i < other.length; i++) {
      other[i][column] = value.applyAsDouble(i);
    }
    return other;
  }

  /** Targets that are numbers, and have nothing to do with any column. */
  static double[] numbers(int rows) {
    return new Random(4711).doubles(rows, -1, 1).toArray();
  }

  static Verdict of(String code, double[][] x) {
    return of(code, x, numbers(x.length));
  }

  static Verdict of(String code, double[][] x, double[] y) {
    return of(code, Dataset.of(x, y));
  }

  static Verdict of(String code, Dataset data) {
    Perceptron start = Perceptron.zeros(data.features(), Activation.identity());
    return Patient.of(SHORT, start, data).diagnose().verdict(code);
  }

  static String text(Verdict verdict, String code) {
    return RowsChecks.ALL.stream()
        .filter(check -> check.code().equals(code))
        .findFirst()
        .flatMap(verdict::finding)
        .orElseThrow(() -> new AssertionError(verdict.toString()))
        .text();
  }
}
