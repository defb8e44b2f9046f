package io.github.gradusml.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Model;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.TargetStandardizer;
import io.github.gradusml.network.Network;
import io.github.gradusml.rows.Rows;
import java.util.Arrays;
import java.util.Map;

/**
 * What ONNX Runtime says of rows beside what the pipeline says of them.
 *
 * <p>A net input z of a linear model may differ by 8·2⁻⁵³·(Σ|wⱼxⱼ′| + |b|), that of a network by
 * 1e-12 of the largest of all rows. What is made of z may differ by what that makes of it, and by
 * some roundings of its own.
 */
final class OnnxComparison {
  private static final double UNIT = 0x1p-53;

  private final String name;
  private final Pipeline<?> pipeline;
  private final Rows rows;
  private final int k;
  private final double[] z;

  /** How far each net input may be off; where it is calibrated, in its own units. */
  private final double[] bounds;

  OnnxComparison(String name, Pipeline<?> pipeline, Dataset data) {
    this.name = name;
    this.pipeline = pipeline;
    this.rows = data.inputs();
    this.k = pipeline.output().outputs();
    Rows prepared = pipeline.preparation().apply(data).inputs();
    this.z = pipeline.model().netInputs(prepared);
    this.bounds = new double[z.length];
    if (isDeep()) {
      Arrays.fill(bounds, 1e-12 * Arrays.stream(z).map(Math::abs).max().orElseThrow());
    } else {
      double[] sums = sums(pipeline.model(), prepared);
      Arrays.setAll(bounds, i -> 8 * UNIT * sums[i]);
    }
  }

  private boolean isDeep() {
    return pipeline.model() instanceof Network network && network.architecture().layers() > 1;
  }

  /** Σ|wⱼxⱼ′| + |b|, of each net input. */
  private static <M extends Model<M>> double[] sums(Model<M> model, Rows prepared) {
    double[] theta = Arrays.stream(model.parameters()).map(Math::abs).toArray();
    Rows sizes = prepared.map(row -> Arrays.setAll(row, j -> Math.abs(row[j])));
    return model.withParameters(theta).netInputs(sizes);
  }

  /** Throws if they differ by more than they may. */
  void check(Map<String, Object> there) {
    checkNetInputs((double[][]) there.get("net_inputs"));
    scaleBounds();
    checkPredictions((double[]) there.get("prediction"), (long[]) there.get("class"));
    if (there.get("probabilities") instanceof double[][] probabilities) {
      checkProbabilities(probabilities);
    }
  }

  private void checkNetInputs(double[][] there) {
    for (int i = 0; i < z.length; i++) {
      assertEquals(z[i], there[i / k][i % k], bounds[i], name + ", net input " + i);
    }
  }

  /** From here on of what a calibration makes of the net inputs. */
  private void scaleBounds() {
    pipeline
        .calibration()
        .ifPresent(
            calibration -> {
              for (int i = 0; i < z.length; i++) {
                double own = Math.abs(calibration.slope()) * bounds[i];
                z[i] = calibration.at(z[i]);
                bounds[i] = own + 2 * UNIT * (Math.abs(z[i]) + 1);
              }
            });
  }

  private void checkPredictions(double[] there, long[] classesThere) {
    double cut = pipeline.output().cut();
    assertEquals(k > 1 || !Double.isNaN(cut), classesThere != null, name + ", classes");
    double[] here = pipeline.predict(rows);
    int[] classes = classesThere == null ? null : pipeline.classify(rows);
    boolean jumps = pipeline.output().activation().isThreshold();
    int unsure = 0;
    for (int i = 0; i < here.length; i++) {
      String row = name + ", row " + i;
      double tolerance = k > 1 ? 0 : tolerance(here[i], bounds[i]);
      boolean isSure =
          k > 1
              ? leads(i)
              : Math.abs(jumps ? z[i] : here[i] - cut) > Math.max(tolerance, bounds[i]);
      unsure += isSure || Double.isNaN(cut) && k == 1 ? 0 : 1;
      if (isSure || !jumps && k == 1) {
        assertEquals(here[i], there[i], tolerance, row);
      }
      if (isSure && classes != null) {
        assertEquals(classes[i], classesThere[i], row);
      }
    }
    assertTrue(unsure < 20, name + ": " + unsure + " rows are too near to a cut to be judged");
  }

  /** No activation is steeper than 1.5, but for the exponential, whose slope is its value. */
  private double tolerance(double prediction, double bound) {
    double mean = pipeline.preparation().targets().map(TargetStandardizer::mean).orElse(0.0);
    double scale = pipeline.preparation().targets().map(TargetStandardizer::scale).orElse(1.0);
    double steepest = Math.max(1.5 * scale, 1.1 * Math.abs(prediction - mean));
    return steepest * bound + 16 * UNIT * (Math.abs(prediction) + Math.abs(mean));
  }

  /** Whether the largest net input of a row is the largest however they are rounded. */
  private boolean leads(int row) {
    double[] own = Arrays.copyOfRange(z, row * k, row * k + k);
    Arrays.sort(own);
    return own[k - 1] - own[k - 2] > 2 * largestBound(row);
  }

  private double largestBound(int row) {
    return Arrays.stream(bounds, row * k, row * k + k).max().orElseThrow();
  }

  /** Each is a share of what grows at most as eᶻ. */
  private void checkProbabilities(double[][] there) {
    double[] here = pipeline.probabilities(rows);
    int classes = there[0].length;
    boolean jumps = pipeline.output().activation().isThreshold();
    for (int i = 0; i < here.length; i++) {
      int row = i / classes;
      double bound = largestBound(row);
      boolean mayJump =
          jumps && Arrays.stream(z, row * k, row * k + k).anyMatch(at -> Math.abs(at) <= bound);
      if (!mayJump) {
        double tolerance = 4 * bound + 16 * UNIT;
        assertEquals(here[i], there[row][i % classes], tolerance, name + ", probability " + i);
      }
    }
  }
}
