package io.github.gradusml.training;

import io.github.gradusml.core.Model;
import io.github.gradusml.internal.Texts;
import io.github.gradusml.stability.Divergence;
import io.github.gradusml.stability.Oscillation;
import java.util.List;
import java.util.Optional;

/**
 * What a training gives back: the trained model, the history, and why it ended.
 *
 * @param <M> the kind of model
 */
public final class TrainingResult<M extends Model<M>> {
  private final M start;
  private final M model;
  private final TrainingHistory history;
  private final StopReason stopReason;
  private final Divergence divergence;
  private final Oscillation oscillation;
  private final List<Finding> findings;
  private final Checkpoint end;

  TrainingResult(
      M start,
      M model,
      TrainingHistory history,
      StopReason stopReason,
      Divergence divergence,
      Oscillation oscillation,
      List<Finding> findings,
      Checkpoint end) {
    this.start = start;
    this.model = model;
    this.history = history;
    this.stopReason = stopReason;
    this.divergence = divergence;
    this.oscillation = oscillation;
    this.findings = findings;
    this.end = end;
  }

  /**
   * Returns the trained model; after early stopping, the one with the best loss.
   *
   * @return the model
   * @throws TrainingDivergedException if training diverged; the message says what to do
   */
  public M model() {
    if (divergence != null) {
      throw new TrainingDivergedException(divergence);
    }
    return model;
  }

  /**
   * Returns the trained model or, if training diverged, the last one whose weights were still of a
   * reasonable size: of no use but to be looked at.
   *
   * @return the model
   */
  public M lastFiniteModel() {
    return model;
  }

  /**
   * Returns where the training began: the model before its first update, of a training that was
   * resumed before its first one since.
   *
   * @return the model
   */
  public M start() {
    return start;
  }

  /**
   * Returns what was recorded, also if training diverged.
   *
   * @return the history
   */
  public TrainingHistory history() {
    return history;
  }

  /**
   * Returns why training ended.
   *
   * @return the reason
   */
  public StopReason stopReason() {
    return stopReason;
  }

  /**
   * Returns how training diverged, if it did.
   *
   * @return empty unless {@link #stopReason()} is {@link StopReason#DIVERGED}
   */
  public Optional<Divergence> divergence() {
    return Optional.ofNullable(divergence);
  }

  /**
   * Returns how training oscillated, if it did: a loss that cannot overflow does so when the
   * learning rate is too large.
   *
   * @return empty unless the epochs recorded show it
   */
  public Optional<Oscillation> oscillation() {
    return Optional.ofNullable(oscillation);
  }

  /**
   * Returns what the training has to say at its end, as the log does: what went wrong or is likely
   * to, and what to do about it. What it advises was tried before, on a sample of the rows. After
   * early stopping it judges the weights that are kept. A diagnosis looks further, see {@code
   * io.github.gradusml.diagnosis}.
   *
   * @return the most important first; empty before its end, and with {@link Trainer#withoutLog()}
   */
  public List<Finding> findings() {
    return findings;
  }

  /** The same with what it has to say. */
  TrainingResult<M> with(List<Finding> found) {
    return new TrainingResult<>(
        start, model, history, stopReason, divergence, oscillation, found, end);
  }

  /**
   * Returns the number of epochs begun, together with those of the trainings that this one resumed.
   *
   * @return 0 where training was left before its first update
   */
  public int epochs() {
    return end.epochs();
  }

  /**
   * Returns the number of updates made, together with those of the trainings that this one resumed.
   *
   * @return 0 where training was left before its first update
   */
  public long updates() {
    return end.updates();
  }

  Checkpoint end() {
    return end;
  }

  /** Says the model and how training went; a model that is a table stands below. */
  @Override
  public String toString() {
    String epochs = Texts.count(epochs(), "epoch");
    String updates = Texts.count(updates(), "update");
    String went = epochs + ", " + updates + ", " + stopReason + ")";
    String text = String.valueOf(model);
    return "TrainingResult(" + (text.contains("\n") ? went + "\n" + text : text + ", " + went);
  }
}
