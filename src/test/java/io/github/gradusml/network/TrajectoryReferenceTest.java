package io.github.gradusml.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.gradusml.Reference;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.TrainingResult;
import io.github.gradusml.update.UpdateStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Softmax regression and networks take PyTorch's steps. The files under reference/networks say
 * which calls gave the numbers; {@link ByRule} has the rows and the start.
 */
class TrajectoryReferenceTest {
  /** Sums in another order: some 1e-16 an update, at most 1,800 updates that do not amplify it. */
  private static final double OF_SOFTMAX = 1e-12;

  /** Adam divides by roots of squared gradients, and so amplifies a rounding of a small one. */
  private static final double OF_NETWORKS = 1e-11;

  private static final List<Integer> HIDDEN = List.of(7, 6, 4);
  private static final Regularizer L2 = Regularizer.l2(0.01);

  @ParameterizedTest(name = "batches of {0}, alpha {1}, {2} epochs")
  @CsvSource({
    "1, 0.0, 1", "1, 0.0, 20", "1, 0.01, 1", "1, 0.01, 20",
    "16, 0.0, 1", "16, 0.0, 20", "16, 0.01, 1", "16, 0.01, 20"
  })
  void softmaxRegression(int batch, double alpha, int epochs) {
    Trainer trainer =
        Trainer.minimizing(Loss.crossEntropy())
            .withUpdates(
                batch == 1
                    ? UpdateStrategy.stochastic().withoutShuffling()
                    : UpdateStrategy.miniBatch(batch).withoutShuffling())
            .withRegularizer(alpha == 0 ? Regularizer.none() : Regularizer.l2(alpha))
            .withLearningRate(LearningRate.constant(0.1))
            .withEpochs(epochs);
    assertTrajectory(
        "softmax_regression",
        "batch" + batch + ".alpha" + alpha + ".epochs" + epochs + ".",
        trainer,
        Network.of(ByRule.FEATURES, Output.softmax(3)),
        ByRule.classes(),
        OF_SOFTMAX);
  }

  static Stream<Arguments> networks() {
    Map<String, Activation> activations =
        Map.of(
            "tanh", Activation.tanh(), "relu", Activation.relu(), "sigmoid", Activation.sigmoid());
    List<Arguments> all = new ArrayList<>();
    activations.forEach(
        (name, activation) -> {
          for (int depth = 1; depth <= HIDDEN.size(); depth++) {
            for (String rule : List.of("descent", "momentum", "adam")) {
              all.add(arguments(name, activation, depth, rule));
            }
          }
        });
    return all.stream();
  }

  @ParameterizedTest(name = "{0}, {2} hidden layers, {3}")
  @MethodSource("networks")
  void networksWithASoftmax(String name, Activation activation, int depth, String rule) {
    assertTrajectory(
        name + "_softmax",
        "hidden" + depth + "." + rule + ".",
        trainer(Loss.crossEntropy(), rule),
        deep(activation, depth, Output.softmax(3)),
        ByRule.classes(),
        OF_NETWORKS);
  }

  @ParameterizedTest(name = "{0}, {2} hidden layers, {3}")
  @MethodSource("networks")
  void networksThatPredictANumber(String name, Activation activation, int depth, String rule) {
    assertTrajectory(
        name + "_regression",
        "hidden" + depth + "." + rule + ".",
        trainer(Loss.squaredError(), rule),
        deep(activation, depth, Output.of(Activation.identity())),
        ByRule.numbers(),
        OF_NETWORKS);
  }

  private static Architecture deep(Activation activation, int depth, Output output) {
    Architecture architecture = Network.of(ByRule.FEATURES, output);
    for (int units : HIDDEN.subList(0, depth)) {
      architecture = architecture.withHidden(units, activation);
    }
    return architecture;
  }

  private static Trainer trainer(Loss loss, String rule) {
    Trainer trainer =
        Trainer.minimizing(loss)
            .withUpdates(UpdateStrategy.miniBatch(8).withoutShuffling())
            .withRegularizer(L2)
            .withEpochs(4);
    return switch (rule) {
      case "descent" -> trainer.withLearningRate(LearningRate.constant(0.1));
      case "momentum" ->
          trainer
              .withOptimizer(Optimizer.momentum(0.9))
              .withLearningRate(LearningRate.constant(0.05));
      default ->
          trainer.withOptimizer(Optimizer.adam()).withLearningRate(LearningRate.constant(0.01));
    };
  }

  private static void assertTrajectory(
      String file,
      String prefix,
      Trainer trainer,
      Architecture architecture,
      Dataset data,
      double tolerance) {
    Network start = architecture.withParameters(ByRule.start(architecture.parameters()));
    TrainingResult<Network> result = trainer.fit(start, data);
    Reference reference = Reference.of("networks/" + file);
    double[] expected = reference.array(prefix + "theta");
    double[] theta = result.model().parameters();
    assertEquals(expected.length, theta.length);
    for (int j = 0; j < theta.length; j++) {
      assertEquals(expected[j], theta[j], tolerance, "theta[" + j + "]");
    }
    double loss = result.history().last().dataLoss();
    assertEquals(reference.get(prefix + "loss"), loss, tolerance, "loss");
  }
}
