package io.github.gradusml.data;

import io.github.gradusml.internal.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * See {@link FittedPreparation#of}.
 *
 * @param steps what is done, in order
 */
record PreparationSteps(List<FittedPreparation> steps) implements FittedPreparation {
  PreparationSteps {
    long ofTargets = steps.stream().filter(step -> step.targets().isPresent()).count();
    if (ofTargets > 1) {
      throw new IllegalArgumentException(
          "targets must be standardized once, but are by " + ofTargets + " steps");
    }
  }

  @Override
  public Dataset apply(Dataset data) {
    Dataset prepared = data;
    for (FittedPreparation step : steps) {
      prepared = step.apply(prepared);
    }
    return prepared;
  }

  @Override
  public Optional<TargetStandardizer> targets() {
    return steps.stream().flatMap(step -> step.targets().stream()).findFirst();
  }

  @Override
  public String toString() {
    return steps.isEmpty()
        ? "none"
        : steps.stream().map(Texts::named).collect(Collectors.joining(", then "));
  }
}
