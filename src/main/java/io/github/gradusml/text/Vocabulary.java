package io.github.gradusml.text;

import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.FittedPreparation;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.Texts;
import io.github.gradusml.rows.Rows;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * Words that have a column each: what a {@link CountVectorizer} learned from its training texts, or
 * a list of one's own.
 *
 * <pre>{@code
 * xⱼ = how often the text has word j        times idfⱼ, where there are such
 * }</pre>
 *
 * <p>Words that are not among them are left out; a text without any of them is a row of zeros.
 *
 * <p>It is immutable, and any number of threads may share it.
 */
public final class Vocabulary implements FittedPreparation {
  private static final double LARGEST_FACTOR = 1e100;

  private final WordColumns words;
  private final Counting counting;

  /** Null where counts are not weighted. */
  private final double[] idf;

  private Vocabulary(WordColumns words, Counting counting, double[] idf) {
    this.words = words;
    this.counting = counting;
    this.idf = idf;
  }

  /**
   * Returns a vocabulary of given words, such as those of another program, which counts them as
   * they are.
   *
   * @param words the word of each column; different, at least one, and such as {@link Words} finds:
   *     one with a capital letter is never found in lower case
   * @return the vocabulary
   * @throws IllegalArgumentException if there are none, or one comes twice
   */
  public static Vocabulary of(List<String> words) {
    return of(words, Counting.STANDARD, null);
  }

  static Vocabulary of(List<String> words, Counting counting, double[] idf) {
    return new Vocabulary(new WordColumns(words), counting, idf);
  }

  /**
   * Sets what the words of a text are.
   *
   * @param rule {@link Words#standard} unless set
   * @return another vocabulary, of the same words
   */
  public Vocabulary withRule(Words rule) {
    return new Vocabulary(words, counting.with(rule), idf);
  }

  /**
   * Counts a word once, however often a text has it.
   *
   * @return another vocabulary
   */
  public Vocabulary withBinaryCounts() {
    return new Vocabulary(words, counting.binary(), idf);
  }

  /**
   * Divides each row by its length, behind everything else. A row of zeros stays one.
   *
   * @return another vocabulary
   */
  public Vocabulary withUnitLength() {
    return new Vocabulary(words, counting.unitLength(), idf);
  }

  /**
   * Multiplies counts by a number a word: the rarer a word, the larger.
   *
   * @param factors idf, one a word; above 0 and at most 10¹⁰⁰; copied
   * @return another vocabulary
   * @throws IllegalArgumentException if there are not as many, or one is outside
   */
  public Vocabulary withInverseDocumentFrequencies(double... factors) {
    double[] copy = Checks.notNull("factors", factors).clone();
    if (copy.length != words.size()) {
      throw new IllegalArgumentException(
          "factors must be as many as there are words, "
              + words.size()
              + ", but were "
              + copy.length);
    }
    for (int j = 0; j < copy.length; j++) {
      if (!(copy[j] > 0 && copy[j] <= LARGEST_FACTOR)) { // a name only if needed
        String name = "factor of " + Texts.quoted(words.get(j));
        Checks.within(name, Checks.positive(name, copy[j]), 0, LARGEST_FACTOR);
      }
    }
    return new Vocabulary(words, counting, copy);
  }

  /**
   * Returns the words.
   *
   * @return the word of each column; those of a {@link CountVectorizer} are in alphabetical order
   */
  public List<String> words() {
    return words;
  }

  /**
   * Returns the column of a word.
   *
   * @param word any word
   * @return empty where it is not known
   */
  public OptionalInt column(String word) {
    int column = words.indexOf(Checks.notNull("word", word));
    return column < 0 ? OptionalInt.empty() : OptionalInt.of(column);
  }

  /**
   * Returns what counts are multiplied by.
   *
   * @return a new array, one a word; length 0 where counts stay as they are
   */
  public double[] inverseDocumentFrequencies() {
    return idf == null ? new double[0] : idf.clone();
  }

  /**
   * Returns what the words of a text are.
   *
   * @return the rule
   */
  public Words rule() {
    return counting.words();
  }

  /**
   * Tells whether a word counts once.
   *
   * @return false unless set
   */
  public boolean isBinary() {
    return counting.isBinary();
  }

  /**
   * Tells whether rows are divided by their length.
   *
   * @return false unless set
   */
  public boolean hasUnitLength() {
    return counting.hasUnitLength();
  }

  /** What {@link CountedColumns} calls a place. */
  private long place(String word) {
    int column = words.indexOf(word);
    return column < 0 ? -1 : CountedColumns.place(column, false);
  }

  /**
   * Makes rows of texts.
   *
   * @param texts at least one
   * @return a sparse row a text
   * @throws IllegalArgumentException if there are none
   */
  public Rows rows(List<String> texts) {
    return counting.rows(Checks.noneNull("texts", texts), words.size(), this::place, idf);
  }

  /**
   * Makes features of texts.
   *
   * @param data a dataset of texts
   * @return the same rows with a feature a word, which has the word for its name
   * @throws IllegalArgumentException if the data have features already
   */
  @Override
  public Dataset apply(Dataset data) {
    return data.withInputs(rows(Counting.texts(data)), words);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Vocabulary that
        && words.equals(that.words)
        && counting.equals(that.counting)
        && Arrays.equals(idf, that.idf);
  }

  @Override
  public int hashCode() {
    return Objects.hash(words, counting, Arrays.hashCode(idf));
  }

  /** Says how many words there are, and how they are counted. */
  @Override
  public String toString() {
    return "Vocabulary("
        + Texts.count(words.size(), "word")
        + ", "
        + counting
        + (idf == null ? "" : ", tf-idf")
        + ")";
  }
}
