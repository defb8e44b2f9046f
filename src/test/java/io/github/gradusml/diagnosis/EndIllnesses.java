package io.github.gradusml.diagnosis;

import java.util.List;

/** Illnesses that every training looks for at its end. */
final class EndIllnesses {
  static final List<Illness> ALL =
      List.of(
          new Illness("DIVERGED", RateIllnesses::diverging, EndCures::asTold),
          new Illness("NOT_SEPARABLE", LineIllnesses::notSeparable, LineIllnesses::cured),
          new Illness("NOT_SEPARATED_YET", LineIllnesses::notYet, EndCures::asTold),
          new Illness("OSCILLATES", RateIllnesses::oscillating, EndCures::asTold),
          new Illness("WORSE_THAN_NOTHING", RateIllnesses::worse, EndCures::asTold),
          new Illness("RATE_ABOVE_LIMIT", PaceIllnesses::aboveLimit, EndCures::asTold),
          new Illness("STOOD_STILL", FlatIllnesses::still, FlatIllnesses::awake),
          new Illness("DEAD_LAYER", FlatIllnesses::dead, FlatIllnesses::revived),
          new Illness("RATE_TOO_SMALL", PaceIllnesses::tooSlow, EndCures::asTold),
          new Illness("NO_ZEROS", OtherEndIllnesses::withoutZeros, EndCures::asTold),
          new Illness(
              "CLASS_WITHOUT_ROWS",
              OtherEndIllnesses::classWithoutRows,
              OtherEndIllnesses::stratified));

  private EndIllnesses() {}
}
