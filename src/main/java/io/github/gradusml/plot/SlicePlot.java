package io.github.gradusml.plot;

import io.github.gradusml.internal.Checks;
import io.github.gradusml.landscape.LossSlice;
import io.github.gradusml.plot.LinePlot.Curve;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The objective along lines through the parameters. */
final class SlicePlot {
  private SlicePlot() {}

  static LinePlot of(Map<String, LossSlice> slices) {
    Checks.atLeast("slices", slices.size(), 1);
    List<Curve> curves = new ArrayList<>();
    slices.forEach(
        (name, slice) ->
            curves.add(
                new Curve(name, slice.positions(), slice.objectives(), Look.line(curves.size()))));
    return new LinePlot(
        "The objective along a line", "place t on the line", Scale.LINEAR, "objective", curves);
  }
}
