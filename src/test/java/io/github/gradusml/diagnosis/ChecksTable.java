package io.github.gradusml.diagnosis;

import io.github.gradusml.training.Check;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints the table of all checks that the page on them has. */
final class ChecksTable {
  static final Path PAGE = Path.of("docs", "checks", "README.md");

  private ChecksTable() {}

  public static void main(String[] args) {
    System.out.print(text());
  }

  static String text() {
    return Diagnosis.checks().stream()
        .map(ChecksTable::line)
        .collect(
            Collectors.joining(
                "", "| code | what it says | severity |\n| --- | --- | --- |\n", ""));
  }

  private static String line(Check check) {
    return String.format(
        "| [`%s`](%s) | %s | %s |\n",
        check.code(),
        page(check).getFileName(),
        check.title(),
        check.severity().name().toLowerCase(Locale.ROOT));
  }

  /** Where a check is explained. */
  static Path page(Check check) {
    return Path.of(Diagnosis.page(check.code()).orElseThrow());
  }
}
