/**
 * One step of a training as a worked example: the numbers behind each line of the loop, for all
 * sections of the article.
 *
 * <p>Read {@link io.github.gradusml.step.ExplainedStep} first. It consists of an {@link
 * io.github.gradusml.step.ExplainedRow} for each row, whose {@link
 * io.github.gradusml.step.ExplainedUnit}s are sums of {@link io.github.gradusml.step.Term}s; of an
 * {@link io.github.gradusml.step.ExplainedParameter} for each weight and bias; and of the {@link
 * io.github.gradusml.step.StepObjective} before and after.
 *
 * <p>Inside, {@code Moment} is where a training stands, {@code BatchPass} goes through the rows and
 * {@code UpdateRule} makes the step. The classes whose names end in {@code Page} write it down, and
 * {@code Formula} puts numbers into formulas.
 *
 * <pre>{@code
 * ExplainedStep step = ExplainedStep.ofUpdate(trainer, start, data, 7);
 * String page = step.toText();
 * }</pre>
 */
package io.github.gradusml.step;
