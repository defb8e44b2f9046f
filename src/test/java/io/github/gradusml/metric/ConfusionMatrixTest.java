package io.github.gradusml.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {
  private final ConfusionMatrix matrix = Counts.of(50, 10, 5, 35);

  @Test
  void whatFollowsFromTheFourCounts() {
    assertEquals(0.85, matrix.accuracy());
    assertEquals(35.0 / 45, matrix.precision());
    assertEquals(35.0 / 40, matrix.recall());
    assertEquals(70.0 / 85, matrix.f1());
  }

  @Test
  void nothingOfNothingIsZero() {
    ConfusionMatrix none = Counts.of(1, 0, 0, 0);
    assertEquals(1, none.accuracy());
    assertEquals(0, none.precision());
    assertEquals(0, none.recall());
    assertEquals(0, none.f1());
  }

  @Test
  void billionsOfRowsDoNotOverflow() {
    ConfusionMatrix many = Counts.of(0, 0, 0, 2_000_000_000);
    assertEquals(1, many.f1());
    assertEquals(1, many.accuracy());
  }

  @Test
  void itPrintsAsATable() {
    String table =
        """
                    predicted 0  predicted 1
        actual 0             50           10
        actual 1              5           35\
        """;
    assertEquals(table, matrix.toString().replace("\r\n", "\n"));
  }

  @Test
  void weightedRowsPrintAsFractions() {
    String table =
        """
                    predicted 0  predicted 1
        actual 0         0.5000            1
        actual 1              0       2.2500\
        """;
    assertEquals(table, Counts.of(0.5, 1, 0, 2.25).toString().replace("\r\n", "\n"));
  }
}
