package io.github.gradusml.tuning;

import static io.github.gradusml.tuning.RateSuggestion.number;
import static io.github.gradusml.tuning.RateSuggestion.percent;

import io.github.gradusml.core.Model;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.training.HistoryDetail;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.TrainingResult;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.apache.commons.math3.util.FastMath;

/**
 * Searches the rate that ends with the lowest objective after as many epochs as the real training has.
 *
 * <pre>{@code
 * f ← 2
 * compare η with η·f and η/f:
 *   both end within 1% of η    done, it matters little
 *   the better is below η      go there
 *   neither                    f ← √f, as far as 1.09
 * }</pre>
 */
final class RehearsalSearch {
  /** A rate is start·2^(k/16); a factor of 2 is 16 steps, and the finest, 2^(1/8), is 2. */
  private static final int STEPS_OF_FACTOR_2 = 16;

  private static final int FINEST = 2;
  private static final double MATTERS_LITTLE = 0.01;

  private final Trainer trainer;
  private final int most;
  private final double largest;
  private final TreeMap<Integer, Rehearsal> rehearsals = new TreeMap<>();
  private int best;
  private boolean settled;

  /**
   * @param trainer as the real one; its rate does not matter
   * @param most how many trainings, at the most
   * @param largest rates beyond it need not be tried: they diverge
   */
  RehearsalSearch(Trainer trainer, int most, double largest) {
    this.trainer = trainer.withHistory(HistoryDetail.FINAL);
    this.most = most;
    this.largest = largest;
  }

  <M extends Model<M>> RehearsalSearch run(M model, Dataset data, double start) {
    int step = STEPS_OF_FACTOR_2;
    boolean goesOn = rehearse(model, data, start, 0);
    while (goesOn && !settled) {
      goesOn =
          rehearse(model, data, start, best + step) && rehearse(model, data, start, best - step);
      if (!goesOn) {
        best = bestSoFar();
      } else if (mattersLittle(best + step) && mattersLittle(best - step)) {
        settled = true;
      } else if (bestSoFar() != best) {
        best = bestSoFar();
      } else if (step > FINEST) {
        step /= 2;
      } else {
        settled = !diverged(best);
        goesOn = settled;
      }
    }
    return this;
  }

  /** Returns false if there have been enough. */
  private <M extends Model<M>> boolean rehearse(M model, Dataset data, double start, int k) {
    if (rehearsals.containsKey(k)) {
      return true;
    }
    if (rehearsals.size() == most) {
      return false;
    }
    double rate = start * FastMath.pow(2, (double) k / STEPS_OF_FACTOR_2);
    double end = rate < largest ? objective(model, data, rate) : Double.POSITIVE_INFINITY;
    rehearsals.put(k, new Rehearsal(rate, end));
    return true;
  }

  private <M extends Model<M>> double objective(M model, Dataset data, double rate) {
    TrainingResult<M> result =
        trainer.withLearningRate(LearningRate.constant(rate)).fit(model, data);
    return result.divergence().isPresent()
        ? Double.POSITIVE_INFINITY
        : result.history().last().objective();
  }

  private double objective(int k) {
    return rehearsals.get(k).objective();
  }

  /** NaN, of two that diverged, matters much. */
  private boolean mattersLittle(int k) {
    return Math.abs(objective(k) - objective(best)) <= MATTERS_LITTLE * Math.abs(objective(best));
  }

  /** The lowest; of two as low, the smaller rate. */
  private int bestSoFar() {
    return rehearsals.entrySet().stream()
        .min(Comparator.comparingDouble(entry -> entry.getValue().objective()))
        .orElseThrow()
        .getKey();
  }

  /** All trainings, by rate. */
  List<Rehearsal> rehearsals() {
    return List.copyOf(rehearsals.values());
  }

  /** What the search says of the rate that it began with. */
  RateSuggestion judge(RateSuggestion start) {
    double excess = objective(0) / objective(best) - 1;
    boolean confirmed = settled && excess <= MATTERS_LITTLE;
    String caution = confirmed ? scope() : doubt(excess);
    return new RateSuggestion(start.name(), start.rate(), start.how(), caution, confirmed);
  }

  private String doubt(double excess) {
    if (diverged(best)) {
      return "all " + rehearsals.size() + " rehearsed trainings diverged";
    }
    if (diverged(0)) {
      return "rehearsed, it diverged, unlike " + number(rehearsals.get(best).learningRate());
    }
    if (excess > MATTERS_LITTLE) {
      return "rehearsed, it ended "
          + percent(excess)
          + " above "
          + number(rehearsals.get(best).learningRate());
    }
    return scope();
  }

  private boolean diverged(int k) {
    return objective(k) == Double.POSITIVE_INFINITY;
  }

  /** The best rate: that which the search began with, unless another ends more than 1% lower. */
  RateSuggestion best(RateSuggestion start) {
    if (best == 0 || diverged(best)) {
      return judge(start);
    }
    String how =
        "the best of "
            + rehearsals.size()
            + " rehearsed trainings, which began with "
            + start.name()
            + " and ended up to "
            + percent(1 - objective(best) / objective(0))
            + " lower";
    double rate = rehearsals.get(best).learningRate();
    return new RateSuggestion("rehearsed", rate, how, scope(), settled);
  }

  private String scope() {
    return "it holds for "
        + trainer.epochs()
        + " epochs at a constant rate, this start and this seed"
        + (settled ? "" : ", and better ones may be found in more rehearsals than " + most);
  }
}
