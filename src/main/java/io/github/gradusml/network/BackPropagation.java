package io.github.gradusml.network;

import io.github.gradusml.core.Layers;
import io.github.gradusml.internal.Products;
import java.util.List;

/**
 * The layers of a network above its first products: forward, and back by the chain rule.
 *
 * <pre>{@code
 * forward:    aₗ = φₗ(zₗ)                 zₗ₊₁ = Wₗ₊₁ᵀ·aₗ + bₗ₊₁
 * backward:   δₗ = (Wₗ₊₁·δₗ₊₁) ∘ φₗ′(zₗ)   ∇Wₗ₊₁ = aₗ·δₗ₊₁ᵀ    ∇bₗ = δₗ
 * }</pre>
 *
 * <p>Source: D. Rumelhart, G. Hinton, R. Williams, Learning representations by back-propagating
 * errors, Nature 323 (1986), doi:10.1038/323533a0.
 *
 * <p>Symbols: z net inputs, a outputs of a layer, δ slopes of the loss with respect to z, ∘ number
 * by number. θ holds b₁, W₂, b₂, W₃, b₃ …, from {@code at} on.
 */
final class BackPropagation implements Layers {
  private final HiddenUnits[] hidden;
  private final Layers[] biases;
  private final Products[] products;

  /** Where the weights and the biases of each layer lie in θ, behind the first weights. */
  private final int[] weightsAt;

  private final int[] biasesAt;

  /** Room for the layers of an architecture, and for some rows at a time. */
  BackPropagation(Architecture architecture, int rows) {
    List<HiddenLayer> layers = architecture.hiddenLayers();
    int top = layers.size();
    hidden = new HiddenUnits[top];
    biases = new Layers[top + 1];
    products = new Products[top + 1];
    weightsAt = new int[top + 1];
    biasesAt = new int[top + 1];
    int first = architecture.biasesAt(1);
    for (int l = 0; l <= top; l++) {
      biases[l] = Layers.bias(architecture.units(l + 1));
      products[l] = new Products(architecture.units(l + 1));
      weightsAt[l] = architecture.weightsAt(l + 1) - first;
      biasesAt[l] = architecture.biasesAt(l + 1) - first;
      if (l < top) {
        hidden[l] = new HiddenUnits(layers.get(l), rows);
      }
    }
  }

  @Override
  public void forward(double[] z1, int rows, double[] theta, int at, double[] z) {
    biases[0].forward(z1, rows, theta, at, hidden[0].z);
    for (int l = 1; l <= hidden.length; l++) {
      HiddenUnits below = hidden[l - 1];
      double[] above = l < hidden.length ? hidden[l].z : z;
      below.activate(rows); // a = φ(z)
      products[l].multiply(below.a, 0, below.units, rows, theta, at + weightsAt[l], above); // Wᵀ·a
      biases[l].forward(above, rows, theta, at + biasesAt[l], above); // + b
    }
  }

  @Override
  public void backward(
      double[] delta, int rows, double[] theta, int at, double[] delta1, double[] gradient) {
    double[] above = delta;
    for (int l = hidden.length; l > 0; l--) {
      HiddenUnits below = hidden[l - 1];
      double[] slopes = l == 1 ? delta1 : below.delta;
      int w = at + weightsAt[l];
      biases[l].backward(above, rows, theta, at + biasesAt[l], above, gradient); // ∇b = δ
      products[l].addTransposed(below.a, 0, below.units, rows, above, gradient, w, false); // a·δᵀ
      products[l].multiplyTransposed(above, rows, theta, w, below.units, slopes); // W·δ
      below.multiplyByDerivatives(slopes, rows); // ∘ φ′(z)
      above = slopes;
    }
    biases[0].backward(above, rows, theta, at, above, gradient);
  }

  @Override
  public int inputs() {
    return biases[0].outputs();
  }

  @Override
  public int outputs() {
    return biases[hidden.length].outputs();
  }
}
