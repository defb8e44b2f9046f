/**
 * From texts to rows: words become columns, so that a perceptron can weigh them. The article stops
 * at numbers; this is what comes before its section 1 where the data are texts.
 *
 * <p>Read them in this order: {@link io.github.gradusml.text.Words} says what a word is; a {@link
 * io.github.gradusml.text.CountVectorizer} learns a {@link io.github.gradusml.text.Vocabulary} from
 * training texts; a {@link io.github.gradusml.text.HashingVectorizer} needs none, and its {@link
 * io.github.gradusml.text.HashedWords} say which words share a column.
 *
 * <pre>{@code
 * Dataset texts = Dataset.of(Rows.texts(List.of("cheap money now", "see you at lunch")), y);
 * Vocabulary vocabulary = CountVectorizer.standard().withTfIdf().withUnitLength().fit(texts);
 * Dataset features = vocabulary.apply(texts);
 * }</pre>
 *
 * <p>In a {@code Pipeline} and inside the folds of a cross-validation, {@code Preparation.counting}
 * and {@code Preparation.hashing} do that by themselves.
 */
package io.github.gradusml.text;
