package io.github.gradusml.internal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gradusml.Allocated;
import org.junit.jupiter.api.Test;

/** What products keep to work in is about as large as what they multiply. */
class ProductsMemoryTest {
  /**
   * 64 sums of 5,000 numbers on the way up, and 5,000 sums of 10 numbers for the gradient, with 3
   * MB of numbers: not 5,000 sums of 5,000, which would be 200 MB.
   */
  @Test
  void manyUnitsNeedNoRoomForTheirSquare() {
    int units = 5000;
    int inputs = 10;
    int rows = 64;
    double[] x = new double[rows * inputs];
    double[] w = new double[inputs * units];
    double[] z = new double[rows * units];
    long bytes =
        Allocated.by(
            () -> {
              Products products = new Products(units);
              products.multiply(x, 0, inputs, rows, w, 0, z);
              products.addTransposed(x, 0, inputs, rows, z, w, 0, true);
              products.multiplyTransposed(z, rows, w, 0, inputs, x);
            });
    assertTrue(bytes < 10_000_000, bytes + " bytes");
  }
}
