package io.github.gradusml.diagnosis;

import io.github.gradusml.core.Activation;
import io.github.gradusml.internal.Texts;
import io.github.gradusml.network.HiddenLayer;
import io.github.gradusml.network.Network;
import io.github.gradusml.training.Case;
import io.github.gradusml.training.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Whether hidden units have died: flat on every row, so that no gradient moves them any more. */
final class DeadUnitsCheck {
  /** Fewer of a layer do no harm: its other units do their work. */
  private static final double LEAST_SHARE = 0.125;

  private final Network network;
  private final List<String> seen = new ArrayList<>();
  private final List<String> cures = new ArrayList<>();

  private DeadUnitsCheck(Network network) {
    this.network = network;
  }

  static Verdict verdict(Case training) {
    if (training.has("DEAD_LAYER")) {
      return Verdict.notApplicable("a whole layer is dead");
    }
    return HiddenNetInputs.network(training.model())
        .map(network -> new DeadUnitsCheck(network).look(training))
        .orElse(Verdict.notApplicable("the model has no hidden layer of the library's own"));
  }

  private Verdict look(Case training) {
    int layers = network.architecture().hiddenLayers().size();
    for (int layer = 1; layer <= layers; layer++) {
      look(HiddenNetInputs.of(network, layer, training.sample().inputs()));
    }
    int rows = training.sample().rows();
    return seen.isEmpty()
        ? Verdict.clear()
        : Verdict.found(
            String.join("; ", seen)
                + ": on "
                + (rows < training.train().rows() ? "each of " + rows + " rows" : "every row")
                + " the slope of the activation is 0, so that no gradient reaches them, and they"
                + " stay as they are.",
            "Take an activation that is nowhere flat: "
                + String.join(" and ", cures)
                + ". Where a large learning rate has killed them, a smaller one helps as well.");
  }

  private void look(HiddenNetInputs at) {
    Activation activation = at.activation();
    long dead =
        IntStream.range(0, at.units())
            .filter(unit -> at.share(unit, z -> activation.derivative(z) == 0) == 1)
            .count();
    if (dead < LEAST_SHARE * at.units() || dead == 0) {
      return;
    }
    HiddenLayer layer = network.architecture().hiddenLayers().get(at.layer() - 1);
    seen.add(
        Texts.count(dead, "unit")
            + " of "
            + at.units()
            + " in hidden layer "
            + at.layer()
            + (dead == 1 ? " is" : " are")
            + " dead");
    cures.add(
        ".withHidden(" + layer.units() + ", Activation.leakyRelu(0.01)) as layer " + at.layer());
  }
}
