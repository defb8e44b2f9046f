package io.github.gradusml.rangetest;

import java.util.Optional;

/**
 * A suggestion, or why there is none.
 *
 * @param suggestion the suggestion; empty where there is none
 * @param whyNot why there is none; empty where there is one
 */
record Found(Optional<RateSuggestion> suggestion, String whyNot) {
  static Found of(RateSuggestion suggestion) {
    return new Found(Optional.of(suggestion), "");
  }

  static Found nothing(String why) {
    return new Found(Optional.empty(), why);
  }

  String explanation(String name) {
    return suggestion.map(RateSuggestion::toString).orElse(name + ": none, since " + whyNot + ".");
  }
}
