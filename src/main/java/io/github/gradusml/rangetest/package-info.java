/**
 * The learning-rate range test: section 4 of the article, on finding a rate.
 *
 * <p>Read {@link io.github.gradusml.rangetest.LearningRateRangeTest}, then {@link
 * io.github.gradusml.rangetest.RangeTestResult}, which reads its curve; then {@link
 * io.github.gradusml.rangetest.AccuracyRangeTest}, Smith's own test for the bounds of a cyclical
 * rate. {@code LineSearch} tries rates in whole trainings, where that is asked for.
 *
 * <pre>{@code
 * RangeTestResult test = LearningRateRangeTest.exponential(trainer).run(model, data);
 * Trainer tuned = trainer.withLearningRate(LearningRate.constant(test.rate()));
 * }</pre>
 */
package io.github.gradusml.rangetest;
