package io.github.gradusml.rangetest;

import io.github.gradusml.training.EpochRecord;
import io.github.gradusml.training.TrainingResult;
import java.util.Arrays;

/**
 * A rate of a line search: a training as long as the real one, or none where the rate is above the
 * largest stable one and would diverge.
 *
 * <pre>{@code
 * unsteadiness = mean of ½·|Jₖ₊₁ − 2·Jₖ + Jₖ₋₁| over the last fifth of the epochs, divided by the last J
 * }</pre>
 *
 * @param learningRate the rate
 * @param objective J, the objective over all rows at the end of the last epoch; infinite where
 *     training diverged
 * @param unsteadiness by what share of itself J jumps from epoch to epoch at the end, whether it
 *     falls or not; 0 with fewer than three epochs. Where it ends at 0, the share is of the largest
 *     there
 */
public record TriedRate(double learningRate, double objective, double unsteadiness) {
  static TriedRate of(double rate, TrainingResult<?> result) {
    if (result.divergence().isPresent()) {
      return diverged(rate);
    }
    double[] objectives = result.history().each(EpochRecord::objective);
    double last = objectives[objectives.length - 1];
    int from = Math.max(1, Math.min(objectives.length - 2, objectives.length * 4 / 5));
    double sum = 0;
    int count = 0;
    for (int k = from; k < objectives.length - 1; k++) {
      sum += Math.abs(objectives[k + 1] - 2 * objectives[k] + objectives[k - 1]) / 2;
      count++;
    }
    double unit = last != 0 ? last : Arrays.stream(objectives).skip(from - 1).max().orElseThrow();
    return new TriedRate(rate, last, sum > 0 ? sum / count / unit : 0);
  }

  static TriedRate diverged(double rate) {
    return new TriedRate(rate, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
  }
}
