package io.github.gradusml.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Allocated;
import io.github.gradusml.Rejected;
import io.github.gradusml.SparseCopy;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Model;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.network.Network;
import io.github.gradusml.rows.Rows;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.update.UpdateStrategy;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A pipeline predicts and explains sparse rows as it does the same rows written out. */
class SparsePipelineTest {
  private static final Dataset DENSE = SparseCopy.mostlyZeros(40, 11, 6);
  private static final Dataset SPARSE = SparseCopy.of(DENSE);

  static List<Pipeline<?>> pipelines() {
    Perceptron one = Perceptron.random(11, Activation.sigmoid(), 1);
    return List.of(
        of(Preparation.scalingMaxAbs(), one),
        of(Preparation.none(), one.withoutBias()),
        of(Preparation.selecting("x7", "x2", "x0"), Perceptron.random(3, Activation.sigmoid(), 2)),
        of(Preparation.scalingMaxAbs(), one).withCalibration(new Calibration(-2, 0.5)),
        of(Preparation.scalingMaxAbs(), Network.of(11, Output.softmax(2)).random(3)));
  }

  private static <M extends Model<M>> Pipeline<M> of(Preparation preparation, M model) {
    return Pipeline.of(preparation.fit(SPARSE), model, SPARSE);
  }

  @ParameterizedTest
  @MethodSource("pipelines")
  void aSparseRowHasTheBitsOfTheRowWrittenOut(Pipeline<?> pipeline) {
    Rows rows = SPARSE.inputs();
    double[] all = pipeline.predict(SPARSE);
    assertArrayEquals(pipeline.predict(DENSE), all);
    for (int i = 0; i < rows.size(); i++) {
      int[] indices = rows.indices(i);
      double[] values = rows.values(i);
      assertEquals(all[i], pipeline.predict(indices, values));
      assertEquals(pipeline.predict(rows.row(i)), pipeline.predict(indices, values));
      assertEquals(pipeline.classify(rows.row(i)), pipeline.classify(indices, values));
      assertArrayEquals(
          pipeline.probabilities(rows.row(i)), pipeline.probabilities(indices, values));
      assertArrayEquals(rows.values(i), values); // not written to
    }
  }

  @ParameterizedTest
  @MethodSource("pipelines")
  void anExplanationHasTheTermsOfWhatIsNotZeroAlone(Pipeline<?> pipeline) {
    for (int i = 0; i < SPARSE.rows(); i++) {
      Explanation dense = pipeline.explain(SPARSE.row(i));
      Explanation sparse = pipeline.explain(SPARSE.inputs().indices(i), SPARSE.inputs().values(i));
      assertEquals(dense.netInput(), sparse.netInput());
      assertEquals(dense.sum(), sparse.sum());
      assertEquals(dense.bias(), sparse.bias());
      assertEquals(dense.subject(), sparse.subject());
      assertEquals(dense.probability(), sparse.probability());
      assertEquals(dense.calibratedNetInput(), sparse.calibratedNetInput());
      assertEquals(
          dense.contributions().stream().filter(term -> term.prepared() != 0).toList(),
          sparse.contributions());
    }
  }

  @Test
  void aRowOfZerosIsExplainedByTheBias() {
    Explanation explanation = pipelines().get(0).explain(new int[0], new double[0]);
    assertTrue(explanation.contributions().isEmpty());
    assertEquals(explanation.bias(), explanation.netInput());
    assertTrue(explanation.toString().contains("bias"));
  }

  @Test
  void whatThePreparationMakesOfZerosIsRefused() {
    Perceptron model = Perceptron.random(11, Activation.sigmoid(), 1);
    Pipeline<Perceptron> centering =
        Pipeline.of(Preparation.standardizing().fit(DENSE), model, DENSE);
    assertTrue(
        Rejected.message(() -> centering.predict(new int[] {1}, new double[] {1}))
            .startsWith("data must be dense to be shifted to mean 0"));
    assertEquals(
        "indices[0] must be one of the columns that there were at training, 0 to 10, but was 11; a"
            + " column that no row had then has no weight: leave it out",
        Rejected.message(() -> centering.explain(new int[] {11}, new double[] {1})));
  }

  @Test
  void sparseRowsAreFittedScoredAndScaledAsDenseOnes() {
    Trainer trainer =
        Trainer.minimizing(Loss.crossEntropy())
            .withUpdates(UpdateStrategy.miniBatch(8))
            .withEpochs(3);
    Perceptron start = Perceptron.zeros(11, Activation.sigmoid());
    Pipeline<Perceptron> dense = Pipeline.fit(Preparation.scalingMaxAbs(), trainer, start, DENSE);
    Pipeline<Perceptron> sparse = Pipeline.fit(Preparation.scalingMaxAbs(), trainer, start, SPARSE);
    assertEquals(dense.model(), sparse.model());
    assertEquals(dense.score(Metric.logLoss(), DENSE), sparse.score(Metric.logLoss(), SPARSE));
    assertEquals("scaling by the largest numbers", Preparation.scalingMaxAbs().toString());
  }

  /** Sums in ONNX have another order. */
  @Test
  void anExportedPipelineComputesTheSame() {
    Pipeline<?> pipeline = pipelines().get(0);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    pipeline.writeOnnx(out);
    double[] expected = pipeline.predict(SPARSE);
    double[] computed =
        new ReadOnnx(out.toByteArray()).run(OnnxCases.matrix(DENSE)).get("prediction").values();
    assertArrayEquals(expected, computed, 1e-14);
  }

  /** A copy of the weights takes 8 MB, and a million names 50. */
  @Test
  void aRowOfAMillionColumnsIsPredictedAtThePriceOfItsNumbers() {
    Dataset data = SparseCopy.wide(20, 1_000_000, 1);
    Perceptron model = Perceptron.zeros(1_000_000, Activation.sigmoid());
    Pipeline<Perceptron> pipeline = Pipeline.of(Preparation.scalingMaxAbs().fit(data), model, data);
    int[] indices = data.inputs().indices(3);
    double[] values = data.inputs().values(3);
    pipeline.predict(indices, values); // classes are loaded
    assertTrue(Allocated.by(() -> pipeline.predict(indices, values)) < 80_000);
    pipeline.explain(indices, values);
    assertTrue(Allocated.by(() -> pipeline.explain(indices, values)) < 10 * 8_000_000);
  }
}
