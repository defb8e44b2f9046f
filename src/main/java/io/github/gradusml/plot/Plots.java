package io.github.gradusml.plot;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Model;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.rangetest.AccuracyRangeResult;
import io.github.gradusml.rangetest.RangeTestResult;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.training.EpochRecord;
import io.github.gradusml.training.TrainingHistory;
import io.github.gradusml.tuning.RegularizationPath;
import io.github.gradusml.tuning.ScoreCurve;
import io.github.gradusml.tuning.SearchResult;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * Pictures of trainings, models and functions.
 *
 * <pre>{@code
 * Plots.loss(result.history()).withLogScale().save(Path.of("loss.png"));
 * }</pre>
 *
 * <p>They are drawn by XChart, which is an optional dependency: who draws adds {@code
 * org.knowm.xchart:xchart}. Without it every method here throws an {@link IllegalStateException}
 * that says so.
 */
public final class Plots {
  private static final double FROM = -5;
  private static final double TO = 5;

  private Plots() {}

  /**
   * Draws the loss of a training over its epochs: on the training rows, without the penalty, and on
   * the validation rows where there are any.
   *
   * <p>Two lines that part tell of a model that fits its training rows too closely.
   *
   * <p>Article: section 3, Weight decay.
   *
   * @param history the history of a training; at least one epoch
   * @return the plot
   * @throws IllegalArgumentException if no epoch was recorded
   */
  public static Plot loss(TrainingHistory history) {
    Checks.notNull("history", history);
    return draw(() -> LossCurves.of(history));
  }

  /**
   * Draws the loss of several trainings over their epochs, to compare them: on the training rows,
   * without the penalty.
   *
   * <p>Article: section 2, Ways to update weights; section 4, Effect of the learning rate.
   *
   * @param trainings the trainings by the names that the legend gives them, in the map's order:
   *     take a {@link java.util.LinkedHashMap}
   * @return the plot
   * @throws IllegalArgumentException if there is no training, or one without an epoch
   */
  public static Plot losses(Map<String, TrainingHistory> trainings) {
    return perEpoch("mean loss", EpochRecord::dataLoss, trainings);
  }

  /**
   * Draws any number of several trainings over their epochs, for instance {@code
   * Plots.perEpoch("gradient norm", EpochRecord::gradientNorm, trainings)}.
   *
   * @param label what the number is, with its unit
   * @param number which number of an epoch
   * @param trainings the trainings by the names that the legend gives them, in the map's order
   * @return the plot
   * @throws IllegalArgumentException if the label is blank, there is no training, or one without an
   *     epoch
   */
  public static Plot perEpoch(
      String label, ToDoubleFunction<EpochRecord> number, Map<String, TrainingHistory> trainings) {
    Checks.notNull("label", label);
    Checks.notNull("number", number);
    Checks.notNull("trainings", trainings);
    return draw(() -> LossCurves.of(label, number, trainings));
  }

  /**
   * Draws learning rates over the epochs of a training, without training.
   *
   * <p>Article: section 4, Learning rate.
   *
   * @param rates the learning rates by the names that the legend gives them, in the map's order
   * @param epochs the number of epochs; at least 1
   * @param updatesPerEpoch the number of updates in each; at least 1
   * @return the plot
   * @throws IllegalArgumentException if there is no rate, or a number is below 1
   */
  public static Plot learningRates(
      Map<String, LearningRate> rates, int epochs, int updatesPerEpoch) {
    Checks.notNull("rates", rates);
    return draw(() -> RateCurves.of(rates, epochs, updatesPerEpoch));
  }

  /**
   * Draws the loss over the rising rate of a range test, with the rates that it suggests and the
   * largest stable rate, where these are known.
   *
   * <p>Article: section 4, Learning rate.
   *
   * @param result what the test found
   * @return the plot
   * @throws IllegalArgumentException if it has no point
   */
  public static Plot rangeTest(RangeTestResult result) {
    Checks.notNull("result", result);
    return draw(() -> RangeCurves.of(result));
  }

  /**
   * Draws the accuracy over the rising rate of a range test, with the bounds that it suggests and
   * the largest stable rate, where these are known.
   *
   * @param result what the test found
   * @return the plot
   * @throws IllegalArgumentException if it has no point
   */
  public static Plot rangeTest(AccuracyRangeResult result) {
    Checks.notNull("result", result);
    return draw(() -> RangeCurves.of(result));
  }

  /**
   * Draws rows of two classes with two features, and where a model draws the line between them: the
   * places where its net input z is 0.
   *
   * <p>The plane is shaded by the class that the model finds there, and rows on the wrong side are
   * ringed. For features in their original units, take {@link
   * io.github.gradusml.data.Standardizer#inOriginalUnits} of a model that was trained on
   * standardized ones.
   *
   * <p>Article: section 1, Perceptron learning.
   *
   * @param model a model of two features
   * @param data rows of two features, with targets 0 and 1 or −1 and 1; its names label the picture
   * @return the plot
   * @throws IllegalArgumentException if there are more or fewer features, or other targets
   */
  public static Plot decisionBoundary(Model<?> model, Dataset data) {
    Checks.notNull("model", model);
    Checks.notNull("data", data);
    return draw(() -> new DecisionBoundary("Decision boundary", model, data));
  }

  /**
   * Draws activation functions and their derivatives for net inputs from −5 to 5.
   *
   * <p>Article: section 1, Perceptron learning.
   *
   * @param activations at least one
   * @return the plot
   * @throws IllegalArgumentException if there is none
   */
  public static Plot activation(Activation... activations) {
    return activation(FROM, TO, activations);
  }

  /**
   * Draws activation functions and their derivatives for net inputs of a range.
   *
   * @param from the smallest net input; finite
   * @param to the largest net input; finite, above {@code from}
   * @param activations at least one
   * @return the plot
   * @throws IllegalArgumentException if there is none, or the range is empty or not finite
   */
  public static Plot activation(double from, double to, Activation... activations) {
    Checks.finite("from", from);
    Checks.finite("to", to);
    if (from >= to) {
      throw new IllegalArgumentException("from must be below to, but was " + from + " and " + to);
    }
    Activation[] copy = Checks.noneNull("activations", activations).toArray(Activation[]::new);
    Checks.atLeast("activations", copy.length, 1);
    return draw(() -> ActivationCurves.of(from, to, copy));
  }

  /**
   * Draws a validation or learning curve: the score on the rows trained on and on those held out,
   * each with a band one standard error wide to either side, and the best point ringed.
   *
   * <p>Article: section 3, Weight decay: a penalty too strong underfits, one too weak overfits.
   *
   * @param curve for instance {@code result.validationCurve("alpha")}
   * @return the plot
   */
  public static Plot scores(ScoreCurve curve) {
    Checks.notNull("curve", curve);
    return draw(() -> ScorePlot.of(curve));
  }

  /**
   * Draws the mean scores of a search over two settings, darker the better. Colors are steps of the
   * standard error of the best, so that cells whose order may be chance look alike; of several
   * cells at one place the best is drawn. A ring marks the best cell, a frame the {@linkplain
   * SearchResult#bestByOneStandardError() simplest near it}, where the search says what is simple.
   *
   * <p>Article: section 3, Grid search parameters.
   *
   * @param result the search
   * @param across the name of the horizontal setting
   * @param up the name of the vertical one
   * @return the plot
   * @throws IllegalArgumentException if there is no such setting, its values are no numbers, or
   *     both are the same
   */
  public static Plot heatMap(SearchResult<?> result, String across, String up) {
    Checks.notNull("result", result);
    Checks.notNull("across", across);
    Checks.notNull("up", up);
    return draw(() -> HeatMap.of(result, across, up));
  }

  /**
   * Draws the weights of a perceptron against the strength of the penalty, and how many are not 0.
   *
   * <p>Article: section 3, Weight decay.
   *
   * @param path the path
   * @return the plot
   * @throws IllegalArgumentException if no alpha is above 0
   */
  public static Plot regularizationPath(RegularizationPath path) {
    Checks.notNull("path", path);
    return draw(() -> new PathPlot("The weights as the penalty on them becomes stronger", path));
  }

  /**
   * Draws the weights of several perceptrons side by side, feature by feature. A weight that is
   * exactly 0 is an open ring.
   *
   * <p>Article: section 3, Weight decay.
   *
   * @param models perceptrons of the same features by the names that the legend gives them, in the
   *     map's order
   * @return the plot
   * @throws IllegalArgumentException if there is none, or they differ in the number of features
   */
  public static Plot weights(Map<String, Perceptron> models) {
    Checks.notNull("models", models);
    return draw(() -> new WeightsPlot("Weights side by side", models));
  }

  /** The one gate to XChart. */
  private static Plot draw(Supplier<Picture> picture) {
    try {
      Class.forName("org.knowm.xchart.XYChart", false, Plots.class.getClassLoader());
      return new Plot(picture.get());
    } catch (ClassNotFoundException | NoClassDefFoundError e) {
      throw new IllegalStateException(
          "plots need XChart, which Gradus does not bring along: add the dependency"
              + " org.knowm.xchart:xchart:4.0.3 (and java.desktop, where the Java is a cut-down"
              + " one)",
          e);
    }
  }
}
