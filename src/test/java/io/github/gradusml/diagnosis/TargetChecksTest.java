package io.github.gradusml.diagnosis;

import static io.github.gradusml.diagnosis.RowsVerdicts.normal;
import static io.github.gradusml.diagnosis.RowsVerdicts.numbers;
import static io.github.gradusml.diagnosis.RowsVerdicts.of;
import static io.github.gradusml.diagnosis.RowsVerdicts.text;
import static io.github.gradusml.diagnosis.RowsVerdicts.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.network.Network;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.Verdict;
import io.github.gradusml.update.UpdateStrategy;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Targets: one column that gives them away, classes that are rare, and rows in their order. */
class TargetChecksTest {
  private static final String GIVEAWAY = "GIVEAWAY_COLUMN";
  private static final String UNBALANCED = "UNBALANCED_CLASSES";
  private static final String UNSHUFFLED = "UNSHUFFLED_ROWS";

  private static final double[][] X = normal(100, 3, 1);

  /** A third of the rows, or one in fifteen, or the first half. */
  private static double[] everyThird() {
    return targets(i -> i % 3 == 0);
  }

  private static double[] targets(IntPredicate isOne) {
    return IntStream.range(0, 100).mapToDouble(i -> isOne.test(i) ? 1 : 0).toArray();
  }

  private static Verdict inOrder(UpdateStrategy updates, double[] y) {
    Perceptron start = Perceptron.zeros(3, Activation.identity());
    Dataset data = Dataset.of(X, y);
    return Patient.of(RowsVerdicts.SHORT.withUpdates(updates), start, data)
        .diagnose()
        .verdict(UNSHUFFLED);
  }

  @Test
  void aColumnMadeFromTheTargetIsNamed() {
    double[] y = numbers(100);
    assertEquals(
        "the column \"x2\" alone gives the target away: it leaves less than 0.2% of the target's"
            + " variance open, and any other column at least 97%. Was it made from the target, or is"
            + " it known only afterwards? If so, do without: train on"
            + " FeatureSelection.without(train, \"x2\").apply(train), from a start of 2 features.",
        text(of(GIVEAWAY, with(X, 2, i -> 3 * y[i] - 7), y), GIVEAWAY));
  }

  @Test
  void aColumnThatIsTheClassInOtherNumbersIsNamed() {
    Verdict verdict = of(GIVEAWAY, with(X, 2, i -> i % 3 == 0 ? 7 : 8), everyThird());
    assertTrue(text(verdict, GIVEAWAY).contains("sorted by it, less than 0.2% of the rows"));
  }

  @Test
  void ofTwoColumnsOneMayBeAllThatMatters() {
    double[] y = numbers(100);
    Verdict verdict = of(GIVEAWAY, with(normal(100, 2, 1), 1, i -> y[i]), y);
    assertEquals("not applicable: fewer than 3 columns vary", verdict.toString());
  }

  @Test
  void aColumnThatIsMerelyTheBestOfSeveralGoodOnesIsFine() {
    double[] y = numbers(100);
    double[][] x = with(X, 2, i -> y[i]);
    assertFalse(of(GIVEAWAY, with(x, 1, i -> y[i] + 0.05 * X[i][1]), y).isFound());
    assertFalse(of(GIVEAWAY, with(X, 2, i -> y[i] + 0.05 * X[i][2]), y).isFound());
  }

  @Test
  void whereTargetsDoNotDifferNothingIsGivenAway() {
    String few = "not applicable: too few rows have a target of their own";
    assertEquals(few, of(GIVEAWAY, X, targets(i -> false)).toString());
    assertEquals(few, of(GIVEAWAY, X, targets(i -> i < 4)).toString());
    double[] y = numbers(49);
    assertEquals(
        "not applicable: fewer than 50 rows count", of(GIVEAWAY, normal(49, 3, 1), y).toString());
  }

  @Test
  void aRareClassThatIsNotRecognizedIsNamedWithItsShareAndRecall() {
    Dataset data = Dataset.of(X, targets(i -> i % 15 == 0)).withClassNames("well", "ill");
    assertEquals(
        "the class of target 1.0 (\"ill\") has 7.0% of all that counts, and of it the model"
            + " recognizes 0.0% (recall), though 93% of all rows are right: the mean loss hardly"
            + " feels a class so rare. Let every class count the same: train on"
            + " train.withBalancedClasses().",
        text(of(UNBALANCED, data), UNBALANCED));
    assertEquals("clear", of(UNBALANCED, data.withBalancedClasses()).toString());
  }

  @Test
  void aRareClassThatIsRecognizedIsFine() {
    double[] y = targets(i -> i % 15 == 0);
    Dataset data = Dataset.of(with(X, 0, i -> 3 * y[i]), y);
    Patient patient =
        Patient.of(
            RowsVerdicts.SHORT.withLearningRate(LearningRate.constant(0.1)).withEpochs(200),
            Perceptron.zeros(3, Activation.identity()),
            data);
    assertEquals("clear", patient.diagnose().verdict(UNBALANCED).toString());
  }

  @Test
  void ofFourRowsOfAClassNothingIsSaid() {
    assertTrue(of(UNBALANCED, X, targets(i -> i < 5)).isFound());
    assertEquals("clear", of(UNBALANCED, X, targets(i -> i < 4)).toString());
  }

  @Test
  void ofSeveralClassesARareOneIsFound() {
    double[] y = IntStream.range(0, 100).mapToDouble(i -> i < 5 ? 2 : i % 2).toArray();
    Patient patient =
        Patient.of(
            RowsVerdicts.SHORT.withLearningRate(LearningRate.constant(0.1)),
            Network.of(3, Output.softmax(3)).zeros(),
            Dataset.of(with(X, 0, i -> y[i] == 1 ? 1 : -1), y));
    Patient cross = patient.with(crossEntropy(patient));
    assertTrue(cross.diagnose().finding(UNBALANCED).orElseThrow().text().contains("target 2.0"));
  }

  private static Trainer crossEntropy(Patient patient) {
    return Trainer.minimizing(Loss.crossEntropy())
        .withLearningRate(patient.trainer().learningRate());
  }

  @Test
  void withoutClassesNoneIsRare() {
    assertEquals(
        "not applicable: it tells no classes apart", of(UNBALANCED, X, numbers(100)).toString());
    assertEquals(
        "not applicable: all rows are of one class",
        of(UNBALANCED, X, targets(i -> true)).toString());
  }

  @Test
  void sortedRowsThatAreNotShuffledAreFound() {
    double[] sorted = targets(i -> i >= 50);
    Verdict verdict = inOrder(UpdateStrategy.miniBatch(20).withoutShuffling(), sorted);
    assertEquals(
        "rows come in an order in which like follows like: 80% of the variance of the targets lies"
            + " between stretches of 20 rows one behind the other, and in a random order about 5.0%"
            + " would. Each update undoes what the last ones did for other rows. Have the rows"
            + " shuffled in every epoch: withUpdates(UpdateStrategy.miniBatch(20)).",
        text(verdict, UNSHUFFLED));
    assertEquals("clear", inOrder(UpdateStrategy.miniBatch(20), sorted).toString());
  }

  @Test
  void onlineLearningOnSortedTargetsIsFoundAndKeepsToOneRow() {
    double[] sorted = numbers(100);
    Arrays.sort(sorted);
    Verdict verdict = inOrder(UpdateStrategy.stochastic().withoutShuffling(), sorted);
    assertTrue(text(verdict, UNSHUFFLED).endsWith("withUpdates(UpdateStrategy.stochastic())."));
    assertEquals("clear", inOrder(UpdateStrategy.stochastic(), sorted).toString());
  }

  @Test
  void shortBatchesStayLeftOut() {
    UpdateStrategy updates = UpdateStrategy.miniBatch(30).withoutShortBatch().withoutShuffling();
    String text = text(inOrder(updates, targets(i -> i >= 30)), UNSHUFFLED);
    assertTrue(text.endsWith("UpdateStrategy.miniBatch(30).withoutShortBatch())."), text);
  }

  @Test
  void classesThatTakeTurnsNeedNoShuffling() {
    UpdateStrategy updates = UpdateStrategy.miniBatch(20).withoutShuffling();
    assertEquals("clear", inOrder(updates, everyThird()).toString());
    assertEquals("clear", inOrder(updates, targets(i -> true)).toString());
  }

  /** Shuffled once, or a curriculum: what counts is the order in which rows come. */
  @Test
  void aStrategyOfOnesOwnThatSortsIsFound() {
    UpdateStrategy byParity =
        new UpdateStrategy() {
          @Override
          public int batchSize(int rows) {
            return 10;
          }

          @Override
          public void arrange(int[] order, RandomGenerator random) {
            Arrays.setAll(order, k -> k < 50 ? 2 * k : 2 * k - 99);
          }
        };
    assertTrue(inOrder(byParity, targets(i -> i % 2 == 0)).isFound());
    assertFalse(inOrder(byParity, targets(i -> i % 4 < 2)).isFound());
  }

  @Test
  void whereAnUpdateLooksAtAllRowsOrThereAreFewTheOrderDoesNotMatter() {
    assertEquals(
        "not applicable: an update looks at all rows",
        inOrder(UpdateStrategy.batch(), targets(i -> i >= 50)).toString());
    Dataset few = Dataset.of(normal(39, 1, 1), numbers(39));
    assertEquals("not applicable: there are fewer than 40 rows", of(UNSHUFFLED, few).toString());
  }
}
