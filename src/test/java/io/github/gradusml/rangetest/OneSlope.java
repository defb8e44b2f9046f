package io.github.gradusml.rangetest;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Layers;
import io.github.gradusml.core.Model;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.ParameterBlock;
import java.util.List;

/**
 * A model that the library does not have, of one feature and without a bias: ŷ = w·x. It does not
 * say that nothing lies above its weight.
 */
record OneSlope(double w, Output output) implements Model<OneSlope> {
  OneSlope(double w) {
    this(w, Output.of(Activation.identity()));
  }

  @Override
  public int features() {
    return 1;
  }

  @Override
  public double[] parameters() {
    return new double[] {w};
  }

  @Override
  public List<ParameterBlock> blocks() {
    return List.of(new ParameterBlock("slope", 0, 1, true));
  }

  @Override
  public OneSlope with(double[] theta, Output fitted) {
    return new OneSlope(theta[0], fitted);
  }

  @Override
  public Layers layers(int rows) {
    return new Layers() {
      @Override
      public int inputs() {
        return 1;
      }

      @Override
      public int outputs() {
        return 1;
      }

      @Override
      public void forward(double[] z1, int n, double[] theta, int at, double[] z) {
        System.arraycopy(z1, 0, z, 0, n);
      }

      @Override
      public void backward(
          double[] delta, int n, double[] theta, int at, double[] delta1, double[] gradient) {
        System.arraycopy(delta, 0, delta1, 0, n);
      }
    };
  }
}
