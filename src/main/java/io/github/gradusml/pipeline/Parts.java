package io.github.gradusml.pipeline;

import io.github.gradusml.core.Model;
import io.github.gradusml.core.Output;
import io.github.gradusml.data.FittedPreparation;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.Texts;
import java.util.List;

/**
 * What a pipeline consists of, and what a file of one holds.
 *
 * @param featureNames the names of the features before they are prepared
 * @param preparation what is done to rows before the model sees them
 * @param preparedNames the names of the features after that
 * @param model the model
 * @param calibration what makes probabilities of net inputs; null where the model's own do
 * @param cut from which prediction on a row is of class 1; NaN where the model's own cut decides
 * @param classNames the names of the classes; empty where they have none
 * @param credit where the data come from; empty where nothing was said
 * @param training how it was trained; null where that is not known
 */
record Parts<M extends Model<M>>(
    List<String> featureNames,
    FittedPreparation preparation,
    List<String> preparedNames,
    M model,
    Calibration calibration,
    double cut,
    List<String> classNames,
    String credit,
    TrainingSummary training) {
  Parts {
    Checks.features("what the preparation returned", preparedNames.size(), model.features());
  }

  /** What becomes of net inputs, once they are calibrated. */
  Output output() {
    Output own =
        calibration != null
            ? Calibration.output(model.output())
            : preparation
                .targets()
                .map(targets -> targets.inOriginalUnits(model.output()))
                .orElse(model.output());
    return Double.isNaN(cut) ? own : own.withCut(cut);
  }

  /** The same about a model whose kind is known now. */
  <N extends Model<N>> Parts<N> with(N other) {
    return with(other, calibration, cut, training);
  }

  /** Checks what {@link Pipeline#withCalibration} wants. */
  Parts<M> with(Calibration other) {
    Checks.notNull("calibration", other).check(this);
    return with(model, other, Double.NaN, training);
  }

  /** Checks what {@link Pipeline#withCut} wants. */
  Parts<M> withCut(double other) {
    output().withCut(other);
    return with(model, calibration, other, training);
  }

  Parts<M> with(TrainingSummary other) {
    return with(model, calibration, cut, Checks.notNull("training", other));
  }

  private <N extends Model<N>> Parts<N> with(
      N otherModel, Calibration otherCalibration, double otherCut, TrainingSummary otherTraining) {
    return new Parts<>(
        featureNames,
        preparation,
        preparedNames,
        otherModel,
        otherCalibration,
        otherCut,
        classNames,
        credit,
        otherTraining);
  }

  /** What is left behind the first step of the preparation, which made features of these names. */
  Parts<M> behind(List<String> names, FittedPreparation rest) {
    return new Parts<>(
        names, rest, preparedNames, model, calibration, cut, classNames, credit, training);
  }

  String className(int number) {
    if (classNames.isEmpty()) {
      throw new IllegalStateException(
          "classes must have names to be told by, but have none; withClassNames of the training data"
              + " gives them");
    }
    return classNames.get(number);
  }

  @Override
  public String toString() {
    String text = model.toString();
    String below = text.contains("\n") ? ")\n" + text : ", " + text + ")"; // of a network, a table
    String also = calibration == null ? "" : ", " + calibration;
    return "Pipeline(" + Texts.named(preparation) + also + below;
  }
}
