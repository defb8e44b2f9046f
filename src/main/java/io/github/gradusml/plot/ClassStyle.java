package io.github.gradusml.plot;

import java.util.List;

/**
 * How a class looks: ten colors and five marks, which together make fifty that differ. Eight of the
 * colors are of the palette of all pictures or near to it; the marks tell apart what is left.
 *
 * @param color the color of its rows; a tint of it is that of the places where a model finds it
 * @param mark the mark of its rows
 */
record ClassStyle(Color color, Mark mark) {
  private static final List<Color> COLORS =
      List.of(
          Look.color(0),
          Look.color(1),
          Look.color(2),
          Look.color(3),
          Look.color(4),
          Look.color(5),
          new Color(0x4D4D4D), // dark grey
          new Color(0x882255), // wine
          new Color(0x999933), // olive
          new Color(0x332288)); // indigo

  private static final List<Mark> MARKS =
      List.of(Mark.DISK, Mark.SQUARE, Mark.TRIANGLE, Mark.DIAMOND, Mark.POINTED_DOWN);

  /** The look of a class by its number. */
  static ClassStyle of(int number) {
    int round = number / COLORS.size();
    return new ClassStyle(
        COLORS.get(number % COLORS.size()), MARKS.get((number + round) % MARKS.size()));
  }

  /** What stands for it in a legend. */
  Legend.Sample sample(double size) {
    return Legend.mark(mark, size, color);
  }
}
