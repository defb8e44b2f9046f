package io.github.gradusml.report;

import java.util.List;

/**
 * All that a report says, in no form yet.
 *
 * @param title the heading above it
 * @param subtitle a line below that
 * @param sections its parts, in order
 */
record Page(String title, String subtitle, List<Section> sections) {
  String in(Form form) {
    form.begin(title, subtitle, sections);
    int number = 0;
    for (Section section : sections) {
      number++;
      form.section(number, section.title());
      section.blocks().forEach(block -> block.writeTo(form));
    }
    return form.end();
  }
}
