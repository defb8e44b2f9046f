package io.github.gradusml.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.training.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every check has a page, and stands in the table of all. */
class ChecksTableTest {
  private static List<Check> checks() {
    return Diagnosis.checks();
  }

  @Test
  void thePageOfAllChecksHasTheirTable() throws IOException {
    String page = Files.readString(ChecksTable.PAGE);
    String table = ChecksTable.text();
    assertTrue(page.contains(table), () -> "the table should be\n" + table);
  }

  @ParameterizedTest
  @MethodSource("checks")
  void thePageOfACheckBeginsWithItsCodeAndItsTitle(Check check) throws IOException {
    String title = check.title();
    String heading = check.code() + ": " + Character.toLowerCase(title.charAt(0));
    assertEquals(
        "# " + heading + title.substring(1), Files.readAllLines(ChecksTable.page(check)).get(0));
  }

  @Test
  void noTwoChecksHaveOneCode() {
    Set<String> codes = new HashSet<>();
    checks().forEach(check -> assertTrue(codes.add(check.code()), check.code()));
  }
}
