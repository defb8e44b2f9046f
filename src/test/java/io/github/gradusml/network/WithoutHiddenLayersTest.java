package io.github.gradusml.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Layers;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Model;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.ParameterBlock;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.EpochRecord;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.TrainingResult;
import io.github.gradusml.update.UpdateStrategy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Without hidden layers a network has the bits of softmax regression, and, with one output, those
 * of the perceptron.
 */
class WithoutHiddenLayersTest {
  private static final Optimizer PLAIN = Optimizer.gradientDescent();
  private static final List<Regularizer> SPARSE =
      List.of(Regularizer.l1(0.02), Regularizer.elasticNet(0.1, 0.25));

  /** Softmax regression as a user writes it: z = Wᵀ·x + b. θ holds W feature by feature, then b. */
  private record SoftmaxRegression(int features, double[] theta, Output output)
      implements Model<SoftmaxRegression> {
    @Override
    public Layers layers(int rows) {
      return Layers.bias(output.outputs());
    }

    @Override
    public List<ParameterBlock> blocks() {
      int biases = features * output.outputs();
      return List.of(
          new ParameterBlock("weights", 0, biases, true),
          new ParameterBlock("biases", biases, theta.length, false));
    }

    @Override
    public double[] parameters() {
      return theta.clone();
    }

    @Override
    public SoftmaxRegression with(double[] other, Output fitted) {
      return new SoftmaxRegression(features, other.clone(), fitted);
    }
  }

  static Stream<Arguments> settings() {
    List<UpdateStrategy> strategies =
        List.of(
            UpdateStrategy.batch(),
            UpdateStrategy.miniBatch(7),
            UpdateStrategy.miniBatch(16).withoutShuffling(),
            UpdateStrategy.stochastic(),
            UpdateStrategy.stochastic().withoutShuffling());
    List<Regularizer> penalties =
        List.of(
            Regularizer.none(),
            SPARSE.get(0),
            SPARSE.get(1),
            Regularizer.l2(0.1),
            Regularizer.decoupled(0.1));
    List<Optimizer> optimizers = List.of(PLAIN, Optimizer.momentum(0.5), Optimizer.adam());
    List<Arguments> all = new ArrayList<>();
    for (UpdateStrategy strategy : strategies) {
      for (Regularizer penalty : penalties) {
        for (Optimizer optimizer : optimizers) {
          if (PLAIN.equals(optimizer) || !SPARSE.contains(penalty)) { // others are refused
            all.add(arguments(strategy, penalty, optimizer));
          }
        }
      }
    }
    return all.stream();
  }

  private static Trainer trainer(
      Loss loss, UpdateStrategy strategy, Regularizer penalty, Optimizer optimizer) {
    return Trainer.minimizing(loss)
        .withUpdates(strategy)
        .withRegularizer(penalty)
        .withOptimizer(optimizer)
        .withSeed(5)
        .withEpochs(3)
        .withoutLog();
  }

  private static Dataset twoClasses() {
    Dataset three = ByRule.classes();
    return three.withTargets(Arrays.stream(three.targets()).map(y -> Math.min(y, 1)).toArray());
  }

  private static Dataset weighted(Dataset data) {
    double[] weights = new double[data.rows()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = i % 4; // 0, 1, 2, 3
    }
    return data.withWeights(weights);
  }

  @ParameterizedTest(name = "{0}, {1}, {2}")
  @MethodSource("settings")
  void itIsSoftmaxRegression(UpdateStrategy strategy, Regularizer penalty, Optimizer optimizer) {
    Trainer trainer = trainer(Loss.crossEntropy(), strategy, penalty, optimizer);
    Architecture network = Network.of(ByRule.FEATURES, Output.softmax(3));
    double[] theta = ByRule.start(network.parameters());
    SoftmaxRegression plain = new SoftmaxRegression(ByRule.FEATURES, theta, Output.softmax(3));
    for (Dataset data : List.of(ByRule.classes(), weighted(ByRule.classes()))) {
      assertSame(trainer.fit(plain, data), trainer.fit(network.withParameters(theta), data), data);
    }
  }

  /** Both ways on: δ = ŷ − y by row, and the fused pass over single rows. */
  @ParameterizedTest(name = "{0}, {1}, {2}")
  @MethodSource("settings")
  void withOneOutputItIsThePerceptron(
      UpdateStrategy strategy, Regularizer penalty, Optimizer optimizer) {
    Dataset classes = twoClasses();
    assertPerceptron(
        trainer(Loss.crossEntropy(), strategy, penalty, optimizer), Activation.sigmoid(), classes);
    assertPerceptron(
        trainer(Loss.hinge(), strategy, penalty, optimizer),
        Activation.sign(),
        classes.withTargets(-1, 1));
    assertPerceptron(
        trainer(Loss.squaredError(), strategy, penalty, optimizer),
        Activation.tanh(),
        ByRule.numbers());
  }

  private static void assertPerceptron(Trainer trainer, Activation activation, Dataset rows) {
    Architecture network = Network.of(ByRule.FEATURES, Output.of(activation));
    double[] theta = ByRule.start(network.parameters());
    Perceptron perceptron = Perceptron.zeros(ByRule.FEATURES, activation).withParameters(theta);
    for (Dataset data : List.of(rows, weighted(rows))) {
      assertSame(
          trainer.fit(perceptron, data), trainer.fit(network.withParameters(theta), data), data);
    }
  }

  private static void assertSame(
      TrainingResult<?> expected, TrainingResult<Network> actual, Dataset data) {
    assertArrayEquals(expected.model().parameters(), actual.model().parameters());
    assertArrayEquals(
        expected.history().each(EpochRecord::objective),
        actual.history().each(EpochRecord::objective));
    assertArrayEquals(
        expected.model().netInputs(data.inputs()), actual.model().netInputs(data.inputs()));
    assertArrayEquals(
        expected.model().predict(data.inputs()), actual.model().predict(data.inputs()));
    assertEquals(expected.model().output(), actual.model().output(), "with its cut");
  }
}
