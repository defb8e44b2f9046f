package io.github.gradusml.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gradusml.CentralDifference;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.AllFunctions;
import io.github.gradusml.core.AllFunctions.OfPrediction;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.LossOnNetInputs;
import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.Training;
import io.github.gradusml.update.UpdateStrategy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Back-propagation gives the slope of the mean loss along every single weight and bias. */
class NetworkGradientTest {
  private static final int FEATURES = 3;
  private static final int CLASSES = 3;
  private static final int[] HIDDEN = {4, 3, 2};

  private static final int ROWS = 19;

  private static final List<Activation> SMOOTH =
      List.of(
          Activation.identity(),
          Activation.sigmoid(),
          Activation.tanh(),
          Activation.relu(),
          Activation.leakyRelu(0.1),
          Activation.elu(1),
          Activation.softplus(),
          Activation.silu(),
          Activation.gelu(),
          Activation.exponential());

  private record Case(Architecture architecture, OfPrediction loss) {
    @Override
    public String toString() {
      return loss.loss() + " of " + architecture.output() + " on " + architecture.hiddenLayers();
    }
  }

  /** The output with which a loss is most often seen. */
  private static Activation usual(String loss) {
    return switch (loss) {
      case "crossEntropy" -> Activation.sigmoid();
      case "poisson" -> Activation.exponential();
      case "hinge", "squaredHinge", "modifiedHuber", "perceptron" -> Activation.sign();
      default -> Activation.identity();
    };
  }

  private static Architecture architecture(Output output, Activation hidden, int depth) {
    Architecture architecture = Network.of(FEATURES, output);
    for (int units : Arrays.copyOf(HIDDEN, depth)) {
      architecture = architecture.withHidden(units, hidden);
    }
    return architecture;
  }

  /** Every loss, behind its usual output, on hidden layers of every kind, one to three of them. */
  static Stream<Case> oneOutput() {
    List<Case> cases = new ArrayList<>();
    for (Activation hidden : SMOOTH) {
      AllFunctions.losses()
          .forEach(
              loss -> {
                Output output = Output.of(usual(loss.factory()));
                cases.add(new Case(architecture(output, hidden, 1 + cases.size() % 3), loss));
              });
    }
    return cases.stream();
  }

  /** Every loss behind every output that it can be trained with, on a hidden layer of tanh. */
  static Stream<Case> everyPair() {
    List<Case> cases = new ArrayList<>();
    for (Activation top : SMOOTH) {
      AllFunctions.losses()
          .filter(loss -> goesWith(loss.factory(), top))
          .forEach(
              loss ->
                  cases.add(new Case(architecture(Output.of(top), Activation.tanh(), 1), loss)));
    }
    return cases.stream();
  }

  /** Of ReLU, a count may be predicted as 0, whose logarithm has no slope. */
  private static boolean goesWith(String loss, Activation top) {
    return switch (loss) {
      case "crossEntropy" -> top.equals(Activation.sigmoid());
      case "poisson" -> top.lower() >= 0 && !top.equals(Activation.relu());
      default -> true;
    };
  }

  static Stream<Case> softmax() {
    List<Case> cases = new ArrayList<>();
    for (Activation hidden : SMOOTH) {
      for (int depth = 0; depth <= 3; depth++) {
        Architecture architecture = architecture(Output.softmax(CLASSES), hidden, depth);
        AllFunctions.losses()
            .filter(loss -> loss.factory().equals("crossEntropy"))
            .forEach(loss -> cases.add(new Case(architecture, loss)));
      }
    }
    return cases.stream();
  }

  static Stream<Case> oneVersusRest() {
    List<Case> cases = new ArrayList<>();
    for (Activation hidden : SMOOTH) {
      AllFunctions.losses()
          .forEach(
              loss -> {
                Output output = Output.oneVersusRest(CLASSES, usual(loss.factory()));
                cases.add(new Case(architecture(output, hidden, cases.size() % 4), loss));
              });
    }
    return cases.stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("oneOutput")
  void withOneOutput(Case test) {
    assertGradient(test, ROWS);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("everyPair")
  void withEveryPairOfLossAndOutput(Case test) {
    assertGradient(test, ROWS);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("softmax")
  void withASoftmax(Case test) {
    assertGradient(test, ROWS);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("oneVersusRest")
  void withOneVersusRest(Case test) {
    assertGradient(test, ROWS);
  }

  /** 64 rows go through the layers at a time, and some 4,000 are a part of a batch of their own. */
  @ParameterizedTest
  @ValueSource(ints = {1, 64, 65, 150, 5_000})
  void ofAnyNumberOfRows(int rows) {
    AllFunctions.losses()
        .filter(loss -> loss.factory().equals("crossEntropy"))
        .map(loss -> new Case(architecture(Output.softmax(CLASSES), Activation.tanh(), 2), loss))
        .forEach(test -> assertGradient(test, rows));
  }

  /** Rows of uniform numbers and of weights 0 to 3, with targets that the loss takes here. */
  private static Dataset rows(Case test, int n) {
    Random random = new Random(17);
    double[][] x = new double[n][];
    Arrays.setAll(x, i -> random.doubles(FEATURES, -2, 2).toArray());
    double[] targets =
        test.architecture.output().outputs() > 1
            ? new double[] {0, 1, 2}
            : Arrays.stream(test.loss.targets()).filter(y -> Math.abs(y) <= 3).toArray();
    double[] y = new double[n];
    Arrays.setAll(y, i -> targets[i % targets.length]);
    double[] weights = new double[n];
    Arrays.setAll(weights, i -> (i + 1) % 4);
    return Dataset.of(x, y).withWeights(weights);
  }

  private static void assertGradient(Case test, int rows) {
    Dataset data = rows(test, rows);
    Loss loss = test.loss.loss();
    LossOnNetInputs composed = test.architecture.output().compose(loss);
    double[] theta = new Random(5).doubles(test.architecture.parameters(), -0.7, 0.7).toArray();
    Training<Network> training =
        Trainer.minimizing(loss)
            .withUpdates(UpdateStrategy.batch())
            .begin(test.architecture.withParameters(theta), data);
    training.update();
    double[] gradient = training.gradient();
    assertEquals(theta.length, gradient.length);
    for (int j = 0; j < theta.length; j++) {
      int index = j;
      double[] moved = theta.clone();
      CentralDifference.assertSlope(
          value -> {
            moved[index] = value;
            return new Literal(test.architecture, moved).meanLoss(composed, data);
          },
          theta[j],
          gradient[j]);
    }
  }
}
