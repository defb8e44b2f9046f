package io.github.gradusml.plot;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Model;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.Texts;
import io.github.gradusml.landscape.DescentPath;
import io.github.gradusml.landscape.LossSlice;
import io.github.gradusml.landscape.LossSurface;
import io.github.gradusml.metric.ConfusionMatrix;
import io.github.gradusml.metric.CutCosts;
import io.github.gradusml.metric.PrecisionRecallCurve;
import io.github.gradusml.metric.ReliabilityCurve;
import io.github.gradusml.metric.RocCurve;
import io.github.gradusml.metric.Scores;
import io.github.gradusml.network.Network;
import io.github.gradusml.pipeline.Explanation;
import io.github.gradusml.pipeline.Pipeline;
import io.github.gradusml.rangetest.AccuracyRangeResult;
import io.github.gradusml.rangetest.RangeTestResult;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.training.EpochRecord;
import io.github.gradusml.training.TrainingHistory;
import io.github.gradusml.training.UpdateRecord;
import io.github.gradusml.tuning.RegularizationPath;
import io.github.gradusml.tuning.ScoreCurve;
import io.github.gradusml.tuning.SearchResult;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Pictures of trainings, models and functions.
 *
 * <pre>{@code
 * Plots.loss(result.history()).withLogScale().save(Path.of("loss.png"));
 * }</pre>
 *
 * <p>A {@link Plot} is saved as PNG or SVG, or shown in a window. What it draws stands still: later
 * changes of a map or an array that was handed in are not seen.
 */
public final class Plots {
  private static final double FROM = -5;
  private static final double TO = 5;
  private static final int MOST_UPDATES = 10_000_000;

  private Plots() {}

  /**
   * Draws the loss of a training over its epochs: on the training rows, without the penalty, and on
   * the validation rows where there are any.
   *
   * <p><img src="doc-files/loss.svg" width="640" alt="Loss over the epochs: the line of the
   * training rows falls, that of the validation rows turns upward">
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
    return new Plot(LossCurves.of(history));
  }

  /**
   * Draws the loss of several trainings over their epochs, to compare them: on the training rows,
   * without the penalty.
   *
   * <p><img src="doc-files/losses.svg" width="640" alt="Loss over the epochs of batch, mini-batch
   * and stochastic updates">
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
    noneNull("trainings", trainings);
    return new Plot(LossCurves.perEpoch(label, number, trainings));
  }

  /**
   * Draws any number of each update of several trainings, for instance {@code
   * Plots.perUpdate("batch loss", UpdateRecord::batchLoss, trainings)}.
   *
   * <p><img src="doc-files/updates.svg" width="640" alt="Loss of the rows of each update: the fewer
   * rows, the more it jumps">
   *
   * <p>Article: section 2, Ways to update weights: the loss of a small batch jumps up and down.
   *
   * @param label what the number is, with its unit
   * @param number which number of an update
   * @param trainings trainings {@linkplain io.github.gradusml.training.Trainer#withHistory with a
   *     history} of updates by the names that the legend gives them, in the map's order
   * @return the plot
   * @throws IllegalArgumentException if the label is blank, there is no training, or one without an
   *     update
   */
  public static Plot perUpdate(
      String label, ToDoubleFunction<UpdateRecord> number, Map<String, TrainingHistory> trainings) {
    Checks.notNull("label", label);
    Checks.notNull("number", number);
    noneNull("trainings", trainings);
    return new Plot(LossCurves.perUpdate(label, number, trainings));
  }

  /**
   * Draws learning rates over the epochs of a training, without training.
   *
   * <p><img src="doc-files/rates.svg" width="640" alt="Three learning rates over the epochs:
   * falling in steps, cyclical, with warm restarts">
   *
   * <p>Article: section 4, Learning rate.
   *
   * @param rates the learning rates by the names that the legend gives them, in the map's order
   * @param epochs the number of epochs; at least 1
   * @param updatesPerEpoch the number of updates in each; at least 1, and ten million in all at
   *     most
   * @return the plot
   * @throws IllegalArgumentException if there is no rate, a number is below 1, or there are more
   *     updates
   */
  public static Plot learningRates(
      Map<String, LearningRate> rates, int epochs, int updatesPerEpoch) {
    noneNull("rates", rates);
    if ((long) epochs * updatesPerEpoch > MOST_UPDATES) {
      throw new IllegalArgumentException(
          "epochs × updatesPerEpoch must be at most "
              + MOST_UPDATES
              + " to be drawn, but was "
              + epochs
              + " × "
              + updatesPerEpoch);
    }
    return new Plot(RateCurves.of(rates, epochs, updatesPerEpoch));
  }

  /**
   * Draws the loss over the rising rate of a range test, with the rates that it suggests and the
   * largest stable rate, where these are known.
   *
   * <p><img src="doc-files/range-test.svg" width="640" alt="Loss over the learning rate: level,
   * falling, level, exploding; with rates marked on it">
   *
   * <p>Article: section 4, Learning rate.
   *
   * @param result what the test found
   * @return the plot
   * @throws IllegalArgumentException if it has no point
   */
  public static Plot rangeTest(RangeTestResult result) {
    Checks.notNull("result", result);
    return new Plot(RangePlot.of(result));
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
    return new Plot(RangePlot.of(result));
  }

  /**
   * Draws rows of two or more classes with two features, and where a model draws the lines between
   * them: the places where its net input z is 0, or wherever else it cuts; of several net inputs,
   * the places where the two largest are equal.
   *
   * <p><img src="doc-files/boundary.svg" width="640" alt="Two kinds of iris in a plane, the line
   * between them, and rings around six on the wrong side">
   *
   * <p><img src="doc-files/boundaries.svg" width="640" alt="Three kinds of iris in a plane, the
   * lines between them, and rings around those taken for another kind">
   *
   * <p>The plane is shaded by the class that the model finds there. Rows on the wrong side lie on
   * top of others at the same place, and are ringed; if they are more than 400, the picture says
   * how many instead. Of a million rows those are drawn that it can show; all are counted, but for
   * those of weight 0, which are left out. For features in their original units, take {@link
   * io.github.gradusml.data.Standardizer#inOriginalUnits} of a perceptron that was trained on
   * standardized ones. Standardized features keep their names; {@link Dataset#withFeatureNames}
   * says what they are.
   *
   * <p>Ten classes differ in color, fifty in color and mark.
   *
   * <p>Article: section 1, Perceptron learning.
   *
   * @param model a model of two features
   * @param data rows of two features, with targets 0 and 1 or −1 and 1; of a model with several
   *     outputs, with the numbers of its classes; its names label the picture
   * @return the plot
   * @throws IllegalArgumentException if there are more or fewer features, other targets, or a net
   *     input is not a number
   * @throws IllegalStateException if the model was trained on targets of more than two kinds and
   *     has one output
   */
  public static Plot decisionBoundary(Model<?> model, Dataset data) {
    Checks.notNull("model", model);
    Checks.notNull("data", data);
    return new Plot(new DecisionBoundary(model, data));
  }

  /**
   * Draws whether a line separates the rows of two classes with two features, and why: the line of
   * the largest margin that was found, with the rows nearest to it, or else the rows that rule
   * every line out.
   *
   * <p><img src="doc-files/separable.svg" width="640" alt="Two kinds of iris, a line between them,
   * and dashed lines to both sides through the rows nearest to it">
   *
   * <p><img src="doc-files/not-separable.svg" width="640" alt="XOR: the lines between opposite
   * corners cross in the middle">
   *
   * <p>On the dashed lines |z| is the margin of {@link
   * io.github.gradusml.stability.Separability#margin()}, with (w, b) of length 1; rows on them are
   * ringed. Where no line is possible, the ringed rows are those of the {@linkplain
   * io.github.gradusml.stability.Separability#certificate() certificate}: the place that is marked
   * is a mean of those of either class, and so lies on both sides of any line that separates them.
   * Where neither is proven, the rows alone are drawn.
   *
   * <p>Rows of weight 0 are left out. The search takes up to a second or two.
   *
   * <p>Article: section 1, Perceptron learning.
   *
   * @param data rows of two features, with targets 0 and 1 or −1 and 1; its names label the picture
   * @return the plot
   * @throws IllegalArgumentException if there are more or fewer features, other targets, or rows of
   *     one class alone
   */
  public static Plot separability(Dataset data) {
    return new Plot(new SeparabilityPlot(Checks.notNull("data", data)));
  }

  /**
   * Draws what the units of the first hidden layer of a network make of a plane: the line of each
   * where its net input z is 0, with an arrow to the side where z is above 0, and its number.
   *
   * <p><img src="doc-files/hidden-units.svg" width="640" alt="Two classes in the corners of a
   * square, and the dashed lines of four hidden units of which their border is put together">
   *
   * <p>Below lie the regions, rows and borders of {@link #decisionBoundary}: the lines are what
   * these are put together from. With tanh and with sigmoid a unit is undecided on its line, with
   * ReLU it is 0 on one side. Units whose line does not cross the picture are counted in a caption;
   * of more than 24 the numbers are left out.
   *
   * <p>Article: section 3, which advises a larger network.
   *
   * @param network a network of two features, with at least one hidden layer
   * @param data rows as of {@link #decisionBoundary}
   * @return the plot
   * @throws IllegalArgumentException if there is no hidden layer, there are more or fewer features,
   *     or other targets, or a net input is not a number
   * @throws IllegalStateException if the network was trained on targets of more than two kinds and
   *     has one output
   */
  public static Plot hiddenUnits(Network network, Dataset data) {
    Checks.notNull("network", network);
    Checks.notNull("data", data);
    return new Plot(new HiddenUnitsPlot(network, data));
  }

  /**
   * Draws how sure a model is of what: for each class the rows that are of it, each at the
   * probability that the model gives to this class, the true one.
   *
   * <p><img src="doc-files/probabilities.svg" width="640" alt="A strip for each kind of iris: most
   * rows are piled up at the right end, some lie between, and the wrong ones are at the left">
   *
   * <p>Rows that are taken for their class are blue disks, others orange squares; the share that is
   * right stands beside each class. A class whose rows lie at the right end is easy. A wrong row
   * near the middle is a close call; one at the left end is a mistake of which the model is sure,
   * or a label that is wrong. Where there are too many rows for a mark each, the height of a pile
   * grows with the logarithm of their number.
   *
   * <p>Shares count rows by their weights; rows of weight 0 are left out.
   *
   * @param model a model with probabilities: of one output from 0 to 1, or of several
   * @param data rows as the model wants them, with targets 0 and 1 or −1 and 1; of a model with
   *     several outputs, with the numbers of its classes
   * @return the plot
   * @throws IllegalArgumentException if there are more or fewer features, other targets, or a net
   *     input is not a number
   * @throws IllegalStateException if the model's predictions are no probabilities
   */
  public static Plot probabilities(Model<?> model, Dataset data) {
    Checks.notNull("model", model);
    Checks.notNull("data", data);
    return new Plot(new ProbabilitiesPlot(model, data));
  }

  /**
   * Draws how often each class was taken for which, as a table: a row for each actual class, a
   * column for each predicted one.
   *
   * <p><img src="doc-files/confusion.svg" width="640" alt="A table of ten digits by ten, blue on
   * the diagonal, with a few orange cells beside it">
   *
   * <p>What is right lies on the diagonal, in blue; what is wrong is orange. A cell is the darker
   * the larger its share of its row, and empty where there is none; in it stand the number of rows,
   * or the sum of their weights, and its share, as far as there is room.
   *
   * @param matrix the counts
   * @return the plot
   */
  public static Plot confusionMatrix(ConfusionMatrix matrix) {
    Checks.notNull("matrix", matrix);
    return new Plot(new ConfusionPlot(matrix));
  }

  /**
   * Draws ROC curves: the share of the rows of a class that are found, against the share of the
   * others that are taken for it, wherever one cuts.
   *
   * <p><img src="doc-files/roc.svg" width="640" alt="The ROC curve of a model of breast cancer far
   * above the diagonal, with six thresholds along it">
   *
   * <p>The diagonal is what chance gets. Thresholds stand at a few points, spread along each curve;
   * those that would cover another are left out, as are infinite ones.
   *
   * @param curves at least one, by the names that the legend gives them beside the areas, in the
   *     map's order
   * @return the plot
   * @throws IllegalArgumentException if there is none
   */
  public static Plot rocCurves(Map<String, RocCurve> curves) {
    noneNull("curves", curves);
    return new Plot(ThresholdCurves.roc(curves));
  }

  /**
   * Draws the precision against the recall of a class, wherever one cuts: as steps, whose area is
   * the average precision.
   *
   * <p><img src="doc-files/precision-recall.svg" width="640" alt="Precision near 1 up to a recall
   * of 0.9 for two models, then falling">
   *
   * <p>What chance gets, the share of the class among all rows, is a dotted line if it is the same
   * for all curves. Thresholds stand at a few points as in {@link #rocCurves}.
   *
   * @param curves at least one, by the names that the legend gives them beside the average
   *     precisions, in the map's order
   * @return the plot
   * @throws IllegalArgumentException if there is none
   */
  public static Plot precisionRecallCurves(Map<String, PrecisionRecallCurve> curves) {
    noneNull("curves", curves);
    return new Plot(ThresholdCurves.precisionRecall(curves));
  }

  /**
   * Draws whether probabilities mean what they say: the share of the rows that are of a class
   * against the probability that they were given.
   *
   * <p><img src="doc-files/reliability.svg" width="640" alt="A curve of probabilities that are too
   * sure, flatter than the diagonal, and one along it after calibration; bars below count the
   * rows">
   *
   * <p>Points on the diagonal are right. A curve flatter than it tells of a model that is too sure,
   * a steeper one of a model that is not sure enough; one below it promises the class too often.
   * Error bars reach two standard errors up and down: where one does not meet the diagonal, chance
   * alone is no good excuse. Below, the share of the rows in each bin.
   *
   * @param curves at least one, by the names that the legend gives them beside the expected
   *     calibration errors, in the map's order; for instance before and after calibration, or one a
   *     class
   * @return the plot
   * @throws IllegalArgumentException if there is none
   */
  public static Plot reliability(Map<String, ReliabilityCurve> curves) {
    noneNull("curves", curves);
    return new Plot(ReliabilityPlot.of(curves));
  }

  /**
   * Draws what mistakes cost wherever one cuts between two classes, with marks at the usual cut, at
   * the one that is cheapest on these rows and, for probabilities, at the one that is cheapest if
   * they are right.
   *
   * <p><img src="doc-files/costs.svg" width="640" alt="The mean cost of a row as steps: high where
   * no tumor is found, lowest at a cut of about 0.1, higher again at the usual cut of one half">
   *
   * @param costs the costs by cut
   * @return the plot
   */
  public static Plot costs(CutCosts costs) {
    Checks.notNull("costs", costs);
    return new Plot(new CostPlot(costs));
  }

  /**
   * Draws the predictions of a model of numbers over their targets, and the line on which the two
   * are the same: how large errors are, and where.
   *
   * <p><img src="doc-files/predictions.svg" width="640" alt="A cloud of points along the diagonal,
   * flatter than it">
   *
   * <p>Both axes have the same ends. Rows of weight 0 are left out, and predictions of ±∞ lie
   * beyond the picture.
   *
   * @param scores of rows whose targets are numbers
   * @return the plot
   */
  public static Plot predictions(Scores scores) {
    Checks.notNull("scores", scores);
    return new Plot(new PredictionsPlot(scores));
  }

  /**
   * Draws rows of numbers as small images of pixels, each with its name above it: what a row of a
   * picture looks like, or what the weights of a unit look for.
   *
   * <p><img src="doc-files/images.svg" width="640" alt="The weights of ten classes of digits as
   * images of 8 × 8 pixels, blue where a dark pixel speaks for the digit, orange where it speaks
   * against">
   *
   * <p>If no number is below 0, 0 is white and the largest of all dark. Else 0 is white, what is
   * above is blue and what is below orange, the darker the further from 0. One scale holds for all
   * images, and a bar shows it.
   *
   * @param imageWidth how many numbers are side by side; at least 1
   * @param images the numbers by their names, row after row of an image from its upper left corner
   *     on, finite, each image as many; drawn in the map's order; a million numbers at most
   * @return the plot
   * @throws IllegalArgumentException if there is no image, {@code imageWidth < 1}, an image has no
   *     numbers or not whole rows of them or not as many as the first, a number is not finite, or
   *     there are too many
   */
  public static Plot images(int imageWidth, Map<String, double[]> images) {
    noneNull("images", images);
    return new Plot(new ImagesPlot(imageWidth, images));
  }

  /**
   * Draws activation functions and their derivatives for net inputs from −5 to 5.
   *
   * <p><img src="doc-files/activation.svg" width="640" alt="Sigmoid, tanh and ReLU over the net
   * input, their derivatives dashed">
   *
   * <p>Article: section 1, Perceptron learning.
   *
   * @param activations at least one; a legend calls them by their {@code toString}
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
   * @param activations at least one; a legend calls them by their {@code toString}
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
    return new Plot(ActivationCurves.of(from, to, copy));
  }

  /**
   * Draws a validation or learning curve: the score on the rows trained on and on those held out,
   * each with a band one standard error wide to either side, and the best point ringed.
   *
   * <p><img src="doc-files/scores.svg" width="640" alt="Log loss against alpha on training and
   * validation rows, with bands">
   *
   * <p>Article: section 3, Weight decay: a penalty too strong underfits, one too weak overfits.
   *
   * @param curve for instance {@code result.validationCurve("alpha")}
   * @return the plot
   */
  public static Plot scores(ScoreCurve curve) {
    Checks.notNull("curve", curve);
    return new Plot(new ScorePlot(curve));
  }

  /**
   * Draws the mean scores of a search over two settings as a table, darker the better: a column for
   * each value of the one, a row for each of the other, a number in each cell that has room. A
   * place that was not tried is empty; of several cells at one place the best is drawn.
   *
   * <p><img src="doc-files/heat-map.svg" width="640" alt="A table of log losses by alpha and
   * learning rate, the best cell framed">
   *
   * <p>Colors are steps of the standard error of the best, so that cells whose order may be chance
   * look alike. A frame is around the best cell, a dashed one around the {@linkplain
   * SearchResult#bestByOneStandardError() simplest near it}, where the search says what is simple.
   * A search over more than sixteen values of a setting is drawn as squares in a plane.
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
    return new Plot(new HeatMap(result, across, up));
  }

  /**
   * Draws the weights of a perceptron against the strength of the penalty, and how many are not 0;
   * of more than a thousand features those with the largest weights.
   *
   * <p><img src="doc-files/path.svg" width="640" alt="Ten weights against alpha: one after the
   * other becomes 0">
   *
   * <p>Article: section 3, Weight decay.
   *
   * @param path the path
   * @return the plot
   * @throws IllegalArgumentException if no alpha is above 0; one that is 0 has no place in it
   */
  public static Plot regularizationPath(RegularizationPath path) {
    Checks.notNull("path", path);
    return new Plot(new PathPlot(path));
  }

  /**
   * Draws the weights of several perceptrons side by side, feature by feature. A weight that is
   * exactly 0 is an open ring. Where there are more weights than pixels, a stem reaches as far as
   * any of those at its place.
   *
   * <p><img src="doc-files/weights.svg" width="640" alt="Thirty weights without penalty and with
   * L1, many of these exactly 0">
   *
   * <p>Article: section 3, Weight decay.
   *
   * @param models perceptrons of the same features by the names that the legend gives them, in the
   *     map's order
   * @return the plot
   * @throws IllegalArgumentException if there is none, or they differ in the number of features
   */
  public static Plot weights(Map<String, Perceptron> models) {
    noneNull("models", models);
    return new Plot(new WeightsPlot(models));
  }

  /**
   * Draws which features a perceptron weighs most: the ten largest weights above 0 and the ten
   * largest below it, each with its name, and says how many weights are exactly 0.
   *
   * <p><img src="doc-files/largest-weights.svg" width="640" alt="Bars to either side of 0, each
   * with the name of a feature">
   *
   * <p>Weights can be compared where features are scaled alike, as standardized ones are, and
   * words. They are those of the model itself, before any calibration.
   *
   * <p>Article: section 3, Weight decay.
   *
   * @param pipeline a perceptron with the names of its features
   * @return the plot
   */
  public static Plot largestWeights(Pipeline<Perceptron> pipeline) {
    return new Plot(new LargestWeightsPlot(Checks.notNull("pipeline", pipeline)));
  }

  /**
   * Draws why a linear model predicts what it does for a row: a bar for each of the ten largest
   * terms of the net input, what all others come to, the bias, and the net input.
   *
   * <p><img src="doc-files/contributions.svg" width="640" alt="Bars to either side of 0, each with
   * the name and the value of a feature, and their sum">
   *
   * <p>Article: section 1, Perceptron learning: the net input is a weighted sum.
   *
   * @param explanation for instance {@code pipeline.explain(row)}
   * @return the plot
   * @throws IllegalArgumentException if a term or the net input is not finite
   */
  public static Plot contributions(Explanation explanation) {
    return new Plot(new ContributionsPlot(Checks.notNull("explanation", explanation)));
  }

  /**
   * Draws the ground over two parameters by its contours, and the ways that trainings went on it.
   *
   * <p><img src="doc-files/surface.svg" width="640" alt="Contours around a minimum, a smooth path
   * of batch descent, one that wobbles and one that wanders, all from the same start">
   *
   * <p>Each contour joins places of one height; light is low. A path crosses the contours at right
   * angles where a step goes straight down and the axes have the same scale. Its end has a disk;
   * the steps of short paths have small ones.
   *
   * <p>Article: section 2, Ways to update weights.
   *
   * @param surface the ground
   * @param paths the paths by the names that the legend gives them, in the map's order; may be none
   * @return the plot
   * @throws IllegalArgumentException if a path is of another objective than the surface, or the
   *     surface is finite nowhere
   */
  public static Plot surface(LossSurface surface, Map<String, DescentPath> paths) {
    Checks.notNull("surface", surface);
    noneNull("paths", paths);
    return new Plot(new SurfacePlot(surface, paths));
  }

  /**
   * Draws why L1 makes zeros: the contours of the mean loss over two weights, and all weights whose
   * penalty is no larger than that of the optimum: with L1 a diamond, with L2 a circle.
   *
   * <p><img src="doc-files/penalty-shape.svg" width="640" alt="The contours of a loss touch a
   * diamond at its corner, where one of two weights is 0">
   *
   * <p>The optimum of loss and penalty together is where a contour of the loss touches that shape:
   * inside, no loss is as low. A diamond is touched at a corner again and again, a circle hardly
   * ever where a weight is 0.
   *
   * <p>Article: section 3, Weight decay.
   *
   * @param surface the objective with its penalty; the range of both weights should hold 0
   * @param optimum a model that was trained to the minimum of the objective
   * @return the plot
   * @throws IllegalArgumentException if the penalty of the optimum is not above 0, the model has
   *     more or fewer parameters than the objective, or the loss is finite nowhere
   */
  public static Plot penaltyShape(LossSurface surface, Model<?> optimum) {
    Checks.notNull("surface", surface);
    Checks.notNull("optimum", optimum);
    return new Plot(new PenaltyPlot(surface, optimum));
  }

  /**
   * Draws the objective along straight lines through the parameters of models.
   *
   * <p><img src="doc-files/slices.svg" width="640" alt="The objective from a start to a trained
   * network and beyond: it falls, is lowest at the trained one, and rises">
   *
   * <p>What is beside the lines is not seen.
   *
   * <p>Article: section 4, Learning rate: local and global optima.
   *
   * @param slices at least one, by the names that the legend gives them, in the map's order
   * @return the plot
   * @throws IllegalArgumentException if there is none, or none is finite anywhere
   */
  public static Plot slices(Map<String, LossSlice> slices) {
    noneNull("slices", slices);
    return new Plot(SlicePlot.of(slices));
  }

  /**
   * Puts several plots on one sheet, row by row.
   *
   * <p><img src="doc-files/sheet.svg" width="960" alt="The losses of two trainings side by side,
   * with the same range">
   *
   * <p>{@link Plot#withTitle} sets the line above them all. {@link Plot#withVerticalRange}, {@link
   * Plot#withHorizontalRange} and {@link Plot#withLogScale} of the sheet hold for each plot on it,
   * so that they can be compared; where one cannot have them, an error names it. A size that was
   * set of a plot is not that of its place on the sheet.
   *
   * @param columns how many stand side by side; at least 1
   * @param plots at least one, at most 16 side by side in 20 rows
   * @return the sheet
   * @throws IllegalArgumentException if there are too few or too many
   */
  public static Plot sheet(int columns, Plot... plots) {
    Checks.atLeast("columns", columns, 1);
    List<Plot> parts = Checks.noneNull("plots", plots);
    Checks.atLeast("plots", parts.size(), 1);
    return new Plot(
        view ->
            new Sheet(
                view.titleOr(""),
                Math.min(columns, parts.size()),
                parts.stream().map(part -> part.partOf(view)).toList()));
  }

  private static void noneNull(String name, Map<String, ?> map) {
    Checks.notNull(name, map)
        .forEach(
            (key, value) -> {
              Checks.notNull("a name in " + name, key);
              Checks.notNull(name + ".get(" + Texts.quoted(key) + ")", value);
            });
  }
}
