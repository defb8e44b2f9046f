package io.github.gradusml.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Model;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.network.Network;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.Verdict;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Units, hidden and of the output, on four rows that are easily worked out by hand. */
class UnitChecksTest {
  private static final Dataset ROWS =
      Dataset.of(new double[][] {{-1}, {-0.5}, {0.5}, {1}}, new double[] {0, 0, 1, 1});

  private static Trainer trainer(Loss loss) {
    return Trainer.minimizing(loss).withEpochs(1);
  }

  /** A step so short that the weights are as good as given. */
  private static Verdict verdict(String code, Loss loss, Model<?> model, Dataset rows) {
    Trainer still = trainer(loss).withLearningRate(LearningRate.constant(1e-12));
    return Patient.of(still, model, rows).diagnose().verdict(code);
  }

  private static Verdict verdict(String code, Model<?> model) {
    return verdict(code, Loss.crossEntropy(), model, ROWS);
  }

  /** Four units with weight 1, and biases from {@code first} on. */
  private static Network network(Activation activation, double first, double others, double w) {
    Network drawn =
        Network.of(1, Output.of(Activation.sigmoid())).withHidden(4, activation).random(1);
    double[] theta = drawn.parameters();
    Arrays.fill(theta, 0, 4, w);
    theta[4] = first;
    Arrays.fill(theta, 5, 8, others);
    theta[12] = 0.3; // of the output, so that the gradients of its bias do not cancel out
    return drawn.withParameters(theta);
  }

  @Test
  void aUnitBelowZeroOnEveryRowIsDead() {
    Verdict verdict = verdict("DEAD_UNITS", network(Activation.relu(), -2, 0, 1));
    assertEquals(
        "found: 1 unit of 4 in hidden layer 1 is dead: on every row the slope of the activation is"
            + " 0, so that no gradient reaches them, and they stay as they are.",
        verdict.toString());
  }

  @Test
  void theCureOfDeadUnitsIsTheSameLayerWithALeak() {
    Diagnosis diagnosis =
        Patient.of(trainer(Loss.crossEntropy()), network(Activation.relu(), -2, 0, 1), ROWS)
            .diagnose();
    assertEquals(
        "Take an activation that is nowhere flat: .withHidden(4, Activation.leakyRelu(0.01)) as"
            + " layer 1. Where a large learning rate has killed them, a smaller one helps as well.",
        diagnosis.finding("DEAD_UNITS").orElseThrow().cure());
  }

  @Test
  void aUnitThatIsAliveOnOneRowIsNotDead() {
    assertEquals("clear", verdict("DEAD_UNITS", network(Activation.relu(), -0.9, 0, 1)).toString());
  }

  @Test
  void aLeakyUnitIsNeverDead() {
    Network network = network(Activation.leakyRelu(0.01), -2, -2, 1);
    assertEquals("clear", verdict("DEAD_UNITS", network).toString());
  }

  @Test
  void ofALayerThatIsDeadAsAWholeAnotherCheckSpeaks() {
    assertEquals(
        "not applicable: a whole layer is dead",
        verdict("DEAD_UNITS", network(Activation.relu(), -2, -2, 1)).toString());
  }

  @Test
  void aPerceptronHasNoHiddenUnits() {
    Perceptron perceptron = Perceptron.zeros(1, Activation.sigmoid());
    assertEquals(
        "not applicable: the model has no hidden layer of the library's own",
        verdict("DEAD_UNITS", perceptron).toString());
    assertEquals(
        "not applicable: the model has no hidden layer of the library's own whose activation has"
            + " two ends",
        verdict("SATURATED_UNITS", perceptron).toString());
  }

  @Test
  void unitsAtAnEndOnEveryRowAreSaturated() {
    assertEquals(
        "found: of 4 units in hidden layer 1, 4 are within 1% of an end of tanh on 90% of the rows"
            + " or more (a unit is on average on 100%): there it is nearly flat, and hardly any"
            + " gradient passes.",
        verdict("SATURATED_UNITS", network(Activation.tanh(), 0, 0, 10)).toString());
  }

  @Test
  void oneUnitAtAnEndOfFourIsNoFinding() {
    assertEquals(
        "clear", verdict("SATURATED_UNITS", network(Activation.tanh(), 9, 0, 1)).toString());
  }

  @Test
  void anActivationWithOneEndDoesNotSaturate() {
    assertTrue(
        verdict("SATURATED_UNITS", network(Activation.relu(), 0, 0, 10)).reason().isPresent());
  }

  @Test
  void theCureOfLargeFirstWeightsIsAnotherStart() {
    Patient patient =
        Patient.of(trainer(Loss.crossEntropy()), network(Activation.tanh(), 0, 0, 10), ROWS);
    assertEquals(
        "Start from smaller weights, as it was so before the first update:"
            + " network.architecture().random(1).",
        patient.diagnose().finding("SATURATED_UNITS").orElseThrow().cure());
  }

  @Test
  void theCureOfLargeFeaturesIsToStandardizeThem() {
    Dataset large = Dataset.of(new double[][] {{-900}, {-300}, {300}, {900}}, ROWS.targets());
    Patient patient =
        Patient.of(trainer(Loss.crossEntropy()), network(Activation.tanh(), 0, 0, 1), large);
    assertEquals(
        "Standardize the features, on which it was so before the first update:"
            + " Standardizer.fit(train).apply(train).",
        patient.diagnose().finding("SATURATED_UNITS").orElseThrow().cure());
  }

  @Test
  void aMarginBehindASigmoidHasATargetOutOfReach() {
    Perceptron start = Perceptron.zeros(1, Activation.sigmoid());
    Dataset signs = ROWS.withTargets(-1, 1);
    assertEquals(
        "found: the hinge loss has the targets -1 and +1, and the predictions of sigmoid lie from"
            + " 0.00 to 1.00: -1 is out of reach, and where it is nearest the slope is 0.",
        verdict("LOSS_BEHIND_SIGMOID", Loss.hinge(), start, signs).toString());
  }

  @Test
  void behindATanhBothTargetsOfAMarginAreInReach() {
    Perceptron start = Perceptron.zeros(1, Activation.tanh());
    Verdict verdict = verdict("LOSS_BEHIND_SIGMOID", Loss.hinge(), start, ROWS.withTargets(-1, 1));
    assertEquals("clear", verdict.toString());
  }

  @Test
  void aSquaredErrorLetsGoOfRowsAtTheWrongEndOfASigmoid() {
    Perceptron wrong = Perceptron.of(new double[] {0}, 10, Activation.sigmoid());
    assertEquals(
        "found: 50% of the rows are on the wrong side, within 1% of the far end of sigmoid: there"
            + " the slope of the squared error loss is less than a tenth of what it is in the"
            + " middle, and they hardly teach any more.",
        verdict("LOSS_BEHIND_SIGMOID", Loss.squaredError(), wrong, ROWS).toString());
  }

  @Test
  void theCrossEntropyIsFusedWithItsSigmoid() {
    Perceptron wrong = Perceptron.of(new double[] {0}, 10, Activation.sigmoid());
    assertEquals("clear", verdict("LOSS_BEHIND_SIGMOID", wrong).toString());
  }

  @Test
  void anOutputWithoutEndsHidesNothing() {
    Perceptron line = Perceptron.zeros(1, Activation.identity());
    assertEquals(
        "not applicable: the output has no activation with two ends and a slope",
        verdict("LOSS_BEHIND_SIGMOID", Loss.squaredError(), line, ROWS).toString());
  }

  @Test
  void withinOnePercentOfAnEndLessThanFourPercentOfTheSlopeAreLeft() {
    Activation sigmoid = Activation.sigmoid();
    double atEnd = sigmoid.derivative(Math.log(99)); // where the sigmoid is 0.99
    assertEquals(0.0099, atEnd, 1e-15); // 0.99 times 0.01
    assertTrue(atEnd < 0.04 * sigmoid.derivative(0));
  }
}
