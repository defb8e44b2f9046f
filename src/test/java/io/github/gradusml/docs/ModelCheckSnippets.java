package io.github.gradusml.docs;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.diagnosis.Diagnosis;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.network.Network;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.EarlyStopping;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.TrainingResult;
import io.github.gradusml.tuning.CrossValidation;
import io.github.gradusml.tuning.CrossValidationResult;
import io.github.gradusml.tuning.GridSearch;
import io.github.gradusml.tuning.SearchResult;
import io.github.gradusml.tuning.Values;
import io.github.gradusml.update.UpdateStrategy;

/** The code of the pages on the checks of a model, in docs/checks; see {@link Snippets}. */
final class ModelCheckSnippets {
  private ModelCheckSnippets() {}

  static Network deadUnits() {
    Network network =
        Network.of(30, Output.of(Activation.sigmoid()))
            .withHidden(16, Activation.leakyRelu(0.01))
            .random(1);
    return network;
  }

  static TrainingResult<Network> saturatedUnits(Trainer trainer, Network network, Dataset train) {
    Dataset standardized = Standardizer.fit(train).apply(train);
    Network start = network.architecture().random(1);
    TrainingResult<Network> result = trainer.fit(start, standardized);
    return result;
  }

  static Perceptron[] behindSigmoid(Dataset zerosAndOnes) {
    Perceptron logistic = Perceptron.zeros(30, Activation.sigmoid());
    Trainer.minimizing(Loss.crossEntropy()).fit(logistic, zerosAndOnes); // targets 0 and 1

    Perceptron machine = Perceptron.zeros(30, Activation.identity());
    Trainer.minimizing(Loss.hinge()).fit(machine, zerosAndOnes.withTargets(-1, 1));
    return new Perceptron[] {logistic, machine};
  }

  static TrainingResult<Perceptron> overfitting(
      Trainer trainer, Perceptron start, Dataset train, Dataset validation) {
    TrainingResult<Perceptron> result =
        trainer.withEarlyStopping(EarlyStopping.onValidationLoss(10)).fit(start, train, validation);
    return result;
  }

  static TrainingResult<Network> underfitting(
      Trainer trainer, Perceptron start, Dataset train, Dataset validation) {
    Network network = Network.of(4, start.output()).withHidden(16, Activation.tanh()).random(1);
    TrainingResult<Network> result =
        trainer
            .withUpdates(UpdateStrategy.miniBatch(16))
            .withOptimizer(Optimizer.adam())
            .withLearningRate(LearningRate.constant(0.02))
            .withEpochs(100)
            .withRegularizer(Regularizer.none())
            .fit(network, train, validation);
    return result;
  }

  static Dataset products(Dataset data) {
    double[][] wider = new double[data.rows()][];
    for (int i = 0; i < wider.length; i++) {
      double[] x = data.row(i);
      wider[i] = new double[] {x[0], x[1], x[0] * x[0], x[0] * x[1], x[1] * x[1]};
    }
    return Dataset.of(wider, data.targets());
  }

  static Trainer guessing(Trainer trainer) {
    Trainer other = trainer.withLearningRate(LearningRate.constant(0.1));
    return other;
  }

  static CrossValidationResult noisyValidation(Trainer trainer, Perceptron start, Dataset all) {
    CrossValidationResult scores =
        CrossValidation.kFold(5).score(trainer, start, all, Metric.meanSquaredError());
    return scores;
  }

  static Diagnosis edgeOfSearch(Trainer trainer, Perceptron start, Dataset train) {
    SearchResult<Perceptron> search =
        GridSearch.of(trainer, CrossValidation.kFold(5), Metric.logLoss())
            .with(
                "alpha",
                Values.logarithmic(1e-4, 10, 6),
                (t, alpha) -> t.withRegularizer(Regularizer.l2(alpha)))
            .run(start, train);
    Trainer chosen = search.best().trainer();
    Diagnosis diagnosis = Diagnosis.of(chosen, chosen.fit(start, train), train).withSearch(search);
    return diagnosis;
  }
}
