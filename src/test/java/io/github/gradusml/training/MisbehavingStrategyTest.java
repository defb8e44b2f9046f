package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.update.UpdateStrategy;
import java.util.Arrays;
import java.util.function.Consumer;
import org.apache.commons.math3.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Strategies of the user's own: what they may do, and what is refused. */
class MisbehavingStrategyTest {
  private static final Dataset ROWS = Cases.rows(Loss.squaredError(), 10, 2, 1);

  private record Mine(int size, int updates, Consumer<int[]> arrangement)
      implements UpdateStrategy {
    @Override
    public int batchSize(int rows) {
      return size;
    }

    @Override
    public int updatesPerEpoch(int rows) {
      return updates;
    }

    @Override
    public void arrange(int[] order, RandomGenerator random) {
      arrangement.accept(order);
    }

    @Override
    public String toString() {
      return "mine";
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 11, Integer.MAX_VALUE, Integer.MIN_VALUE})
  void aBatchSizeOutsideTheData(int size) {
    assertEquals(
        "batchSize must be from 1 to the number of rows, 10, but mine gave " + size,
        Rejected.message(() -> train(new Mine(size, 1, order -> {}))));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 4})
  void moreUpdatesThanThereAreBatchesOrNone(int updates) {
    assertEquals(
        "updatesPerEpoch must be from 1 to 3 for 10 rows in batches of 4, but mine gave " + updates,
        Rejected.message(() -> train(new Mine(4, updates, order -> {}))));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 10})
  void aRowThatIsNotThere(int row) {
    assertEquals(
        "order must hold row numbers from 0 to 9, but mine put " + row + " there",
        Rejected.message(() -> train(new Mine(4, 3, order -> order[5] = row))));
  }

  @Test
  void resumeLooksAsWell() {
    TrainingResult<Perceptron> first = train(UpdateStrategy.batch());
    Trainer trainer =
        Trainer.minimizing(Loss.squaredError()).withUpdates(new Mine(4, 1, order -> {}));
    assertEquals(
        "batchSize must be from 1 to the number of rows, 1, but mine gave 4",
        Rejected.message(() -> trainer.resume(first, ROWS.select(0))));
  }

  @Test
  void anEpochMaySeeSomeRowsOnly() {
    Perceptron trained = train(new Mine(4, 1, order -> {})).model();
    assertEquals(train(UpdateStrategy.batch(), ROWS.select(0, 1, 2, 3)).model(), trained);
  }

  @Test
  void aRowMayComeTwice() {
    Perceptron trained = train(new Mine(10, 1, order -> Arrays.fill(order, 3))).model();
    Perceptron one = train(UpdateStrategy.batch(), ROWS.select(3)).model();
    // The mean of ten equal gradients, rounded.
    Cases.assertClose(one.parameters(), trained.parameters(), 1e-14, "row 3 alone");
  }

  private static TrainingResult<Perceptron> train(UpdateStrategy strategy) {
    return train(strategy, ROWS);
  }

  private static TrainingResult<Perceptron> train(UpdateStrategy strategy, Dataset data) {
    return Trainer.minimizing(Loss.squaredError())
        .withUpdates(strategy)
        .withEpochs(5)
        .fit(Perceptron.zeros(2, Activation.identity()), data);
  }
}
