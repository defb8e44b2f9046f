package io.github.gradusml.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.gradusml.Rejected;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.TrainingResult;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From which prediction on a row is of class 1: the middle of the two targets, unless set. */
class CutTest {
  private static final Standardizer SCALER = Standardizer.fit(Datasets.breastCancer());
  private static final Dataset CANCER = SCALER.apply(Datasets.breastCancer());

  /** Predictions are the features themselves. */
  private static final Perceptron LINE = Perceptron.of(new double[] {1}, 0, Activation.identity());

  private static Perceptron train(Loss loss, Activation activation, Dataset data) {
    return Trainer.minimizing(loss)
        .withEpochs(20)
        .fit(Perceptron.random(data.features(), activation, 1), data)
        .model();
  }

  /** The boundary of least squares is that of Fisher's discriminant, which finds 96 of 100. */
  @Test
  void leastSquaresOfTargetsZeroAndOneIsCutAtAHalf() {
    Perceptron model = train(Loss.squaredError(), Activation.identity(), CANCER);
    assertEquals(0.5, model.output().cut());
    assertTrue(Metric.accuracy().of(model, CANCER) > 0.95);
  }

  @Test
  void andOfTargetsMinusOneAndOneAtZero() {
    Dataset signed = CANCER.withTargets(-1, 1);
    Perceptron model = train(Loss.squaredError(), Activation.identity(), signed);
    assertEquals(0, model.output().cut());
    assertTrue(Metric.accuracy().of(model, signed) > 0.95);
  }

  static Stream<Arguments> trainings() {
    return Stream.of(
        arguments(Loss.crossEntropy(), Activation.sigmoid(), 0, 1, 0.5),
        arguments(Loss.squaredError(), Activation.tanh(), 0, 1, 0.5),
        arguments(Loss.squaredError(), Activation.tanh(), -1, 1, 0),
        arguments(Loss.squaredError(), Activation.relu(), -1, 1, 0.5),
        arguments(Loss.squaredError(), Activation.relu(), 0, 1, 0.5),
        arguments(Loss.squaredError(), Activation.sigmoid(), -1, 1, 0.5),
        arguments(Loss.squaredError(), Activation.sigmoid(), 0.5, 3, 0.75),
        arguments(Loss.squaredError(), Activation.identity(), 3, 8, 5.5),
        arguments(Loss.perceptron(), Activation.step(), -1, 1, 0.5),
        arguments(Loss.perceptron(), Activation.sign(), -1, 1, 0),
        arguments(Loss.hinge(), Activation.identity(), -1, 1, 0));
  }

  @ParameterizedTest(name = "{0} of {1}, {2} and {3}")
  @MethodSource("trainings")
  void trainingCutsInTheMiddleOfTheTargetsAsFarAsTheActivationReachesThem(
      Loss loss, Activation activation, double negative, double positive, double cut) {
    Perceptron model = train(loss, activation, CANCER.withTargets(negative, positive));
    assertEquals(cut, model.output().cut());
  }

  static Stream<Arguments> untrained() {
    return Stream.of(
        arguments(Activation.identity(), 0),
        arguments(Activation.tanh(), 0),
        arguments(Activation.sign(), 0),
        arguments(Activation.leakyRelu(0.1), 0),
        arguments(Activation.elu(0.5), 0.25),
        arguments(Activation.sigmoid(), 0.5),
        arguments(Activation.step(), 0.5),
        arguments(Activation.relu(), 0.5),
        arguments(Activation.softplus(), 0.5));
  }

  /** The elu's limit on the left is −0.5, and the middle of −0.5 and 1 is ¼. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("untrained")
  void untilATrainingSetsItTheCutIsInTheMiddleOfMinusOneAndOne(Activation activation, double cut) {
    assertEquals(cut, Output.of(activation).cut());
    assertEquals(cut, Perceptron.zeros(1, activation).output().cut());
  }

  /** The middle of two targets is found without overflow. */
  @Test
  void hugeTargetsAreCutInTheirMiddleToo() {
    double[] kinds = {1e308, 1.5e308};
    Output fitted = LINE.output().fittedTo(Loss.squaredError(), kinds);
    assertEquals(1.25e308, fitted.cut(), Math.ulp(1.25e308)); // a difference, a half and a sum
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aPredictionOnTheCutIsOfClassOne(boolean manyRows) {
    Perceptron model = LINE.withCut(0.3);
    double[][] rows = {{Math.nextDown(0.3)}, {0.3}, {Math.nextUp(0.3)}};
    for (int i = 0; i < 3; i++) {
      int expected = i == 0 ? 0 : 1;
      Dataset data = Dataset.of(rows, new double[3]);
      int actual = manyRows ? model.classify(data.inputs())[i] : model.classify(rows[i]);
      assertEquals(expected, actual, "row " + i);
    }
  }

  @Test
  void aRegressionPredictsAndRefusesToClassify() {
    Dataset many = Dataset.of(new double[][] {{1}, {2}, {3}}, new double[] {1, 2, 3});
    Perceptron model = train(Loss.squaredError(), Activation.identity(), many);
    String message =
        "model must be trained on targets of two kinds to tell two classes apart, but was trained"
            + " on more; predict gives its number, and withCut(number) says where to cut";
    assertEquals(message, refusal(() -> model.classify(2)));
    assertEquals(message, refusal(() -> model.classify(many.inputs())));
    Dataset two = many.withTargets(new double[] {0, 1, 1});
    assertEquals(message, refusal(() -> Metric.accuracy().of(model, two)));
    assertEquals(model.netInput(2), model.predict(2));
    assertEquals(1, model.withCut(2).classify(1e3), "with a cut it does");
    Perceptron again = Trainer.minimizing(Loss.squaredError()).fit(model, two).model();
    assertEquals(0.5, again.output().cut(), "and so it does after a training on two kinds");
  }

  private static String refusal(Runnable call) {
    return assertThrows(IllegalStateException.class, call::run).getMessage();
  }

  /** Probabilities of a class, as targets, are of many kinds, and the classes are two. */
  @Test
  void aLossOfClassesKeepsTheCutWhateverItsTargets() {
    Dataset soft = Dataset.of(new double[][] {{1}, {2}, {3}}, new double[] {0.1, 0.5, 0.8});
    Perceptron model = train(Loss.crossEntropy(), Activation.sigmoid(), soft);
    assertEquals(0.5, model.output().cut());
  }

  @Test
  void anotherCutMovesTheClassesAndNothingElse() {
    Perceptron model = Perceptron.of(new double[] {1}, 0, Activation.sigmoid());
    double x = -0.5; // σ(−0.5) is 0.38
    Perceptron eager = model.withCut(0.3);
    assertEquals(0, model.classify(x));
    assertEquals(1, eager.classify(x));
    assertEquals(model.predict(x), eager.predict(x));
    assertArrayEquals(model.probabilities(x), eager.probabilities(x));
    assertNotEquals(model, eager);
    assertEquals(model, eager.withCut(0.5));
    assertEquals(0.5, model.output().cut(), "the first is as it was");
  }

  @Test
  void otherParametersKeepTheCut() {
    Perceptron moved = LINE.withCut(0.3).withParameters(new double[] {2, 1});
    assertEquals(0.3, moved.output().cut());
    assertEquals(0.3, LINE.withCut(0.3).withoutBias().output().cut());
  }

  /** The activation is the perceptron's own business: another output brings its cut alone. */
  @Test
  void anotherOutputBringsItsCutAndNoActivation() {
    Output other = Output.of(Activation.sigmoid()).withCut(0.7);
    Perceptron model = LINE.with(new double[] {1, 0}, other);
    assertEquals(0.7, model.output().cut());
    assertEquals(Activation.identity(), model.activation());
    assertEquals(5, model.predict(5));
  }

  @Test
  void originalUnitsKeepTheCut() {
    Perceptron model = train(Loss.crossEntropy(), Activation.sigmoid(), CANCER).withCut(0.3);
    Perceptron original = SCALER.inOriginalUnits(model);
    assertEquals(0.3, original.output().cut());
    assertArrayEquals(
        model.classify(CANCER.inputs()), original.classify(Datasets.breastCancer().inputs()));
  }

  @Test
  void rowsOfOneClassLeaveTheCutWhereItIs() {
    Trainer trainer =
        Trainer.minimizing(Loss.squaredError())
            .withLearningRate(LearningRate.constant(0.001))
            .withEpochs(1);
    Dataset data = Dataset.of(new double[][] {{-1}, {1}, {2}}, new double[] {4, 7, 7});
    TrainingResult<Perceptron> result = trainer.fit(LINE, data);
    result = trainer.resume(result, data.select(1, 2));
    assertEquals(5.5, result.model().output().cut());
    result = trainer.resume(result, data.select(0));
    assertEquals(5.5, result.model().output().cut());
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void aCutIsFinite(double cut) {
    String message = "cut must be finite, but was " + cut;
    assertEquals(message, Rejected.message(() -> LINE.withCut(cut)));
    assertEquals(message, Rejected.message(() -> LINE.output().withCut(cut)));
  }

  @Test
  void severalOutputsAreComparedWithEachOtherAndHaveNoCut() {
    ThreeClasses model = ThreeClasses.zeros(2);
    assertEquals(
        "cut must be left alone where the largest of 3 net inputs decides, but was 0.5",
        Rejected.message(() -> model.withCut(0.5)));
    assertTrue(Double.isNaN(model.output().cut()));
  }
}
