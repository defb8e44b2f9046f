package io.github.gradusml.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.metric.Scores;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Platt scaling and temperatures. */
class CalibrationTest {
  static Scores scores(double[] z, double[] y) {
    return scores(z, y, null);
  }

  static Scores scores(double[] z, double[] y, double[] weights) {
    Dataset rows = Dataset.of(new double[y.length][1], y);
    Dataset weighted = weights == null ? rows : rows.withWeights(weights);
    int k = z.length / y.length;
    Output output = k == 1 ? Output.of(Activation.identity()) : Output.softmax(k);
    return Scores.ofNetInputs(output, z, weighted);
  }

  /** Two different scores can have any two probabilities: they get their targets. */
  @Test
  void separatedClassesGetTheTargetsOfPlatt() {
    Calibration fitted =
        Calibration.fit(scores(new double[] {3, 3, 3, -1, -1}, new double[] {1, 1, 1, 0, 0}));
    double[] u = fitted.apply(3, -1);
    assertEquals(Math.log(4), u[0], 1e-14); // (3 + 1)/(3 + 2)
    assertEquals(-Math.log(3), u[1], 1e-14); // 1/(2 + 2)
  }

  @Test
  void equalScoresGetTheMeanOfTheTargets() {
    Calibration fitted =
        Calibration.fit(scores(new double[] {7, 7, 7, 7}, new double[] {1, -1, -1, -1}));
    double mean = (2 / 3.0 + 3 / 5.0) / 4;
    assertEquals(new Calibration(0, fitted.intercept()), fitted);
    assertEquals(Math.log(mean / (1 - mean)), fitted.intercept(), 1e-15);
  }

  /** Each of k classes with a margin g over all others: softmax(a·g) = 1 − 1/(n + 2). */
  @ParameterizedTest
  @CsvSource({"2, 4, 0.5", "3, 6, 2", "3, 6, 1e300", "5, 5, 1e-300", "4, 40, 7"})
  void separatedClassesOfSeveralGetOneWrongInNPlusTwo(int k, int n, double margin) {
    double[] y = IntStream.range(0, n).mapToDouble(i -> i % k).toArray();
    double[] z = new double[n * k];
    for (int i = 0; i < n; i++) {
      z[i * k + i % k] = margin;
    }
    double expected = Math.log((n + 1.0) * (k - 1));
    assertEquals(expected, margin * Calibration.fit(scores(z, y)).slope(), 1e-13 * expected);
  }

  @Test
  void severalNetInputsThatSayNothingStayAndThoseThatSayTheWrongAreNotBelieved() {
    double[] y = {0, 1, 2};
    double[] nothing = {4, 4, 4, -1, -1, -1, 0, 0, 0};
    assertEquals(new Calibration(1, 0), Calibration.fit(scores(nothing, y)));
    double[] wrong = {-1, 0, 0, 0, -1, 0, 0, 0, -1};
    assertEquals(new Calibration(0, 0), Calibration.fit(scores(wrong, y)));
  }

  @Test
  void aModelThatRanksTheWrongWayRoundIsTurnedAround() {
    double[] z = {2, 1, 0.5, -1, -2, 0.4};
    double[] y = {0, 0, 1, 1, 1, 0};
    Calibration fitted = Calibration.fit(scores(z, y));
    assertTrue(fitted.slope() < 0);
    double[] turned = Arrays.stream(z).map(v -> -v).toArray();
    Calibration other = Calibration.fit(scores(turned, y));
    assertEquals(-fitted.slope(), other.slope());
    assertEquals(fitted.intercept(), other.intercept());
  }

  /** Also far from 0, with rows far from all others, and with weights that differ by 1e12. */
  @Test
  void theSlopesOfTheLossVanish() {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      int n = 4 + random.nextInt(60);
      double[] z = new double[n];
      double[] y = new double[n];
      double[] s = new double[n];
      for (int i = 0; i < n; i++) {
        y[i] = i < 2 ? i : random.nextInt(2);
        z[i] = seed % 5 + random.nextGaussian() + 2 * y[i];
        z[i] *= random.nextInt(20) == 0 ? Math.pow(10, seed % 7) : 1;
        s[i] = Math.pow(10, seed % 4 * random.nextDouble() * 4);
      }
      double[] slopes = slopes(z, y, s, Calibration.fit(scores(z, y, s)));
      assertEquals(0, slopes[0], 1e-9, "slope, seed " + seed);
      assertEquals(0, slopes[1], 1e-9, "intercept, seed " + seed);
    }
  }

  /** Of the loss by slope and intercept, as shares of the sizes of their terms. */
  private static double[] slopes(double[] z, double[] y, double[] s, Calibration fitted) {
    double mean = Arrays.stream(s).average().orElseThrow();
    double ones = IntStream.range(0, z.length).mapToDouble(i -> s[i] * y[i] / mean).sum();
    double zeros = z.length - ones;
    double[] slopes = new double[2];
    double[] sizes = new double[2];
    double[] u = fitted.apply(z);
    for (int i = 0; i < z.length; i++) {
      double t = y[i] == 1 ? (ones + 1) / (ones + 2) : 1 / (zeros + 2);
      double error = s[i] * (Activation.sigmoid().value(u[i]) - t);
      slopes[0] += error * z[i];
      slopes[1] += error;
      sizes[0] += s[i] * t * Math.abs(z[i]);
      sizes[1] += s[i] * t;
    }
    return new double[] {slopes[0] / sizes[0], slopes[1] / sizes[1]};
  }

  /** A thousandth to either side the loss is larger, by more than its rounding. */
  @Test
  void noTemperatureBesideIsBetter() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      int k = 2 + seed % 4;
      double[] y = IntStream.range(0, 50).mapToDouble(i -> random.nextInt(k)).toArray();
      double scale = Math.pow(10, seed % 9 - 4);
      double[] z = random.doubles(50 * k, -scale, scale).toArray();
      for (int i = 0; i < y.length; i++) {
        z[i * k + (int) y[i]] += scale / 2; // says something, and is wrong now and then
      }
      Scores scores = scores(z, y);
      double slope = Calibration.fit(scores).slope();
      double[] losses = {0.999, 1, 1.001};
      for (int side = 0; side < 3; side++) {
        Calibration other = new Calibration(slope * losses[side], 0);
        losses[side] = Metric.logLoss().of(scores.withNetInputs(other::apply));
      }
      assertTrue(losses[1] < losses[0] && losses[1] < losses[2], "seed " + seed);
    }
  }

  @ParameterizedTest
  @CsvSource({"1000, 0", "-900, 0", "0, 500", "3, -900"})
  void unitsByPowersOfTwoChangeNoBit(int ofNetInputs, int ofWeights) {
    double[] z = {2, 1, 0.5, -1, -2, 0.25};
    double[] y = {1, 0, 1, 0, 0, 1};
    double[] s = {1, 2, 3, 1, 1, 4};
    Calibration plain = Calibration.fit(scores(z, y, s));
    double[] large = Arrays.stream(z).map(v -> Math.scalb(v, ofNetInputs)).toArray();
    double[] heavy = Arrays.stream(s).map(v -> Math.scalb(v, ofWeights)).toArray();
    Calibration scaled = Calibration.fit(scores(large, y, heavy));
    assertEquals(Math.scalb(plain.slope(), -ofNetInputs), scaled.slope());
    assertEquals(plain.intercept(), scaled.intercept());
  }

  @Test
  void rowsOfWeightZeroAreLeftOutWhateverTheirNetInput() {
    double[] z = {2, 1, 0.5, -1};
    double[] y = {1, 0, 1, 0};
    double[] more = {2, 1, Double.NaN, 0.5, -1};
    Calibration without = Calibration.fit(scores(z, y));
    double[] weights = {1, 1, 0, 1, 1};
    assertEquals(without, Calibration.fit(scores(more, new double[] {1, 0, 0, 1, 0}, weights)));
  }

  @Test
  void netInputsTooNearToEachOtherSayNothing() {
    double[] z = {Double.MIN_VALUE, 0};
    Calibration fitted = Calibration.fit(scores(z, new double[] {1, 0}));
    assertEquals(0, fitted.slope());
    assertEquals(0, fitted.intercept(), 1e-15);
    Calibration largest =
        Calibration.fit(
            scores(new double[] {Double.MAX_VALUE, -Double.MAX_VALUE}, new double[] {1, 0}));
    assertEquals(Math.log(2), largest.apply(Double.MAX_VALUE)[0], 1e-10); // a subnormal slope
  }

  static Stream<Arguments> rejected() {
    double[] infinite = {1, Double.POSITIVE_INFINITY};
    return Stream.of(
        Rejected.with(
            "scores must be of rows of both classes to be calibrated, but all that count are of"
                + " class 1",
            () -> Calibration.fit(scores(new double[] {1, 2}, new double[] {1, 1}))),
        Rejected.with(
            "net input of row 1 must be finite, but was Infinity",
            () -> Calibration.fit(scores(infinite, new double[] {1, 0}))),
        Rejected.with(
            "targets must be 0 or 1, or -1 or 1, but are [0.5, 3.0]; Dataset.withTargets,"
                + " selectClasses and oneVersusRest convert them",
            () -> Calibration.fit(scores(new double[] {1, 2}, new double[] {0.5, 3}))));
  }

  @ParameterizedTest
  @MethodSource
  void rejected(String message, Executable call) {
    assertEquals(message, Rejected.message(call));
  }
}
