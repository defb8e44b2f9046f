package io.github.gradusml.stability;

import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Model;
import io.github.gradusml.core.ParameterBlock;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.List;

/**
 * How a training descends, but for how long its steps are: what decides which learning rates are
 * stable.
 *
 * @param loss what is minimized
 * @param updates which rows an update looks at
 * @param regularizer the penalty on the first block of weights
 * @param optimizer how a gradient becomes a step
 */
public record Descent(
    Loss loss, UpdateStrategy updates, Regularizer regularizer, Optimizer optimizer) {
  /**
   * Checks that nothing is missing.
   *
   * @param loss what is minimized
   * @param updates which rows an update looks at
   * @param regularizer the penalty on the first block of weights
   * @param optimizer how a gradient becomes a step
   */
  public Descent {
    Checks.notNull("loss", loss);
    Checks.notNull("updates", updates);
    Checks.notNull("regularizer", regularizer);
    Checks.notNull("optimizer", optimizer);
  }

  /**
   * Returns the block whose penalty counts: the weights of the first layer.
   *
   * @param model the model
   * @return its first block
   */
  public static ParameterBlock firstWeights(Model<?> model) {
    List<ParameterBlock> blocks =
        Checks.noneNull("blocks", Checks.notNull("model", model).blocks());
    Checks.atLeast("blocks", blocks.size(), 1);
    return blocks.get(0);
  }

  /**
   * Returns the same descent by other updates.
   *
   * @param other which rows an update looks at
   * @return the descent
   */
  public Descent with(UpdateStrategy other) {
    return new Descent(loss, other, regularizer, optimizer);
  }

  /** Whether an update looks at all rows. */
  boolean looksAtAll(int rows) {
    return updates.batchSize(rows) == rows;
  }
}
