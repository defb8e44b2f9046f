package io.github.gradusml.text;

import io.github.gradusml.internal.Checks;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the words of a text are: letters, numbers and low lines that stand together, in lower case.
 *
 * <pre>{@code
 * "Don't PANIC, it's 42!"  →  don, t, panic, it, s, 42
 * }</pre>
 *
 * <p>Everything else separates words, also an apostrophe and a hyphen; so a word is what the
 * regular expression {@code \w+} finds, in Python and in scikit-learn. One thing differs: combining
 * marks behind a letter belong to its word, so that é is whole where it is written as two
 * characters, and words in Devanagari are not torn apart. Halves of surrogate pairs separate.
 *
 * <p>Lower case goes letter by letter and knows no language: I becomes i in Turkish texts too, and
 * İ becomes i. A Σ at the end of a word becomes ς, any other σ.
 *
 * <p>Which characters are letters, the JVM says: JDK 17 knows Unicode 13, JDK 25 Unicode 16.
 *
 * <p>Words that stand side by side may count as one more word, joined by a space: {@link
 * #withNGrams}. It takes time in proportion to the length of a text.
 *
 * <p>Source: for what separates words, Unicode Standard Annex 29, Text segmentation, of which this
 * is a small part.
 *
 * @param shortest how many characters a word has at least
 * @param nGrams how many words side by side count as one at the most
 * @param keepsCase whether capital letters stay
 */
public record Words(int shortest, int nGrams, boolean keepsCase) {
  private static final int MOST_N_GRAMS = 10;

  /**
   * Checks the numbers.
   *
   * @param shortest how many characters a word has at least; at least 1
   * @param nGrams how many words side by side count as one at the most; from 1 to 10
   * @param keepsCase whether capital letters stay
   * @throws IllegalArgumentException if a number is outside
   */
  public Words {
    Checks.atLeast("shortest", shortest, 1);
    Checks.from("nGrams", nGrams, 1, MOST_N_GRAMS);
  }

  /**
   * Returns the words that nearly everybody counts: in lower case, each alone, of any length.
   *
   * @return the rule
   */
  public static Words standard() {
    return new Words(1, 1, false);
  }

  /**
   * Leaves short words out; 2 is what scikit-learn does unless told otherwise.
   *
   * @param characters how many characters a word has at least; at least 1
   * @return another rule
   * @throws IllegalArgumentException if {@code characters < 1}
   */
  public Words withShortest(int characters) {
    return new Words(characters, nGrams, keepsCase);
  }

  /**
   * Counts words that stand side by side as words too: with 2 also all pairs, with 3 all triples.
   *
   * <pre>{@code
   * "not so good" with 2  →  not, so, not so, good, so good
   * }</pre>
   *
   * <p>Words that are too short are left out before.
   *
   * @param most how many words at the most; from 1 to 10
   * @return another rule
   * @throws IllegalArgumentException if it is outside
   */
  public Words withNGrams(int most) {
    return new Words(shortest, most, keepsCase);
  }

  /**
   * Tells capital letters from small ones.
   *
   * @return another rule
   */
  public Words withCase() {
    return new Words(shortest, nGrams, true);
  }

  /**
   * Returns the words of a text.
   *
   * @param text any text
   * @return the words in their order, each as often as it comes
   */
  public List<String> of(String text) {
    List<String> all = new ArrayList<>();
    each(Checks.notNull("text", text), all::add);
    return List.copyOf(all);
  }

  /** Hands over the words of a text, without a list of all. */
  void each(String text, Consumer<String> action) {
    String[] last = new String[nGrams];
    int count = 0;
    int to = 0;
    for (int from = start(text, 0); from < text.length(); from = start(text, to)) {
      to = end(text, from);
      if (to - from >= shortest && text.codePointCount(from, to) >= shortest) {
        String word = text.substring(from, to);
        last[count % nGrams] = keepsCase ? word : Letters.lower(word);
        count++;
        eachEndingHere(last, count, action);
      }
    }
  }

  private static int start(String text, int from) {
    int at = from;
    while (at < text.length() && !Letters.begins(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }

  private static int end(String text, int from) {
    int at = from;
    while (at < text.length() && Letters.goesOn(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }

  /** The newest word, and as many before it as may be one with it. */
  private void eachEndingHere(String[] last, int count, Consumer<String> action) {
    String joined = last[(count - 1) % nGrams];
    action.accept(joined);
    for (int n = 2; n <= Math.min(nGrams, count); n++) {
      joined = last[(count - n) % nGrams] + " " + joined;
      action.accept(joined);
    }
  }

  /** Says what differs from the standard. */
  @Override
  public String toString() {
    return "words"
        + (shortest > 1 ? " of " + shortest + " characters or more" : "")
        + (nGrams > 1 ? ", up to " + nGrams + " as one" : "")
        + (keepsCase ? ", capitals kept" : "");
  }
}
