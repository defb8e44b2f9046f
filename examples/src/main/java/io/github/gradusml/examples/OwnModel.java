package io.github.gradusml.examples;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Layers;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Model;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.ParameterBlock;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.plot.Plots;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.TrainingResult;
import io.github.gradusml.update.UpdateStrategy;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Section 1 of the article ends where one perceptron does: no line separates XOR. A model of your
 * own with a hidden layer does, and the same trainer trains it. The library has such a model,
 * {@code Network}, and {@code XorNetwork} looks at it more closely; this is how one writes another.
 *
 * <p>Try: 2 or 20 hidden units; another seed; {@code withRegularizer(Regularizer.l2(0.01))}, and
 * the boundary becomes smoother.
 */
public final class OwnModel {
  private OwnModel() {}

  /** z = v·tanh(Wᵀ·x + a) + c. θ is W, feature by feature, then a, v and c. */
  private record HiddenLayer(int features, int units, double[] theta, Output output)
      implements Model<HiddenLayer> {

    static HiddenLayer random(int features, int units, long seed) {
      double[] theta = new Random(seed).doubles(units * (features + 2) + 1, -1, 1).toArray();
      return new HiddenLayer(features, units, theta, Output.of(Activation.identity()));
    }

    @Override
    public double[] parameters() {
      return theta.clone();
    }

    @Override
    public HiddenLayer with(double[] other, Output fitted) {
      // The trainer hands in as many numbers as parameters() gave.
      return new HiddenLayer(features, units, other.clone(), fitted);
    }

    @Override
    public List<ParameterBlock> blocks() {
      int a = units * features;
      int v = a + units;
      int c = v + units;
      return List.of(
          new ParameterBlock("hidden weights", 0, a, true),
          new ParameterBlock("hidden biases", a, v, false),
          new ParameterBlock("output weights", v, c, true),
          new ParameterBlock("output bias", c, c + 1, false));
    }

    @Override
    public Layers layers(int rows) {
      return new TanhLayer(units, new double[rows * units]);
    }
  }

  /** h = tanh(z₁ + a) and z = v·h + c, forward and back. */
  private record TanhLayer(int inputs, double[] h) implements Layers {
    private static final Activation TANH = Activation.tanh();

    @Override
    public int outputs() {
      return 1;
    }

    @Override
    public void forward(double[] z1, int rows, double[] theta, int a, double[] z) {
      int v = a + inputs;
      int c = v + inputs;
      for (int i = 0; i < rows; i++) {
        z[i] = theta[c];
        for (int u = 0; u < inputs; u++) {
          int iu = i * inputs + u;
          h[iu] = TANH.value(z1[iu] + theta[a + u]);
          z[i] += theta[v + u] * h[iu];
        }
      }
    }

    @Override
    public void backward(
        double[] delta, int rows, double[] theta, int a, double[] delta1, double[] gradient) {
      int v = a + inputs;
      int c = v + inputs;
      for (int i = 0; i < rows; i++) {
        gradient[c] += delta[i];
        for (int u = 0; u < inputs; u++) {
          int iu = i * inputs + u;
          delta1[iu] = delta[i] * theta[v + u] * (1 - h[iu] * h[iu]); // the chain rule
          gradient[v + u] += delta[i] * h[iu];
          gradient[a + u] += delta1[iu];
        }
      }
    }
  }

  /**
   * Runs the example.
   *
   * @param args none
   */
  public static void main(String[] args) {
    Dataset xor =
        Dataset.of(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, new double[] {-1, 1, 1, -1})
            .withFeatureNames("input x1", "input x2")
            .withClassNames("false", "true");
    TrainingResult<HiddenLayer> result =
        Trainer.minimizing(Loss.squaredError())
            .withUpdates(UpdateStrategy.batch())
            .withLearningRate(LearningRate.constant(0.2))
            .withEpochs(500)
            .fit(HiddenLayer.random(2, 4, 3), xor);

    System.out.println("x1  x2   prediction   class");
    for (int i = 0; i < xor.rows(); i++) {
      double[] x = xor.row(i);
      double prediction = result.model().predict(x);
      String name = xor.classNames().get(result.model().classify(x));
      System.out.printf(Locale.ROOT, "%2.0f  %2.0f   %10.3f   %s%n", x[0], x[1], prediction, name);
    }
    Path picture = Path.of("target", "pictures", "own-model.png");
    Plots.decisionBoundary(result.model(), xor)
        .withTitle("XOR: a hidden layer of four units separates what no line does")
        .save(picture);
    System.out.println("wrote " + picture);
  }
}
