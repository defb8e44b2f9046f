package io.github.gradusml.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.rangetest.RangeTestResult;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.update.UpdateStrategy;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code on the range test in docs/learning-rate.md runs. */
class LearningRateSnippetsTest {
  private static final Dataset CANCER =
      Standardizer.fit(Datasets.breastCancer()).apply(Datasets.breastCancer());

  private static final Perceptron START = Perceptron.random(30, Activation.sigmoid(), 3);
  private static final Trainer TRAINER =
      Trainer.minimizing(Loss.crossEntropy())
          .withUpdates(UpdateStrategy.miniBatch(16))
          .withRegularizer(Regularizer.l2(0.01))
          .withEpochs(10);

  @TempDir Path folder;

  @Test
  void theTrainerHasTheSuggestedRate() {
    Trainer tuned = LearningRateSnippets.tuned(TRAINER, START, CANCER);
    double loss = tuned.fit(START, CANCER).history().last().objective();
    double usual = TRAINER.fit(START, CANCER).history().last().objective();
    assertTrue(loss < usual, loss + " and " + usual);
  }

  @Test
  void everySettingIsTaken() {
    Path file = folder.resolve("range.csv");
    RangeTestResult result = LearningRateSnippets.bySetting(TRAINER, START, CANCER, file);
    assertEquals(1e-4, result.points().get(0).learningRate());
    assertTrue(result.points().size() <= 200);
    assertTrue(result.lineSearch().size() <= 8);
    assertTrue(Files.exists(file));
  }

  @Test
  void theTwoEndsMakeACycle() {
    LearningRate rate = LearningRateSnippets.cycle(TRAINER, START, CANCER);
    assertTrue(rate.at(0, 0) < rate.at(0, 4));
  }
}
