package io.github.gradusml.plot;

import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.Range;
import io.github.gradusml.internal.Texts;

/**
 * How a picture is looked at: what a user can set of every {@link Plot}.
 *
 * @param title the line above it; null for the picture's own
 * @param logarithmic whether the vertical axis is
 * @param across what the horizontal axis reaches from and to; null for all that there is
 * @param up the same of the vertical axis
 * @param width how wide the picture is; 0 for as wide as suits it
 * @param height how high it is; 0 for as high as suits it
 */
record View(String title, boolean logarithmic, Range across, Range up, int width, int height) {
  private static final int NARROWEST = 300;
  private static final int LOWEST = 200;

  /** How wide or high a picture is at most. */
  static final int LARGEST = 4000;

  /** As the picture is when nothing is set. */
  static final View PLAIN = new View(null, false, null, null, 0, 0);

  View withTitle(String line) {
    return new View(Checks.notNull("title", line), logarithmic, across, up, width, height);
  }

  View withLogScale() {
    return new View(title, true, across, up, width, height);
  }

  View withAcross(double from, double to) {
    return new View(title, logarithmic, Range.checked(from, to, false), up, width, height);
  }

  View withUp(double from, double to) {
    return new View(title, logarithmic, across, Range.checked(from, to, false), width, height);
  }

  View withSize(int w, int h) {
    return new View(
        title, logarithmic, across, up, size("width", w, NARROWEST), size("height", h, LOWEST));
  }

  /** This view, with what is set of a sheet on which it stands. */
  View asPartOf(View sheet) {
    return new View(
        title,
        logarithmic || sheet.logarithmic,
        sheet.across == null ? across : sheet.across,
        sheet.up == null ? up : sheet.up,
        0,
        0);
  }

  private static int size(String name, int value, int smallest) {
    if (value < smallest || value > LARGEST) {
      throw new IllegalArgumentException(
          name + " must be from " + smallest + " to " + LARGEST + ", but was " + value);
    }
    return value;
  }

  /** The title of a picture that has one of its own. */
  String titleOr(String own) {
    return title == null ? own : title;
  }

  /** How the vertical axis is laid out. */
  Scale scale() {
    return logarithmic ? Scale.LOG : Scale.LINEAR;
  }

  /** Refuses a logarithmic axis, for a picture that has none. */
  void refuseLogScale(String why) {
    if (logarithmic) {
      throw new IllegalArgumentException(why);
    }
  }

  /** Refuses ranges, for a picture whose axes have none. */
  void refuseRanges(String why) {
    if (across != null || up != null) {
      throw new IllegalArgumentException(why);
    }
  }

  /** The horizontal axis of a picture, or as much of it as is looked at. */
  Axis across(Axis all) {
    return part(all, across);
  }

  /** The vertical axis of a picture, or as much of it as is looked at. */
  Axis up(Axis all) {
    return part(all, up);
  }

  private static Axis part(Axis all, Range range) {
    if (range == null) {
      return all;
    }
    if (all.scale() == Scale.LOG && range.from() <= 0) {
      throw new IllegalArgumentException(
          "from must be > 0 on the logarithmic axis "
              + Texts.quoted(all.label())
              + ", but was "
              + range.from());
    }
    Axis part = new Axis(all.label(), all.scale(), range.from(), range.to());
    if (part.isTooShort()) {
      throw new IllegalArgumentException(
          "to must be further above from, "
              + range.from()
              + ", to be drawn, but was "
              + range.to());
    }
    return part;
  }
}
