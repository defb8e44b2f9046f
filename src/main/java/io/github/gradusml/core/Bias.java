package io.github.gradusml.core;

/**
 * See {@link Layers#bias}.
 *
 * @param units how many numbers a row
 * @param isThere whether a bias is added at all
 */
record Bias(int units, boolean isThere) implements Layers {
  @Override
  public int inputs() {
    return units;
  }

  @Override
  public int outputs() {
    return units;
  }

  @Override
  public boolean addOnlyBias() {
    return true;
  }

  @Override
  public void forward(double[] z1, int rows, double[] theta, int at, double[] z) {
    if (!isThere) {
      System.arraycopy(z1, 0, z, 0, rows * units);
    } else if (units == 1) {
      double b = theta[at];
      for (int i = 0; i < rows; i++) {
        z[i] = z1[i] + b;
      }
    } else {
      for (int from = 0; from < rows * units; from += units) {
        for (int u = 0; u < units; u++) {
          z[from + u] = z1[from + u] + theta[at + u];
        }
      }
    }
  }

  @Override
  public void backward(
      double[] delta, int rows, double[] theta, int at, double[] delta1, double[] gradient) {
    if (delta != delta1) { // else they are passed on in place
      System.arraycopy(delta, 0, delta1, 0, rows * units);
    }
    if (isThere && units == 1) {
      double slope = gradient[at];
      for (int i = 0; i < rows; i++) {
        slope += delta[i];
      }
      gradient[at] = slope;
    } else if (isThere) {
      for (int from = 0; from < rows * units; from += units) {
        for (int u = 0; u < units; u++) {
          gradient[at + u] += delta[from + u];
        }
      }
    }
  }
}
