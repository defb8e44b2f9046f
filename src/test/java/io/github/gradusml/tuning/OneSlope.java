package io.github.gradusml.tuning;

import io.github.gradusml.core.Loss;
import io.github.gradusml.core.LossGradient;
import io.github.gradusml.core.Model;
import io.github.gradusml.core.ParameterBlock;
import io.github.gradusml.core.RowBlock;
import java.util.List;

/** A model that the library does not have, of one feature and without a bias: ŷ = w·x. */
record OneSlope(double w) implements Model<OneSlope> {
  @Override
  public int features() {
    return 1;
  }

  @Override
  public double netInput(double... x) {
    return w * x[0];
  }

  @Override
  public double predict(double... x) {
    return netInput(x);
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
  public OneSlope withParameters(double[] theta) {
    return new OneSlope(theta[0]);
  }

  @Override
  public LossGradient lossGradient(Loss loss) {
    return new LossGradient() {
      @Override
      public double loss(RowBlock rows, int from, int to, double[] theta) {
        double sum = 0;
        for (int i = from; i < to; i++) {
          sum += loss.value(theta[0] * rows.x()[i], rows.y()[i]);
        }
        return sum;
      }

      @Override
      public void addGradient(RowBlock rows, int from, int to, double[] theta, double[] gradient) {
        for (int i = from; i < to; i++) {
          gradient[0] += loss.derivative(theta[0] * rows.x()[i], rows.y()[i]) * rows.x()[i];
        }
      }
    };
  }
}
