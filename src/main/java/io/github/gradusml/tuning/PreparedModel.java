package io.github.gradusml.tuning;

import io.github.gradusml.core.Model;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.Texts;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.rows.Rows;
import io.github.gradusml.training.TrainingResult;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A trained model, together with the preparation that was fitted to its training rows: both are
 * needed to predict other rows.
 *
 * <p>It predicts as a {@link Model} does, a row or many at a time, from features that are not yet
 * prepared.
 *
 * <p>What takes a model and rows, such as a confusion matrix or a picture, takes {@link #model} and
 * {@code preparation().apply(rows)}. Of rows that are not prepared the model says something, too,
 * and it is wrong without a word.
 *
 * @param <M> the kind of model
 * @param featureNames the names of the features before they are prepared
 * @param preparation what is done to rows before the model sees them
 * @param training the training, which did not diverge
 */
public record PreparedModel<M extends Model<M>>(
    List<String> featureNames, UnaryOperator<Dataset> preparation, TrainingResult<M> training) {
  /**
   * Checks that the training has a model.
   *
   * @param featureNames the names of the features before they are prepared
   * @param preparation what is done to rows before the model sees them
   * @param training the training
   * @throws io.github.gradusml.training.TrainingDivergedException if the training diverged
   */
  public PreparedModel {
    featureNames = Checks.noneNull("featureNames", featureNames);
    Checks.atLeast("featureNames", featureNames.size(), 1);
    Checks.notNull("preparation", preparation);
    Checks.notNull("training", training).model();
  }

  /**
   * Returns the model; it wants prepared rows.
   *
   * @return the model
   */
  public M model() {
    return training.model();
  }

  /**
   * Scores the model on rows that were kept apart.
   *
   * @param metric by what it is judged
   * @param data the rows, not yet prepared
   * @return the number
   * @throws IllegalArgumentException if the score has no finite value here
   */
  public double score(Metric metric, Dataset data) {
    Checks.notNull("metric", metric);
    return Checks.finite(metric.name(), metric.of(model(), prepared(data)));
  }

  /**
   * Predicts rows.
   *
   * @param data the rows, not yet prepared; their targets do not matter
   * @return ŷ for each row
   */
  public double[] predictions(Dataset data) {
    return model().predict(prepared(data).inputs());
  }

  /**
   * Returns the prediction for a row.
   *
   * @param x one row of features, not yet prepared; length of {@link #featureNames()}, finite
   * @return ŷ, as {@link Model#predict(double...)}
   * @throws IllegalArgumentException if {@code x} has another length, or a value that is not finite
   */
  public double predict(double... x) {
    return model().predict(prepared(x))[0];
  }

  /**
   * Returns the probability of each class for a row.
   *
   * @param x one row of features, not yet prepared; length of {@link #featureNames()}, finite
   * @return one number a class, as {@link Model#probabilities(double...)}
   * @throws IllegalArgumentException if {@code x} has another length, or a value that is not finite
   * @throws IllegalStateException if the model's predictions are no probabilities
   */
  public double[] probabilities(double... x) {
    return model().probabilities(prepared(x));
  }

  /**
   * Returns the class of a row.
   *
   * @param x one row of features, not yet prepared; length of {@link #featureNames()}, finite
   * @return the number of the class, as {@link Model#classify(double...)}
   * @throws IllegalArgumentException if {@code x} has another length, or a value that is not finite
   * @throws IllegalStateException if the model tells no classes apart
   */
  public int classify(double... x) {
    return model().classify(prepared(x))[0];
  }

  /**
   * Returns the predictions for many rows.
   *
   * @param rows n rows, not yet prepared
   * @return n numbers
   * @throws IllegalArgumentException if the number of columns differs
   */
  public double[] predict(Rows rows) {
    return model().predict(prepared("rows", rows));
  }

  /**
   * Returns the probability of each class for many rows.
   *
   * @param rows n rows, not yet prepared
   * @return n·classes numbers, row after row
   * @throws IllegalArgumentException if the number of columns differs
   * @throws IllegalStateException if the model's predictions are no probabilities
   */
  public double[] probabilities(Rows rows) {
    return model().probabilities(prepared("rows", rows));
  }

  /**
   * Returns the classes of many rows.
   *
   * @param rows n rows, not yet prepared
   * @return n numbers of classes
   * @throws IllegalArgumentException if the number of columns differs
   * @throws IllegalStateException if the model tells no classes apart
   */
  public int[] classify(Rows rows) {
    return model().classify(prepared("rows", rows));
  }

  private Rows prepared(double... x) {
    Checks.notNull("x", x);
    for (int j = 0; j < x.length; j++) {
      Checks.finite("x[" + j + "]", x[j]);
    }
    return prepared("x", Rows.dense(1, x.length, i -> x));
  }

  /** A preparation may ask for features by their names; the targets are nobody's business. */
  private Rows prepared(String name, Rows rows) {
    int columns = Checks.notNull(name, rows).columns();
    if (columns != featureNames.size()) { // the model itself may have others
      throw new IllegalArgumentException(
          name
              + " must have "
              + Texts.count(featureNames.size(), "feature")
              + ", as there were before the preparation, but has "
              + columns);
    }
    double[][] x = new double[rows.size()][];
    Arrays.setAll(x, rows::row);
    String[] names = featureNames.toArray(String[]::new);
    return prepared(Dataset.of(x, new double[x.length]).withFeatureNames(names)).inputs();
  }

  private Dataset prepared(Dataset data) {
    return Checks.notNull(
        "what the preparation returned", preparation.apply(Checks.notNull("data", data)));
  }

  /** Says the preparation and the model. */
  @Override
  public String toString() {
    String text = model().toString();
    String below = text.contains("\n") ? ")\n" + text : ", " + text + ")"; // of a network, a table
    return "PreparedModel(" + Named.of(preparation) + below;
  }
}
