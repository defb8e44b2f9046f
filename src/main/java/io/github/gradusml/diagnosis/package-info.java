/**
 * What may be wrong with a training, and what to do about it: all sections of the article.
 *
 * <p>Read {@link io.github.gradusml.diagnosis.Diagnosis} first: it asks every check. What a check
 * is stands in {@link io.github.gradusml.training.Check}; those that cost next to nothing are asked
 * at the end of every training, and live there. The others are here, one small class each, in the
 * lists of {@code DescentChecks} (rates, epochs and penalties), {@code RowsChecks} (columns,
 * classes, their order) and {@code ModelChecks} (units, fit and validation).
 *
 * <pre>{@code
 * TrainingResult<Perceptron> result = trainer.fit(start, train, validation);
 * Diagnosis diagnosis = Diagnosis.of(trainer, result, train, validation);
 * }</pre>
 */
package io.github.gradusml.diagnosis;
