package io.github.gradusml.report;

import java.util.List;

/** A part of a section, which can be written in any form. */
@FunctionalInterface
interface Block {
  void writeTo(Form form);

  static Block paragraph(String text) {
    return form -> form.paragraph(text);
  }

  /** Short texts, one below the other. */
  static Block items(List<String> texts) {
    return form -> form.items(texts);
  }
}
