package io.github.gradusml.benchmarks;

import java.util.List;

/** Somebody who trains by gradient descent what a workload names; the data are ready. */
interface Contender {
  /** The names of all contenders in the JVM. */
  List<String> NAMES =
      List.of(
          "gradus",
          "gradus after others",
          "gradus 2 threads",
          "textbook",
          "memory",
          "tribuo",
          "encog");

  /**
   * Tells whether a contender does what a workload asks for, and in a time that can be waited for.
   */
  static boolean fits(String name, Workload workload) {
    return switch (name) {
      case "gradus 2 threads" -> workload.batch() > 1;
      case "memory" -> !workload.hasLayers(); // a row is read once for many weights
      case "tribuo" ->
          !workload.hasLayers()
              && workload.batch() < workload.rows(); // keeps a gradient for each row of a batch
      case "encog" ->
          !workload.hasLayers()
              && workload.batch() == 1
              && !workload.shuffled(); // batches end with other weights
      default -> true;
    };
  }

  /**
   * Trains from weights 0, layers from {@link Synthetic#start}, and returns the weights with the
   * biases behind them, layer after layer.
   */
  double[] train();

  static Contender of(String name, Workload workload) {
    Synthetic data = Synthetic.of(workload);
    return switch (name) {
      case "gradus" -> new Gradus(workload, data, 1);
      case "gradus after others" -> {
        Others.train();
        yield new Gradus(workload, data, 1);
      }
      case "gradus 2 threads" -> new Gradus(workload, data, 2);
      case "textbook" ->
          workload.hasLayers()
              ? new TextbookNetwork(workload, data)
              : new Textbook(workload, data, Workload.ALPHA);
      case "textbook without penalty" -> new Textbook(workload, data, 0);
      case "memory" -> new Memory(workload, data);
      case "tribuo" -> new Tribuo(workload, data);
      case "encog" -> new Encog(workload, data);
      default ->
          throw new IllegalArgumentException(
              "contender must be one of " + NAMES + ", but was " + name);
    };
  }
}
