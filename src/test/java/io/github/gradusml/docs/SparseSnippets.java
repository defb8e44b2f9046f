package io.github.gradusml.docs;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.pipeline.Pipeline;
import io.github.gradusml.pipeline.Preparation;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.rows.Rows;
import io.github.gradusml.rows.Start;
import io.github.gradusml.step.ExplainedStep;
import io.github.gradusml.text.CountVectorizer;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.Training;
import io.github.gradusml.tuning.CrossValidation;
import io.github.gradusml.update.UpdateStrategy;
import java.util.Locale;

/** The code of docs/sparse-rows.md; {@code main} prints the tables that stand there. */
public final class SparseSnippets {
  private SparseSnippets() {}

  static Dataset rows() {
    Rows rows =
        Rows.sparse(1_000_000)
            .add(new int[] {12, 345_678, 700_001}, new double[] {1, 2, 1})
            .add(new int[] {12, 99_999}, new double[] {1, 1})
            .build();
    Dataset data = Dataset.of(rows, new double[] {1, 0});
    return data;
  }

  static Trainer trainer() {
    Trainer trainer =
        Trainer.minimizing(Loss.crossEntropy())
            .withUpdates(UpdateStrategy.stochastic().withoutShuffling())
            .withRegularizer(Regularizer.l2(0.2))
            .withLearningRate(LearningRate.constant(0.5));
    return trainer;
  }

  static double predicted() {
    Dataset data = rows();
    Trainer trainer = trainer();
    Perceptron start = Perceptron.zeros(1_000_000, Activation.sigmoid());
    Perceptron model = trainer.fit(start, data).model();
    double prediction = model.predict(new int[] {12, 700_001}, new double[] {1, 1});
    return prediction;
  }

  static Pipeline<Perceptron> texts(Dataset texts, Trainer trainer) {
    Preparation words =
        Preparation.counting(CountVectorizer.standard().withTfIdf().withUnitLength());
    CrossValidation folds = CrossValidation.stratified(5).withPreparation(words);
    Start<Perceptron> start = features -> Perceptron.zeros(features, Activation.sigmoid());
    double logLoss = folds.score(trainer, start, texts, Metric.logLoss()).mean();
    Pipeline<Perceptron> filter = folds.fit(trainer, start, texts);
    double spam = filter.predict("Free money, now!"); // also probabilities, classify, explain
    return Double.isFinite(logLoss + spam) ? filter : null;
  }

  /** The first update, written out. */
  static ExplainedStep firstStep() {
    Dataset data = rows();
    Trainer trainer = trainer();
    Perceptron start = Perceptron.zeros(1_000_000, Activation.sigmoid());
    ExplainedStep step = ExplainedStep.ofUpdate(trainer, start, data, 1);
    return step;
  }

  /** The weights of the columns that are met, after each of the first updates. */
  static String weights() {
    Perceptron start = Perceptron.zeros(1_000_000, Activation.sigmoid());
    Training<Perceptron> training = trainer().begin(start, rows());
    StringBuilder table = new StringBuilder();
    table.append("| update | by row | s | w₁₂ | w₉₉₉₉₉ | w₃₄₅₆₇₈ | w₇₀₀₀₀₁ | bias |\n");
    table.append("| --- | --- | --- | --- | --- | --- | --- | --- |\n");
    double s = 1;
    for (int t = 1; t <= 4; t++) {
      training.update();
      s = t % 2 == 1 ? 0.9 : 0.9 * s; // weights are brought up to date before each epoch
      double[] w = training.parameters();
      table.append(
          String.format(
              Locale.ROOT,
              "| %d | %d | %.2f | %.4f | %.4f | %.4f | %.4f | %.4f |\n",
              t,
              training.rows()[0],
              s,
              w[12],
              w[99_999],
              w[345_678],
              w[700_001],
              w[1_000_000]));
    }
    return table.toString();
  }

  /**
   * Prints the tables.
   *
   * @param args not used
   */
  public static void main(String[] args) {
    System.out.println(firstStep().toText());
    System.out.println(weights());
    System.out.println(predicted());
  }
}
