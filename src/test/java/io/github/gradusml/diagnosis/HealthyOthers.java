package io.github.gradusml.diagnosis;

import static io.github.gradusml.diagnosis.HealthyRows.dot;
import static io.github.gradusml.diagnosis.HealthyRows.probability;
import static io.github.gradusml.diagnosis.HealthyRows.size;
import static io.github.gradusml.diagnosis.HealthyRows.weights;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Model;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Split;
import io.github.gradusml.data.TargetStandardizer;
import io.github.gradusml.network.Network;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** Tasks for small networks, and bundled data: those columns that say different things. */
final class HealthyOthers {
  /** None of these is flat on a whole side, so that no unit dies. */
  private static final List<Activation> HIDDEN =
      List.of(Activation.tanh(), Activation.leakyRelu(0.1), Activation.silu(), Activation.tanh());

  private static final String[] CANCER = {
    "texture_mean", "area_mean", "smoothness_mean", "symmetry_mean", "texture_se", "smoothness_se"
  };
  private static final String[] DIABETES = {"age", "sex", "bmi", "bp", "s3_hdl", "s6_glu"};
  private static final String[] IRIS = {"sepal_width_cm", "petal_width_cm"};
  private static final String[] DIGITS = {
    "p13", "p15", "p22", "p26", "p31", "p34", "p42", "p45", "p51", "p54", "p62", "p65"
  };

  private HealthyOthers() {}

  private static Network network(Random random, int d, int hidden, Output output) {
    return Network.of(d, output)
        .withHidden(hidden, HIDDEN.get(random.nextInt(HIDDEN.size())))
        .random(random.nextLong());
  }

  /** What two bent units make, seen through noise. */
  static HealthyTask network(Random random) {
    int d = 2 + random.nextInt(3);
    int hidden = 4 + random.nextInt(4);
    double[] first = weights(random, d, 0, 1.5);
    double[] second = weights(random, d, 0, 1.5);
    ToDoubleFunction<double[]> bent =
        x -> Math.tanh(dot(first, x) + 0.5) + Math.abs(dot(second, x)) - 1;
    boolean areClasses = random.nextBoolean();
    ToDoubleFunction<double[]> target =
        areClasses
            ? x -> random.nextDouble() < probability(2.5 * bent.applyAsDouble(x)) ? 1 : 0
            : x -> bent.applyAsDouble(x) + 0.5 * random.nextGaussian();
    HealthyRows.Pair rows = HealthyRows.of(random, size(random, (d + 2) * hidden + 1), d, target);
    Activation activation = areClasses ? Activation.sigmoid() : Activation.identity();
    return new HealthyTask(
        areClasses ? Loss.crossEntropy() : Loss.squaredError(),
        network(random, d, hidden, Output.of(activation)),
        rows.train(),
        rows.validation(),
        areClasses ? 0.25 : 1,
        areClasses ? 0.15 : 1,
        0);
  }

  static HealthyTask bundled(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> classes(random, Datasets.breastCancer().selectFeatures(CANCER));
      case 1 -> classes(random, iris()).withoutValidation();
      case 2 -> {
        // An adaptive rule moves a weight by about its rate an update: targets must be around 1.
        Dataset raw = Datasets.diabetes().selectFeatures(DIABETES);
        Dataset data = TargetStandardizer.fit(raw).apply(raw);
        Perceptron start = Perceptron.zeros(data.features(), Activation.identity());
        yield task(random, Loss.squaredError(), start, data, 1, 1);
      }
      default -> {
        Dataset data = Datasets.digits().selectFeatures(DIGITS);
        Model<?> start = Network.of(data.features(), Output.softmax(10)).zeros();
        yield task(random, Loss.crossEntropy(), start, data, 0.5, 0.06);
      }
    };
  }

  private static Dataset iris() {
    return Datasets.iris().selectClasses("versicolor", "virginica").selectFeatures(IRIS);
  }

  private static HealthyTask classes(Random random, Dataset data) {
    Perceptron start = Perceptron.zeros(data.features(), Activation.sigmoid());
    return task(random, Loss.crossEntropy(), start, data, 0.25, 0.08);
  }

  private static HealthyTask task(
      Random random, Loss loss, Model<?> start, Dataset data, double steepest, double flattest) {
    double share = data.rows() < 200 ? 0.9 : 0.6 + 0.1 * random.nextDouble();
    Split split =
        data.classNames().isEmpty()
            ? Split.random(data, share, random.nextLong())
            : Split.stratified(data, share, random.nextLong());
    HealthyRows.Pair rows = HealthyRows.Pair.standardized(split.train(), split.test());
    return new HealthyTask(loss, start, rows.train(), rows.validation(), steepest, flattest, 0);
  }
}
