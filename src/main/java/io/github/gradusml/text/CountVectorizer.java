package io.github.gradusml.text;

import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.Texts;
import java.util.List;

/**
 * Makes rows of texts by a vocabulary, which it learns from training texts: a column a word, in
 * alphabetical order.
 *
 * <pre>{@code
 * CountVectorizer settings = CountVectorizer.standard().withMinimumTexts(2).withTfIdf();
 * Vocabulary vocabulary = settings.fit(train);
 * Dataset features = vocabulary.apply(test); // what the test texts have of these words
 * }</pre>
 *
 * <p>With TF-IDF a count is multiplied by how much its word tells, which is the more the fewer
 * texts have it:
 *
 * <pre>{@code
 * idf = ln((1 + n) / (1 + df)) + 1        n training texts, df of which have the word
 * }</pre>
 *
 * <p>A text counts once for these numbers, whatever the weight of its row, so that balanced classes
 * change no vocabulary; a row of weight 0 is left out, as everywhere. Words and numbers are those
 * of scikit-learn's {@code CountVectorizer} with {@code token_pattern=r"(?u)\b\w+\b"} but for what
 * {@link Words} says, and those of its {@code TfidfVectorizer} with {@link #withTfIdf} and {@link
 * #withUnitLength}. Of words that are equally frequent {@link #withMostWords} keeps the first ones
 * in the alphabet.
 *
 * <p>It is immutable, and any number of threads may share it.
 *
 * <p>Source: for idf, K. Spärck Jones, A statistical interpretation of term specificity and its
 * application in retrieval, Journal of Documentation 28 (1972), doi:10.1108/eb026526.
 */
public final class CountVectorizer {
  private final Counting counting;
  private final boolean isTfIdf;
  private final WordBounds bounds;

  private CountVectorizer(Counting counting, boolean isTfIdf, WordBounds bounds) {
    this.counting = counting;
    this.isTfIdf = isTfIdf;
    this.bounds = bounds;
  }

  /**
   * Returns a vectorizer that counts all {@linkplain Words#standard standard words}.
   *
   * @return the vectorizer
   */
  public static CountVectorizer standard() {
    return new CountVectorizer(Counting.STANDARD, false, WordBounds.NONE);
  }

  private CountVectorizer with(Counting other) {
    return new CountVectorizer(other, isTfIdf, bounds);
  }

  private CountVectorizer with(WordBounds other) {
    return new CountVectorizer(counting, isTfIdf, other);
  }

  /**
   * Sets what the words of a text are.
   *
   * @param words the rule; {@link Words#standard} unless set
   * @return another vectorizer
   */
  public CountVectorizer withWords(Words words) {
    return with(counting.with(words));
  }

  /**
   * Counts a word once, however often a text has it.
   *
   * @return another vectorizer
   */
  public CountVectorizer withBinaryCounts() {
    return with(counting.binary());
  }

  /**
   * Multiplies counts by idf, see above.
   *
   * @return another vectorizer
   */
  public CountVectorizer withTfIdf() {
    return new CountVectorizer(counting, true, bounds);
  }

  /**
   * Divides each row by its length, behind everything else, so that long texts do not count more
   * than short ones. A row of zeros stays one.
   *
   * @return another vectorizer
   */
  public CountVectorizer withUnitLength() {
    return with(counting.unitLength());
  }

  /**
   * Leaves out words that few texts have.
   *
   * @param texts in how many training texts a word must be; at least 1; 1 unless set
   * @return another vectorizer
   * @throws IllegalArgumentException if {@code texts < 1}
   */
  public CountVectorizer withMinimumTexts(int texts) {
    return with(bounds.fromTexts(Checks.atLeast("texts", texts, 1)));
  }

  /**
   * Leaves out words that few texts have.
   *
   * @param share in which share of the training texts a word must be; in [0, 1]; 0 unless set
   * @return another vectorizer
   * @throws IllegalArgumentException if it is outside
   */
  public CountVectorizer withMinimumShare(double share) {
    return with(bounds.fromShare(Checks.within("share", share, 0, 1)));
  }

  /**
   * Leaves out words that many texts have.
   *
   * @param texts in how many training texts a word may be; at least 1
   * @return another vectorizer
   * @throws IllegalArgumentException if {@code texts < 1}
   */
  public CountVectorizer withMaximumTexts(int texts) {
    return with(bounds.toTexts(Checks.atLeast("texts", texts, 1)));
  }

  /**
   * Leaves out words that many texts have, such as "the" and "of".
   *
   * @param share in which share of the training texts a word may be; in [0, 1]; 1 unless set
   * @return another vectorizer
   * @throws IllegalArgumentException if it is outside
   */
  public CountVectorizer withMaximumShare(double share) {
    return with(bounds.toShare(Checks.within("share", share, 0, 1)));
  }

  /**
   * Keeps the most frequent words, counted over all training texts.
   *
   * @param words how many; at least 1
   * @return another vectorizer
   * @throws IllegalArgumentException if {@code words < 1}
   */
  public CountVectorizer withMostWords(int words) {
    return with(bounds.toWords(Checks.atLeast("words", words, 1)));
  }

  /**
   * Learns the vocabulary.
   *
   * @param train a dataset of texts
   * @return the words, each with a column
   * @throws IllegalArgumentException if the data have features already, or no word is left
   */
  public Vocabulary fit(Dataset train) {
    WordCounts counts = WordCounts.of(train, counting);
    List<String> words = counts.words(bounds);
    if (words.isEmpty()) {
      throw empty(counts);
    }
    double[] idf =
        isTfIdf ? words.stream().mapToDouble(counts::inverseDocumentFrequency).toArray() : null;
    return Vocabulary.of(words, counting, idf);
  }

  private IllegalArgumentException empty(WordCounts counts) {
    int different = counts.different();
    return new IllegalArgumentException(
        "vocabulary is empty: "
            + (different == 0
                ? "none of " + Texts.count(counts.texts(), "text") + " has " + counting.words()
                : "of "
                    + Texts.count(different, "word")
                    + " in "
                    + Texts.count(counts.texts(), "text")
                    + " none is"
                    + bounds.toString().substring(1)
                    + "; ask for less"));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CountVectorizer that
        && counting.equals(that.counting)
        && isTfIdf == that.isTfIdf
        && bounds.equals(that.bounds);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * counting.hashCode() + bounds.hashCode()) + Boolean.hashCode(isTfIdf);
  }

  /** Says the settings. */
  @Override
  public String toString() {
    return "CountVectorizer(" + counting + (isTfIdf ? ", tf-idf" : "") + bounds + ")";
  }
}
