package io.github.gradusml.rangetest;

import static io.github.gradusml.internal.Texts.number;

import io.github.gradusml.core.Model;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.stability.Stability;
import io.github.gradusml.training.Trainer;
import java.util.Optional;

/**
 * What a range test knows of the largest stable rate.
 *
 * @param known empty where nothing is known
 */
record StabilityLimit(Optional<Stability> known) {
  static StabilityLimit of(Trainer trainer, Model<?> model, Dataset data) {
    return new StabilityLimit(trainer.stability(model, data));
  }

  /** The rate from which on training surely diverges; infinite where that is not known. */
  double rate() {
    return known
        .filter(Stability::exact)
        .map(Stability::largestRate)
        .orElse(Double.POSITIVE_INFINITY);
  }

  /** What is to be added to the caution about a rate; empty below the limit. */
  String caution(double rate) {
    double ratio = rate / rate();
    return ratio < 1
        ? ""
        : "; it is " + number(ratio) + " times the largest stable rate: training will diverge";
  }

  /** A sentence; empty where nothing is known. */
  String explanation() {
    return known
        .map(
            limit ->
                (limit.exact() ? "The largest stable rate is " : "Surely stable are rates below ")
                    + number(limit.largestRate())
                    + ".")
        .orElse("");
  }
}
