/**
 * Models that can be used: a preparation, a model and the names of everything in one, which
 * predicts raw rows, can be saved, and says why it predicts what it does. Of the article's section
 * 3 it keeps the advice to standardize the inputs: nobody can forget it later.
 *
 * <p>Read them in this order: {@link io.github.gradusml.pipeline.Preparation} is what is fitted,
 * {@link io.github.gradusml.pipeline.Pipeline} has what came of it, and {@link
 * io.github.gradusml.pipeline.TrainingSummary} says how; {@link
 * io.github.gradusml.pipeline.Explanation} with a {@link io.github.gradusml.pipeline.Contribution}
 * a feature, and {@link io.github.gradusml.pipeline.Calibration}.
 *
 * <p>Inside, {@code Parts} is what a pipeline consists of, and {@code Predictor} the way from a raw
 * row to a prediction. {@code PipelineFile} and the classes whose names end in {@code Fields} are
 * the file, those that begin with {@code Onnx} the graph for other programs.
 *
 * <pre>{@code
 * Perceptron start = Perceptron.zeros(30, Activation.sigmoid());
 * Pipeline<Perceptron> pipeline =
 *     Pipeline.fit(Preparation.standardizing(), trainer, start, train);
 * }</pre>
 */
package io.github.gradusml.pipeline;
