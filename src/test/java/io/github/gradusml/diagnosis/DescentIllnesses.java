package io.github.gradusml.diagnosis;

import java.util.List;

/** Illnesses that {@code DescentChecks} looks for. */
final class DescentIllnesses {
  static final List<Illness> ALL =
      List.of(
          new Illness("NEAR_LIMIT", SickRates::nearLimit, DescentCures::cured),
          new Illness("PLATEAU", SickRates::onPlateau, DescentCures::cured),
          new Illness("NOT_CONVERGED", SickRates::notConverged, DescentCures::cured),
          new Illness("PENALTY_TOO_STRONG", SickPenalties::tooStrong, DescentCures::cured),
          new Illness("PENALTY_WITHOUT_EFFECT", SickPenalties::withoutEffect, DescentCures::cured));

  private DescentIllnesses() {}
}
