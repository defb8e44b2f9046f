package io.github.gradusml.diagnosis;

import io.github.gradusml.internal.Texts;
import io.github.gradusml.training.Finding;
import io.github.gradusml.training.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a diagnosis for somebody who reads it: what was found, how it is seen, what to do. */
final class DiagnosisText {
  private static final int WIDTH = 100;

  private final List<Finding> findings;
  private final Map<String, String> notApplicable;
  private final int checks;
  private final String sampled;

  DiagnosisText(Diagnosis diagnosis, int checks) {
    this.findings = diagnosis.findings();
    this.notApplicable = diagnosis.notApplicable();
    this.checks = checks;
    this.sampled = diagnosis.sampled();
  }

  /** As plain text, in lines of at most a hundred characters. */
  String plain() {
    List<String> lines = new ArrayList<>(wrapped("", summary()));
    for (Finding finding : findings) {
      lines.add("");
      lines.addAll(
          wrapped("", severity(finding) + ": " + finding.title() + " (" + finding.code() + ")"));
      lines.addAll(wrapped("  ", sentence(finding.evidence())));
      lines.addAll(wrapped("  ", cure(finding)));
      Diagnosis.page(finding.code()).ifPresent(page -> lines.add("  More: " + page));
    }
    lines.add("");
    lines.addAll(wrapped("", "Looked at: " + sampled + "."));
    if (!notApplicable.isEmpty()) {
      lines.add("Not applicable:");
      byReason().forEach((reason, codes) -> lines.addAll(wrapped("  ", codes + ": " + reason)));
    }
    return String.join("\n", lines);
  }

  /** As Markdown: a heading a finding. */
  String markdown() {
    List<String> parts = new ArrayList<>(List.of(escaped(summary())));
    for (Finding finding : findings) {
      parts.add("### " + severity(finding) + ": " + escaped(finding.title()));
      parts.add(
          Diagnosis.page(finding.code())
              .map(page -> "[`" + finding.code() + "`](" + page + ")")
              .orElse("`" + finding.code() + "`"));
      parts.add(escaped(sentence(finding.evidence())));
      parts.add(escaped(cure(finding)).replaceFirst("^Do this:", "**Do this:**"));
    }
    parts.add("Looked at: " + escaped(sampled) + ".");
    if (!notApplicable.isEmpty()) {
      parts.add(
          byReason().entrySet().stream()
              .map(entry -> "- " + codes(entry.getValue()) + ": " + escaped(entry.getKey()))
              .collect(Collectors.joining("\n", "Not applicable:\n\n", "")));
    }
    return String.join("\n\n", parts) + "\n";
  }

  private static String codes(String listed) {
    return Arrays.stream(listed.split(", "))
        .map(code -> "`" + code + "`")
        .collect(Collectors.joining(", "));
  }

  /** Such as {@code 3 findings: 1 error, 2 warnings; 22 checks found nothing}. */
  private String summary() {
    int silent = checks - findings.size() - notApplicable.size();
    String found =
        findings.isEmpty()
            ? "No findings"
            : Texts.count(findings.size(), "finding") + ": " + bySeverity();
    return found
        + "; "
        + Texts.count(silent, "check")
        + " found nothing, "
        + notApplicable.size()
        + " not applicable";
  }

  private String bySeverity() {
    return Arrays.stream(Severity.values())
        .map(
            severity -> {
              long count = findings.stream().filter(f -> f.severity() == severity).count();
              return count == 0 ? "" : Texts.count(count, word(severity));
            })
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String severity(Finding finding) {
    String word = word(finding.severity());
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  private static String word(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }

  private static String cure(Finding finding) {
    return finding.cure().isEmpty()
        ? "Nothing is known that is likely to help."
        : "Do this: " + finding.cure();
  }

  /** The log goes on in the middle of a line; here a sentence begins. */
  private static String sentence(String text) {
    String inOneLine = text.strip().replaceAll("\\s+", " ");
    return Character.toUpperCase(inOneLine.charAt(0)) + inOneLine.substring(1);
  }

  /** The checks without a say, those with the same reason together, in the order of the checks. */
  private Map<String, String> byReason() {
    Map<String, String> codes = new LinkedHashMap<>();
    notApplicable.forEach((code, reason) -> codes.merge(reason, code, (a, b) -> a + ", " + b));
    return codes;
  }

  /** What Markdown would read as its own. */
  private static String escaped(String text) {
    return text.replaceAll("([\\\\`*_<>\\[\\]|#])", "\\\\$1");
  }

  /** Broken at blanks; a word that is longer than a line stands alone. */
  private static List<String> wrapped(String indent, String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(indent);
    for (String word : text.strip().split("\\s+")) {
      boolean isFirst = line.length() == indent.length();
      if (!isFirst && line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line = new StringBuilder(indent);
        isFirst = true;
      }
      line.append(isFirst ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
