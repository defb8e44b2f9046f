package io.github.gradusml.step;

import io.github.gradusml.step.Section.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The way of a row forwards through the layers, in lines: net inputs, and outputs between. */
final class ForwardPage {
  /** Terms of a net input that stand in one line. */
  private static final int IN_A_LINE = 4;

  private static final int MOST_LINES = 16;
  private static final int MOST_UNITS = 8;

  private final ExplainedRow row;
  private final Shape shape;
  private final Names names;

  /** Those of the terms next to the inputs. */
  private final int[] columns;

  ForwardPage(ExplainedRow row, Shape shape, Names names) {
    this.row = row;
    this.shape = shape;
    this.names = names;
    this.columns = row.columns();
  }

  List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    List<List<ExplainedUnit>> layers = row.units();
    for (int l = 0; l < layers.size(); l++) {
      List<ExplainedUnit> units = layers.get(l);
      List<Integer> shown = shown(units);
      for (int u : shown) {
        lines.addAll(netInput(l, u, units.get(u), units.size()));
      }
      leftOut(lines, units.size() - shown.size(), "z");
      if (l < layers.size() - 1) {
        lines.addAll(outputs(l, units, shown));
      }
    }
    if (!shape.isWhole()) {
      lines.addAll(above());
    }
    return lines;
  }

  /** Of many units those with the largest slopes. */
  static List<Integer> shown(List<ExplainedUnit> units) {
    double[] slopes = units.stream().mapToDouble(ExplainedUnit::delta).toArray();
    return Names.largest(slopes, MOST_UNITS);
  }

  static void leftOut(List<Line> lines, int count, String what) {
    if (count > 0) {
      lines.add(new Line("… " + what + " of " + count + " more", "", ""));
    }
  }

  private List<Line> netInput(int l, int u, ExplainedUnit unit, int units) {
    int d = unit.terms().size();
    return d > IN_A_LINE && units == 1 ? termByTerm(l, u, unit) : List.of(inOneLine(l, u, unit));
  }

  private Line inOneLine(int l, int u, ExplainedUnit unit) {
    List<Integer> shown = largestTerms(unit, IN_A_LINE);
    int more = unit.terms().size() - shown.size();
    String rest = more > 0 ? " + … (" + more + " more)" : "";
    String formula = shown.stream().map(j -> product(l, u, j, unit)).collect(joined());
    String numbers = shown.stream().map(j -> numbers(unit.terms().get(j))).collect(joined());
    return new Line(
        unit.name() + " = " + formula + rest + withBias(l, u),
        numbers + rest + bias(l, u, unit) + " = " + Formula.number(unit.netInput()),
        java(l, u));
  }

  private static Collector<CharSequence, ?, String> joined() {
    return Collectors.joining(" + ");
  }

  private String java(int l, int u) {
    if (u > 0 || l < shape.layers().size() - 1 || !shape.isWhole()) {
      return "";
    }
    String x = row.isSparse() ? "(indices, values);" : "(x);";
    return row.hasOneOutput()
        ? "double z = model.netInput" + x
        : "double[] z = model.netInputs" + x;
  }

  private static List<Integer> largestTerms(ExplainedUnit unit, int most) {
    return Names.largest(unit.terms().stream().mapToDouble(Term::value).toArray(), most);
  }

  private String product(int l, int u, int j, ExplainedUnit unit) {
    return names.weight(l, u, l == 0 ? columns[j] : j)
        + "·"
        + Names.brief(unit.terms().get(j).name());
  }

  private static String numbers(Term term) {
    return Formula.factor(term.weight()) + "·" + Formula.factor(term.input());
  }

  private String withBias(int l, int u) {
    return names.bias(l, u).stream().map(name -> " + " + name).collect(Collectors.joining());
  }

  private String bias(int l, int u, ExplainedUnit unit) {
    return names.bias(l, u).isEmpty() ? "" : " + " + Formula.factor(unit.bias());
  }

  private List<Line> termByTerm(int l, int u, ExplainedUnit unit) {
    List<Line> lines = new ArrayList<>();
    List<Integer> shown = largestTerms(unit, MOST_LINES);
    for (int j : shown) {
      Term term = unit.terms().get(j);
      String value = numbers(term) + " = " + Formula.number(term.value());
      lines.add(new Line(product(l, u, j, unit), value, ""));
    }
    leftOut(lines, unit.terms().size() - shown.size(), "terms");
    lines.add(
        new Line(
            unit.name() + " = sum of all terms" + withBias(l, u),
            Formula.number(unit.sum()) + bias(l, u, unit) + " = " + Formula.number(unit.netInput()),
            java(l, u)));
    return lines;
  }

  private List<Line> outputs(int l, List<ExplainedUnit> units, List<Integer> shown) {
    List<String> formulas = Formula.told(shape.layers().get(l).activation().formulas());
    List<Line> lines = new ArrayList<>();
    for (int u : shown) {
      ExplainedUnit unit = units.get(u);
      String a = unit.named("a");
      String java =
          lines.isEmpty()
              ? "double[] a" + (l + 1) + " = network.hiddenOutputs(" + (l + 1) + ", x);"
              : "";
      Symbols symbols =
          new Symbols().with("z", unit.name(), unit.netInput()).with("ŷ", a, unit.output());
      lines.add(symbols.line(a, Symbols.or(formulas, 0, "φ(z)"), unit.output(), java));
    }
    leftOut(lines, units.size() - shown.size(), "a");
    return lines;
  }

  /** What somebody's own layers make of the first products. */
  private List<Line> above() {
    double[] z = row.netInputs();
    return IntStream.range(0, Math.min(z.length, MOST_UNITS))
        .mapToObj(
            u ->
                new Line(
                    "z" + (z.length == 1 ? "" : "[" + u + "]") + " = layers above (z1)",
                    Formula.number(z[u]),
                    u == 0 ? "layers.forward(z1, 1, theta, at, z);" : ""))
        .toList();
  }
}
