package io.github.gradusml.rangetest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.update.UpdateStrategy;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rehearsals on a straight line, full batch: from the largest stable rate on they diverge. */
class LineSearchTest {
  private static final Dataset LINE =
      Dataset.of(new double[][] {{-2}, {0}, {1}, {3}}, new double[] {-1, 1, 0, 4});

  private static final Perceptron START = Perceptron.zeros(1, Activation.identity());
  private static final Trainer TRAINER =
      Trainer.minimizing(Loss.squaredError()).withUpdates(UpdateStrategy.batch()).withEpochs(8);
  private static final double LIMIT = TRAINER.stability(START, LINE).orElseThrow().largestRate();
  private static final double UNKNOWN = Double.POSITIVE_INFINITY;

  private static LineSearch search(double rate, int most, double limit) {
    RateSuggestion start = RateSuggestion.unconfirmed("minimum/10", rate, "so", "careful");
    return LineSearch.run(start, most, limit, TRAINER, START, LINE);
  }

  private static TriedRate lowest(List<TriedRate> all) {
    return all.stream().min(Comparator.comparing(TriedRate::objective)).orElseThrow();
  }

  private static double objective(double rate) {
    return TRAINER
        .withLearningRate(LearningRate.constant(rate))
        .fit(START, LINE)
        .history()
        .last()
        .objective();
  }

  @Test
  void eachOfThemIsATrainingWithAConstantRate() {
    for (TriedRate one : search(0.01, 4, UNKNOWN).tried()) {
      assertEquals(objective(one.learningRate()), one.objective());
    }
  }

  @Test
  void theRateThatEndsLowestIsSuggestedAndConfirmed() {
    LineSearch search = search(0.01, 30, UNKNOWN);
    RateSuggestion best = search.best();
    assertEquals("line search", best.name());
    assertTrue(best.confirmed());
    assertEquals(lowest(search.tried()).learningRate(), best.rate());
    for (double rate = 0.001; rate < LIMIT; rate *= 1.02) {
      assertTrue(objective(best.rate()) <= 1.01 * objective(rate), "than " + rate);
    }
  }

  @Test
  void theFirstRateThenSaysHowFarItIsOff() {
    LineSearch search = search(0.01, 30, UNKNOWN);
    RateSuggestion start = search.start();
    assertFalse(start.confirmed());
    assertEquals("minimum/10", start.name());
    assertTrue(
        start.caution().startsWith("in a line search its objective ended at "), start.caution());
  }

  @Test
  void aFirstRateThatCannotBeBeatenIsConfirmed() {
    double best = search(0.01, 30, UNKNOWN).best().rate();
    LineSearch search = search(best, 30, UNKNOWN);
    assertEquals(search.start(), search.best());
    assertTrue(search.start().confirmed());
    assertEquals(
        "it holds for 8 epochs at a constant rate, this start and this seed",
        search.start().caution());
  }

  @Test
  void aFirstRateThatEndsAtZeroLikeItsNeighborsIsConfirmed() {
    Dataset learned = LINE.withTargets(new double[4]);
    RateSuggestion start = RateSuggestion.unconfirmed("minimum/10", 0.01, "so", "careful");
    LineSearch search = LineSearch.run(start, 5, UNKNOWN, TRAINER.withEpochs(1), START, learned);
    assertEquals(0, search.tried().get(0).objective());
    assertTrue(search.best().confirmed());
    assertEquals(
        "so; none of 3 trainings of a line search ended more than 1% lower", search.best().how());
  }

  @Test
  void noMoreAreTriedThanAllowedAndThatIsSaid() {
    for (int most = 1; most < 6; most++) {
      LineSearch search = search(0.001, most, UNKNOWN);
      assertEquals(most, search.tried().size());
      assertEquals(lowest(search.tried()).learningRate(), search.best().rate());
      assertFalse(search.best().confirmed());
      String caution = search.best().caution();
      assertTrue(caution.contains("more trainings than " + most + " may find a better"), caution);
    }
  }

  @Test
  void ratesBeyondTheLargestStableOneAreNotEvenTried() {
    for (TriedRate one : search(0.9 * LIMIT, 16, LIMIT).tried()) {
      boolean tried = one.objective() < Double.POSITIVE_INFINITY;
      assertEquals(one.learningRate() < LIMIT, tried, one.toString());
    }
  }

  @Test
  void fromARateThatDivergesItFindsBack() {
    LineSearch search = search(1.5 * LIMIT, 16, LIMIT);
    assertTrue(search.best().rate() < LIMIT);
    assertTrue(search.best().confirmed());
    assertTrue(search.best().how().endsWith("it ended lower than with minimum/10"));
    assertTrue(search.start().caution().startsWith("in a line search it diverged, unlike "));
  }

  @Test
  void whereAllDivergeNothingIsConfirmed() {
    LineSearch search = search(1e6 * LIMIT, 5, LIMIT);
    assertEquals("all 5 trainings of a line search diverged", search.best().caution());
    assertEquals(1e6 * LIMIT, search.best().rate());
    assertFalse(search.best().confirmed());
  }
}
