package io.github.gradusml.docs;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.data.Split;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.data.TargetStandardizer;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.tuning.RegularizationPath;
import io.github.gradusml.update.UpdateStrategy;

/** The code of docs/weight-decay.md that stands in no example; see {@link Snippets}. */
final class WeightDecaySnippets {
  private WeightDecaySnippets() {}

  static Regularizer[] penalties() {
    Regularizer lasso = Regularizer.l1(0.3);
    Regularizer ridge = Regularizer.l2(0.3);
    Regularizer both = Regularizer.elasticNet(0.3, 0.5); // half of alpha for each
    return new Regularizer[] {lasso, ridge, both};
  }

  static Trainer decoupled() {
    Trainer adamW =
        Trainer.minimizing(Loss.crossEntropy())
            .withOptimizer(Optimizer.adam())
            .withRegularizer(Regularizer.decoupled(0.01));
    return adamW;
  }

  static Trainer blocks(Trainer trainer) {
    Trainer byBlock =
        trainer
            .withRegularizer(Regularizer.l2(1e-4)) // all weights but those of a block named below
            .withRegularizer("layer 1 weights", Regularizer.l1(1e-3))
            .withRegularizer("layer 2 weights", Regularizer.none());
    return byBlock;
  }

  static Perceptron standardized(Trainer trainer, Split split) {
    Standardizer scaler = Standardizer.fit(split.train());
    Perceptron start = Perceptron.zeros(split.train().features(), Activation.sigmoid());
    Perceptron model = trainer.fit(start, scaler.apply(split.train())).model();
    Perceptron inOriginalUnits = scaler.inOriginalUnits(model);
    return inOriginalUnits;
  }

  static Perceptron standardizedTargets(Trainer trainer, Split split, Standardizer scaler) {
    TargetStandardizer targets = TargetStandardizer.fit(split.train());
    Dataset train = targets.apply(scaler.apply(split.train()));
    Perceptron start = Perceptron.zeros(train.features(), Activation.identity());
    Perceptron model = trainer.fit(start, train).model();
    Perceptron inOriginalUnits = targets.inOriginalUnits(model, scaler); // predicts euros again
    return inOriginalUnits;
  }

  static double alphaMax() {
    Dataset raw = Datasets.diabetes();
    Dataset data = Standardizer.fit(raw).apply(raw);
    double largest =
        RegularizationPath.alphaMax(Loss.squaredError(), Activation.identity(), data); // 45.16
    return largest;
  }

  static Dataset weights(Dataset data, double[] reliability) {
    Dataset weighted = data.withWeights(reliability); // one a row, >= 0
    return weighted;
  }

  /** The recall without and with balanced classes, then the precision. */
  static double[] balanced() {
    Dataset cancer = Datasets.breastCancer();
    Standardizer scaler = Standardizer.fit(cancer);
    Dataset data = scaler.apply(cancer);
    Trainer trainer =
        Trainer.minimizing(Loss.crossEntropy())
            .withUpdates(UpdateStrategy.batch())
            .withRegularizer(Regularizer.l2(0.1))
            .withLearningRate(LearningRate.constant(0.5))
            .withEpochs(500);
    Perceptron start = Perceptron.zeros(30, Activation.sigmoid());
    Perceptron plain = trainer.fit(start, data).model();
    Perceptron balanced = trainer.fit(start, data.withBalancedClasses()).model();
    double missed = 1 - Metric.recall().of(plain, data); // 0.075 of the malignant ones
    double missedNow = 1 - Metric.recall().of(balanced, data); // 0.033
    return new double[] {
      missed, missedNow, Metric.precision().of(plain, data), Metric.precision().of(balanced, data)
    };
  }

  static Regularizer[] converted(Dataset data, double a, double c) {
    int n = data.rows();
    Regularizer ridge = Regularizer.l2(a / n); // scikit-learn: Ridge(alpha=a)
    Regularizer logistic = Regularizer.l2(1 / (n * c)); // scikit-learn: LogisticRegression(C=c)
    return new Regularizer[] {ridge, logistic};
  }
}
