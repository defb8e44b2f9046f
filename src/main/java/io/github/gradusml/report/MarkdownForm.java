package io.github.gradusml.report;

import java.util.List;
import java.util.stream.Collectors;

/** A report as Markdown, with tables as GitHub reads them. */
final class MarkdownForm implements Form {
  private static final String SPECIAL = "\\`*[]|~$";

  private final StringBuilder text = new StringBuilder();

  @Override
  public void begin(String title, String subtitle, List<Section> sections) {
    text.append("# ").append(escaped(title)).append("\n\n");
    paragraph(subtitle);
  }

  @Override
  public void section(int number, String title) {
    text.append("## ").append(escaped(title)).append("\n\n");
  }

  @Override
  public void paragraph(String paragraph) {
    text.append(beginning(paragraph)).append("\n\n");
  }

  @Override
  public void items(List<String> texts) {
    texts.forEach(item -> text.append("* ").append(beginning(item)).append('\n'));
    text.append('\n');
  }

  @Override
  public void table(Table table) {
    if (!table.caption().isEmpty()) {
      paragraph(table.caption() + ":");
    }
    line(table.columns().stream().map(Table.Column::name).toList());
    text.append(
        table.columns().stream()
            .map(column -> column.isNumber() ? "---:" : ":---")
            .collect(Collectors.joining(" | ", "| ", " |\n")));
    table.rows().forEach(this::line);
    text.append('\n');
  }

  private void line(List<String> cells) {
    text.append(
        cells.stream().map(MarkdownForm::escaped).collect(Collectors.joining(" | ", "| ", " |\n")));
  }

  @Override
  public void figure(Figure figure) {
    figure.instead().writeTo(this);
  }

  @Override
  public String end() {
    return text.toString().stripTrailing() + "\n";
  }

  /** A text at the beginning of a line, where more signs mean something. */
  private static String beginning(String text) {
    String escaped = escaped(text);
    if (escaped.isEmpty()) {
      return escaped;
    }
    if ("#+-=>".indexOf(escaped.charAt(0)) >= 0) {
      return "\\" + escaped;
    }
    return escaped.replaceFirst("^([0-9]+)([.)])", "$1\\\\$2");
  }

  private static String escaped(String text) {
    String line = Words.line(text).strip();
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '&') {
        escaped.append("&amp;");
      } else if (c == '<') {
        escaped.append("&lt;");
      } else if (c == '>') {
        escaped.append("&gt;");
      } else if (SPECIAL.indexOf(c) >= 0 || c == '_' && !isWithinWord(line, i)) {
        escaped.append('\\').append(c);
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }

  /** As in mean_radius, where it is no emphasis. */
  private static boolean isWithinWord(String line, int at) {
    return at > 0
        && at < line.length() - 1
        && Character.isLetterOrDigit(line.charAt(at - 1))
        && Character.isLetterOrDigit(line.charAt(at + 1));
  }
}
