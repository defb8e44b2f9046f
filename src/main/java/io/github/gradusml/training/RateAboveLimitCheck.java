package io.github.gradusml.training;

import io.github.gradusml.internal.Texts;
import io.github.gradusml.stability.Advice;
import io.github.gradusml.stability.Stability;
import java.util.Arrays;
import java.util.Optional;

/** Whether it is below all that it began with, and already on its way up. */
final class RateAboveLimitCheck {
  private RateAboveLimitCheck() {}

  static Verdict verdict(Case training) {
    double[] objectives = training.objectives();
    if (!training.start().output().compose(training.settings().loss).isQuadratic()) {
      return Verdict.notApplicable("only a quadratic loss has an exact limit");
    }
    if (objectives.length < 2) {
      return Verdict.notApplicable("fewer than two epochs were recorded");
    }
    double lowest = Arrays.stream(objectives).min().orElseThrow();
    double end = objectives[objectives.length - 1];
    if (!(end > lowest && end > objectives[objectives.length - 2])) {
      return Verdict.clear();
    }
    Optional<Stability> above =
        training
            .stability()
            .filter(limit -> limit.exact() && training.lastRate() > limit.largestRate());
    return above
        .map(
            limit ->
                Verdict.found(
                    "learning rate "
                        + Texts.number(training.lastRate())
                        + " is above the largest stable one, "
                        + Texts.number(limit.largestRate())
                        + ": the objective has risen from "
                        + Texts.number(lowest)
                        + " to "
                        + Texts.number(end)
                        + ", and goes on without end.",
                    "Take " + Advice.call(limit.largestRate() / 2) + "."))
        .orElse(Verdict.clear());
  }
}
