package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.rate.LearningRate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When checkpoints are written, and what of. */
class CheckpointTest {
  private static final Dataset ROWS = TenEpochs.ROWS;
  private static final Perceptron START = TenEpochs.START;

  @TempDir private Path folder;

  /** The epochs of the checkpoints there are when each epoch is told; none is 0. */
  private List<Integer> written(Trainer trainer, Path file) {
    List<Integer> epochs = new ArrayList<>();
    TenEpochs.told(trainer, (epoch, training) -> epochs.add(TenEpochs.epochsOf(file)))
        .fit(START, ROWS);
    epochs.add(TenEpochs.epochsOf(file));
    return epochs;
  }

  @Test
  void oneIsWrittenEverySoManyEpochsAndAfterTheLast() {
    Path file = folder.resolve("new folder/checkpoint.json");
    List<Integer> epochs = written(TenEpochs.trainer().withCheckpoints(file, 4), file);
    assertEquals(List.of(0, 0, 0, 0, 4, 4, 4, 4, 8, 8, 10), epochs);
  }

  @Test
  void oneIsWrittenEverySoManySecondsAndAfterTheLastEpoch() {
    Path file = folder.resolve("checkpoint.json");
    AtomicLong seconds = new AtomicLong();
    Trainer trainer =
        TenEpochs.told(TenEpochs.trainer(), (epoch, training) -> seconds.incrementAndGet());
    Duration three = Duration.ofSeconds(3);
    trainer =
        new Trainer(
            trainer
                .settings()
                .with(
                    s ->
                        s.checkpoints =
                            CheckpointPlan.every(
                                file, three, () -> seconds.get() * 1_000_000_000)));
    assertEquals(List.of(0, 0, 0, 3, 3, 3, 6, 6, 6, 9, 10), written(trainer, file));
  }

  @Test
  void anHourHasNotGoneByYet() {
    Path file = folder.resolve("checkpoint.json");
    List<Integer> epochs =
        written(TenEpochs.trainer().withCheckpoints(file, Duration.ofHours(1)), file);
    assertEquals(List.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 10), epochs);
    assertEquals(Duration.ofDays(Long.MAX_VALUE / 86_400).toDays(), longest(file));
  }

  /** A time that no number of nanoseconds holds is one that never comes. */
  private static long longest(Path file) {
    Duration longest = Duration.ofDays(Long.MAX_VALUE / 86_400);
    TenEpochs.trainer().withCheckpoints(file, longest).fit(START, ROWS);
    return longest.toDays();
  }

  @Test
  void writingChangesNoBit() {
    Trainer trainer = TenEpochs.trainer().withHistory(HistoryDetail.UPDATE);
    SameTrainings.assertSame(
        trainer.fit(START, ROWS),
        trainer.withCheckpoints(folder.resolve("a"), 1).fit(START, ROWS),
        "with checkpoints");
  }

  @Test
  void oneThatIsSteppedWritesThemToo() {
    Path file = folder.resolve("checkpoint.json");
    Training<Perceptron> training = TenEpochs.trainer().withCheckpoints(file, 2).begin(START, ROWS);
    while (training.updates() < 3 * 2) {
      assertFalse(Files.exists(file), "three updates are an epoch");
      training.update();
    }
    assertEquals(2, TenEpochs.epochsOf(file));
  }

  @Test
  void whatIsResumedCanBeSteppedAndWritesOnAndHasItsListeners() {
    Path file = folder.resolve("checkpoint.json");
    TenEpochs.trainer().withEpochs(4).withCheckpoints(file, 4).fit(START, ROWS);
    List<Integer> told = new ArrayList<>();
    Trainer trainer =
        TenEpochs.told(TenEpochs.trainer(), (epoch, training) -> told.add(epoch.epoch()))
            .withCheckpoints(file, 3);
    Training<Perceptron> training = trainer.begin(file, START, ROWS, null);
    assertEquals(4 * 3, training.updates());
    assertEquals(0.01, training.learningRate());
    training.epoch();
    assertEquals(4, TenEpochs.epochsOf(file));
    training.epoch();
    assertEquals(6, TenEpochs.epochsOf(file));
    assertEquals(List.of(5, 6), told);
    assertEquals(6, training.result().history().epochs().size());
    assertTrue(Double.isNaN(training.result().history().epochs().get(3).seconds()));
    assertTrue(training.result().history().last().seconds() >= 0);
  }

  @Test
  void atTheEndNothingIsLeftToDo() {
    Path file = folder.resolve("checkpoint.json");
    TrainingResult<Perceptron> whole =
        TenEpochs.trainer().withCheckpoints(file, 10).fit(START, ROWS);
    Trainer fails =
        TenEpochs.told(
            TenEpochs.trainer(),
            (epoch, training) -> {
              throw new IllegalStateException("an epoch more");
            });
    SameTrainings.assertSame(whole, fails.resume(file, START, ROWS), "at once");
  }

  /** What came of a checkpoint is a result like any other. */
  @Test
  void itsResultCanBeResumedForAsManyEpochsAgain() {
    Path file = folder.resolve("checkpoint.json");
    Trainer plateau =
        TenEpochs.trainer()
            .withLearningRate(LearningRate.reduceOnPlateau(LearningRate.constant(0.5), 0.5, 1));
    TrainingResult<Perceptron> whole = plateau.withCheckpoints(file, 100).fit(START, ROWS);
    TrainingResult<Perceptron> resumed = plateau.resume(file, START, ROWS);
    SameTrainings.assertSame(
        plateau.resume(whole, ROWS), plateau.resume(resumed, ROWS), "ten epochs more");
  }

  @Test
  void nothingIsLeftBesideTheFile() throws IOException {
    TenEpochs.trainer().withCheckpoints(folder.resolve("a"), 1).fit(START, ROWS);
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(folder.resolve("a")), files.toList());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tr", "ar-EG", "hi", "de"})
  void theLanguageOfTheUserChangesNoByte(String language) throws IOException {
    Locale before = Locale.getDefault();
    Trainer trainer = TenEpochs.trainer().withEarlyStopping(EarlyStopping.onTrainingLoss(2));
    trainer.withCheckpoints(folder.resolve("a"), 5).fit(START, ROWS);
    try {
      Locale.setDefault(Locale.forLanguageTag(language));
      TrainingResult<Perceptron> there =
          trainer.withCheckpoints(folder.resolve("b"), 5).fit(START, ROWS);
      SameTrainings.assertSame(
          there, trainer.resume(folder.resolve("a"), START, ROWS), "in " + language);
    } finally {
      Locale.setDefault(before);
    }
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("a")), Files.readAllBytes(folder.resolve("b")));
  }

  @Test
  void aRangeTestTakesATrainerThatWritesThem() {
    Trainer trainer = TenEpochs.trainer().withCheckpoints(folder.resolve("a"), 1);
    trainer.withoutObservers().fit(START, ROWS);
    assertFalse(Files.exists(folder.resolve("a")));
    assertEquals(folder.resolve("a"), trainer.checkpoints().orElseThrow());
    assertTrue(trainer.withoutObservers().checkpoints().isEmpty());
  }

  @Test
  void theFileSaysWhatItIsInWords() throws IOException {
    TenEpochs.trainer().withEpochs(2).withCheckpoints(folder.resolve("a"), 1).fit(START, ROWS);
    List<String> lines = Files.readAllLines(folder.resolve("a"));
    List<String> first =
        Arrays.asList(
            "{",
            "  \"format\": \"gradus checkpoint\",",
            "  \"version\": 1,",
            "  \"epochs\": 2,",
            "  \"of epochs\": 2,",
            "  \"updates\": 6,",
            "  \"settings\": {",
            "    \"loss\": \"squared error\",");
    assertEquals(first, lines.subList(0, first.size()));
  }
}
