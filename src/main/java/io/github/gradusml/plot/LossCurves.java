package io.github.gradusml.plot;

import io.github.gradusml.internal.Texts;
import io.github.gradusml.plot.LinePlot.Curve;
import io.github.gradusml.training.EpochRecord;
import io.github.gradusml.training.TrainingHistory;
import io.github.gradusml.training.UpdateRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What a training recorded, over its epochs or updates. */
final class LossCurves {
  private LossCurves() {}

  /** The loss of one training on its training rows and, where there are any, validation rows. */
  static Picture of(TrainingHistory history) {
    List<Curve> curves = new ArrayList<>();
    curves.add(perEpoch("training", history, EpochRecord::dataLoss, 0));
    if (Arrays.stream(history.each(EpochRecord::validationLoss)).anyMatch(loss -> loss == loss)) {
      curves.add(perEpoch("validation", history, EpochRecord::validationLoss, 1));
    }
    return new LinePlot("Loss after each epoch", "epoch", Scale.COUNT, "mean loss", curves);
  }

  /** One number an epoch of several trainings. */
  static Picture perEpoch(
      String label, ToDoubleFunction<EpochRecord> number, Map<String, TrainingHistory> trainings) {
    return picture(
        label,
        "epoch",
        trainings,
        (name, history, color) -> perEpoch(name, history, number, color));
  }

  /** One number an update of several trainings. */
  static Picture perUpdate(
      String label, ToDoubleFunction<UpdateRecord> number, Map<String, TrainingHistory> trainings) {
    return picture(
        label,
        "update",
        trainings,
        (name, history, color) -> perUpdate(name, history, number, color));
  }

  /** Makes the line of one training. */
  private interface Line {
    Curve of(String name, TrainingHistory history, int color);
  }

  private static Picture picture(
      String label, String each, Map<String, TrainingHistory> trainings, Line line) {
    if (label.isBlank()) {
      throw new IllegalArgumentException("label must not be blank");
    }
    if (trainings.isEmpty()) {
      throw new IllegalArgumentException("trainings must not be empty");
    }
    List<Curve> curves = new ArrayList<>();
    trainings.forEach((name, history) -> curves.add(line.of(name, history, curves.size())));
    String title = Look.capitalized(label) + (each.equals("epoch") ? " after each " : " of each ");
    return new LinePlot(title + each, each, Scale.COUNT, label, curves);
  }

  private static Curve perEpoch(
      String name, TrainingHistory history, ToDoubleFunction<EpochRecord> number, int color) {
    if (history.epochs().isEmpty()) {
      throw new IllegalArgumentException(
          "history must have at least one epoch to be drawn, but "
              + Texts.quoted(name)
              + " has none");
    }
    return new Curve(
        name, history.each(EpochRecord::epoch), history.each(number), Look.line(color));
  }

  private static Curve perUpdate(
      String name, TrainingHistory history, ToDoubleFunction<UpdateRecord> number, int color) {
    if (history.updates().isEmpty()) {
      throw new IllegalArgumentException(
          "history must have at least one update to be drawn, but "
              + Texts.quoted(name)
              + " has none; Trainer.withHistory(HistoryDetail.UPDATE) records them");
    }
    double[] x = history.updates().stream().mapToDouble(UpdateRecord::update).toArray();
    double[] y = history.updates().stream().mapToDouble(number).toArray();
    return new Curve(name, x, y, Look.line(color));
  }
}
