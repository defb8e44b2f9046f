package io.github.gradusml.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.training.EpochRecord;
import io.github.gradusml.training.TrainingHistory;
import io.github.gradusml.training.UpdateRecord;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PlotsTest {
  /** A line across the picture is 1000 pixels long at least, and three thick inside its rim. */
  private static final int PIXELS_OF_A_LINE = 3000;

  private static final Color FIRST = Look.color(0);
  private static final Color SECOND = Look.color(1);
  private static final Color THIRD = Look.color(2);

  private static void assertLine(boolean expected, BufferedImage image, Color color) {
    int count = Pixels.count(image, color);
    assertEquals(expected, count > PIXELS_OF_A_LINE, count + " pixels of " + color);
  }

  @Test
  void lossHasOneLineWithoutValidationRows() {
    BufferedImage image = Plots.loss(Histories.of(0.7, 0.4, 0.3)).image();
    assertLine(true, image, FIRST);
    assertLine(false, image, SECOND);
  }

  @Test
  void lossHasTwoLinesWithValidationRows() {
    double[] training = {0.7, 0.4, 0.3};
    double[] validation = {0.8, 0.6, 0.7};
    BufferedImage image = Plots.loss(Histories.of(training, validation)).image();
    assertLine(true, image, FIRST);
    assertLine(true, image, SECOND);
  }

  @Test
  void lossesHaveALineForEachTraining() {
    Map<String, TrainingHistory> trainings = new LinkedHashMap<>();
    trainings.put("batch", Histories.of(0.7, 0.6, 0.5));
    trainings.put("mini-batch", Histories.of(0.5, 0.4, 0.3));
    trainings.put("stochastic", Histories.of(0.3, 0.2, 0.1));
    BufferedImage image = Plots.losses(trainings).image();
    assertLine(true, image, FIRST);
    assertLine(true, image, SECOND);
    assertLine(true, image, THIRD);
  }

  @Test
  void anyNumberOfAnEpochCanBeDrawn() {
    Map<String, TrainingHistory> trainings = Map.of("batch", Histories.of(0.7, 0.6, 0.5));
    Plot plot = Plots.perEpoch("gradient norm", EpochRecord::gradientNorm, trainings);
    assertEquals("Plot(Gradient norm after each epoch)", plot.toString());
    assertLine(true, plot.image(), FIRST);
  }

  @Test
  void oneEpochIsSeenAsAPoint() {
    BufferedImage image = Plots.loss(Histories.of(0.7)).image();
    // A disk 18 pixels across has 254; the legend has another.
    assertTrue(Pixels.count(image, FIRST) > 300);
  }

  @Test
  void epochsOfADivergedTrainingAreLeftOut() {
    BufferedImage image =
        Plots.loss(Histories.of(0.7, 0.5, Double.NaN, Double.POSITIVE_INFINITY)).image();
    assertTrue(Pixels.count(image, FIRST) > 1000);
  }

  @Test
  void anActivationHasAValueAndADashedDerivative() {
    int both = Pixels.count(Plots.activation(Activation.sigmoid()).image(), FIRST);
    int solid = Pixels.count(lineOnly().image(), FIRST);
    assertTrue(both > 1.3 * solid && both < 1.9 * solid, both + " and " + solid);
  }

  /** The sigmoid without its derivative. */
  private static Plot lineOnly() {
    Activation flat =
        new Activation() {
          @Override
          public double value(double z) {
            return Activation.sigmoid().value(z);
          }

          @Override
          public double derivative(double z) {
            return Double.NaN;
          }
        };
    return Plots.activation(flat);
  }

  @Test
  void aStepHasAGapWhereItJumps() {
    // From 0 to 1 over the whole height; a line there would have 4 × 900 pixels.
    int step = Pixels.count(Plots.activation(-1, 1, Activation.step()).image(), FIRST);
    int flat = Pixels.count(Plots.activation(0, 1, Activation.step()).image(), FIRST);
    assertEquals(flat, step, 1000);
  }

  private static Stream<Arguments> illegalCalls() {
    TrainingHistory none = Histories.of();
    TrainingHistory zero = Histories.of(0, 0);
    Map<String, TrainingHistory> one = Map.of("batch", Histories.of(1, 2));
    return Stream.of(
        Rejected.with(
            "history must have at least one epoch to be drawn, but \"training\" has none",
            () -> Plots.loss(none)),
        Rejected.with(
            "history must have at least one epoch to be drawn, but \"batch\" has none",
            () -> Plots.losses(Map.of("batch", none))),
        Rejected.with(
            "history must have at least one update to be drawn, but \"batch\" has none;"
                + " Trainer.withHistory(HistoryDetail.UPDATE) records them",
            () -> Plots.perUpdate("loss", UpdateRecord::batchLoss, one)),
        Rejected.with("trainings must not be empty", () -> Plots.losses(Map.of())),
        Rejected.with(
            "label must not be blank", () -> Plots.perEpoch(" ", EpochRecord::dataLoss, one)),
        Rejected.with(
            "mean loss must be finite somewhere to be drawn, but is so nowhere",
            () -> Plots.loss(Histories.of(Double.NaN, Double.NaN))),
        Rejected.with(
            "mean loss must be > 0 somewhere for a logarithmic scale, but is so nowhere",
            () -> Plots.loss(zero).withLogScale()),
        Rejected.with(
            "epochs × updatesPerEpoch must be at most 10000000 to be drawn, but was 2147483647 ×"
                + " 2147483647",
            () ->
                Plots.learningRates(
                    Map.of("a", LearningRate.constant(1)), Integer.MAX_VALUE, Integer.MAX_VALUE)),
        Rejected.with("activations must be at least 1, but was 0", Plots::activation),
        Rejected.with(
            "from must be below to, but was 1.0 and 1.0",
            () -> Plots.activation(1, 1, Activation.tanh())),
        Rejected.with(
            "to must be finite, but was Infinity",
            () -> Plots.activation(0, Double.POSITIVE_INFINITY, Activation.tanh())));
  }

  @ParameterizedTest
  @MethodSource("illegalCalls")
  void anIllegalCallSaysWhatIsWrong(
      String message, org.junit.jupiter.api.function.Executable call) {
    assertEquals(message, Rejected.message(call));
  }

  @Test
  void nullIsRefusedByName() {
    NullPointerException e =
        assertThrows(NullPointerException.class, () -> Plots.loss((TrainingHistory) null));
    assertEquals("history must not be null", e.getMessage());
    Map<String, TrainingHistory> trainings = new LinkedHashMap<>();
    trainings.put("first", null);
    e = assertThrows(NullPointerException.class, () -> Plots.losses(trainings));
    assertEquals("trainings.get(\"first\") must not be null", e.getMessage());
    trainings.clear();
    trainings.put(null, Histories.of(1, 2));
    e = assertThrows(NullPointerException.class, () -> Plots.losses(trainings));
    assertEquals("a name in trainings must not be null", e.getMessage());
    e = assertThrows(NullPointerException.class, () -> Plots.activation((Activation) null));
    assertEquals("activations[0] must not be null", e.getMessage());
  }

  @Test
  void anyNumberOfAnUpdateCanBeDrawn() {
    List<UpdateRecord> updates =
        List.of(new UpdateRecord(1, 1, 0.1, 3, 2), new UpdateRecord(2, 1, 0.1, 1, 2));
    Map<String, TrainingHistory> trainings = Map.of("sgd", new TrainingHistory(List.of(), updates));
    Plot plot = Plots.perUpdate("batch loss", UpdateRecord::batchLoss, trainings);
    assertEquals("Plot(Batch loss of each update)", plot.toString());
    assertLine(true, plot.image(), FIRST);
  }

  @Test
  void theLearningRatesReachToTheEndOfTheLastEpoch() {
    Map<String, LearningRate> rates = Map.of("constant", LearningRate.constant(0.1));
    String svg = Plots.learningRates(rates, 80, 7).toSvg();
    assertTrue(svg.contains(">80<"), "80 is marked");
    assertFalse(svg.contains(">81<") || svg.contains(">90<"));
  }

  @ParameterizedTest
  @CsvSource({"-1e308, 1e308", "-1.7e308, 1.7e308", "1e307, 1.7e308", "0, 4.9e-324", "1e16, 1e17"})
  void anActivationOverAnyRangeIsDrawnAndEnds(double from, double to) {
    Plot plot = Plots.activation(from, to, Activation.identity(), Activation.step());
    assertTrue(Pixels.count(plot.image(), FIRST) > 300);
  }
}
