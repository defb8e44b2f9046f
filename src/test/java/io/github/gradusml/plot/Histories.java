package io.github.gradusml.plot;

import io.github.gradusml.training.EpochRecord;
import io.github.gradusml.training.TrainingHistory;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Histories of trainings that never were. */
final class Histories {
  private Histories() {}

  /** A history with these losses on the training rows, and these on the validation rows. */
  static TrainingHistory of(double[] losses, double[] validation) {
    List<EpochRecord> epochs =
        IntStream.range(0, losses.length)
            .mapToObj(i -> epoch(i, losses[i], validation[i]))
            .toList();
    return new TrainingHistory(epochs, List.of());
  }

  /** A history without validation rows. */
  static TrainingHistory of(double... losses) {
    return of(losses, IntStream.range(0, losses.length).mapToDouble(i -> Double.NaN).toArray());
  }

  private static EpochRecord epoch(int index, double loss, double validation) {
    int epoch = index + 1;
    return new EpochRecord(epoch, epoch, loss, 0, loss, 0.1, loss, validation, Map.of(), epoch);
  }
}
