package io.github.gradusml.metric;

import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;
import java.util.function.IntToDoubleFunction;

/** What a {@link ClassMetric} measures of each class; two that measure the same are equal. */
interface ClassMeasure {
  /** The number of a class; computed when it is asked for. */
  IntToDoubleFunction of(Scores scores);

  /** What must hold of an output and rows, as far as it shows before training. */
  void check(Output output, Dataset data, int ofClass);

  /** Whether it is the macro mean where there are more than two classes and none is named. */
  default boolean isMeanOfSeveral() {
    return false;
  }
}
