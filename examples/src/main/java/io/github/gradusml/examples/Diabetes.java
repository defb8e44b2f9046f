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
import io.github.gradusml.training.EpochRecord;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.TrainingResult;
import io.github.gradusml.update.UpdateStrategy;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;

/**
 * Sections 2 and 4 of the article, batch updates and the learning rate: gradient descent on a
 * linear regression arrives where the closed form says the minimum is.
 *
 * <p>The features are standardized, so that one learning rate suits all of them; the coefficients
 * are then brought back to the units of the patients' measurements.
 *
 * <p>Try: a learning rate of 0.2, which takes twice as long; one of 0.6, which overshoots further
 * at every step and ends with an explanation; training on {@code patients} without the
 * standardizer.
 */
public final class Diabetes {
  private Diabetes() {}

  /**
   * Runs the example.
   *
   * @param args none
   */
  public static void main(String[] args) {
    Dataset patients = Datasets.diabetes();
    Standardizer scaler = Standardizer.fit(patients);

    TrainingResult<Perceptron> result =
        Trainer.minimizing(Loss.squaredError())
            .withUpdates(UpdateStrategy.batch())
            .withLearningRate(LearningRate.constant(0.4))
            .withEpochs(20_000)
            .withTolerance(1e-12) // the length of the gradient at which the minimum is reached
            .fit(
                Perceptron.zeros(patients.features(), Activation.identity()),
                scaler.apply(patients));
    Perceptron descent = scaler.inOriginalUnits(result.model());

    // The closed form: the coefficients at which the gradient is exactly zero; intercept first.
    OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
    regression.newSampleData(patients.targets(), patients.toMatrix().getData());
    double[] closedForm = regression.estimateRegressionParameters();

    System.out.printf(Locale.ROOT, "%s after %d epochs%n%n", result.stopReason(), result.epochs());
    System.out.printf("%-12s %18s %18s%n", "coefficient", "gradient descent", "closed form");
    double largest = Math.abs(descent.bias() - closedForm[0]);
    print("intercept", descent.bias(), closedForm[0]);
    for (int j = 0; j < patients.features(); j++) {
      print(patients.featureNames().get(j), descent.weight(j), closedForm[j + 1]);
      largest = Math.max(largest, Math.abs(descent.weight(j) - closedForm[j + 1]));
    }
    System.out.println();
    System.out.printf(Locale.ROOT, "largest difference %.1e%n", largest);
    System.out.printf(Locale.ROOT, "R2 %.4f%n%n", Metric.r2().of(descent, patients));

    Path picture = Path.of("target", "pictures", "diabetes-gradient.png");
    Plots.perEpoch(
            "length of the gradient",
            EpochRecord::gradientNorm,
            Map.of("batch updates", result.history()))
        .withTitle("Diabetes: the way to the minimum")
        .withLogScale()
        .save(picture);
    System.out.println("wrote " + picture);
  }

  private static void print(String name, double descent, double closedForm) {
    System.out.printf(Locale.ROOT, "%-12s %18.8f %18.8f%n", name, descent, closedForm);
  }
}
