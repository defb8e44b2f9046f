package io.github.gradusml.training;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Layers;
import io.github.gradusml.core.Model;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.ParameterBlock;
import java.util.List;
import java.util.Random;

/**
 * A model that the library does not have: z = v·tanh(W·x + a) + c, and ŷ = z. θ holds W feature by
 * feature, then a, v and c.
 */
record TwoLayers(int features, int hidden, double[] theta, Output output)
    implements Model<TwoLayers> {
  private static final Activation TANH = Activation.tanh();

  static TwoLayers random(int features, int hidden, long seed) {
    double[] theta = new Random(seed).doubles(hidden * (features + 2) + 1, -1, 1).toArray();
    return new TwoLayers(features, hidden, theta, Output.of(Activation.identity()));
  }

  @Override
  public double[] parameters() {
    return theta.clone();
  }

  @Override
  public TwoLayers with(double[] other, Output fitted) {
    return new TwoLayers(features, hidden, other.clone(), fitted);
  }

  @Override
  public List<ParameterBlock> blocks() {
    int a = hidden * features;
    return List.of(
        new ParameterBlock("hidden weights", 0, a, true),
        new ParameterBlock("hidden biases", a, a + hidden, false),
        new ParameterBlock("output weights", a + hidden, a + 2 * hidden, true),
        new ParameterBlock("output bias", a + 2 * hidden, a + 2 * hidden + 1, false));
  }

  @Override
  public Layers layers(int rows) {
    return new Hidden(hidden, new double[rows * hidden]);
  }

  /** h = tanh(z₁ + a), z = v·h + c; v lies behind a, and c is the last. */
  private record Hidden(int inputs, double[] h) implements Layers {
    @Override
    public int outputs() {
      return 1;
    }

    @Override
    public void forward(double[] z1, int rows, double[] theta, int a, double[] z) {
      for (int i = 0; i < rows; i++) {
        z[i] = theta[a + 2 * inputs];
        for (int k = 0; k < inputs; k++) {
          h[i * inputs + k] = TANH.value(z1[i * inputs + k] + theta[a + k]);
          z[i] += theta[a + inputs + k] * h[i * inputs + k];
        }
      }
    }

    @Override
    public void backward(
        double[] delta, int rows, double[] theta, int a, double[] delta1, double[] gradient) {
      for (int i = 0; i < rows; i++) {
        gradient[a + 2 * inputs] += delta[i];
        for (int k = 0; k < inputs; k++) {
          double hk = h[i * inputs + k];
          double inner = delta[i] * theta[a + inputs + k] * (1 - hk * hk);
          gradient[a + inputs + k] += delta[i] * hk;
          gradient[a + k] += inner;
          delta1[i * inputs + k] = inner;
        }
      }
    }
  }
}
