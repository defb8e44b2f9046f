package io.github.gradusml.pipeline;

import io.github.gradusml.data.FittedPreparation;
import io.github.gradusml.internal.Fields;
import java.util.List;

/**
 * A fitted preparation as a list of fields: a group a step, in the order in which they are done.
 */
final class PreparationFields {
  private PreparationFields() {}

  /**
   * Returns the fields of a preparation.
   *
   * @throws IllegalArgumentException if a step of it is a user's own
   */
  static List<Fields> write(FittedPreparation preparation) {
    return preparation.steps().stream().map(step -> PreparationKind.of(step).fields(step)).toList();
  }

  /**
   * Returns the preparation of fields.
   *
   * @throws IllegalArgumentException if one of them is of no kind, or targets are standardized
   *     twice
   */
  static FittedPreparation read(List<Fields> steps) {
    return FittedPreparation.of(steps.stream().map(PreparationFields::read).toList());
  }

  private static FittedPreparation read(Fields step) {
    return PreparationKind.of(step.text(PreparationKind.KIND)).read().apply(step);
  }

  /**
   * Returns the names of features after a preparation that was read.
   *
   * @throws IllegalArgumentException if it is of other features
   */
  static List<String> namesAfter(FittedPreparation preparation, List<String> names) {
    List<String> after = names;
    for (FittedPreparation step : preparation.steps()) {
      after = PreparationKind.of(step).namesAfter(step, after);
    }
    return after;
  }
}
