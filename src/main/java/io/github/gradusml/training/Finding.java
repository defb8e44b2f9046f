package io.github.gradusml.training;

import io.github.gradusml.internal.Checks;

/**
 * What a {@link Check} found: what is wrong with a training or is likely to be, by which numbers
 * that is seen, and the one call that is most likely to help.
 *
 * <p>Article: all sections.
 *
 * @param code what it is about, such as {@code RATE_TOO_SMALL}: the same for ever
 * @param title the same in a few words
 * @param severity how much it matters
 * @param evidence what was seen, with its numbers, in a sentence or two
 * @param cure what to do about it, in a sentence or two with the call to make; empty where nothing
 *     is known to help
 */
public record Finding(String code, String title, Severity severity, String evidence, String cure) {
  /**
   * Checks that nothing is missing.
   *
   * @param code what it is about; not empty
   * @param title the same in a few words; not empty
   * @param severity how much it matters
   * @param evidence what was seen; not empty
   * @param cure what to do about it; may be empty
   */
  public Finding {
    Checks.notBlank("code", code);
    Checks.notBlank("title", title);
    Checks.notNull("severity", severity);
    Checks.notBlank("evidence", evidence);
    Checks.notNull("cure", cure);
  }

  /**
   * Returns what was seen and what to do about it, as the log has it.
   *
   * @return a few sentences
   */
  public String text() {
    return cure.isEmpty() ? evidence : evidence + " " + cure;
  }

  /** Returns the text alone. */
  @Override
  public String toString() {
    return text();
  }
}
