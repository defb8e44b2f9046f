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

/** Pipelines of every kind of model, preparation, activation and calibration. */
final class OnnxCases {
  static final int FEATURES = 6;

  static final List<Activation> ACTIVATIONS =
      List.of(
          Activation.identity(),
          Activation.step(),
          Activation.sign(),
          Activation.sigmoid(),
          Activation.exponential(),
          Activation.tanh(),
          Activation.relu(),
          Activation.leakyRelu(0.1),
          Activation.elu(1.5),
          Activation.softplus(),
          Activation.silu(),
          Activation.gelu());

  private OnnxCases() {}

  /** Features of different units, as raw rows have them. */
  static Dataset rows(int count, long seed) {
    Random random = new Random(seed);
    double[][] x = new double[count][FEATURES];
    double[] y = new double[count];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < FEATURES; j++) {
        x[i][j] = (random.nextGaussian() + j) * Math.scalb(1.0, j - 4);
      }
      y[i] = 250_000 + 90_000 * random.nextGaussian();
    }
    return Dataset.of(x, y).withFeatureNames("area", "age", "größe", "\"x\"", "a\\b", "y\nz");
  }

  /** By their names. */
  static Map<String, FittedPreparation> preparations(Dataset train) {
    FittedPreparation scaler = Standardizer.fit(train);
    FittedPreparation three = FeatureSelection.of("a\\b", "area", "\"x\"");
    FittedPreparation targets = TargetStandardizer.fit(train);
    Map<String, FittedPreparation> all = new LinkedHashMap<>();
    all.put("none", FittedPreparation.of(List.of()));
    all.put("standardizer", scaler);
    all.put("selection", three);
    all.put("standardizer, selection", scaler.andThen(three));
    all.put("selection, standardizer", three.andThen(Standardizer.fit(three.apply(train))));
    all.put(
        "named",
        new Named.Fitted("both", scaler.andThen(three)).andThen(FeatureSelection.of("area")));
    all.put("targets", targets);
    all.put("targets, standardizer", targets.andThen(scaler));
    return all;
  }

  /** By their names. */
  static Map<String, Model<?>> models(int features) {
    Map<String, Model<?>> all = new LinkedHashMap<>();
    for (Activation activation : ACTIVATIONS) {
      Perceptron start = Perceptron.zeros(features, activation);
      put(all, "perceptron, " + activation, start);
      put(all, "perceptron without bias, " + activation, start.withoutBias());
      Output numbers = start.output().fittedTo(Loss.squaredError(), new double[] {0, 1, 2});
      put(all, "perceptron of numbers, " + activation, start.with(start.parameters(), numbers));
      put(all, "network, " + activation, Network.of(features, Output.of(activation)).zeros());
      put(
          all,
          "rest, " + activation,
          Network.of(features, Output.oneVersusRest(3, activation)).zeros());
      if (!activation.isThreshold()) {
        Architecture one = Network.of(features, Output.of(Activation.identity()));
        put(all, "hidden " + activation, one.withHidden(7, activation).random(1));
        Architecture softmax = Network.of(features, Output.softmax(3));
        put(all, "hidden " + activation + ", softmax", softmax.withHidden(7, activation).random(1));
      }
    }
    put(all, "softmax of 2", Network.of(features, Output.softmax(2)).zeros());
    put(all, "softmax of 3", Network.of(features, Output.softmax(3)).zeros());
    Architecture deep = Network.of(features, Output.softmax(4));
    for (Activation activation : ACTIVATIONS) {
      deep = activation.isThreshold() ? deep : deep.withHidden(5, activation);
    }
    put(all, "hidden layers of all activations", deep.random(1));
    return all;
  }

  private static <M extends Model<M>> void put(Map<String, Model<?>> all, String name, M start) {
    all.put(name, random(start, name.hashCode()));
  }

  /** With weights and biases that are not 0. */
  static <M extends Model<M>> M random(M start, long seed) {
    Random random = new Random(seed);
    double[] theta = start.parameters();
    double size = 1 / Math.sqrt(start.features());
    Arrays.setAll(theta, j -> size * random.nextGaussian());
    return start.withParameters(theta);
  }

  /** Every model with every preparation, with and without a calibration and a cut of its own. */
  static Map<String, Pipeline<?>> all(Dataset train) {
    Map<String, Pipeline<?>> all = new LinkedHashMap<>();
    preparations(train)
        .forEach(
            (prepares, preparation) ->
                models(preparation.apply(train).features())
                    .forEach(
                        (predicts, model) -> {
                          if (preparation.targets().isEmpty() || model.output().outputs() == 1) {
                            String name = prepares + "; " + predicts;
                            variants(pipeline(preparation, model, train))
                                .forEach((v, p) -> all.put(name + v, p));
                          }
                        }));
    return all;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  static Pipeline<?> pipeline(FittedPreparation preparation, Model<?> model, Dataset train) {
    return Pipeline.of(preparation, (Model) model, train);
  }

  private static Map<String, Pipeline<?>> variants(Pipeline<?> plain) {
    Map<String, Pipeline<?>> all = new LinkedHashMap<>();
    all.put("", plain);
    boolean isOne = plain.output().outputs() == 1;
    if (plain.preparation().targets().isEmpty()) {
      Pipeline<?> calibrated = plain.withCalibration(new Calibration(1.7, isOne ? -0.3 : 0));
      all.put("; calibrated", calibrated);
      if (isOne) {
        all.put("; calibrated, cut", calibrated.withCut(0.3));
      }
    }
    if (isOne) {
      all.put("; cut", plain.withCut(plain.preparation().targets().isEmpty() ? 0.25 : 300_000));
    }
    return all;
  }

  /** Numbers of rows that are worth a look: none of the columns is always of one sign. */
  static double[][] matrix(Dataset rows) {
    List<double[]> all = new ArrayList<>();
    for (int i = 0; i < rows.rows(); i++) {
      all.add(rows.row(i));
    }
    return all.toArray(double[][]::new);
  }
}
