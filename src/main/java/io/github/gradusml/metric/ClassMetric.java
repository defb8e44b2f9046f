package io.github.gradusml.metric;

/**
 * A metric of one class, such as its precision: of the positive one of two, of any by its number,
 * or as a mean over all.
 *
 * <p>{@code Metric.f1().ofClass(2)}, {@code Metric.f1().macro()} and {@code Metric.f1().weighted()}
 * are metrics like any other, for trainings, searches and tests.
 *
 * <p>By itself it is that of class 1 of two classes. Of more it is refused, but for {@link
 * Metric#rocAuc}, which is then its macro mean.
 *
 * <p>A macro mean tells how well rare classes are found, a weighted one how well rows are. Both are
 * over the classes that have rows: that rows were taken for a class without any shows in the recall
 * of their own. Of F1 it is the mean of each class's F1, not F1 of the mean precision and recall.
 *
 * <p>Source: J. Opitz, S. Burst, Macro F1 and Macro F1, 2019, arXiv:1911.03347.
 */
public interface ClassMetric extends Metric {
  /**
   * Returns the metric of one class, which is told from all others.
   *
   * @param ofClass the class, from 0
   * @return the metric; a model that has no such class is refused by {@link
   *     IndexOutOfBoundsException}
   * @throws IllegalArgumentException if {@code ofClass < 0}
   */
  Metric ofClass(int ofClass);

  /**
   * Returns the mean over the classes that have rows, each of which counts the same.
   *
   * <pre>{@code
   * 1/k · Σ metric(c)
   * }</pre>
   *
   * @return the metric, also of two classes
   */
  Metric macro();

  /**
   * Returns the mean over the classes, each of which counts as much as its rows.
   *
   * <pre>{@code
   * Σ n_c/n · metric(c)        n_c rows of class c, or the sum of their weights
   * }</pre>
   *
   * @return the metric, also of two classes
   */
  Metric weighted();
}
