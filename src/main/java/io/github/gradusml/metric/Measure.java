package io.github.gradusml.metric;

import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;

/** What a {@link NamedMetric} measures; two that measure the same are equal. */
interface Measure {
  double of(Scores scores);

  /** What must hold of an output and rows, as far as it shows before training. */
  default void check(Output output, Dataset data) {}
}
