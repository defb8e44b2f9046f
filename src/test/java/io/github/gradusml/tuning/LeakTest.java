package io.github.gradusml.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.pipeline.Preparation;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.training.Trainer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.random.Well19937c;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Test;

/** Scores are honest: nothing that is learned from rows held out finds its way into training. */
class LeakTest {
  private static final Dataset CANCER = Datasets.breastCancer();
  private static final Perceptron START = Perceptron.zeros(30, Activation.sigmoid());
  private static final Trainer TRAINER =
      Trainer.minimizing(Loss.crossEntropy())
          .withLearningRate(LearningRate.constant(0.1))
          .withEpochs(5);

  @Test
  void thePreparationIsFittedToTheTrainingRowsOfEachFoldAlone() {
    List<double[]> fittedTo = new ArrayList<>();
    Preparation spy =
        train -> {
          fittedTo.add(train.column(0));
          return Standardizer.fit(train)::apply;
        };
    CrossValidation validation = CrossValidation.kFold(4).withThreads(1);
    validation.withPreparation(spy).score(TRAINER, START, CANCER, Metric.accuracy());
    List<String> expected = new ArrayList<>();
    validation.folds(CANCER).forEach(f -> expected.add(Arrays.toString(f.train().column(0))));
    assertEquals(expected, fittedTo.stream().map(Arrays::toString).toList());
  }

  @Test
  void aPreparationThatLeaksGivesOtherScores() {
    CrossValidation honest = CrossValidation.stratified(5).withSeed(42);
    Dataset standardizedBefore = Standardizer.fit(CANCER).apply(CANCER);
    assertNotEquals(
        honest.score(TRAINER, START, CANCER, Metric.logLoss()).mean(),
        honest
            .withPreparation(Preparation.none())
            .score(TRAINER, START, standardizedBefore, Metric.logLoss())
            .mean());
  }

  /**
   * The wrong and the right way of The Elements of Statistical Learning, section 7.10.2: no feature
   * has anything to do with the classes. The ten that look best over all rows seem to.
   */
  @Test
  void onPureNoiseALeakSeemsToLearnAndOursSaysWhatNewRowsSay() {
    Dataset noise = noise(50, 5);
    Dataset newRows = noise(1000, 6);
    Preparation bestTen = train -> rows -> rows.selectFeatures(mostCorrelated(train, 10));
    Perceptron start = Perceptron.zeros(10, Activation.sigmoid());
    CrossValidation leaking = CrossValidation.stratified(5).withRepetitions(4);
    CrossValidation ours = leaking.withPreparation(bestTen);

    Dataset chosenBefore = noise.selectFeatures(mostCorrelated(noise, 10));
    double leaky = leaking.score(TRAINER, start, chosenBefore, Metric.accuracy()).mean();
    double honest = ours.score(TRAINER, start, noise, Metric.accuracy()).mean();
    double truth = ours.fit(TRAINER, start, noise).score(Metric.accuracy(), newRows);

    // The share of right guesses among 50 rows has a standard deviation of 0.07: two and four of
    // them.
    assertEquals(truth, honest, 0.14);
    assertTrue(leaky > truth + 0.28, () -> leaky + " against " + truth);
  }

  private static Dataset noise(int rows, int seed) {
    Well19937c random = new Well19937c(seed);
    double[][] x = new double[rows][500];
    double[] y = new double[rows];
    for (int i = 0; i < rows; i++) {
      Arrays.setAll(x[i], j -> random.nextGaussian());
      y[i] = i % 2;
    }
    return Dataset.of(x, y);
  }

  private static String[] mostCorrelated(Dataset data, int count) {
    double[] y = data.targets();
    record Feature(String name, double strength) {}
    List<Feature> features = new ArrayList<>();
    for (int j = 0; j < data.features(); j++) {
      double[] x = data.column(j);
      double covariance = 0;
      for (int i = 0; i < x.length; i++) {
        covariance += x[i] * (y[i] - 0.5);
      }
      double deviation = Math.sqrt(StatUtils.variance(x));
      features.add(new Feature(data.featureNames().get(j), Math.abs(covariance) / deviation));
    }
    return features.stream()
        .sorted((a, b) -> Double.compare(b.strength(), a.strength()))
        .limit(count)
        .map(Feature::name)
        .toArray(String[]::new);
  }
}
