package io.github.gradusml.docs;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.data.TargetStandardizer;
import io.github.gradusml.landscape.DescentPath;
import io.github.gradusml.landscape.LossSlice;
import io.github.gradusml.landscape.LossSurface;
import io.github.gradusml.landscape.PathPoint;
import io.github.gradusml.landscape.PathRecorder;
import io.github.gradusml.network.Network;
import io.github.gradusml.plot.Plot;
import io.github.gradusml.plot.Plots;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.HistoryDetail;
import io.github.gradusml.training.Objective;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.update.UpdateStrategy;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The code of docs/landscape.md, its pictures that no example draws, and its figures. */
final class LandscapeSnippets {
  static final Dataset PATIENTS = patients();
  static final Perceptron START =
      Perceptron.of(new double[] {-0.7, 0.9}, 0, Activation.identity()).withoutBias();
  static final Trainer TRAINER =
      Trainer.minimizing(Loss.squaredError())
          .withUpdates(UpdateStrategy.batch())
          .withLearningRate(LearningRate.constant(0.4))
          .withEpochs(12);

  private LandscapeSnippets() {}

  private static Dataset patients() {
    Dataset two = Datasets.diabetes().selectFeatures("bmi", "bp");
    Dataset data = Standardizer.fit(two).apply(two);
    return TargetStandardizer.fit(data).apply(data);
  }

  /** The pictures by the names of their files. */
  static Map<String, Plot> pictures() {
    Map<String, Plot> plots = new LinkedHashMap<>();
    plots.put("surface", surface(TRAINER, START, PATIENTS));
    plots.put("penalty-shape", penaltyShape());
    plots.put("slices", slices(lines()));
    return plots;
  }

  static LossSurface page(Trainer trainer, Perceptron start, Dataset data) {
    Objective objective = Objective.of(trainer, start, data);
    PathRecorder recorder = PathRecorder.from(objective, start);
    trainer.withHistory(HistoryDetail.UPDATE).withListener(recorder).fit(start, data);
    LossSurface surface = LossSurface.of(objective, recorder.path());
    return surface;
  }

  static Plot surface(Trainer trainer, Perceptron start, Dataset data) {
    Objective objective = Objective.of(trainer, start, data);
    PathRecorder recorder = PathRecorder.from(objective, start);
    trainer.withHistory(HistoryDetail.UPDATE).withListener(recorder).fit(start, data);
    DescentPath path = recorder.path();
    LossSurface surface =
        LossSurface.of(objective, path).withNames("weight of bmi", "weight of bp");
    return Plots.surface(surface, Map.of("batch", path));
  }

  static PathPoint afterTwoPasses(DescentPath path, Dataset data) {
    PathPoint point = path.upTo(2L * data.rows()).last();
    return point;
  }

  static LossSurface section(Trainer trainer, Perceptron model, Dataset data) {
    Objective objective = Objective.of(trainer, model, data);
    LossSurface section =
        LossSurface.of(objective, model, 0, model.features()) // the first weight and the bias
            .withRange(-2, 2, -1, 3)
            .withNames("first weight", "bias");
    return section;
  }

  static Plot penaltyShape() {
    Trainer lasso = TRAINER.withRegularizer(Regularizer.l1(0.35)).withEpochs(200);
    Perceptron optimum = lasso.fit(START, PATIENTS).model();
    LossSurface surface =
        LossSurface.of(Objective.of(lasso, START, PATIENTS))
            .withRange(-0.45, 0.85, -0.45, 0.85)
            .withNames("weight of bmi", "weight of bp");
    return Plots.penaltyShape(surface, optimum);
  }

  static Dataset irises() {
    return Standardizer.fit(Datasets.iris()).apply(Datasets.iris());
  }

  static Network untrained(long seed) {
    return Network.of(4, Output.softmax(3)).withHidden(6, Activation.tanh()).random(seed);
  }

  static Map<String, LossSlice> lines() {
    Trainer trainer =
        Trainer.minimizing(Loss.crossEntropy())
            .withLearningRate(LearningRate.constant(0.5))
            .withEpochs(200)
            .withoutLog();
    Dataset data = irises();
    Network start = untrained(1);
    Network model = trainer.fit(start, data).model();
    Network other = trainer.fit(untrained(2), data).model();
    Objective objective = Objective.of(trainer, start, data);
    return lines(objective, model, start, other);
  }

  static Map<String, LossSlice> lines(
      Objective objective, Network model, Network start, Network other) {
    double[] direction = LossSlice.randomDirection(model, 1);
    Map<String, LossSlice> slices = new LinkedHashMap<>();
    slices.put("back to its start", LossSlice.between(objective, model, start));
    slices.put("to another trained one", LossSlice.between(objective, model, other));
    slices.put("at random", LossSlice.along(objective, model, direction, 0, 1));
    return slices;
  }

  static Plot slices(Map<String, LossSlice> slices) {
    return Plots.slices(slices).withTitle("Three lines from a trained network, which is at t = 0");
  }

  /** Prints the figures of the page, and draws the picture that no example draws. */
  public static void main(String[] args) {
    Map<String, LossSlice> slices = lines();
    System.out.println("line                     t = 0   highest   t = 1");
    slices.forEach(
        (name, slice) -> {
          double[] heights = slice.objectives();
          System.out.printf(
              Locale.ROOT,
              "%-22s %7.3f %9.3f %7.3f%n",
              name,
              heights[0],
              Arrays.stream(heights).max().orElseThrow(),
              heights[heights.length - 1]);
        });
    slices(slices).save(Path.of("target", "pictures", "slices.png"));
    penaltyShape().save(Path.of("target", "pictures", "penalty-shape.png"));
    surface(TRAINER, START, PATIENTS).save(Path.of("target", "pictures", "surface.png"));
  }
}
