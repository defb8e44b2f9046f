package io.github.gradusml.rangetest;

import io.github.gradusml.internal.Texts;

/**
 * A learning rate that a range test suggests.
 *
 * @param name what it is called: {@code minimum/10}, {@code line search}, {@code steepest}, {@code
 *     valley}, {@code base} or {@code maximum}
 * @param rate the rate; finite, {@code > 0}
 * @param how how it was found
 * @param caution when not to trust it
 * @param confirmed whether a line search bears it out: no rate around it ended more than 1% lower
 *     after as many epochs as the real training has
 */
public record RateSuggestion(
    String name, double rate, String how, String caution, boolean confirmed) {
  static RateSuggestion unconfirmed(String name, double rate, String how, String caution) {
    return new RateSuggestion(name, rate, how, caution, false);
  }

  /** Says it in a sentence or two. */
  @Override
  public String toString() {
    return name + ": " + Texts.number(rate) + ", " + how + ". Caution: " + caution + ".";
  }
}
