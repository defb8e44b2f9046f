package io.github.gradusml.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The products of a layer have the bits of the plainest loops, whichever way they are computed. */
class ProductsTest {
  /** Where the numbers begin in their arrays: not at 0, and at different places. */
  private static final int X_FROM = 3;

  private static final int W_FROM = 5;

  /** Their products have more digits than a sum holds: another order has other bits. */
  private static final double[] NUMBERS = new Random(1).doubles(500_000, -1, 1).toArray();

  /** A layer, and how many rows go through it. */
  private record Shape(int units, int inputs, int rows) {
    double[] x(int seed) {
      return random(seed, X_FROM + rows * inputs + 2);
    }

    double[] w(int seed) {
      return random(seed, W_FROM + inputs * units + 2);
    }

    double[] delta(int seed) {
      return random(seed, rows * units + 2);
    }
  }

  /** Few and many units, inputs and rows, from both sides of every way of doing the work. */
  static Stream<Shape> shapes() {
    List<Shape> shapes = new ArrayList<>();
    for (int units : new int[] {1, 2, 3, 7, 8, 9, 10, 17, 31, 32, 33, 64, 100}) {
      for (int inputs : new int[] {1, 2, 3, 5, 64, 784}) {
        for (int rows : new int[] {1, 3, 4, 7, 8, 9, 10, 11, 70}) {
          shapes.add(new Shape(units, inputs, rows));
        }
      }
    }
    return shapes.stream();
  }

  /** More numbers than are copied at a time: 2¹⁵, or 64 inputs. */
  static Stream<Shape> wide() {
    return Stream.of(
        new Shape(3, 50_000, 9),
        new Shape(15, 10_001, 9),
        new Shape(16, 10_001, 9),
        new Shape(2000, 131, 9),
        new Shape(10, 200, 700),
        new Shape(40, 200, 700),
        new Shape(2049, 65, 5));
  }

  @Test
  void theWayUp() {
    shapes().forEach(shape -> assertWayUp(new Products(shape.units), shape));
  }

  @Test
  void theGradient() {
    shapes().forEach(shape -> assertGradient(new Products(shape.units), shape));
  }

  @Test
  void theWayBack() {
    shapes().forEach(shape -> assertWayBack(new Products(shape.units), shape));
  }

  @ParameterizedTest
  @MethodSource("wide")
  void wideLayersInPieces(Shape shape) {
    assertAll(new Products(shape.units), shape);
  }

  /** As a training does, whose last batch is short, or a network that is asked row by row. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 10, 31, 32, 64})
  void anObjectServesLayersOfAllSizesInAnyOrder(int units) {
    Products products = new Products(units);
    for (int inputs : new int[] {5, 300, 1, 2000, 64, 2}) {
      for (int rows : new int[] {1, 40, 3, 70, 8}) {
        assertAll(products, new Shape(units, inputs, rows));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 32, 1000})
  void manyRowsOfFewInputs(int units) {
    assertAll(new Products(units), new Shape(units, 7, 301));
  }

  /** 0 + (−0.0) is 0, in every way. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 10, 31, 32, 64})
  void aSumOfNegativeZerosIsZero(int units) {
    for (int rows : new int[] {1, 4, 7, 8, 9}) {
      double[] z = new double[rows * units];
      double[] negative = new double[6 * units];
      Arrays.fill(negative, -0.0);
      double[] ones = new double[rows * 6];
      Arrays.fill(ones, 1);
      new Products(units).multiply(ones, 0, 6, rows, negative, 0, z);
      assertArrayEquals(new double[rows * units], z);
    }
  }

  /** On the way back a sum begins at 0 too. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 10, 32})
  void slopesOfNegativeZeroAddUpToZero(int units) {
    double[] delta = new double[5 * units];
    Arrays.fill(delta, -0.0);
    double[] w = new double[3 * units];
    Arrays.fill(w, 1);
    double[] d = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
    new Products(units).multiplyTransposed(delta, 5, w, 0, 3, d);
    assertArrayEquals(new double[15], d);
  }

  /** A gradient that is −0.0 stays so where all that is added is −0.0. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 10, 32, 64})
  void negativeZerosAreAddedAsThePlainLoopAddsThem(int units) {
    for (int rows : new int[] {1, 4, 7, 8, 9}) {
      double[] g = new double[3 * units];
      Arrays.fill(g, -0.0);
      double[] expected = g.clone();
      double[] x = new double[rows * 3];
      Arrays.fill(x, 1);
      double[] delta = new double[rows * units];
      Arrays.fill(delta, -0.0);
      new Products(units).addTransposed(x, 0, 3, rows, delta, g, 0, false);
      assertArrayEquals(expected, g);
    }
  }

  /** One infinite weight, or one NaN, reaches the units and rows that meet it, and no other. */
  @ParameterizedTest
  @ValueSource(ints = {2, 10, 32, 64})
  void infinityAndNanReachTheirOwnUnitAlone(int units) {
    for (double odd : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      Shape shape = new Shape(units, 5, 9);
      double[] w = shape.w(1);
      w[W_FROM + 2 * units + 1] = odd;
      double[] z = new double[9 * units];
      new Products(units).multiply(shape.x(2), X_FROM, 5, 9, w, W_FROM, z);
      for (int k = 0; k < z.length; k++) {
        assertEquals(k % units != 1, Double.isFinite(z[k]), "z[" + k + "]");
      }
    }
  }

  private static void assertAll(Products products, Shape shape) {
    assertWayUp(products, shape);
    assertGradient(products, shape);
    assertWayBack(products, shape);
  }

  private static void assertWayUp(Products products, Shape shape) {
    double[] x = shape.x(1);
    double[] w = shape.w(2);
    double[] expected = shape.delta(3); // what stood there before is overwritten
    double[] z = expected.clone();
    for (int i = 0; i < shape.rows; i++) {
      for (int u = 0; u < shape.units; u++) {
        double[] sums = new double[4];
        for (int j = 0; j < shape.inputs; j++) {
          int s = shape.units == 1 ? j % 4 : 0; // one unit alone has four sums in turn
          sums[s] += x[X_FROM + i * shape.inputs + j] * w[W_FROM + j * shape.units + u];
        }
        expected[i * shape.units + u] = (sums[0] + sums[1]) + (sums[2] + sums[3]);
      }
    }
    products.multiply(x, X_FROM, shape.inputs, shape.rows, w, W_FROM, z);
    assertArrayEquals(expected, z, shape.toString());
  }

  private static void assertGradient(Products products, Shape shape) {
    for (boolean toZeros : new boolean[] {false, true}) {
      double[] x = shape.x(1);
      double[] delta = shape.delta(2);
      double[] expected = shape.w(3);
      double[] g = expected.clone();
      if (toZeros) {
        Arrays.fill(expected, W_FROM, W_FROM + shape.inputs * shape.units, 0);
      }
      for (int i = 0; i < shape.rows; i++) {
        for (int j = 0; j < shape.inputs; j++) {
          for (int u = 0; u < shape.units; u++) {
            expected[W_FROM + j * shape.units + u] +=
                x[X_FROM + i * shape.inputs + j] * delta[i * shape.units + u];
          }
        }
      }
      products.addTransposed(x, X_FROM, shape.inputs, shape.rows, delta, g, W_FROM, toZeros);
      assertArrayEquals(expected, g, shape.toString());
    }
  }

  private static void assertWayBack(Products products, Shape shape) {
    double[] delta = shape.delta(1);
    double[] w = shape.w(2);
    double[] expected = random(3, shape.rows * shape.inputs + 2);
    double[] d = expected.clone();
    for (int i = 0; i < shape.rows; i++) {
      for (int j = 0; j < shape.inputs; j++) {
        double sum = 0;
        for (int u = 0; u < shape.units; u++) {
          sum += delta[i * shape.units + u] * w[W_FROM + j * shape.units + u];
        }
        expected[i * shape.inputs + j] = sum;
      }
    }
    products.multiplyTransposed(delta, shape.rows, w, W_FROM, shape.inputs, d);
    assertArrayEquals(expected, d, shape.toString());
  }

  private static double[] random(int seed, int length) {
    return Arrays.copyOfRange(NUMBERS, 1000 * seed, 1000 * seed + length);
  }
}
