package io.github.gradusml.pipeline;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A graph of ONNX while it is drawn: each node is behind those that it takes from, and every number
 * is a double, but for classes and places.
 *
 * <p>Source: ONNX, onnx.proto, for the numbers of fields and types, and Operators, for what a node
 * does: https://onnx.ai/onnx/.
 */
final class OnnxGraph {
  static final int INT64 = 7;
  static final int DOUBLE = 11;

  private static final int WHOLE_NUMBER = 2;

  private final Protobuf nodes = new Protobuf();
  private final Protobuf tensors = new Protobuf();
  private final Protobuf inputs = new Protobuf();
  private final Protobuf outputs = new Protobuf();
  private final Set<String> names = new HashSet<>();

  /** Names of numbers by their bits, which tell −0 from 0. */
  private final Map<Long, String> numbers = new HashMap<>();

  /** The place of the axis of columns; null while nobody asked for it. */
  private String columns;

  /** The names that are taken get a number at their end. */
  private String unique(String name) {
    String own = name;
    for (int i = 2; !names.add(own); i++) {
      own = name + "_" + i;
    }
    return own;
  }

  /**
   * Adds a node.
   *
   * @param operator what it does
   * @param name what its result is called
   * @param from the names of what it takes
   * @return the name of its result
   */
  String node(String operator, String name, String... from) {
    return node(new Protobuf(), operator, name, from);
  }

  /** Adds a node with settings that are whole numbers, by name. */
  String node(String operator, Map<String, Integer> settings, String name, String... from) {
    Protobuf attributes = new Protobuf();
    new TreeMap<>(settings) // one order everywhere
        .forEach(
            (setting, value) ->
                attributes.with(
                    5, new Protobuf().with(1, setting).with(3, value).with(20, WHOLE_NUMBER)));
    return node(attributes, operator, name, from);
  }

  private String node(Protobuf attributes, String operator, String name, String... from) {
    String own = unique(name);
    Protobuf node = new Protobuf();
    for (String input : from) {
      node.with(1, input);
    }
    nodes.with(1, node.with(2, own).with(3, own).with(4, operator).withFieldsOf(attributes));
    return own;
  }

  /** A number, there once for all nodes that take it. */
  String number(double value) {
    return numbers.computeIfAbsent(
        Double.doubleToRawLongBits(value), bits -> tensor("number", new double[] {value}, 0));
  }

  /**
   * Adds numbers.
   *
   * @param name what they are called
   * @param values holds them
   * @param at where they begin
   * @param shape how many there are along each axis; no axis for a single number
   * @return the name
   */
  String tensor(String name, double[] values, int at, int... shape) {
    Protobuf tensor = new Protobuf();
    long count = 1;
    for (int length : shape) {
      tensor.with(1, length);
      count *= length;
    }
    OnnxModel.checkLength(tensors.length() + count * Double.BYTES);
    String own = unique(name);
    tensor.with(2, DOUBLE).with(8, own).withDoubles(9, values, at, (int) count);
    tensors.with(5, tensor);
    return own;
  }

  /** Adds places: numbers of columns or axes. */
  String places(String name, long... values) {
    String own = unique(name);
    Protobuf tensor = new Protobuf().with(1, values.length).with(2, INT64).with(8, own);
    tensors.with(5, tensor.withLongs(9, values));
    return own;
  }

  /** The place of the axis that runs along the columns, there once for all nodes that take it. */
  String axisOfColumns() {
    columns = columns == null ? places("axis_of_columns", 1) : columns;
    return columns;
  }

  /** Takes the axis of columns away from one column, which leaves a number a row. */
  String oneColumn(String name, String from) {
    return node("Squeeze", name, from, axisOfColumns());
  }

  /** Says what comes in: doubles, a row of some columns each. */
  String input(String name, int columns, String text) {
    inputs.with(11, value(unique(name), DOUBLE, text, columns));
    return name;
  }

  /** Says that a result comes out: a row of some columns each, or one number a row. */
  void output(String name, int type, String text, int... columns) {
    outputs.with(12, value(name, type, text, columns));
  }

  private static Protobuf value(String name, int type, String text, int... columns) {
    Protobuf shape = new Protobuf().with(1, new Protobuf().with(2, "rows"));
    for (int count : columns) {
      shape.with(1, new Protobuf().with(1, count));
    }
    Protobuf tensor = new Protobuf().with(1, type).with(2, shape);
    return new Protobuf().with(1, name).with(2, new Protobuf().with(1, tensor)).with(3, text);
  }

  /** The graph with all that was added. */
  Protobuf message(String name) {
    return new Protobuf()
        .withFieldsOf(nodes)
        .with(2, name)
        .withFieldsOf(tensors)
        .withFieldsOf(inputs)
        .withFieldsOf(outputs);
  }
}
