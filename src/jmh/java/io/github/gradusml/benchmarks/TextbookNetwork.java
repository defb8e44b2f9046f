package io.github.gradusml.benchmarks;

import java.util.Arrays;

/**
 * The network that anyone would write first: for each unit an array of weights, its bias behind
 * them, and row after row forward and back.
 */
final class TextbookNetwork implements Contender {
  private final Workload workload;
  private final double[][] x;
  private final double[] y;
  private final int top;

  /** Layer by unit by input. */
  private double[][][] w;

  private final double[][][] gradient;

  /** Layer by unit; the inputs below all layers have none. */
  private final double[][] a;

  private final double[][] delta;

  TextbookNetwork(Workload workload, Synthetic data) {
    if (workload.shuffled()) {
      throw new IllegalArgumentException(
          "workload of layers must be in order, but was " + workload.text());
    }
    this.workload = workload;
    this.x = data.x();
    this.y = data.y();
    this.top = workload.units().size() - 1;
    this.gradient = start();
    clear();
    this.a = new double[top + 1][];
    this.delta = new double[top + 1][];
    for (int l = 0; l <= top; l++) {
      a[l] = new double[gradient[l].length];
      delta[l] = new double[gradient[l].length];
    }
  }

  /** The start, which lies input by input. */
  private double[][][] start() {
    double[] theta = Synthetic.start(workload);
    double[][][] layers = new double[top + 1][][];
    int inputs = workload.columns();
    int at = 0;
    for (int l = 0; l <= top; l++) {
      int units = workload.units().get(l);
      layers[l] = new double[units][inputs + 1];
      for (int j = 0; j <= inputs; j++) {
        for (int u = 0; u < units; u++) {
          layers[l][u][j] = theta[at++];
        }
      }
      inputs = units;
    }
    return layers;
  }

  @Override
  public double[] train() {
    w = start();
    for (int epoch = 1; epoch <= workload.epochs(); epoch++) {
      for (int from = 0; from < x.length; from += workload.batch()) {
        int to = Math.min(from + workload.batch(), x.length);
        for (int i = from; i < to; i++) {
          forward(x[i]);
          backward(x[i], (int) y[i]);
        }
        step(to - from);
      }
    }
    return flat();
  }

  private void forward(double[] row) {
    double[] below = row;
    for (int l = 0; l <= top; l++) {
      for (int u = 0; u < a[l].length; u++) {
        double z = w[l][u][below.length];
        for (int j = 0; j < below.length; j++) {
          z += w[l][u][j] * below[j];
        }
        a[l][u] = l < top ? Math.max(z, 0) : z;
      }
      below = a[l];
    }
  }

  private void backward(double[] row, int target) {
    softmax(a[top], delta[top]);
    delta[top][target] -= 1;
    for (int l = top; l >= 0; l--) {
      double[] below = l == 0 ? row : a[l - 1];
      if (l > 0) {
        Arrays.fill(delta[l - 1], 0);
      }
      for (int u = 0; u < a[l].length; u++) {
        for (int j = 0; j < below.length; j++) {
          gradient[l][u][j] += delta[l][u] * below[j];
          if (l > 0 && below[j] > 0) {
            delta[l - 1][j] += delta[l][u] * w[l][u][j];
          }
        }
        gradient[l][u][below.length] += delta[l][u];
      }
    }
  }

  private static void softmax(double[] z, double[] p) {
    double largest = Arrays.stream(z).max().orElseThrow();
    double sum = 0;
    for (int c = 0; c < z.length; c++) {
      p[c] = Math.exp(z[c] - largest);
      sum += p[c];
    }
    for (int c = 0; c < z.length; c++) {
      p[c] /= sum;
    }
  }

  private void step(int rows) {
    for (int l = 0; l <= top; l++) {
      for (int u = 0; u < a[l].length; u++) {
        int bias = w[l][u].length - 1;
        for (int j = 0; j <= bias; j++) {
          double penalty = j < bias ? Workload.ALPHA * w[l][u][j] : 0;
          w[l][u][j] -= Workload.ETA * (gradient[l][u][j] / rows + penalty);
        }
      }
    }
    clear();
  }

  private void clear() {
    for (double[][] layer : gradient) {
      for (double[] unit : layer) {
        Arrays.fill(unit, 0);
      }
    }
  }

  private double[] flat() {
    double[] theta = Synthetic.start(workload);
    int at = 0;
    for (double[][] layer : w) {
      for (int j = 0; j < layer[0].length; j++) {
        for (double[] unit : layer) {
          theta[at++] = unit[j];
        }
      }
    }
    return theta;
  }
}
