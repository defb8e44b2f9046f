package io.github.gradusml.plot;

import io.github.gradusml.core.Model;
import io.github.gradusml.data.Dataset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How sure a model is of the class of each row: a strip for each class, the first on top, with the
 * rows of the class at the probability that the model gives it. Right rows and wrong ones differ,
 * and the wrong ones lie at the bottom of the piles.
 */
final class ProbabilitiesPlot implements Picture {
  private static final double ROOM = 0.02;
  private static final Color RIGHT = Look.color(0);
  private static final Color WRONG = Look.color(1);
  private static final Stroke GUESS = Stroke.of(Look.INK, 1.4).withDash(Stroke.Dash.DOTTED);
  private static final Color BAND = new Color(0xF6F6F6);
  private static final Stroke GRID = Stroke.of(Look.GRID, 1);
  private static final int PIECES = 10;

  private final ClassifiedRows rows;

  /** What the model gives the true class of each row. */
  private final double[] probability;

  /**
   * Asks a model.
   *
   * @param model a model with probabilities
   * @param data rows as in {@link ClassifiedRows#of}
   */
  ProbabilitiesPlot(Model<?> model, Dataset data) {
    rows = ClassifiedRows.of(model, data);
    double[] all = model.probabilities(rows.data().inputs());
    probability = new double[rows.size()];
    for (int i = 0; i < probability.length; i++) {
      probability[i] = all[i * rows.classes() + rows.actual(i)];
    }
  }

  @Override
  public Chart seen(View view) {
    view.refuseLogScale("probabilities by class have no logarithmic scale");
    if (view.up() != null) {
      throw new IllegalArgumentException(
          "probabilities by class show all classes; only their horizontal axis has a range");
    }
    int k = rows.classes();
    Axis x = new Axis("predicted probability of the true class", Scale.LINEAR, -ROOM, 1 + ROOM);
    Axis y = new Axis("share that is right, by actual class", Scale.LINEAR, -0.5, k - 0.5);
    Chart chart = new Chart(view, "Probability of the true class", x, y);
    chart
        .namesUp(names())
        .caption(
            "At the right end rows of whose true class the model is sure, at the left end"
                + " those of which it is sure that they are of another.")
        .behind(this::drawStrips);
    int wrong = rows.count(i -> !rows.isRight(i));
    chart.entry("right (" + (rows.size() - wrong) + ")", Piles.sample(RIGHT, true));
    if (wrong > 0) {
      chart.entry("wrong (" + wrong + ")", Piles.sample(WRONG, false));
    }
    chart.entry("a guess: 1/" + k, Legend.line(GUESS));
    chart.add(this::drawRows);
    return chart.legendBeside();
  }

  /** From the lowest strip up. */
  private List<String> names() {
    double[] weights = rows.data().relativeWeights();
    double[] all = new double[rows.classes()];
    double[] right = new double[rows.classes()];
    for (int i = 0; i < rows.size(); i++) {
      all[rows.actual(i)] += weights[i];
      right[rows.actual(i)] += rows.isRight(i) ? weights[i] : 0;
    }
    List<String> names = new ArrayList<>();
    for (int c = 0; c < rows.classes(); c++) {
      String share = all[c] > 0 ? Digits.percent(right[c] / all[c]) : "no rows";
      names.add(share + " of " + rows.name(c));
    }
    Collections.reverse(names);
    return names;
  }

  private double top(Frame frame, int ofClass) {
    return frame.top() + ofClass * frame.height() / rows.classes();
  }

  private void drawStrips(Canvas canvas, Frame frame) {
    double height = frame.height() / rows.classes();
    for (int c = 0; c < rows.classes(); c += 2) {
      canvas.box(frame.left(), top(frame, c), frame.width(), height, BAND, null);
    }
    for (double at : Ticks.of(frame.x(), PIECES).at()) {
      drawAcross(canvas, frame, at, GRID);
    }
    double guess = 1.0 / rows.classes();
    if (frame.x().holds(guess)) {
      drawAcross(canvas, frame, guess, GUESS);
    }
  }

  private static void drawAcross(Canvas canvas, Frame frame, double at, Stroke stroke) {
    double[] x = {frame.x(at), frame.x(at)};
    canvas.line(x, new double[] {frame.top(), frame.bottom()}, stroke);
  }

  private void drawRows(Canvas canvas, Frame frame) {
    Piles[] strips = new Piles[rows.classes()];
    for (int c = 0; c < strips.length; c++) {
      strips[c] = new Piles(frame, top(frame, c), frame.height() / strips.length);
    }
    for (int i = 0; i < probability.length; i++) {
      if (frame.x().holds(probability[i])) {
        strips[rows.actual(i)].add(frame.x(probability[i]), rows.isRight(i));
      }
    }
    for (Piles strip : strips) {
      strip.draw(canvas, RIGHT, WRONG);
    }
  }
}
