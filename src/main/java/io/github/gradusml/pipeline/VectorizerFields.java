package io.github.gradusml.pipeline;

import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.Fields;
import io.github.gradusml.internal.Texts;
import io.github.gradusml.text.HashingVectorizer;
import io.github.gradusml.text.Vocabulary;
import io.github.gradusml.text.Words;
import java.util.function.UnaryOperator;

/**
 * The settings of what makes features of texts as fields, and back. What is said in a word, such as
 * that a word counts once, is a text; what is not so has no field.
 */
final class VectorizerFields {
  private static final String COLUMNS = "columns";
  private static final String SEED = "seed";
  private static final String SIGNS = "signs";
  private static final String SIGNED = "by hash";
  private static final String UNSIGNED = "none";
  private static final String NAMES = "names";
  private static final String WORDS = "words";
  private static final String IDF = "idf";
  private static final String COUNTS = "counts";
  private static final String ONCE = "once a text";
  private static final String LENGTH = "length";
  private static final String UNIT = "1";
  private static final String RULE = "rule";
  private static final String SHORTEST = "shortest";
  private static final String N_GRAMS = "n-grams";
  private static final String CASE = "case";
  private static final String KEPT = "kept";

  private VectorizerFields() {}

  static Fields write(HashingVectorizer vectorizer, Fields into) {
    into.with(COLUMNS, vectorizer.columns())
        .with(SEED, vectorizer.seed())
        .with(SIGNS, vectorizer.isSigned() ? SIGNED : UNSIGNED);
    counting(into, vectorizer.isBinary(), vectorizer.hasUnitLength(), vectorizer.words());
    return vectorizer.names().all().isEmpty() ? into : into.with(NAMES, vectorizer.names().all());
  }

  static HashingVectorizer readHashing(Fields fields) {
    fields.only(PreparationKind.KIND, COLUMNS, SEED, SIGNS, COUNTS, LENGTH, RULE, NAMES);
    HashingVectorizer read =
        HashingVectorizer.standard()
            .withColumns((int) fields.whole(COLUMNS, 1, Checks.LONGEST_ARRAY))
            .withSeed((int) fields.whole(SEED, Integer.MIN_VALUE, Integer.MAX_VALUE))
            .withWords(rule(fields.fields(RULE)));
    read = said(fields, COUNTS, ONCE, read, HashingVectorizer::withBinaryCounts);
    read = said(fields, LENGTH, UNIT, read, HashingVectorizer::withUnitLength);
    if (!fields.text(SIGNS).equals(SIGNED)) {
      read = said(fields, SIGNS, UNSIGNED, read, HashingVectorizer::withoutSigns);
    }
    return fields.has(NAMES) ? read.withNames(fields.texts(NAMES)) : read;
  }

  static Fields write(Vocabulary vocabulary, Fields into) {
    counting(into, vocabulary.isBinary(), vocabulary.hasUnitLength(), vocabulary.rule());
    into.with(WORDS, vocabulary.words());
    double[] idf = vocabulary.inverseDocumentFrequencies();
    return idf.length == 0 ? into : into.with(IDF, idf);
  }

  static Vocabulary readVocabulary(Fields fields) {
    fields.only(PreparationKind.KIND, COUNTS, LENGTH, RULE, WORDS, IDF);
    Vocabulary read = Vocabulary.of(fields.texts(WORDS)).withRule(rule(fields.fields(RULE)));
    read = said(fields, COUNTS, ONCE, read, Vocabulary::withBinaryCounts);
    read = said(fields, LENGTH, UNIT, read, Vocabulary::withUnitLength);
    return fields.has(IDF) ? read.withInverseDocumentFrequencies(fields.numbers(IDF)) : read;
  }

  private static void counting(Fields into, boolean isBinary, boolean hasUnitLength, Words words) {
    if (isBinary) {
      into.with(COUNTS, ONCE);
    }
    if (hasUnitLength) {
      into.with(LENGTH, UNIT);
    }
    Fields rule = Fields.none().with(SHORTEST, words.shortest()).with(N_GRAMS, words.nGrams());
    into.with(RULE, words.keepsCase() ? rule.with(CASE, KEPT) : rule);
  }

  private static Words rule(Fields rule) {
    rule.only(SHORTEST, N_GRAMS, CASE);
    int shortest = (int) rule.whole(SHORTEST, 1, Integer.MAX_VALUE);
    int nGrams = (int) rule.whole(N_GRAMS, 1, Integer.MAX_VALUE);
    return said(rule, CASE, KEPT, new Words(shortest, nGrams, false), Words::withCase);
  }

  /** What is read, changed where a field says the one thing that it can say. */
  private static <T> T said(
      Fields fields, String name, String only, T read, UnaryOperator<T> change) {
    if (!fields.has(name)) {
      return read;
    }
    if (!fields.text(name).equals(only)) {
      throw new IllegalArgumentException(
          fields.path(name)
              + " must be \""
              + only
              + "\", but was "
              + Texts.quoted(fields.text(name)));
    }
    return change.apply(read);
  }
}
