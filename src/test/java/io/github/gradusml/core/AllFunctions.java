package io.github.gradusml.core;

import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Every activation and every loss of the library, with what a test must know of each. */
public final class AllFunctions {
  private static final double[] ANY_TARGET = {-1000, -1, 0, 0.3, 1, 1000};
  private static final double[] CLASSES = {-1, 1};
  private static final double[] PROBABILITIES = {0, 0.25, 1};
  private static final double[] COUNTS = {0, 0.3, 1, 3, 30};

  private AllFunctions() {}

  /** An activation, the factory method that makes it, and where it or its slope has a kink. */
  record OfNetInput(String factory, Activation activation, double... kinks) {
    /** The net inputs to try: of the exponential, those whose value has a finite square. */
    double[] grid() {
      double most = activation.equals(Activation.exponential()) ? 350 : Double.MAX_VALUE;
      return DoubleStream.of(AllFunctions.grid()).filter(z -> z <= most).toArray();
    }

    @Override
    public String toString() {
      return activation.toString();
    }
  }

  /**
   * A loss, its factory, legal targets of every kind, and for a target the predictions at kinks.
   */
  public record OfPrediction(
      String factory, Loss loss, double[] targets, DoubleFunction<double[]> kinks) {
    @Override
    public String toString() {
      return loss.toString();
    }
  }

  static Stream<OfNetInput> activations() {
    return Stream.of(
        new OfNetInput("identity", Activation.identity()),
        new OfNetInput("step", Activation.step(), 0),
        new OfNetInput("sign", Activation.sign(), 0),
        new OfNetInput("sigmoid", Activation.sigmoid()),
        new OfNetInput("exponential", Activation.exponential()),
        new OfNetInput("tanh", Activation.tanh()),
        new OfNetInput("relu", Activation.relu(), 0),
        new OfNetInput("leakyRelu", Activation.leakyRelu(0.01), 0),
        new OfNetInput("elu", Activation.elu(1), 0),
        new OfNetInput("elu", Activation.elu(0.5), 0),
        new OfNetInput("softplus", Activation.softplus()),
        new OfNetInput("silu", Activation.silu()),
        new OfNetInput("gelu", Activation.gelu()));
  }

  public static Stream<OfPrediction> losses() {
    return Stream.of(
        new OfPrediction("squaredError", Loss.squaredError(), ANY_TARGET, y -> at()),
        new OfPrediction("absoluteError", Loss.absoluteError(), ANY_TARGET, y -> at(y)),
        new OfPrediction("huber", Loss.huber(1), ANY_TARGET, y -> at(y - 1, y + 1)),
        new OfPrediction("huber", Loss.huber(0.1), ANY_TARGET, y -> at(y - 0.1, y + 0.1)),
        new OfPrediction("logCosh", Loss.logCosh(), ANY_TARGET, y -> at()),
        new OfPrediction(
            "epsilonInsensitive",
            Loss.epsilonInsensitive(0.1),
            ANY_TARGET,
            y -> at(y - 0.1, y + 0.1)),
        new OfPrediction(
            "squaredEpsilonInsensitive",
            Loss.squaredEpsilonInsensitive(0.1),
            ANY_TARGET,
            y -> at(y - 0.1, y + 0.1)),
        new OfPrediction("quantile", Loss.quantile(0.9), ANY_TARGET, y -> at(y)),
        new OfPrediction("poisson", Loss.poisson(), COUNTS, y -> at()),
        new OfPrediction("crossEntropy", Loss.crossEntropy(), PROBABILITIES, y -> at()),
        new OfPrediction("crossEntropy", Loss.crossEntropy(0.2), PROBABILITIES, y -> at()),
        new OfPrediction("hinge", Loss.hinge(), CLASSES, y -> at(y)),
        new OfPrediction("squaredHinge", Loss.squaredHinge(), CLASSES, y -> at(y)),
        new OfPrediction("modifiedHuber", Loss.modifiedHuber(), CLASSES, y -> at(y, -y)),
        new OfPrediction("perceptron", Loss.perceptron(), CLASSES, y -> at(0)));
  }

  /** 0 and ±(10^(k/50) − 1), k = 1 … 150: from ±0.047 to ±999, denser near 0. */
  static double[] grid() {
    return IntStream.rangeClosed(-150, 150)
        .mapToDouble(k -> Math.signum(k) * (Math.pow(10, Math.abs(k) / 50.0) - 1))
        .toArray();
  }

  /** Whether there is none of the kinks between two points, or at one of them. */
  static boolean isSmooth(double[] kinks, double from, double to) {
    return DoubleStream.of(kinks)
        .noneMatch(kink -> kink >= Math.min(from, to) && kink <= Math.max(from, to));
  }

  private static double[] at(double... predictions) {
    return predictions;
  }
}
