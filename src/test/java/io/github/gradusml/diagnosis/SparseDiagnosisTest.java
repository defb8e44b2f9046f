package io.github.gradusml.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Allocated;
import io.github.gradusml.SparseCopy;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Model;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.network.Network;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.rows.Rows;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.TrainingResult;
import io.github.gradusml.update.UpdateStrategy;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A diagnosis of sparse rows is that of the same rows with every number kept. */
class SparseDiagnosisTest {
  private static final Dataset DATA = SparseCopy.mostlyZeros(120, 12, 1);
  private static final Dataset OTHERS = SparseCopy.mostlyZeros(60, 12, 2);

  private static final Trainer TRAINER =
      Trainer.minimizing(Loss.crossEntropy())
          .withUpdates(UpdateStrategy.miniBatch(16))
          .withLearningRate(LearningRate.constant(0.1))
          .withEpochs(20)
          .withSeed(1);

  private static <M extends Model<M>> Diagnosis assertSame(
      Trainer trainer, M start, Dataset train, Dataset validation) {
    Diagnosis dense = of(trainer, start, train, validation);
    Diagnosis sparse =
        of(
            trainer,
            start,
            SparseCopy.of(train),
            validation == null ? null : SparseCopy.of(validation));
    // The cure that each can take is called otherwise, and lines break elsewhere.
    assertEquals(inOneLine(dense), inOneLine(sparse).replace("fitMaxAbs(", "fit("));
    assertEquals(dense.notApplicable(), sparse.notApplicable());
    return sparse;
  }

  private static String inOneLine(Diagnosis diagnosis) {
    return diagnosis.toString().replaceAll("\\s+", " ");
  }

  private static <M extends Model<M>> Diagnosis of(
      Trainer trainer, M start, Dataset train, Dataset validation) {
    TrainingResult<M> result = trainer.fit(start, train);
    return validation == null
        ? Diagnosis.of(trainer, result, train)
        : Diagnosis.of(trainer, result, train, validation);
  }

  private static Perceptron zeros(Activation activation) {
    return Perceptron.zeros(12, activation);
  }

  private static Dataset changed(Consumer<double[]> change) {
    return DATA.withInputs(DATA.inputs().map(change), DATA.featureNames());
  }

  @Test
  void ofAPlainTraining() {
    assertSame(TRAINER, zeros(Activation.sigmoid()), DATA, OTHERS);
  }

  @Test
  void ofPenaltiesThatAreTooStrongOrWithoutEffect() {
    Trainer strong = TRAINER.withRegularizer(Regularizer.l1(0.3));
    assertSame(strong, zeros(Activation.sigmoid()), DATA, OTHERS);
    Trainer weak = TRAINER.withRegularizer(Regularizer.l2(1e-9));
    assertSame(weak, zeros(Activation.sigmoid()), DATA, null);
  }

  @Test
  void ofColumnsThatAreConstantTwiceThereOrGiveTheTargetAway() {
    double[] y = DATA.targets();
    int[] row = {0};
    Dataset odd =
        changed(
            x -> {
              x[3] = 2.5;
              x[5] = -x[4];
              x[7] = y[row[0]++] * 3;
              x[8] = 0;
            });
    Diagnosis found = assertSame(TRAINER, zeros(Activation.sigmoid()), odd, null);
    assertTrue(found.finding("CONSTANT_COLUMN").isPresent());
    assertTrue(found.finding("DUPLICATE_COLUMNS").isPresent());
    assertTrue(found.finding("GIVEAWAY_COLUMN").isPresent());
  }

  @Test
  void ofColumnsOfDifferentSizes() {
    Dataset unscaled = changed(x -> x[2] *= 30);
    Trainer slow = TRAINER.withLearningRate(LearningRate.constant(1e-3));
    Diagnosis found = assertSame(slow, zeros(Activation.sigmoid()), unscaled, null);
    assertTrue(
        found
            .finding("UNSCALED_COLUMNS")
            .orElseThrow()
            .toString()
            .contains("Standardizer.fitMaxAbs(train).apply(train)"));
  }

  @Test
  void ofLeastSquaresNearItsLimit() {
    Trainer all =
        Trainer.minimizing(Loss.squaredError())
            .withUpdates(UpdateStrategy.batch())
            .withLearningRate(LearningRate.constant(0.5))
            .withEpochs(30);
    assertSame(all, zeros(Activation.identity()), DATA, OTHERS);
  }

  @Test
  void ofANetworkAndOfSeveralClasses() {
    Network hidden =
        Network.of(12, Output.of(Activation.sigmoid())).withHidden(6, Activation.tanh()).random(3);
    Trainer adam = TRAINER.withOptimizer(Optimizer.adam()).withEpochs(10);
    assertSame(adam, hidden, DATA, OTHERS);
    assertSame(TRAINER, Network.of(12, Output.softmax(2)).random(4), DATA, null);
  }

  /** Rows written out would take 1.6 GB; the weights take 1.6 MB, and there are some copies. */
  @Test
  void ofWideRowsItTakesMemoryByTheirNumbers() {
    Dataset train = SparseCopy.wide(1000, 200_000, 1);
    Trainer trainer = TRAINER.withUpdates(UpdateStrategy.miniBatch(250)).withEpochs(2);
    Perceptron start = Perceptron.zeros(200_000, Activation.sigmoid());
    TrainingResult<Perceptron> result = trainer.fit(start, train);
    String[] text = new String[1];
    long bytes = Allocated.by(() -> text[0] = Diagnosis.of(trainer, result, train).sampled());
    assertEquals(
        "all 1000 rows, 256 of 200000 columns, those that are not 0 in most rows", text[0]);
    assertTrue(bytes < 1_600_000_000, "" + bytes);
  }

  @Test
  void rowsWithoutANumberHaveOneColumnToLookAt() {
    Rows none = Rows.sparse(20, 500, new int[0], new int[0], new double[0]);
    double[] y = new double[20];
    y[3] = 1;
    Dataset train = Dataset.of(none, y);
    Perceptron start = Perceptron.zeros(500, Activation.sigmoid());
    Diagnosis found = Diagnosis.of(TRAINER, TRAINER.fit(start, train), train);
    assertTrue(found.sampled().startsWith("all 20 rows, 1 of 500 columns"));
  }
}
