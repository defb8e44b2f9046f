package io.github.gradusml.step;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.step.Section.Line;
import java.util.ArrayList;
import java.util.List;

/**
 * From one net input to its prediction and its loss, and back to its δ, in lines.
 *
 * @param loss L
 * @param activation φ
 * @param fused how loss and slope are computed from z in one go; empty for the chain rule
 * @param unit what stands behind the symbols, such as {@code [2]}; empty for a single output
 * @param z the net input
 * @param y the target
 * @param prediction ŷ
 * @param value L(ŷ, y)
 * @param delta δ
 */
record UnitPage(
    Loss loss,
    Activation activation,
    List<String> fused,
    String unit,
    double z,
    double y,
    double prediction,
    double value,
    double delta) {
  private double lossSlope() {
    return loss.derivative(prediction, y);
  }

  private double activationSlope() {
    return activation.derivative(z);
  }

  private Symbols symbols() {
    return new Symbols()
        .with("z", "z" + unit, z)
        .with("ŷ", "ŷ" + unit, prediction)
        .with("y", "y" + unit, y)
        .with("L′", "L′" + unit, lossSlope())
        .with("φ′", "φ′(z" + unit + ")", activationSlope());
  }

  Line prediction(String java) {
    // An output may be somebody's own, and have no activation.
    boolean isKnown = Double.compare(prediction, activation.value(z)) == 0;
    String formula =
        isKnown ? Symbols.or(Formula.told(activation.formulas()), 0, "φ(z)") : "output of z";
    return symbols().line("ŷ" + unit, formula, prediction, java);
  }

  Line loss(String java) {
    List<String> formulas = fused.isEmpty() ? Formula.told(loss.formulas()) : fused;
    return symbols().line("L" + unit, Symbols.or(formulas, 0, "L(ŷ, y)"), value, java);
  }

  /** δ, and where it is not the product of the two slopes, that beside it. */
  List<Line> backward(String java) {
    List<Line> lines = new ArrayList<>();
    boolean hasJava = !java.isEmpty();
    lines.add(
        symbols()
            .line(
                "L′" + unit,
                Symbols.or(Formula.told(loss.formulas()), 1, "slope of L at (ŷ, y)"),
                lossSlope(),
                hasJava ? "double slope = loss.derivative(prediction, y);" : ""));
    lines.add(
        symbols()
            .line(
                "φ′(z" + unit + ")",
                Symbols.or(Formula.told(activation.formulas()), 1, "slope of φ at z"),
                activationSlope(),
                hasJava ? "double phi = activation.derivative(z);" : ""));
    double product = lossSlope() * activationSlope();
    boolean isProduct = fused.isEmpty() && Double.compare(product, delta) == 0;
    if (isProduct) {
      lines.add(symbols().line("δ" + unit, "L′·φ′", delta, java));
    } else {
      Line beside = symbols().line("", "L′·φ′", product, "");
      String what = "L′" + unit + "·φ′(z" + unit + "), beside it";
      lines.add(new Line(what, beside.arithmetic(), ""));
      lines.add(symbols().line("δ" + unit, Symbols.or(fused, 1, "slope at z"), delta, java));
    }
    return lines;
  }

  /** What is to be said about δ. */
  String words() {
    if (fused.isEmpty()) {
      return "The slopes of loss and activation multiply: the chain rule.";
    }
    if (activation.isThreshold()) {
      return "A threshold has the slope 0, so no gradient comes through it. The loss looks at z"
          + " instead, and δ is its slope there.";
    }
    return "Loss and activation are computed as one, from z. The product of the two slopes is the"
        + " same in theory; near the limits of the activation it loses its digits.";
  }
}
