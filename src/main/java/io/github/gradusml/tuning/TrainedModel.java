package io.github.gradusml.tuning;

import io.github.gradusml.core.Model;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.metric.Scores;
import io.github.gradusml.pipeline.Calibration;
import io.github.gradusml.training.TrainingResult;

/**
 * What came of training on some rows.
 *
 * @param rows the rows
 * @param result of the training
 * @param calibration what makes probabilities of its net inputs; null where the model's own output
 *     does
 */
record TrainedModel<M extends Model<M>>(
    PreparedRows rows, TrainingResult<M> result, Calibration calibration) {
  M model() {
    return result.model();
  }

  /** Net inputs of prepared rows, calibrated where there is a calibration. */
  double[] netInputs(Dataset prepared) {
    double[] z = model().netInputs(prepared.inputs());
    return calibration == null ? z : calibration.apply(z);
  }

  /** What the model makes of prepared rows, in the targets' own unit. */
  Scores scores(Dataset prepared) {
    Scores scores = Scores.of(model(), prepared);
    return calibration == null
        ? rows.preparation().targets().map(scores::inOriginalUnits).orElse(scores)
        : scores.withNetInputs(calibration::apply).withOutput(Calibration.output(model().output()));
  }
}
