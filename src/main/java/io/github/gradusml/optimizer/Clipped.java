package io.github.gradusml.optimizer;

import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.Vectors;
import java.util.List;
import java.util.stream.Stream;

/**
 * See {@link Optimizer#withClippedNorm} and {@link Optimizer#withClippedValues}.
 *
 * @param optimizer the rule that gets the clipped gradient
 * @param limit the largest norm or value
 * @param byNorm whether the norm is limited, or each value
 */
record Clipped(Optimizer optimizer, double limit, boolean byNorm) implements Optimizer {
  Clipped {
    Checks.positive("limit", limit);
  }

  /**
   * One more than the rule needs: the clipped gradient, since the gradient is not ours to change.
   */
  @Override
  public int stateVectors() {
    return optimizer.stateVectors() + 1;
  }

  @Override
  public void step(double[] theta, double[] gradient, double eta, double[][] state, long t) {
    double[] clipped = state[optimizer.stateVectors()];
    if (byNorm) {
      double norm = Vectors.norm(gradient, 0, gradient.length);
      double factor = norm > limit ? limit / norm : 1;
      for (int j = 0; j < clipped.length; j++) {
        clipped[j] = factor * gradient[j];
      }
    } else {
      for (int j = 0; j < clipped.length; j++) {
        clipped[j] = Math.max(-limit, Math.min(limit, gradient[j]));
      }
    }
    optimizer.step(theta, clipped, eta, state, t);
  }

  @Override
  public boolean rests() {
    return optimizer.rests();
  }

  @Override
  public void rest(double[][] state, int from, int to, long steps) {
    optimizer.rest(state, from, to, steps);
  }

  @Override
  public List<String> formulas() {
    String clipping =
        byNorm
            ? "g ← g·min(1, " + limit + "/‖g‖)"
            : "g ← g, cut to [−" + limit + ", " + limit + "]";
    return Stream.concat(Stream.of(clipping), optimizer.formulas().stream()).toList();
  }

  @Override
  public List<String> memory() {
    return Stream.concat(optimizer.memory().stream(), Stream.of("g")).toList();
  }

  @Override
  public String toString() {
    return optimizer + " clipping " + (byNorm ? "the norm" : "values") + " to " + limit;
  }
}
