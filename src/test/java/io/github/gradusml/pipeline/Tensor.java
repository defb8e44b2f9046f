package io.github.gradusml.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;

/**
 * A tensor of ONNX with at most two axes.
 *
 * @param type the number of its type
 * @param shape how many along each axis
 * @param values row after row; of whole and of true or false as well
 */
record Tensor(int type, int[] shape, double[] values) {
  static final int FLOAT = 1;
  static final int INT64 = 7;
  static final int BOOL = 9;
  static final int DOUBLE = 11;

  Tensor {
    assertTrue(shape.length <= 2);
    assertEquals(Arrays.stream(shape).reduce(1, (a, b) -> a * b), values.length);
  }

  /** What TensorProto says. */
  static Tensor read(ReadMessage tensor) {
    int type = (int) tensor.whole(2);
    int[] shape = tensor.wholes(1).stream().mapToInt(Long::intValue).toArray();
    ByteBuffer bytes = ByteBuffer.wrap(tensor.bytes(9)).order(ByteOrder.LITTLE_ENDIAN);
    double[] values = new double[bytes.remaining() / 8];
    assertTrue(type == DOUBLE || type == INT64, "type " + type);
    Arrays.setAll(values, i -> type == DOUBLE ? bytes.getDouble() : bytes.getLong());
    return new Tensor(type, shape, values);
  }

  int columns() {
    return shape.length == 0 ? 1 : shape[shape.length - 1];
  }

  int rows() {
    return shape.length < 2 ? 1 : shape[0];
  }

  /** Where there is one row or one column, it stands for all. */
  double at(int row, int column) {
    int columns = columns();
    return values[(rows() == 1 ? 0 : row) * columns + (columns == 1 ? 0 : column)];
  }

  /** Number by number, with those of another. */
  Tensor with(Tensor other, int type, DoubleBinaryOperator operator) {
    int rows = Math.max(rows(), other.rows());
    int columns = Math.max(columns(), other.columns());
    for (Tensor one : new Tensor[] {this, other}) {
      assertTrue(one.rows() == 1 || one.rows() == rows);
      assertTrue(one.columns() == 1 || one.columns() == columns);
    }
    double[] all = new double[rows * columns];
    for (int i = 0; i < all.length; i++) {
      int row = i / columns;
      int column = i % columns;
      all[i] = operator.applyAsDouble(at(row, column), other.at(row, column));
    }
    return new Tensor(
        type, shape.length + other.shape.length == 0 ? shape : new int[] {rows, columns}, all);
  }
}
