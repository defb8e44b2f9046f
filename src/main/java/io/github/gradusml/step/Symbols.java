package io.github.gradusml.step;

import io.github.gradusml.step.Section.Line;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the symbols of a formula are called here, and what numbers they have. */
final class Symbols {
  private final Map<String, String> names = new TreeMap<>();
  private final Map<String, String> numbers = new TreeMap<>();

  /** A symbol that is called by its own name. */
  Symbols with(String symbol, double number) {
    return with(symbol, symbol, number);
  }

  Symbols with(String symbol, String name, double number) {
    return with(symbol, name, Formula.number(number));
  }

  Symbols with(String symbol, String name, String number) {
    names.put(symbol, name);
    numbers.put(symbol, number);
    return this;
  }

  /** A line that says what something is, in symbols and in numbers. */
  Line line(String what, String formula, double result, String java) {
    String arithmetic = Formula.with(numbers, formula);
    String number = Formula.number(result);
    return new Line(
        what + " = " + Formula.with(names, formula),
        arithmetic.equals(number) ? number : arithmetic + " = " + number,
        java);
  }

  /** A formula that may not be told. */
  static String or(List<String> formulas, int k, String otherwise) {
    return k < formulas.size() ? formulas.get(k) : otherwise;
  }
}
