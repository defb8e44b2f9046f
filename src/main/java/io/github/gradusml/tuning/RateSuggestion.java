package io.github.gradusml.tuning;

import java.util.Locale;

/**
 * A learning rate that a range test suggests.
 *
 * @param name what it is called: {@code minimum/10}, {@code rehearsed}, {@code steepest}, {@code
 *     valley}, {@code base} or {@code maximum}
 * @param rate the rate; finite, {@code > 0}
 * @param how how it was found
 * @param caution when not to trust it
 * @param confirmed whether rehearsals bear it out: no rate around it ended more than 1% lower after
 *     as many epochs as the real training has
 */
public record RateSuggestion(
    String name, double rate, String how, String caution, boolean confirmed) {
  static RateSuggestion unconfirmed(String name, double rate, String how, String caution) {
    return new RateSuggestion(name, rate, how, caution, false);
  }

  /** Says it in a sentence or two. */
  @Override
  public String toString() {
    return name + ": " + number(rate) + ", " + how + ". Caution: " + caution + ".";
  }

  static String number(double value) {
    return String.format(Locale.ROOT, "%.3g", value);
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, share < 0.1 ? "%.1f%%" : "%.0f%%", 100 * share);
  }
}
