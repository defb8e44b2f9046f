package io.github.gradusml.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Colors the whole plot, place by place: the sides of a boundary, the bands of a landscape. Places
 * of one color are drawn as boxes as large as may be, one color after the other.
 *
 * @param colors the colors of places
 */
record Regions(Colors colors) implements Layer {
  /** Which colors places of one height have: many are asked for at a time. */
  @FunctionalInterface
  interface Colors {
    Color[] along(double[] x, double y);
  }

  /** Places of one color side by side, in one or more rows. */
  private record Run(int from, int to, Color color) {}

  /** A run in rows that are alike. */
  private record Box(Run run, int top, int bottom) {}

  @Override
  public void draw(Canvas canvas, Frame frame) {
    Map<Color, List<Box>> boxes = boxes(frame);
    Color first = boxes.keySet().iterator().next();
    canvas.box(frame.left(), frame.top(), frame.width(), frame.height(), first, null);
    boxes.remove(first);
    boxes.forEach(
        (color, ofColor) ->
            ofColor.forEach(
                box ->
                    canvas.box(
                        frame.left() + box.run.from,
                        frame.top() + box.top,
                        box.run.to - box.run.from,
                        box.bottom - box.top,
                        color,
                        null)));
  }

  private Map<Color, List<Box>> boxes(Frame frame) {
    Map<Color, List<Box>> boxes = new LinkedHashMap<>();
    int rows = (int) frame.height();
    List<Run> above = runs(frame, 0);
    int since = 0;
    for (int j = 1; j <= rows; j++) {
      List<Run> runs = j < rows ? runs(frame, j) : List.of();
      if (!runs.equals(above)) {
        for (Run run : above) {
          boxes.computeIfAbsent(run.color, c -> new ArrayList<>()).add(new Box(run, since, j));
        }
        above = runs;
        since = j;
      }
    }
    return boxes;
  }

  private List<Run> runs(Frame frame, int row) {
    int columns = (int) frame.width();
    double[] x = new double[columns];
    Arrays.setAll(x, i -> frame.x().value((i + 0.5) / frame.width()));
    Color[] color = colors.along(x, frame.y().value(1 - (row + 0.5) / frame.height()));
    List<Run> runs = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= columns; i++) {
      if (i == columns || !color[i].equals(color[from])) {
        runs.add(new Run(from, i, color[from]));
        from = i;
      }
    }
    return runs;
  }
}
