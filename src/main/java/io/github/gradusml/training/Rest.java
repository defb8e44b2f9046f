package io.github.gradusml.training;

import io.github.gradusml.core.Model;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Texts;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.rows.RestingWeights;
import io.github.gradusml.rows.Rows;
import io.github.gradusml.stability.Descent;
import java.util.Optional;

/**
 * Whether weights rest while no row of an update has their column, so that an update of sparse rows
 * costs what its rows have, and not what the model has.
 *
 * <p>A weight may rest if a gradient of 0 leaves it where it is, and if what a penalty would have
 * made of it meanwhile has a closed form.
 */
final class Rest {
  /** Gathering a column costs as much as going over so many. */
  private static final int COLUMNS_FOR_ONE = 4;

  private final TrainerSettings settings;
  private final Model<?> model;
  private final Dataset data;
  private final Regularizer first;

  Rest(TrainerSettings settings, Model<?> model, Dataset data) {
    this.settings = settings;
    this.model = model;
    this.data = data;
    this.first = settings.regularizerOf(Descent.firstWeights(model));
  }

  /** Whether what a penalty makes of a weight in several steps is known. */
  static boolean isKnown(Regularizer penalty) {
    return isStrength(penalty.curvature()) && isStrength(penalty.shrinkage());
  }

  /** One below 0 lets weights grow while they rest, until what is kept of them is 0/0. */
  private static boolean isStrength(double number) {
    return number >= 0 && number < Double.POSITIVE_INFINITY;
  }

  /** Whether weights rest. */
  boolean isTaken() {
    return data.inputs().isSparse()
        && isPossible()
        && (RowByRow.fits(settings, model, data) || isWorthwhile());
  }

  /** The parameters of a training that begins or goes on. */
  Parameters parameters(Checkpoint begin, WeightPenalty penalty) {
    double[] theta = begin.theta().clone(); // a model may be somebody's own
    int vectors = settings.optimizer.stateVectors();
    double[][] state = Checkpoint.copy(begin.optimizerState(), vectors, theta.length);
    int d = data.features();
    int units = model.layers(1).inputs();
    if (isTaken()) {
      return new TouchedParameters(theta, state, penalty, settings.optimizer, units, d, first);
    }
    RestingWeights none = RestingWeights.of(theta, d, units, first.curvature(), 0);
    return new AllParameters(theta, new double[theta.length], state, penalty.state(), none);
  }

  private boolean isPossible() {
    return settings.optimizer.rests() && isKnown(first) && !penaltyMoves();
  }

  /**
   * Whether a weight with gradient 0 is moved by a rule that makes more of the penalty than −η·g.
   */
  private boolean penaltyMoves() {
    return first.curvature() > 0 && !first.decays() && !settings.optimizer.allowsShrinking();
  }

  /** Where the rows of an update have most of the columns, to go over all costs no more. */
  private boolean isWorthwhile() {
    return COLUMNS_FOR_ONE * numbersOfAnUpdate() < data.features();
  }

  private double numbersOfAnUpdate() {
    Rows rows = data.inputs();
    return (double) rows.numbers() / rows.size() * settings.updates.batchSize(rows.size());
  }

  /** What it costs that weights cannot rest, and why; empty where it costs nothing. */
  Optional<String> missed() {
    if (!data.inputs().isSparse() || !isWorthwhile()) {
      return Optional.empty();
    }
    return reason().map(reason -> cost() + ", since " + reason);
  }

  private String cost() {
    double times = data.features() / Math.max(1, numbersOfAnUpdate());
    return "every update goes over all "
        + Texts.count(data.features(), "column")
        + ", "
        + Texts.number(Math.rint(times))
        + " times as many as its rows have numbers";
  }

  private Optional<String> reason() {
    if (!settings.optimizer.rests()) {
      return Optional.of(
          settings.optimizer
              + " moves weights whose gradient is 0; gradient descent, AdaGrad and RMSProp leave"
              + " them alone");
    }
    if (!isKnown(first)) {
      return Optional.of(
          first + " does not say what it makes of a weight in several steps (shrinkage)");
    }
    if (penaltyMoves()) {
      return Optional.of(
          settings.optimizer
              + " makes a step of its own of the gradient of "
              + first
              + "; Regularizer.decoupled has none");
    }
    if (settings.averagedFrom > 0) {
      return Optional.of("the mean of the weights is made of all of them after every update");
    }
    boolean isRecorded = settings.historyDetail == HistoryDetail.UPDATE;
    return isRecorded && first.curvature() > 0 && !first.decays()
        ? Optional.of("the gradient of " + first + ", which is recorded, has every weight in it")
        : Optional.empty();
  }
}
