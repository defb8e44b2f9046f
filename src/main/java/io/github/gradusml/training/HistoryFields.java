package io.github.gradusml.training;

import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What a training recorded as fields of a file, column by column, but for its seconds. */
final class HistoryFields {
  static final String HISTORY = "history";
  static final String METRICS = "metrics";
  static final String RECORDS = "updates recorded";

  private static final String UPDATE = "update";
  private static final String EPOCH = "epoch";
  private static final String RATE = "learning_rate";
  private static final String LOSS = "batch_loss";
  private static final String NORM = "gradient_norm";

  private HistoryFields() {}

  static void add(TrainingHistory history, Fields all) {
    all.with(HISTORY, history.columns());
    if (!history.metrics().isEmpty()) {
      all.with(METRICS, history.metrics());
    }
    List<UpdateRecord> updates = history.updates();
    if (!updates.isEmpty()) {
      all.with(
          RECORDS,
          Fields.none()
              .with(UPDATE, each(updates, UpdateRecord::update))
              .with(EPOCH, each(updates, UpdateRecord::epoch))
              .with(RATE, each(updates, UpdateRecord::learningRate))
              .with(LOSS, each(updates, UpdateRecord::batchLoss))
              .with(NORM, each(updates, UpdateRecord::gradientNorm)));
    }
  }

  private static double[] each(List<UpdateRecord> updates, ToDoubleFunction<UpdateRecord> number) {
    return updates.stream().mapToDouble(number).toArray();
  }

  /**
   * Returns the history.
   *
   * @param epochs how many epochs were done: there are no records of others
   */
  static TrainingHistory of(Fields all, int epochs) {
    Map<String, double[]> metrics = all.has(METRICS) ? all.rows(METRICS) : Map.of();
    TrainingHistory history = TrainingHistory.of(all.rows(HISTORY), metrics);
    for (EpochRecord record : history.epochs()) {
      if (record.epoch() < 1 || record.epoch() > epochs) {
        throw new IllegalArgumentException(
            "epochs of the history must be from 1 to "
                + epochs
                + ", but one was "
                + record.epoch());
      }
    }
    List<UpdateRecord> updates = all.has(RECORDS) ? updates(all.fields(RECORDS)) : List.of();
    return new TrainingHistory(history.epochs(), updates);
  }

  private static List<UpdateRecord> updates(Fields group) {
    double[] update = group.numbers(UPDATE);
    int n = update.length;
    double[] epoch = group.numbers(EPOCH, n);
    double[] rate = group.numbers(RATE, n);
    double[] loss = group.numbers(LOSS, n);
    double[] norm = group.numbers(NORM, n);
    List<UpdateRecord> records = new ArrayList<>(n);
    for (int i = 0; i < n; i++) {
      long number = Checks.whole(UPDATE, update[i], 0, Fields.LARGEST_WHOLE);
      int ofEpoch = (int) Checks.whole(EPOCH, epoch[i], 0, Integer.MAX_VALUE);
      records.add(new UpdateRecord(number, ofEpoch, rate[i], loss[i], norm[i]));
    }
    return records;
  }
}
