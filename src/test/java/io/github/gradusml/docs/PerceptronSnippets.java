package io.github.gradusml.docs;

import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
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

/** The code of docs/perceptron.md. */
final class PerceptronSnippets {
  private PerceptronSnippets() {}

  /** Stands in for the one of Java, so that a test reads what is printed. */
  private static final class System {
    static PrintStream out;
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
