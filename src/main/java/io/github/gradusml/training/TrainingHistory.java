package io.github.gradusml.training;

import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.CsvTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * What a training recorded: a line an epoch, and on request a line an update.
 *
 * @param epochs the epochs, in order
 * @param updates the updates, in order; empty without {@link HistoryDetail#UPDATE}
 */
public record TrainingHistory(List<EpochRecord> epochs, List<UpdateRecord> updates) {
  private static final List<String> COLUMNS =
      List.of(
          "epoch",
          "updates",
          "data_loss",
          "penalty",
          "objective",
          "running_loss",
          "learning_rate",
          "gradient_norm",
          "validation_loss",
          "seconds");

  /**
   * Copies the lists.
   *
   * @param epochs the epochs, in order
   * @param updates the updates, in order
   */
  public TrainingHistory {
    epochs = Checks.noneNull("epochs", epochs);
    updates = Checks.noneNull("updates", updates);
  }

  /**
   * Returns the last epoch.
   *
   * @return the record
   * @throws IllegalStateException if no epoch was recorded
   */
  public EpochRecord last() {
    if (epochs.isEmpty()) {
      throw new IllegalStateException(
          "no epoch was recorded: training diverged in the first, or withHistory(HistoryDetail.NONE)");
    }
    return epochs.get(epochs.size() - 1);
  }

  /**
   * Returns the mean loss over the training rows at the end of each epoch, without the penalty.
   *
   * @return one number an epoch
   */
  public double[] losses() {
    return each(EpochRecord::dataLoss);
  }

  /**
   * Returns one number of each epoch, for instance {@code history.each(EpochRecord::gradientNorm)}.
   *
   * @param number which
   * @return one number an epoch
   */
  public double[] each(ToDoubleFunction<EpochRecord> number) {
    return epochs.stream().mapToDouble(Checks.notNull("number", number)).toArray();
  }

  /**
   * Writes a line an epoch, with a header, as CSV with decimal points.
   *
   * <p>A metric's column has its name, and {@code _2} behind it where another column has that name,
   * for instance {@code penalty_2}. What was not measured is an empty field.
   *
   * @param file the file; folders that are missing are made, and a file that is there is replaced
   * @throws java.io.UncheckedIOException if that fails
   */
  public void writeCsv(Path file) {
    Set<String> metrics = new LinkedHashSet<>();
    epochs.forEach(epoch -> metrics.addAll(epoch.metrics().keySet()));
    List<String> header = new ArrayList<>(COLUMNS);
    header.addAll(metrics);
    CsvTable table = new CsvTable(header);
    epochs.forEach(epoch -> table.add(line(epoch, metrics)));
    table.write(file);
  }

  private static List<Object> line(EpochRecord epoch, Set<String> metrics) {
    List<Object> values = new ArrayList<>();
    Collections.addAll(
        values,
        epoch.epoch(),
        epoch.updates(),
        epoch.dataLoss(),
        epoch.penalty(),
        epoch.objective(),
        epoch.runningLoss(),
        epoch.learningRate(),
        epoch.gradientNorm(),
        epoch.validationLoss(),
        epoch.seconds());
    metrics.forEach(name -> values.add(epoch.metrics().getOrDefault(name, Double.NaN)));
    return values;
  }
}
