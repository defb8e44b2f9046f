package io.github.gradusml.rangetest;

/**
 * One point of the curve of a range test.
 *
 * @param learningRate the rate
 * @param loss the loss with it: where all rows are measured, their objective after the update; else
 *     the mean loss of the batch before it
 * @param smoothedLoss the exponential moving average of the losses up to here
 */
public record RangePoint(double learningRate, double loss, double smoothedLoss) {}
