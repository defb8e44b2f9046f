package io.github.gradusml.examples;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.pipeline.Pipeline;
import io.github.gradusml.pipeline.Preparation;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.tuning.CrossValidation;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;

/**
 * Section 5 of the article, fixing the hyperparameters, and how a score can lie: 500 features of
 * pure noise, and two classes that have nothing to do with them. Nobody can guess better than half.
 *
 * <p>Whoever first chooses the ten features that look best over all rows, and then cross-validates
 * on these ten, is told otherwise: the choice has seen the rows that the score is taken on. As a
 * {@link Preparation} the same choice is made anew inside each fold, and the score is honest.
 *
 * <p>Try: 20 features instead of 500; 500 rows instead of 50.
 */
public final class LeakyScores {
  private static final int CHOSEN = 10;

  private LeakyScores() {}

  /**
   * Runs the example.
   *
   * @param args none
   */
  public static void main(String[] args) {
    Dataset noise = noise(50, 5);
    Dataset newRows = noise(1000, 6);
    Perceptron start = Perceptron.zeros(CHOSEN, Activation.sigmoid());
    Trainer trainer =
        Trainer.minimizing(Loss.crossEntropy()).withLearningRate(LearningRate.constant(0.1));
    CrossValidation validation =
        CrossValidation.stratified(5)
            .withRepetitions(4)
            .withSeed(42)
            .withPreparation(Preparation.none()); // the noise is standardized as it is

    // The wrong way: the choice is made once, from all rows, and the folds come after.
    Dataset chosenBefore = noise.selectFeatures(best(noise));
    double leaky = validation.score(trainer, start, chosenBefore, Metric.accuracy()).mean();

    // The right way: the choice is part of what is scored.
    Preparation bestTen =
        train -> {
          String[] names = best(train); // learned from the rows that this fold trains on
          return rows -> rows.selectFeatures(names);
        };
    CrossValidation prepared = validation.withPreparation(bestTen);
    double honest = prepared.score(trainer, start, noise, Metric.accuracy()).mean();

    // What the model is worth on rows that had no part in anything.
    Pipeline<Perceptron> model = prepared.fit(trainer, start, noise);
    double truth = model.score(Metric.accuracy(), newRows);

    System.out.println("accuracy on pure noise");
    System.out.printf(Locale.ROOT, "features chosen before the folds: %5.1f%%%n", 100 * leaky);
    System.out.printf(Locale.ROOT, "features chosen inside each fold: %5.1f%%%n", 100 * honest);
    System.out.printf(Locale.ROOT, "on a thousand new rows:           %5.1f%%%n", 100 * truth);
  }

  private static Dataset noise(int rows, int seed) {
    RandomGenerator random = new Well19937c(seed);
    double[][] x = new double[rows][500];
    double[] y = new double[rows];
    for (int i = 0; i < rows; i++) {
      Arrays.setAll(x[i], j -> random.nextGaussian());
      y[i] = i % 2;
    }
    return Dataset.of(x, y);
  }

  /** The features that correlate most with the target. */
  private static String[] best(Dataset data) {
    PearsonsCorrelation correlation = new PearsonsCorrelation();
    double[] strength =
        IntStream.range(0, data.features())
            .mapToDouble(j -> Math.abs(correlation.correlation(data.column(j), data.targets())))
            .toArray();
    return IntStream.range(0, data.features())
        .boxed()
        .sorted(Comparator.comparingDouble(j -> -strength[j]))
        .limit(CHOSEN)
        .map(data.featureNames()::get)
        .toArray(String[]::new);
  }
}
