package io.github.gradusml.examples;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.plot.Plots;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.training.Trainer;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Section 1 of the article, Perceptron learning: a perceptron with a sigmoid draws the line between
 * two kinds of iris, by the length and the width of their petals.
 *
 * <p>It is trained on standardized petals, and drawn in centimeters.
 *
 * <p>Try: the classes setosa and versicolor, which lie far apart; the sepals instead of the petals;
 * 10 epochs instead of 500.
 */
public final class Iris {
  private Iris() {}

  /**
   * Runs the example.
   *
   * @param args none
   */
  public static void main(String[] args) {
    Dataset petals =
        Datasets.iris()
            .selectClasses("versicolor", "virginica")
            .selectFeatures("petal_length_cm", "petal_width_cm")
            .withFeatureNames("petal length in cm", "petal width in cm");
    Standardizer scaler = Standardizer.fit(petals);

    Perceptron trained =
        Trainer.minimizing(Loss.crossEntropy())
            .withLearningRate(LearningRate.constant(0.5))
            .withEpochs(500)
            .fit(Perceptron.zeros(2, Activation.sigmoid()), scaler.apply(petals))
            .model();
    Perceptron model = scaler.inOriginalUnits(trained);

    System.out.printf(
        Locale.ROOT,
        "z = %.2f * length + %.2f * width - %.2f%n",
        model.weight(0),
        model.weight(1),
        -model.bias());
    System.out.printf(
        Locale.ROOT,
        "on its right side: %.1f%% of the rows%n%n",
        100 * Metric.accuracy().of(model, petals));

    System.out.println("petal length  petal width  probability of virginica");
    for (double[] petal : new double[][] {{4.0, 1.2}, {4.9, 1.6}, {5.0, 1.7}, {6.0, 2.2}}) {
      System.out.printf(
          Locale.ROOT, "%9.1f cm %9.1f cm %25.3f%n", petal[0], petal[1], model.predict(petal));
    }

    Path picture = Path.of("target", "pictures", "iris.png");
    Plots.decisionBoundary(model, petals)
        .withTitle("Two kinds of iris, and the line between them")
        .save(picture);
    System.out.println();
    System.out.println("wrote " + picture);
  }
}
