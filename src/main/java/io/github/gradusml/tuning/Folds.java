package io.github.gradusml.tuning;

import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Split;
import io.github.gradusml.internal.Checks;
import java.util.Iterator;
import java.util.stream.IntStream;

/**
 * The folds of some rows: each row is held out in one fold, and trained on in all others. Folds in
 * time train on the rows before those that they hold out, and hold the first ones out in none.
 *
 * <p>The rows are shuffled and dealt to the folds one by one, like cards; for stratified folds
 * class by class, so that no two folds differ by more than one row of any class, and for those by
 * group whole groups at a time. With repetitions that is done anew for each. Within a fold, rows
 * are in the order of the data.
 *
 * <p>Only row numbers are kept: the rows of a fold are copied when they are asked for.
 *
 * <pre>{@code
 * for (Split fold : CrossValidation.stratified(5).withSeed(42).folds(data)) {
 *   double score = Metric.r2().of(trainer.fit(start, fold.train()).model(), fold.test());
 * }
 * }</pre>
 *
 * @see CrossValidation
 */
public final class Folds implements Iterable<Split> {
  private final Dataset data;
  private final int perRepetition;
  private final int[][] heldOut;

  private final boolean inTime;

  Folds(Dataset data, int perRepetition, int[][] heldOut, boolean inTime) {
    this.data = data;
    this.perRepetition = perRepetition;
    this.heldOut = heldOut;
    this.inTime = inTime;
  }

  /**
   * Returns the number of folds, over all repetitions.
   *
   * @return at least 2
   */
  public int size() {
    return heldOut.length;
  }

  /**
   * Returns the number of folds of one repetition.
   *
   * @return at least 2
   */
  public int perRepetition() {
    return perRepetition;
  }

  /**
   * Returns a fold: the rows to train on, and the rows held out to score with.
   *
   * @param fold from 0; first all folds of the first repetition, then those of the next
   * @return the rows, as they are in the data
   * @throws IndexOutOfBoundsException if there is no such fold
   */
  public Split split(int fold) {
    int[] train = trainedOn(fold);
    return new Split(data.select(train), data.select(heldOut[fold]));
  }

  /** The rows that a fold trains on, ascending. */
  int[] trainedOn(int fold) {
    int[] test = heldOut[Checks.index("fold", fold, size())];
    int end = inTime ? test[0] : data.rows();
    int[] train = new int[inTime ? end : end - test.length];
    for (int row = 0, held = 0; row < end; row++) {
      if (held < test.length && test[held] == row) {
        held++;
      } else {
        train[row - held] = row;
      }
    }
    return train;
  }

  /** The rows that a fold holds out, ascending. */
  int[] heldOut(int fold) {
    return heldOut[fold].clone();
  }

  /** What a fold is called in messages, where folds are counted from 1. */
  String name(int fold) {
    String name = "fold " + (fold % perRepetition + 1) + " of " + perRepetition;
    return heldOut.length == perRepetition
        ? name
        : name + " in repetition " + (fold / perRepetition + 1);
  }

  /** Goes through the folds, and makes each when it is its turn. */
  @Override
  public Iterator<Split> iterator() {
    return IntStream.range(0, heldOut.length).mapToObj(this::split).iterator();
  }

  @Override
  public String toString() {
    return "Folds(" + heldOut.length + " of " + data.rows() + " rows)";
  }
}
