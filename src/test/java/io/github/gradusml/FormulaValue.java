package io.github.gradusml;

import io.github.gradusml.core.Activation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Computes what a formula says, as a reader with a pocket calculator would. */
public final class FormulaValue {
  private final String text;
  private final Map<String, Double> values;
  private int at;

  private FormulaValue(String text, Map<String, Double> values) {
    this.text = text;
    this.values = values;
  }

  /** The value of a formula, in which cases and what a symbol stands for follow behind commas. */
  public static double of(String formula, Map<String, Double> values) {
    Map<String, Double> all = new TreeMap<>(values);
    String rest = formula;
    int named = rest.indexOf(", y′ = ");
    if (named >= 0) {
      all.put("y′", plain(rest.substring(named + 7), all));
      rest = rest.substring(0, named);
    }
    int cut = rest.indexOf(", cut to [");
    if (cut >= 0) {
      String[] ends = rest.substring(cut + 10, rest.length() - 1).split(", ");
      double value = plain(rest.substring(0, cut), all);
      return Math.max(plain(ends[0], all), Math.min(plain(ends[1], all), value));
    }
    for (String piece : pieces(rest)) {
      String[] parts = piece.replaceFirst("^else ", "").split(" if ");
      if (parts.length == 1 || holds(parts[1], all)) {
        return plain(parts[0], all);
      }
    }
    throw new AssertionError("no case of " + formula);
  }

  /** Between the commas that stand in no parentheses. */
  private static List<String> pieces(String cases) {
    List<String> pieces = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i < cases.length(); i++) {
      char c = cases.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == ',' && depth == 0) {
        pieces.add(cases.substring(from, i).strip());
        from = i + 1;
      }
    }
    pieces.add(cases.substring(from).strip());
    return pieces;
  }

  private static boolean holds(String condition, Map<String, Double> values) {
    String sign = condition.replaceAll("[^<>≤≥]", "");
    String[] sides = condition.split(" [<>≤≥] ");
    double left = plain(sides[0], values);
    double right = plain(sides[1], values);
    return switch (sign) {
      case "<" -> left < right;
      case ">" -> left > right;
      case "≤" -> left <= right;
      default -> left >= right;
    };
  }

  private static double plain(String text, Map<String, Double> values) {
    FormulaValue reader = new FormulaValue(text.replace(" ", ""), values);
    double value = reader.sum();
    if (reader.at < reader.text.length()) {
      throw new AssertionError(text + " ends at " + reader.at);
    }
    return value;
  }

  private boolean take(String sign) {
    boolean isNext = text.startsWith(sign, at);
    at += isNext ? sign.length() : 0;
    return isNext;
  }

  private double sum() {
    double sum = product();
    while (true) {
      if (take("+")) {
        sum += product();
      } else if (take("−")) {
        sum -= product();
      } else {
        return sum;
      }
    }
  }

  private double product() {
    double product = signed();
    while (true) {
      if (take("·")) {
        product *= signed();
      } else if (take("/")) {
        product /= signed();
      } else {
        return product;
      }
    }
  }

  private double signed() {
    return take("−") ? -signed() : power();
  }

  private double power() {
    double value = atom();
    while (true) {
      if (take("²")) {
        value *= value;
      } else if (take("ᵗ")) {
        value = Math.pow(value, values.get("ᵗ"));
      } else if (take("^")) {
        value = Math.pow(value, signed());
      } else {
        return value;
      }
    }
  }

  private double atom() {
    if (take("½")) {
      return 0.5;
    }
    if (take("√")) {
      return Math.sqrt(atom());
    }
    if (take("‖g‖")) {
      return values.get("‖g‖");
    }
    if (take("|")) {
      double inside = Math.abs(sum());
      return closed(inside, "|");
    }
    if (take("(")) {
      return closed(sum(), ")");
    }
    return Character.isDigit(text.charAt(at)) ? number() : named();
  }

  private double closed(double value, String sign) {
    if (!take(sign)) {
      throw new AssertionError(text + " has no " + sign + " at " + at);
    }
    return value;
  }

  private double number() {
    int from = at;
    while (at < text.length() && "0123456789.eE-".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return Double.parseDouble(text.substring(from, at));
  }

  private double named() {
    int from = at;
    while (at < text.length()
        && (Character.isLetter(text.charAt(at)) && text.charAt(at) != 'ᵗ'
            || "′₀_".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    String name = text.substring(from, at);
    if (values.containsKey(name)) {
      return values.get(name);
    }
    if (name.equals("e") || name.equals("π")) {
      return name.equals("e") ? Math.E : Math.PI;
    }
    closed(0, "(");
    double first = sum();
    double second = take(",") ? sum() : Double.NaN;
    return closed(function(name, first, second), ")");
  }

  private static double function(String name, double a, double b) {
    return switch (name) {
      case "max" -> Math.max(a, b);
      case "min" -> Math.min(a, b);
      case "sign" -> Math.signum(a);
      case "ln" -> Math.log(a);
      case "tanh" -> Math.tanh(a);
      case "cosh" -> Math.cosh(a);
      case "σ" -> 1 / (1 + Math.exp(-a));
      case "Φ" -> Activation.gelu().value(a) / a;
      default -> throw new AssertionError("no function " + name);
    };
  }
}
