package io.github.gradusml.pipeline;

import io.github.gradusml.internal.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An explanation as a table of at most 80 characters a line. */
final class ExplanationText {
  private static final int LONGEST_NAME = 28;
  private static final int NUMBER = 12;
  private static final int DIGITS = 4;
  private static final int MOST_DECIMALS = 9;
  private static final double MOST_PLAIN = 1e7;
  private static final String LAST = "contribution";

  private final Explanation explanation;

  /** How many decimals all contributions have, so that they stand below each other. */
  private final int decimals;

  ExplanationText(Explanation explanation) {
    this.explanation = explanation;
    this.decimals =
        decimals(explanation.largest(1).stream().mapToDouble(term -> size(term.value())).sum());
  }

  private static double size(double value) {
    return Math.abs(value);
  }

  /** So many that the largest has four digits; −1 where that is too many, or none will do. */
  private static int decimals(double largest) {
    if (!(largest < MOST_PLAIN)) {
      return -1;
    }
    int digits = DIGITS - 1;
    for (double rest = largest; rest >= 10 && digits > 0; rest /= 10) {
      digits--;
    }
    for (double rest = largest; rest > 0 && rest < 1; rest *= 10) {
      digits++;
      if (digits > MOST_DECIMALS) {
        return -1;
      }
    }
    return digits;
  }

  /** A line a term, and what they add up to; a single one that is left over has room as well. */
  String table(int most) {
    int terms = explanation.contributions().size();
    List<Contribution> shown = explanation.largest(terms == most + 1 ? terms : most);
    List<String> lines = new ArrayList<>();
    int width = width(shown);
    lines.add("above 0 speaks for " + line(explanation.subject(), 60));
    lines.add(
        left("feature", width) + right("value") + right("prepared") + right("weight") + last(LAST));
    for (Contribution term : shown) {
      String name = left(line(term.name(), LONGEST_NAME), width);
      String raw = Double.isNaN(term.raw()) ? "" : number(term.raw());
      String ofModel = right(number(term.prepared())) + right(number(term.weight()));
      lines.add(name + right(raw) + ofModel + last(term(term.value())));
    }
    addRest(lines, width, shown);
    lines.add(total("bias", width, term(explanation.bias())));
    lines.add(total("net input", width, term(explanation.netInput())));
    addConclusions(lines, width);
    return String.join(System.lineSeparator(), lines);
  }

  private void addRest(List<String> lines, int width, List<Contribution> shown) {
    List<Contribution> all = explanation.contributions();
    int more = all.size() - shown.size();
    if (more > 0) {
      double rest =
          explanation.largest(all.size()).stream()
              .skip(shown.size())
              .mapToDouble(Contribution::value)
              .reduce(0, Double::sum); // in this order on every JVM, as sum() is not bound to
      lines.add(total(more + " smaller ones", width, term(rest)));
    }
  }

  private void addConclusions(List<String> lines, int width) {
    explanation
        .calibratedNetInput()
        .ifPresent(z -> lines.add(total("calibrated net input", width, term(z))));
    explanation
        .probability()
        .ifPresent(
            p -> {
              String of = line(explanation.subject(), LONGEST_NAME);
              lines.add(total("probability of " + of, width, number(p)));
            });
    String predicted =
        explanation
            .predictedClass()
            .map(name -> line(name, LONGEST_NAME))
            .orElseGet(() -> number(explanation.prediction()));
    String from =
        explanation.movedCut().stream()
            .mapToObj(cut -> ", cut at " + number(cut))
            .findFirst()
            .orElse("");
    lines.add(total("predicted" + from, width, predicted));
  }

  private static int width(List<Contribution> shown) {
    int width = "calibrated net input".length();
    for (Contribution term : shown) {
      width = Math.max(width, characters(line(term.name(), LONGEST_NAME)));
    }
    return width;
  }

  /** What belongs to no single feature: its number stands in the last column. */
  private static String total(String what, int width, String number) {
    int room = width + 3 * NUMBER + LAST.length() + 2;
    return what + " ".repeat(Math.max(2, room - characters(what) - characters(number))) + number;
  }

  /** A text that does not break the table. */
  private static String line(String text, int most) {
    return Texts.cut(text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", " "), most);
  }

  private String term(double value) {
    boolean isPlain = decimals >= 0 && size(value) < MOST_PLAIN;
    return isPlain
        ? String.format(Locale.ROOT, "%+." + decimals + "f", value)
        : String.format(Locale.ROOT, "%+.3e", value);
  }

  private static String number(double value) {
    return Texts.readable(value, DIGITS);
  }

  private static int characters(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String left(String text, int width) {
    return text + " ".repeat(width - characters(text));
  }

  private static String right(String text) {
    return " ".repeat(Math.max(1, NUMBER - text.length())) + text;
  }

  private static String last(String text) {
    return " ".repeat(Math.max(1, LAST.length() + 2 - text.length())) + text;
  }
}
