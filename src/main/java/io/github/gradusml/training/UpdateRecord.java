package io.github.gradusml.training;

/**
 * What was seen at an update; recorded with {@link HistoryDetail#UPDATE}.
 *
 * @param update the number of this update, from 1
 * @param epoch the epoch that it belongs to, from 1
 * @param learningRate its rate
 * @param batchLoss the mean loss over its rows, before the step
 * @param gradientNorm ‖∇‖₂ of its rows' mean loss and the smooth part of the penalty, before the
 *     step
 */
public record UpdateRecord(
    long update, int epoch, double learningRate, double batchLoss, double gradientNorm) {}
