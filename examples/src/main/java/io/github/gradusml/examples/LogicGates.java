package io.github.gradusml.examples;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.plot.Plots;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.training.EpochRecord;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.TrainingResult;
import io.github.gradusml.update.UpdateStrategy;
import java.nio.file.Path;
import java.util.stream.IntStream;

/**
 * Section 1 of the article, Perceptron learning: Rosenblatt's rule learns AND and OR in a few epochs, and
 * never learns XOR.
 *
 * <p>The rule looks at one row after the other. A row on the right side of the line changes nothing; one
 * on the wrong side is added to the weights, or subtracted from them.
 *
 * <p>Try: NAND; the start {@code Perceptron.random(2, Activation.step(), 7)}; {@code Loss.hinge()}
 * instead of {@code Loss.perceptron()}, which wants every row at a distance from the line.
 */
public final class LogicGates {
  private static final double[][] INPUTS = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
  private static final Path PICTURES = Path.of("target", "pictures");

  private LogicGates() {}

  /**
   * Runs the example.
   *
   * @param args none
   */
  public static void main(String[] args) {
    System.out.println("mistakes after each epoch");
    Perceptron and = learn("AND", gate(-1, -1, -1, 1));
    Perceptron or = learn("OR ", gate(-1, 1, 1, 1));
    Perceptron xor = learn("XOR", gate(-1, 1, 1, -1));

    System.out.println();
    System.out.println("AND  z = " + and.weight(0) + "·x1 + " + and.weight(1) + "·x2 + " + and.bias());
    System.out.println("OR   z = " + or.weight(0) + "·x1 + " + or.weight(1) + "·x2 + " + or.bias());
    System.out.println("XOR  has no such line. With z = w1·x1 + w2·x2 + b it would need");
    System.out.println("       b < 0,  w1 + b > 0,  w2 + b > 0,  w1 + w2 + b < 0;");
    System.out.println("     but the second and third together say w1 + w2 + b > -b > 0.");

    System.out.println();
    picture(and, gate(-1, -1, -1, 1), "AND: one line does it", "and.png");
    picture(xor, gate(-1, 1, 1, -1), "XOR: no line does it", "xor.png");
  }

  /** The four rows of a gate, with targets −1 for false and 1 for true. */
  private static Dataset gate(double... targets) {
    return Dataset.of(INPUTS, targets)
        .withFeatureNames("input x1", "input x2")
        .withClassNames("false", "true");
  }

  private static Perceptron learn(String name, Dataset gate) {
    TrainingResult<Perceptron> result =
        Trainer.minimizing(Loss.perceptron())
            .withUpdates(UpdateStrategy.stochastic().inOrder())
            .withLearningRate(LearningRate.constant(1))
            .withMetric("mistakes", (model, data) -> mistakes(data, model::classify))
            .withTolerance(1e-9) // stops when no row changes anything any more
            .withEpochs(20)
            .fit(Perceptron.zeros(2, Activation.step()), gate);
    System.out.print(name);
    for (EpochRecord epoch : result.history().epochs()) {
      System.out.printf("%3.0f", epoch.metrics().get("mistakes"));
    }
    System.out.println();
    return result.model();
  }

  private static double mistakes(Dataset gate, java.util.function.ToIntFunction<double[]> classify) {
    return IntStream.range(0, gate.rows())
        .filter(i -> classify.applyAsInt(gate.row(i)) != (gate.target(i) == 1 ? 1 : 0))
        .count();
  }

  private static void picture(Perceptron model, Dataset gate, String title, String file) {
    System.out.println(
        "wrote "
            + Plots.decisionBoundary(model, gate).withTitle(title).save(PICTURES.resolve(file)));
  }
}
