package io.github.gradusml.step;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers in the place of symbols. */
class FormulaTest {
  private static final Map<String, String> TEXTS =
      Map.of("z", "−2", "y", "1", "v", "3", "ᵗ", "5", "‖g‖", "0.7", "zᵤ", "4", "e", "9");

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "y·z; 1·(−2)",
        "z·y; −2·1",
        "1/(1 + e^(−z)); 1/(1 + 9^(−(−2)))",
        "z²; (−2)²",
        "(z + v); (−2 + 3)",
        "y − z; 1 − (−2)",
        "0.9ᵗ; 0.9^5",
        "min(1, 2/‖g‖); min(1, 2/0.7)",
        "z − zᵤ − zᵥ; −2 − 4 − zᵥ",
        "max(0, y) if v > 0, else y′; max(0, 1) if 3 > 0, else y′",
        "1e-8·v + 1.0E-5; 1e-8·3 + 1.0E-5",
        "vy + v_y; vy + v_y"
      })
  void aSymbolIsReplacedAndAWordIsNot(String formula, String expected) {
    assertEquals(expected, Formula.with(TEXTS, formula));
  }

  @Test
  void numbersHaveFourDigitsAndATrueMinus() {
    assertEquals("−0.3333", Formula.number(-1.0 / 3));
    assertEquals("2e−7", Formula.number(2e-7));
    assertEquals("NaN", Formula.number(Double.NaN));
    assertEquals("(−∞)", Formula.factor(Double.NEGATIVE_INFINITY));
    assertEquals("0", Formula.factor(-0.0));
    assertEquals("1 − 0.5 + 2", Formula.sum(1, -0.5, 2));
  }
}
