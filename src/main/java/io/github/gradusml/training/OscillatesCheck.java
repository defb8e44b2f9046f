package io.github.gradusml.training;

/** Whether the objective went up and down without getting anywhere. */
final class OscillatesCheck {
  private OscillatesCheck() {}

  static Verdict verdict(Case training) {
    return training
        .result()
        .oscillation()
        .map(seen -> Verdict.found(seen.explanation(), EndChecks.smallerRate(training)))
        .orElse(Verdict.clear());
  }
}
