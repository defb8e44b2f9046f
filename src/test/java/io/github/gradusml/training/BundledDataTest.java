package io.github.gradusml.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.data.Datasets;
import io.github.gradusml.metric.Metric;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Default settings on standardized features learn something on every bundled set. */
class BundledDataTest {
  private static final Map<String, Dataset> CLASSIFICATION = classification();

  private static Map<String, Dataset> classification() {
    Map<String, Dataset> all = new TreeMap<>();
    Dataset iris = Datasets.iris();
    Dataset digits = Datasets.digits();
    iris.classNames().forEach(name -> all.put(name, iris.oneVersusRest(name)));
    digits.classNames().forEach(name -> all.put("digit " + name, digits.oneVersusRest(name)));
    all.put("breast cancer", Datasets.breastCancer());
    all.replaceAll((name, data) -> Cases.standardized(data));
    return all;
  }

  static Stream<Arguments> cases() {
    return CLASSIFICATION.keySet().stream()
        .flatMap(name -> pairs().map(pair -> Arguments.of(name, pair)));
  }

  /** Rosenblatt's rule does not settle where no line separates the classes. */
  static Stream<Arguments> casesThatSettle() {
    return cases().filter(c -> !((Cases.Pair) c.get()[1]).loss().equals(Loss.perceptron()));
  }

  private static Stream<Cases.Pair> pairs() {
    return Stream.of(
        new Cases.Pair(Loss.crossEntropy(), Activation.sigmoid()),
        new Cases.Pair(Loss.hinge(), Activation.sign()),
        new Cases.Pair(Loss.perceptron(), Activation.step()));
  }

  @ParameterizedTest
  @MethodSource("casesThatSettle")
  void beatsTheMajorityClass(String name, Cases.Pair pair) {
    Dataset data = CLASSIFICATION.get(name);
    double ones = Arrays.stream(data.targets()).sum() / data.rows();
    Dataset rows = pair.loss().accepts(0) ? data : data.withTargets(-1, 1);
    Perceptron model =
        Trainer.minimizing(pair.loss())
            .withHistory(HistoryDetail.FINAL)
            .fit(pair.zeros(data.features()), rows)
            .model();
    double accuracy = Metric.accuracy().of(model, rows);
    assertTrue(accuracy > Math.max(ones, 1 - ones), accuracy + " of " + Math.max(ones, 1 - ones));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void predictionsLieInTheLabelSet(String name, Cases.Pair pair) {
    Dataset data = CLASSIFICATION.get(name);
    Dataset rows = pair.loss().accepts(0) ? data : data.withTargets(-1, 1);
    Perceptron model =
        Trainer.minimizing(pair.loss())
            .withEpochs(1)
            .fit(pair.zeros(data.features()), rows)
            .model();
    double[] classes = data.map(model::classify);
    assertTrue(Arrays.stream(classes).allMatch(c -> c == 0 || c == 1));
    double[] outputs = data.map(model::predict);
    double low = pair.activation().lower();
    assertTrue(Arrays.stream(outputs).allMatch(p -> p >= low && p <= 1));
  }

  /** Every step with the classes the other way round is the same, with the other sign. */
  @ParameterizedTest
  @MethodSource("cases")
  void swappingTheClassesTurnsTheSignsAndNothingElse(String name, Cases.Pair pair) {
    Dataset data = CLASSIFICATION.get(name);
    Dataset rows = pair.loss().accepts(0) ? data : data.withTargets(-1, 1);
    double sum = pair.loss().accepts(0) ? 1 : 0;
    Dataset swapped = rows.withTargets(Arrays.stream(rows.targets()).map(y -> sum - y).toArray());
    Trainer trainer = Trainer.minimizing(pair.loss()).withEpochs(3);
    double[] expected = trainer.fit(pair.zeros(data.features()), rows).model().parameters();
    double[] actual = trainer.fit(pair.zeros(data.features()), swapped).model().parameters();
    for (int j = 0; j < expected.length; j++) {
      // 0.0 − w, because a weight of a constant feature is 0 and stays 0, and not −0.
      assertEquals(0.0 - expected[j], actual[j], 0, "parameter " + j);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void namesOfClassesChangeNothing(String name, Cases.Pair pair) {
    Dataset data = CLASSIFICATION.get(name);
    Dataset rows = pair.loss().accepts(0) ? data : data.withTargets(-1, 1);
    Trainer trainer = Trainer.minimizing(pair.loss()).withEpochs(1);
    assertEquals(
        trainer.fit(pair.zeros(data.features()), rows).model(),
        trainer.fit(pair.zeros(data.features()), rows.withClassNames("ni", "peng")).model());
  }
}
