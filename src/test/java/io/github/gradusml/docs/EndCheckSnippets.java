package io.github.gradusml.docs;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Split;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.diagnosis.Diagnosis;
import io.github.gradusml.network.Network;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.Check;
import io.github.gradusml.training.Severity;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.TrainingResult;
import io.github.gradusml.training.Verdict;
import io.github.gradusml.update.UpdateStrategy;

/** The Java code of the pages on what every training looks for at its end. */
final class EndCheckSnippets {
  private EndCheckSnippets() {}

  static Diagnosis diagnosis(Trainer trainer, Perceptron start, Dataset train, Dataset validation) {
    TrainingResult<Perceptron> result = trainer.fit(start, train, validation);
    Diagnosis diagnosis = Diagnosis.of(trainer, result, train, validation);
    System.out.println(diagnosis);
    return diagnosis;
  }

  static Trainer smallerRate(Trainer trainer) {
    Trainer calmer = trainer.withLearningRate(LearningRate.constant(0.248));
    return calmer;
  }

  static Dataset standardized(Dataset train) {
    Standardizer scaler = Standardizer.fit(train);
    Dataset data = scaler.apply(train);
    return data;
  }

  static double halfTheEdge(Trainer trainer, Perceptron start, Dataset data) {
    double edge = trainer.stability(start, data).orElseThrow().largestRate();
    Trainer stable = trainer.withLearningRate(LearningRate.constant(edge / 2));
    return stable.fit(start, data).history().last().objective();
  }

  static Dataset products(Dataset data) {
    double[][] x = new double[data.rows()][];
    for (int i = 0; i < x.length; i++) {
      double a = data.value(i, 0);
      double b = data.value(i, 1);
      x[i] = new double[] {a, b, a * b};
    }
    Dataset bent = Dataset.of(x, data.targets());
    return bent;
  }

  static Network hiddenLayer() {
    Network start =
        Network.of(2, Output.of(Activation.sigmoid())).withHidden(4, Activation.tanh()).random(1);
    return start;
  }

  static Trainer hinge() {
    Trainer trainer =
        Trainer.minimizing(Loss.hinge()).withLearningRate(LearningRate.constant(0.04));
    return trainer;
  }

  static Trainer moreEpochs(Trainer trainer) {
    Trainer longer = trainer.withEpochs(200);
    return longer;
  }

  static Trainer fallingRate(Trainer trainer) {
    Trainer settling = trainer.withLearningRate(LearningRate.cosine(0.5, 0.001, 50).perEpoch());
    return settling;
  }

  static Perceptron randomStart() {
    Perceptron start = Perceptron.random(10, Activation.relu(), 1);
    return start;
  }

  static Network leaky() {
    Network start =
        Network.of(10, Output.of(Activation.identity()))
            .withHidden(8, Activation.leakyRelu(0.01))
            .random(1);
    return start;
  }

  static Trainer largerRate(Trainer trainer) {
    Trainer faster = trainer.withLearningRate(LearningRate.constant(0.01));
    return faster;
  }

  static Trainer zeros(Trainer trainer) {
    Trainer lasso =
        trainer
            .withUpdates(UpdateStrategy.batch())
            .withLearningRate(LearningRate.constant(0.2))
            .withEpochs(250);
    return lasso;
  }

  static Trainer cumulative(Trainer trainer) {
    Trainer batches = trainer.withRegularizer(Regularizer.l1Cumulative(5));
    return batches;
  }

  static Split stratified(Dataset all) {
    Split split = Split.stratified(all, 0.8, 42);
    return split;
  }

  static Diagnosis ownCheck(Diagnosis diagnosis) {
    Check small =
        Check.of(
            "LARGE_BIAS",
            "The bias is large",
            Severity.HINT,
            training -> {
              double[] zeros = new double[training.train().features()];
              double bias = Math.abs(training.model().netInputs(zeros)[0]);
              return bias > 100
                  ? Verdict.found("The bias is " + bias + ".", "Standardize the targets.")
                  : Verdict.clear();
            });
    Diagnosis more = diagnosis.withCheck(small);
    return more;
  }
}
