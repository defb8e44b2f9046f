package io.github.gradusml.pipeline;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Model;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.FeatureSelection;
import io.github.gradusml.data.FittedPreparation;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.data.TargetStandardizer;
import io.github.gradusml.network.Architecture;
import io.github.gradusml.network.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Small pipelines of every kind of model, preparation and calibration, with odd numbers in them.
 */
final class SavedPipelines {
  static final List<Activation> ACTIVATIONS =
      Stream.concat(
              OnnxCases.ACTIVATIONS.stream(),
              Stream.of(
                  Activation.leakyRelu(Double.MIN_VALUE),
                  Activation.elu(1),
                  Activation.elu(2.0E-3 / 3)))
          .toList();

  /** Three features, the last two with names that want care. */
  static final Dataset ROWS =
      Dataset.of(
              new double[][] {
                {0.1, 2, -3}, {1.5, -0.25, 4}, {2, 1e-3, 5.5}, {-1, 7, 1.0 / 3}, {0, -0.0, 8}
              },
              new double[] {1, 0, 2, 1, 0})
          .withFeatureNames("plain", "say \"ä\"\n\t😀\\", " ");

  private SavedPipelines() {}

  /** Pipelines by what they are made of. */
  static Map<String, Pipeline<?>> all() {
    Map<String, Pipeline<?>> all = new LinkedHashMap<>();
    preparations()
        .forEach(
            (prepared, preparation) -> {
              int d = preparation.apply(ROWS).features();
              boolean hasNumbers = preparation.targets().isPresent();
              perceptrons(d).forEach((name, model) -> add(all, prepared, preparation, name, model));
              networks(d).stream()
                  .filter(model -> !hasNumbers || model.output().outputs() == 1)
                  .forEach(model -> add(all, prepared, preparation, "" + model, model));
            });
    return all;
  }

  private static <M extends Model<M>> void add(
      Map<String, Pipeline<?>> all,
      String prepared,
      FittedPreparation preparation,
      String name,
      M model) {
    int k = model.output().outputs();
    Pipeline<M> pipeline = Pipeline.of(preparation, model, ROWS);
    all.put(prepared + ", " + name, pipeline);
    if (preparation.targets().isEmpty()) {
      Calibration calibration = new Calibration(1.0 / 3, k == 1 ? -0.7 : 0);
      Pipeline<M> calibrated = pipeline.withCalibration(calibration);
      all.put(prepared + ", " + name + ", calibrated", calibrated);
      if (k == 1) {
        all.put(prepared + ", " + name + ", calibrated and cut", calibrated.withCut(0.3));
      }
    } else {
      all.put(prepared + ", " + name + ", cut", pipeline.withCut(2.5));
    }
  }

  static Map<String, FittedPreparation> preparations() {
    Standardizer scaler = Standardizer.fit(ROWS);
    TargetStandardizer targets = TargetStandardizer.fit(ROWS);
    FeatureSelection two = FeatureSelection.of(" ", "plain");
    Dataset twoRows = two.apply(ROWS);
    Map<String, FittedPreparation> all = new LinkedHashMap<>();
    all.put("none", FittedPreparation.of(List.of()));
    all.put("standardizer", scaler);
    all.put("targets", targets);
    all.put("selection", two);
    all.put("chain", scaler.andThen(two).andThen(Standardizer.fit(twoRows)).andThen(targets));
    all.put("named", new Named.Fitted("mine", scaler.andThen(new Named.Fitted("2", two))));
    all.put("nested", FittedPreparation.of(List.of(scaler.andThen(two), targets)));
    return all;
  }

  private static Map<String, Perceptron> perceptrons(int d) {
    Map<String, Perceptron> all = new LinkedHashMap<>();
    for (Activation activation : ACTIVATIONS) {
      Perceptron model = Perceptron.of(numbers(d, 1), -0.0, activation);
      Output numbers =
          model.output().fittedTo(Loss.squaredError(), new double[] {0, 1, 2}); // without a cut
      all.put(activation + " perceptron", model);
      all.put(activation + " without bias", model.withoutBias());
      all.put(activation + " of numbers", model.with(model.parameters(), numbers));
      all.put(activation + " cut", model.withoutBias().withCut(-1e-310));
    }
    return all;
  }

  private static List<Network> networks(int d) {
    List<Network> all = new ArrayList<>();
    for (Activation activation : ACTIVATIONS) {
      Architecture ovr = Network.of(d, Output.oneVersusRest(3, activation));
      Architecture softmax = Network.of(d, Output.softmax(3));
      Architecture one = Network.of(d, Output.of(activation).withCut(0.1));
      for (Architecture bottom : List.of(ovr, softmax, one)) {
        all.add(filled(bottom));
        if (!activation.isThreshold()) {
          all.add(filled(bottom.withHidden(2, activation)));
          all.add(filled(bottom.withHidden(3, activation).withHidden(1, Activation.tanh())));
        }
      }
    }
    return all;
  }

  private static Network filled(Architecture architecture) {
    return architecture.withParameters(numbers(architecture.parameters(), 2));
  }

  /** Of all sizes, but so that no net input overflows. */
  static double[] numbers(int count, long seed) {
    Random random = new Random(seed);
    double[] numbers = new double[count];
    Arrays.setAll(
        numbers,
        i ->
            switch (i % 5) {
              case 0 -> random.nextGaussian();
              case 1 -> random.nextDouble() * 1e-310;
              case 2 -> random.nextInt(100);
              case 3 -> -0.0;
              default -> (random.nextDouble() - 0.5) * 1e10;
            });
    return numbers;
  }
}
