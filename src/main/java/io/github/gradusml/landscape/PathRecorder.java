package io.github.gradusml.landscape;

import io.github.gradusml.core.Model;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.training.EpochRecord;
import io.github.gradusml.training.Objective;
import io.github.gradusml.training.Training;
import io.github.gradusml.training.TrainingDivergedException;
import io.github.gradusml.training.TrainingListener;
import io.github.gradusml.training.UpdateRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * Listens to one training and records the way it goes.
 *
 * <pre>{@code
 * PathRecorder recorder = PathRecorder.from(objective, start);
 * trainer.withHistory(HistoryDetail.UPDATE).withListener(recorder).fit(start, data);
 * DescentPath path = recorder.path();
 * }</pre>
 *
 * <p>With {@code HistoryDetail.UPDATE} it records every update, else the end of every epoch.
 * Listening changes no bit of the training. What is recorded are the weights that are trained, also
 * where the result has the best or the mean ones instead. A training that diverges is recorded up
 * to where it was noticed.
 *
 * <p>Memory is bounded: at most 4,096 points are kept and four million numbers in all. When they
 * are full, every other point is dropped, and from then on every second update is recorded, every
 * fourth, and so on. The first and the last point are always there.
 *
 * <p>A recorder belongs to one training and its thread.
 *
 * <p>Article: section 2, Ways to update weights.
 */
public final class PathRecorder implements TrainingListener {
  private static final int MOST_POINTS = 4096;
  private static final int MOST_NUMBERS = 4_000_000;
  private static final int FEWEST_POINTS = 4;

  /** A point whose objective is still to be computed. */
  private record Place(long updates, long evaluations, double[] theta) {}

  private final Objective objective;
  private final int most;
  private final List<Place> kept = new ArrayList<>();
  private Place last;
  private long evaluations;
  private long heard;
  private long stride = 1;
  private boolean hearsUpdates;

  private PathRecorder(Objective objective, double[] theta) {
    this.objective = objective;
    this.most = Math.max(FEWEST_POINTS, Math.min(MOST_POINTS, MOST_NUMBERS / theta.length));
    this.last = new Place(0, 0, theta);
    kept.add(last);
  }

  /**
   * Returns a recorder for one training.
   *
   * @param objective what is descended on; the same one for all paths that are to be compared
   * @param start the model that the training begins with
   * @return the recorder, to be given to {@code Trainer.withListener}
   * @throws IllegalArgumentException if model and objective differ in the number of parameters
   */
  public static PathRecorder from(Objective objective, Model<?> start) {
    Checks.notNull("objective", objective);
    return new PathRecorder(objective, Plane.parameters("start", start, objective));
  }

  @Override
  public void updated(UpdateRecord update, Training<?> training) {
    Checks.notNull("update", update);
    Checks.notNull("training", training);
    hearsUpdates = true;
    hear(update.update(), training.rows().length, training);
  }

  @Override
  public void epochEnded(EpochRecord epoch, Training<?> training) {
    Checks.notNull("epoch", epoch);
    Checks.notNull("training", training);
    if (!hearsUpdates) {
      hear(epoch.updates(), objective.rows(), training);
    }
  }

  private void hear(long updates, int rows, Training<?> training) {
    if (updates <= last.updates) {
      throw new IllegalStateException(
          "a recorder is of one training, and has heard of its update "
              + last.updates
              + " already; PathRecorder.from makes another one");
    }
    double[] theta;
    try {
      theta = Plane.parameters("model", training.model(), objective);
    } catch (TrainingDivergedException e) {
      return; // There are no weights to go on with, and the result of the training will say so.
    }
    evaluations += rows;
    heard++;
    last = new Place(updates, evaluations, theta);
    if (heard % stride == 0) {
      kept.add(last);
    }
    if (kept.size() == most) {
      dropEveryOther();
    }
  }

  /** The first one stays, and all whose number divides by the new stride. */
  private void dropEveryOther() {
    stride *= 2;
    List<Place> others = new ArrayList<>();
    for (int k = 0; k < kept.size(); k += 2) {
      others.add(kept.get(k));
    }
    kept.clear();
    kept.addAll(others);
  }

  /**
   * Returns the path so far. The objective is computed here, at each point over all rows.
   *
   * @return a path that stands still; its first point is the start
   * @throws CancellationException if the thread is interrupted
   */
  public DescentPath path() {
    List<Place> places = new ArrayList<>(kept);
    if (places.get(places.size() - 1) != last) {
      places.add(last);
    }
    List<PathPoint> points = new ArrayList<>();
    for (Place place : places) {
      SurfaceGrid.goOnUnlessInterrupted("objective along the path");
      double height = objective.at(place.theta);
      points.add(new PathPoint(place.updates, place.evaluations, place.theta, height));
    }
    return new DescentPath(objective, points);
  }

  /** Says how far it has listened. */
  @Override
  public String toString() {
    return "PathRecorder(" + kept.size() + " points, update " + last.updates + ")";
  }
}
