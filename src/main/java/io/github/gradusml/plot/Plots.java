package io.github.gradusml.plot;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Model;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.training.EpochRecord;
import io.github.gradusml.training.TrainingHistory;
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
    Checks.atLeast("activations", activations.length, 1);
    Activation[] copy = activations.clone();
    return draw(() -> ActivationCurves.of(from, to, copy));
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
