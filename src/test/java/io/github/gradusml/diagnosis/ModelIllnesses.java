package io.github.gradusml.diagnosis;

import java.util.List;
import java.util.stream.Stream;

/** Illnesses that {@code ModelChecks} looks for. */
final class ModelIllnesses {
  static final List<Illness> ALL =
      Stream.of(UnitIllnesses.ALL, FitIllnesses.ALL, ValidationIllnesses.ALL)
          .flatMap(List::stream)
          .toList();

  private ModelIllnesses() {}
}
