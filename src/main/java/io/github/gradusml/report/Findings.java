package io.github.gradusml.report;

import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.metric.Scores;
import io.github.gradusml.pipeline.Pipeline;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the sections of a report are about: a pipeline, rows that were kept apart, and what it says
 * of them.
 *
 * @param pipeline the pipeline
 * @param test the rows, as they are, with the features in the pipeline's order
 * @param prepared the rows as the model sees them
 * @param scores of these rows, in the targets' own unit
 * @param ofClasses whether targets are classes, and not numbers
 * @param hasProbabilities whether it has a probability of each class
 */
record Findings(
    Pipeline<?> pipeline,
    Dataset test,
    Dataset prepared,
    Scores scores,
    boolean ofClasses,
    boolean hasProbabilities) {

  static Findings of(Pipeline<?> pipeline, Dataset data) {
    Dataset test = named(pipeline, data.alignFeatures(pipeline.featureNames()));
    Scores scores = pipeline.scores(test);
    Output output = pipeline.output();
    if (output.outputs() > 1 || learnedClasses(pipeline)) {
      Metric.accuracy().check(output, test); // each target must be that of a class
    }
    boolean isNumber = output.outputs() == 1 && (Double.isNaN(output.cut()) || !areTwo(scores));
    return new Findings(
        pipeline,
        test,
        pipeline.preparation().apply(test),
        scores,
        !isNumber,
        !isNumber && hasProbabilities(output));
  }

  private static Dataset named(Pipeline<?> pipeline, Dataset test) {
    boolean isNamed = !test.classNames().isEmpty() || pipeline.classNames().isEmpty();
    return isNamed ? test : test.withClassNames(pipeline.classNames().toArray(String[]::new));
  }

  /** A cut that a training set, and no later hand. */
  private static boolean learnedClasses(Pipeline<?> pipeline) {
    boolean hasCut = !Double.isNaN(pipeline.model().output().cut());
    return hasCut && (pipeline.training().isPresent() || !pipeline.classNames().isEmpty());
  }

  private static boolean areTwo(Scores scores) {
    int n = scores.rows();
    double low = IntStream.range(0, n).anyMatch(i -> scores.target(i) == 0) ? 0 : -1;
    return IntStream.range(0, n)
        .mapToDouble(scores::target)
        .allMatch(target -> target == low || target == 1);
  }

  private static boolean hasProbabilities(Output output) {
    try {
      output.probabilities(new double[output.outputs()], 0, new double[output.classes()]);
      return true;
    } catch (IllegalStateException e) {
      return false; // it says so in no other way
    }
  }

  int rows() {
    return test.rows();
  }

  /** How many classes there are. */
  int classes() {
    return pipeline.output().classes();
  }

  /** The class of a row. */
  int actual(int row) {
    double target = scores.target(row);
    return classes() == 2 ? target == 1 ? 1 : 0 : (int) target;
  }

  /** What a class is called. */
  String className(int ofClass) {
    List<String> names =
        test.classNames().size() == classes() ? test.classNames() : pipeline.classNames();
    return names.isEmpty() ? "class " + ofClass : Words.name(names.get(ofClass));
  }

  /** The sum of the weights of the rows of each class. */
  double[] rowsOfClasses() {
    double[] sums = new double[classes()];
    for (int i = 0; i < rows(); i++) {
      sums[actual(i)] += scores.weight(i);
    }
    return sums;
  }

  /** Which rows count. */
  int[] counted() {
    return IntStream.range(0, rows()).filter(i -> scores.weight(i) > 0).toArray();
  }

  /** By what it is judged, unless somebody asks for more. */
  List<Metric> metrics() {
    if (!ofClasses) {
      return List.of(Metric.r2(), Metric.rootMeanSquaredError(), Metric.meanAbsoluteError());
    }
    List<Metric> metrics = new ArrayList<>(List.of(Metric.accuracy(), Metric.balancedAccuracy()));
    if (hasProbabilities) {
      if (IntStream.range(0, rows()).noneMatch(i -> scores.target(i) < 0)) {
        metrics.add(Metric.logLoss()); // it takes no target of −1
      }
      metrics.add(Metric.brierScore());
    }
    if (classes() == 2) {
      metrics.add(Metric.rocAuc());
    }
    return metrics;
  }
}
