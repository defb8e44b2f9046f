package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.network.Network;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is resumed must have been begun with the same; what differs is said. */
class CheckpointRefusedTest {
  private static final Dataset ROWS = HalfwayTraining.ROWS;
  private static final Dataset OTHERS = HalfwayTraining.OTHERS;
  private static final Perceptron START = HalfwayTraining.START;

  @TempDir private static Path folder;
  private static Path file;

  private static Trainer trainer() {
    return HalfwayTraining.trainer();
  }

  @BeforeAll
  static void checkpoint() {
    file = HalfwayTraining.savedIn(folder);
  }

  private static void assertSays(String expected, Trainer trainer, Dataset data, Dataset others) {
    assertEquals(
        "checkpoint " + file + " cannot be resumed: " + expected,
        Rejected.message(() -> trainer.resume(file, START, data, others)));
  }

  @Test
  void theSameIsTaken() {
    SameTrainings.assertSame(
        trainer().fit(START, ROWS, OTHERS),
        trainer().resume(file, START, ROWS, OTHERS),
        "as it was");
  }

  private static Stream<Arguments> otherRows() {
    int[] turned = IntStream.range(0, 20).map(i -> 19 - i).toArray();
    double[] targets = ROWS.targets();
    targets[19] = Math.nextUp(targets[19]);
    return Stream.of(
        Arguments.of("its features are others", ROWS.select(turned)),
        Arguments.of("its targets are others", ROWS.withTargets(targets)),
        Arguments.of("the weights of its rows are others", SameTrainings.weighted(ROWS)));
  }

  @ParameterizedTest
  @MethodSource("otherRows")
  void otherRowsToTrainOn(String expected, Dataset rows) {
    assertSays(
        "data must be the rows that the checkpoint was made with, in their order, but " + expected,
        trainer(),
        rows,
        OTHERS);
  }

  @Test
  void otherNamesOfFeatures() {
    String[] names = {"height", "width"};
    assertSays(
        "data must be the rows that the checkpoint was made with, in their order, but the names of"
            + " its features are others",
        trainer(),
        ROWS.withFeatureNames(names),
        OTHERS.withFeatureNames(names));
  }

  @Test
  void moreRows() {
    int[] twice = IntStream.range(0, 40).map(i -> i % 20).toArray();
    assertSays(
        "data must have 20 rows, as in the checkpoint, but has 40",
        trainer(),
        ROWS.select(twice),
        OTHERS);
  }

  @Test
  void otherRowsToMeasureWith() {
    assertSays(
        "validation must have 7 rows, as in the checkpoint, but has 20", trainer(), ROWS, ROWS);
    assertSays(
        "validation must be the rows that the checkpoint was made with, but was not given",
        trainer(),
        ROWS,
        null);
    Path without = folder.resolve("without");
    trainer().begin(START, ROWS).saveCheckpoint(without);
    assertEquals(
        "checkpoint "
            + without
            + " cannot be resumed: validation must not be given, as to the training of the"
            + " checkpoint, but was",
        Rejected.message(() -> trainer().resume(without, START, ROWS, OTHERS)));
  }

  @Test
  void anotherModel() {
    Trainer trainer = trainer();
    String other = "cannot be resumed: start must be the model that the training began with, ";
    Perceptron trained = trainer.fit(START, ROWS).model();
    assertEquals(
        "checkpoint "
            + file
            + " "
            + other
            + "but has other weights, or another cut; give the one that fit was given, not what"
            + " came of it",
        Rejected.message(() -> trainer.resume(file, trained, ROWS, OTHERS)));
    Perceptron tanh = Perceptron.random(2, Activation.tanh(), 3);
    assertEquals(
        "checkpoint " + file + " " + other + "identity, but was tanh",
        Rejected.message(() -> trainer.resume(file, tanh, ROWS, OTHERS)));
    Network network = Network.of(2, Output.of(Activation.identity())).random(3);
    assertEquals(
        "checkpoint " + file + " " + other + "Perceptron, but was Network",
        Rejected.message(() -> trainer.resume(file, network, ROWS, OTHERS)));
    assertTrue(
        Rejected.message(() -> trainer.resume(file, START.withoutBias(), ROWS, OTHERS))
            .contains(other));
  }

  @Test
  void anotherHiddenActivation() {
    Path hidden = folder.resolve("hidden");
    Network tanh =
        Network.of(2, Output.of(Activation.identity())).withHidden(3, Activation.tanh()).random(3);
    Network relu =
        Network.of(2, Output.of(Activation.identity())).withHidden(3, Activation.relu()).random(3);
    trainer().begin(tanh, ROWS).saveCheckpoint(hidden);
    String message = Rejected.message(() -> trainer().resume(hidden, relu, ROWS));
    assertTrue(message.contains("tanh") && message.contains("but was layer 1"), message);
  }

  @Test
  void aTrainingThatGoesOnFromAResultWritesNone() {
    TrainingResult<Perceptron> result = trainer().fit(START, ROWS);
    Trainer writing = trainer().withCheckpoints(file, 1);
    assertEquals(
        "a training that goes on from a result must write no checkpoints, but its trainer would; go"
            + " on from a checkpoint in its place, or take the trainer without them",
        Rejected.message(() -> writing.resume(result, ROWS)));
  }

  @Test
  void aFileThatIsNotThere() {
    Path none = folder.resolve("none");
    UncheckedIOException e =
        assertThrows(UncheckedIOException.class, () -> trainer().resume(none, START, ROWS, OTHERS));
    assertEquals(
        "file " + none + " cannot be read: there is no such file or folder", e.getMessage());
  }
}
