package io.github.gradusml.report;

import io.github.gradusml.internal.OneLine;
import java.util.List;
import java.util.stream.Collectors;

/** A report as Markdown, with tables as GitHub reads them. */
final class MarkdownForm implements Form {
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
    return OneLine.markdown(text);
  }
}
