package io.github.gradusml.core;

import static io.github.gradusml.Rejected.with;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.AllFunctions.OfNetInput;
import io.github.gradusml.core.AllFunctions.OfPrediction;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.network.Network;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Several outputs, each of which tells its class from the rest, are as many single ones. */
class OneVersusRestTest {
  private static final Output SIGMOIDS = Output.oneVersusRest(3, Activation.sigmoid());
  private static final Dataset IRIS = Standardizer.fit(Datasets.iris()).apply(Datasets.iris());

  /** What stands for "not this class". */
  private static double rest(String loss, Activation activation) {
    return switch (loss) {
      case "hinge", "squaredHinge", "modifiedHuber", "perceptron" -> -1;
      case "crossEntropy", "poisson" -> 0;
      default -> activation.lower() < 0 ? -1 : 0;
    };
  }

  static Stream<Arguments> pairs() {
    return AllFunctions.losses()
        .flatMap(
            loss ->
                AllFunctions.activations()
                    .filter(f -> isAllowed(loss, f))
                    .map(f -> arguments(loss, f)));
  }

  private static boolean isAllowed(OfPrediction loss, OfNetInput f) {
    boolean ofProbabilities = List.of("crossEntropy", "poisson").contains(loss.factory());
    boolean ofMargins = rest(loss.factory(), Activation.sigmoid()) == -1;
    return f.factory().equals("sigmoid")
        || !ofProbabilities && (ofMargins || !f.activation().isThreshold());
  }

  @ParameterizedTest(name = "{0} behind {1}")
  @MethodSource("pairs")
  void lossAndSlopeAreThoseOfTheSingleOnes(OfPrediction loss, OfNetInput f) {
    Activation activation = f.activation();
    ComposedLoss one = loss.loss().compose(activation);
    double rest = rest(loss.factory(), activation);
    LossOnNetInputs all = Output.oneVersusRest(4, activation).compose(loss.loss());
    double[] z = new Random(1).doubles(12, -3, 3).toArray();
    for (int y = 0; y < 4; y++) {
      double sum = 0;
      double[] expected = new double[12];
      for (int u = 0; u < 4; u++) {
        double target = u == y ? 1 : rest;
        sum += one.value(z[4 + u], target);
        expected[4 + u] = one.derivative(z[4 + u], target);
      }
      double[] delta = new double[12];
      all.slope(z, 1, y, delta);
      assertEquals(sum, all.value(z, 1, y));
      assertArrayEquals(expected, delta);
    }
    assertEquals(one.curvature(), all.curvature());
    assertEquals(one.isQuadratic(), all.isQuadratic());
  }

  static Stream<Arguments> trainings() {
    return Stream.of(
        arguments(Loss.crossEntropy(), Activation.sigmoid(), 0),
        arguments(Loss.hinge(), Activation.sign(), -1),
        arguments(Loss.perceptron(), Activation.step(), -1),
        arguments(Loss.squaredError(), Activation.identity(), -1),
        arguments(Loss.squaredError(), Activation.sigmoid(), 0));
  }

  /** Up to rounding: the sums of several units are taken input after input. */
  @ParameterizedTest
  @MethodSource("trainings")
  void aTrainingIsThatOfAsManyPerceptrons(Loss loss, Activation activation, double rest) {
    Trainer trainer =
        Trainer.minimizing(loss)
            .withUpdates(UpdateStrategy.miniBatch(16))
            .withRegularizer(Regularizer.l2(0.01))
            .withLearningRate(LearningRate.constant(0.05))
            .withSeed(3)
            .withEpochs(10)
            .withoutLog();
    Network all =
        trainer.fit(Network.of(4, Output.oneVersusRest(3, activation)).zeros(), IRIS).model();
    for (int u = 0; u < 3; u++) {
      int own = u;
      double[] targets = Arrays.stream(IRIS.targets()).map(y -> y == own ? 1 : rest).toArray();
      Perceptron one =
          trainer.fit(Perceptron.zeros(4, activation), IRIS.withTargets(targets)).model();
      double[] theta = all.perceptron(1, u).parameters();
      // Sums in another order over 100 updates.
      assertArrayEquals(one.parameters(), theta, 1e-13, "class " + u);
    }
  }

  @Test
  void predictionsAreTheActivationsAndProbabilitiesTheirShares() {
    double[] z = {0, 0, 0, -1, 0, 1};
    double[] predictions = new double[6];
    SIGMOIDS.predict(z, 1, predictions);
    double low = Activation.sigmoid().value(-1);
    double high = Activation.sigmoid().value(1);
    assertArrayEquals(new double[] {0, 0, 0, low, 0.5, high}, predictions);
    double[] p = new double[6];
    SIGMOIDS.probabilities(z, 1, p);
    // σ(−1) + ½ + σ(1) is 1.5, to a rounding.
    assertArrayEquals(new double[] {0, 0, 0, low / 1.5, 0.5 / 1.5, high / 1.5}, p, 1e-15);
  }

  @Test
  void whereNoClassIsPossibleAllAreAlike() {
    double[] p = new double[3];
    Output.oneVersusRest(3, Activation.step()).probabilities(new double[] {-1, -2, -3}, 0, p);
    assertArrayEquals(new double[] {1.0 / 3, 1.0 / 3, 1.0 / 3}, p);
  }

  @Test
  void theScoreIsTheNetInputOfTheClassAndTheLogLossThatOfItsProbability() {
    double[] z = {5, 5, 5, -1, 0, 1};
    double[] p = new double[6];
    SIGMOIDS.probabilities(z, 1, p);
    for (int c = 0; c < 3; c++) {
      assertEquals(z[3 + c], SIGMOIDS.score(z, 1, c));
      assertEquals(-StrictMath.log(p[3 + c]), SIGMOIDS.logLoss(z, 1, c), 1e-15); // an ulp or two
    }
    assertEquals(2, SIGMOIDS.classify(z, 1));
    assertEquals(0, SIGMOIDS.classify(z, 0), "the first of equals");
  }

  @Test
  void aClassThatCannotBeHasAnInfiniteLogLoss() {
    Output steps = Output.oneVersusRest(2, Activation.step());
    assertEquals(Double.POSITIVE_INFINITY, steps.logLoss(new double[] {1, -1}, 0, 1));
    assertEquals(0, steps.logLoss(new double[] {1, -1}, 0, 0));
  }

  @Test
  void activationsThatAreNoProbabilitiesAreNotTakenForSuch() {
    Output signs = Output.oneVersusRest(3, Activation.sign());
    String message =
        "activation must have values in [0, 1] for probabilities, but is sign; take"
            + " Activation.sigmoid() with Loss.crossEntropy()";
    for (Executable call :
        List.<Executable>of(
            () -> signs.probabilities(new double[3], 0, new double[3]),
            () -> signs.logLoss(new double[3], 0, 1))) {
      assertEquals(message, assertThrows(IllegalStateException.class, call).getMessage());
    }
  }

  @Test
  void itSaysHowManyClassesAndWhichActivation() {
    assertEquals("one of 3 versus rest, sigmoid", SIGMOIDS.toString());
    assertEquals(Output.oneVersusRest(3, Activation.sigmoid()), SIGMOIDS);
    assertEquals(3, SIGMOIDS.classes());
  }

  /** A loss of durations, say: there is no target of "not this class". */
  private record OfPositive(double least) implements Loss {
    @Override
    public double value(double prediction, double target) {
      return 0;
    }

    @Override
    public double derivative(double prediction, double target) {
      return 0;
    }

    @Override
    public boolean accepts(double target) {
      return target >= least;
    }
  }

  static Stream<Arguments> refusals() {
    String noTargets =
        "loss must take the targets 1 and 0, or 1 and -1, to tell one class from the rest, but was"
            + " OfPositive[least=";
    return Stream.of(
        with(
            "classes must be at least 2, but was 1",
            () -> Output.oneVersusRest(1, Activation.sigmoid())),
        with(noTargets + "0.5]", () -> SIGMOIDS.compose(new OfPositive(0.5))),
        with(noTargets + "1.5]", () -> SIGMOIDS.compose(new OfPositive(1.5))),
        with(
            "activation must have values in [0, 1] for cross-entropy, but was tanh; take"
                + " Activation.sigmoid()",
            () -> Output.oneVersusRest(3, Activation.tanh()).compose(Loss.crossEntropy())),
        with(
            "target of row 2 must be the number of one of 3 classes, whole and from 0 to 2, but"
                + " was -1.0",
            () ->
                Trainer.minimizing(Loss.hinge())
                    .fit(
                        Network.of(1, Output.oneVersusRest(3, Activation.sign())).zeros(),
                        Dataset.of(new double[][] {{1}, {2}, {3}}, new double[] {0, 1, -1}))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusals")
  void nonsenseIsRefused(String message, Executable call) {
    assertEquals(message, Rejected.message(call));
  }
}
