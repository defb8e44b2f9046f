package io.github.gradusml.training;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.Texts;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.stability.Separability;
import java.util.Arrays;
import java.util.List;

/**
 * How many mistakes a perceptron made while it learned by Rosenblatt's rule, beside the number that
 * it cannot exceed.
 *
 * <pre>{@code
 * mistakes ≤ (R/γ)²        R = maxᵢ ‖(xᵢ, 1)‖, γ the margin of a line that separates the rows
 * }</pre>
 *
 * <p>A mistake is an update whose row was on the wrong side or on the line: only then does the
 * perceptron criterion have a gradient. From weights 0, on rows that a line separates, there is a
 * last one; where no line does, there is none. The bound holds for any order of the rows and any
 * rate that stays the same.
 *
 * <p>Article: section 1, Perceptron learning.
 *
 * <p>Source: A. Novikoff, On convergence proofs on perceptrons, Symposium on the Mathematical
 * Theory of Automata 12 (1962).
 *
 * @param mistakes how many mistakes were made
 * @param lastEpoch the epoch of the last one, from 1; 0 if there was none
 * @param epochs how many epochs were begun
 * @param separability whether a line separates the rows, and the bound
 */
public record MistakeReport(long mistakes, int lastEpoch, int epochs, Separability separability) {
  /**
   * Checks that nothing is missing.
   *
   * @param mistakes how many mistakes were made
   * @param lastEpoch the epoch of the last one, from 1; 0 if there was none
   * @param epochs how many epochs were begun
   * @param separability whether a line separates the rows, and the bound
   */
  public MistakeReport {
    Checks.notNull("separability", separability);
  }

  /**
   * Counts the mistakes of a training, and finds out whether a line separates its rows.
   *
   * @param trainer the trainer: of the perceptron criterion, one row an update, by plain descent
   *     without a penalty, at one rate, with {@link HistoryDetail#UPDATE}
   * @param result what it gave back, from weights 0
   * @param data the rows that it was trained on; those that count, count the same
   * @return the report
   * @throws IllegalArgumentException if the bound does not hold for such a training; the message
   *     says what to change
   */
  public static MistakeReport of(Trainer trainer, TrainingResult<Perceptron> result, Dataset data) {
    checkTrainer(Checks.notNull("trainer", trainer), Checks.notNull("data", data));
    List<UpdateRecord> updates = Checks.notNull("result", result).history().updates();
    checkUpdates(updates, result.lastFiniteModel());
    checkRows(data, result.lastFiniteModel());
    List<UpdateRecord> mistakes =
        updates.stream().filter(update -> update.gradientNorm() > 0).toList();
    // At weights 0 a row is on the line: a mistake without a loss.
    require(
        mistakes.isEmpty() || mistakes.get(0).batchLoss() == 0,
        "result must be of a training that starts from weights 0; take Perceptron.zeros");
    return new MistakeReport(
        mistakes.size(),
        mistakes.isEmpty() ? 0 : mistakes.get(mistakes.size() - 1).epoch(),
        result.epochs(),
        result.lastFiniteModel().hasBias()
            ? Separability.of(data)
            : Separability.throughOrigin(data));
  }

  private static void checkTrainer(Trainer trainer, Dataset data) {
    require(
        trainer.loss().equals(Loss.perceptron()),
        "trainer must minimize the perceptron criterion, but minimizes "
            + trainer.loss()
            + "; take Trainer.minimizing(Loss.perceptron())");
    require(
        trainer.updates().batchSize(data.rows()) == 1,
        "trainer must update row by row, but takes "
            + trainer.updates()
            + "; call withUpdates(UpdateStrategy.stochastic())");
    require(
        trainer.optimizer().equals(Optimizer.gradientDescent()),
        "trainer must take plain steps, but takes those of " + trainer.optimizer());
    require(
        trainer.regularizer().equals(Regularizer.none())
            && trainer.blockRegularizers().values().stream().allMatch(Regularizer.none()::equals),
        "trainer must have no penalty, but has " + trainer.regularizer());
  }

  private static void checkUpdates(List<UpdateRecord> updates, Perceptron model) {
    Activation activation = model.activation();
    require(
        activation.isThreshold() || activation.equals(Activation.identity()),
        "result must be of a perceptron whose loss looks at the net input, but its activation is "
            + activation
            + "; take Activation.sign()");
    require(
        !updates.isEmpty() && updates.get(0).update() == 1,
        "result must have recorded every update from the first; call"
            + " withHistory(HistoryDetail.UPDATE)");
    double rate = updates.get(0).learningRate();
    require(
        updates.stream().allMatch(update -> update.learningRate() == rate),
        "trainer must keep its learning rate; call withLearningRate(LearningRate.constant(0.1))");
  }

  private static void checkRows(Dataset data, Perceptron model) {
    Checks.features("data", data.features(), model.features());
    double[] weights = data.relativeWeights();
    double largest = Arrays.stream(weights).max().orElseThrow();
    for (int i = 0; i < weights.length; i++) {
      require(
          weights[i] == 0 || weights[i] == largest,
          "data must have rows that count the same, but row " + i + " does not");
    }
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }

  /**
   * Says how many mistakes were made, and how many may be.
   *
   * @return a sentence
   */
  public String explanation() {
    String made =
        "the perceptron made "
            + Texts.count(mistakes, "mistake")
            + " in "
            + Texts.count(epochs, "epoch")
            + (lastEpoch > 0 && lastEpoch < epochs ? ", the last in epoch " + lastEpoch : "");
    return made + "; " + separability.explanation();
  }
}
