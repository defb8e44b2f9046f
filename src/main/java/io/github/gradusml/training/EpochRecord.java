package io.github.gradusml.training;

import io.github.gradusml.internal.Checks;
import java.util.Map;

/**
 * What was measured at the end of an epoch, with the weights held still.
 *
 * <pre>{@code
 * dataLoss = 1/n · Σ L(ŷᵢ, yᵢ)        penalty = R(w)        objective = dataLoss + penalty
 * }</pre>
 *
 * <p>{@code runningLoss} is the mean of the losses as the epoch went by, each before its update; it
 * lags behind {@code dataLoss} by about half an epoch, and it is what many other tools report.
 *
 * @param epoch the number of epochs done, from 1
 * @param updates the number of updates done
 * @param dataLoss the mean loss over all training rows, with the weights at the epoch's end
 * @param penalty the penalty on these weights
 * @param runningLoss the mean loss during the epoch
 * @param learningRate the rate of the epoch's last update
 * @param gradientNorm ‖∇J‖₂ over all training rows; with L1, the length of the proximal step of
 *     size 1, which is 0 at the minimum as well
 * @param validationLoss the mean loss over the validation rows; NaN where there are none
 * @param metrics the metrics asked for, in that order: over the validation rows where there are
 *     any, else over the training rows
 * @param seconds the time since training began, or went on from a checkpoint; NaN for the epochs
 *     before that
 */
public record EpochRecord(
    int epoch,
    long updates,
    double dataLoss,
    double penalty,
    double runningLoss,
    double learningRate,
    double gradientNorm,
    double validationLoss,
    Map<String, Double> metrics,
    double seconds) {
  /**
   * Checks that the metrics have names and values.
   *
   * @param epoch the number of the epoch, from 1
   * @param updates the number of updates made so far
   * @param dataLoss the mean loss
   * @param penalty what the regularizer adds
   * @param runningLoss the mean of the losses that the updates were made with
   * @param learningRate the rate of the last update
   * @param gradientNorm the length of the gradient
   * @param validationLoss the mean loss on the validation rows
   * @param metrics the metrics by name
   * @param seconds the time since training began
   */
  public EpochRecord {
    Checks.notNull("metrics", metrics)
        .forEach(
            (name, value) -> {
              Checks.notNull("a name in metrics", name);
              Checks.notNull("a value in metrics", value);
            });
  }

  /**
   * Returns J, what training minimizes.
   *
   * @return data loss + penalty
   */
  public double objective() {
    return dataLoss + penalty;
  }
}
