/**
 * The training loop and what it tells: every section of the article in one place.
 *
 * <p>Read {@link io.github.gradusml.training.Trainer} first: its method {@code descend} is the
 * loop. Then {@link io.github.gradusml.training.EpochRecord} says what is measured after each
 * epoch. Behind the loop, {@code Batches} leads to the gradient of a batch and to the rows in their
 * order, {@code WeightPenalty} to the penalties, and {@code TrainingWatch} to all that is noticed.
 *
 * <pre>{@code
 * TrainingResult<Perceptron> result =
 *     Trainer.minimizing(Loss.squaredError())
 *         .withUpdates(UpdateStrategy.stochastic())
 *         .fit(Perceptron.zeros(10, Activation.identity()), data);
 * double[] losses = result.history().losses();
 * }</pre>
 */
package io.github.gradusml.training;
