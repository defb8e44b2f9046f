package io.github.gradusml.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.SparseCopy;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Split;
import io.github.gradusml.pipeline.Pipeline;
import io.github.gradusml.pipeline.Preparation;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.update.UpdateStrategy;
import org.junit.jupiter.api.Test;

/** A report on sparse rows is that on the same rows with every number kept. */
class SparseReportTest {
  private static final Trainer TRAINER =
      Trainer.minimizing(Loss.crossEntropy())
          .withUpdates(UpdateStrategy.miniBatch(8))
          .withEpochs(3);

  private static String text(Preparation preparation, Dataset train, Dataset test) {
    Perceptron start = Perceptron.zeros(train.features(), Activation.sigmoid());
    return Report.of(Pipeline.fit(preparation, TRAINER, start, train), test).toText();
  }

  @Test
  void itSaysTheSameAsOfDenseRows() {
    Split dense = Split.random(SparseCopy.mostlyZeros(80, 9, 2), 0.7, 1);
    String ofDense = text(Preparation.scalingMaxAbs(), dense.train(), dense.test());
    String ofSparse =
        text(
            Preparation.scalingMaxAbs(), SparseCopy.of(dense.train()), SparseCopy.of(dense.test()));
    assertEquals(ofDense, ofSparse);
    assertTrue(ofSparse.contains("features scaled, and left where they are"), ofSparse);
    assertTrue(ofSparse.contains("By the largest"), ofSparse);
  }

  @Test
  void featuresThatWereNotScaledAreComparedByTheirLargestNumbers() {
    Split sparse = Split.random(SparseCopy.of(SparseCopy.mostlyZeros(80, 9, 2)), 0.7, 1);
    String text = text(Preparation.none(), sparse.train(), sparse.test());
    assertTrue(
        text.replaceAll("\\s+", " ").contains("by the largest number (of the test rows)"), text);
  }

  @Test
  void ofManyColumnsTheLargestCoefficientsAreListed() {
    Split sparse = Split.stratified(SparseCopy.wide(60, 50_000, 1), 0.7, 1);
    String text = text(Preparation.scalingMaxAbs(), sparse.train(), sparse.test());
    assertTrue(text.replaceAll("\\s+", " ").contains("Left out are 49970 smaller ones."), text);
    assertTrue(text.lines().count() < 400, text);
  }
}
