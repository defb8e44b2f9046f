package io.github.gradusml.plot;

import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Texts;
import io.github.gradusml.network.Network;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What the units of a first hidden layer make of a plane: the line z = 0 of each, with an arrow to
 * the side where z is above 0, over the classes that the network puts together from them.
 */
final class HiddenUnitsPlot implements Picture {
  private static final Stroke LINE =
      Stroke.of(new Color(0x5A5A5A), 1.5).withDash(Stroke.Dash.DASHED);

  /** Numbers of more would cover each other. */
  private static final int MOST_NUMBERS = 24;

  private final List<Perceptron> units;
  private final DecisionBoundary boundary;

  /**
   * Finds out whether there are lines to be drawn.
   *
   * @param network a network of two features with a hidden layer
   * @param data rows as of {@link DecisionBoundary}
   */
  HiddenUnitsPlot(Network network, Dataset data) {
    if (network.architecture().hiddenLayers().isEmpty()) {
      throw new IllegalArgumentException(
          "network must have a hidden layer for its units to be drawn, but has none;"
              + " Network.of(…).withHidden(units, activation) adds one, and Plots.decisionBoundary"
              + " draws one without");
    }
    boundary = new DecisionBoundary(network, data);
    units =
        IntStream.range(0, network.architecture().units(1))
            .mapToObj(u -> network.perceptron(1, u))
            .toList();
  }

  @Override
  public Chart seen(View view) {
    Chart chart = boundary.plane(view, "Hidden units");
    Map<Integer, UnitLine> lines = new LinkedHashMap<>();
    for (int u = 0; u < units.size(); u++) {
      int number = u;
      UnitLine.of(units.get(u), chart.x(), chart.y()).ifPresent(line -> lines.put(number, line));
    }
    lines.values().forEach(line -> chart.add((canvas, frame) -> draw(canvas, frame, line)));
    if (!lines.isEmpty()) {
      chart.entry("z = 0 of a hidden unit", Legend.line(LINE));
    }
    String wrong = boundary.addRows(chart);
    chart.add((canvas, frame) -> drawArrows(canvas, frame, lines));
    return chart.caption((caption(units.size() - lines.size()) + " " + wrong).strip());
  }

  private String caption(int missing) {
    String all = Texts.count(units.size(), "unit");
    String lines =
        missing == units.size()
            ? "None of " + all + " has a line here"
            : "Each dashed line is that of a unit; its arrow points to where z > 0";
    String others =
        missing == 0
            ? "."
            : missing == units.size()
                ? ": z keeps its sign all over the picture."
                : ". "
                    + missing
                    + " of "
                    + all
                    + (missing == 1 ? " has" : " have")
                    + " none here: z keeps its sign.";
    return lines + others;
  }

  private static void draw(Canvas canvas, Frame frame, UnitLine line) {
    double[] x = {frame.x(line.fromX()), frame.x(line.toX())};
    double[] y = {frame.y(line.fromY()), frame.y(line.toY())};
    canvas.line(x, y, LINE);
  }

  private void drawArrows(Canvas canvas, Frame frame, Map<Integer, UnitLine> lines) {
    Arrows arrows = new Arrows(canvas, frame);
    lines.forEach(
        (number, line) ->
            arrows.add(
                frame.x(line.fromX()),
                frame.y(line.fromY()),
                frame.x(line.toX()),
                frame.y(line.toY()),
                units.size() > MOST_NUMBERS ? "" : number.toString()));
  }
}
