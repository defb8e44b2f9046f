package io.github.gradusml.docs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Split;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.Trainer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The figures of docs/weight-decay.md that no example prints; the code there runs. */
class WeightDecaySnippetsTest {
  @Test
  void thePenaltiesAreThoseOfTheFormulas() {
    double[] w = {2, -1};
    double[] values =
        Arrays.stream(WeightDecaySnippets.penalties()).mapToDouble(r -> r.value(w, 0, 2)).toArray();
    // 0.3·3, 0.3/2·5 and half of each; a rounding or two.
    assertArrayEquals(new double[] {0.9, 0.75, 0.825}, values, 1e-15);
  }

  @Test
  void onTheDiabetesDataTheLargestAlphaIsFarAboveOne() {
    assertEquals(45.16, WeightDecaySnippets.alphaMax(), 0.005);
  }

  @Test
  void balancedClassesMissFewerMalignantTumors() {
    // As the page says them, with two or three digits.
    double[] expected = {0.075, 0.033, 0.995, 0.986};
    assertArrayEquals(expected, WeightDecaySnippets.balanced(), 0.0005);
  }

  @Test
  void theTrainersSayTheirPenalties() {
    Trainer adamW = WeightDecaySnippets.decoupled();
    assertTrue(adamW.toString().contains("decoupled(decay 0.01)"), adamW::toString);
    String byBlock = WeightDecaySnippets.blocks(adamW).toString();
    assertTrue(
        byBlock.contains("{layer 1 weights=L1(alpha 0.001), layer 2 weights=none}"), byBlock);
  }

  @Test
  void aModelTrainedOnStandardizedTargetsPredictsInTheirOwnUnit() {
    Split split = Split.random(Datasets.diabetes(), 0.8, 1);
    Perceptron model =
        WeightDecaySnippets.standardizedTargets(
            Trainer.minimizing(Loss.huber(1)), split, Standardizer.fit(split.train()));
    assertTrue(Metric.rootMeanSquaredError().of(model, split.test()) < 65); // their deviation is 77
  }

  @Test
  void aModelInOriginalUnitsPredictsOriginalRows() {
    Split split = Split.stratified(Datasets.breastCancer(), 0.8, 1);
    Trainer trainer =
        Trainer.minimizing(Loss.crossEntropy())
            .withRegularizer(Regularizer.l2(0.01))
            .withEpochs(20);
    Perceptron model = WeightDecaySnippets.standardized(trainer, split);
    assertTrue(Metric.accuracy().of(model, split.test()) > 0.9);
  }

  @Test
  void weightsAndConversionsAreWhatTheySay() {
    Dataset data = Dataset.of(new double[][] {{1}, {2}}, new double[] {0, 1});
    assertEquals(3, WeightDecaySnippets.weights(data, new double[] {1, 3}).weight(1));
    assertEquals(
        "[L2(alpha 5.0), L2(alpha 0.125)]",
        Arrays.toString(WeightDecaySnippets.converted(data, 10, 4)));
  }
}
