package io.github.gradusml.diagnosis;

import io.github.gradusml.core.Activation;
import io.github.gradusml.core.ComposedLoss;
import io.github.gradusml.core.Loss;
import io.github.gradusml.core.Output;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Texts;
import io.github.gradusml.training.Case;
import io.github.gradusml.training.Verdict;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Whether the output's activation stands between the loss and what it asks for: a target that the
 * activation never reaches, or wrong rows at its far end, where it is flat and the loss is not
 * fused with it.
 */
final class LossBehindSigmoidCheck {
  /** As a share of the way from one end to the other. */
  private static final double AT_END = 0.01;

  /** Of the steepest slope that a target has: below it, a row hardly teaches any more. */
  private static final double FLAT = 0.1;

  /** A few rows with a wrong label may well be given up. */
  private static final double LEAST_SHARE = 0.1;

  private static final double STEEP_WITHIN = 8;

  private final Activation activation;
  private final ComposedLoss composed;
  private final Map<Double, Double> steepest = new TreeMap<>();

  private LossBehindSigmoidCheck(Activation activation, ComposedLoss composed) {
    this.activation = activation;
    this.composed = composed;
  }

  static Verdict verdict(Case training) {
    Output output = training.model().output();
    Activation activation = output.activation();
    if (activation.isThreshold()
        || !Double.isFinite(activation.lower())
        || !Double.isFinite(activation.upper())) {
      return Verdict.notApplicable("the output has no activation with two ends and a slope");
    }
    if (isOutOfReach(training.trainer().loss(), activation)) {
      return outOfReach(training.trainer().loss(), activation);
    }
    Optional<ComposedLoss> composed = output.compose(training.trainer().loss()).ofOneOutput();
    return composed.isEmpty()
        ? Verdict.clear()
        : new LossBehindSigmoidCheck(activation, composed.get()).look(training);
  }

  /** A loss of the margin has the targets -1 and +1. */
  private static boolean isOutOfReach(Loss loss, Activation activation) {
    return loss.separatesClasses()
        && loss.accepts(-1)
        && !loss.accepts(0)
        && activation.lower() > -0.5;
  }

  private static Verdict outOfReach(Loss loss, Activation activation) {
    return Verdict.found(
        "the "
            + loss
            + " loss has the targets -1 and +1, and the predictions of "
            + activation
            + " lie from "
            + Texts.number(activation.lower())
            + " to "
            + Texts.number(activation.upper())
            + ": -1 is out of reach, and where it is nearest the slope is 0.",
        "Let the loss see the net input: Activation.identity() as the activation of the output"
            + " (Activation.sign() for predictions of -1 and +1).");
  }

  private Verdict look(Case training) {
    Dataset rows = training.sample();
    double[] z = training.model().netInputs(rows.inputs());
    double all = 0;
    double stuck = 0;
    for (int i = 0; i < z.length; i++) {
      all += rows.weight(i);
      stuck += isStuck(z[i], rows.target(i)) ? rows.weight(i) : 0;
    }
    return stuck < LEAST_SHARE * all ? Verdict.clear() : stuck(training, stuck / all);
  }

  private boolean isStuck(double z, double target) {
    double prediction = activation.value(z);
    double range = activation.upper() - activation.lower();
    double toEnd = Math.min(prediction - activation.lower(), activation.upper() - prediction);
    return toEnd <= AT_END * range
        && Math.abs(prediction - target) > range / 2
        && Math.abs(composed.derivative(z, target)) <= FLAT * steepest(target);
  }

  private double steepest(double target) {
    return steepest.computeIfAbsent(
        target,
        y -> {
          double most = 0;
          for (double z = -STEEP_WITHIN; z <= STEEP_WITHIN; z += 0.25) {
            most = Math.max(most, Math.abs(composed.derivative(z, y)));
          }
          return most;
        });
  }

  private Verdict stuck(Case training, double share) {
    boolean isProbability = activation.lower() >= 0;
    return Verdict.found(
        Texts.percent(share)
            + " of the rows are on the wrong side, within 1% of the far end of "
            + activation
            + ": there the slope of the "
            + training.trainer().loss()
            + " loss is less than a tenth of what it is in the middle, and they hardly teach any"
            + " more.",
        isProbability
            ? "Take the loss that is fused with the sigmoid, and steep where a row is wrong:"
                + " Trainer.minimizing(Loss.crossEntropy()), with targets 0 and 1."
            : "Let the loss see the net input: Activation.identity() as the activation of the"
                + " output.");
  }
}
