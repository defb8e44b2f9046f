/**
 * The training loop and what it tells: every section of the article in one place.
 *
 * <p>Read {@link io.github.gradusml.training.Training} first: its first screen is the loop. {@link
 * io.github.gradusml.training.Trainer} has the settings, and {@link
 * io.github.gradusml.training.EpochRecord} says what is measured after each epoch. Behind the loop,
 * in the sources, {@code Batches} leads to the gradient: {@code BatchGradient} cuts a large batch
 * into parts, {@code LossGradient} takes rows through a model and back, {@code OrderedRows} fetches
 * them, and {@code RowByRow} is the short way for one row an update. {@code WeightPenalty} applies
 * the penalties, and {@code Watch} looks on: {@code Measures} measures, {@code Alarm} notices what
 * goes wrong, {@code Memory} remembers, and {@code EndChecks} asks at the end what may be wrong,
 * after a {@code Rehearsal} on some of the rows: {@link io.github.gradusml.training.Warning}.
 * {@link io.github.gradusml.training.MistakeReport} counts the mistakes of Rosenblatt's rule.
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
