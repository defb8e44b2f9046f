package io.github.gradusml.step;

import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.ReadableNumbers;
import java.util.List;
import java.util.Map;

/** Formulas in which symbols are replaced by texts, and numbers as they stand there. */
final class Formula {
  private static final int DIGITS = 4;

  /** Behind one of these, or before a square, a number below 0 needs parentheses. */
  private static final String OPERATORS = "·−+/√^";

  private static final String NORM = "‖g‖";
  private static final String ALL_POWERS = "Σᵥ e^(zᵥ)";

  private Formula() {}

  /** The formulas of what may be somebody's own. */
  static List<String> told(List<String> formulas) {
    return Checks.noneNull("formulas", formulas);
  }

  /** A number for a reader, with a true minus sign. */
  static String number(double value) {
    return Double.isNaN(value) ? "NaN" : ReadableNumbers.brief(value, DIGITS).replace('-', '−');
  }

  /** The same where a number below 0 would be misread. */
  static String factor(double value) {
    return value < 0 ? "(" + number(value) + ")" : number(value);
  }

  /** Such as 0.5 − 0.2 + 1. */
  static String sum(double... terms) {
    StringBuilder sum = new StringBuilder(number(terms[0]));
    for (int k = 1; k < terms.length; k++) {
      sum.append(terms[k] < 0 ? " − " : " + ").append(number(Math.abs(terms[k])));
    }
    return sum.toString();
  }

  /** The formula with a text in the place of each symbol that has one. */
  static String with(Map<String, String> texts, String formula) {
    StringBuilder result = new StringBuilder();
    int i = 0;
    while (i < formula.length()) {
      int end = end(formula, i);
      String symbol = formula.substring(i, end);
      String text = texts.get(symbol);
      char next = end < formula.length() ? formula.charAt(end) : ' ';
      if (text == null) {
        result.append(symbol);
      } else if (symbol.equals("ᵗ")) {
        result.append('^').append(text);
      } else if (text.startsWith("−") && (follows(result) || next == '²' || next == '^')) {
        result.append('(').append(text).append(')');
      } else {
        result.append(text);
      }
      i = end;
    }
    return result.toString();
  }

  private static boolean follows(StringBuilder before) {
    int last = before.length() - 1;
    while (last >= 0 && before.charAt(last) == ' ') {
      last--;
    }
    return last >= 0 && OPERATORS.indexOf(before.charAt(last)) >= 0;
  }

  /** Where the symbol, number, word or sign ends that begins at i. */
  private static int end(String formula, int i) {
    for (String whole : new String[] {NORM, ALL_POWERS}) {
      if (formula.startsWith(whole, i)) {
        return i + whole.length();
      }
    }
    char c = formula.charAt(i);
    int end = i + 1;
    if (Character.isDigit(c) && c < 128) {
      while (end < formula.length() && isOfNumber(formula, end)) {
        end++;
      }
    } else if (c != 'ᵗ' && Character.isLetter(c)) {
      while (end < formula.length() && isOfName(formula.charAt(end))) {
        end++;
      }
    }
    return end;
  }

  private static boolean isOfNumber(String formula, int i) {
    char c = formula.charAt(i);
    char before = formula.charAt(i - 1);
    boolean isExponent = (c == 'E' || c == 'e') && Character.isDigit(before);
    boolean isSign = c == '-' && (before == 'E' || before == 'e');
    return c < 128 && Character.isDigit(c) || c == '.' || isExponent || isSign;
  }

  private static boolean isOfName(char c) {
    return c != 'ᵗ' && Character.isLetter(c) || c == '′' || c == '₀' || c == '_';
  }
}
