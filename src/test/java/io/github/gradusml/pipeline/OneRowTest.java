package io.github.gradusml.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Model;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.FittedPreparation;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.data.TargetStandardizer;
import io.github.gradusml.network.Network;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One row is predicted as many are, whatever shorter way there is for it. */
class OneRowTest {
  private static final double MAX = Double.MAX_VALUE;
  private static final Dataset DATA =
      Dataset.of(new double[][] {{1, 200}, {3, 500}, {4, 300}}, new double[] {10, 30, 50});

  /** Standardizes features and targets in one step. */
  private record Own(Standardizer features, TargetStandardizer own) implements FittedPreparation {
    @Override
    public Dataset apply(Dataset data) {
      return own.apply(features.apply(data));
    }

    @Override
    public Optional<TargetStandardizer> targets() {
      return Optional.of(own);
    }
  }

  static List<Preparation> thoseOfFeaturesAndTargetsAtOnce() {
    Preparation both = Preparation.standardizing().andThen(Preparation.standardizingTargets());
    return List.of(
        both,
        both.named("both"),
        Preparation.standardizingTargets().andThen(Preparation.standardizing().named("features")),
        train -> new Own(Standardizer.fit(train), TargetStandardizer.fit(train)));
  }

  @ParameterizedTest
  @MethodSource("thoseOfFeaturesAndTargetsAtOnce")
  void aRowIsPreparedByWhateverStandardizesTargetsToo(Preparation preparation) {
    Perceptron model = Perceptron.of(new double[] {0.5, 2}, 0.25, Activation.identity());
    Pipeline<Perceptron> pipeline = Pipeline.of(preparation.fit(DATA), model, DATA);
    double[] all = pipeline.predict(DATA);
    for (int i = 0; i < DATA.rows(); i++) {
      assertEquals(all[i], pipeline.predict(DATA.row(i)));
    }
  }

  /** A name hides nothing from a report, a file or the shorter way. */
  @Test
  void aNamedPreparationStillTellsWhatItIsMadeOf() {
    Preparation both = Preparation.standardizing().andThen(Preparation.standardizingTargets());
    FittedPreparation fitted = both.named("both").fit(DATA);
    assertEquals(both.fit(DATA).steps(), fitted.steps());
    assertEquals("both", fitted.toString());
    Preparation own = train -> rows -> rows;
    assertEquals("own", own.named("own").fit(DATA).steps().get(0).toString());
  }

  private static Pipeline<?> plain(Model<?> model) {
    return plainOf(model);
  }

  @SuppressWarnings({"rawtypes", "unchecked"}) // of whatever kind the model is
  private static Pipeline<?> plainOf(Model model) {
    return Pipeline.of(FittedPreparation.of(List.of()), model, DATA);
  }

  /** ∞ − ∞ would be taken for class 0. */
  @Test
  void aNetInputThatIsNoNumberIsRefusedByEveryMethod() {
    Perceptron one = Perceptron.of(new double[] {MAX, MAX}, 0, Activation.sigmoid());
    double[] theta = {MAX, 1, MAX, 1, 0, 0};
    Network two = Network.of(2, Output.softmax(2)).withParameters(theta);
    double[] row = {2, -2};
    Dataset rows = Dataset.of(new double[][] {{0, 0}, row}, new double[2]);
    for (Model<?> model : List.of(one, two)) {
      Pipeline<?> pipeline = plain(model);
      for (Executable call :
          List.<Executable>of(
              () -> pipeline.predict(row),
              () -> pipeline.probabilities(row),
              () -> pipeline.classify(row),
              () -> pipeline.explain(row))) {
        assertEquals(refusedOfRow(0), Rejected.message(call));
      }
      assertEquals(refusedOfRow(1), Rejected.message(() -> pipeline.predict(rows)));
      assertEquals(refusedOfRow(1), Rejected.message(() -> pipeline.classify(rows)));
    }
  }

  private static String refusedOfRow(int row) {
    return "net input of row "
        + row
        + " must be a number, but was NaN: its features are too large for the weights of the model;"
        + " look for a typing error or another unit in them";
  }

  /** Its own intercept is all that a slope of 0 leaves. */
  @Test
  void aCalibrationThatBelievesNoNetInputDoesNotBelieveInfiniteOnes() {
    Perceptron one = Perceptron.of(new double[] {MAX, 0}, 0, Activation.sigmoid());
    Pipeline<?> pipeline = plain(one).withCalibration(new Calibration(0, 0));
    assertEquals(0.5, pipeline.predict(-2, 0));
    assertArrayEquals(new double[] {0.5, 0.5}, pipeline.probabilities(2, 0));
    assertEquals(0, pipeline.explain(2, 0).calibratedNetInput().orElseThrow());
  }
}
