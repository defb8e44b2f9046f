package io.github.gradusml.pipeline;

import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.training.Finding;
import io.github.gradusml.training.StopReason;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.TrainingHistory;
import io.github.gradusml.training.TrainingResult;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a model was trained: what is kept of it with the model.
 *
 * @param settings the trainer's, by name and as text, as {@link Trainer#describe} gives them
 * @param rows the number of rows trained on
 * @param epochs the number of epochs
 * @param updates the number of updates
 * @param stopReason why it ended
 * @param findings what it said at its end
 * @param history what was recorded; its seconds are those of the JVM that trained, and NaN in
 *     another
 */
public record TrainingSummary(
    Map<String, String> settings,
    int rows,
    int epochs,
    long updates,
    StopReason stopReason,
    List<Finding> findings,
    TrainingHistory history) {
  /**
   * Copies the settings and findings.
   *
   * @param settings the trainer's, by name
   * @param rows at least 1
   * @param epochs at least 0
   * @param updates at least 0
   * @param stopReason why it ended
   * @param findings what it said
   * @param history what was recorded
   */
  public TrainingSummary {
    settings =
        Collections.unmodifiableMap(new LinkedHashMap<>(Checks.notNull("settings", settings)));
    settings.forEach(
        (name, text) -> {
          Checks.notNull("a name in settings", name);
          Checks.notNull("a text in settings", text);
        });
    Checks.atLeast("rows", rows, 1);
    Checks.atLeast("epochs", epochs, 0);
    Checks.notNegative("updates", updates);
    Checks.notNull("stopReason", stopReason);
    findings = Checks.noneNull("findings", findings);
    Checks.notNull("history", history);
  }

  /**
   * Returns the summary of a training.
   *
   * @param trainer what trained
   * @param result what it gave back
   * @param train the rows trained on
   * @return the summary
   */
  public static TrainingSummary of(Trainer trainer, TrainingResult<?> result, Dataset train) {
    Checks.notNull("result", result);
    return new TrainingSummary(
        Checks.notNull("trainer", trainer).describe(),
        Checks.notNull("train", train).rows(),
        result.epochs(),
        result.updates(),
        result.stopReason(),
        result.findings(),
        new TrainingHistory(result.history().epochs(), List.of()));
  }
}
