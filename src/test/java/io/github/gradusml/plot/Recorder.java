package io.github.gradusml.plot;

import java.util.ArrayList;
import java.util.List;

/** Notes what is drawn, for tests that ask for places and not for pixels. */
final class Recorder implements Canvas {
  record Line(double[] x, double[] y, Stroke stroke) {}

  record Box(double x, double y, double width, double height, Color fill, Stroke edge) {}

  record Disk(double x, double y, double radius, Color fill, Stroke edge) {}

  record Text(String text, double x, double y, Anchor anchor, Font font) {}

  final List<Line> lines = new ArrayList<>();
  final List<Box> boxes = new ArrayList<>();
  final List<Disk> disks = new ArrayList<>();
  final List<Text> texts = new ArrayList<>();
  final List<double[][]> areas = new ArrayList<>();
  private double left;
  private double top;

  /** Everything that a drawing draws. */
  static Recorder of(Drawing drawing, double width, double height) {
    Recorder recorder = new Recorder();
    drawing.draw(recorder, width, height);
    return recorder;
  }

  /** Everything that a plot draws at its usual size. */
  static Recorder of(Picture picture) {
    return of(picture.seen(View.PLAIN), Plot.WIDTH, Plot.HEIGHT);
  }

  /** The text that says this; there must be one. */
  Text text(String said) {
    return texts.stream().filter(text -> text.text.equals(said)).findFirst().orElseThrow();
  }

  /** All that is written. */
  List<String> words() {
    return texts.stream().map(Text::text).toList();
  }

  /** The lines of a color. */
  List<Line> lines(Color color) {
    return lines.stream().filter(line -> line.stroke.color().equals(color)).toList();
  }

  @Override
  public void line(double[] x, double[] y, Stroke stroke) {
    lines.add(new Line(x, y, stroke));
  }

  @Override
  public void area(double[] x, double[] y, Color fill) {
    areas.add(new double[][] {x, y});
  }

  @Override
  public void box(double x, double y, double width, double height, Color fill, Stroke edge) {
    boxes.add(new Box(left + x, top + y, width, height, fill, edge));
  }

  @Override
  public void disk(double x, double y, double radius, Color fill, Stroke edge) {
    disks.add(new Disk(left + x, top + y, radius, fill, edge));
  }

  @Override
  public void text(String text, double x, double y, Anchor anchor, Font font) {
    texts.add(new Text(text, left + x, top + y, anchor, font));
  }

  /** Every letter is half as wide as it is high. */
  @Override
  public double width(String text, Font font) {
    return 0.5 * font.size() * text.length();
  }

  @Override
  public void inside(double x, double y, double width, double height, Runnable drawing) {
    drawing.run();
  }

  @Override
  public void at(double x, double y, Runnable drawing) {
    left += x;
    top += y;
    drawing.run();
    left -= x;
    top -= y;
  }
}
