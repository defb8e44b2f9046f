package io.github.gradusml.examples;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.metric.Metric;
import io.github.gradusml.plot.Plots;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.training.EpochRecord;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.TrainingResult;
import io.github.gradusml.update.UpdateStrategy;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Section 1 of the article, Perceptron learning: Rosenblatt's rule learns AND and OR in a few
 * epochs, and never learns XOR.
 *
 * <p>The rule looks at one row after the other. A row on the right side of the line changes
 * nothing; one on the wrong side is added to the weights if its target is true, and subtracted if
 * it is false. On XOR it goes round and round, and the trainer's log warns of it.
 *
 * <p>Try: NAND, the reverse of AND; another seed; {@code Loss.hinge()} instead of {@code
 * Loss.perceptron()}, which wants every row at a distance from the line.
 */
public final class LogicGates {
  private static final double[][] INPUTS = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};

  private LogicGates() {}

  /**
   * Runs the example.
   *
   * @param args none
   */
  public static void main(String[] args) {
    Dataset and = gate(-1, -1, -1, 1);
    Dataset or = gate(-1, 1, 1, 1);
    Dataset xor = gate(-1, 1, 1, -1);

    System.out.println("mistakes among the four rows, after each epoch");
    Perceptron learnedAnd = learn("AND", and);
    Perceptron learnedOr = learn("OR", or);
    Perceptron learnedXor = learn("XOR", xor);

    System.out.println();
    printLine("AND", learnedAnd);
    printLine("OR", learnedOr);
    System.out.println("XOR    has no line. With z = w1*x1 + w2*x2 + b it would need");
    System.out.println("       b < 0,   w1 + b > 0,   w2 + b > 0,   w1 + w2 + b < 0;");
    System.out.println("       but the second and the third add up to w1 + w2 + b > -b > 0.");

    System.out.println();
    draw("AND: one line does it", learnedAnd, and, "and.png");
    draw("XOR: no line does it", learnedXor, xor, "xor.png");
  }

  /** How many of the four rows are on the wrong side. */
  private static final Metric MISTAKES =
      Metric.of("mistakes", false, scores -> scores.rows() * (1 - Metric.accuracy().of(scores)));

  /** The four rows of a gate, with targets −1 for false and 1 for true. */
  private static Dataset gate(double... targets) {
    return Dataset.of(INPUTS, targets)
        .withFeatureNames("input x1", "input x2")
        .withClassNames("false", "true");
  }

  private static Perceptron learn(String name, Dataset gate) {
    TrainingResult<Perceptron> result =
        Trainer.minimizing(Loss.perceptron())
            .withUpdates(UpdateStrategy.stochastic())
            .withLearningRate(LearningRate.constant(1))
            .withMetric(MISTAKES)
            .withEpochs(12)
            .withSeed(63)
            .fit(Perceptron.random(2, Activation.step(), 63), gate);
    System.out.printf("%-4s", name);
    for (EpochRecord epoch : result.history().epochs()) {
      System.out.printf(Locale.ROOT, "%3.0f", epoch.metrics().get("mistakes"));
    }
    System.out.println();
    return result.model();
  }

  private static void printLine(String name, Perceptron model) {
    System.out.printf(
        Locale.ROOT,
        "%-4s   z = %.2f*x1 + %.2f*x2 - %.2f%n",
        name,
        model.weight(0),
        model.weight(1),
        -model.bias());
  }

  private static void draw(String title, Perceptron model, Dataset gate, String file) {
    Path picture = Path.of("target", "pictures", file);
    Plots.decisionBoundary(model, gate).withTitle(title).save(picture);
    System.out.println("wrote " + picture);
  }
}
