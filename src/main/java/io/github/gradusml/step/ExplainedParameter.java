package io.github.gradusml.step;

import io.github.gradusml.internal.Checks;
import java.util.List;

/**
 * The way of one weight or bias through a step.
 *
 * <pre>{@code
 * g = ∂/∂θ (mean loss) + ∂R/∂θ        θ → decayed → moved → after
 * }</pre>
 *
 * <p>A decoupled penalty decays the parameter before the optimizer moves it, and L1 shrinks it
 * afterwards; where a penalty does neither, the numbers are equal. A bias has no penalty.
 *
 * <p>Article: sections 2, Ways to update weights, and 3, Weight decay. Symbols: θ parameter, g
 * gradient, R penalty.
 *
 * @param name such as {@code w[x1]} or {@code b}
 * @param before θ before the step
 * @param lossGradient the slope of the mean loss
 * @param gradient that and the slope of the smooth part of the penalty: what the optimizer gets
 * @param decayed θ after decoupled decay
 * @param moved θ after the optimizer's step
 * @param after θ after the penalty has shrunk it: the new weight
 * @param memoryBefore what the optimizer remembered of this parameter, in its own order
 * @param memoryAfter what it remembers now
 * @param penaltyBefore what the penalty remembered, as the cumulative L1 does
 * @param penaltyAfter what it remembers now
 */
public record ExplainedParameter(
    String name,
    double before,
    double lossGradient,
    double gradient,
    double decayed,
    double moved,
    double after,
    List<Double> memoryBefore,
    List<Double> memoryAfter,
    List<Double> penaltyBefore,
    List<Double> penaltyAfter) {
  /**
   * Checks the name and the lists.
   *
   * @param name such as {@code w[x1]}
   * @param before θ before the step
   * @param lossGradient the slope of the mean loss
   * @param gradient what the optimizer gets
   * @param decayed θ after decoupled decay
   * @param moved θ after the optimizer's step
   * @param after the new weight
   * @param memoryBefore what the optimizer remembered; copied
   * @param memoryAfter what it remembers now; copied
   * @param penaltyBefore what the penalty remembered; copied
   * @param penaltyAfter what it remembers now; copied
   */
  public ExplainedParameter {
    Checks.notNull("name", name);
    memoryBefore = Checks.noneNull("memoryBefore", memoryBefore);
    memoryAfter = Checks.noneNull("memoryAfter", memoryAfter);
    penaltyBefore = Checks.noneNull("penaltyBefore", penaltyBefore);
    penaltyAfter = Checks.noneNull("penaltyAfter", penaltyAfter);
  }

  /**
   * Returns how far the parameter came.
   *
   * @return after − before
   */
  public double change() {
    return after - before;
  }
}
