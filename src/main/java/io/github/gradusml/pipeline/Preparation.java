package io.github.gradusml.pipeline;

import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.FeatureSelection;
import io.github.gradusml.data.FittedPreparation;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.data.TargetStandardizer;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.text.CountVectorizer;
import io.github.gradusml.text.HashingVectorizer;

/**
 * What is done to rows before a model sees them, learned from the training rows alone.
 *
 * <p>Cross-validation fits the preparation anew in every fold, to the rows that the fold trains on,
 * and only then applies it to the rows that the fold is scored on. Whatever is learned from all
 * rows before the folds are made, be it a mean or a choice of features, has seen the rows that the
 * score is meant to be honest about: it leaks.
 *
 * <pre>{@code
 * Preparation largest = train -> {
 *   Standardizer scaler = Standardizer.fit(train); // learned from the training rows
 *   return scaler.andThen(FeatureSelection.of("area_worst", "texture_worst"));
 * };
 * }</pre>
 *
 * <p>Where one standardizes targets, by a {@link TargetStandardizer}, predictions and scores are
 * brought back to the targets' own unit. One of your own that changes targets in another way is
 * scored by the targets that it returns.
 *
 * <p>A preparation may be used by several threads at once.
 *
 * <p>Article: section 3, Standardize input data.
 *
 * <p>Source: T. Hastie, R. Tibshirani, J. Friedman, The Elements of Statistical Learning, 2nd
 * edition, 2009, section 7.10.2, The wrong and right way to do cross-validation.
 */
@FunctionalInterface
public interface Preparation {
  /**
   * Learns from training rows.
   *
   * @param train the rows to learn from
   * @return what to do to any rows: these and others
   */
  FittedPreparation fit(Dataset train);

  /**
   * Tells whether targets are left as they are, so that they can be checked before anything is
   * trained.
   *
   * @return false unless the preparation says otherwise
   */
  default boolean keepsTargets() {
    return false;
  }

  /**
   * Returns this preparation with another behind it, which learns from rows that this one prepared.
   *
   * @param next what is done then
   * @return both
   */
  default Preparation andThen(Preparation next) {
    return new Sequence(this, Checks.notNull("next", next));
  }

  /**
   * Returns the same preparation with a name, by which results and models tell it: a lambda has
   * none.
   *
   * @param name its name; not blank
   * @return the preparation
   * @throws IllegalArgumentException if the name is blank
   */
  default Preparation named(String name) {
    return new Named(name, this);
  }

  /**
   * Shifts and scales each feature to mean 0 and standard deviation 1 over the training rows.
   *
   * @return the preparation; fitted to rows, it is a {@link Standardizer}
   */
  static Preparation standardizing() {
    return BuiltIn.STANDARDIZING;
  }

  /**
   * Scales each feature by its largest number over the training rows and shifts none, so that
   * sparse rows stay sparse.
   *
   * @return the preparation; fitted to rows, it is a {@link Standardizer} of {@link
   *     Standardizer#fitMaxAbs}
   */
  static Preparation scalingMaxAbs() {
    return BuiltIn.SCALING_MAX_ABS;
  }

  /**
   * Shifts and scales targets that are numbers to mean 0 and standard deviation 1 over the training
   * rows.
   *
   * @return the preparation; fitted to rows, it is a {@link TargetStandardizer}
   */
  static Preparation standardizingTargets() {
    return BuiltIn.STANDARDIZING_TARGETS;
  }

  /**
   * Keeps some of the features.
   *
   * @param names their names, in the order asked for
   * @return the preparation; fitted to rows, it is a {@link FeatureSelection}
   * @throws IllegalArgumentException if there is none, or one comes twice
   */
  static Preparation selecting(String... names) {
    return new Selecting(FeatureSelection.of(names));
  }

  /**
   * Makes features of texts by the words of the training texts, so that a word that only others
   * have is no feature.
   *
   * <p>How many features there will be is known once it is fitted; so give a training a {@link
   * io.github.gradusml.rows.Start} such as {@code features -> Perceptron.zeros(features,
   * Activation.sigmoid())} in place of a model.
   *
   * @param vectorizer how words are counted, and which
   * @return the preparation; fitted to rows, it is a {@link io.github.gradusml.text.Vocabulary}
   */
  static Preparation counting(CountVectorizer vectorizer) {
    return new Vectorizing(Checks.notNull("vectorizer", vectorizer), vectorizer::fit);
  }

  /**
   * Makes features of texts by hashing their words.
   *
   * @param vectorizer how words are counted
   * @return the preparation; fitted to rows, it is the vectorizer
   */
  static Preparation hashing(HashingVectorizer vectorizer) {
    return new Vectorizing(Checks.notNull("vectorizer", vectorizer), train -> vectorizer);
  }

  /**
   * Leaves the rows as they are.
   *
   * @return the preparation
   */
  static Preparation none() {
    return BuiltIn.NONE;
  }
}
