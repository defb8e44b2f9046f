package io.github.gradusml.pipeline;

import io.github.gradusml.internal.Fields;
import io.github.gradusml.internal.Texts;
import java.util.List;
import java.util.stream.IntStream;

/** What belongs to the inputs of a layer, input by input. */
final class NamedInputs {
  private NamedInputs() {}

  /** The names of the inputs of a layer above another. */
  static List<String> ofUnits(int units) {
    return IntStream.range(0, units).mapToObj(u -> "unit " + u).toList();
  }

  /** Whether there are as many fields as names, so that none is left that nobody asks for. */
  static Fields checked(Fields fields, List<String> names) {
    names.stream()
        .filter(name -> !fields.has(name))
        .findFirst()
        .ifPresent(
            missing -> {
              throw new IllegalArgumentException(
                  fields.path() + " must have one for " + Texts.quoted(missing) + ", but has none");
            });
    if (fields.names().size() != names.size()) {
      throw new IllegalArgumentException(
          fields.path()
              + " must be of "
              + Texts.count(names.size(), "input")
              + ", but are of "
              + fields.names().size());
    }
    return fields;
  }
}
