package io.github.gradusml.step;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.ComposedLoss;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.step.Section.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** From the net inputs of a row to its predictions, its loss, and δ at the top, in lines. */
final class OutputPage {
  private static final int MOST_UNITS = 8;
  private static final int MOST_POWERS = 4;
  private static final String OF_SOFTMAX = "e^(zᵤ)/(Σᵥ e^(zᵥ))";

  private final ExplainedRow row;
  private final double[] z;
  private final double[] predictions;
  private final double[] delta;

  OutputPage(ExplainedRow row) {
    this.row = row;
    this.z = row.netInputs();
    this.predictions = row.predictions();
    this.delta = row.delta();
  }

  private Activation activation() {
    return row.output().activation();
  }

  private boolean isOneVersusRest() {
    return z.length > 1 && row.output().equals(Output.oneVersusRest(z.length, activation()));
  }

  private boolean isSoftmax() {
    return z.length > 1 && row.output().equals(Output.softmax(z.length));
  }

  /** Those with the largest slopes. */
  private List<Integer> shown() {
    return Names.largest(delta, MOST_UNITS);
  }

  private UnitPage single() {
    List<String> fused = row.isFused() ? Formula.told(row.composed().formulas()) : List.of();
    return new UnitPage(
        row.lossFunction(),
        activation(),
        fused,
        "",
        z[0],
        row.target(),
        predictions[0],
        row.loss(),
        delta[0]);
  }

  /** One class against all others: a perceptron of its own, with its own target. */
  private UnitPage ofClass(int u) {
    Loss loss = row.lossFunction();
    ComposedLoss composed = loss.compose(activation());
    boolean isIdentity = activation().equals(Activation.identity());
    boolean takesMinusOne = loss.accepts(-1);
    double rest = takesMinusOne && (!loss.accepts(0) || activation().lower() < 0) ? -1 : 0;
    double y = u == row.target() ? 1 : rest;
    return new UnitPage(
        loss,
        activation(),
        isIdentity ? List.of() : Formula.told(composed.formulas()),
        "[" + u + "]",
        z[u],
        y,
        predictions[u],
        composed.value(z[u], y),
        delta[u]);
  }

  /** Activation and loss. */
  List<Line> forward() {
    String value = "double before = output.compose(loss).value(z, 0, y);";
    String predict = "output.predict(z, 0, prediction);";
    List<Line> lines = new ArrayList<>();
    if (z.length == 1) {
      lines.add(single().prediction("double prediction = activation.value(z);"));
      lines.add(single().loss("double before = loss.compose(activation).value(z, y);"));
    } else if (isOneVersusRest()) {
      for (int u : shown()) {
        lines.add(ofClass(u).prediction(lines.isEmpty() ? predict : ""));
        lines.add(ofClass(u).loss(""));
      }
      ForwardPage.leftOut(lines, z.length - shown().size(), "ŷ");
      lines.add(new Line("L = the sum of all", Formula.number(row.loss()), value));
    } else {
      for (int u : shown()) {
        String formula = isSoftmax() ? OF_SOFTMAX : "output of z";
        String java = lines.isEmpty() ? predict : "";
        lines.add(symbols(u).line("ŷ[" + u + "]", formula, predictions[u], java));
      }
      ForwardPage.leftOut(lines, z.length - shown().size(), "ŷ");
      String formula = Symbols.or(Formula.told(row.composed().formulas()), 0, "L(z, y)");
      lines.add(symbols(0).line("L", formula, row.loss(), value));
    }
    return lines;
  }

  private Symbols symbols(int u) {
    int own = (int) row.target();
    boolean isClass = own >= 0 && own < z.length;
    return new Symbols()
        .with("u", String.valueOf(u), u)
        .with("y", row.target())
        .with("zᵤ", "z[" + u + "]", z[u])
        .with("ŷᵤ", "ŷ[" + u + "]", predictions[u])
        .with("z_y", "z[" + own + "]", isClass ? z[own] : Double.NaN)
        .with("Σᵥ e^(zᵥ)", "Σᵥ e^(zᵥ)", powers());
  }

  private String powers() {
    return z.length > MOST_POWERS
        ? "Σᵥ e^(zᵥ)"
        : IntStream.range(0, z.length)
            .mapToObj(v -> "e^" + Formula.factor(z[v]))
            .collect(Collectors.joining(" + "));
  }

  List<Line> backward() {
    String slope = "output.compose(loss).slope(z, 0, y, delta);";
    if (z.length == 1) {
      return single().backward("double delta = loss.compose(activation).derivative(z, y);");
    }
    List<Line> lines = new ArrayList<>();
    for (int u : shown()) {
      if (isOneVersusRest()) {
        lines.addAll(ofClass(u).backward(""));
      } else {
        String java = lines.isEmpty() ? slope : "";
        String formula = Symbols.or(Formula.told(row.composed().formulas()), 1, "slope at z");
        lines.add(symbols(u).line("δ[" + u + "]", formula, delta[u], java));
      }
    }
    ForwardPage.leftOut(lines, z.length - shown().size(), "δ");
    return lines;
  }

  /** What is to be said about δ. */
  List<String> words() {
    if (z.length == 1) {
      return List.of(single().words());
    }
    if (isOneVersusRest()) {
      return List.of("Each class has a loss of its own, against all others.", ofClass(0).words());
    }
    return isSoftmax()
        ? List.of("[u = y] is 1 for the class of the row and 0 for every other.")
        : List.of();
  }
}
