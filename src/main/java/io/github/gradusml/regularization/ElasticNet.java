package io.github.gradusml.regularization;

import io.github.gradusml.internal.Checks;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;

/**
 * See {@link Regularizer#elasticNet} and {@link Regularizer#elasticNetCumulative}: an L1 and an L2
 * penalty side by side.
 *
 * @param alpha the strength
 * @param l1Ratio the share of L1
 * @param l1 the L1 part, plain or cumulative
 * @param l2 the L2 part
 */
record ElasticNet(double alpha, double l1Ratio, Regularizer l1, L2 l2) implements Regularizer {
  static ElasticNet of(double alpha, double l1Ratio) {
    return of(alpha, l1Ratio, L1::new);
  }

  static ElasticNet cumulative(double alpha, double l1Ratio) {
    return of(alpha, l1Ratio, share -> new L1Cumulative(new L1(share)));
  }

  private static ElasticNet of(double alpha, double l1Ratio, DoubleFunction<Regularizer> l1) {
    Checks.notNegative("alpha", alpha);
    Checks.within("l1Ratio", l1Ratio, 0, 1);
    L2 l2 = new L2(alpha * (1 - l1Ratio));
    return new ElasticNet(alpha, l1Ratio, l1.apply(alpha * l1Ratio), l2);
  }

  @Override
  public double value(double[] theta, int from, int to) {
    return l1.value(theta, from, to) + l2.value(theta, from, to);
  }

  @Override
  public void addGradient(double[] theta, double[] gradient, int from, int to) {
    l2.addGradient(theta, gradient, from, to);
  }

  @Override
  public void proximalStep(double[] theta, int from, int to, double eta) {
    l1.proximalStep(theta, from, to, eta);
  }

  @Override
  public void afterStep(double[] theta, int from, int to, double eta, double[][] state) {
    l1.afterStep(theta, from, to, eta, state);
  }

  @Override
  public int stateVectors() {
    return l1.stateVectors();
  }

  @Override
  public boolean shrinks() {
    return l1.shrinks();
  }

  @Override
  public double curvature() {
    return l2.curvature();
  }

  @Override
  public double shrinkage() {
    // What decay leaves of a weight that is still due a part of L1 has no closed form.
    return l1.stateVectors() > 0 && l2.alpha() > 0 ? Double.NaN : l1.shrinkage();
  }

  @Override
  public List<String> formulas() {
    return Stream.concat(l2.formulas().stream(), l1.formulas().stream()).toList();
  }

  @Override
  public List<String> memory() {
    return l1.memory();
  }

  @Override
  public String toString() {
    String kind = l1.stateVectors() > 0 ? "cumulative elastic net" : "elastic net";
    return kind + "(alpha " + alpha + ", l1Ratio " + l1Ratio + ")";
  }
}
