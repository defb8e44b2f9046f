package io.github.gradusml.plot;

/**
 * Rows piled up in a strip, each where it lies along the strip. Where all have room, each is a
 * mark; else the height of a pile grows with the logarithm of its rows, so that few beside
 * thousands are seen.
 */
final class Piles {
  private static final double FILLED = 0.84;
  private static final double LARGEST = 8;
  private static final double SMALLEST = 2.5;

  /** Of the height of a strip. */
  private static final double MARK = 0.12;

  private final double left;
  private final double bottom;
  private final double height;
  private final double mark;
  private final int[] right;
  private final int[] wrong;

  /** Begins with no rows in a part of a frame that is as wide. */
  Piles(Frame frame, double top, double height) {
    this.left = frame.left();
    this.height = FILLED * height;
    this.bottom = top + height - (1 - FILLED) * height / 2;
    this.mark = Math.max(SMALLEST, Math.min(LARGEST, MARK * height));
    this.right = new int[(int) (frame.width() / mark) + 1];
    this.wrong = new int[right.length];
  }

  /** What stands for rows in a legend. */
  static Legend.Sample sample(Color color, boolean isRight) {
    return (canvas, x, y) -> draw(canvas, x, y, LARGEST, color, isRight);
  }

  /** Adds a row at a place in the frame. */
  void add(double x, boolean isRight) {
    int pile = Math.max(0, Math.min(right.length - 1, (int) ((x - left) / mark)));
    (isRight ? right : wrong)[pile]++;
  }

  /** Draws the right ones, and over them the wrong ones, which lie at the bottom. */
  void draw(Canvas canvas, Color ofRight, Color ofWrong) {
    int highest = 0;
    for (int k = 0; k < right.length; k++) {
      highest = Math.max(highest, right[k] + wrong[k]);
    }
    for (boolean isRight : new boolean[] {true, false}) {
      for (int k = 0; k < right.length; k++) {
        int rows = right[k] + wrong[k];
        if (rows > 0) {
          drawPile(canvas, k, heightOf(rows, highest), isRight, isRight ? ofRight : ofWrong);
        }
      }
    }
  }

  private double heightOf(int rows, int highest) {
    double piledUp = rows * mark;
    return highest * mark <= height
        ? piledUp
        : Math.max(
            mark, Math.min(piledUp, height * StrictMath.log1p(rows) / StrictMath.log1p(highest)));
  }

  private void drawPile(Canvas canvas, int pile, double pileHeight, boolean isRight, Color color) {
    int rows = right[pile] + wrong[pile];
    int marks = Math.min(rows, (int) Math.ceil(2 * pileHeight / mark));
    // A share of the marks as of the rows, but none of them all where there are others.
    int least = wrong[pile] > 0 ? 1 : 0;
    int most = right[pile] > 0 ? Math.max(least, marks - 1) : marks;
    long share = Math.round(marks * (double) wrong[pile] / rows);
    int ofWrong = (int) Math.max(least, Math.min(most, share));
    double apart = marks > 1 ? (pileHeight - mark) / (marks - 1) : 0;
    double x = left + (pile + 0.5) * mark;
    for (int k = isRight ? ofWrong : 0; k < (isRight ? marks : ofWrong); k++) {
      draw(canvas, x, bottom - mark / 2 - k * apart, mark, color, isRight);
    }
  }

  private static void draw(
      Canvas canvas, double x, double y, double size, Color color, boolean isRight) {
    double r = 0.45 * size;
    if (isRight) {
      canvas.disk(x, y, r, color, null);
    } else {
      canvas.box(x - r, y - r, 2 * r, 2 * r, color, null);
    }
  }
}
