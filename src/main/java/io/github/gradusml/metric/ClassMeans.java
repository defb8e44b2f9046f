package io.github.gradusml.metric;

import java.util.function.IntToDoubleFunction;

/** Means over the classes that have rows. */
final class ClassMeans {
  private ClassMeans() {}

  /** Of how much the rows of each class count, in any unit, and a number of each. */
  static double macro(double[] rows, IntToDoubleFunction ofClass) {
    double sum = 0;
    int present = 0;
    for (int c = 0; c < rows.length; c++) {
      if (rows[c] > 0) {
        sum += ofClass.applyAsDouble(c);
        present++;
      }
    }
    return sum / present;
  }

  /** As {@link #macro}, where each class counts as much as its rows. */
  static double weighted(double[] rows, IntToDoubleFunction ofClass) {
    double all = 0;
    for (double ofOne : rows) {
      all += ofOne;
    }
    double sum = 0;
    for (int c = 0; c < rows.length; c++) {
      sum += rows[c] > 0 ? rows[c] / all * ofClass.applyAsDouble(c) : 0;
    }
    return sum;
  }
}
