package io.github.gradusml.data;

/**
 * How many characters must be left out, put in, replaced or swapped with their neighbor to make one
 * name of another; capitals do not count.
 *
 * <p>Source: F. Damerau, A technique for computer detection and correction of spelling errors,
 * Communications of the ACM 7 (1964), doi:10.1145/363958.363994; each place is edited once.
 */
final class EditDistance {
  private EditDistance() {}

  static int between(String one, String other) {
    int n = other.length();
    int[] beforeLast = new int[n + 1];
    int[] last = new int[n + 1];
    int[] now = new int[n + 1];
    for (int j = 0; j <= n; j++) {
      last[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      now[0] = i;
      for (int j = 1; j <= n; j++) {
        boolean same = same(one.charAt(i - 1), other.charAt(j - 1));
        now[j] = Math.min(last[j - 1] + (same ? 0 : 1), 1 + Math.min(last[j], now[j - 1]));
        boolean swapped =
            i > 1
                && j > 1
                && same(one.charAt(i - 1), other.charAt(j - 2))
                && same(one.charAt(i - 2), other.charAt(j - 1));
        if (swapped) {
          now[j] = Math.min(now[j], beforeLast[j - 2] + 1);
        }
      }
      int[] free = beforeLast;
      beforeLast = last;
      last = now;
      now = free;
    }
    return last[n];
  }

  private static boolean same(char a, char b) {
    return Character.toLowerCase(a) == Character.toLowerCase(b);
  }
}
