package io.github.gradusml.tuning;

import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.data.TargetStandardizer;
import java.util.function.UnaryOperator;

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
 *   return rows -> scaler.apply(rows).selectFeatures("area_worst", "texture_worst");
 * };
 * }</pre>
 *
 * <p>One that standardizes targets, by a {@link TargetStandardizer}, leaves R² as it is; other
 * scores are then in units of the deviation of the targets that a fold trains on. So are the
 * predictions of a {@link PreparedModel}, which {@link TargetStandardizer#inverse(double)} brings
 * back.
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
  UnaryOperator<Dataset> fit(Dataset train);

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
   * @return the preparation; fitted to rows, it is a {@link Standardizer}, with means and scales
   */
  static Preparation standardizing() {
    return Standardizing.FEATURES;
  }

  /**
   * Leaves the rows as they are.
   *
   * @return the preparation
   */
  static Preparation none() {
    return Unprepared.ROWS;
  }
}
