package io.github.gradusml.internal;

/** What others have named, on one line and without signs that are not to be seen. */
public final class OneLine {
  private static final String SPECIAL = "\\`*[]|~$";
  private static final int REPLACEMENT = 0xFFFD;

  private OneLine() {}

  /**
   * Writes a text on one line.
   *
   * @param text any text
   * @return the text with a blank for every end of a line, and a replacement for what is no letter
   */
  public static String of(String text) {
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

  /**
   * Writes a text on one line of Markdown, such as a cell of a table.
   *
   * @param text any text
   * @return the line, in which no sign means anything
   */
  public static String markdown(String text) {
    String line = of(text).strip();
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '&') {
        escaped.append("&amp;");
      } else if (c == '<') {
        escaped.append("&lt;");
      } else if (c == '>') {
        escaped.append("&gt;");
      } else if (SPECIAL.indexOf(c) >= 0 || c == '_' && !isWithinWord(line, i)) {
        escaped.append('\\').append(c);
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }

  /** As in mean_radius, where it is no emphasis. */
  private static boolean isWithinWord(String line, int at) {
    return at > 0
        && at < line.length() - 1
        && Character.isLetterOrDigit(line.charAt(at - 1))
        && Character.isLetterOrDigit(line.charAt(at + 1));
  }
}
