package io.github.gradusml.text;

/**
 * Which characters make words, and what becomes of capital letters.
 *
 * <p>What a character is, the JVM's own tables say: JDK 17 has those of Unicode 13, JDK 25 of
 * Unicode 16. Characters that were added in between make words on the newer one alone.
 */
final class Letters {
  private static final int CAPITAL_SIGMA = 'Σ';
  private static final int SIGMA_AT_THE_END = 'ς';

  private static final int MARKS =
      1 << Character.NON_SPACING_MARK
          | 1 << Character.COMBINING_SPACING_MARK
          | 1 << Character.ENCLOSING_MARK;

  private static final int NUMBERS =
      1 << Character.DECIMAL_DIGIT_NUMBER
          | 1 << Character.LETTER_NUMBER
          | 1 << Character.OTHER_NUMBER;

  private Letters() {}

  /** Whether a word may begin with a character. */
  static boolean begins(int point) {
    if (point < 128) { // most of most texts
      return point >= 'a' && point <= 'z'
          || point >= 'A' && point <= 'Z'
          || point >= '0' && point <= '9'
          || point == '_';
    }
    return Character.isLetter(point) || is(point, NUMBERS);
  }

  /** Whether a word goes on with a character. */
  static boolean goesOn(int point) {
    return begins(point) || is(point, MARKS);
  }

  private static boolean is(int point, int types) {
    return (types >>> Character.getType(point) & 1) == 1;
  }

  /** A word in lower case, character by character, in no language's own way. */
  static String lower(String word) {
    int at = 0;
    while (at < word.length() && isLower(word.charAt(at))) {
      at++;
    }
    if (at == word.length()) {
      return word;
    }
    StringBuilder lower = new StringBuilder(word.length()).append(word, 0, at);
    while (at < word.length()) {
      int point = word.codePointAt(at);
      boolean isEnd = point == CAPITAL_SIGMA && isEnd(word, at);
      lower.appendCodePoint(isEnd ? SIGMA_AT_THE_END : Character.toLowerCase(point));
      at += Character.charCount(point);
    }
    return lower.toString();
  }

  /** Whether lower case leaves a character as it is: quickly told, of a pair of two never. */
  private static boolean isLower(char unit) {
    return unit < 128
        ? unit < 'A' || unit > 'Z'
        : Character.toLowerCase(unit) == unit && !Character.isSurrogate(unit);
  }

  /** Whether the letter at a place is the last one, and not the only one. */
  private static boolean isEnd(String word, int at) {
    int before = at;
    boolean follows = false;
    while (before > 0 && !follows) {
      int point = word.codePointBefore(before);
      before = is(point, MARKS) ? before - Character.charCount(point) : 0;
      follows = isCased(point);
    }
    int after = at + 1;
    while (follows && after < word.length()) {
      int point = word.codePointAt(after);
      after = is(point, MARKS) ? after + Character.charCount(point) : word.length();
      follows = !isCased(point);
    }
    return follows;
  }

  private static boolean isCased(int point) {
    return Character.isLowerCase(point)
        || Character.isUpperCase(point)
        || Character.isTitleCase(point);
  }
}
