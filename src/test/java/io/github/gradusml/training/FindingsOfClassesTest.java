package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.update.UpdateStrategy;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a training says at its end of two classes is true, and is said first. */
class FindingsOfClassesTest {
  private static final double[][] SQUARE = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};

  private static Dataset square(Loss loss, double... classes) {
    double lower = loss.separatesClasses() && loss.accepts(-1) ? -1 : 0;
    return Dataset.of(SQUARE, Arrays.stream(classes).map(y -> y == 0 ? lower : y).toArray());
  }

  private static List<String> kinds(TrainingResult<Perceptron> result) {
    return result.findings().stream().map(Finding::code).toList();
  }

  static Stream<Arguments> everyLossByEveryStrategy() {
    return Cases.usualPairs().stream()
        .flatMap(
            pair ->
                Stream.of(
                        UpdateStrategy.batch(),
                        UpdateStrategy.miniBatch(2),
                        UpdateStrategy.stochastic(),
                        UpdateStrategy.stochastic().withoutShuffling())
                    .map(updates -> Arguments.of(pair, updates)));
  }

  @ParameterizedTest
  @MethodSource("everyLossByEveryStrategy")
  void onXorItSaysFirstThatNoLineSeparates(Cases.Pair pair, UpdateStrategy updates) {
    TrainingResult<Perceptron> result =
        Trainer.minimizing(pair.loss())
            .withUpdates(updates)
            .withLearningRate(LearningRate.constant(0.1))
            .withEpochs(200)
            .fit(pair.zeros(2), square(pair.loss(), 0, 1, 1, 0));
    Finding first = result.findings().get(0);
    assertEquals("NOT_SEPARABLE", first.code());
    assertTrue(first.text().startsWith("no line separates the classes: "), first.text());
    for (Finding warning : result.findings()) {
      assertFalse(warning.text().contains("ReLU"), warning.text());
      assertFalse(warning.text().contains("weights 0 would have 0"), warning.text());
    }
  }

  /** Rows of two classes in the midst of each other. */
  static Dataset overlapping() {
    Dataset rows = Cases.rows(Loss.perceptron(), 60, 2, 1);
    double[] y = rows.targets();
    for (int i = 0; i < y.length; i += 5) {
      y[i] = -y[i];
    }
    return rows.withTargets(y);
  }

  @ParameterizedTest
  @MethodSource("everyRate")
  void onRowsThatOverlapThePerceptronIsNotToldToTakeAnotherRate(double rate) {
    TrainingResult<Perceptron> result =
        Trainer.minimizing(Loss.perceptron())
            .withLearningRate(LearningRate.constant(rate))
            .fit(Perceptron.zeros(2, Activation.step()), overlapping());
    assertEquals(List.of("NOT_SEPARABLE"), kinds(result));
    assertFalse(result.findings().get(0).text().contains("smaller learning rate"));
  }

  static double[] everyRate() {
    return new double[] {1e-3, 1, 1e3};
  }

  @Test
  void aPerceptronThatIsNotDoneIsToldHowManyMistakesItMayMake() {
    Trainer trainer =
        Trainer.minimizing(Loss.perceptron())
            .withUpdates(UpdateStrategy.stochastic().withoutShuffling())
            .withEpochs(1);
    Dataset and = square(Loss.perceptron(), 0, 0, 0, 1);
    Perceptron zeros = Perceptron.zeros(2, Activation.step());
    TrainingResult<Perceptron> result = trainer.fit(zeros, and);
    assertEquals(List.of("NOT_SEPARATED_YET"), kinds(result));
    assertTrue(result.findings().get(0).text().contains("mistakes (Novikoff)"));
    assertEquals(List.of(), trainer.withEpochs(20).fit(zeros, and).findings());
  }

  @Test
  void anAveragedPerceptronIsNotToldToAverage() {
    Trainer trainer = Trainer.minimizing(Loss.perceptron());
    Perceptron zeros = Perceptron.zeros(2, Activation.step());
    String last = trainer.fit(zeros, overlapping()).findings().get(0).text();
    assertTrue(last.contains("withAveragedWeights(1)"), last);
    String mean = trainer.withAveragedWeights(1).fit(zeros, overlapping()).findings().get(0).text();
    assertFalse(mean.contains("withAveragedWeights"), mean);
  }

  /** One class in ten, in the midst of the other. */
  @Test
  void whereOneClassIsRareItIsToldHowToGiveItTheSameSay() {
    Dataset rows = Cases.rows(Loss.crossEntropy(), 200, 2, 1);
    double[] y = new double[200];
    for (int i = 0; i < 200; i += 10) {
      y[i] = 1;
    }
    TrainingResult<Perceptron> result =
        Trainer.minimizing(Loss.crossEntropy())
            .withLearningRate(LearningRate.constant(0.5))
            .fit(Perceptron.zeros(2, Activation.sigmoid()), rows.withTargets(y));
    assertEquals(List.of("NOT_SEPARABLE"), kinds(result));
    assertTrue(result.findings().get(0).text().contains("withBalancedClasses()"));
  }
}
