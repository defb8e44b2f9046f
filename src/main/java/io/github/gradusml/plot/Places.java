package io.github.gradusml.plot;

import java.util.BitSet;

/** Remembers where points were drawn: of many at one place a picture can show no more than one. */
final class Places {
  private static final int MANY = 5000;

  private final Frame frame;
  private final double size;
  private final BitSet taken = new BitSet();

  private Places(Frame frame, double size) {
    this.frame = frame;
    this.size = size;
  }

  /** Places for so many marks of some size: few may all be drawn, of many one in each half mark. */
  static Places of(Frame frame, int marks, double mark) {
    return new Places(frame, marks > MANY ? mark / 2 : 0);
  }

  /** Whether no point was drawn at a place in the frame before; from now on there is one. */
  boolean isNew(double x, double y) {
    if (size == 0) {
      return true;
    }
    int column = (int) ((x - frame.left()) / size);
    int row = (int) ((y - frame.top()) / size);
    int place = row * ((int) (frame.width() / size) + 2) + column;
    boolean isNew = !taken.get(place);
    taken.set(place);
    return isNew;
  }
}
