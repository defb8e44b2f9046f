package io.github.gradusml.examples;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.data.TargetStandardizer;
import io.github.gradusml.landscape.DescentPath;
import io.github.gradusml.landscape.LossSurface;
import io.github.gradusml.landscape.PathPoint;
import io.github.gradusml.landscape.PathRecorder;
import io.github.gradusml.landscape.SurfacePoint;
import io.github.gradusml.plot.Plot;
import io.github.gradusml.plot.Plots;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.HistoryDetail;
import io.github.gradusml.training.Objective;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.update.UpdateStrategy;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Section 2 of the article, Ways to update weights, seen from above: batch, mini-batch and
 * stochastic descent over the same ground, from the same start, at the same cost. And section 3,
 * Weight decay: where the contours of that ground touch the diamond of L1 and the circle of L2.
 *
 * <p>Try: the rate of the batch for all three; {@code withEpochs(20)}; another start; a smaller
 * alpha, until the contours touch the diamond beside its corner.
 */
public final class PathsOfDescent {
  private static final Path PICTURES = Path.of("target", "pictures");
  private static final long[] EPOCHS = {1, 2, 6};

  private PathsOfDescent() {}

  /**
   * Runs the example.
   *
   * @param args none
   */
  public static void main(String[] args) {
    // 1. Two features and no bias: two weights, so that the objective is a surface.
    Dataset raw = Datasets.diabetes().selectFeatures("bmi", "bp");
    Dataset scaled = Standardizer.fit(raw).apply(raw);
    Dataset data = TargetStandardizer.fit(scaled).apply(scaled);
    Perceptron start =
        Perceptron.of(new double[] {-0.7, 0.9}, 0, Activation.identity()).withoutBias();
    Trainer trainer =
        Trainer.minimizing(Loss.squaredError())
            .withHistory(HistoryDetail.UPDATE)
            .withEpochs(6)
            .withSeed(1);
    Objective objective = Objective.of(trainer, start, data);

    // 2. Three trainings, and the way that each goes.
    Map<String, DescentPath> paths = new LinkedHashMap<>();
    paths.put("batch", path(trainer, UpdateStrategy.batch(), 0.4, objective, start, data));
    paths.put(
        "mini-batch of 32",
        path(trainer, UpdateStrategy.miniBatch(32), 0.1, objective, start, data));
    paths.put(
        "stochastic", path(trainer, UpdateStrategy.stochastic(), 0.015, objective, start, data));
    LossSurface surface =
        LossSurface.of(objective, paths.values().toArray(DescentPath[]::new))
            .withNames("weight of bmi", "weight of bp");
    SurfacePoint lowest = surface.minimum();
    System.out.printf(
        Locale.ROOT,
        "the minimum is %.4f at (%.3f, %.3f)%n%n",
        lowest.height(),
        lowest.x(),
        lowest.y());
    System.out.println("                    rows  updates  objective  distance");
    paths.forEach((name, path) -> print(name, path, lowest));
    Plots.surface(surface, paths)
        .withTitle("Three ways to the minimum, at the same cost")
        .save(PICTURES.resolve("paths-of-descent.png"));

    // 3. The same ground with a penalty: where its contours touch the diamond and the circle.
    System.out.println();
    Plots.sheet(
            2,
            shape("L1, alpha 0.35: a corner", Regularizer.l1(0.35), trainer, start, data),
            shape("L2, alpha 0.9: no corner", Regularizer.l2(0.9), trainer, start, data))
        .withSize(1280, 527) // so that the circle is round
        .save(PICTURES.resolve("penalty-shapes.png"));
    System.out.println();
    System.out.println("wrote paths-of-descent.png and penalty-shapes.png to " + PICTURES);
  }

  private static DescentPath path(
      Trainer trainer,
      UpdateStrategy updates,
      double rate,
      Objective objective,
      Perceptron start,
      Dataset data) {
    PathRecorder recorder = PathRecorder.from(objective, start);
    trainer
        .withUpdates(updates)
        .withLearningRate(LearningRate.constant(rate))
        .withListener(recorder)
        .fit(start, data);
    return recorder.path();
  }

  private static void print(String name, DescentPath path, SurfacePoint lowest) {
    for (long epochs : EPOCHS) {
      PathPoint point = path.upTo(epochs * path.objective().rows()).last();
      double across = point.parameter(0) - lowest.x();
      double up = point.parameter(1) - lowest.y();
      System.out.printf(
          Locale.ROOT,
          "%-18s %5d %8d %10.4f %9.4f%n",
          name,
          point.evaluations(),
          point.updates(),
          point.objective(),
          Math.sqrt(across * across + up * up));
    }
  }

  private static Plot shape(
      String name, Regularizer penalty, Trainer trainer, Perceptron start, Dataset data) {
    Trainer decayed =
        trainer
            .withUpdates(UpdateStrategy.batch())
            .withLearningRate(LearningRate.constant(0.5))
            .withEpochs(200)
            .withRegularizer(penalty);
    Perceptron optimum = decayed.fit(start, data).model();
    System.out.printf(
        Locale.ROOT, "%-24s ends at (%.3f, %.3f)%n", name, optimum.weight(0), optimum.weight(1));
    LossSurface surface =
        LossSurface.of(Objective.of(decayed, start, data))
            .withRange(-0.45, 0.85, -0.45, 0.85)
            .withNames("weight of bmi", "weight of bp");
    return Plots.penaltyShape(surface, optimum).withTitle(name);
  }
}
