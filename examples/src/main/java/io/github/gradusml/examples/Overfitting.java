package io.github.gradusml.examples;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Split;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.plot.Plot;
import io.github.gradusml.plot.Plots;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.EpochRecord;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.TrainingHistory;
import io.github.gradusml.training.TrainingResult;
import io.github.gradusml.update.UpdateStrategy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Section 3 of the article, Weight decay: a perceptron with thirty weights and a hundred rows
 * learns these by heart, unless a penalty holds its weights small.
 *
 * <p>The loss is measured after every epoch, on the rows trained on and on others. Where the two
 * lines of a picture part, the model fits its training rows too closely; where both are high, it
 * fits too little.
 *
 * <p>Try: half of the rows to train on, where there is less to gain; 50 epochs, which is a remedy
 * too, called early stopping; L1 in place of L2.
 */
public final class Overfitting {
  private static final Path PICTURE = Path.of("target", "pictures", "overfitting.png");

  private Overfitting() {}

  /**
   * Runs the example.
   *
   * @param args none
   */
  public static void main(String[] args) {
    // 1. A fifth of the rows to train on, the others to see what that is worth.
    Split split = Split.stratified(Datasets.breastCancer(), 0.2, 42);
    Standardizer scaler = Standardizer.fit(split.train());
    Dataset train = scaler.apply(split.train());
    Dataset others = scaler.apply(split.test());

    // 2. No penalty, the right one, too strong a one.
    Perceptron start = Perceptron.zeros(train.features(), Activation.sigmoid());
    Trainer trainer =
        Trainer.minimizing(Loss.crossEntropy())
            .withUpdates(UpdateStrategy.batch())
            .withLearningRate(LearningRate.constant(0.3))
            .withEpochs(3000);
    List<Plot> pictures = new ArrayList<>();
    System.out.println(
        "           loss after 3000 epochs   least loss on    accuracy on   length of");
    System.out.println(
        "alpha      training     others      others, epoch       others     the weights");
    for (double alpha : new double[] {0, 0.01, 1}) {
      TrainingResult<Perceptron> result =
          trainer.withRegularizer(Regularizer.l2(alpha)).fit(start, train, others);
      print(alpha, result, Metric.accuracy().of(result.model(), others));
      pictures.add(
          Plots.loss(result.history()).withTitle(alpha == 0 ? "no penalty" : "alpha " + alpha));
    }

    // 3. The first two side by side, with one range for both: so they can be compared.
    Plots.sheet(2, pictures.get(0), pictures.get(1))
        .withTitle("Breast cancer, " + train.rows() + " rows to train on")
        .withLogScale()
        .withVerticalRange(0.005, 0.7)
        .withSize(1200, 480)
        .save(PICTURE);
    System.out.println();
    System.out.println("wrote " + PICTURE);
  }

  private static void print(double alpha, TrainingResult<Perceptron> result, double accuracy) {
    TrainingHistory history = result.history();
    EpochRecord least = history.epochs().get(0);
    for (EpochRecord epoch : history.epochs()) {
      least = epoch.validationLoss() < least.validationLoss() ? epoch : least;
    }
    double length = Math.sqrt(Arrays.stream(result.model().weights()).map(w -> w * w).sum());
    System.out.printf(
        Locale.ROOT,
        "%-8s %10.4f %10.4f %12.4f %6d %12.1f%% %13.2f%n",
        alpha == 0 ? "none" : alpha,
        history.last().dataLoss(),
        history.last().validationLoss(),
        least.validationLoss(),
        least.epoch(),
        100 * accuracy,
        length);
  }
}
