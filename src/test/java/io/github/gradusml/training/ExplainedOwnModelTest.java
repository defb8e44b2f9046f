package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Loss;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.step.ExplainedRow;
import io.github.gradusml.step.ExplainedStep;
import io.github.gradusml.step.ExplainedUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of a model that is somebody's own, a step says what its public parts say. */
class ExplainedOwnModelTest {
  private static final Dataset ROWS = Cases.rows(Loss.squaredError(), 3, 2, 1);
  private static final ExplainedStep STEP =
      ExplainedStep.of(Trainer.minimizing(Loss.squaredError()), TwoLayers.random(2, 3, 1), ROWS);

  @Test
  void itsFirstProductsAreKnownTermByTerm() {
    ExplainedRow row = STEP.rows().get(0);
    assertEquals(1, row.layers());
    List<ExplainedUnit> units = row.units(1);
    assertEquals(3, units.size());
    assertEquals("z1[2]", units.get(2).name());
    assertEquals(0, units.get(2).bias());
    assertEquals(Double.NaN, units.get(2).output());
    double[] x = ROWS.row(0);
    for (int u = 0; u < 3; u++) {
      assertEquals(units.get(u).delta() * x[0], row.gradient()[u]);
    }
  }

  @Test
  void itsParametersAreCalledByTheirBlocks() {
    assertArrayEquals(
        new String[] {"hidden biases[0]", "hidden biases[1]", "hidden biases[2]"},
        STEP.parameters().subList(6, 9).stream().map(p -> p.name()).toArray());
    assertEquals("output bias[0]", STEP.parameters().get(12).name());
  }

  @Test
  void itsLayersStandAsOneLineEachWay() {
    String text = STEP.toText();
    assertTrue(text.contains("z = layers above (z1)"), text);
    assertTrue(text.contains("delta1 = back through the layers above (delta)"), text);
    assertTrue(text.contains("output bias[0]: theta <- theta - eta*g"), text);
  }
}
