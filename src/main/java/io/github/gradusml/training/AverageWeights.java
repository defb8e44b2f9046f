package io.github.gradusml.training;

import io.github.gradusml.internal.Fields;
import java.util.Optional;

/**
 * The mean of the weights after each update, from some epoch on.
 *
 * <pre>{@code
 * θ̄ ← θ̄ + (θ − θ̄)/k        k updates since averaging began
 * }</pre>
 */
final class AverageWeights {
  private static final String UPDATES = "updates";
  private static final String PARAMETERS = "parameters";

  private final int firstEpoch;
  private final double[] mean;
  private long count;

  /** θ; made when it is needed first, and used again. */
  private double[] now;

  /**
   * @param firstEpoch the first epoch that counts; 0 for no averaging
   * @param mean θ̄; modified
   * @param count k
   */
  private AverageWeights(int firstEpoch, double[] mean, long count) {
    this.firstEpoch = firstEpoch;
    this.mean = mean;
    this.count = count;
  }

  /** Nothing yet. */
  static AverageWeights from(int firstEpoch, int parameters) {
    return new AverageWeights(firstEpoch, new double[firstEpoch == 0 ? 0 : parameters], 0);
  }

  /** As fields of a file; empty where nothing is to be averaged. */
  Optional<Fields> fields() {
    return firstEpoch == 0
        ? Optional.empty()
        : Optional.of(Fields.none().with(UPDATES, count).with(PARAMETERS, mean));
  }

  /** Back from such fields. */
  static AverageWeights of(int firstEpoch, Fields fields, int parameters) {
    double[] mean = fields.numbers(PARAMETERS, parameters);
    return new AverageWeights(firstEpoch, mean, fields.whole(UPDATES, 0, Fields.LARGEST_WHOLE));
  }

  /** Takes in the weights after an update. */
  void add(int epoch, Parameters at) {
    if (firstEpoch == 0 || epoch < firstEpoch) {
      return;
    }
    count++;
    now = now == null ? new double[mean.length] : now;
    at.copyTo(now);
    for (int j = 0; j < mean.length; j++) {
      mean[j] += (now[j] - mean[j]) / count;
    }
  }

  /** The mean, or the weights themselves where nothing was averaged. */
  double[] or(double[] theta) {
    return count == 0 ? theta : mean;
  }

  /** The same to go on with, for a training that averages from the same epoch on; else anew. */
  AverageWeights copyFor(int otherFirstEpoch, int parameters) {
    if (otherFirstEpoch != firstEpoch) {
      return from(otherFirstEpoch, parameters);
    }
    return new AverageWeights(firstEpoch, mean.clone(), count);
  }
}
