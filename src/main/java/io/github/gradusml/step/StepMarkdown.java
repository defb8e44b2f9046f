package io.github.gradusml.step;

import io.github.gradusml.internal.OneLine;
import io.github.gradusml.step.Section.Line;
import java.util.List;

/** A step as Markdown, with a table of three columns in each section. */
final class StepMarkdown {
  private StepMarkdown() {}

  static String of(List<Section> sections) {
    StringBuilder text = new StringBuilder();
    for (Section section : sections) {
      String level = text.length() == 0 ? "### " : "#### ";
      text.append(level).append(OneLine.markdown(section.title())).append("\n\n");
      if (!section.words().isEmpty()) {
        text.append(OneLine.markdown(String.join(" ", section.words()))).append("\n\n");
      }
      if (!section.lines().isEmpty()) {
        text.append("| formula | arithmetic | Java |\n| :--- | :--- | :--- |\n");
        section.lines().forEach(line -> line(text, line));
        text.append('\n');
      }
    }
    return text.toString().stripTrailing() + "\n";
  }

  private static void line(StringBuilder text, Line line) {
    String java = line.java().isEmpty() ? "" : "`" + line.java() + "`";
    text.append("| ").append(OneLine.markdown(line.formula()));
    text.append(" | ").append(OneLine.markdown(line.arithmetic()));
    text.append(" | ").append(java).append(" |\n");
  }
}
