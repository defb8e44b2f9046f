package io.github.gradusml.plot;

import io.github.gradusml.core.Activation;
import io.github.gradusml.plot.LinePlot.Curve;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/** Activation functions and their derivatives. */
final class ActivationCurves {
  private static final int STEPS = 600;
  private static final int HALVINGS = 40;

  private ActivationCurves() {}

  static Picture of(double from, double to, Activation... activations) {
    List<Curve> curves = new ArrayList<>();
    for (int k = 0; k < activations.length; k++) {
      String name = activations[k].toString();
      curves.add(curve(name + "  φ(z)", from, to, activations[k]::value, k, false));
      curves.add(curve(name + "  φ′(z)", from, to, activations[k]::derivative, k, true));
    }
    String title =
        activations.length == 1
            ? Look.capitalized(activations[0].toString()) + " and its derivative"
            : "Activations and their derivatives";
    return new LinePlot(title, "net input z", Scale.LINEAR, "φ(z) and its slope φ′(z)", curves);
  }

  private static Curve curve(
      String label, double from, double to, DoubleUnaryOperator f, int color, boolean slope) {
    DoubleStream.Builder xs = DoubleStream.builder();
    DoubleStream.Builder ys = DoubleStream.builder();
    double last = from;
    for (int k = 0; k <= STEPS; k++) {
      double share = (double) k / STEPS;
      double z = (1 - share) * from + share * to;
      if (jumps(f, last, z)) {
        xs.add(z);
        ys.add(Double.NaN);
      }
      xs.add(z);
      ys.add(f.applyAsDouble(z));
      last = z;
    }
    return new Curve(label, xs.build().toArray(), ys.build().toArray(), stroke(color, slope));
  }

  /** A function and its slope have one color and differ in their dashes. */
  private static Stroke stroke(int color, boolean slope) {
    Stroke.Dash[] dashes = Stroke.Dash.values();
    int pair = Look.isRepeated(color) ? 2 : 0;
    return Look.line(Look.color(color)).withDash(dashes[pair + (slope ? 1 : 0)]);
  }

  /** Whether a function jumps between two places: halves the piece, keeps the half that jumps. */
  private static boolean jumps(DoubleUnaryOperator f, double from, double to) {
    double a = from;
    double b = to;
    double fa = f.applyAsDouble(a);
    double fb = f.applyAsDouble(b);
    double whole = Math.abs(fb - fa);
    for (int k = 0; k < HALVINGS && fa != fb; k++) {
      double middle = a / 2 + b / 2;
      double fm = f.applyAsDouble(middle);
      if (Math.abs(fm - fa) > Math.abs(fb - fm)) {
        b = middle;
        fb = fm;
      } else {
        a = middle;
        fa = fm;
      }
    }
    return Math.abs(fb - fa) > 0.5 * whole && whole > 1e-6;
  }
}
