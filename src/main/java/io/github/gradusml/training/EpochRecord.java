package io.github.gradusml.training;

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
 * @param seconds the time since training began
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
   * Returns J, what training minimizes.
   *
   * @return data loss + penalty
   */
  public double objective() {
    return dataLoss + penalty;
  }
}
