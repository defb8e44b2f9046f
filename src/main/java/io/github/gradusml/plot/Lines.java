package io.github.gradusml.plot;

import java.util.ArrayList;
import java.util.List;

/** Texts that are longer than their place. */
final class Lines {
  private static final String MORE = "…";

  private Lines() {}

  /** A text on one line, whatever blanks and line breaks it has. */
  static String one(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  /** Breaks a text between words. */
  static List<String> broken(Canvas canvas, String text, Font font, double width, int most) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : one(text).split(" ")) {
      boolean isFull = canvas.width(line + " " + word, font) > width;
      if (isFull && !line.isEmpty() && lines.size() < most - 1) {
        lines.add(fitted(canvas, line.toString(), font, width));
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    if (!line.isEmpty()) {
      lines.add(fitted(canvas, line.toString(), font, width));
    }
    return lines;
  }

  /** Leaves out the end of a text that does not fit. */
  static String fitted(Canvas canvas, String text, Font font, double width) {
    if (canvas.width(text, font) <= width) {
      return text;
    }
    int fits = 0;
    int tooLong = text.length();
    while (tooLong - fits > 1) {
      int middle = (fits + tooLong) / 2;
      if (canvas.width(text.substring(0, middle) + MORE, font) <= width) {
        fits = middle;
      } else {
        tooLong = middle;
      }
    }
    // Not between the two halves of one character.
    int end = fits > 0 && Character.isHighSurrogate(text.charAt(fits - 1)) ? fits - 1 : fits;
    return text.substring(0, end).stripTrailing() + MORE;
  }

  /** Leaves out the middle of a name that does not fit: often it is the end that tells apart. */
  static String withoutMiddle(Canvas canvas, String name, Font font, double width) {
    int[] characters = name.codePoints().toArray();
    String fitted = name;
    for (int kept = characters.length - 1; canvas.width(fitted, font) > width; kept--) {
      int head = (2 * kept + 2) / 3;
      int tail = kept - head;
      fitted =
          new String(characters, 0, head)
              + MORE
              + new String(characters, characters.length - tail, tail);
      if (kept == 0) {
        break;
      }
    }
    return fitted;
  }
}
