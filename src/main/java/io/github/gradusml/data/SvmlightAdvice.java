package io.github.gradusml.data;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What to say of a token of an svmlight file that is not what it should be. */
final class SvmlightAdvice {
  private static final Set<String> NOT_FINITE = Set.of("nan", "inf", "infinity");

  private SvmlightAdvice() {}

  /** Of a line that does not begin with a number. */
  static IllegalArgumentException noLabel(SvmlightText source) {
    String token = source.token();
    if (token.indexOf(':') >= 0) {
      return source.problem(
          source.from(),
          "label is missing: a line must begin with one, but begins with " + Names.quoted(token));
    }
    if (token.indexOf(',') >= 0) {
      return source.problem(
          source.from(),
          "label must be one number, but is "
              + Names.quoted(token)
              + "; rows of several classes are not read");
    }
    return noNumber(source, "label", source.from(), Double.NaN);
  }

  /** Of a label that is none of those that there may be. */
  static IllegalArgumentException otherLabel(SvmlightText source, List<String> labels) {
    return source.problem(
        source.from(),
        "label must be one of "
            + Names.listed(labels)
            + ", but is "
            + Names.quoted(source.token())
            + Names.closest(source.token(), labels));
  }

  /** Of a token that begins with no index and colon. */
  static IllegalArgumentException noEntry(SvmlightText source, int first) {
    String token = source.token();
    int colon = token.indexOf(':');
    if (colon < 0) {
      return source.problem(
          source.from(), "must be index:value, but is " + Names.quoted(token) + " without a colon");
    }
    String index = token.substring(0, colon);
    boolean isNegative = index.matches("-\\d+");
    String rule =
        index.matches("\\d+")
            ? "at most " + SvmlightRows.LARGEST_INDEX
            : isNegative ? "at least " + first : "a whole number";
    return source.problem(
        source.from(),
        "index must be "
            + rule
            + ", but is "
            + (rule.startsWith("at") ? Names.shortened(index) : Names.quoted(index)));
  }

  /** Of a number that is none, or that no double can hold. */
  static IllegalArgumentException noNumber(
      SvmlightText source, String name, int from, double value) {
    String written = source.token().substring(from - source.from());
    String bare = written.replaceFirst("^[+-]", "").toLowerCase(Locale.ROOT);
    String rule =
        value == 0
            ? "0 or a number that a double can tell from 0, at least 4.9e-324"
            : Double.isInfinite(value) || NOT_FINITE.contains(bare) ? "finite" : "a number";
    return source.problem(from, name + " must be " + rule + ", but is " + Names.quoted(written));
  }
}
