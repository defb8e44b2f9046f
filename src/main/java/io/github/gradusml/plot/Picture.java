package io.github.gradusml.plot;

/** What a {@link Plot} shows, whichever way it is looked at. A picture is immutable. */
@FunctionalInterface
interface Picture {
  /**
   * Lays out what is seen.
   *
   * @throws IllegalArgumentException if there is nothing to be seen that way
   */
  Drawing seen(View view);
}
