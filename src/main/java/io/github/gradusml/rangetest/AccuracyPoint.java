package io.github.gradusml.rangetest;

/**
 * One point of the curve of a range test that reads accuracy.
 *
 * @param learningRate the rate of the last update before
 * @param accuracy the share of all rows whose class was found after it
 */
public record AccuracyPoint(double learningRate, double accuracy) {}
