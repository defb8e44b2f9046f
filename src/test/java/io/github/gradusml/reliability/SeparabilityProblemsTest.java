package io.github.gradusml.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SeparabilityProblemsTest {
  @Test
  void theVerdictAgreesWithHow2000RandomProblemsWereMade() {
    SeparabilityProblems seen = new SeparabilityProblems().run(2000, 2_000_000);
    assertEquals("", seen.wrong);
    assertEquals(1000, seen.separable);
    assertEquals(1000, seen.notSeparable);
    assertEquals(0, seen.undecided);
    // All but some of those with numbers around 1e120 or 1e-120, and an input of 1 for the bias.
    assertTrue(seen.largest > 950, "largest margin proven for " + seen.largest);
  }
}
