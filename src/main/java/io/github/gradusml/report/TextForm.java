package io.github.gradusml.report;

import java.util.ArrayList;
import java.util.List;

/** A report as plain text, to be read where letters are all equally wide. */
final class TextForm implements Form {
  private static final int WIDTH = 88;
  private static final int NARROWEST = 30;
  private static final String GAP = "  ";

  private final StringBuilder text = new StringBuilder();

  @Override
  public void begin(String title, String subtitle, List<Section> sections) {
    heading(title, '=');
    paragraph(subtitle);
  }

  @Override
  public void section(int number, String title) {
    text.append('\n');
    heading(number + ". " + title, '-');
  }

  private void heading(String title, char line) {
    String one = Words.line(title);
    text.append(one).append('\n');
    text.append(String.valueOf(line).repeat(Math.min(WIDTH, width(one)))).append("\n\n");
  }

  @Override
  public void paragraph(String paragraph) {
    wrap("", "", paragraph);
    text.append('\n');
  }

  @Override
  public void items(List<String> texts) {
    texts.forEach(item -> wrap("* ", "  ", item));
    text.append('\n');
  }

  /** Breaks lines between words; where there is no room at all, at a narrow width. */
  private void wrap(String first, String others, String paragraph) {
    int width = Math.max(WIDTH, width(others) + NARROWEST);
    StringBuilder line = new StringBuilder(first);
    boolean isEmpty = true;
    for (String word : Words.line(paragraph).strip().split(" +")) {
      if (!isEmpty && width(line) + 1 + width(word) > width) {
        text.append(line.toString().stripTrailing()).append('\n');
        line = new StringBuilder(others);
        isEmpty = true;
      }
      line.append(isEmpty ? "" : " ").append(word);
      isEmpty = false;
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }

  @Override
  public void table(Table table) {
    if (!table.caption().isEmpty()) {
      wrap("", "", table.caption() + ":");
    }
    List<List<String>> lines = new ArrayList<>();
    lines.add(table.columns().stream().map(Table.Column::name).toList());
    lines.addAll(table.rows());
    int[] widths = new int[table.columns().size()];
    for (List<String> line : lines) {
      for (int c = 0; c < widths.length; c++) {
        widths[c] = Math.max(widths[c], width(Words.line(line.get(c))));
      }
    }
    lines.forEach(line -> line(table.columns(), line, widths));
    text.append('\n');
  }

  private void line(List<Table.Column> columns, List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    int last = widths.length - 1;
    for (int c = 0; c < last; c++) {
      String cell = Words.line(cells.get(c));
      String blanks = " ".repeat(widths[c] - width(cell));
      line.append(GAP).append(columns.get(c).isNumber() ? blanks + cell : cell + blanks);
    }
    String cell = Words.line(cells.get(last));
    line.append(GAP);
    if (columns.get(last).isNumber()) {
      text.append(line).append(" ".repeat(widths[last] - width(cell))).append(cell).append('\n');
    } else {
      wrap(line.toString(), " ".repeat(width(line)), cell);
    }
  }

  @Override
  public void figure(Figure figure) {
    figure.instead().writeTo(this);
  }

  @Override
  public String end() {
    return text.toString().stripTrailing() + "\n";
  }

  private static int width(CharSequence line) {
    return Character.codePointCount(line, 0, line.length());
  }
}
