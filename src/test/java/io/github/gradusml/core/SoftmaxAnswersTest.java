package io.github.gradusml.core;

import static io.github.gradusml.Rejected.with;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.network.Network;
import io.github.gradusml.training.Trainer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a softmax answers beside probabilities, which targets it takes, and what it refuses. */
class SoftmaxAnswersTest {
  private static final Output THREE = Output.softmax(3);

  /** Three rows, of which the middle one is asked. */
  private static final double[] ROWS = {9, 9, 9, 0, 1, 2, 7, 7, 7};

  @Test
  void aRowIsReadAndWrittenAtItsOwnPlaceAlone() {
    double[] alone = new double[3];
    THREE.predict(new double[] {0, 1, 2}, 0, alone);
    double[] p = new double[9];
    THREE.predict(ROWS, 1, p);
    assertArrayEquals(new double[] {0, 0, 0, alone[0], alone[1], alone[2], 0, 0, 0}, p);
    LossOnNetInputs loss = THREE.compose(Loss.crossEntropy(0.1));
    double[] slope = new double[3];
    loss.slope(new double[] {0, 1, 2}, 0, 1, slope);
    double[] delta = new double[9];
    loss.slope(ROWS, 1, 1, delta);
    assertArrayEquals(new double[] {0, 0, 0, slope[0], slope[1], slope[2], 0, 0, 0}, delta);
    assertEquals(loss.value(new double[] {0, 1, 2}, 0, 1), loss.value(ROWS, 1, 1));
  }

  @Test
  void aFarClassThatWasNotTheRowsCostsItsWholeDistance() {
    double[] z = {1e300, 0, -1e300};
    LossOnNetInputs loss = THREE.compose(Loss.crossEntropy());
    assertEquals(2e300, loss.value(z, 0, 2));
    double[] delta = new double[3];
    loss.slope(z, 0, 2, delta);
    assertArrayEquals(new double[] {1, 0, -1}, delta);
  }

  @Test
  void theProbabilitiesAreThePredictions() {
    double[] p = new double[9];
    THREE.probabilities(ROWS, 1, p);
    double[] predictions = new double[9];
    THREE.predict(ROWS, 1, predictions);
    assertArrayEquals(predictions, p);
  }

  /** ln(p/(1 − p)), p by the exponentials themselves. */
  @Test
  void theScoreIsTheLogOfTheOdds() {
    double sum = 1 + Math.E + Math.E * Math.E;
    for (int c = 0; c < 3; c++) {
      double p = StrictMath.exp(c) / sum;
      // A few roundings of numbers around 1.
      assertEquals(StrictMath.log(p / (1 - p)), THREE.score(ROWS, 1, c), 1e-15 * 8);
    }
  }

  /** Where p rounds to 0 or 1, rows are still told apart. */
  @Test
  void theScoreGoesOnWhereProbabilitiesEnd() {
    assertEquals(800, Output.softmax(2).score(new double[] {0, -800}, 0, 0));
    assertEquals(-800, Output.softmax(2).score(new double[] {0, -800}, 0, 1));
    assertEquals(1e300, Output.softmax(2).score(new double[] {1e300, 0}, 0, 0));
    // Of three, the other two count as one: ln 2 less.
    double expected = 800 - StrictMath.log(2);
    assertEquals(expected, THREE.score(new double[] {-800, 0, -800}, 0, 1), Math.ulp(800.0));
  }

  @Test
  void theLogLossIsTheCrossEntropyOfTheClass() {
    LossOnNetInputs loss = THREE.compose(Loss.crossEntropy());
    double[] z = {0, -50, 3};
    for (int c = 0; c < 3; c++) {
      assertEquals(loss.value(z, 0, c), THREE.logLoss(z, 0, c));
    }
    assertEquals(1e300, THREE.logLoss(new double[] {1e300, 0, 0}, 0, 1), "where p is 0");
  }

  /** So is that of one sigmoid, though p is 0 or 1 from |z| = 800 on, and so of φ in general. */
  @Test
  void theLogLossOfOneOutputKeepsItsDigits() {
    Output sigmoid = Output.of(Activation.sigmoid());
    double[] z = {0, 800, -800};
    assertEquals(StrictMath.log(2), sigmoid.logLoss(z, 0, 1), 1e-15); // an ulp or two
    assertEquals(800, sigmoid.logLoss(z, 1, 0));
    assertEquals(800, sigmoid.logLoss(z, 2, 1));
    assertEquals(0, sigmoid.logLoss(z, 1, 1));
    Output step = Output.of(Activation.step());
    assertEquals(0, step.logLoss(z, 1, 1));
    assertEquals(Double.POSITIVE_INFINITY, step.logLoss(z, 1, 0));
    assertEquals(
        "ofClass must be from 0 to 1, but was 2", outOfBounds(() -> step.logLoss(z, 0, 2)));
  }

  @Test
  void thereIsNoFourthClass() {
    for (int c : new int[] {-1, 3}) {
      String message = "ofClass must be from 0 to 2, but was " + c;
      assertEquals(message, outOfBounds(() -> THREE.score(ROWS, 1, c)));
      assertEquals(message, outOfBounds(() -> THREE.logLoss(ROWS, 1, c)));
    }
  }

  private static String outOfBounds(Executable call) {
    return assertThrows(IndexOutOfBoundsException.class, call).getMessage();
  }

  @Test
  void theLargestNetInputIsTakenAndTheFirstOfEquals() {
    assertEquals(2, THREE.classify(ROWS, 1));
    assertEquals(0, THREE.classify(ROWS, 2));
    assertEquals(3, THREE.classes());
  }

  @Test
  void twoAreEqualIfTheyHaveAsManyClassesAndSayHowMany() {
    assertEquals(Output.softmax(3), THREE);
    assertFalse(Output.softmax(4).equals(THREE));
    assertEquals("softmax(3)", THREE.toString());
    assertEquals(Activation.identity(), THREE.activation());
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, -0.5, 0.5, 2.5, 3, 1e300, Double.NaN, Double.POSITIVE_INFINITY})
  void aTargetIsTheNumberOfAClass(double target) {
    assertFalse(THREE.accepts(Loss.crossEntropy(), target));
    assertTrue(THREE.accepts(Loss.crossEntropy(), 0));
    assertTrue(THREE.accepts(Loss.crossEntropy(), -0.0));
    assertTrue(THREE.accepts(Loss.crossEntropy(), 2));
  }

  static Stream<Arguments> badTargets() {
    return Stream.of("-1.0", "2.5")
        .map(
            target ->
                with(
                    "target of row 1 must be the number of one of 3 classes, whole and from 0 to"
                        + " 2, but was "
                        + target,
                    () -> train(0, Double.parseDouble(target), 2)));
  }

  @Test
  void aClassTooManyIsToldHowManyThereAre() {
    assertEquals(
        "target of row 1 must be the number of one of 3 classes, whole and from 0 to 2, but was 3.0;"
            + " for all 4 classes take an output of as many, such as Output.softmax(4)",
        Rejected.message(() -> train(0, 3, 2)));
  }

  @Test
  void classesNumberedFrom1AreToldHowToBeginAt0() {
    assertEquals(
        "target of row 2 must be the number of one of 3 classes, whole and from 0 to 2, but was"
            + " 3.0; classes are numbered from 0: take 1 from each target by Dataset.withTargets,"
            + " or read the file by CsvReader.classTarget, which numbers them",
        Rejected.message(() -> train(1, 2, 3)));
    assertEquals(
        "target of row 0 must be the number of one of 3 classes, whole and from 0 to 2, but was"
            + " -1.0; Dataset.withTargets(0, 1) sets the targets of two classes",
        Rejected.message(() -> train(-1, 1, 1)));
  }

  private static void train(double... targets) {
    Dataset data = Dataset.of(new double[][] {{1}, {2}, {3}}, targets);
    Trainer.minimizing(Loss.crossEntropy()).fit(Network.of(1, THREE).zeros(), data);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badTargets")
  void otherTargetsAreRefusedBeforeTraining(String message, Executable call) {
    assertEquals(message, Rejected.message(call));
  }

  static Stream<Loss> otherLosses() {
    return AllFunctions.losses()
        .filter(loss -> !loss.factory().equals("crossEntropy"))
        .map(AllFunctions.OfPrediction::loss);
  }

  @ParameterizedTest
  @MethodSource("otherLosses")
  void everyLossButTheCrossEntropyIsRefusedWithTheRemedy(Loss loss) {
    assertEquals(
        "loss must be Loss.crossEntropy() behind a softmax of 3 classes, but was "
            + loss
            + "; any loss of one output can be trained as 3 of them, Output.oneVersusRest(3,"
            + " activation)",
        Rejected.message(() -> THREE.compose(loss)));
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        with("classes must be at least 2, but was 1", () -> Output.softmax(1)),
        with("classes must be at least 2, but was -3", () -> Output.softmax(-3)),
        with(
            "cut must be left alone where the largest of 3 net inputs decides, but was 0.5",
            () -> THREE.withCut(0.5)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusals")
  void nonsenseIsRefused(String message, Executable call) {
    assertEquals(message, Rejected.message(call));
  }
}
