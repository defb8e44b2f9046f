package io.github.gradusml.diagnosis;

import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Model;
import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.training.Case;
import java.util.stream.IntStream;

/** What several checks need to know of how a training is made. */
final class ModelParts {
  private ModelParts() {}

  /** Whether the model has a bias: parameters that no penalty touches. */
  static boolean hasBias(Model<?> model) {
    return model.blocks().stream().anyMatch(block -> !block.penalized());
  }

  /**
   * Whether the targets stand for classes. To other losses than those of classes and the squared
   * error, 0 and 1 may be numbers, such as counts of a rare event.
   */
  static boolean tellsClassesApart(Case training) {
    Output output = training.start().output();
    Loss loss = training.trainer().loss();
    Dataset sample = training.sample();
    if (output.outputs() == 1) {
      return sample.hasTwoClasses() && (loss.separatesClasses() || loss.isQuadratic());
    }
    return IntStream.range(0, sample.rows())
        .mapToDouble(sample::target)
        .allMatch(y -> y >= 0 && y < output.outputs() && y == Math.rint(y));
  }
}
