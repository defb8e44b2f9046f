package io.github.gradusml.network;

import static io.github.gradusml.Rejected.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.gradusml.Rejected;
import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Output;
import io.github.gradusml.rows.Rows;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What networks refuse, and what they say to it. */
class NetworkErrorsTest {
  private static final Activation TANH = Activation.tanh();
  private static final Architecture FLAT = Network.of(2, Output.softmax(3));
  private static final Architecture DEEP = FLAT.withHidden(4, TANH);
  private static final Network NETWORK = DEEP.random(1);

  private static double[] theta(int index, double value) {
    double[] theta = new double[27];
    theta[index] = value;
    return theta;
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        with("features must be at least 1, but was 0", () -> Network.of(0, Output.softmax(3))),
        with("units must be at least 1, but was 0", () -> FLAT.withHidden(0, TANH)),
        with("units must be at least 1, but was -5", () -> new HiddenLayer(-5, TANH)),
        with(
            "activation of a hidden layer must let a gradient through, but was step, whose"
                + " derivative is 0; take Activation.tanh() or Activation.relu()",
            () -> FLAT.withHidden(3, Activation.step())),
        with(
            "activation of a hidden layer must let a gradient through, but was sign, whose"
                + " derivative is 0; take Activation.tanh() or Activation.relu()",
            () -> new HiddenLayer(3, Activation.sign())),
        with(
            "theta must have 27 parameters, as many as the layers have, but has length 26",
            () -> DEEP.withParameters(new double[26])),
        with(
            "theta must have 27 parameters, as many as the layers have, but has length 0",
            () -> NETWORK.withParameters(new double[0])),
        with(
            "theta[26] must be finite, but was NaN",
            () -> DEEP.withParameters(theta(26, Double.NaN))),
        with(
            "theta[0] must be finite, but was -Infinity",
            () -> NETWORK.withParameters(theta(0, Double.NEGATIVE_INFINITY))),
        with(
            "output must have 3 net inputs, but has 2",
            () -> NETWORK.with(new double[27], Output.softmax(2))),
        with(
            "cut must be left alone where the largest of 3 net inputs decides, but was 0.5",
            () -> NETWORK.withCut(0.5)),
        with("rows must be at least 1, but was 0", () -> NETWORK.layers(0)));
  }

  static Stream<Arguments> mistakesInRows() {
    Rows narrow = Rows.dense(2, 1, i -> new double[1]);
    return Stream.of(
        with("x must have 2 features, as the model has, but has 3", () -> hidden(1, 1, 2, 3)),
        with("x must have 2 features, as the model has, but has 0", () -> hidden(1)),
        with("x[1] must be finite, but was NaN", () -> hidden(1, 0, Double.NaN)),
        with("x[1] must be finite, but was Infinity", () -> NETWORK.predict(0, 1 / 0.0)),
        with("x must have 2 features, as the model has, but has 1", () -> NETWORK.netInputs(5)),
        with(
            "rows must have 2 features, as the model has, but has 1",
            () -> NETWORK.hiddenOutputs(1, narrow)),
        with(
            "rows must have 2 features, as the model has, but has 1",
            () -> NETWORK.classify(narrow)));
  }

  private static double[] hidden(int layer, double... x) {
    return NETWORK.hiddenOutputs(layer, x);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"mistakes", "mistakesInRows"})
  void aMistakeIsNamed(String message, Executable call) {
    assertEquals(message, Rejected.message(call));
  }

  static Stream<Arguments> places() {
    return Stream.of(
        with("layer must be from 1 to 2, but was 0", () -> NETWORK.perceptron(0, 0)),
        with("layer must be from 1 to 2, but was 3", () -> NETWORK.perceptron(3, 0)),
        with("unit must be from 0 to 3, but was 4", () -> NETWORK.perceptron(1, 4)),
        with("unit must be from 0 to 2, but was -1", () -> NETWORK.perceptron(2, -1)),
        with("layer must be from 1 to 1, but was 2", () -> hidden(2, 1, 2)),
        with("layer must be from 1 to 1, but was 0", () -> hidden(0, 1, 2)),
        with(
            "layer must be a hidden one, of which this network has none, but was 1",
            () -> FLAT.zeros().hiddenOutputs(1, 1, 2)),
        with("layer must be from 0 to 2, but was 3", () -> DEEP.units(3)),
        with("layer must be from 0 to 2, but was -1", () -> DEEP.units(-1)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("places")
  void whatIsNotThereIsNamed(String message, Executable call) {
    assertEquals(message, assertThrows(IndexOutOfBoundsException.class, call).getMessage());
  }

  static Stream<Arguments> nulls() {
    return Stream.of(
        with("output must not be null", () -> Network.of(2, null)),
        with("activation must not be null", () -> FLAT.withHidden(2, null)),
        with("initialization must not be null", () -> DEEP.random(1, null)),
        with("hiddenLayers must not be null", () -> new Architecture(2, null, Output.softmax(3))),
        with(
            "hiddenLayers[1] must not be null",
            () ->
                new Architecture(
                    2, Arrays.asList(new HiddenLayer(4, TANH), null), Output.softmax(3))),
        with("activation must not be null", () -> Initialization.of(null)),
        with("theta must not be null", () -> DEEP.withParameters(null)),
        with("theta must not be null", () -> NETWORK.with(null, DEEP.output())),
        with("output must not be null", () -> NETWORK.with(new double[27], null)),
        with("rows must not be null", () -> NETWORK.hiddenOutputs(1, (Rows) null)),
        with("x must not be null", () -> NETWORK.hiddenOutputs(1, (double[]) null)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("nulls")
  void whatIsNullIsNamed(String message, Executable call) {
    assertEquals(message, assertThrows(NullPointerException.class, call).getMessage());
  }

  @Test
  void zerosAreNoStartWhereThereAreHiddenLayers() {
    assertEquals(
        "weights must not all be 0 where there are hidden layers: equal units have equal gradients"
            + " and stay equal; take random(seed)",
        assertThrows(IllegalStateException.class, DEEP::zeros).getMessage());
  }

  @Test
  void moreParametersThanAnArrayHoldsAreRefusedWithTheirLayer() {
    assertEquals(
        "parameters must be at most 2147483639, but layer 1, 1000000 x 100000, has 100000100000",
        Rejected.message(() -> Network.of(1_000_000, Output.softmax(3)).withHidden(100_000, TANH)));
    assertEquals(
        "parameters must be at most 2147483639, but layer 2, 40000 x 40000, has 1600040000, and all"
            + " together 3200040000",
        Rejected.message(
            () ->
                Network.of(39_999, Output.of(TANH))
                    .withHidden(40_000, TANH)
                    .withHidden(40_000, TANH)));
  }

  /** Of most architectures that are too large only the numbers are wanted. */
  @Test
  void parametersBeyondTheMemoryAreRefusedWhenTheyAreMade() {
    Architecture most = Network.of(1, Output.softmax(1_073_741_819));
    assertEquals(2_147_483_638, most.parameters());
    assumeTrue(Runtime.getRuntime().maxMemory() < 16e9, "less memory than 16 GB");
    String message = assertThrows(IllegalStateException.class, most::zeros).getMessage();
    assertTrue(
        message.startsWith("parameters must fit into the memory of this JVM, at most "), message);
    assertTrue(
        message.endsWith(
            ", but are 2,147,483,638; take fewer units or classes, or start java with a larger"
                + " -Xmx"),
        message);
    assertThrows(IllegalStateException.class, () -> most.random(1));
  }
}
