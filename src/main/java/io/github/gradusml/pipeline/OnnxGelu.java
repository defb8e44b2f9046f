package io.github.gradusml.pipeline;

/**
 * The Gaussian error linear unit as nodes of ONNX, in doubles.
 *
 * <pre>{@code
 * φ(z) = z·Φ(z)        Φ(−a) = e^(−a²/2)·P(t) / (2·(1 + 2x)) for a ≥ 0,  Φ(a) = 1 − Φ(−a)
 * x = a/√2        t = (x − 3.5) / (x + 3.5)        P(t) = (1 + 2x)·e^(x²)·erfc x
 * }</pre>
 *
 * <p>P is smooth for all x from 0 to ∞, which t brings to [−1, 1]. Its polynomial is the Chebyshev
 * series up to t²³, computed for this class in 300-bit arithmetic and brought to powers of t; what
 * is left out is below 3e-17 of it. |φ(z)| comes within 5e-16 of z·Φ(z), and within 20 units of
 * 2⁻⁵³ of itself for |z| ≤ 6; farther to the left within z² such units, by the exponent.
 *
 * <p>Source of this form: M. Shepherd, J. Laframboise, Chebyshev approximation of (1 + 2x)exp(x²)
 * erfc x in 0 ≤ x < ∞, Mathematics of Computation 36 (1981), doi:10.2307/2007742.
 */
final class OnnxGelu {
  private static final double SQRT_HALF = Math.sqrt(0.5);
  private static final double CENTER = 3.5;

  /** Of P, from the constant up. */
  private static final double[] P = {
    1.2423492448711544,
    -0.1400091801376197,
    -0.010555596332221669,
    0.09751909515328706,
    -0.11508959816003075,
    0.08798315382403678,
    -0.04882332583088402,
    0.019099330953271165,
    -0.004215019879774186,
    -0.0003022679534333239,
    0.0005643842668705102,
    -0.00012151212091980101,
    -4.2781739959539994e-05,
    2.4260300984917994e-05,
    2.3273309537791425e-06,
    -3.814012584490695e-06,
    -4.309237398316666e-08,
    6.014823849950426e-07,
    -8.611571571113718e-09,
    -9.64004253144383e-08,
    6.651894382376532e-10,
    1.3624442778701048e-08,
    6.040390099342991e-11,
    -1.1656687889203665e-09
  };

  private OnnxGelu() {}

  static String draw(OnnxGraph graph, String z, String name) {
    String a = graph.node("Abs", name + "_abs", z);
    String x = graph.node("Mul", name + "_x", graph.number(SQRT_HALF), a);
    String half = graph.node("Mul", name + "_half", graph.number(-0.5), z);
    String power = graph.node("Exp", name + "_exp", graph.node("Mul", name + "_exponent", half, z));
    String top = graph.node("Mul", name + "_top", power, polynomial(graph, x, name));
    String twoX = graph.node("Mul", name + "_2x", graph.number(2), x);
    String line = graph.node("Add", name + "_line", graph.number(1), twoX);
    String bottom = graph.node("Mul", name + "_bottom", graph.number(2), line);
    String left = graph.node("Div", name + "_left", top, bottom);
    String right = graph.node("Sub", name + "_right", graph.number(1), left);
    String isLeft = graph.node("Less", name + "_is_left", z, graph.number(0));
    String normal = graph.node("Where", name + "_normal", isLeft, left, right);
    return graph.node("Mul", name, z, normal);
  }

  private static String polynomial(OnnxGraph graph, String x, String name) {
    String center = graph.number(CENTER);
    String above = graph.node("Sub", name + "_above", x, center);
    String t = graph.node("Div", name + "_t", above, graph.node("Add", name + "_below", x, center));
    String sum = graph.number(P[P.length - 1]);
    for (int i = P.length - 2; i >= 0; i--) {
      String product = graph.node("Mul", name + "_times", sum, t);
      sum = graph.node("Add", name + "_plus", product, graph.number(P[i]));
    }
    return sum;
  }
}
