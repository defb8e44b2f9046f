package io.github.gradusml.landscape;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.HistoryDetail;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.TrainingResult;
import io.github.gradusml.update.UpdateStrategy;
import java.util.Random;
import org.junit.jupiter.api.function.Executable;

/** A regression on two features without a bias, small enough to be worked out in closed form. */
final class Ridge {
  static final int ROWS = 40;
  static final double[][] X = new double[ROWS][2];
  static final double[] Y = new double[ROWS];

  static {
    Random random = new Random(3);
    for (int i = 0; i < ROWS; i++) {
      X[i][0] = random.nextGaussian();
      X[i][1] = 0.6 * X[i][0] + random.nextGaussian();
      Y[i] = 1.5 * X[i][0] - 0.5 * X[i][1] + 0.3 * random.nextGaussian();
    }
  }

  static final Dataset DATA = Dataset.of(X, Y);
  static final Perceptron START = model(-1, 2);
  static final Trainer TRAINER =
      Trainer.minimizing(Loss.squaredError())
          .withUpdates(UpdateStrategy.batch())
          .withLearningRate(LearningRate.constant(0.3))
          .withHistory(HistoryDetail.UPDATE)
          .withEpochs(12)
          .withoutLog();

  private Ridge() {}

  static Perceptron model(double... weights) {
    return Perceptron.of(weights, 0, Activation.identity()).withoutBias();
  }

  static Trainer with(Regularizer penalty) {
    return TRAINER.withRegularizer(penalty);
  }

  /** 1/n · Σ ½(w·x − y)², as the formula says it. */
  static double meanSquaredError(double w0, double w1) {
    double sum = 0;
    for (int i = 0; i < ROWS; i++) {
      double error = w0 * X[i][0] + w1 * X[i][1] - Y[i];
      sum += 0.5 * error * error;
    }
    return sum / ROWS;
  }

  /** (XᵀX/n + α·I)⁻¹·Xᵀy/n. */
  static double[] solution(double alpha) {
    double[][] h = new double[2][2];
    double[] c = new double[2];
    for (int i = 0; i < ROWS; i++) {
      for (int j = 0; j < 2; j++) {
        c[j] += X[i][j] * Y[i] / ROWS;
        h[j][0] += X[i][j] * X[i][0] / ROWS;
        h[j][1] += X[i][j] * X[i][1] / ROWS;
      }
    }
    h[0][0] += alpha;
    h[1][1] += alpha;
    double determinant = h[0][0] * h[1][1] - h[0][1] * h[1][0];
    return new double[] {
      (h[1][1] * c[0] - h[0][1] * c[1]) / determinant,
      (h[0][0] * c[1] - h[1][0] * c[0]) / determinant
    };
  }

  /** A call is refused with a message that begins so. */
  static void assertRefused(String beginning, Executable call) {
    String message = Rejected.message(call);
    assertTrue(message.startsWith(beginning), message);
  }

  /** Trains, and records the way. */
  static TrainingResult<Perceptron> train(Trainer trainer, PathRecorder recorder) {
    return trainer.withListener(recorder).fit(START, DATA);
  }
}
