package io.github.gradusml.pipeline;

import io.github.gradusml.core.Activation;
import java.util.Map;

/**
 * Activations as nodes of ONNX, in doubles.
 *
 * <p>ONNX has operators for most of them, but ONNX Runtime has those for ELU, softplus, leaky ReLU
 * and erf in floats alone on a CPU, and its sigmoid of doubles is 1 − 1/(1 + eᶻ) where z is below
 * 0, which is 0 from z = −37 on. So they are made of exp, log, tanh and the four operations.
 */
final class OnnxActivation {
  /** From which net input on what is drawn has its values. */
  @FunctionalInterface
  private interface Drawing {
    String draw(OnnxGraph graph, String z, String name);
  }

  private static final Map<Activation, Drawing> WITHOUT_SETTINGS =
      Map.of(
          Activation.identity(),
          (graph, z, name) -> z,
          Activation.step(),
          (graph, z, name) -> threshold(graph, 0, z, name),
          Activation.sign(),
          (graph, z, name) -> threshold(graph, -1, z, name),
          Activation.sigmoid(),
          OnnxActivation::sigmoid,
          Activation.exponential(),
          OnnxActivation::exponential,
          Activation.tanh(),
          (graph, z, name) -> graph.node("Tanh", name, z),
          Activation.relu(),
          (graph, z, name) -> graph.node("Max", name, z, graph.number(0)),
          Activation.softplus(),
          OnnxActivation::softplus,
          Activation.silu(),
          OnnxActivation::silu,
          Activation.gelu(),
          OnnxGelu::draw);

  private OnnxActivation() {}

  /**
   * Draws an activation.
   *
   * @param activation φ
   * @param graph what it becomes a part of
   * @param z the name of the net inputs
   * @param name what φ(z) is called
   * @return the name of φ(z)
   * @throws IllegalArgumentException if it is a user's own
   */
  static String draw(Activation activation, OnnxGraph graph, String z, String name) {
    for (Map.Entry<Activation, Drawing> known : WITHOUT_SETTINGS.entrySet()) {
      if (known.getKey().equals(activation)) { // not the other way: a user's own may claim anything
        return known.getValue().draw(graph, z, name);
      }
    }
    double slope = -activation.value(-1);
    if (slope >= 0 && slope < 1 && Activation.leakyRelu(slope).equals(activation)) {
      return graph.node("Max", name, z, graph.node("Mul", name + "_below", graph.number(slope), z));
    }
    double scale = -activation.lower();
    if (scale > 0 && Double.isFinite(scale) && Activation.elu(scale).equals(activation)) {
      return elu(graph, scale, z, name);
    }
    throw UsersOwn.cannotBe(
        UsersOwn.EXPORTED,
        "activation",
        "one that Activation makes",
        activation,
        "take one of those");
  }

  private static String threshold(OnnxGraph graph, double low, String z, String name) {
    String isHigh = graph.node("GreaterOrEqual", name + "_is_high", z, graph.number(0));
    return graph.node("Where", name, isHigh, graph.number(1), graph.number(low));
  }

  /** e^(−|z|), which never overflows. */
  private static String expOfMinusAbs(OnnxGraph graph, String z, String name) {
    String minusAbs = graph.node("Neg", name + "_exponent", graph.node("Abs", name + "_abs", z));
    return graph.node("Exp", name + "_exp", minusAbs);
  }

  /** u = e^(−|z|), σ(z) = (1 or u) / (1 + u): small probabilities keep their digits. */
  static String sigmoid(OnnxGraph graph, String z, String name) {
    String u = expOfMinusAbs(graph, z, name);
    String one = graph.number(1);
    String isAbove = graph.node("GreaterOrEqual", name + "_is_above", z, graph.number(0));
    String top = graph.node("Where", name + "_top", isAbove, one, u);
    return graph.node("Div", name, top, graph.node("Add", name + "_sum", one, u));
  }

  private static String exponential(OnnxGraph graph, String z, String name) {
    String power = graph.node("Exp", name + "_exp", z);
    return graph.node("Min", name, power, graph.number(Double.MAX_VALUE));
  }

  private static String silu(OnnxGraph graph, String z, String name) {
    return graph.node("Mul", name, z, sigmoid(graph, z, name + "_sigmoid"));
  }

  /** t = tanh(z/2), eᶻ − 1 = 2t / (1 − t): without cancellation, as t is not above 0. */
  private static String elu(OnnxGraph graph, double scale, String z, String name) {
    String half = graph.node("Mul", name + "_half", graph.number(0.5), z);
    String t = graph.node("Tanh", name + "_tanh", half);
    String top = graph.node("Mul", name + "_top", graph.number(2), t);
    String bottom = graph.node("Sub", name + "_bottom", graph.number(1), t);
    String expm1 = graph.node("Div", name + "_expm1", top, bottom);
    String below = graph.node("Mul", name + "_below", graph.number(scale), expm1);
    String isAbove = graph.node("Greater", name + "_is_above", z, graph.number(0));
    return graph.node("Where", name, isAbove, z, below);
  }

  /**
   * max(z, 0) + ln(1 + u), u = e^(−|z|). With s = 1 + u as it is rounded, ln(1 + u) = ln(s)·u/(s −
   * 1), and u where s is 1.
   *
   * <p>Source: D. Goldberg, What every computer scientist should know about floating-point
   * arithmetic, ACM Computing Surveys 23 (1991), theorem 4, doi:10.1145/103162.103163.
   */
  private static String softplus(OnnxGraph graph, String z, String name) {
    String u = expOfMinusAbs(graph, z, name);
    String one = graph.number(1);
    String s = graph.node("Add", name + "_sum", one, u);
    String rounded = graph.node("Sub", name + "_rounded", s, one);
    String correction = graph.node("Div", name + "_correction", u, rounded);
    String log =
        graph.node("Mul", name + "_log1p", graph.node("Log", name + "_log", s), correction);
    String isLost = graph.node("Equal", name + "_is_lost", rounded, graph.number(0));
    String log1p = graph.node("Where", name + "_rest", isLost, u, log);
    return graph.node("Add", name, graph.node("Max", name + "_line", z, graph.number(0)), log1p);
  }
}
