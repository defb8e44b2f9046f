package io.github.gradusml.diagnosis;

import io.github.gradusml.core.ParameterBlock;
import io.github.gradusml.internal.Texts;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.Case;
import io.github.gradusml.training.Trainer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The penalties that fall on the weights of a training: to take away, or to make stronger. */
final class Penalties {
  /** In place of the name of a block: the penalty of all that have none of their own. */
  private static final String OTHERS = "";

  private final Map<String, Regularizer> byBlock = new LinkedHashMap<>();

  private Penalties(Case training) {
    Trainer trainer = training.trainer();
    for (ParameterBlock block : training.start().blocks()) {
      if (block.penalized()) {
        boolean isOwn = trainer.blockRegularizers().containsKey(block.name());
        byBlock.put(
            isOwn ? block.name() : OTHERS,
            isOwn ? trainer.blockRegularizers().get(block.name()) : trainer.regularizer());
      }
    }
    byBlock.values().removeIf(Penalties::isNone);
  }

  static Penalties of(Case training) {
    return new Penalties(training);
  }

  /** None, or one of strength 0. */
  private static boolean isNone(Regularizer penalty) {
    return penalty.equals(Regularizer.none())
        || (penalty.curvature() == 0 && penalty.value(new double[] {1}, 0, 1) == 0);
  }

  boolean areNone() {
    return byBlock.isEmpty();
  }

  /** Whether another strength of them is known. */
  boolean haveStrengths() {
    return byBlock.values().stream().map(Strength::of).allMatch(Optional::isPresent);
  }

  /** The same training without any. */
  Trainer without(Trainer trainer) {
    return changed(trainer, Regularizer.none());
  }

  private Trainer changed(Trainer trainer, Regularizer to) {
    Trainer changed = trainer;
    for (String block : byBlock.keySet()) {
      changed = with(changed, block, to);
    }
    return changed;
  }

  private static Trainer with(Trainer trainer, String block, Regularizer penalty) {
    return block.equals(OTHERS)
        ? trainer.withRegularizer(penalty)
        : trainer.withRegularizer(block, penalty);
  }

  /** The same training with penalties so many times as strong, as {@link #call} writes them. */
  Trainer times(Trainer trainer, double factor) {
    Trainer changed = trainer;
    for (Map.Entry<String, Regularizer> each : byBlock.entrySet()) {
      Strength strength = Strength.of(each.getValue()).orElseThrow();
      double told = Double.parseDouble(Texts.number(factor * strength.alpha()));
      changed = with(changed, each.getKey(), strength.with(told));
    }
    return changed;
  }

  /** The calls that make them so many times as strong. */
  String call(double factor) {
    return byBlock.entrySet().stream()
        .map(
            each -> {
              Strength strength = Strength.of(each.getValue()).orElseThrow();
              return call(each.getKey(), strength.call(factor * strength.alpha()));
            })
        .collect(Collectors.joining("."));
  }

  /** The calls that take them away. */
  String callWithout() {
    return byBlock.keySet().stream()
        .map(block -> call(block, "Regularizer.none()"))
        .collect(Collectors.joining("."));
  }

  private static String call(String block, String penalty) {
    String name = block.equals(OTHERS) ? "" : "\"" + block + "\", ";
    return "withRegularizer(" + name + penalty + ")";
  }

  /** What they are called. */
  @Override
  public String toString() {
    return byBlock.values().stream()
        .map(Texts::named)
        .distinct()
        .limit(3)
        .collect(Collectors.joining(" and "));
  }
}
