package io.github.gradusml.report;

import io.github.gradusml.core.Model;
import io.github.gradusml.data.FeatureSelection;
import io.github.gradusml.data.FittedPreparation;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.data.TargetStandardizer;
import io.github.gradusml.pipeline.Pipeline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The weights of a linear model in two units: a standard deviation of each feature, in which they
 * can be compared with each other, and the features' own, in which one can calculate.
 *
 * <pre>{@code
 * z = Σⱼ wⱼ·(xⱼ − μⱼ)/σⱼ + b        own unit: wⱼ/σⱼ, and b − Σⱼ wⱼ·μⱼ/σⱼ
 * }</pre>
 *
 * <p>Where targets were standardized and ŷ = z, both are in the target's own unit.
 *
 * @param names the features that the model sees
 * @param standardized the change of each net input with a standard deviation of each feature: d
 *     rows of k
 * @param atMeans the k net inputs where all features have their means; NaN where that is not known
 * @param original the change with one unit of each feature: d rows of k
 * @param atZeros the k net inputs where all features are 0
 * @param ofTraining whether the deviations are those of the training rows, and not of the test rows
 * @param byLargest whether the deviations are none, but the largest number of each feature, in
 *     which sparse rows are scaled
 * @param inOwnUnits whether the original units are those of raw rows, and not of prepared ones
 */
record Coefficients(
    List<String> names,
    double[][] standardized,
    double[] atMeans,
    double[][] original,
    double[] atZeros,
    boolean ofTraining,
    boolean byLargest,
    boolean inOwnUnits) {

  /** Empty where there are layers between features and net inputs. */
  static Optional<Coefficients> of(Findings findings) {
    Pipeline<?> pipeline = findings.pipeline();
    Model<?> model = pipeline.model();
    if (!Kind.isLinear(model)) {
      return Optional.empty();
    }
    int d = model.features();
    int k = model.output().outputs();
    double[] theta = model.parameters();
    double[][] w = new double[d][k];
    double[] b = new double[k];
    for (int u = 0; u < k; u++) {
      for (int j = 0; j < d; j++) {
        w[j][u] = theta[j * k + u];
      }
      b[u] = theta.length > d * k ? theta[d * k + u] : 0;
    }
    pipeline.preparation().targets().ifPresent(targets -> toOwnUnit(w, b, targets, model));
    boolean isSparse = findings.prepared().inputs().isSparse();
    return Optional.of(of(pipeline, w, b, Standardizer.fitAny(findings.prepared()), isSparse));
  }

  /** Where there is an activation behind z, only what is behind it has the target's unit. */
  private static void toOwnUnit(
      double[][] w, double[] b, TargetStandardizer targets, Model<?> model) {
    if (Kind.isNumber(model)) {
      for (double[] row : w) {
        row[0] *= targets.scale();
      }
      b[0] = targets.inverse(b[0]);
    }
  }

  private static Coefficients of(
      Pipeline<?> pipeline, double[][] w, double[] b, Standardizer ofTest, boolean isOfSparse) {
    List<String> names = pipeline.preparedNames();
    List<FittedPreparation> steps = new ArrayList<>(pipeline.preparation().steps());
    steps.removeIf(step -> step.targets().isPresent());
    Collections.reverse(steps);
    double[][] original = copy(w);
    double[] atZeros = b.clone();
    boolean ofTraining = false;
    boolean byLargest = isOfSparse;
    boolean inOwnUnits = true;
    for (FittedPreparation step : steps) {
      if (step instanceof Standardizer scaler && inOwnUnits) {
        restore(scaler, names, original, atZeros);
        ofTraining = true;
        byLargest = leavesMeans(scaler);
      } else if (!(step instanceof FeatureSelection)) {
        inOwnUnits = false;
      }
    }
    if (ofTraining && inOwnUnits) {
      return new Coefficients(names, w, b, original, atZeros, true, byLargest, true);
    }
    double[][] standardized = copy(w);
    double[] atMeans = b.clone();
    double[] means = ofTest.means();
    double[] scales = ofTest.scales();
    for (int j = 0; j < w.length; j++) {
      for (int u = 0; u < b.length; u++) {
        standardized[j][u] = w[j][u] * scales[j];
        atMeans[u] += w[j][u] * means[j];
      }
    }
    return new Coefficients(names, standardized, atMeans, w, b, false, byLargest, inOwnUnits);
  }

  /** As a standardizer does that leaves zeros where they are. */
  static boolean leavesMeans(Standardizer scaler) {
    return Arrays.stream(scaler.means()).allMatch(mean -> mean == 0);
  }

  private static void restore(Standardizer scaler, List<String> names, double[][] w, double[] b) {
    double[] means = scaler.means();
    double[] scales = scaler.scales();
    boolean isInOrder = names.equals(scaler.featureNames());
    for (int j = 0; j < w.length; j++) {
      int at = isInOrder ? j : scaler.featureNames().indexOf(names.get(j));
      for (int u = 0; u < b.length; u++) {
        w[j][u] /= scales[at];
        b[u] -= w[j][u] * means[at];
      }
    }
  }

  private static double[][] copy(double[][] w) {
    double[][] copy = new double[w.length][];
    for (int j = 0; j < w.length; j++) {
      copy[j] = w[j].clone();
    }
    return copy;
  }

  int outputs() {
    return atZeros.length;
  }

  /** The largest size of a feature's coefficients over the outputs. */
  double size(int feature) {
    double largest = 0;
    for (double w : standardized[feature]) {
      largest = Math.max(largest, Math.abs(w));
    }
    return largest;
  }

  /** How many are exactly 0. */
  long zeros() {
    long zeros = 0;
    for (double[] row : original) {
      for (double w : row) {
        zeros += w == 0 ? 1 : 0;
      }
    }
    return zeros;
  }
}
