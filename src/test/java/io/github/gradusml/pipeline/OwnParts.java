package io.github.gradusml.pipeline;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.Layers;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.LossOnNetInputs;
import io.github.gradusml.core.Model;
import io.github.gradusml.core.Output;
import io.github.gradusml.core.ParameterBlock;
import io.github.gradusml.core.Perceptron;
import java.util.List;

/** Models, activations and outputs of a user's own. */
final class OwnParts {
  private OwnParts() {}

  /** A model that is none of the library's, though it does what one of them does. */
  record OwnModel(Perceptron perceptron) implements Model<OwnModel> {
    @Override
    public int features() {
      return perceptron.features();
    }

    @Override
    public Layers layers(int rows) {
      return perceptron.layers(rows);
    }

    @Override
    public Output output() {
      return perceptron.output();
    }

    @Override
    public List<ParameterBlock> blocks() {
      return perceptron.blocks();
    }

    @Override
    public double[] parameters() {
      return perceptron.parameters();
    }

    @Override
    public OwnModel with(double[] theta, Output output) {
      return new OwnModel(perceptron.with(theta, output));
    }

    @Override
    public String toString() {
      return "mine";
    }
  }

  /** Says of itself what one of the library's says. */
  record Cube(String text) implements Activation {
    @Override
    public double value(double z) {
      return z * z * z;
    }

    @Override
    public double derivative(double z) {
      return 3 * z * z;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** As {@code Output.of(identity)}, and with other answers for all that anybody knows. */
  record OwnOutput(int outputs) implements Output {
    @Override
    public void predict(double[] z, int row, double[] prediction) {
      prediction[row] = z[row];
    }

    @Override
    public LossOnNetInputs compose(Loss loss) {
      return Output.of(Activation.identity()).compose(loss);
    }
  }
}
