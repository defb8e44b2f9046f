package io.github.gradusml.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.FittedPreparation;
import io.github.gradusml.data.Standardizer;
import io.github.gradusml.data.TargetStandardizer;
import io.github.gradusml.network.Network;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The terms of a net input: what they are, what they add up to, and what follows. */
class ExplanationTest {
  private static final FittedPreparation NONE = FittedPreparation.of(List.of());

  private static final Dataset TWO =
      Dataset.of(new double[][] {{1, 10}, {3, 30}, {5, 20}}, new double[] {0, 1, 1})
          .withFeatureNames("age", "size");

  private static double[] random(Random random, int n) {
    double[] values = new double[n];
    Arrays.setAll(values, j -> random.nextGaussian() * Math.scalb(1, random.nextInt(40) - 20));
    return values;
  }

  private static Dataset rows(Random random, int d) {
    double[][] x = {random(random, d), random(random, d), random(random, d)};
    return Dataset.of(x, new double[] {0, 1, 0});
  }

  /** As the documentation of one net input says it, with nothing of the library's. */
  private static double inFourSums(Explanation explanation) {
    double[] s = new double[4];
    List<Contribution> terms = explanation.contributions();
    for (int j = 0; j < terms.size(); j++) {
      s[j % 4] += terms.get(j).value();
    }
    return (s[0] + s[1]) + (s[2] + s[3]) + explanation.bias();
  }

  private static double oneAfterTheOther(Explanation explanation) {
    double sum = 0;
    for (Contribution term : explanation.contributions()) {
      sum += term.value();
    }
    return sum + explanation.bias();
  }

  @Test
  void theTermsOfAPerceptronAddUpToItsNetInputToTheLastBit() {
    Random random = new Random(1);
    for (int d = 1; d <= 200; d++) {
      Dataset rows = rows(random, d);
      Perceptron with = Perceptron.of(random(random, d), random(random, 1)[0], Activation.tanh());
      for (Perceptron model : List.of(with, with.withoutBias())) {
        for (FittedPreparation first : List.of(NONE, Standardizer.fit(rows))) {
          Pipeline<Perceptron> pipeline = Pipeline.of(first, model, rows);
          double z = model.netInput(first.apply(rows).row(2));
          Explanation explanation = pipeline.explain(rows.row(2));
          assertEquals(z, explanation.netInput());
          assertEquals(z, inFourSums(explanation));
          assertEquals(z, explanation.sum() + explanation.bias());
          assertEquals(pipeline.predict(rows.row(2)), explanation.prediction());
          assertEquals(-z, explanation.ofClass(0).netInput());
          assertEquals(-z, inFourSums(explanation.ofClass(0)));
          assertEquals(z, explanation.ofClass(1).netInput());
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7, 40}) // from 32 units on the model multiplies in another way
  void theTermsOfEachClassAddUpToItsNetInputToTheLastBit(int k) {
    Random random = new Random(k);
    for (Output output :
        List.of(Output.softmax(k), Output.oneVersusRest(k, Activation.identity()))) {
      for (int d : new int[] {1, 2, 5, 64, 131}) {
        Dataset rows = rows(random, d);
        Network zeros = Network.of(d, output).zeros();
        Network model = zeros.withParameters(random(random, zeros.parameters().length));
        Pipeline<Network> pipeline = Pipeline.of(NONE, model, rows);
        double[] z = model.netInputs(rows.inputs());
        for (int c = 0; c < k; c++) {
          Explanation explanation = pipeline.explain(rows.row(1)).ofClass(c);
          assertEquals(z[k + c], explanation.netInput());
          assertEquals(z[k + c], oneAfterTheOther(explanation));
        }
        int predicted = pipeline.classify(rows.row(1));
        Explanation explanation = pipeline.explain(rows.row(1));
        assertEquals(z[k + predicted], explanation.netInput());
        assertEquals("class " + predicted, explanation.subject());
        int other = predicted == 0 ? 1 : 0;
        Explanation against = explanation.against(other);
        assertEquals(z[k + predicted] - z[k + other], against.netInput());
        // each term, the bias and each partial sum is rounded, by half an ulp of what was added up
        double size = against.contributions().stream().mapToDouble(t -> Math.abs(t.value())).sum();
        double sizes = size + sizeOf(explanation) + sizeOf(explanation.ofClass(other));
        assertEquals(against.netInput(), oneAfterTheOther(against), (d + 3) * 0x1p-53 * sizes);
      }
    }
  }

  private static double sizeOf(Explanation explanation) {
    return explanation.contributions().stream().mapToDouble(t -> Math.abs(t.value())).sum()
        + Math.abs(explanation.bias());
  }

  @Test
  void aTermKnowsTheFeatureAsItWasGivenAndAsTheModelSeesIt() {
    Standardizer scaler =
        Standardizer.of(List.of("age", "size"), new double[] {3, 20}, new double[] {2, 5});
    Perceptron model = Perceptron.of(new double[] {0.5, -1}, 0.25, Activation.sigmoid());
    Explanation explanation = Pipeline.of(scaler, model, TWO).explain(7, 10);
    assertEquals(
        List.of(new Contribution("age", 7, 2, 0.5, 1), new Contribution("size", 10, -2, -1, 2)),
        explanation.contributions());
    assertEquals(3, explanation.sum());
    assertEquals(0.25, explanation.bias());
    assertEquals(3.25, explanation.netInput());
    assertEquals(Activation.sigmoid().value(3.25), explanation.prediction());
    assertEquals(explanation.prediction(), explanation.probability().orElseThrow());
    assertEquals(Optional.of("class 1"), explanation.predictedClass());
    assertEquals(OptionalDouble.empty(), explanation.calibratedNetInput());
  }

  @Test
  void aRowByNameIsExplainedAsTheSameRowByPlace() {
    Perceptron model = Perceptron.of(new double[] {0.5, -1}, 0.25, Activation.sigmoid());
    Pipeline<Perceptron> pipeline = Pipeline.of(NONE, model, TWO);
    assertEquals(
        pipeline.explain(7, 10).contributions(),
        pipeline.explain(Map.of("size", 10, "age", 7, "hair", 0)).contributions());
  }

  @Test
  void theLargestComeFirstWhicheverSignTheyHave() {
    Dataset rows = Dataset.of(new double[][] {{0, 0, 0, 0}, {1, 1, 1, 1}}, new double[] {0, 1});
    Perceptron model = Perceptron.of(new double[] {1, -3, 3, 2}, 0, Activation.sigmoid());
    Explanation explanation = Pipeline.of(NONE, model, rows).explain(1, 1, 1, 1);
    List<String> names = explanation.largest(3).stream().map(Contribution::name).toList();
    assertEquals(List.of("x1", "x2", "x3"), names);
    assertEquals(4, explanation.largest(100).size());
    assertEquals(
        "most must be at least 1, but was 0", Rejected.message(() -> explanation.largest(0)));
  }

  @Test
  void aNumberIsExplainedInUnitsOfTheModelAndToldInItsOwn() {
    Perceptron model = Perceptron.of(new double[] {1, 1}, 0, Activation.identity());
    Pipeline<Perceptron> pipeline =
        Pipeline.of(TargetStandardizer.of(100, 10), model.withCut(0), TWO);
    Pipeline<Perceptron> numbers = Pipeline.of(TargetStandardizer.of(100, 10), number(model), TWO);
    Explanation explanation = numbers.explain(1, 2);
    assertEquals(3, explanation.netInput());
    assertEquals(130, explanation.prediction());
    assertEquals("a larger number (1 adds 10.00)", explanation.subject());
    assertEquals(Optional.empty(), explanation.predictedClass());
    assertEquals(OptionalDouble.empty(), explanation.probability());
    assertEquals(
        "model must tell classes apart to be asked for one of them, but predicts a number",
        stateMessage(() -> explanation.ofClass(1)));
    assertEquals("class 1", pipeline.explain(1, 2).subject()); // it has been told where to cut
  }

  /** A model as a training on more than two targets leaves it. */
  private static Perceptron number(Perceptron model) {
    return model.with(
        model.parameters(), model.output().fittedTo(Loss.squaredError(), new double[] {1, 2, 3}));
  }

  private static String stateMessage(Executable call) {
    return assertThrows(IllegalStateException.class, call).getMessage();
  }

  @Test
  void hiddenLayersAreRefusedWithWhatToDoInstead() {
    Network deep = Network.of(2, Output.softmax(3)).withHidden(2, Activation.identity()).random(1);
    Pipeline<Network> pipeline = Pipeline.of(NONE, deep, TWO);
    assertEquals(
        "model must be linear for its net input to be a sum of one term a feature, but has layers"
            + " in which features meet; change a feature of the row and predict again to see what"
            + " it does, or explain a model without hidden layers that was trained on the same"
            + " rows",
        stateMessage(() -> pipeline.explain(1, 2)));
  }

  @Test
  void whatCannotBeComparedIsRefused() {
    Network model = Network.of(2, Output.softmax(3)).zeros();
    Explanation explanation = Pipeline.of(NONE, model, TWO).explain(1, 2);
    assertEquals(
        "other must be another class than 0, but was 0",
        Rejected.message(() -> explanation.against(0)));
    assertEquals(
        "explanation must be of one class to be compared with another, but is of class 0 and"
            + " against class 1; ofClass(number) gives that of one",
        stateMessage(() -> explanation.against(1).against(2)));
    assertEquals("class 2", explanation.against(1).ofClass(2).subject());
    assertEquals(
        "ofClass must be from 0 to 2, but was 3",
        assertThrows(IndexOutOfBoundsException.class, () -> explanation.ofClass(3)).getMessage());
    Perceptron one = Perceptron.zeros(2, Activation.sigmoid());
    assertEquals(
        "classes must have a net input each to be compared, but one net input tells both apart:"
            + " what speaks for one speaks against the other already",
        stateMessage(() -> Pipeline.of(NONE, one, TWO).explain(1, 2).against(0)));
    assertEquals(
        "x[1], \"size\", must be finite, but was NaN",
        Rejected.message(() -> Pipeline.of(NONE, one, TWO).explain(1, Double.NaN)));
    assertEquals(
        "x must have 2 features, as there were before the preparation, but has 3",
        Rejected.message(() -> Pipeline.of(NONE, one, TWO).explain(1, 2, 3)));
  }
}
