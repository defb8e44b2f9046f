package io.github.gradusml.core;

import java.util.List;

/**
 * A model of three outputs, written as a user would: z = Wᵀ·x + b with a softmax. θ holds W feature
 * by feature, three numbers each, and then b.
 */
record ThreeClasses(int features, double[] theta, Output output) implements Model<ThreeClasses> {
  static final int CLASSES = 3;

  static ThreeClasses of(int features, double... theta) {
    return new ThreeClasses(features, theta.clone(), Output.softmax(CLASSES));
  }

  static ThreeClasses zeros(int features) {
    return of(features, new double[CLASSES * (features + 1)]);
  }

  /** One feature, and net inputs w₀·x, w₁·x and w₂·x. */
  static ThreeClasses ofOneFeature(double w0, double w1, double w2) {
    return of(1, w0, w1, w2, 0, 0, 0);
  }

  @Override
  public Layers layers(int rows) {
    return Layers.bias(CLASSES);
  }

  @Override
  public List<ParameterBlock> blocks() {
    int biases = CLASSES * features;
    return List.of(
        new ParameterBlock("weights", 0, biases, true),
        new ParameterBlock("biases", biases, biases + CLASSES, false));
  }

  @Override
  public double[] parameters() {
    return theta.clone();
  }

  @Override
  public ThreeClasses with(double[] other, Output fitted) {
    return new ThreeClasses(features, other.clone(), fitted);
  }
}
