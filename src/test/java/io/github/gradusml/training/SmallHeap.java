package io.github.gradusml.training;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.update.UpdateStrategy;

/**
 * Trains on sparse rows of four million columns, for a test that gives it little memory.
 *
 * <p>Arguments: the rows of an update, and {@code l2} or {@code elastic}.
 */
final class SmallHeap {
  static final int COLUMNS = 4_000_000;

  private SmallHeap() {}

  public static void main(String[] args) {
    Dataset data = SparseCases.rows(Loss.crossEntropy(), 300, COLUMNS, 20, 1);
    int batch = Integer.parseInt(args[0]);
    TrainingResult<Perceptron> result =
        Trainer.minimizing(Loss.crossEntropy())
            .withUpdates(UpdateStrategy.miniBatch(batch))
            .withRegularizer(
                args[1].equals("l2") ? Regularizer.l2(1e-4) : Regularizer.elasticNet(1e-4, 0.5))
            .withLearningRate(LearningRate.constant(0.1))
            .withEpochs(3)
            .fit(Perceptron.zeros(COLUMNS, Activation.sigmoid()), data);
    System.out.println(result.history().last().updates());
  }
}
