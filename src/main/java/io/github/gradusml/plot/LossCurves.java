package io.github.gradusml.plot;

import io.github.gradusml.training.EpochRecord;
import io.github.gradusml.training.TrainingHistory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What a training recorded, over its epochs. */
final class LossCurves {
  private LossCurves() {}

  /** The loss of one training on its training rows and, where there are any, validation rows. */
  static Picture of(TrainingHistory history) {
    List<Curve> curves = new ArrayList<>();
    curves.add(curve("training", history, EpochRecord::dataLoss, 0));
    if (Arrays.stream(history.each(EpochRecord::validationLoss)).anyMatch(loss -> loss == loss)) {
      curves.add(curve("validation", history, EpochRecord::validationLoss, 1));
    }
    return picture("Loss after each epoch", "mean loss", curves);
  }

  /** One number of several trainings. */
  static Picture of(
      String label, ToDoubleFunction<EpochRecord> number, Map<String, TrainingHistory> trainings) {
    if (label.isBlank()) {
      throw new IllegalArgumentException("label must not be blank");
    }
    List<Curve> curves = new ArrayList<>();
    trainings.forEach((name, history) -> curves.add(curve(name, history, number, curves.size())));
    if (curves.isEmpty()) {
      throw new IllegalArgumentException("trainings must not be empty");
    }
    String title =
        Character.toUpperCase(label.charAt(0)) + label.substring(1) + " after each epoch";
    return picture(title, label, curves);
  }

  private static Curve curve(
      String label, TrainingHistory history, ToDoubleFunction<EpochRecord> number, int color) {
    if (history.epochs().isEmpty()) {
      throw new IllegalArgumentException(
          "history must have at least one epoch to be drawn, but \"" + label + "\" has none");
    }
    return Curve.of(label, history.each(EpochRecord::epoch), history.each(number), color);
  }

  private static Picture picture(String title, String yLabel, List<Curve> curves) {
    return new LinePlot(title, "epoch", Scale.COUNT, yLabel, Scale.LINEAR, curves);
  }
}
