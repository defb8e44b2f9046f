package io.github.gradusml.tuning;

/**
 * A training as long as the real one, with a constant rate.
 *
 * @param learningRate the rate
 * @param objective the objective over all rows at the end of the last epoch; infinite where training
 *     diverged
 */
public record Rehearsal(double learningRate, double objective) {}
