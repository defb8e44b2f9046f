package io.github.gradusml.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** An ONNX model as its definition says it: what it computes, node by node, without a runtime. */
final class ReadOnnx {
  private static final Map<String, DoubleUnaryOperator> OF_ONE =
      Map.of(
          "Abs", Math::abs,
          "Neg", a -> -a,
          "Exp", Math::exp,
          "Log", Math::log,
          "Tanh", Math::tanh);

  private static final Map<String, DoubleBinaryOperator> OF_TWO =
      Map.of(
          "Add",
          Double::sum,
          "Sub",
          (a, b) -> a - b,
          "Mul",
          (a, b) -> a * b,
          "Div",
          (a, b) -> a / b,
          "Max",
          Math::max,
          "Min",
          Math::min);

  private static final Map<String, DoubleBinaryOperator> COMPARING =
      Map.of(
          "Greater", (a, b) -> a > b ? 1 : 0,
          "GreaterOrEqual", (a, b) -> a >= b ? 1 : 0,
          "Less", (a, b) -> a < b ? 1 : 0,
          "Equal", (a, b) -> a == b ? 1 : 0);

  final ReadMessage file;
  final ReadMessage graph;

  /** Numbers that lie in the file. */
  final Map<String, Tensor> constants = new LinkedHashMap<>();

  private final Map<String, Tensor> values = new LinkedHashMap<>();

  ReadOnnx(byte[] bytes) {
    this.file = new ReadMessage(bytes);
    this.graph = file.message(7);
    for (ReadMessage tensor : graph.messages(5)) {
      assertNull(constants.put(tensor.text(8), Tensor.read(tensor)), "one name, one tensor");
    }
  }

  /** What comes out for rows that come in, by name. */
  Map<String, Tensor> run(double[][] rows) {
    values.clear();
    values.putAll(constants);
    double[] all = Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    String input = graph.message(11).text(1);
    values.put(input, new Tensor(Tensor.DOUBLE, new int[] {rows.length, rows[0].length}, all));
    for (ReadMessage node : graph.messages(1)) {
      List<Tensor> from = node.texts(1).stream().map(this::known).toList();
      String name = node.text(2);
      assertFalse(values.containsKey(name), "one name, one result: " + name);
      values.put(name, compute(node, from));
    }
    Map<String, Tensor> outputs = new LinkedHashMap<>();
    graph.messages(12).forEach(end -> outputs.put(end.text(1), known(end.text(1))));
    return outputs;
  }

  private Tensor known(String name) {
    assertTrue(values.containsKey(name), "made before it is taken: " + name);
    return values.get(name);
  }

  private static Tensor compute(ReadMessage node, List<Tensor> from) {
    String operator = node.text(4);
    Map<String, Long> settings = new LinkedHashMap<>();
    node.messages(5).forEach(setting -> settings.put(setting.text(1), setting.whole(3)));
    node.messages(5).forEach(setting -> assertEquals(2, setting.whole(20)));
    Tensor a = from.get(0);
    if (OF_ONE.containsKey(operator)) {
      doubles(a);
      double[] all = Arrays.stream(a.values()).map(OF_ONE.get(operator)).toArray();
      return new Tensor(Tensor.DOUBLE, a.shape(), all);
    }
    if (OF_TWO.containsKey(operator)) {
      return doubles(a).with(doubles(from.get(1)), Tensor.DOUBLE, OF_TWO.get(operator));
    }
    if (COMPARING.containsKey(operator)) {
      return doubles(a).with(doubles(from.get(1)), Tensor.BOOL, COMPARING.get(operator));
    }
    return switch (operator) {
      case "Where" -> where(a, doubles(from.get(1)), doubles(from.get(2)));
      case "Cast" -> new Tensor(settings.get("to").intValue(), a.shape(), a.values());
      case "MatMul" -> product(doubles(a), doubles(from.get(1)));
      case "Gather" -> columns(a, from.get(1), settings);
      case "Squeeze" -> squeezed(a, from.get(1));
      case "Concat" -> pair(a, from.get(1), settings);
      case "Softmax" -> softmax(doubles(a), settings);
      case "ReduceSum" -> sums(doubles(a), from.get(1));
      case "ArgMax" -> largest(doubles(a), settings);
      default -> throw new IllegalArgumentException(operator);
    };
  }

  private static Tensor doubles(Tensor tensor) {
    assertEquals(Tensor.DOUBLE, tensor.type());
    return tensor;
  }

  private static Tensor where(Tensor condition, Tensor a, Tensor b) {
    assertEquals(Tensor.BOOL, condition.type());
    Tensor first = condition.with(a, Tensor.DOUBLE, (is, value) -> is == 1 ? value : 0);
    Tensor second = condition.with(b, Tensor.DOUBLE, (is, value) -> is == 1 ? 0 : value);
    return first.with(second, Tensor.DOUBLE, Double::sum); // one of the two is 0
  }

  private static Tensor product(Tensor a, Tensor b) {
    assertEquals(a.columns(), b.rows());
    double[] all = new double[a.rows() * b.columns()];
    for (int i = 0; i < all.length; i++) {
      for (int j = 0; j < b.rows(); j++) {
        all[i] += a.at(i / b.columns(), j) * b.at(j, i % b.columns());
      }
    }
    return new Tensor(Tensor.DOUBLE, new int[] {a.rows(), b.columns()}, all);
  }

  private static Tensor columns(Tensor a, Tensor places, Map<String, Long> settings) {
    assertEquals(Map.of("axis", 1L), settings);
    int d = places.columns();
    double[] all = new double[a.rows() * d];
    Arrays.setAll(all, i -> a.values()[i / d * a.columns() + (int) places.values()[i % d]]);
    return new Tensor(a.type(), new int[] {a.rows(), d}, all);
  }

  private static void checkAxis(Tensor axis) {
    assertEquals(Tensor.INT64, axis.type());
    assertEquals(List.of(1.0), Arrays.stream(axis.values()).boxed().toList());
  }

  private static Tensor squeezed(Tensor a, Tensor axis) {
    checkAxis(axis);
    assertEquals(1, a.columns());
    return new Tensor(a.type(), new int[] {a.rows()}, a.values());
  }

  private static Tensor pair(Tensor a, Tensor b, Map<String, Long> settings) {
    assertEquals(Map.of("axis", 1L), settings);
    double[] all = new double[2 * a.rows()];
    Arrays.setAll(all, i -> (i % 2 == 0 ? a : b).at(i / 2, 0));
    return new Tensor(a.type(), new int[] {a.rows(), 2}, all);
  }

  private static Tensor softmax(Tensor z, Map<String, Long> settings) {
    assertEquals(Map.of("axis", 1L), settings);
    double[] powers = new double[z.values().length];
    int k = z.columns();
    for (int i = 0; i < powers.length; i++) {
      int row = i / k;
      double most = IntStream.range(0, k).mapToDouble(u -> z.at(row, u)).max().orElseThrow();
      powers[i] = Math.exp(z.at(row, i % k) - most);
    }
    Tensor all = new Tensor(Tensor.DOUBLE, z.shape(), powers);
    Tensor sums = sums(all, new Tensor(Tensor.INT64, new int[] {1}, new double[] {1}));
    return all.with(sums, Tensor.DOUBLE, (power, sum) -> power / sum);
  }

  private static Tensor sums(Tensor a, Tensor axis) {
    checkAxis(axis);
    double[] all = new double[a.rows()];
    for (int i = 0; i < a.values().length; i++) {
      all[i / a.columns()] += a.values()[i];
    }
    return new Tensor(Tensor.DOUBLE, new int[] {a.rows(), 1}, all);
  }

  private static Tensor largest(Tensor a, Map<String, Long> settings) {
    assertEquals(Map.of("axis", 1L, "keepdims", 0L), settings);
    double[] all = new double[a.rows()];
    for (int i = 0; i < a.values().length; i++) {
      int row = i / a.columns();
      int column = i % a.columns();
      all[row] = a.at(row, column) > a.at(row, (int) all[row]) ? column : all[row];
    }
    return new Tensor(Tensor.INT64, new int[] {a.rows()}, all);
  }
}
