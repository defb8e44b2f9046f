package io.github.gradusml.pipeline;

import io.github.gradusml.internal.Texts;

/** What a user has written, and no file can hold. */
final class UsersOwn {
  static final String SAVED = "saved";
  static final String EXPORTED = "exported";

  /** The way out where the model itself cannot be saved. */
  static final String ONLY_NUMBERS =
      "save the numbers of model().parameters(), and make the model anew with them";

  private UsersOwn() {}

  /**
   * Says that a part of a pipeline is a user's own.
   *
   * @param part what it is called
   * @param rule what it must be
   * @param done to be {@link #SAVED} or {@link #EXPORTED}
   * @param own what it is
   * @param wayOut what to do
   */
  static IllegalArgumentException cannotBe(
      String done, String part, String rule, Object own, String wayOut) {
    return new IllegalArgumentException(
        part
            + " must be "
            + rule
            + " to be "
            + done
            + ", but was "
            + Texts.named(own)
            + ": no file holds code; "
            + wayOut);
  }
}
