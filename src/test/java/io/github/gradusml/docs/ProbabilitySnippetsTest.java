package io.github.gradusml.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What the pages say of probabilities comes out of the code beside it. */
class ProbabilitySnippetsTest {
  @Test
  void calibrationHelpsAsThePageSays() {
    double[][] worth = ProbabilitySnippets.worth();
    double[][] said = {{0.734, 0.645, 0.194, 0.119, 0.013}, {0.732, 0.542, 0.180, 0.052, 0.015}};
    for (int k = 0; k < 2; k++) {
      for (int i = 0; i < said[k].length; i++) {
        assertEquals(said[k][i], worth[k][i], 0.0005, "as rounded on the page");
      }
    }
  }

  @Test
  void aCutSavesAsThePageSays() {
    ProbabilitySnippets.Costs costs = ProbabilitySnippets.page();
    assertEquals("saves 1.160 ± 0.28 of 1.695 a row", costs.inTheory().toString());
    assertEquals("saves 1.140 ± 0.27 of 1.695 a row", costs.chosen().toString());
    assertEquals(1.24, costs.seeming(), 0.005, "as rounded on the page");
    assertEquals(1.29, costs.saved(), 0.005, "as rounded on the page");
  }
}
