package io.github.gradusml.diagnosis;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Model;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.internal.Texts;
import io.github.gradusml.network.Network;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.stability.Advice;
import io.github.gradusml.training.Case;
import io.github.gradusml.training.TrainingResult;
import io.github.gradusml.training.Verdict;
import java.util.Optional;
import java.util.stream.IntStream;

/** Whether hidden units sit at the ends of a bounded activation, where it is nearly flat. */
final class SaturatedUnitsCheck {
  /** As a share of the way from one end to the other; there a sigmoid has 4% of its slope. */
  private static final double AT_END = 0.01;

  /** A unit that is at an end on so many rows says the same of nearly all. */
  private static final double SHARE_OF_ROWS = 0.9;

  /** Of a layer with fewer such units, the others still learn. */
  private static final double SHARE_OF_UNITS = 0.5;

  private static final double[] SMALLER = {0.3, 0.1, 0.03, 0.01, 0.001};

  private final Case training;

  private SaturatedUnitsCheck(Case training) {
    this.training = training;
  }

  static Verdict verdict(Case training) {
    return HiddenNetInputs.network(training.model())
        .filter(SaturatedUnitsCheck::isAnyBounded)
        .map(network -> new SaturatedUnitsCheck(training).verdict(network))
        .orElse(
            Verdict.notApplicable(
                "the model has no hidden layer of the library's own whose activation has two"
                    + " ends"));
  }

  private static boolean isAnyBounded(Network network) {
    return network.architecture().hiddenLayers().stream()
        .anyMatch(layer -> isBounded(layer.activation()));
  }

  private static boolean isBounded(Activation activation) {
    return Double.isFinite(activation.lower()) && Double.isFinite(activation.upper());
  }

  private Verdict verdict(Network network) {
    return saturated(network, training.sample())
        .map(layer -> Verdict.found(evidence(layer), cure()))
        .orElse(Verdict.clear());
  }

  /** The first layer of which half of the units or more are saturated. */
  private static Optional<HiddenNetInputs> saturated(Network network, Dataset rows) {
    return IntStream.rangeClosed(1, network.architecture().hiddenLayers().size())
        .filter(
            layer -> isBounded(network.architecture().hiddenLayers().get(layer - 1).activation()))
        .mapToObj(layer -> HiddenNetInputs.of(network, layer, rows.inputs()))
        .filter(layer -> count(layer) >= SHARE_OF_UNITS * layer.units())
        .findFirst();
  }

  private static long count(HiddenNetInputs layer) {
    return IntStream.range(0, layer.units())
        .filter(unit -> shareAtEnd(layer, unit) >= SHARE_OF_ROWS)
        .count();
  }

  private static double shareAtEnd(HiddenNetInputs layer, int unit) {
    return layer.share(unit, z -> isAtEnd(layer.activation(), z));
  }

  private static boolean isAtEnd(Activation activation, double z) {
    double a = activation.value(z);
    double margin = AT_END * (activation.upper() - activation.lower());
    return a < activation.lower() + margin || a > activation.upper() - margin;
  }

  private String evidence(HiddenNetInputs layer) {
    double rows =
        IntStream.range(0, layer.units())
            .mapToDouble(unit -> shareAtEnd(layer, unit))
            .average()
            .orElse(0);
    return "of "
        + Texts.count(layer.units(), "unit")
        + " in hidden layer "
        + layer.layer()
        + ", "
        + count(layer)
        + " are within 1% of an end of "
        + layer.activation()
        + " on 90% of the rows or more (a unit is on average on "
        + Texts.percent(rows)
        + "): there it is nearly flat, and hardly any gradient passes.";
  }

  /** Whatever brings the units back: their inputs, their first weights, or shorter steps. */
  private String cure() {
    Model<?> start = training.start();
    Dataset rows = training.sample();
    String standardize = Advice.standardizing(rows, "train");
    String smallStart = "network.architecture().random(1)";
    if (!isSaturated(start, rows)) {
      return slower();
    }
    Dataset standardized = Standardizer.fitAny(rows).apply(rows);
    if (!isSaturated(start, standardized)) {
      return "Standardize the features, on which it was so before the first update: "
          + standardize
          + ".";
    }
    Model<?> drawn = HiddenNetInputs.network(start).orElseThrow().architecture().random(1);
    return isSaturated(drawn, rows)
        ? "Standardize the features, " + standardize + ", and start small, " + smallStart + "."
        : "Start from smaller weights, as it was so before the first update: " + smallStart + ".";
  }

  private static boolean isSaturated(Model<?> model, Dataset rows) {
    return HiddenNetInputs.network(model).flatMap(network -> saturated(network, rows)).isPresent();
  }

  private String slower() {
    double rate = training.largestRate();
    for (double factor : SMALLER) {
      double tried = rounded(rate * factor);
      Optional<TrainingResult<?>> result =
          training.again(trainer -> trainer.withLearningRate(LearningRate.constant(tried)));
      if (result.isPresent() && !isSaturated(result.get().model(), training.sample())) {
        return slower(tried);
      }
    }
    return slower(rounded(rate * SMALLER[SMALLER.length - 1]));
  }

  private static double rounded(double rate) {
    return Math.max(Double.MIN_NORMAL, Double.parseDouble(Texts.number(rate)));
  }

  private static String slower(double rate) {
    return "It was not so before the first update. Take shorter steps:"
        + " withLearningRate(LearningRate.constant("
        + Texts.digits(rate)
        + ")).";
  }
}
