package io.github.gradusml.plot;

import java.util.ArrayList;
import java.util.List;

/** What the lines and marks of a chart are called. */
final class Legend {
  /** Draws a sample around a place. */
  @FunctionalInterface
  interface Sample {
    void draw(Canvas canvas, double x, double y);
  }

  private record Entry(String label, Sample sample) {}

  private static final Color VEIL = Color.WHITE.withOpacity(0.9);
  private static final double LINE = 23;
  private static final double SHORTEST_LINE = 15;
  private static final double ROUNDING = 1e-9;
  private static final double SAMPLE = 30;
  private static final double GAP = 8;
  private static final double PADDING = 8;

  /** Of the width of the picture, so much at most. */
  private static final double WIDEST = 0.44;

  private final List<Entry> entries = new ArrayList<>();

  /** Adds an entry; a blank label needs none. */
  void add(String label, Sample sample) {
    if (!label.isBlank()) {
      entries.add(new Entry(Lines.one(label), sample));
    }
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** How wide it is in a picture that is so wide, if there is room for so much of it. */
  double width(Canvas canvas, double picture, double room) {
    double label = shown(room) < entries.size() ? canvas.width(rest(room), font(room)) : 0;
    for (Entry entry : entries.subList(0, shown(room))) {
      label = Math.max(label, canvas.width(entry.label, font(room)));
    }
    return Math.min(2 * PADDING + SAMPLE + GAP + label, WIDEST * picture);
  }

  double height(double room) {
    int lines = Math.min(entries.size(), shown(room) + 1);
    return lines * line(room) + PADDING;
  }

  /** How high a line is: less where there are many. */
  private double line(double room) {
    double fit = (room - PADDING) / entries.size();
    return Math.max(SHORTEST_LINE, Math.min(LINE, fit));
  }

  private Font font(double room) {
    return Look.LEGEND.withSize(Math.min(Look.LEGEND.size(), line(room) * 0.8));
  }

  /** For how many entries there is room, if need be beside a line for the rest. */
  private int shown(double room) {
    int fit = (int) Math.floor((room - PADDING) / line(room) + ROUNDING);
    return entries.size() <= fit ? entries.size() : Math.max(1, fit - 1);
  }

  private String rest(double room) {
    return "and " + (entries.size() - shown(room)) + " more";
  }

  /** Draws as many entries as there is room for, and says how many there is none for. */
  void draw(Canvas canvas, double x, double y, double width, double room) {
    canvas.box(x, y, width, height(room), VEIL, null);
    double text = x + PADDING + SAMPLE + GAP;
    double middle = y + PADDING / 2 + line(room) / 2;
    for (Entry entry : entries.subList(0, shown(room))) {
      entry.sample.draw(canvas, x + PADDING + SAMPLE / 2, middle);
      write(canvas, entry.label, text, middle, x + width - text, font(room));
      middle += line(room);
    }
    if (shown(room) < entries.size()) {
      write(canvas, rest(room), text, middle, x + width - text, font(room));
    }
  }

  private static void write(
      Canvas canvas, String label, double x, double middle, double room, Font font) {
    String fitted = Lines.fitted(canvas, label, font, room);
    canvas.text(fitted, x, middle + font.belowMiddle(), Canvas.Anchor.START, font);
  }

  /** A piece of a line. */
  static Sample line(Stroke stroke) {
    return (canvas, x, y) ->
        canvas.line(new double[] {x - SAMPLE / 2, x + SAMPLE / 2}, new double[] {y, y}, stroke);
  }

  /** A mark. */
  static Sample mark(Mark mark, double size, Color color) {
    return (canvas, x, y) -> mark.draw(canvas, x, y, size, color);
  }
}
