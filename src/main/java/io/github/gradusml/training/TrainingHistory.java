package io.github.gradusml.training;

import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.CsvTable;
import io.github.gradusml.internal.Fields;
import io.github.gradusml.internal.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
   * Returns everything recorded of the epochs but for the seconds, column by column: what is the
   * same in every run.
   *
   * @return a new map from the names that {@link #writeCsv} gives its columns to one number an
   *     epoch; without the objective, which is the sum of two others, and without metrics
   */
  public Map<String, double[]> columns() {
    Map<String, double[]> columns = new LinkedHashMap<>();
    columns.put("epoch", each(EpochRecord::epoch));
    columns.put("updates", each(EpochRecord::updates));
    columns.put("data_loss", each(EpochRecord::dataLoss));
    columns.put("penalty", each(EpochRecord::penalty));
    columns.put("running_loss", each(EpochRecord::runningLoss));
    columns.put("learning_rate", each(EpochRecord::learningRate));
    columns.put("gradient_norm", each(EpochRecord::gradientNorm));
    columns.put("validation_loss", each(EpochRecord::validationLoss));
    return columns;
  }

  /**
   * Returns the metrics recorded, column by column.
   *
   * @return a new map from their names to one number an epoch; NaN where one was not measured
   */
  public Map<String, double[]> metrics() {
    Map<String, double[]> columns = new LinkedHashMap<>();
    for (String name : metricNames()) {
      columns.put(name, each(epoch -> epoch.metrics().getOrDefault(name, Double.NaN)));
    }
    return columns;
  }

  private Set<String> metricNames() {
    Set<String> names = new LinkedHashSet<>();
    epochs.forEach(epoch -> names.addAll(epoch.metrics().keySet()));
    return names;
  }

  /**
   * Returns a history of what another one gave.
   *
   * @param columns as {@link #columns()}
   * @param metrics as {@link #metrics()}
   * @return the same epochs, with NaN for their seconds, and no updates
   * @throws IllegalArgumentException if a column is missing, they differ in length, or an epoch or
   *     number of updates is not whole
   */
  public static TrainingHistory of(Map<String, double[]> columns, Map<String, double[]> metrics) {
    Checks.notNull("columns", columns);
    Checks.notNull("metrics", metrics);
    int n = column("epoch", columns, -1).length;
    double[] epoch = whole("epoch", columns, n, Integer.MAX_VALUE);
    double[] updates = whole("updates", columns, n, Fields.LARGEST_WHOLE);
    double[] dataLoss = column("data_loss", columns, n);
    double[] penalty = column("penalty", columns, n);
    double[] runningLoss = column("running_loss", columns, n);
    double[] learningRate = column("learning_rate", columns, n);
    double[] gradientNorm = column("gradient_norm", columns, n);
    double[] validationLoss = column("validation_loss", columns, n);
    metrics.keySet().forEach(name -> column(name, metrics, n));
    List<EpochRecord> epochs = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      Map<String, Double> own = new LinkedHashMap<>();
      int row = i;
      metrics.forEach((name, values) -> own.put(name, values[row]));
      epochs.add(
          new EpochRecord(
              (int) epoch[i],
              (long) updates[i],
              dataLoss[i],
              penalty[i],
              runningLoss[i],
              learningRate[i],
              gradientNorm[i],
              validationLoss[i],
              Collections.unmodifiableMap(own),
              Double.NaN));
    }
    return new TrainingHistory(epochs, List.of());
  }

  private static double[] whole(String name, Map<String, double[]> columns, int length, long most) {
    double[] column = column(name, columns, length);
    for (double number : column) {
      Checks.whole(name, number, 0, most);
    }
    return column;
  }

  private static double[] column(String name, Map<String, double[]> columns, int length) {
    double[] column = columns.get(name);
    if (column == null) {
      throw new IllegalArgumentException(
          "columns must have " + Texts.quoted(name) + ", but lack it");
    }
    if (length >= 0 && column.length != length) {
      throw new IllegalArgumentException(
          "column "
              + Texts.quoted(name)
              + " must have a number for each of "
              + Texts.count(length, "epoch")
              + ", but has "
              + column.length);
    }
    return column;
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
    Set<String> metrics = metricNames();
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
