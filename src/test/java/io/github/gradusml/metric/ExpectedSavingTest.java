package io.github.gradusml.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a cut is expected to save on rows that it was not chosen on. */
class ExpectedSavingTest {
  private static final MistakeCosts COSTS = CutCostsTest.COSTS;

  @Test
  void theSavingOfAFixedCutIsAMeanWithItsStandardError() {
    ExpectedSaving saving = COSTS.byCut(CutCostsTest.SIX).savingAt(3.5);
    // Against 3: two false alarms less, in six rows of 0, 0, 0, 0, 1, 1.
    assertEquals(2 / 6.0, saving.mean(), 1e-15);
    double variance = (2 * 4 / 9.0 + 4 / 9.0) / 5;
    assertEquals(Math.sqrt(variance / 6), saving.standardError(), 1e-15);
    assertEquals(2, saving.usualCost(), 1e-15);
    assertEquals("saves 0.3333 ± 0.21 of 2.000 a row", saving.toString());
  }

  /** The cut for each part, chosen by hand from the others. */
  @Test
  void aRowsSavingIsThatOfACutChosenWithoutItsPart() {
    Scores scores = CutCostsTest.random(60, 5);
    int[] part = IntStream.range(0, 60).map(i -> i * i % 7).toArray();
    double usual = COSTS.byCut(scores).usual().mean();
    double sum = 0;
    for (int p : Arrays.stream(part).distinct().toArray()) {
      double[] others = IntStream.range(0, 60).mapToDouble(i -> part[i] == p ? 0 : 1).toArray();
      double[] own = Arrays.stream(others).map(s -> 1 - s).toArray();
      double cut = COSTS.byCut(weighted(scores, others)).cheapest().cut();
      double[] rows = IntStream.range(0, 60).filter(i -> part[i] == p).asDoubleStream().toArray();
      Scores here = weighted(scores, own);
      Output careful = Output.of(Activation.sigmoid()).withCut(cut);
      double saved = COSTS.mean(here) - COSTS.mean(here.withOutput(careful));
      sum += rows.length * saved;
    }
    ExpectedSaving saving = COSTS.byCut(scores).savingByParts(part);
    assertEquals(sum / 60, saving.mean(), 1e-14); // sums of 60 numbers up to 10
    assertEquals(usual, saving.usualCost());
  }

  private static Scores weighted(Scores scores, double... weights) {
    double[] z =
        IntStream.range(0, scores.rows()).mapToDouble(i -> scores.netInput(i, 0)).toArray();
    double[] y = IntStream.range(0, scores.rows()).mapToDouble(scores::target).toArray();
    Dataset rows = Dataset.of(new double[y.length][1], y).withWeights(weights);
    return Scores.ofNetInputs(Output.of(Activation.sigmoid()), z, rows);
  }

  /** On pure noise the cheapest cut seems to save, and the estimate does not fall for it. */
  @Test
  void whatACutSeemsToSaveOnItsOwnRowsIsMoreThanItDoesOnOthers() {
    double seeming = 0;
    double expected = 0;
    double truth = 0;
    CutCosts others = MistakeCosts.of(1, 1.5).byCut(CutCostsTest.random(50_000, 999));
    for (int seed = 0; seed < 60; seed++) {
      CutCosts costs = MistakeCosts.of(1, 1.5).byCut(CutCostsTest.random(60, seed));
      seeming += (costs.usual().mean() - costs.cheapest().mean()) / 60;
      expected += costs.saving(10, 1).mean() / 60;
      truth += others.savingAt(costs.cheapest().cut()).mean() / 60;
    }
    // The savings of 60 samples scatter by about 0.04 each: four standard errors of their mean.
    assertEquals(truth, expected, 0.02);
    assertTrue(seeming > truth + 0.02, seeming + " and " + truth);
  }

  @Test
  void theSeedDealsThePartsAndTheSameOneDealsTheSame() {
    CutCosts costs = COSTS.byCut(CutCostsTest.random(100, 3));
    assertEquals(costs.saving(5, 1), costs.saving(5, 1));
    assertFalse(costs.saving(5, 1).equals(costs.saving(5, 2)));
    int[] own = IntStream.range(0, 100).toArray();
    assertEquals(costs.saving(100, 1), costs.savingByParts(own), "one row a part");
  }
}
