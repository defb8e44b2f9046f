package io.github.gradusml.metric;

import io.github.gradusml.internal.Checks;
import java.util.function.ToDoubleFunction;

/**
 * See {@link Metric#of(String, boolean, ToDoubleFunction)}.
 *
 * @param name what it is called
 * @param largerIsBetter which way is better
 * @param function the number
 */
record NamedMetric(String name, boolean largerIsBetter, ToDoubleFunction<Scores> function)
    implements Metric {
  NamedMetric {
    if (Checks.notNull("name", name).isBlank()) {
      throw new IllegalArgumentException("name must not be blank");
    }
    Checks.notNull("function", function);
  }

  @Override
  public double of(Scores scores) {
    return function.applyAsDouble(Checks.notNull("scores", scores));
  }

  @Override
  public String toString() {
    return name;
  }
}
