package io.github.gradusml.plot;

import io.github.gradusml.core.Perceptron;
import io.github.gradusml.internal.Texts;
import io.github.gradusml.pipeline.Pipeline;
import io.github.gradusml.plot.Bars.Bar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The features that a perceptron weighs most: the ten largest weights above 0 from the top down,
 * the ten largest below 0 from the bottom up.
 *
 * @param pipeline the perceptron, with the names of its features and classes
 */
record LargestWeightsPlot(Pipeline<Perceptron> pipeline) implements Picture {
  private static final int SHOWN = 10;

  @Override
  public Chart seen(View view) {
    view.refuseLogScale("weights have both signs, and so no logarithmic scale");
    if (view.up() != null) {
      throw new IllegalArgumentException(
          "weights stand one below the other; only their horizontal axis has a range");
    }
    double[] w = pipeline.model().weights();
    List<Bar> bars = new ArrayList<>();
    for (int j : largest(w)) {
      bars.add(Bar.of(pipeline.preparedNames().get(j), "", w[j]));
    }
    String title = bars.size() < w.length ? "The largest weights" : "The weights";
    return new Bars(bars).chart(view, title, "weight", "feature").caption(caption(w));
  }

  /** Where all are 0, the first feature stands for them. */
  private static int[] largest(double[] w) {
    Comparator<Integer> falling = Comparator.comparingDouble(j -> -w[j]);
    int[] order =
        IntStream.range(0, w.length)
            .filter(j -> w[j] != 0)
            .boxed()
            .sorted(falling)
            .mapToInt(j -> j)
            .toArray();
    int above = (int) Arrays.stream(order).filter(j -> w[j] > 0).count();
    int[] ends =
        IntStream.range(0, order.length)
            .filter(k -> k < Math.min(above, SHOWN) || k >= Math.max(above, order.length - SHOWN))
            .map(k -> order[k])
            .toArray();
    return ends.length == 0 ? new int[1] : ends;
  }

  private String caption(double[] w) {
    List<String> classes = pipeline.classNames();
    String speaks =
        classes.size() == 2
            ? "Blue speaks for " + classes.get(1) + ", orange for " + classes.get(0) + ". "
            : "Blue speaks for class 1 or a larger number, orange against it. ";
    long zeros = Arrays.stream(w).filter(weight -> weight == 0).count();
    String all = Texts.count(w.length, "weight");
    String how = zeros == 0 ? "none is" : zeros == 1 ? "1 is" : zeros + " are";
    return speaks + "Of " + all + ", " + how + " exactly 0.";
  }
}
