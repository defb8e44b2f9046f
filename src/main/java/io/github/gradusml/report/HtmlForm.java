package io.github.gradusml.report;

import java.util.List;

/**
 * A report as a page of HTML that needs nothing else: no script, no font, no network. It is XML as
 * well, in UTF-8.
 */
final class HtmlForm implements Form {
  /** A table of so many rows is not broken between two pages. */
  private static final int MOST_TOGETHER = 15;

  private final StringBuilder html = new StringBuilder();
  private boolean isInSection;

  @Override
  public void begin(String title, String subtitle, List<Section> sections) {
    html.append("<!DOCTYPE html>\n")
        .append("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">\n<head>\n")
        .append("<meta charset=\"UTF-8\"/>\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
    element("title", title);
    html.append("<style>\n").append(Style.CSS).append("</style>\n</head>\n<body>\n<header>\n");
    element("h1", title);
    element("p", subtitle);
    html.append("</header>\n<nav aria-label=\"Contents\">\n<ol>\n");
    int number = 0;
    for (Section section : sections) {
      number++;
      html.append("<li><a href=\"#section-").append(number).append("\">");
      html.append(escaped(section.title())).append("</a></li>\n");
    }
    html.append("</ol>\n</nav>\n<main>\n");
  }

  @Override
  public void section(int number, String title) {
    endSection();
    html.append("<section id=\"section-").append(number).append("\">\n");
    element("h2", title);
    isInSection = true;
  }

  private void endSection() {
    html.append(isInSection ? "</section>\n" : "");
  }

  @Override
  public void paragraph(String text) {
    element("p", text);
  }

  @Override
  public void items(List<String> texts) {
    html.append("<ul>\n");
    texts.forEach(text -> element("li", text));
    html.append("</ul>\n");
  }

  @Override
  public void table(Table table) {
    boolean isShort = table.rows().size() <= MOST_TOGETHER;
    html.append("<div class=\"wide").append(isShort ? " short" : "").append("\"><table>\n");
    if (!table.caption().isEmpty()) {
      element("caption", table.caption());
    }
    html.append("<thead><tr>");
    for (Table.Column column : table.columns()) {
      html.append("<th scope=\"col\"").append(column.isNumber() ? " class=\"n\">" : ">");
      html.append(escaped(column.name())).append("</th>");
    }
    boolean hasBars = !table.bars().isEmpty();
    html.append(hasBars ? "<td aria-hidden=\"true\"></td>" : "").append("</tr></thead>\n<tbody>\n");
    double largest =
        table.bars().stream().mapToDouble(Math::abs).filter(Double::isFinite).max().orElse(0);
    for (int r = 0; r < table.rows().size(); r++) {
      row(table.columns(), table.rows().get(r));
      html.append(hasBars ? bar(table.bars().get(r), largest) : "").append("</tr>\n");
    }
    html.append("</tbody>\n</table></div>\n");
  }

  private void row(List<Table.Column> columns, List<String> cells) {
    html.append("<tr>");
    for (int c = 0; c < cells.size(); c++) {
      String name = c == 0 ? "th" : "td";
      html.append('<').append(name).append(c == 0 ? " scope=\"row\"" : "");
      html.append(columns.get(c).isNumber() ? " class=\"n\">" : ">");
      html.append(escaped(cells.get(c))).append("</").append(name).append('>');
    }
  }

  /** A bar to the right or, below 0, to the left of a middle; the numbers say the same. */
  private static String bar(double value, double largest) {
    String begin = "<td class=\"bar\" aria-hidden=\"true\">";
    if (!(Math.abs(value) > 0 && Math.abs(value) <= largest)) {
      return begin + "</td>";
    }
    long width = Math.round(50 * (Math.abs(value) / largest));
    String side = value > 0 ? "class=\"up\" style=\"left:50%" : "class=\"down\" style=\"right:50%";
    return begin + "<div><span " + side + ";width:" + width + "%\"></span></div></td>";
  }

  @Override
  public void figure(Figure figure) {
    html.append("<figure>\n").append(figure.plot().toSvg());
    element("figcaption", figure.caption());
    html.append("</figure>\n");
  }

  @Override
  public String end() {
    endSection();
    return html.append("</main>\n</body>\n</html>\n").toString();
  }

  private void element(String name, String text) {
    html.append('<').append(name).append('>').append(escaped(text));
    html.append("</").append(name).append(">\n");
  }

  private static String escaped(String text) {
    return Words.line(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
