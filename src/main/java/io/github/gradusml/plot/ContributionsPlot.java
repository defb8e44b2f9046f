package io.github.gradusml.plot;

import io.github.gradusml.pipeline.Contribution;
import io.github.gradusml.pipeline.Explanation;
import io.github.gradusml.plot.Bars.Bar;
import java.util.ArrayList;
import java.util.List;

/**
 * What each feature adds to a net input: a bar to either side of 0, the largest on top, then what
 * all smaller ones come to, the bias, and the net input that is their sum.
 *
 * @param explanation what is drawn
 */
record ContributionsPlot(Explanation explanation) implements Picture {
  private static final int SHOWN = 10;
  private static final Stroke SUM = Stroke.of(Look.AXIS, 1);

  /** Finds out whether it can be drawn. */
  ContributionsPlot {
    for (Contribution term : explanation.contributions()) {
      if (!Double.isFinite(term.value()) || !Double.isFinite(explanation.netInput())) {
        throw new IllegalArgumentException(
            "explanation must have finite terms and a finite net input to be drawn, but has a net"
                + " input of "
                + explanation.netInput());
      }
    }
  }

  @Override
  public Chart seen(View view) {
    view.refuseLogScale("contributions have both signs, and so no logarithmic scale");
    if (view.up() != null) {
      throw new IllegalArgumentException(
          "contributions stand one below the other; only their horizontal axis has a range");
    }
    return new Bars(bars())
        .chart(
            view,
            "Why the prediction is " + predicted(),
            "contribution to the net input",
            "feature")
        .caption(caption())
        .behind(ContributionsPlot::drawSumLine);
  }

  private String predicted() {
    return explanation.predictedClass().orElseGet(() -> Digits.three(explanation.prediction()));
  }

  private String caption() {
    String probability =
        explanation.probability().isPresent()
            ? " (probability " + Digits.three(explanation.probability().getAsDouble()) + ")"
            : "";
    return "Blue speaks for "
        + explanation.subject()
        + probability
        + ", orange the other way round. Grey beside 0 is the value in the row.";
  }

  /** From the top down. */
  private List<Bar> bars() {
    List<Bar> bars = new ArrayList<>();
    // A sparse row without a number has no term at all.
    List<Contribution> all = explanation.largest(Math.max(1, explanation.contributions().size()));
    int shown = all.size() == SHOWN + 1 ? all.size() : Math.min(SHOWN, all.size());
    all.subList(0, shown).forEach(term -> bars.add(bar(term)));
    List<Contribution> others = all.subList(shown, all.size());
    if (!others.isEmpty()) {
      double rest = 0;
      for (Contribution term : others) {
        rest += term.value();
      }
      bars.add(Bar.of(others.size() + " smaller ones", "", rest));
    }
    bars.add(Bar.of("bias", "", explanation.bias()));
    bars.add(new Bar("net input", "", explanation.netInput(), Look.AXIS));
    return bars;
  }

  /** The value of a feature is empty where there is none. */
  private static Bar bar(Contribution term) {
    String raw = Double.isNaN(term.raw()) ? "" : Digits.few(term.raw());
    return Bar.of(term.name(), raw, term.value());
  }

  /** The net input is the sum of what stands above the line. */
  private static void drawSumLine(Canvas canvas, Frame frame) {
    double above = frame.y(0.5);
    double[] x = {frame.left(), frame.right()};
    canvas.line(x, new double[] {above, above}, SUM);
  }
}
