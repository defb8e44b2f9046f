package io.github.gradusml.rangetest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.gradusml.update.UpdateStrategy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;

class ShortEpochsTest {
  private final RandomGenerator random = new Well19937c(1);

  /** The rows of the batches of one piece after the other. */
  private List<List<Integer>> pieces(UpdateStrategy strategy, int rows, int batches, int count) {
    ShortEpochs epochs = new ShortEpochs(strategy, batches);
    List<List<Integer>> pieces = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      int[] order = IntStream.range(0, rows).toArray(); // as a trainer hands it over
      epochs.arrange(order, random);
      List<Integer> piece = new ArrayList<>();
      int used = Math.min(rows, epochs.updatesPerEpoch(rows) * epochs.batchSize(rows));
      for (int i = 0; i < used; i++) {
        piece.add(order[i]);
      }
      pieces.add(piece);
    }
    return pieces;
  }

  @Test
  void anEpochIsTakenPieceByPiece() {
    assertEquals(
        List.of(List.of(0, 1), List.of(2, 3), List.of(4, 5), List.of(0, 1)),
        pieces(UpdateStrategy.miniBatch(2).withoutShuffling(), 6, 1, 4));
  }

  @Test
  void aPieceMayHaveSeveralBatches() {
    assertEquals(
        List.of(List.of(0, 1, 2, 3), List.of(4, 5, 6, 7), List.of(0, 1, 2, 3)),
        pieces(UpdateStrategy.miniBatch(2).withoutShuffling(), 8, 2, 3));
  }

  @Test
  void aPieceThatReachesBeyondTheLastRowIsFilledUpWithTheFirst() {
    assertEquals(
        List.of(List.of(0, 1), List.of(2, 3), List.of(4, 0), List.of(0, 1)),
        pieces(UpdateStrategy.miniBatch(2).withoutShuffling(), 5, 1, 4));
  }

  @Test
  void anEpochIsShuffledOnceAndTheNextAnew() {
    List<List<Integer>> pieces = pieces(UpdateStrategy.miniBatch(25), 100, 1, 8);
    List<Integer> one = pieces.subList(0, 4).stream().flatMap(List::stream).toList();
    List<Integer> next = pieces.subList(4, 8).stream().flatMap(List::stream).toList();
    assertEquals(100, new HashSet<>(one).size());
    assertEquals(100, new HashSet<>(next).size());
    assertNotEquals(one, next);
  }

  @Test
  void allRowsAreOnePiece() {
    assertEquals(
        List.of(List.of(0, 1, 2), List.of(0, 1, 2)), pieces(UpdateStrategy.batch(), 3, 1, 2));
  }
}
