/**
 * Choosing what training itself does not learn: the article's sections 3 and 5, on weight decay and
 * hyperparameters.
 *
 * <p>Read them in this order: {@link io.github.gradusml.tuning.CrossValidation} scores a trainer on
 * rows that it has not seen, or predicts each of them, and {@link
 * io.github.gradusml.tuning.GridSearch} scores any settings of it; {@link
 * io.github.gradusml.tuning.RegularizationPath} and {@link io.github.gradusml.tuning.LearningCurve}
 * show what a penalty and more rows do.
 *
 * <pre>{@code
 * SearchResult<Perceptron> result =
 *     GridSearch.of(
 *             Trainer.minimizing(Loss.crossEntropy()).withEpochs(20),
 *             CrossValidation.stratified(5).withSeed(42),
 *             Metric.logLoss())
 *         .with(
 *             "alpha",
 *             Values.logarithmic(1e-4, 1, 5),
 *             (t, alpha) -> t.withRegularizer(Regularizer.l2(alpha)))
 *         .run(Perceptron.zeros(30, Activation.sigmoid()), train);
 * double best = result.best().number("alpha");
 * }</pre>
 */
package io.github.gradusml.tuning;
