package io.github.gradusml.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Split;
import io.github.gradusml.training.Trainer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pipeline whose training goes on from a checkpoint. */
class ResumedPipelineTest {
  private static final Split SPLIT = Split.stratified(Datasets.breastCancer(), 0.5, 1);
  private static final Perceptron START = Perceptron.zeros(30, Activation.sigmoid());
  private static final Preparation PREPARATION = Preparation.standardizing();

  @TempDir Path folder;

  @Test
  void itHasTheBitsOfOneThatWasNotStopped() {
    Path file = folder.resolve("checkpoint");
    Trainer trainer = Trainer.minimizing(Loss.crossEntropy()).withoutLog().withCheckpoints(file, 2);
    Pipeline.fit(PREPARATION, trainer.withEpochs(4), START, SPLIT.train(), SPLIT.test());
    Trainer whole = trainer.withEpochs(7);
    Pipeline<Perceptron> resumed =
        Pipeline.resume(file, PREPARATION, whole, START, SPLIT.train(), SPLIT.test());
    Pipeline<Perceptron> unbroken =
        Pipeline.fit(
            PREPARATION,
            whole.withCheckpoints(folder.resolve("other"), 2),
            START,
            SPLIT.train(),
            SPLIT.test());
    assertEquals(7, resumed.training().orElseThrow().epochs());
    assertArrayEquals(unbroken.predict(SPLIT.test()), resumed.predict(SPLIT.test()));
    assertEquals(unbroken.featureNames(), resumed.featureNames());
    assertEquals(unbroken.classNames(), resumed.classNames());
  }

  @Test
  void otherRowsOrAnotherPreparationAreRefused() {
    Path file = folder.resolve("checkpoint");
    Trainer trainer =
        Trainer.minimizing(Loss.crossEntropy()).withoutLog().withEpochs(2).withCheckpoints(file, 2);
    Pipeline.fit(PREPARATION, trainer, START, SPLIT.train());
    String rows =
        Rejected.message(() -> Pipeline.resume(file, PREPARATION, trainer, START, SPLIT.test()));
    assertTrue(rows.contains("cannot be resumed: data must "), rows);
    String preparation =
        Rejected.message(
            () -> Pipeline.resume(file, Preparation.none(), trainer, START, SPLIT.train()));
    assertTrue(preparation.contains("cannot be resumed: data must "), preparation);
  }
}
