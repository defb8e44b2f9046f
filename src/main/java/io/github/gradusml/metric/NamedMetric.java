package io.github.gradusml.metric;

import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Checks;

/**
 * A metric with a name.
 *
 * @param name what it is called
 * @param largerIsBetter which way is better
 * @param measure the number
 */
record NamedMetric(String name, boolean largerIsBetter, Measure measure) implements Metric {
  NamedMetric {
    Checks.notBlank("name", name);
  }

  @Override
  public double of(Scores scores) {
    return measure.of(Checks.notNull("scores", scores));
  }

  @Override
  public void check(Output output, Dataset data) {
    measure.check(Checks.notNull("output", output), Checks.notNull("data", data));
  }

  @Override
  public String toString() {
    return name;
  }
}
