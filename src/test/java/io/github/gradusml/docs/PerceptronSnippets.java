package io.github.gradusml.docs;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.ComposedLoss;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.TargetStandardizer;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.stability.Separability;
import io.github.gradusml.training.HistoryDetail;
import io.github.gradusml.training.MistakeReport;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.Training;
import io.github.gradusml.training.TrainingListener;
import io.github.gradusml.training.TrainingResult;
import io.github.gradusml.training.UpdateRecord;
import io.github.gradusml.update.UpdateStrategy;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The code of docs/perceptron.md; {@link PerceptronFigures} measures what that page says. */
final class PerceptronSnippets {
  private PerceptronSnippets() {}

  /** Stands in for the one of Java, so that a test reads what is printed. */
  private static final class System {
    static PrintStream out;
  }

  static double[] drawing() {
    Perceptron and = Perceptron.of(new double[] {1, 1}, -1.5, Activation.step());
    double z = and.netInput(1, 1); // 1·1 + 1·1 − 1.5 = 0.5
    double prediction = and.predict(1, 1); // 1, as z ≥ 0
    return new double[] {z, prediction};
  }

  static List<Object> rows() {
    double[][] inputs = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
    Dataset and = Dataset.of(inputs, new double[] {-1, -1, -1, 1});
    Dataset xor = Dataset.of(inputs, new double[] {-1, 1, 1, -1});
    Perceptron start = Perceptron.zeros(2, Activation.sign());
    return List.of(and, xor, start);
  }

  static double[] delta() {
    ComposedLoss pair = Loss.crossEntropy().compose(Activation.sigmoid());
    double loss = pair.value(0.5, 1); // of the net input 0.5 and the target 1
    double moved = pair.value(0.501, 1);
    double slope = (moved - loss) / 0.001;
    double delta = pair.derivative(0.5, 1);
    return new double[] {loss, moved, slope, delta};
  }

  static Perceptron[] starts() {
    Perceptron zeros = Perceptron.zeros(2, Activation.sign());
    Perceptron random = Perceptron.random(2, Activation.sign(), 42); // seed 42
    return new Perceptron[] {zeros, random};
  }

  /** The first epoch on AND, row by row in order, with a rate of 1. */
  static String firstEpoch(Perceptron start, Dataset and) {
    StringBuilder lines = new StringBuilder();
    Training<Perceptron> training =
        Trainer.minimizing(Loss.perceptron())
            .withUpdates(UpdateStrategy.stochastic().withoutShuffling())
            .withLearningRate(LearningRate.constant(1))
            .begin(start, and);
    while (training.updates() < 4) {
      double[] x = and.row((int) training.updates());
      double z = training.model().netInput(x);
      training.update();
      double[] theta = training.model().parameters();
      lines.append(
          String.format(
              Locale.ROOT,
              "x = (%.0f, %.0f), y = %2.0f: z = %2.0f, gradient %-18s w = (%.0f, %.0f), b = %.0f%n",
              x[0],
              x[1],
              and.target(training.rows()[0]),
              z,
              Arrays.toString(training.gradient()),
              theta[0],
              theta[1],
              theta[2]));
    }
    return lines.toString().strip().replace("\r\n", "\n");
  }

  static double price(Perceptron start, Dataset train, double[] x) {
    TargetStandardizer unit = TargetStandardizer.fit(train);
    Perceptron inUnits = Trainer.minimizing(Loss.huber(1)).fit(start, unit.apply(train)).model();
    double price = unit.inverse(inUnits.predict(x));
    return price;
  }

  static List<Object> lines(Dataset and, Dataset xor) {
    Separability ofAnd = Separability.of(and);
    Perceptron line = ofAnd.separator().orElseThrow();
    Separability ofXor = Separability.of(xor);
    double[] weights = ofXor.certificate();
    return List.of(ofAnd, line, ofXor, weights);
  }

  static MistakeReport mistakes(Perceptron start, Dataset and) {
    Trainer rosenblatt =
        Trainer.minimizing(Loss.perceptron())
            .withUpdates(UpdateStrategy.stochastic())
            .withHistory(HistoryDetail.UPDATE);
    TrainingResult<Perceptron> result = rosenblatt.fit(start, and);
    MistakeReport report = MistakeReport.of(rosenblatt, result, and);
    return report;
  }

  static Trainer averaged(Trainer rosenblatt) {
    Trainer averaged = rosenblatt.withAveragedWeights(1); // all epochs count
    return averaged;
  }

  static void byHand(Trainer trainer, Perceptron start, Dataset and, PrintStream out) {
    System.out = out;
    TrainingListener byHand =
        new TrainingListener() {
          @Override
          public void updated(UpdateRecord update, Training<?> training) {
            System.out.printf(
                "row %s: loss %s, gradient %s, weights now %s%n",
                Arrays.toString(training.rows()),
                update.batchLoss(),
                Arrays.toString(training.gradient()),
                Arrays.toString(training.model().parameters()));
          }
        };
    trainer.withListener(byHand).withHistory(HistoryDetail.UPDATE).fit(start, and);
  }
}
