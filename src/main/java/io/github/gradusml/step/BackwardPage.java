package io.github.gradusml.step;

import io.github.gradusml.core.Activation;
import io.github.gradusml.step.Section.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The way of a row back through the layers below the top, in lines. */
final class BackwardPage {
  private static final int IN_A_LINE = 4;

  private final ExplainedRow row;
  private final Shape shape;
  private final Names names;

  BackwardPage(ExplainedRow row, Shape shape, Names names) {
    this.row = row;
    this.shape = shape;
    this.names = names;
  }

  List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    List<List<ExplainedUnit>> layers = row.units();
    for (int l = layers.size() - 2; l >= 0; l--) {
      List<ExplainedUnit> units = layers.get(l);
      List<Integer> shown = ForwardPage.shown(units);
      for (int u : shown) {
        lines.add(slope(l, units.get(u)));
        lines.add(delta(l, u, units.get(u), layers.get(l + 1)));
      }
      ForwardPage.leftOut(lines, units.size() - shown.size(), "δ");
    }
    if (!shape.isWhole()) {
      String all =
          Arrays.stream(row.firstDelta())
              .limit(IN_A_LINE)
              .mapToObj(Formula::number)
              .collect(Collectors.joining(", "));
      lines.add(
          new Line(
              "δ1 = back through the layers above (δ)",
              row.firstDelta().length > IN_A_LINE ? all + ", …" : all,
              "layers.backward(delta, 1, theta, at, delta1, gradient);"));
    }
    return lines;
  }

  private Line slope(int l, ExplainedUnit unit) {
    Activation activation = shape.layers().get(l).activation();
    return new Symbols()
        .with("z", unit.name(), unit.netInput())
        .with("ŷ", unit.named("a"), unit.output())
        .line(
            "φ′(" + unit.name() + ")",
            Symbols.or(Formula.told(activation.formulas()), 1, "slope of φ at z"),
            unit.activationSlope(),
            "");
  }

  /** What the units above say, each by the weight that leads to it. */
  private Line delta(int l, int u, ExplainedUnit unit, List<ExplainedUnit> above) {
    List<String> formulas = new ArrayList<>();
    List<String> numbers = new ArrayList<>();
    for (int v : ForwardPage.shown(above)) {
      if (formulas.size() < IN_A_LINE) {
        ExplainedUnit other = above.get(v);
        formulas.add(other.named("δ") + "·" + names.weight(l + 1, v, u));
        double weight = other.terms().get(u).weight();
        numbers.add(Formula.factor(other.delta()) + "·" + Formula.factor(weight));
      }
    }
    int more = above.size() - formulas.size();
    String rest = more > 0 ? " + … (" + more + " more)" : "";
    boolean isSum = above.size() > 1;
    return new Line(
        unit.named("δ")
            + " = "
            + wrapped(String.join(" + ", formulas) + rest, isSum)
            + "·φ′("
            + unit.name()
            + ")",
        wrapped(String.join(" + ", numbers) + rest, isSum)
            + "·"
            + Formula.factor(unit.activationSlope())
            + " = "
            + Formula.number(unit.delta()),
        "");
  }

  private static String wrapped(String text, boolean isSum) {
    return isSum ? "(" + text + ")" : text;
  }
}
