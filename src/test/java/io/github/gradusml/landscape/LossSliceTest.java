package io.github.gradusml.landscape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.ParameterBlock;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.network.Network;
import io.github.gradusml.training.Objective;
import io.github.gradusml.training.Trainer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LossSliceTest {
  private static final Dataset XOR =
      Dataset.of(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, new double[] {0, 1, 1, 0});
  private static final Network ONE = network(1);
  private static final Network OTHER = network(2);
  private static final Trainer TRAINER = Trainer.minimizing(Loss.crossEntropy());
  private static final Objective OBJECTIVE = Objective.of(TRAINER, ONE, XOR);

  private static Network network(long seed) {
    return Network.of(2, Output.of(Activation.sigmoid()))
        .withHidden(3, Activation.tanh())
        .random(seed);
  }

  @Test
  void theEndsBetweenTwoModelsAreTheirObjectivesToTheLastBit() {
    for (long seed = 0; seed < 20; seed++) {
      Network a = network(seed);
      Network b = network(seed + 100);
      double[] heights = LossSlice.between(OBJECTIVE, a, b).objectives();
      assertEquals(OBJECTIVE.at(a.parameters()), heights[0]);
      assertEquals(OBJECTIVE.at(b.parameters()), heights[heights.length - 1]);
    }
  }

  @Test
  void inBetweenLieTheMeansOfBothModels() {
    LossSlice slice = LossSlice.between(OBJECTIVE, ONE, OTHER).withPoints(5);
    double[] a = ONE.parameters();
    double[] b = OTHER.parameters();
    double[] mean = new double[a.length];
    Arrays.setAll(mean, j -> (a[j] + b[j]) / 2);
    assertArrayEquals(new double[] {0, 0.25, 0.5, 0.75, 1}, slice.positions());
    // Parameters differ by a rounding each, and so does the loss, which is around 1.
    assertEquals(OBJECTIVE.at(mean), slice.objectives()[2], 1e-15);
    assertEquals(slice.objectives()[2], slice.at(0.5));
  }

  @Test
  void beyondBothModelsTheLineGoesOn() {
    LossSlice slice = LossSlice.between(OBJECTIVE, ONE, OTHER).withRange(-0.5, 1.5);
    assertEquals(-0.5, slice.positions()[0]);
    assertEquals(1.5, slice.positions()[100]);
    assertEquals(OBJECTIVE.at(OTHER.parameters()), slice.at(1));
  }

  @Test
  void alongTheGradientTheObjectiveFallsByItsSquaredLength() {
    double[] gradient = OBJECTIVE.gradient(ONE.parameters());
    LossSlice slice = LossSlice.along(OBJECTIVE, ONE, gradient, -1e-4, 1e-4).withPoints(3);
    double squared = Arrays.stream(gradient).map(g -> g * g).sum();
    double slope = (slice.objectives()[2] - slice.objectives()[0]) / 2e-4;
    // A central difference: an error of the order of the step squared, and roundings of 1e-16/1e-4.
    assertEquals(squared, slope, 1e-8);
    assertEquals(OBJECTIVE.at(ONE.parameters()), slice.objectives()[1]);
  }

  @Test
  void aRandomDirectionHasInEachBlockTheLengthOfTheModel() {
    double[] direction = LossSlice.randomDirection(ONE, 7);
    double[] theta = ONE.parameters();
    for (ParameterBlock block : ONE.blocks()) {
      double wanted = norm(theta, block);
      assertEquals(wanted, norm(direction, block), 1e-14 * wanted, block.name());
    }
    assertArrayEquals(direction, LossSlice.randomDirection(ONE, 7));
    assertTrue(!Arrays.equals(direction, LossSlice.randomDirection(ONE, 8)));
  }

  private static double norm(double[] numbers, ParameterBlock block) {
    double squares =
        Arrays.stream(numbers, block.from(), block.to()).map(number -> number * number).sum();
    return Math.sqrt(squares);
  }

  @Test
  void whatIsNoLineIsRefused() {
    double[] theta = ONE.parameters();
    Ridge.assertRefused(
        "other must have 13 parameters", () -> LossSlice.between(OBJECTIVE, ONE, Ridge.START));
    Ridge.assertRefused(
        "direction must not be 0",
        () -> LossSlice.along(OBJECTIVE, ONE, new double[theta.length], 0, 1));
    Ridge.assertRefused(
        "direction must have 13 numbers",
        () -> LossSlice.along(OBJECTIVE, ONE, new double[2], 0, 1));
    double[] nan = theta.clone();
    nan[3] = Double.NaN;
    Ridge.assertRefused(
        "direction[3] must be finite", () -> LossSlice.along(OBJECTIVE, ONE, nan, 0, 1));
    Ridge.assertRefused(
        "to must be above from", () -> LossSlice.along(OBJECTIVE, ONE, theta, 1, 1));
    LossSlice slice = LossSlice.between(OBJECTIVE, ONE, OTHER);
    Ridge.assertRefused("from must be finite", () -> slice.withRange(Double.NaN, 1));
    Ridge.assertRefused("points must be at most 100000", () -> slice.withPoints(1_000_000_000));
    Ridge.assertRefused("t must be finite", () -> slice.at(Double.NaN));
    Ridge.assertRefused(
        "model must have a parameter that is not 0",
        () -> LossSlice.randomDirection(Ridge.model(0, 0), 1));
  }
}
