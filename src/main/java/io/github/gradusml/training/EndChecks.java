package io.github.gradusml.training;

import io.github.gradusml.core.Model;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Texts;
import io.github.gradusml.internal.Vectors;
import io.github.gradusml.stability.Advice;
import io.github.gradusml.stability.Descent;
import io.github.gradusml.stability.Oscillation;
import io.github.gradusml.training.Warning.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What is to be said at the end of a training that did not diverge: one method a check. */
final class EndChecks {
  /** An objective this many times the lowest is more than the noise of small batches. */
  private static final double LEAST_GROWTH = 1.2;

  private final TrainerSettings settings;
  private final Model<?> model;
  private final Dataset data;
  private final Ascent ascent;
  private final double[] objectives;
  private final EpochRecord last;
  private final Rates rates;
  private final double[] theta;
  private final Rehearsal rehearsal;

  /**
   * @param ascent how the objective ended
   * @param memory what was recorded
   * @param theta the weights that are kept
   */
  EndChecks(
      TrainerSettings settings,
      Model<?> model,
      Dataset data,
      Ascent ascent,
      Memory memory,
      Rates rates,
      double[] theta) {
    this.settings = settings;
    this.model = model;
    this.data = data;
    this.ascent = ascent;
    this.objectives = memory.objectives();
    this.last = memory.isEmpty() ? null : memory.last();
    this.rates = rates;
    this.theta = theta;
    this.rehearsal = new Rehearsal(settings, model, data);
  }

  /**
   * All that is to be said, what is true whatever one does first.
   *
   * @param goesOn whether it went on with an earlier training, perhaps on rows of other classes
   */
  List<Warning> all(Oscillation oscillation, boolean goesOn) {
    List<Warning> warnings = new ArrayList<>();
    Optional<Warning> absent = goesOn ? Optional.empty() : AbsentClassesCheck.warning(model, data);
    oscillates(oscillation).or(this::worseThanNothing).ifPresent(warnings::add);
    rateAboveLimit().ifPresent(warnings::add);
    boolean isRateTooLarge = !warnings.isEmpty();
    stoodStill().ifPresent(warnings::add);
    new DeadLayerCheck(settings, model, data, rehearsal.few(), theta)
        .warning()
        .ifPresent(warnings::add);
    ClassesCheck classes = classes();
    classes.warning(!warnings.isEmpty()).ifPresent(warning -> warnings.add(0, warning));
    if (!isRateTooLarge && !classes.areAllRight()) {
      pace().ifPresent(warnings::add);
    }
    new ZerosCheck(settings, model, theta, rehearsal).warning().ifPresent(warnings::add);
    absent.ifPresent(warnings::add);
    return List.copyOf(warnings);
  }

  private Optional<Warning> pace() {
    boolean hasHiddenLayers = !model.layers(1).addOnlyBias();
    return new PaceCheck(ascent, objectives, rates.largest(), hasHiddenLayers, rehearsal).warning();
  }

  private ClassesCheck classes() {
    boolean settlesOnlyIfSeparable =
        settings.loss.separatesClasses() && ascent.start().atZero() == 0;
    return new ClassesCheck(
        settings,
        settlesOnlyIfSeparable,
        model.withParameters(theta),
        counted(rehearsal.few()),
        () -> rehearsal.forALine().map(EndChecks::counted));
  }

  /** Rows that do not count may have targets that are no class. */
  private static Dataset counted(Dataset rows) {
    int[] counted = IntStream.range(0, rows.rows()).filter(i -> rows.weight(i) > 0).toArray();
    return counted.length < rows.rows() ? rows.select(counted) : rows;
  }

  private Optional<Warning> oscillates(Oscillation oscillation) {
    return Optional.ofNullable(oscillation)
        .map(seen -> new Warning(Kind.OSCILLATES, seen.explanation() + " " + advice()));
  }

  private Optional<Warning> worseThanNothing() {
    return ascent.isAbove(LEAST_GROWTH)
        ? Optional.of(
            new Warning(
                Kind.WORSE_THAN_NOTHING,
                "training ended above where it began: the objective is "
                    + Texts.number(ascent.last())
                    + ", and that of weights 0 is "
                    + Texts.number(ascent.start().atZero())
                    + ". The learning rate, "
                    + Texts.number(rates.largest())
                    + ", is too large for these rows. "
                    + advice()))
        : Optional.empty();
  }

  private String advice() {
    Descent descent = settings.descent(model);
    return Advice.after(
        rates.largest(), rates.areConstant(), descent, model, data, rehearsal::learns);
  }

  /** Below all that it began with, and already on its way up. */
  private Optional<Warning> rateAboveLimit() {
    if (objectives.length < 2 || !model.output().compose(settings.loss).isQuadratic()) {
      return Optional.empty();
    }
    double lowest = Arrays.stream(objectives).min().orElseThrow();
    double end = objectives[objectives.length - 1];
    if (!(end > lowest && end > objectives[objectives.length - 2])) {
      return Optional.empty();
    }
    return ascent
        .stability()
        .filter(limit -> limit.exact() && rates.last() > limit.largestRate())
        .map(
            limit ->
                new Warning(
                    Kind.RATE_ABOVE_LIMIT,
                    "learning rate "
                        + Texts.number(rates.last())
                        + " is above the largest stable one, "
                        + Texts.number(limit.largestRate())
                        + ": the objective has risen from "
                        + Texts.number(lowest)
                        + " to "
                        + Texts.number(end)
                        + ", and goes on without end. Take "
                        + Advice.call(limit.largestRate() / 2)
                        + "."));
  }

  private Optional<Warning> stoodStill() {
    boolean still =
        last != null
            && last.gradientNorm() == 0
            && last.dataLoss() > 0
            && Arrays.equals(theta, model.parameters());
    if (!still) {
      return Optional.empty();
    }
    return Optional.of(
        new Warning(
            Kind.STOOD_STILL,
            isFlatEverywhere()
                ? "training moved no weight, though the loss is "
                    + Texts.number(last.dataLoss())
                    + ": "
                    + model.output()
                    + " is flat at the net inputs of all rows and lets no gradient through. Start"
                    + " from other weights, such as random ones, or take an activation that is"
                    + " nowhere flat, such as Activation.leakyRelu."
                : "training ended at the weights that it began with: there the gradients of the rows"
                    + " cancel out exactly, though the loss is "
                    + Texts.number(last.dataLoss())
                    + "."));
  }

  private boolean isFlatEverywhere() {
    LossGradient loss = LossGradient.over(model, settings.loss, data);
    double[] gradient = new double[theta.length];
    for (int i = 0; i < data.rows(); i++) {
      loss.gradient(i, i + 1, i + 1, theta, gradient, false);
      if (Vectors.norm(gradient, 0, gradient.length) > 0) {
        return false;
      }
    }
    return true;
  }
}
