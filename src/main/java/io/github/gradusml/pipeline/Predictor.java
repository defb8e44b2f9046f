package io.github.gradusml.pipeline;

import io.github.gradusml.core.Model;
import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.FittedPreparation;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.Texts;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.metric.Scores;
import io.github.gradusml.rows.Rows;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The way from raw rows to predictions: prepare, weigh, calibrate, predict. */
final class Predictor {
  private final RawRows raw;
  private final FittedPreparation preparation;
  private final Model<?> model;
  private final List<String> classNames;

  /** Null where there is none. */
  private final Calibration calibration;

  /** What becomes of net inputs, once they are calibrated. */
  private final Output output;

  /** Null where there is no short way. */
  private final OneRow oneRow;

  Predictor(Parts<?> parts) {
    this.preparation = parts.preparation();
    this.model = parts.model();
    this.raw = new RawRows(parts.featureNames(), preparation, model.features());
    this.classNames = parts.classNames();
    this.calibration = parts.calibration();
    this.output = parts.output();
    this.oneRow = OneRow.of(preparation, model);
  }

  Output output() {
    return output;
  }

  double[] row(Map<String, ? extends Number> x) {
    return raw.row(x);
  }

  /** A row that was checked. */
  Rows oneRow(double... x) {
    double[] row = raw.checked(x);
    return Rows.dense(1, row.length, i -> row);
  }

  /** A sparse row that was checked. */
  Rows oneRow(int[] indices, double[] values) {
    return raw.checked(indices, values);
  }

  /** The features of rows in any order, in that of the pipeline. */
  Rows aligned(Dataset data) {
    return raw.aligned(data).inputs();
  }

  double predict(double... x) {
    if (oneRow != null) {
      raw.checkWidth("x", Checks.notNull("x", x).length);
      double z = oneRow.netInput(x);
      if (z - z == 0) { // finite, and so were all features
        return predicted(z);
      }
    }
    return predict(oneRow(x))[0];
  }

  double predict(int[] indices, double[] values) {
    Rows row = oneRow(indices, values);
    if (oneRow != null && oneRow.takesSparse()) {
      double z = oneRow.netInput(row.indices(0), row.values(0));
      if (z - z == 0) {
        return predicted(z);
      }
    }
    return predict(row)[0];
  }

  private double predicted(double z) {
    double[] one = {calibration == null ? z : calibration.at(z)};
    double[] prediction = new double[1];
    output.predict(one, 0, prediction);
    return prediction[0];
  }

  double[] predict(Rows rows) {
    double[] z = netInputs(rows);
    int k = output.outputs();
    double[] all = new double[z.length / k];
    for (int i = 0; i < all.length; i++) {
      if (k == 1) {
        output.predict(z, i, all);
      } else {
        all[i] = output.classify(z, i);
      }
    }
    return all;
  }

  double[] probabilities(Rows rows) {
    double[] z = netInputs(rows);
    double[] all = new double[Checks.length("rows × classes", rows.size(), output.classes())];
    for (int i = 0; i < rows.size(); i++) {
      output.probabilities(z, i, all);
    }
    return all;
  }

  int[] classify(Rows rows) {
    double[] z = netInputs(rows);
    int[] all = new int[rows.size()];
    Arrays.setAll(all, i -> output.classify(z, i));
    return all;
  }

  /** Refuses what is no number: it would pass for class 0. */
  private double[] netInputs(Rows rows) {
    double[] z = model.netInputs(raw.prepared(rows));
    for (int i = 0; i < z.length; i++) {
      if (Double.isNaN(z[i])) {
        throw new IllegalArgumentException(
            "net input of row "
                + i / output.outputs()
                + " must be a number, but was NaN: its features are too large for the weights of the"
                + " model; look for a typing error or another unit in them");
      }
    }
    return calibration == null ? z : calibration.apply(z);
  }

  Scores scores(Dataset data) {
    checkClasses(Checks.notNull("data", data).classNames());
    Scores scores = Scores.of(model, raw.prepared(data));
    Scores own = preparation.targets().map(scores::inOriginalUnits).orElse(scores);
    Scores calibrated = calibration == null ? own : own.withNetInputs(calibration::apply);
    return calibrated.withOutput(output);
  }

  double score(Metric metric, Dataset data) {
    Checks.notNull("metric", metric);
    return Checks.finite(metric.name(), metric.of(scores(data)));
  }

  Explanation explain(Pipeline<?> pipeline, Rows row) {
    netInputs(row); // refused where they are no numbers
    return Explanation.of(ExplainedRow.of(pipeline, row, raw.prepared(row)));
  }

  private void checkClasses(List<String> others) {
    if (!classNames.isEmpty() && !others.isEmpty() && !classNames.equals(others)) {
      throw new IllegalArgumentException(
          "data must have the classes of the model, "
              + Texts.some(classNames)
              + ", but has "
              + Texts.some(others));
    }
  }
}
