package io.github.gradusml.examples;

import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Split;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.metric.ConfusionMatrix;
import io.github.gradusml.network.Network;
import io.github.gradusml.plot.Plots;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.update.UpdateStrategy;
import java.nio.file.Path;
import java.util.Locale;

/**
 * From one perceptron to a layer of them: three kinds of iris, three perceptrons side by side, and
 * a softmax that makes probabilities of their net inputs.
 *
 * <p>It learns from two thirds of the flowers and is asked about the others. The picture shows a
 * second training, on the petals of all flowers: each border is where two kinds are equally
 * probable, and is a straight line.
 *
 * <p>Try: no penalty and 10,000 epochs, which make the probabilities nearly certain; the sepals in
 * the picture; {@code Output.oneVersusRest(3, Activation.sigmoid())} in place of the softmax.
 */
public final class IrisThreeKinds {
  private static final Path PICTURES = Path.of("target", "pictures");

  private IrisThreeKinds() {}

  /**
   * Runs the example.
   *
   * @param args none
   */
  public static void main(String[] args) {
    // 1. Three kinds, called 0, 1 and 2; a third of each is kept apart.
    Split split = Split.stratified(Datasets.iris(), 2.0 / 3, 42);
    Standardizer scaler = Standardizer.fit(split.train());
    Dataset test = scaler.apply(split.test());

    // 2. Softmax regression is a network without hidden layers.
    Trainer trainer =
        Trainer.minimizing(Loss.crossEntropy())
            .withUpdates(UpdateStrategy.batch())
            .withRegularizer(Regularizer.l2(1e-3))
            .withLearningRate(LearningRate.constant(0.5))
            .withEpochs(1000);
    Network start = Network.of(4, Output.softmax(3)).zeros();
    Network model = trainer.fit(start, scaler.apply(split.train())).model();

    // 3. On the flowers kept apart.
    ConfusionMatrix confusion = ConfusionMatrix.of(model, test);
    System.out.println(confusion);
    System.out.println();
    System.out.println(confusion.report());
    System.out.println();
    System.out.println("the least certain    setosa  versicolor  virginica   is");
    for (int i = 0; i < test.rows(); i++) {
      double[] p = model.probabilities(test.row(i));
      if (p[model.classify(test.row(i))] < 0.7) {
        String kind = test.classNames().get((int) test.target(i));
        System.out.printf(
            Locale.ROOT, "flower %2d %17.3f %11.3f %10.3f   %s%n", i, p[0], p[1], p[2], kind);
      }
    }

    // 4. Pictures: the counts, and the regions by two features.
    Plots.confusionMatrix(confusion)
        .withTitle("Three kinds of iris, flowers kept apart")
        .save(PICTURES.resolve("iris-confusion.png"));
    Dataset petals =
        Datasets.iris()
            .selectFeatures("petal_length_cm", "petal_width_cm")
            .withFeatureNames("petal length, standardized", "petal width, standardized");
    Dataset scaled = Standardizer.fit(petals).apply(petals);
    Network ofPetals = trainer.fit(Network.of(2, Output.softmax(3)).zeros(), scaled).model();
    Plots.decisionBoundary(ofPetals, scaled)
        .withTitle("Three kinds of iris by their petals")
        .save(PICTURES.resolve("iris-three-kinds.png"));
    System.out.println();
    System.out.println("wrote iris-confusion.png and iris-three-kinds.png to " + PICTURES);
  }
}
