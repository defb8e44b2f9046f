package io.github.gradusml.data;

import java.util.regex.Pattern;

/** What to do about a field that should be a number and is none. */
final class CsvAdvice {
  /** 1,000 and 12,345,678.9, but not 0,125: no number that has groups begins with 0. */
  private static final Pattern GROUPED =
      Pattern.compile("[+-]?[1-9]\\d{0,2}(,\\d{3})+(\\.\\d*)?([eE][+-]?\\d+)?");

  /** Longer texts are no numbers with a comma in the wrong place. */
  private static final int LONGEST_NUMBER = 400;

  private CsvAdvice() {}

  /** The end of a message; empty where the field gives no hint. */
  static String on(String field, boolean decimalComma) {
    if (field.indexOf('\n') >= 0) {
      return "; is a quote not closed?";
    }
    if (decimalComma && field.indexOf('.') >= 0) {
      return "; withDecimalComma() takes numbers without a point";
    }
    if (field.indexOf(',') < 0 || field.length() > LONGEST_NUMBER) {
      return "";
    }
    boolean isNumber = isNumber(field, ',');
    if (!GROUPED.matcher(field).matches()) {
      return isNumber ? "; withDecimalComma() reads decimal commas" : "";
    }
    return isNumber
        ? "; if its comma groups thousands, write it without: withDecimalComma() would read "
            + field.replace(',', '.')
        : "; its commas group thousands, write it without";
  }

  static boolean isNumber(String field, char point) {
    char[] text = field.toCharArray();
    return !Double.isNaN(CsvNumber.of(text, 0, text.length, point));
  }
}
