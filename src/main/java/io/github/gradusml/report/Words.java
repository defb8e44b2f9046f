package io.github.gradusml.report;

import io.github.gradusml.internal.Texts;

/** What others have named, on one line and without signs that are not to be seen. */
final class Words {
  private static final int LONGEST_NAME = 60;
  private static final int REPLACEMENT = 0xFFFD;

  private Words() {}

  /** A name, cut where it is long. */
  static String name(String name) {
    return line(Texts.cut(name, LONGEST_NAME));
  }

  /** A text with a blank for every end of a line, and a replacement for what is no letter. */
  static String line(String text) {
    StringBuilder line = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (Character.isISOControl(c) || c == 0x2028 || c == 0x2029) {
                line.append(Character.isWhitespace(c) || c == 0x85 ? ' ' : (char) REPLACEMENT);
              } else {
                line.appendCodePoint(isLetter(c) ? c : REPLACEMENT);
              }
            });
    return line.toString();
  }

  /** Neither half a character nor one that XML does not allow or that turns a line around. */
  private static boolean isLetter(int c) {
    boolean isHalf = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    boolean turns = c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    return !isHalf && !turns && (c & 0xFFFE) != 0xFFFE;
  }
}
