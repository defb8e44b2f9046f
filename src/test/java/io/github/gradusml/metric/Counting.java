package io.github.gradusml.metric;

import io.github.gradusml.core.Layers;
import io.github.gradusml.core.Model;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.ParameterBlock;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** z = Wᵀ·x; it counts the rows that go through, copies of it included. */
record Counting(double[] theta, Output output, AtomicLong counted) implements Model<Counting> {
  static Counting of(Output output, double... theta) {
    return new Counting(theta, output, new AtomicLong());
  }

  @Override
  public int features() {
    return theta.length / output.outputs();
  }

  @Override
  public List<ParameterBlock> blocks() {
    return List.of(new ParameterBlock("weights", 0, theta.length, true));
  }

  @Override
  public double[] parameters() {
    return theta.clone();
  }

  @Override
  public Counting with(double[] other, Output fitted) {
    return new Counting(other.clone(), fitted, counted);
  }

  @Override
  public Layers layers(int rows) {
    return new CountingLayers(Layers.none(output.outputs()), counted);
  }

  /** Counts on the way up. */
  private record CountingLayers(Layers layers, AtomicLong counted) implements Layers {
    @Override
    public int inputs() {
      return layers.inputs();
    }

    @Override
    public int outputs() {
      return layers.outputs();
    }

    @Override
    public void forward(double[] z1, int rows, double[] theta, int at, double[] z) {
      counted.addAndGet(rows);
      layers.forward(z1, rows, theta, at, z);
    }

    @Override
    public void backward(
        double[] delta, int rows, double[] theta, int at, double[] delta1, double[] gradient) {
      layers.backward(delta, rows, theta, at, delta1, gradient);
    }
  }
}
