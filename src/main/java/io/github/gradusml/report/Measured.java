package io.github.gradusml.report;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.metric.Scores;
import io.github.gradusml.rows.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.util.FastMath;

/**
 * A metric on the rows of a report.
 *
 * @param metric what was measured
 * @param value the number; NaN where it has none on these rows
 * @param standardError how far it may be off; NaN where that is not known
 * @param baseline what is got without looking at any feature
 */
record Measured(Metric metric, double value, double standardError, double baseline) {
  /** In place of −∞, the logarithm of the share of a class without rows. */
  private static final double NEXT_TO_NOTHING = -1e300;

  /** Measures everything on the same resamples. */
  static List<Measured> of(Findings findings, List<Metric> metrics) {
    Scores scores = findings.scores();
    Scores constant = constant(findings);
    double[] errors = Bootstrap.standardErrors(metrics, findings.pipeline().output(), scores);
    List<Measured> all = new ArrayList<>();
    for (int k = 0; k < errors.length; k++) {
      Metric metric = metrics.get(k);
      all.add(
          new Measured(
              metric, Bootstrap.value(metric, scores), errors[k], baseline(metric, constant)));
    }
    return all;
  }

  /** R² of the mean is 0, but for rounding. */
  private static double baseline(Metric metric, Scores constant) {
    double value = Bootstrap.value(metric, constant);
    return metric.equals(Metric.r2()) && Double.isFinite(value) ? 0 : value;
  }

  /** The same prediction for every row: the mean of the targets, or the shares of the classes. */
  private static Scores constant(Findings findings) {
    Scores scores = findings.scores();
    int n = scores.rows();
    double[] one = findings.ofClasses() ? shares(findings) : new double[] {mean(findings)};
    int k = one.length;
    Output output = k == 1 ? Output.of(Activation.identity()) : Output.softmax(k);
    boolean isOneOutput = findings.ofClasses() && scores.outputs() == 1;
    if (isOneOutput) { // so that the Brier score is the one of one output
      one = new double[] {one[1] - one[0]};
      output = Output.of(Activation.sigmoid());
    }
    double[] z = new double[n * one.length];
    for (int i = 0; i < z.length; i++) {
      z[i] = one[i % one.length];
    }
    double[] y = new double[n];
    Arrays.setAll(y, i -> findings.ofClasses() ? findings.actual(i) : scores.target(i));
    double[] weights = new double[n];
    Arrays.setAll(weights, scores::weight);
    Dataset rows = Dataset.of(Rows.dense(n, 1, row -> new double[1]), y).withWeights(weights);
    return Scores.ofNetInputs(output, z, rows);
  }

  /** ln of the share of each class. */
  private static double[] shares(Findings findings) {
    double[] relative = findings.test().relativeWeights();
    double[] shares = new double[findings.classes()];
    for (int i = 0; i < relative.length; i++) {
      shares[findings.actual(i)] += relative[i] / relative.length;
    }
    return Arrays.stream(shares)
        .map(share -> share > 0 ? FastMath.log(share) : NEXT_TO_NOTHING)
        .toArray();
  }

  private static double mean(Findings findings) {
    double[] relative = findings.test().relativeWeights();
    double mean = 0;
    double smallest = Double.MAX_VALUE;
    double largest = -Double.MAX_VALUE;
    for (int i = 0; i < relative.length; i++) {
      double target = findings.scores().target(i);
      mean += relative[i] / relative.length * target;
      if (relative[i] > 0) {
        smallest = Math.min(smallest, target);
        largest = Math.max(largest, target);
      }
    }
    return Math.max(smallest, Math.min(largest, mean)); // of equal targets, without rounding
  }

  String name() {
    return name(metric);
  }

  /** The name of a metric as it stands at the beginning of a line. */
  static String name(Metric metric) {
    String name = Words.name(String.valueOf(metric.name()));
    return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
