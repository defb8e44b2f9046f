package io.github.gradusml.step;

import io.github.gradusml.step.Section.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The lines of a rule, such as {@code v ← 0.9·v + g}, with the numbers of one parameter: what a
 * line sets, the lines behind it find.
 */
final class Recipe {
  private static final String SETS = " ← ";

  private final Map<String, String> texts = new TreeMap<>();
  private final Map<String, Double> results = new TreeMap<>();

  /** What a symbol stands for until a line sets it. */
  Recipe given(String symbol, double value) {
    texts.put(symbol, Formula.number(value));
    return this;
  }

  /** What a line that sets a symbol comes to. */
  Recipe result(String symbol, double value) {
    results.put(symbol, value);
    return this;
  }

  /** The lines for a parameter of this name; the first has the Java. */
  List<Line> lines(String name, List<String> formulas, String java) {
    List<Line> lines = new ArrayList<>();
    for (String formula : formulas) {
      String call = lines.isEmpty() ? java : "";
      lines.add(new Line(name + ": " + formula, arithmetic(formula), call));
    }
    return lines;
  }

  private String arithmetic(String formula) {
    int at = formula.indexOf(SETS);
    if (at < 0) {
      return Formula.with(texts, formula);
    }
    String symbol = formula.substring(0, at);
    String right = Formula.with(texts, formula.substring(at + SETS.length()));
    Double result = results.get(symbol);
    if (result == null) {
      return right;
    }
    String number = Formula.number(result);
    texts.put(symbol, number);
    return right.equals(number) ? number : right + " = " + number;
  }
}
