package io.github.gradusml.text;

import java.util.Comparator;

/**
 * The alphabetical order of Unicode numbers, which most other languages sort by; {@code
 * String.compareTo} puts characters that take two units before some that take one.
 */
final class CodePointOrder implements Comparator<String> {
  static final CodePointOrder INSTANCE = new CodePointOrder();

  private CodePointOrder() {}

  @Override
  public int compare(String a, String b) {
    int shorter = Math.min(a.length(), b.length());
    for (int i = 0; i < shorter; i++) {
      char one = a.charAt(i);
      char other = b.charAt(i);
      if (one != other) {
        return Integer.compare(rank(one), rank(other));
      }
    }
    return Integer.compare(a.length(), b.length());
  }

  /** Surrogates come last, as the characters that they are halves of do. */
  private static int rank(char unit) {
    return Character.isSurrogate(unit) ? unit + Character.MAX_VALUE : unit;
  }
}
