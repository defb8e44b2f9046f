package io.github.gradusml.step;

import io.github.gradusml.step.Places.Place;
import io.github.gradusml.step.Section.Line;
import java.util.ArrayList;
import java.util.List;

/** The gradient of the mean loss, parameter by parameter, in lines. */
final class GradientPage {
  private static final int IN_A_LINE = 4;

  private final ExplainedStep step;
  private final List<List<List<ExplainedUnit>>> units;
  private final Names names;

  GradientPage(ExplainedStep step, Names names) {
    this.step = step;
    this.names = names;
    this.units = step.rows().stream().limit(IN_A_LINE).map(ExplainedRow::units).toList();
  }

  List<Line> lines(List<Integer> shown) {
    List<Line> lines = new ArrayList<>();
    for (int p : shown) {
      Place place = names.place(p);
      double slope = step.parameter(p).lossGradient();
      lines.add(
          new Line(
              "∂L/∂" + names.parameter(p) + " = " + formula(place),
              numbers(place, p) + Formula.number(slope),
              java(place, lines)));
    }
    return lines;
  }

  private String java(Place place, List<Line> before) {
    if (place.layer() < 0) {
      return "";
    }
    String java =
        place.input() < 0 ? "gradient[d] += delta / m;" : "gradient[j] += delta * x[j] / m;";
    return before.stream().anyMatch(line -> line.java().equals(java)) ? "" : java;
  }

  private String formula(Place place) {
    if (place.layer() < 0) {
      return mean("∂L/∂θ");
    }
    ExplainedUnit unit = unit(units.get(0), place);
    String delta = unit.named("δ");
    return mean(
        place.input() < 0
            ? delta
            : delta + "·" + Names.brief(names.input(place.layer(), place.input())));
  }

  private String mean(String ofRow) {
    int m = step.rows().size();
    return m == 1 ? ofRow : "1/" + m + "·Σ " + ofRow;
  }

  /** What comes in; a sparse row has no term for a 0. */
  private double input(int i, ExplainedUnit unit, Place place) {
    return place.layer() == 0
        ? step.rows().get(i).value(place.input())
        : unit.terms().get(place.input()).input();
  }

  private static ExplainedUnit unit(List<List<ExplainedUnit>> layers, Place place) {
    return layers.get(place.layer()).get(place.unit());
  }

  /** Of few rows each product, of more their sum. */
  private String numbers(Place place, int p) {
    int m = step.rows().size();
    if (place.layer() < 0 || m > IN_A_LINE) {
      String sum = Formula.factor(m * step.parameter(p).lossGradient());
      return m == 1 ? "" : "1/" + m + "·" + sum + " = ";
    }
    List<String> products = new ArrayList<>();
    for (int i = 0; i < units.size(); i++) {
      ExplainedUnit unit = unit(units.get(i), place);
      String delta = Formula.factor(unit.delta());
      products.add(place.input() < 0 ? delta : delta + "·" + Formula.factor(input(i, unit, place)));
    }
    String sum = String.join(" + ", products);
    return m > 1 ? "1/" + m + "·(" + sum + ") = " : place.input() < 0 ? "" : sum + " = ";
  }
}
