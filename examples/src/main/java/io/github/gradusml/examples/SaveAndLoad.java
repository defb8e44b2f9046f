package io.github.gradusml.examples;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Split;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.pipeline.Explanation;
import io.github.gradusml.pipeline.Pipeline;
import io.github.gradusml.pipeline.Preparation;
import io.github.gradusml.plot.Plots;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.update.UpdateStrategy;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A model that lives on: trained, saved to a file with all that it needs, loaded from it, and asked
 * about tumors that it has not seen.
 *
 * <p>The file is text. Open it: the means and scales of the standardizer, the weights by the names
 * of their features, how the model was trained. Then change a digit, run the last three steps
 * again, and see what loading says.
 *
 * <p>Try: {@code Preparation.selecting("area_worst", "texture_worst")} before standardizing, and a
 * perceptron of two weights; a network with hidden layers, which is saved and loaded in the same
 * way, but has no explanation.
 */
public final class SaveAndLoad {
  private static final Path FILE = Path.of("target", "models", "breast-cancer.json");
  private static final Path PICTURES = Path.of("target", "pictures");

  private SaveAndLoad() {}

  /**
   * Runs the example.
   *
   * @param args none
   */
  public static void main(String[] args) {
    // 1. Train: the rows go in as they are, the pipeline standardizes them.
    Split split = Split.stratified(Datasets.breastCancer(), 0.8, 42);
    Trainer trainer =
        Trainer.minimizing(Loss.crossEntropy())
            .withUpdates(UpdateStrategy.miniBatch(16))
            .withRegularizer(Regularizer.l2(1e-3))
            .withLearningRate(LearningRate.constant(0.1))
            .withEpochs(50);
    Pipeline<Perceptron> trained =
        Pipeline.fit(
            Preparation.standardizing(),
            trainer,
            Perceptron.zeros(30, Activation.sigmoid()),
            split.train());
    System.out.printf(
        Locale.ROOT,
        "trained on %d rows; %.1f%% of %d others are right%n",
        split.train().rows(),
        100 * trained.score(Metric.accuracy(), split.test()),
        split.test().rows());

    // 2. Save and load. Another program would begin here, with the file alone.
    trained.save(FILE);
    Pipeline<Perceptron> loaded = Pipeline.load(FILE, Perceptron.class);
    System.out.println("saved to " + FILE + ", and loaded from it");

    // 3. The same bits of every prediction.
    Dataset all = Datasets.breastCancer();
    boolean same = Arrays.equals(trained.predict(all), loaded.predict(all));
    System.out.println(
        (same ? "the same bits" : "OTHER BITS") + " of all " + all.rows() + " predictions");

    // 4. A tumor by the names of what was measured, in any order, as another program has it. It is
    // the only one of the others that the model gets wrong.
    Map<String, Double> tumor = new LinkedHashMap<>();
    for (int j = all.features() - 1; j >= 0; j--) {
      tumor.put(all.featureNames().get(j), split.test().value(78, j));
    }
    System.out.printf(
        Locale.ROOT,
        "%na tumor by name: %s, with a probability of %.3f of being malignant%n",
        loaded.className(tumor),
        loaded.probabilities(tumor)[1]);

    // 5. Why: what each feature adds to the net input.
    Explanation why = loaded.explain(tumor);
    System.out.println();
    System.out.println(why);
    Plots.contributions(why).save(PICTURES.resolve("contributions.png"));
    System.out.println();
    System.out.println("wrote contributions.png to " + PICTURES);
  }
}
