package io.github.gradusml.pipeline;

import io.github.gradusml.core.Model;
import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.FittedPreparation;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.metric.Scores;
import io.github.gradusml.rows.Rows;
import io.github.gradusml.rows.Start;
import io.github.gradusml.training.Trainer;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A trained model with all that is needed to use it: the preparation that was fitted to its
 * training rows, the names of features and classes, and how it was trained.
 *
 * <pre>{@code
 * raw row  →  preparation  →  model: z  →  calibration, if there is one  →  ŷ, in the target's unit
 * }</pre>
 *
 * <p>It predicts raw rows: as they are measured, neither standardized nor selected. What it is
 * given by name, a map or a {@link Dataset}, may have its features in any order, and others
 * besides. Where it was trained on {@linkplain Rows#texts texts}, which a vectorizer makes features
 * of, it predicts texts. A row whose features are so large that a net input of the model is no
 * number is refused, by every method that predicts: it has no prediction.
 *
 * <p>What takes a model and prepared rows elsewhere, such as a confusion matrix or a curve, takes
 * {@link #scores} of a pipeline.
 *
 * <p>A pipeline is immutable, and any number of threads may share it.
 *
 * @param <M> the kind of model
 */
public final class Pipeline<M extends Model<M>> {
  private final Parts<M> parts;
  private final Predictor predictor;

  Pipeline(Parts<M> parts) {
    this.parts = parts;
    this.predictor = new Predictor(parts);
  }

  /**
   * Fits a preparation and trains a model.
   *
   * @param <M> the kind of model
   * @param preparation what to do to rows before the model sees them
   * @param trainer what to train by
   * @param start the model to start from, for prepared rows; or what makes one for as many features
   *     as these have
   * @param train the rows to train on, as they are
   * @return both, fitted to these rows
   * @throws io.github.gradusml.training.TrainingDivergedException if the training diverged
   */
  public static <M extends Model<M>> Pipeline<M> fit(
      Preparation preparation, Trainer trainer, Start<M> start, Dataset train) {
    return fit(preparation, trainer, start, train, null);
  }

  /**
   * Fits a preparation and trains a model, with rows to stop early by.
   *
   * @param <M> the kind of model
   * @param preparation what to do to rows before the model sees them
   * @param trainer what to train by
   * @param start the model to start from, for prepared rows; or what makes one for as many features
   *     as these have
   * @param train the rows to train on, as they are
   * @param validation the rows to measure on, as they are; null for none
   * @return both, fitted to the rows to train on
   * @throws io.github.gradusml.training.TrainingDivergedException if the training diverged
   */
  public static <M extends Model<M>> Pipeline<M> fit(
      Preparation preparation, Trainer trainer, Start<M> start, Dataset train, Dataset validation) {
    return new PipelineTraining(preparation, trainer, train, validation).fit(start);
  }

  /**
   * Goes on with a training of {@link #fit(Preparation, Trainer, Start, Dataset)} that wrote
   * checkpoints, as if there had been no stop: the preparation is fitted to the same rows again,
   * and the model has the same bits.
   *
   * <pre>{@code
   * Trainer trainer = settings.withCheckpoints(file, 5);
   * Pipeline<Perceptron> pipeline =
   *     Files.exists(file)
   *         ? Pipeline.resume(file, Preparation.standardizing(), trainer, start, train)
   *         : Pipeline.fit(Preparation.standardizing(), trainer, start, train);
   * }</pre>
   *
   * @param <M> the kind of model
   * @param checkpoint the file
   * @param preparation what was done to rows before the model saw them
   * @param trainer what to train by
   * @param start the model that the training began with, for prepared rows, or what made it
   * @param train the rows that it trained on, as they are
   * @return the preparation and the model, trained to the end
   * @throws java.io.UncheckedIOException if the file cannot be read
   * @throws IllegalArgumentException if the file is damaged or newer, or the rows once prepared,
   *     the model or the settings are not those of the checkpoint; see {@link Trainer#resume(Path,
   *     Model, Dataset)}
   */
  public static <M extends Model<M>> Pipeline<M> resume(
      Path checkpoint, Preparation preparation, Trainer trainer, Start<M> start, Dataset train) {
    return resume(checkpoint, preparation, trainer, start, train, null);
  }

  /**
   * Goes on with a training of {@link #fit(Preparation, Trainer, Start, Dataset, Dataset)}, which
   * has rows to stop early by.
   *
   * @param <M> the kind of model
   * @param checkpoint the file
   * @param preparation what was done to rows before the model saw them
   * @param trainer what to train by
   * @param start the model that the training began with, for prepared rows, or what made it
   * @param train the rows that it trained on, as they are
   * @param validation the rows that it measured on, as they are; null for none
   * @return the preparation and the model, trained to the end
   * @throws java.io.UncheckedIOException if the file cannot be read
   * @throws IllegalArgumentException as {@link #resume(Path, Preparation, Trainer, Start, Dataset)}
   */
  public static <M extends Model<M>> Pipeline<M> resume(
      Path checkpoint,
      Preparation preparation,
      Trainer trainer,
      Start<M> start,
      Dataset train,
      Dataset validation) {
    return new PipelineTraining(preparation, trainer, train, validation).resume(checkpoint, start);
  }

  /**
   * Puts together what was fitted by hand.
   *
   * @param <M> the kind of model
   * @param preparation what is done to rows before the model sees them
   * @param model the model, for prepared rows
   * @param train rows that are not prepared, for the names of their features and classes and their
   *     credit
   * @return the pipeline
   * @throws IllegalArgumentException if the preparation does not give the features that the model
   *     wants
   */
  public static <M extends Model<M>> Pipeline<M> of(
      FittedPreparation preparation, M model, Dataset train) {
    return PipelineTraining.together(preparation, model, train);
  }

  /**
   * Returns the pipeline with probabilities that are calibrated.
   *
   * @param calibration what makes probabilities of the model's net inputs; where there is one net
   *     input, the class is 1 from a probability of ½ on, and not from a cut that was set before,
   *     which was one of other predictions
   * @return another pipeline
   * @throws IllegalArgumentException if it shifts several net inputs, or targets are standardized
   */
  public Pipeline<M> withCalibration(Calibration calibration) {
    return new Pipeline<>(parts.with(calibration));
  }

  /**
   * Returns the pipeline with another number to tell two classes apart.
   *
   * @param cut from which prediction on a row is of class 1: of a calibrated pipeline, a
   *     probability; finite
   * @return another pipeline
   * @throws IllegalArgumentException if it is not finite, or there are several net inputs
   */
  public Pipeline<M> withCut(double cut) {
    return new Pipeline<>(parts.withCut(cut));
  }

  /**
   * Returns the pipeline with a word on how its model was trained.
   *
   * @param training the summary
   * @return another pipeline
   */
  public Pipeline<M> withTraining(TrainingSummary training) {
    return new Pipeline<>(parts.with(training));
  }

  Parts<M> parts() {
    return parts;
  }

  /**
   * Returns the model; it wants prepared rows.
   *
   * @return the model
   */
  public M model() {
    return parts.model();
  }

  /**
   * Returns what is done to rows before the model sees them.
   *
   * @return the preparation, fitted
   */
  public FittedPreparation preparation() {
    return parts.preparation();
  }

  /**
   * Returns what makes probabilities of the model's net inputs.
   *
   * @return empty where the model's own output does
   */
  public Optional<Calibration> calibration() {
    return Optional.ofNullable(parts.calibration());
  }

  /**
   * Returns what becomes of the net inputs, calibrated ones where there is a calibration.
   *
   * @return the output, whose predictions are in the target's own unit
   */
  public Output output() {
    return predictor.output();
  }

  /**
   * Returns the names of the features before they are prepared.
   *
   * @return as many as a raw row has numbers; none where rows are texts
   */
  public List<String> featureNames() {
    return parts.featureNames();
  }

  /**
   * Returns the names of the features that the model sees.
   *
   * @return as many as the model has features
   */
  public List<String> preparedNames() {
    return parts.preparedNames();
  }

  /**
   * Returns the names of the classes.
   *
   * @return in the order of their numbers; empty where they have none
   */
  public List<String> classNames() {
    return parts.classNames();
  }

  /**
   * Returns where the data come from.
   *
   * @return authors, year, title and licence; empty where nothing was said
   */
  public String credit() {
    return parts.credit();
  }

  /**
   * Returns how the model was trained.
   *
   * @return empty where that is not known
   */
  public Optional<TrainingSummary> training() {
    return Optional.ofNullable(parts.training());
  }

  /**
   * Predicts a row: the number in the target's own unit, or that of its class where there are
   * several outputs.
   *
   * @param x one raw row; length of {@link #featureNames()}, finite
   * @return ŷ
   * @throws IllegalArgumentException if the length differs or a number is not finite; the message
   *     names the feature
   */
  public double predict(double... x) {
    return predictor.predict(x);
  }

  /**
   * Predicts a text, as {@link #predict(double...)} predicts a row.
   *
   * @param text any text
   * @return ŷ
   * @throws IllegalArgumentException if the pipeline was trained on numbers
   */
  public double predict(String text) {
    return predict(RawRows.oneText(text))[0];
  }

  /**
   * Predicts a row, as {@link #predict(double...)}.
   *
   * @param x the numbers by the names of the features, others besides do no harm
   * @return ŷ
   * @throws IllegalArgumentException if one is missing or not finite; the message names the feature
   */
  public double predict(Map<String, ? extends Number> x) {
    return predict(predictor.row(x));
  }

  /**
   * Predicts a sparse row, as {@link #predict(double...)}.
   *
   * @param indices the columns that are not 0, from 0, ascending, each once
   * @param values their numbers, finite, as many
   * @return ŷ
   * @throws IllegalArgumentException if a column is out of order, comes twice or is none of the raw
   *     features, a number is not finite, the lengths differ, or the preparation makes numbers of
   *     zeros
   */
  public double predict(int[] indices, double[] values) {
    return predictor.predict(indices, values);
  }

  /**
   * Predicts many rows, as {@link #predict(double...)}.
   *
   * @param rows n raw rows, with the features in the order of {@link #featureNames()}
   * @return n numbers
   * @throws IllegalArgumentException if the number of columns differs
   */
  public double[] predict(Rows rows) {
    return predictor.predict(rows);
  }

  /**
   * Predicts many rows, as {@link #predict(double...)}.
   *
   * @param data n raw rows, with the features in any order; their targets do not matter
   * @return n numbers
   * @throws IllegalArgumentException if a feature is missing; the message names it
   */
  public double[] predict(Dataset data) {
    return predict(predictor.aligned(data));
  }

  /**
   * Returns the probability of each class for a row.
   *
   * @param x one raw row; length of {@link #featureNames()}, finite
   * @return one number a class, with sum 1
   * @throws IllegalArgumentException if the length differs or a number is not finite
   * @throws IllegalStateException if the predictions are no probabilities
   */
  public double[] probabilities(double... x) {
    return predictor.probabilities(predictor.oneRow(x));
  }

  /**
   * Returns the probability of each class for a row.
   *
   * @param x the numbers by the names of the features, others besides do no harm
   * @return one number a class, with sum 1
   * @throws IllegalArgumentException if one is missing or not finite; the message names the feature
   * @throws IllegalStateException if the predictions are no probabilities
   */
  public double[] probabilities(Map<String, ? extends Number> x) {
    return probabilities(predictor.row(x));
  }

  /**
   * Returns the probability of each class for a text.
   *
   * @param text any text
   * @return one number a class, with sum 1
   * @throws IllegalArgumentException if the pipeline was trained on numbers
   * @throws IllegalStateException if the predictions are no probabilities
   */
  public double[] probabilities(String text) {
    return probabilities(RawRows.oneText(text));
  }

  /**
   * Returns the probability of each class for a sparse row.
   *
   * @param indices as in {@link #predict(int[], double[])}
   * @param values their numbers
   * @return one number a class, with sum 1
   * @throws IllegalArgumentException as there
   * @throws IllegalStateException if the predictions are no probabilities
   */
  public double[] probabilities(int[] indices, double[] values) {
    return probabilities(predictor.oneRow(indices, values));
  }

  /**
   * Returns the probability of each class for many rows.
   *
   * @param rows n raw rows, with the features in the order of {@link #featureNames()}
   * @return n·classes numbers, row after row
   * @throws IllegalArgumentException if the number of columns differs
   * @throws IllegalStateException if the predictions are no probabilities
   */
  public double[] probabilities(Rows rows) {
    return predictor.probabilities(rows);
  }

  /**
   * Returns the probability of each class for many rows.
   *
   * @param data n raw rows, with the features in any order; their targets do not matter
   * @return n·classes numbers, row after row
   * @throws IllegalArgumentException if a feature is missing; the message names it
   * @throws IllegalStateException if the predictions are no probabilities
   */
  public double[] probabilities(Dataset data) {
    return probabilities(predictor.aligned(data));
  }

  /**
   * Returns the number of the class of a row.
   *
   * @param x one raw row; length of {@link #featureNames()}, finite
   * @return from 0
   * @throws IllegalArgumentException if the length differs or a number is not finite
   * @throws IllegalStateException if the model tells no classes apart
   */
  public int classify(double... x) {
    return predictor.classify(predictor.oneRow(x))[0];
  }

  /**
   * Returns the number of the class of a row.
   *
   * @param x the numbers by the names of the features, others besides do no harm
   * @return from 0
   * @throws IllegalArgumentException if one is missing or not finite; the message names the feature
   * @throws IllegalStateException if the model tells no classes apart
   */
  public int classify(Map<String, ? extends Number> x) {
    return classify(predictor.row(x));
  }

  /**
   * Returns the number of the class of a text.
   *
   * @param text any text
   * @return from 0
   * @throws IllegalArgumentException if the pipeline was trained on numbers
   * @throws IllegalStateException if the model tells no classes apart
   */
  public int classify(String text) {
    return classify(RawRows.oneText(text))[0];
  }

  /**
   * Returns the number of the class of a sparse row.
   *
   * @param indices as in {@link #predict(int[], double[])}
   * @param values their numbers
   * @return from 0
   * @throws IllegalArgumentException as there
   * @throws IllegalStateException if the model tells no classes apart
   */
  public int classify(int[] indices, double[] values) {
    return classify(predictor.oneRow(indices, values))[0];
  }

  /**
   * Returns the numbers of the classes of many rows.
   *
   * @param rows n raw rows, with the features in the order of {@link #featureNames()}
   * @return n numbers from 0
   * @throws IllegalArgumentException if the number of columns differs
   * @throws IllegalStateException if the model tells no classes apart
   */
  public int[] classify(Rows rows) {
    return predictor.classify(rows);
  }

  /**
   * Returns the numbers of the classes of many rows.
   *
   * @param data n raw rows, with the features in any order; their targets do not matter
   * @return n numbers from 0
   * @throws IllegalArgumentException if a feature is missing; the message names it
   * @throws IllegalStateException if the model tells no classes apart
   */
  public int[] classify(Dataset data) {
    return classify(predictor.aligned(data));
  }

  /**
   * Returns the name of the class of a row.
   *
   * @param x one raw row; length of {@link #featureNames()}, finite
   * @return one of {@link #classNames()}
   * @throws IllegalArgumentException if the length differs or a number is not finite
   * @throws IllegalStateException if the model tells no classes apart, or they have no names
   */
  public String className(double... x) {
    return parts.className(classify(x));
  }

  /**
   * Returns the name of the class of a row.
   *
   * @param x the numbers by the names of the features, others besides do no harm
   * @return one of {@link #classNames()}
   * @throws IllegalArgumentException if one is missing or not finite; the message names the feature
   * @throws IllegalStateException if the model tells no classes apart, or they have no names
   */
  public String className(Map<String, ? extends Number> x) {
    return parts.className(classify(x));
  }

  /**
   * Says why a linear model predicts what it does for a row: what each feature adds to its net
   * input.
   *
   * @param x one raw row; length of {@link #featureNames()}, finite
   * @return the terms by name; with several net inputs, those of the predicted class
   * @throws IllegalArgumentException if the length differs or a number is not finite
   * @throws IllegalStateException if the model has hidden layers; the message says what to do
   */
  public Explanation explain(double... x) {
    return predictor.explain(this, predictor.oneRow(x));
  }

  /**
   * Says why a linear model predicts what it does for a row, as {@link #explain(double...)}.
   *
   * @param x the numbers by the names of the features, others besides do no harm
   * @return the terms by name; with several net inputs, those of the predicted class
   * @throws IllegalArgumentException if one is missing or not finite; the message names the feature
   * @throws IllegalStateException if the model has hidden layers; the message says what to do
   */
  public Explanation explain(Map<String, ? extends Number> x) {
    return explain(predictor.row(x));
  }

  /**
   * Says why a linear model predicts what it does for a text: what each word, or whatever the
   * vectorizer made of the text, adds to its net input.
   *
   * @param text any text
   * @return the terms by the names of the features that the vectorizer made
   * @throws IllegalArgumentException if the pipeline was trained on numbers
   * @throws IllegalStateException if the model has hidden layers; the message says what to do
   */
  public Explanation explain(String text) {
    return TextExplanation.of(parts, RawRows.oneText(text));
  }

  /**
   * Says why a linear model predicts what it does for a sparse row: the terms of what is not 0 in
   * it, in time proportional to these.
   *
   * @param indices as in {@link #predict(int[], double[])}
   * @param values their numbers
   * @return the terms by name; with several net inputs, those of the predicted class
   * @throws IllegalArgumentException as there
   * @throws IllegalStateException if the model has hidden layers; the message says what to do
   */
  public Explanation explain(int[] indices, double[] values) {
    return predictor.explain(this, predictor.oneRow(indices, values));
  }

  /**
   * Returns the net inputs and predictions of rows beside their targets, all in the targets' own
   * unit: for metrics, curves, matrices and pictures.
   *
   * @param data raw rows, with the features in any order, and their targets
   * @return the scores
   * @throws IllegalArgumentException if a feature is missing, or the classes have other names
   */
  public Scores scores(Dataset data) {
    return predictor.scores(data);
  }

  /**
   * Scores the pipeline on rows that were kept apart.
   *
   * @param metric by what it is judged
   * @param data raw rows, with the features in any order, and their targets
   * @return the number
   * @throws IllegalArgumentException if a feature is missing, or the score has no finite value here
   */
  public double score(Metric metric, Dataset data) {
    return predictor.score(metric, data);
  }

  /**
   * Saves the pipeline as a text file, {@code .json} by custom, that {@link #load} reads in any JVM
   * and a person can read too: everything but the seconds and single updates of its training, and
   * the name of a preparation that has one.
   *
   * <p>The file is written aside and moved into place: whatever happens to the program, there is
   * the old file or the new one. The same pipeline gives the same bytes everywhere.
   *
   * @param file the file; folders that are missing are made, and a file that is there is replaced
   * @throws IllegalArgumentException if a part is one of your own, which no file can hold: a
   *     preparation, model, activation or output; the message says which and what to do
   * @throws java.io.UncheckedIOException if it cannot be written
   */
  public void save(Path file) {
    PipelineFile.save(parts, file);
  }

  /**
   * Writes what {@link #save} saves.
   *
   * @param out where to; neither flushed nor closed
   * @throws IllegalArgumentException if a part is one of your own, as in {@link #save}
   * @throws java.io.UncheckedIOException if writing fails
   */
  public void write(OutputStream out) {
    PipelineFile.write(parts, out);
  }

  /**
   * Loads a pipeline that was saved, by this version of the library or an older one.
   *
   * @param file the file
   * @return the pipeline; its predictions have the same bits as those of the one that was saved
   * @throws IllegalArgumentException if the file is something else, was damaged or changed, is of a
   *     newer version, or holds what no pipeline has; the message says what
   * @throws java.io.UncheckedIOException if the file cannot be read
   */
  public static Pipeline<?> load(Path file) {
    return PipelineFile.load(file);
  }

  /**
   * Loads a pipeline that was saved, of a kind of model that is known before.
   *
   * @param <M> the kind of model
   * @param file the file
   * @param kind its class, such as {@code Perceptron.class}
   * @return the pipeline, as {@link #load(Path)} gives it
   * @throws IllegalArgumentException if the file holds another kind, or as {@link #load(Path)}
   * @throws java.io.UncheckedIOException if the file cannot be read
   */
  public static <M extends Model<M>> Pipeline<M> load(Path file, Class<M> kind) {
    return PipelineFile.load(file, kind);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param in where from; read to its end, not closed
   * @return the pipeline
   * @throws IllegalArgumentException as {@link #load(Path)}
   * @throws java.io.UncheckedIOException if reading fails
   */
  public static Pipeline<?> read(InputStream in) {
    return PipelineFile.read(in);
  }

  /**
   * Reads what {@link #write} wrote, of a kind of model that is known before.
   *
   * @param <M> the kind of model
   * @param in where from; read to its end, not closed
   * @param kind its class, such as {@code Perceptron.class}
   * @return the pipeline
   * @throws IllegalArgumentException as {@link #load(Path, Class)}
   * @throws java.io.UncheckedIOException if reading fails
   */
  public static <M extends Model<M>> Pipeline<M> read(InputStream in, Class<M> kind) {
    return PipelineFile.read(in, kind);
  }

  /**
   * Writes the pipeline as an ONNX model, for programs in other languages: from raw rows to
   * predictions in one graph, whose numbers are all doubles.
   *
   * <pre>{@code
   * features [n, d]  →  prediction [n], net_inputs [n, k] and, of classes, probabilities [n, classes]
   *                     and class [n]
   * }</pre>
   *
   * <p>Class numbers are of type int64, all others doubles. {@code prediction} is what {@link
   * #predict(Rows)} gives, {@code net_inputs} is that of the model, before a calibration; {@code
   * probabilities} and {@code class} are there where this pipeline has them. The names of features
   * and classes, the credit and the settings of the training are in the metadata; lists of texts
   * are JSON.
   *
   * <p>Operators are of version 13 of their set, the file is of version 7 of its format. A program
   * that reads it adds up products in another order, and its exponentials round otherwise, so the
   * last digits differ. Features that are not finite are not refused there.
   *
   * <p>Source: ONNX, Open Neural Network Exchange, https://onnx.ai.
   *
   * @param file the file, in place of one that may be there; folders that are missing are made
   * @throws IllegalArgumentException if a part is one of your own, as in {@link #save}, or the file
   *     would be longer than ONNX allows, 2 GB
   * @throws java.io.UncheckedIOException if it cannot be written; a file that was there is then as
   *     it was
   */
  public void saveOnnx(Path file) {
    OnnxModel.save(parts, file);
  }

  /**
   * Writes what {@link #saveOnnx} saves.
   *
   * @param out where to; neither flushed nor closed
   * @throws IllegalArgumentException as in {@link #saveOnnx}
   * @throws java.io.UncheckedIOException if writing fails
   */
  public void writeOnnx(OutputStream out) {
    OnnxModel.write(parts, out);
  }

  /** Says the preparation and the model. */
  @Override
  public String toString() {
    return parts.toString();
  }
}
