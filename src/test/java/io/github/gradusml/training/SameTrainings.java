package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gradusml.core.Model;
import io.github.gradusml.data.Dataset;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.IntStream;

/** Compares a training that was resumed from a checkpoint with one that was never stopped. */
final class SameTrainings {
  private SameTrainings() {}

  /**
   * Resumes at the beginning and after every epoch: each comes to the same end, and to a last
   * checkpoint of the same bytes. Returns the result.
   *
   * @param name tells this training from others
   */
  static <M extends Model<M>> TrainingResult<M> resumedAtEveryEpoch(
      String name, Trainer trainer, M start, Dataset data, Dataset validation) {
    TrainingResult<M> whole = trainer.fit(start, data, validation);
    CheckpointFile file = new CheckpointFile(trainer.settings(), start, data, validation);
    byte[] end = whole.divergence().isPresent() ? null : bytes(file, whole.end());
    Training<M> stepped = trainer.begin(start, data, validation);
    boolean goesOn = true;
    while (goesOn) {
      String at = name + ", resumed after epoch " + stepped.epochs();
      byte[] stand = bytes(file, stepped.checkpoint());
      Training<M> resumed =
          new Training<>(trainer.settings(), start, data, validation, read(file, stand));
      assertEquals(stepped.epochs(), resumed.epochs(), at);
      assertArrayEquals(stand, bytes(file, resumed.checkpoint()), at);
      TrainingResult<M> result = resumed.run();
      assertSame(whole, result, at);
      if (end != null && stepped.epochs() % 7 == 3) { // often enough
        assertArrayEquals(end, bytes(file, result.end()), at);
      }
      goesOn = stepped.goesOn();
      if (goesOn) {
        stepped.epoch();
        goesOn = stepped.goesOn() || end != null; // one that has diverged has no checkpoint
      }
    }
    return whole;
  }

  private static byte[] bytes(CheckpointFile file, Checkpoint checkpoint) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      file.write(out, checkpoint);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Checkpoint read(CheckpointFile file, byte[] bytes) {
    return file.read(new ByteArrayInputStream(bytes));
  }

  static void assertSame(TrainingResult<?> whole, TrainingResult<?> resumed, String at) {
    assertArrayEquals(
        Cases.bits(whole.lastFiniteModel()), Cases.bits(resumed.lastFiniteModel()), at);
    assertEquals(
        whole.lastFiniteModel().output().toString(),
        resumed.lastFiniteModel().output().toString(),
        at);
    assertEquals(
        whole.lastFiniteModel().output().cut(), resumed.lastFiniteModel().output().cut(), at);
    assertColumns(whole.history().columns(), resumed.history().columns(), at);
    assertColumns(whole.history().metrics(), resumed.history().metrics(), at);
    assertEquals(whole.history().updates(), resumed.history().updates(), at);
    assertEquals(whole.stopReason(), resumed.stopReason(), at);
    assertEquals(whole.epochs(), resumed.epochs(), at);
    assertEquals(whole.updates(), resumed.updates(), at);
    assertEquals(whole.oscillation(), resumed.oscillation(), at);
    assertEquals(whole.divergence(), resumed.divergence(), at);
    assertEquals(whole.findings(), resumed.findings(), at);
  }

  private static void assertColumns(
      Map<String, double[]> expected, Map<String, double[]> actual, String at) {
    assertEquals(expected.keySet(), actual.keySet(), at);
    expected.forEach(
        (name, column) ->
            assertArrayEquals(Cases.bits(column), Cases.bits(actual.get(name)), at + ", " + name));
  }

  /** Weights of 1 and 2 in turn, and of 0 for every seventh row. */
  static Dataset weighted(Dataset data) {
    return data.withWeights(
        IntStream.range(0, data.rows()).mapToDouble(i -> i % 7 == 3 ? 0 : 1 + i % 2).toArray());
  }
}
