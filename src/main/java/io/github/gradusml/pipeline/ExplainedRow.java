package io.github.gradusml.pipeline;

import io.github.gradusml.core.Activation;
import io.github.gradusml.data.TargetStandardizer;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.rows.Rows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A row, raw and prepared, and what a pipeline says to it.
 *
 * @param pipeline what predicts
 * @param raw one row, as it was given
 * @param prepared the same row, as the model sees it
 */
record ExplainedRow(Pipeline<?> pipeline, Rows raw, Rows prepared) {
  static ExplainedRow of(Pipeline<?> pipeline, Rows raw, Rows prepared) {
    if (!NetInputTerms.exist(pipeline.model())) {
      throw new IllegalStateException(
          "model must be linear for its net input to be a sum of one term a feature, but has"
              + " layers in which features meet; change a feature of the row and predict again to"
              + " see what it does, or explain a model without hidden layers that was trained on"
              + " the same rows");
    }
    return new ExplainedRow(pipeline, raw, prepared);
  }

  int outputs() {
    return pipeline.model().output().outputs();
  }

  /** The class that the pipeline takes the row for; empty where it tells no classes apart. */
  OptionalInt predictedClass() {
    boolean hasClasses = outputs() > 1 || !Double.isNaN(pipeline.output().cut());
    return hasClasses ? OptionalInt.of(pipeline.classify(raw)[0]) : OptionalInt.empty();
  }

  String className(int ofClass) {
    List<String> names = pipeline.classNames();
    return names.isEmpty() ? "class " + ofClass : names.get(ofClass);
  }

  OptionalDouble probability(int ofClass) {
    try {
      return OptionalDouble.of(pipeline.probabilities(raw)[ofClass]);
    } catch (IllegalStateException e) {
      return OptionalDouble.empty(); // an output alone knows whether it has any
    }
  }

  /**
   * How much a net input larger by 1 adds to a prediction; empty where targets are as they were.
   */
  OptionalDouble unit() {
    boolean isNumber =
        outputs() == 1 && pipeline.model().output().activation().equals(Activation.identity());
    return pipeline.preparation().targets().stream()
        .filter(targets -> isNumber)
        .mapToDouble(TargetStandardizer::scale)
        .findFirst();
  }

  /** Those that speak for a class: of −z where a class is the other one, or the way is back. */
  NetInputTerms terms(int ofClass) {
    NetInputTerms terms = NetInputTerms.of(pipeline.model(), prepared, outputs() > 1 ? ofClass : 0);
    return isOther(ofClass) == isTurned() ? terms : terms.negated();
  }

  /** Whether a class is the one that a single net input speaks against. */
  private boolean isOther(int ofClass) {
    return outputs() == 1 && ofClass == 0;
  }

  /** Whether a calibration makes small probabilities of large net inputs. */
  private boolean isTurned() {
    return pipeline.calibration().filter(c -> c.slope() < 0).isPresent();
  }

  /** What a calibration makes of a net input that speaks for a class. */
  double calibrated(Calibration calibration, int ofClass, double netInput) {
    double z = isOther(ofClass) == isTurned() ? netInput : -netInput;
    return isOther(ofClass) ? -calibration.at(z) : calibration.at(z);
  }

  List<Contribution> contributions(NetInputTerms terms) {
    Map<String, Double> given = given();
    List<Contribution> all = new ArrayList<>();
    for (int at = 0; at < terms.columns().length; at++) {
      String name = pipeline.preparedNames().get(terms.columns()[at]);
      boolean isZero = raw.isSparse() && pipeline.featureNames().contains(name);
      double x = given.getOrDefault(name, isZero ? 0 : Double.NaN);
      all.add(
          new Contribution(name, x, terms.prepared()[at], terms.weights()[at], terms.values()[at]));
    }
    return List.copyOf(all);
  }

  /** The raw numbers by name; of a sparse row those that are not 0. */
  private Map<String, Double> given() {
    Map<String, Double> given = new HashMap<>();
    int[] columns = raw.isSparse() ? raw.indices(0) : IntStream.range(0, raw.columns()).toArray();
    double[] x = raw.isSparse() ? raw.values(0) : raw.row(0);
    for (int at = 0; at < x.length; at++) {
      given.put(pipeline.featureNames().get(columns[at]), x[at]);
    }
    return given;
  }

  int checkedClass(String name, int ofClass) {
    if (predictedClass().isEmpty()) {
      throw new IllegalStateException(
          "model must tell classes apart to be asked for one of them, but predicts a number");
    }
    return Checks.index(name, ofClass, pipeline.output().classes());
  }
}
