package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.internal.Progress;
import io.github.gradusml.optimizer.Optimizer;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.update.UpdateStrategy;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What training tells the log, beside the results that it returns. */
class LogTest {
  private static final Dataset RAW = Datasets.diabetes();
  private static final Dataset STANDARDIZED = Cases.standardized(RAW);

  private final Logger logger = (Logger) LoggerFactory.getLogger(Trainer.class);
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

  @BeforeEach
  void listen() {
    logger.setLevel(Level.INFO);
    logger.setAdditive(false);
    lines.start();
    logger.addAppender(lines);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(lines);
    logger.setAdditive(true);
    logger.setLevel(null);
  }

  @Test
  void aShortTrainingThatGoesWellTellsNothing() {
    fit(trainer(0.1), STANDARDIZED);
    assertEquals(List.of(), texts());
  }

  @Test
  void whatItCostsThatWeightsOfSparseRowsDoNotRestIsToldFirst() {
    Dataset rows = SparseCases.rows(Loss.squaredError(), 20, 1000, 5, 1);
    Trainer adam =
        Trainer.minimizing(Loss.squaredError())
            .withOptimizer(Optimizer.adam())
            .withUpdates(UpdateStrategy.miniBatch(2))
            .withEpochs(1);
    adam.fit(Perceptron.zeros(1000, Activation.identity()), rows);
    assertTrue(texts().get(0).startsWith("every update goes over all 1000 columns"));
    assertEquals(Level.INFO, lines.list.get(0).getLevel());
  }

  @Test
  void divergenceIsTold() {
    TrainingResult<Perceptron> result = fit(trainer(1), STANDARDIZED);
    assertEquals(List.of(result.divergence().orElseThrow().explanation()), texts());
  }

  @Test
  void soAreFeaturesThatAreTooLargeBeforeTraining() {
    fit(trainer(0.1), RAW);
    assertTrue(texts().get(0).startsWith("with learning rate 0.100 training will diverge"));
    assertEquals(Level.WARN, lines.list.get(0).getLevel());
  }

  @Test
  void orARateThatIsFarTooLargeForThem() {
    fit(trainer(10), STANDARDIZED);
    assertEquals(
        "with learning rate 10.0 training will diverge, since rates above 2.00 are not stable; take"
            + " a smaller one",
        texts().get(0));
  }

  @Test
  void rowsWithoutWeightDoNotCount() {
    double[][] x = {{1, -1}, {-1, 1}, {1, 1}, {1000, 1}};
    Dataset rows = Dataset.of(x, new double[] {1, 2, 3, 4}).withWeights(new double[] {1, 1, 1, 0});
    fit(trainer(0.1), rows);
    assertEquals(List.of(), texts());
  }

  @Test
  void aFewStepsAreNotWarnedOfBeforeTheyAreTaken() {
    TrainingResult<Perceptron> result = fit(trainer(10).withEpochs(1), STANDARDIZED);
    assertEquals(List.of(result.divergence().orElseThrow().explanation()), texts());
  }

  @Test
  void weightsThatNeverMovedAreTold() {
    Trainer trainer = Trainer.minimizing(Loss.squaredError()).withEpochs(3);
    trainer.fit(Perceptron.zeros(10, Activation.relu()), STANDARDIZED);
    assertTrue(
        texts().get(0).startsWith("training moved no weight, though the loss is "),
        texts().toString());
  }

  @Test
  void longWorkTellsHowFarItIsEveryFewSeconds() {
    long[] clock = {0};
    ProgressLog log = new ProgressLog(false, new Progress(10, () -> clock[0]));
    for (int epoch = 1; epoch <= 10; epoch++) {
      clock[0] += 2_000_000_000L;
      log.epochEnded(epoch, 0.1, epoch < 5 ? 0.25 : Double.NaN);
    }
    assertEquals(
        List.of(
            "epoch 3, 3 of 10 done: objective 0.250000, learning rate 0.100, 14 s left",
            "epoch 6, 6 of 10 done: learning rate 0.100, 8 s left",
            "epoch 9, 9 of 10 done: learning rate 0.100, 2 s left"),
        texts());
  }

  @Test
  void quietlyNothingIsTold() {
    TrainingResult<Perceptron> result = fit(trainer(0.1).withoutLog(), RAW);
    assertTrue(result.divergence().isPresent());
    assertEquals(List.of(), texts());
  }

  private List<String> texts() {
    return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  private static Trainer trainer(double rate) {
    return Trainer.minimizing(Loss.squaredError())
        .withUpdates(UpdateStrategy.batch())
        .withLearningRate(LearningRate.constant(rate));
  }

  private static TrainingResult<Perceptron> fit(Trainer trainer, Dataset data) {
    return trainer.fit(Perceptron.zeros(data.features(), Activation.identity()), data);
  }
}
