package io.github.gradusml.text;

import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.FittedPreparation;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.Texts;
import io.github.gradusml.rows.Rows;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Makes rows of texts without a vocabulary: the column of a word is its hash.
 *
 * <pre>{@code
 * h = MurmurHash3(word)        column |h| mod d        x_column ← x_column + sign(h)
 * }</pre>
 *
 * <p>Nothing is fitted, so nothing leaks, and words that come up later have a column too. The
 * price: different words may share a column, and a column does not know its word. Signs help with
 * the first: where two words share a column by chance, one adds and the other subtracts half of the
 * time, so that what they do to each other is 0 on average. {@link #wordsOf} helps with both: it
 * says which of some words fall where, and {@link #withNames} keeps that for the names of features.
 *
 * <p>Of 2¹⁸ = 262,144 columns a perceptron's weights take 2 MB, which stay in a processor's cache,
 * and of 30,000 different words one in nine shares a column; therefore these are the columns unless
 * set. Rows are plain counts unless set, as {@link CountVectorizer} has them; scikit-learn's {@code
 * HashingVectorizer} has 2²⁰ columns and divides rows by their length. Columns and signs are the
 * same as there for the same {@code n_features}.
 *
 * <p>It is immutable, and any number of threads may share it. Symbols: d columns, h hash, x a row.
 *
 * <p>Source: K. Weinberger, A. Dasgupta, J. Langford, A. Smola, J. Attenberg, Feature hashing for
 * large scale multitask learning, ICML 2009, doi:10.1145/1553374.1553516.
 */
public final class HashingVectorizer implements FittedPreparation {
  private static final int COLUMNS = 1 << 18;

  private final int columns;
  private final int seed;
  private final boolean isSigned;
  private final Counting counting;

  /** Without words where no names are kept. */
  private final HashedWords known;

  private HashingVectorizer(
      int columns, int seed, boolean isSigned, Counting counting, Collection<String> known) {
    this.columns = columns;
    this.seed = seed;
    this.isSigned = isSigned;
    this.counting = counting;
    this.known = new HashedWords(this, known);
  }

  /**
   * Returns a vectorizer with 2¹⁸ columns, signs, and plain counts of {@linkplain Words#standard
   * standard words}.
   *
   * @return the vectorizer
   */
  public static HashingVectorizer standard() {
    return new HashingVectorizer(COLUMNS, 0, true, Counting.STANDARD, List.of());
  }

  private HashingVectorizer with(Counting other) {
    return new HashingVectorizer(columns, seed, isSigned, other, known.all());
  }

  /**
   * Sets the number of columns: a power of 2 by custom, which spreads hashes evenly, but any will
   * do.
   *
   * @param columns d; at least 1 and below 2³¹ − 8; 2¹⁸ unless set
   * @return another vectorizer
   * @throws IllegalArgumentException if it is outside
   */
  public HashingVectorizer withColumns(int columns) {
    Checks.from("columns", columns, 1, Checks.LONGEST_ARRAY);
    return new HashingVectorizer(columns, seed, isSigned, counting, known.all());
  }

  /**
   * Sets the seed of the hash: another one puts other words together.
   *
   * @param seed any number; 0 unless set
   * @return another vectorizer
   */
  public HashingVectorizer withSeed(int seed) {
    return new HashingVectorizer(columns, seed, isSigned, counting, known.all());
  }

  /**
   * Lets every word add, so that no number is negative.
   *
   * @return another vectorizer
   */
  public HashingVectorizer withoutSigns() {
    return new HashingVectorizer(columns, seed, false, counting, known.all());
  }

  /**
   * Counts a word once, however often a text has it. scikit-learn's {@code binary} also takes the
   * signs away, and counts several words of one column once.
   *
   * @return another vectorizer
   */
  public HashingVectorizer withBinaryCounts() {
    return with(counting.binary());
  }

  /**
   * Divides each row by its length, so that long texts do not count more than short ones, and one
   * learning rate does for all. A row of zeros stays one.
   *
   * <pre>{@code x ← x / √(Σⱼ xⱼ²)}</pre>
   *
   * @return another vectorizer
   */
  public HashingVectorizer withUnitLength() {
    return with(counting.unitLength());
  }

  /**
   * Sets what the words of a text are.
   *
   * @param words the rule; {@link Words#standard} unless set
   * @return another vectorizer
   */
  public HashingVectorizer withWords(Words words) {
    return with(counting.with(words));
  }

  /**
   * Keeps words for the names of the features: a column is called by the words of these that fall
   * there, and {@code #17} where none does. Rows are the same with or without.
   *
   * @param words any words, such as {@code wordsOf(train).all()}
   * @return another vectorizer
   * @throws IllegalArgumentException if one has a {@code #} or a {@code |}, which tell names from
   *     words
   */
  public HashingVectorizer withNames(Collection<String> words) {
    List<String> all = Checks.noneNull("words", words);
    for (String word : all) {
      if (word.indexOf('#') >= 0 || word.indexOf('|') >= 0) {
        throw new IllegalArgumentException(
            "words must have no # and no |, but one was " + Texts.quoted(word));
      }
    }
    return new HashingVectorizer(columns, seed, isSigned, counting, all);
  }

  /**
   * Returns the number of columns.
   *
   * @return d
   */
  public int columns() {
    return columns;
  }

  /**
   * Returns the seed of the hash.
   *
   * @return 0 unless set
   */
  public int seed() {
    return seed;
  }

  /**
   * Tells whether half of the words subtract.
   *
   * @return true unless set
   */
  public boolean isSigned() {
    return isSigned;
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

  /**
   * Returns what the words of a text are.
   *
   * @return the rule
   */
  public Words words() {
    return counting.words();
  }

  /**
   * Returns the words that are kept for the names of features.
   *
   * @return none unless {@link #withNames} was called
   */
  public HashedWords names() {
    return known;
  }

  /**
   * Returns the column of a word.
   *
   * @param word any word, as the rule leaves it
   * @return from 0
   */
  public int column(String word) {
    return column(MurmurHash.of(Checks.notNull("word", word), seed));
  }

  private int column(int hash) {
    return (int) (Math.abs((long) hash) % columns);
  }

  /**
   * Returns what a word adds to its column.
   *
   * @param word any word, as the rule leaves it
   * @return 1 or −1
   */
  public int sign(String word) {
    int hash = MurmurHash.of(Checks.notNull("word", word), seed);
    return isSigned && hash < 0 ? -1 : 1;
  }

  /** What {@link CountedColumns} calls a place. */
  private long place(String word) {
    int hash = MurmurHash.of(word, seed);
    return CountedColumns.place(column(hash), isSigned && hash < 0);
  }

  /**
   * Looks up where the words of some texts fall.
   *
   * @param texts a dataset of texts
   * @return the different words of all texts, by their columns
   * @throws IllegalArgumentException if the data have features already
   */
  public HashedWords wordsOf(Dataset texts) {
    Set<String> different = new HashSet<>();
    Counting.texts(texts).forEach(text -> counting.words().each(text, different::add));
    return new HashedWords(this, different);
  }

  /**
   * Makes rows of texts.
   *
   * @param texts at least one
   * @return a sparse row a text
   * @throws IllegalArgumentException if there are none
   */
  public Rows rows(List<String> texts) {
    return counting.rows(Checks.noneNull("texts", texts), columns, this::place, null);
  }

  /**
   * Makes features of texts.
   *
   * @param data a dataset of texts
   * @return the same rows with a feature a column
   * @throws IllegalArgumentException if the data have features already
   */
  @Override
  public Dataset apply(Dataset data) {
    return data.withInputs(rows(Counting.texts(data)), known.names());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HashingVectorizer that
        && columns == that.columns
        && seed == that.seed
        && isSigned == that.isSigned
        && counting.equals(that.counting)
        && known.all().equals(that.known.all());
  }

  @Override
  public int hashCode() {
    return Objects.hash(columns, seed, isSigned, counting, known.all());
  }

  /** Says the settings. */
  @Override
  public String toString() {
    return "HashingVectorizer("
        + Texts.count(columns, "column")
        + (seed == 0 ? "" : ", seed: " + seed)
        + (isSigned ? ", signed" : ", unsigned")
        + ", "
        + counting
        + (known.all().isEmpty() ? "" : ", names of " + Texts.count(known.all().size(), "word"))
        + ")";
  }
}
