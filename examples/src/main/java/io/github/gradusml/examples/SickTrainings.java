package io.github.gradusml.examples;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Model;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Split;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.diagnosis.Diagnosis;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.EarlyStopping;
import io.github.gradusml.training.Finding;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * All sections of the article: eight trainings, each with an illness of its own, what a diagnosis
 * says of it, and that the cure makes it go away.
 *
 * <p>Try: print a whole diagnosis, which has all findings and what did not apply.
 */
public final class SickTrainings {
  private static final Perceptron ZEROS = Perceptron.zeros(10, Activation.identity());
  private static final Perceptron SIGMOID = Perceptron.zeros(30, Activation.sigmoid());
  private static final Split RAW = Split.random(Datasets.diabetes(), 0.7, 1);
  private static final Split DIABETES = standardized(RAW);
  private static final Split CANCER =
      standardized(Split.stratified(Datasets.breastCancer(), 0.7, 1));

  private SickTrainings() {}

  /**
   * Runs the example.
   *
   * @param args none
   */
  public static void main(String[] args) {
    Trainer squares =
        Trainer.minimizing(Loss.squaredError())
            .withUpdates(UpdateStrategy.batch())
            .withLearningRate(constant(0.2))
            .withEpochs(200);
    Trainer logistic = Trainer.minimizing(Loss.crossEntropy()).withLearningRate(constant(0.1));

    // 1. Columns as they are, at a rate for columns around 1; cured by standardizing them.
    show("DIVERGED", look(squares, ZEROS, RAW), look(squares, ZEROS, DIABETES));

    // 2. Steps so small that two hundred of them are no way; cured by longer ones.
    Trainer slow = squares.withLearningRate(constant(1e-5));
    Trainer faster = squares.withLearningRate(constant(0.1));
    show("RATE_TOO_SMALL", look(slow, ZEROS, DIABETES), look(faster, ZEROS, DIABETES));

    // 3. A penalty that leaves the loss no say; cured by a weaker one.
    Trainer strong = logistic.withRegularizer(Regularizer.l2(3));
    Trainer mild = logistic.withRegularizer(Regularizer.l2(0.03));
    show("PENALTY_TOO_STRONG", look(strong, SIGMOID, CANCER), look(mild, SIGMOID, CANCER));

    // 4. L1 by few rows an update, whose noise wakes every weight up again; cured by all rows.
    Trainer lasso = squares.withRegularizer(Regularizer.l1(5));
    Trainer few = lasso.withUpdates(UpdateStrategy.miniBatch(8)).withLearningRate(constant(0.01));
    show("NO_ZEROS", look(few, ZEROS, DIABETES), look(lasso, ZEROS, DIABETES));

    // 5. Few rows, and epochs enough to learn their noise; cured by stopping in time.
    Split small = new Split(Split.random(DIABETES.train(), 0.1, 1).train(), DIABETES.test());
    Trainer byHeart = squares.withEpochs(2000);
    Trainer inTime = byHeart.withEarlyStopping(EarlyStopping.onValidationLoss(12));
    show("OVERFITTING", look(byHeart, ZEROS, small), look(inTime, ZEROS, small));

    // 6. A column that nobody knows before the target is known; cured by leaving it out.
    Perceptron wider = Perceptron.zeros(11, Activation.identity());
    Split leaky = standardized(new Split(withTarget(RAW.train()), withTarget(RAW.test())));
    show("GIVEAWAY_COLUMN", look(squares, wider, leaky), look(squares, ZEROS, DIABETES));

    // 7. Rows sorted by their class and taken in this order; cured by shuffling them.
    Split sorted = new Split(sorted(CANCER.train()), CANCER.test());
    Trainer rowByRow = logistic.withUpdates(UpdateStrategy.stochastic());
    Trainer inOrder = rowByRow.withUpdates(UpdateStrategy.stochastic().withoutShuffling());
    show("UNSHUFFLED_ROWS", look(inOrder, SIGMOID, sorted), look(rowByRow, SIGMOID, sorted));

    // 8. One row in twelve is of the class that matters; cured by giving both the same say.
    Perceptron three = Perceptron.zeros(3, Activation.sigmoid());
    Split rare = new Split(rare(CANCER.train()), rare(CANCER.test()));
    Split same = new Split(rare.train().withBalancedClasses(), rare.test());
    show("UNBALANCED_CLASSES", look(logistic, three, rare), look(logistic, three, same));
  }

  private static LearningRate constant(double rate) {
    return LearningRate.constant(rate);
  }

  private static Split standardized(Split split) {
    Standardizer scaler = Standardizer.fit(split.train());
    return new Split(scaler.apply(split.train()), scaler.apply(split.test()));
  }

  private static Dataset withTarget(Dataset rows) {
    double[][] x = new double[rows.rows()][];
    for (int i = 0; i < x.length; i++) {
      x[i] = Arrays.copyOf(rows.row(i), 11);
      x[i][10] = 100 - rows.target(i) / 4;
    }
    return Dataset.of(x, rows.targets());
  }

  private static IntStream where(Dataset rows, IntPredicate holds) {
    return IntStream.range(0, rows.rows()).filter(holds);
  }

  private static Dataset sorted(Dataset rows) {
    IntStream benign = where(rows, i -> rows.target(i) == 0);
    return rows.select(IntStream.concat(benign, where(rows, i -> rows.target(i) == 1)).toArray());
  }

  private static Dataset rare(Dataset rows) {
    return rows.select(where(rows, i -> rows.target(i) == 0 || i % 8 == 0).toArray())
        .selectFeatures("texture_mean", "smoothness_mean", "symmetry_mean");
  }

  private static <M extends Model<M>> Diagnosis look(Trainer trainer, M start, Split rows) {
    var result = trainer.withoutLog().fit(start, rows.train(), rows.test());
    return Diagnosis.of(trainer, result, rows.train(), rows.test());
  }

  private static void show(String code, Diagnosis sick, Diagnosis cured) {
    if (sick.finding(code).isEmpty()) { // after a change, it may be well, or have another illness
      System.out.println(code + ": not found, but " + codes(sick));
      return;
    }
    Finding finding = sick.finding(code).get();
    System.out.println(code + ": " + finding.title());
    System.out.println("  seen: " + finding.evidence());
    System.out.println("  cure: " + finding.cure());
    System.out.println("  then: " + (cured.finding(code).isEmpty() ? "gone" : "still there"));
  }

  private static List<String> codes(Diagnosis diagnosis) {
    return diagnosis.findings().stream().map(Finding::code).toList();
  }
}
