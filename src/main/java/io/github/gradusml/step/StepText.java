package io.github.gradusml.step;

import io.github.gradusml.internal.OneLine;
import io.github.gradusml.step.Section.Line;
import java.util.List;

/** A step as plain text, whose own letters every console shows. */
final class StepText {
  private static final int WIDEST_FORMULA = 48;
  private static final int WIDTH = 96;

  /** Signs of formulas, and what stands for them where there are only ASCII letters. */
  private static final String[][] SIGNS = {
    {"·", "*"},
    {"−", "-"},
    {"²", "^2"},
    {"√", "sqrt "},
    {"½", "1/2"},
    {"←", "<-"},
    {"→", "->"},
    {"′", "'"},
    {"₀", "_0"},
    {"∂", "d"},
    {"∇", "grad "},
    {"‖", "||"},
    {"ᵗ", "^t"},
    {"≥", ">="},
    {"≤", "<="},
    {"∞", "infinity"},
    {"φ", "phi"},
    {"Φ", "Phi"},
    {"δ", "delta"},
    {"η", "eta"},
    {"θ", "theta"},
    {"σ", "sigma"},
    {"Σ", "sum "},
    {"α", "alpha"},
    {"λ", "lambda"},
    {"π", "pi"},
    {"ŷ", "yHat"},
    {"ᵤ", "_u"},
    {"ᵥ", "_v"},
    {"∘", "o"},
    {"…", "..."}
  };

  private StepText() {}

  static String of(List<Section> sections) {
    StringBuilder text = new StringBuilder();
    for (Section section : sections) {
      String title = ascii(section.title());
      text.append(text.length() == 0 ? "" : "\n").append(title).append('\n');
      text.append("-".repeat(Math.min(WIDTH, title.length()))).append('\n');
      section.words().forEach(words -> wrap(text, ascii(words)));
      int width = width(section.lines());
      section.lines().forEach(line -> line(text, line, width));
    }
    return text.toString();
  }

  private static int width(List<Line> lines) {
    int width = 0;
    for (Line line : lines) {
      int own = ascii(line.formula()).length();
      width = own <= WIDEST_FORMULA ? Math.max(width, own) : width;
    }
    return width;
  }

  /** The arithmetic in a column of its own; below a formula that is too wide for that. */
  private static void line(StringBuilder text, Line line, int width) {
    String formula = ascii(line.formula());
    String arithmetic = ascii(line.arithmetic());
    text.append("  ").append(formula);
    if (formula.length() > width) {
      text.append('\n').append(" ".repeat(width + 4));
    } else {
      text.append(" ".repeat(width + 2 - formula.length()));
    }
    text.append(arithmetic);
    endLine(text);
  }

  /** Without blanks at its end. */
  private static void endLine(StringBuilder text) {
    while (text.charAt(text.length() - 1) == ' ') {
      text.setLength(text.length() - 1);
    }
    text.append('\n');
  }

  private static void wrap(StringBuilder text, String words) {
    int at = 0;
    for (String word : words.split(" +")) {
      if (at > 0 && at + 1 + word.length() > WIDTH) {
        text.append('\n');
        at = 0;
      }
      text.append(at > 0 ? " " : "").append(word);
      at += (at > 0 ? 1 : 0) + word.length();
    }
    text.append('\n');
  }

  private static String ascii(String formula) {
    String ascii = OneLine.of(formula);
    for (String[] sign : SIGNS) {
      ascii = ascii.replace(sign[0], sign[1]);
    }
    return ascii.replaceAll(" +", " ").strip();
  }
}
