package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Model;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.update.UpdateStrategy;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who listens to a training, and schedules that react to it, hear what the history records. */
class ListenerTest {
  private static final Dataset ROWS = Cases.rows(Loss.squaredError(), 20, 2, 1);
  private static final Perceptron START = Perceptron.zeros(2, Activation.identity());

  /** Keeps all that it hears. */
  private static final class Ear implements TrainingListener {
    final List<EpochRecord> epochs = new ArrayList<>();
    final List<UpdateRecord> updates = new ArrayList<>();

    @Override
    public void epochEnded(EpochRecord epoch, Training<?> training) {
      epochs.add(epoch);
    }

    @Override
    public void updated(UpdateRecord update, Training<?> training) {
      updates.add(update);
    }
  }

  private static Trainer trainer() {
    return Trainer.minimizing(Loss.squaredError()).withEpochs(3);
  }

  @Test
  void allListenersHearAllThatIsRecorded() {
    for (HistoryDetail detail : EnumSet.range(HistoryDetail.FINAL, HistoryDetail.UPDATE)) {
      Ear one = new Ear();
      Ear other = new Ear();
      TrainingHistory history =
          trainer()
              .withHistory(detail)
              .withListener(one)
              .withListener(other)
              .fit(START, ROWS)
              .history();
      assertEquals(history.epochs(), one.epochs, detail.toString());
      assertEquals(history.updates(), one.updates, detail.toString());
      assertEquals(one.epochs, other.epochs, detail.toString());
      assertEquals(one.updates, other.updates, detail.toString());
    }
  }

  @Test
  void aListenerHearsInTheThreadThatTrains() {
    List<Thread> threads = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void epochEnded(EpochRecord epoch, Training<?> training) {
            threads.add(Thread.currentThread());
          }
        };
    trainer().withEpochs(1).withListener(listener).fit(START, ROWS);
    assertEquals(List.of(Thread.currentThread()), threads);
  }

  @Test
  void whatAListenerThrowsEndsTheTraining() {
    IllegalStateException enough = new IllegalStateException("enough");
    Ear ear = new Ear();
    TrainingListener thrower =
        new TrainingListener() {
          @Override
          public void epochEnded(EpochRecord epoch, Training<?> training) {
            if (epoch.epoch() == 2) {
              throw enough;
            }
          }
        };
    Trainer trainer = trainer().withListener(ear).withListener(thrower);
    assertSame(enough, assertThrows(IllegalStateException.class, () -> trainer.fit(START, ROWS)));
    assertEquals(2, ear.epochs.size());
  }

  @Test
  void rowsAreThoseOfAnUpdateAlone() {
    Training<Perceptron> training = trainer().begin(START, ROWS);
    assertEquals(
        "rows are those of an update, so call update() before, or ask in a listener of updates,"
            + " withHistory(HistoryDetail.UPDATE)",
        assertThrows(IllegalStateException.class, training::rows).getMessage());
  }

  /** θ ← θ − η·∇J, with the gradient of the rows that it says. */
  @Test
  void anUpdateCanBeFollowedByHand() {
    List<double[]> weights = new ArrayList<>(List.of(START.parameters()));
    TrainingListener follower =
        new TrainingListener() {
          @Override
          public void updated(UpdateRecord update, Training<?> training) {
            double[] before = weights.get(weights.size() - 1);
            double[] gradient = new double[3];
            int[] rows = training.rows();
            for (int row : rows) {
              double[] x = ROWS.row(row);
              double delta = before[0] * x[0] + before[1] * x[1] + before[2] - ROWS.target(row);
              gradient[0] += delta * x[0] / rows.length;
              gradient[1] += delta * x[1] / rows.length;
              gradient[2] += delta / rows.length;
            }
            double[] after = new double[3];
            for (int j = 0; j < 3; j++) {
              // A few roundings of numbers around 1.
              assertEquals(gradient[j], training.gradient()[j], 1e-14);
              after[j] = before[j] - update.learningRate() * training.gradient()[j];
            }
            assertArrayEquals(after, training.model().parameters());
            weights.add(after);
          }
        };
    trainer()
        .withUpdates(UpdateStrategy.miniBatch(8))
        .withHistory(HistoryDetail.UPDATE)
        .withListener(follower)
        .fit(START, ROWS);
    assertEquals(1 + 3 * 3, weights.size());
  }

  @Test
  void aListenerMayLookAtTheModelOfAnEpoch() {
    List<Model<?>> models = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void epochEnded(EpochRecord epoch, Training<?> training) {
            models.add(training.model());
          }
        };
    TrainingResult<Perceptron> result = trainer().withListener(listener).fit(START, ROWS);
    assertEquals(3, models.size());
    assertEquals(result.model(), models.get(2));
  }

  @Test
  void aListenerMustNotGoOnWithTheTraining() {
    TrainingListener pusher =
        new TrainingListener() {
          @Override
          public void epochEnded(EpochRecord epoch, Training<?> training) {
            training.epoch();
          }
        };
    Trainer trainer = trainer().withListener(pusher);
    assertEquals(
        "a listener only observes: the training that it is told of goes on by itself",
        assertThrows(IllegalStateException.class, () -> trainer.fit(START, ROWS)).getMessage());
  }

  /** A rate of the user's own that writes down the losses that it is shown. */
  private record Reacting(List<Double> shown) implements LearningRate {
    @Override
    public double at(long update, double epoch) {
      return 0.1 / (1 + shown.size());
    }

    @Override
    public LearningRate afterEpoch(int epoch, double loss) {
      List<Double> more = new ArrayList<>(shown);
      more.add(loss);
      return new Reacting(more);
    }
  }

  @Test
  void aRateThatReactsIsInForceFromTheNextEpochOn() {
    Trainer trainer = trainer().withLearningRate(new Reacting(List.of()));
    double[] rates = trainer.fit(START, ROWS).history().each(EpochRecord::learningRate);
    assertEquals(List.of(0.1, 0.1 / 2, 0.1 / 3), List.of(rates[0], rates[1], rates[2]));
  }

  @Test
  void itIsShownTheObjectiveOrTheValidationLossWhereThereIsOne() {
    Trainer trainer = trainer().withLearningRate(new Reacting(List.of()));
    TrainingResult<Perceptron> plain = trainer.fit(START, ROWS);
    assertEquals(
        plain.history().epochs().stream().map(EpochRecord::objective).toList(),
        ((Reacting) plain.end().rate()).shown());
    TrainingResult<Perceptron> validated = trainer.fit(START, ROWS, ROWS.select(4, 5));
    assertEquals(
        validated.history().epochs().stream().map(EpochRecord::validationLoss).toList(),
        ((Reacting) validated.end().rate()).shown());
  }
}
