package io.github.gradusml.plot;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Lines over a common horizontal axis: what most pictures are made of.
 *
 * @param title the line above
 * @param xLabel what the horizontal numbers are, with their unit
 * @param xScale how they are laid out
 * @param yLabel what the vertical numbers are, with their unit
 * @param curves the lines, in the order of the legend
 */
record LinePlot(String title, String xLabel, Scale xScale, String yLabel, List<Curve> curves)
    implements Picture {
  /**
   * One of the lines.
   *
   * @param label its name in the legend; blank for none
   * @param x the horizontal places; not modified
   * @param y the vertical places, as many; where one has no place on the axis the line has a gap
   * @param stroke how it is drawn
   */
  record Curve(String label, double[] x, double[] y, Stroke stroke) {
    Curve {
      if (x.length != y.length) {
        throw new IllegalArgumentException(
            "y must have a value for each of the " + x.length + " of x, but has " + y.length);
      }
    }

    /** The heights at those places that are looked at, and where the line enters or leaves them. */
    private double[] heights(Axis across) {
      DoubleStream.Builder heights = DoubleStream.builder();
      double[] ends = {across.low(), across.high()};
      for (int i = 0; i < x.length; i++) {
        if (across.holds(x[i])) {
          heights.add(y[i]);
        }
        for (double end : ends) {
          if (i > 0 && x[i - 1] < end && end < x[i]) {
            heights.add(y[i - 1] + (end - x[i - 1]) / (x[i] - x[i - 1]) * (y[i] - y[i - 1]));
          }
        }
      }
      return heights.build().toArray();
    }
  }

  @Override
  public Chart seen(View view) {
    DoubleStream places = curves.stream().map(Curve::x).flatMapToDouble(Arrays::stream);
    Axis x = view.across(Axis.tight(xLabel, xScale, places));
    List<double[]> heights = curves.stream().map(curve -> curve.heights(x)).toList();
    if (heights.stream().allMatch(ofCurve -> ofCurve.length == 0)) {
      throw new IllegalArgumentException(
          "horizontal range must hold a part of a line, but none lies from "
              + x.low()
              + " to "
              + x.high());
    }
    DoubleStream all = heights.stream().flatMapToDouble(Arrays::stream);
    Axis y = Axis.ofHeights(yLabel, view.scale(), all);
    Chart chart = new Chart(view, title, x, y);
    curves.forEach(curve -> chart.line(curve.label(), curve.x(), curve.y(), curve.stroke()));
    return chart;
  }
}
