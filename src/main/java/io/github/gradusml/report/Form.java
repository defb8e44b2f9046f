package io.github.gradusml.report;

import java.util.List;

/**
 * How a report is written: as text, Markdown or HTML. Texts come to it as they are, whatever signs
 * are in them; it makes of each what can do no harm where it stands.
 */
interface Form {
  /** Begins the page. */
  void begin(String title, String subtitle, List<Section> sections);

  /** Begins a section. */
  void section(int number, String title);

  void paragraph(String text);

  void items(List<String> texts);

  void table(Table table);

  void figure(Figure figure);

  /** Ends the page, and returns it. */
  String end();
}
