package io.github.gradusml.plot;

import io.github.gradusml.pipeline.Contribution;
import io.github.gradusml.pipeline.Explanation;
import io.github.gradusml.plot.Canvas.Anchor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * What each feature adds to a net input: a bar to either side of 0, the largest on top, then what
 * all smaller ones come to, the bias, and the net input that is their sum.
 *
 * @param explanation what is drawn
 */
record ContributionsPlot(Explanation explanation) implements Picture {
  private static final int SHOWN = 10;
  private static final Color FOR = Look.color(0);
  private static final Color AGAINST = Look.color(1);
  private static final double THICKNESS = 0.66;
  private static final double GAP = 5;

  /** Room beside the longest bars for their numbers, as a share of the axis. */
  private static final double ROOM = 0.18;

  private static final Font VALUE = Look.TICK.withColor(Look.CAPTION.color());

  private static final Stroke GRID = Stroke.of(Look.GRID, 1);
  private static final Stroke ZERO = Stroke.of(Look.AXIS, 1);

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

  /** A bar with what stands beside it; the value of a feature is empty where there is none. */
  private record Bar(String name, String ofRow, double value, Color color) {
    static Bar of(String name, String ofRow, double value) {
      return new Bar(name, ofRow, value, value < 0 ? AGAINST : FOR);
    }

    static Bar of(Contribution term) {
      String raw = Double.isNaN(term.raw()) ? "" : Digits.few(term.raw());
      return of(term.name(), raw, term.value());
    }

    String number() {
      return value == 0 ? "0" : (value > 0 ? "+" : "") + Digits.three(value);
    }
  }

  @Override
  public Chart seen(View view) {
    view.refuseLogScale("contributions have both signs, and so no logarithmic scale");
    if (view.up() != null) {
      throw new IllegalArgumentException(
          "contributions stand one below the other; only their horizontal axis has a range");
    }
    List<Bar> bars = bars();
    DoubleStream ends = bars.stream().mapToDouble(Bar::value);
    String label = "contribution to the net input";
    Axis x = Axis.tight(label, Scale.LINEAR, DoubleStream.concat(ends, DoubleStream.of(0)));
    Axis y = new Axis("feature", Scale.LINEAR, -0.5, bars.size() - 0.5);
    List<String> names = new ArrayList<>(bars.stream().map(Bar::name).toList());
    Collections.reverse(names);
    return new Chart(view, "Why the prediction is " + predicted(), x.widened(ROOM), y)
        .namesUp(names)
        .caption(caption())
        .behind(ContributionsPlot::drawGrid)
        .add((canvas, frame) -> drawBars(canvas, frame, bars));
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
    List<Contribution> all = explanation.largest(explanation.contributions().size());
    int shown = all.size() == SHOWN + 1 ? all.size() : Math.min(SHOWN, all.size());
    all.subList(0, shown).forEach(term -> bars.add(Bar.of(term)));
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

  private static void drawGrid(Canvas canvas, Frame frame) {
    for (double at : Ticks.of(frame.x(), Axes.pieces(frame.width(), 70)).at()) {
      drawAcross(canvas, frame, at, GRID);
    }
    if (frame.x().holds(0)) {
      drawAcross(canvas, frame, 0, ZERO);
    }
    double above = frame.y(0.5); // the net input is the sum of what stands above the line
    double[] x = {frame.left(), frame.right()};
    canvas.line(x, new double[] {above, above}, ZERO);
  }

  private static void drawAcross(Canvas canvas, Frame frame, double at, Stroke stroke) {
    double[] x = {frame.x(at), frame.x(at)};
    canvas.line(x, new double[] {frame.top(), frame.bottom()}, stroke);
  }

  private static void drawBars(Canvas canvas, Frame frame, List<Bar> bars) {
    double height = THICKNESS * frame.height() / bars.size();
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      double middle = frame.y(bars.size() - 1.0 - i);
      double from = Math.min(frame.x(0), frame.x(bar.value));
      double width = Math.abs(frame.x(bar.value) - frame.x(0));
      frame.inside(
          canvas, () -> canvas.box(from, middle - height / 2, width, height, bar.color, null));
      write(canvas, frame, bar, middle);
    }
  }

  /** The number beyond the end of the bar, and the value on the other side of 0. */
  private static void write(Canvas canvas, Frame frame, Bar bar, double middle) {
    boolean isLeft = bar.value < 0;
    write(canvas, frame, bar.number(), bar.value, isLeft, middle, Look.TICK);
    write(canvas, frame, bar.ofRow, 0, !isLeft, middle, VALUE);
  }

  private static void write(
      Canvas canvas, Frame frame, String text, double at, boolean isLeft, double y, Font font) {
    if (frame.x().holds(at) && !text.isEmpty()) {
      double x = frame.x(at) + (isLeft ? -GAP : GAP);
      canvas.text(text, x, y + font.belowMiddle(), isLeft ? Anchor.END : Anchor.START, font);
    }
  }
}
