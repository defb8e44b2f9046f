package io.github.gradusml.regularization;

import io.github.gradusml.internal.Checks;
import java.util.List;
import java.util.stream.Stream;

/**
 * See {@link Regularizer#elasticNet}: an L1 and an L2 penalty side by side.
 *
 * @param alpha the strength
 * @param l1Ratio the share of L1
 * @param l1 the L1 part
 * @param l2 the L2 part
 */
record ElasticNet(double alpha, double l1Ratio, L1 l1, L2 l2) implements Regularizer {
  ElasticNet(double alpha, double l1Ratio) {
    this(
        Checks.notNegative("alpha", alpha),
        Checks.within("l1Ratio", l1Ratio, 0, 1),
        new L1(alpha * l1Ratio),
        new L2(alpha * (1 - l1Ratio)));
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
  public boolean shrinks() {
    return l1.shrinks();
  }

  @Override
  public double curvature() {
    return l2.curvature();
  }

  @Override
  public List<String> formulas() {
    return Stream.concat(l2.formulas().stream(), l1.formulas().stream()).toList();
  }

  @Override
  public String toString() {
    return "elastic net(alpha " + alpha + ", l1Ratio " + l1Ratio + ")";
  }
}
