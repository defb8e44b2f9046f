package io.github.gradusml.plot;

import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.Texts;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Rows of numbers as small images, row by row of pixels, all in the same colors.
 *
 * @param imageWidth how many pixels are side by side
 * @param images the numbers by their names
 */
record ImagesPlot(int imageWidth, Map<String, double[]> images) implements Picture {
  private static final int MOST_NUMBERS = 1_000_000;

  /** Finds out whether the numbers are images. */
  ImagesPlot {
    Checks.atLeast("imageWidth", imageWidth, 1);
    Map<String, double[]> copies = new LinkedHashMap<>();
    images.forEach((name, numbers) -> copies.put(name, numbers.clone()));
    images = copies;
    if (images.isEmpty()) {
      throw new IllegalArgumentException("images must not be empty");
    }
    int size = copies.values().iterator().next().length;
    copies.forEach((name, numbers) -> check(name, numbers, imageWidth, size));
    if ((long) size * images.size() > MOST_NUMBERS) {
      throw new IllegalArgumentException(
          "images must have at most "
              + MOST_NUMBERS
              + " numbers together to be drawn, but have "
              + (long) size * images.size());
    }
  }

  private static void check(String name, double[] numbers, int imageWidth, int size) {
    String which = "images.get(" + Texts.quoted(name) + ")";
    if (numbers.length == 0 || numbers.length % imageWidth != 0) {
      throw new IllegalArgumentException(
          which
              + " must have one or more rows of imageWidth = "
              + imageWidth
              + " numbers, but has "
              + Texts.count(numbers.length, "number"));
    }
    if (numbers.length != size) {
      throw new IllegalArgumentException(
          which + " must have " + size + " numbers, as the first, but has " + numbers.length);
    }
    for (int j = 0; j < size; j++) {
      if (!Double.isFinite(numbers[j])) { // a name only if needed
        Checks.finite(which + "[" + j + "]", numbers[j]);
      }
    }
  }

  @Override
  public Drawing seen(View view) {
    view.refuseLogScale("images have no logarithmic scale");
    view.refuseRanges("images have no axes, and so no range");
    return new Images(Lines.one(view.titleOr("Numbers as images")), imageWidth, images);
  }
}
