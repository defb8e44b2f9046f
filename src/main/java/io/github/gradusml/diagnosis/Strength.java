package io.github.gradusml.diagnosis;

import io.github.gradusml.internal.Texts;
import io.github.gradusml.regularization.Regularizer;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;

/**
 * One of the library's penalties and how strong it is, so that another strength can be tried and
 * written down.
 *
 * <p>A penalty does not tell its α. It is read from the values at the weights 1 and 2: α·ρ +
 * α·(1−ρ)/2 and 2·α·ρ + 2·α·(1−ρ).
 *
 * @param name what makes it
 * @param more what follows the strength in the call
 * @param alpha the strength
 * @param kind makes one of another strength
 */
record Strength(String name, String more, double alpha, DoubleFunction<Regularizer> kind) {
  /** Empty for a penalty of the user's own, and for none. */
  static Optional<Strength> of(Regularizer penalty) {
    double one = penalty.value(new double[] {1}, 0, 1);
    double two = penalty.value(new double[] {2}, 0, 1);
    double squared = two - 2 * one;
    double absolute = one - squared / 2;
    double both = absolute + squared;
    double l1Ratio = Math.max(0, Math.min(1, absolute / both));
    return Stream.of(
            new Strength("l1", "", one, Regularizer::l1),
            new Strength("l1Cumulative", "", one, Regularizer::l1Cumulative),
            new Strength("l1Subgradient", "", one, Regularizer::l1Subgradient),
            new Strength("l2", "", squared, Regularizer::l2),
            new Strength(
                "elasticNet",
                ", " + Texts.number(l1Ratio),
                both,
                alpha -> Regularizer.elasticNet(alpha, l1Ratio)),
            new Strength(
                "elasticNetCumulative",
                ", " + Texts.number(l1Ratio),
                both,
                alpha -> Regularizer.elasticNetCumulative(alpha, l1Ratio)),
            new Strength("decoupled", "", penalty.curvature(), Regularizer::decoupled))
        .filter(strength -> strength.alpha > 0 && Double.isFinite(strength.alpha))
        .filter(strength -> strength.with(strength.alpha).getClass() == penalty.getClass())
        .filter(strength -> strength.with(strength.alpha).stateVectors() == penalty.stateVectors())
        .findFirst();
  }

  Regularizer with(double other) {
    return kind.apply(other);
  }

  /** The Java that makes it. */
  String call(double other) {
    return "Regularizer." + name + "(" + Texts.number(other) + more + ")";
  }
}
