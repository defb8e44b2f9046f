package io.github.gradusml.training;

import io.github.gradusml.core.Loss;
import io.github.gradusml.core.LossGradient;
import io.github.gradusml.core.Model;
import io.github.gradusml.core.ParameterBlock;
import io.github.gradusml.core.RowBlock;
import java.util.List;
import java.util.Random;

/**
 * A model that the library does not have: z = v·tanh(W·x + a) + c, and ŷ = z. θ holds W row by row,
 * then a, v and c.
 */
record TwoLayers(int features, int hidden, double[] theta) implements Model<TwoLayers> {
  static TwoLayers random(int features, int hidden, long seed) {
    double[] theta = new Random(seed).doubles(hidden * (features + 2) + 1, -1, 1).toArray();
    return new TwoLayers(features, hidden, theta);
  }

  private int a() {
    return hidden * features;
  }

  private int v() {
    return a() + hidden;
  }

  private int c() {
    return v() + hidden;
  }

  @Override
  public double netInput(double... x) {
    return forward(x, 0, theta, new double[hidden]);
  }

  @Override
  public double predict(double... x) {
    return netInput(x);
  }

  @Override
  public double[] parameters() {
    return theta.clone();
  }

  @Override
  public List<ParameterBlock> blocks() {
    return List.of(
        new ParameterBlock("hidden weights", 0, a(), true),
        new ParameterBlock("hidden biases", a(), v(), false),
        new ParameterBlock("output weights", v(), c(), true),
        new ParameterBlock("output bias", c(), c() + 1, false));
  }

  @Override
  public TwoLayers withParameters(double[] other) {
    return new TwoLayers(features, hidden, other.clone());
  }

  private double forward(double[] x, int from, double[] theta, double[] h) {
    double z = theta[c()];
    for (int k = 0; k < hidden; k++) {
      double sum = theta[a() + k];
      for (int j = 0; j < features; j++) {
        sum += theta[k * features + j] * x[from + j];
      }
      h[k] = Math.tanh(sum);
      z += theta[v() + k] * h[k];
    }
    return z;
  }

  @Override
  public LossGradient lossGradient(Loss loss) {
    return new LossGradient() {
      private final double[] h = new double[hidden];

      @Override
      public double loss(RowBlock rows, int from, int to, double[] theta) {
        double sum = 0;
        for (int i = from; i < to; i++) {
          sum += loss.value(forward(rows.x(), i * features, theta, h), rows.y()[i]);
        }
        return sum;
      }

      @Override
      public void addGradient(RowBlock rows, int from, int to, double[] theta, double[] gradient) {
        for (int i = from; i < to; i++) {
          double z = forward(rows.x(), i * features, theta, h);
          double delta = loss.derivative(z, rows.y()[i]);
          gradient[c()] += delta;
          for (int k = 0; k < hidden; k++) {
            gradient[v() + k] += delta * h[k];
            double inner = delta * theta[v() + k] * (1 - h[k] * h[k]);
            gradient[a() + k] += inner;
            for (int j = 0; j < features; j++) {
              gradient[k * features + j] += inner * rows.x()[i * features + j];
            }
          }
        }
      }
    };
  }
}
