package io.github.gradusml.step;

import java.util.List;

/**
 * A part of a page.
 *
 * @param title its heading
 * @param words short sentences
 * @param lines a table; empty for none
 */
record Section(String title, List<String> words, List<Line> lines) {
  /**
   * A line of a table.
   *
   * @param formula such as {@code z = w·x + b}
   * @param arithmetic the same with numbers, and what comes out
   * @param java what computes it; empty for nothing
   */
  record Line(String formula, String arithmetic, String java) {}
}
