package io.github.gradusml.report;

import io.github.gradusml.internal.OneLine;
import io.github.gradusml.internal.Texts;
import io.github.gradusml.training.Finding;
import java.util.Locale;

/** What others have named, on one line and without signs that are not to be seen. */
final class Words {
  private static final int LONGEST_NAME = 60;

  private Words() {}

  /** A name, cut where it is long. */
  static String name(String name) {
    return line(Texts.cut(name, LONGEST_NAME));
  }

  /** A text with a blank for every end of a line, and a replacement for what is no letter. */
  static String line(String text) {
    return OneLine.of(text);
  }

  /** How much a finding matters, as it begins a line. */
  static String severity(Finding finding) {
    return sentence(finding.severity().name().toLowerCase(Locale.ROOT));
  }

  /** With a capital first. */
  static String sentence(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
