/**
 * The training loop and what it tells: every section of the article in one place.
 *
 * <p>Read {@link io.github.gradusml.training.Training} first: its first screen is the loop. {@link
 * io.github.gradusml.training.Trainer} has the settings, and {@link
 * io.github.gradusml.training.EpochRecord} says what is measured after each epoch. Behind the loop,
 * in the sources, {@code Batches} leads to the gradient: {@code BatchGradient} cuts a large batch
 * into parts, {@code LossGradient} takes rows through a model and back, {@code OrderedRows} fetches
 * them, and {@code RowByRow} is the short way for one row an update. {@code WeightPenalty} applies
 * the penalties. {@code Parameters} are what an update has at hand: of sparse rows, what these
 * touch, where {@code Rest} finds that all else may rest. And {@code Watch} looks on: {@code
 * Measures} measures, {@code Alarm} notices what goes wrong, {@code Memory} remembers, and {@code
 * EndChecks} asks at the end what may be wrong, after a {@code Rehearsal} on some of the rows: each
 * is a {@link io.github.gradusml.training.Check} that looks at a {@link
 * io.github.gradusml.training.Case} and gives a {@link io.github.gradusml.training.Finding}. {@link
 * io.github.gradusml.training.MistakeReport} counts the mistakes of Rosenblatt's rule.
 *
 * <p>Where a training stands is a {@code Checkpoint}, and what it has gone through its {@code
 * Course}. {@code CheckpointFile} writes one and reads it back: {@code CheckpointFields} has the
 * state, and {@code Origin} what it was begun with. {@code CheckpointPlan} says when, and {@code
 * CheckpointWriter} does it.
 *
 * <pre>{@code
 * TrainingResult<Perceptron> result =
 *     Trainer.minimizing(Loss.squaredError())
 *         .withUpdates(UpdateStrategy.stochastic())
 *         .fit(Perceptron.zeros(10, Activation.identity()), data);
 * double[] losses = result.history().losses();
 * }</pre>
 *
 * <p>One that takes long goes on from its last checkpoint, see {@link
 * io.github.gradusml.training.Trainer#resume(java.nio.file.Path, io.github.gradusml.core.Model,
 * io.github.gradusml.data.Dataset)}:
 *
 * <pre>{@code
 * Trainer trainer = settings.withEpochs(20).withCheckpoints(file, 5);
 * TrainingResult<Perceptron> result =
 *     Files.exists(file) ? trainer.resume(file, start, data) : trainer.fit(start, data);
 * }</pre>
 */
package io.github.gradusml.training;
