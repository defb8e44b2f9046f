/**
 * Learning rates and their schedules: section 4 of the article, Learning rate.
 *
 * <p>Read {@link io.github.gradusml.rate.LearningRate} first.
 *
 * <pre>{@code
 * LearningRate falling = LearningRate.inverseTime(0.1, 0.01);
 * double later = falling.at(100, 0); // 0.1 / (1 + 0.01·100) = 0.05
 * }</pre>
 */
package io.github.gradusml.rate;
