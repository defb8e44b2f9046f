package io.github.gradusml.training;

import io.github.gradusml.internal.Checks;
import java.util.Optional;

/** What a {@link Check} says of one training: it found something, or nothing, or had no say. */
public final class Verdict {
  private static final Verdict CLEAR = new Verdict(null, null, null);

  private final String evidence;
  private final String cure;
  private final String reason;

  private Verdict(String evidence, String cure, String reason) {
    this.evidence = evidence;
    this.cure = cure;
    this.reason = reason;
  }

  /**
   * Returns that something was found.
   *
   * @param evidence what was seen, with its numbers, in a sentence or two; not empty
   * @param cure what to do about it, with the call to make; empty where nothing is known to help
   * @return the verdict
   */
  public static Verdict found(String evidence, String cure) {
    return new Verdict(Checks.notBlank("evidence", evidence), Checks.notNull("cure", cure), null);
  }

  /**
   * Returns that the training was looked at, and nothing was found.
   *
   * @return the verdict
   */
  public static Verdict clear() {
    return CLEAR;
  }

  /**
   * Returns that the question does not arise, or cannot be answered.
   *
   * @param reason why, in a few words that read after "not applicable:"; not empty
   * @return the verdict
   */
  public static Verdict notApplicable(String reason) {
    return new Verdict(null, null, Checks.notBlank("reason", reason));
  }

  /**
   * Tells whether something was found.
   *
   * @return whether there is a finding
   */
  public boolean isFound() {
    return evidence != null;
  }

  /**
   * Returns why the check had no say.
   *
   * @return empty where it had one
   */
  public Optional<String> reason() {
    return Optional.ofNullable(reason);
  }

  /**
   * Returns what was found.
   *
   * @param by the check that found it
   * @return empty where nothing was
   */
  public Optional<Finding> finding(Check by) {
    Checks.notNull("by", by);
    return isFound()
        ? Optional.of(new Finding(by.code(), by.title(), by.severity(), evidence, cure))
        : Optional.empty();
  }

  /** Says it in a few words. */
  @Override
  public String toString() {
    if (isFound()) {
      return "found: " + evidence;
    }
    return reason == null ? "clear" : "not applicable: " + reason;
  }
}
