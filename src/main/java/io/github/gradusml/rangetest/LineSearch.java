package io.github.gradusml.rangetest;

import static io.github.gradusml.internal.Texts.number;
import static io.github.gradusml.internal.Texts.percent;

import io.github.gradusml.core.Model;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Cancelled;
import io.github.gradusml.internal.Progress;
import io.github.gradusml.rate.LearningRate;
import io.github.gradusml.training.Trainer;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleFunction;
import org.apache.commons.math3.util.FastMath;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Searches the rate that ends with the lowest objective after as many epochs as the real training
 * has.
 *
 * <pre>{@code
 * f ← 2
 * compare η with η·f and η/f:
 *   both end within 1% of η    done, it matters little
 *   the better is below η      go there
 *   neither                    f ← √f, as far as 1.09
 * }</pre>
 */
final class LineSearch {
  /** A rate is start·2^(k/16); a factor of 2 is 16 steps, and the finest, 2^(1/8), is 2. */
  private static final int STEPS_OF_FACTOR_2 = 16;

  private static final int FINEST = 2;
  private static final double MATTERS_LITTLE = 0.01;
  private static final Logger LOG = LoggerFactory.getLogger(LearningRateRangeTest.class);

  private final RateSuggestion start;
  private final int epochs;
  private final int most;
  private final double largest;
  private final DoubleFunction<TriedRate> training;
  private final TreeMap<Integer, TriedRate> tried = new TreeMap<>();
  private int best;
  private boolean settled;

  private LineSearch(
      RateSuggestion start,
      int epochs,
      int most,
      double largest,
      DoubleFunction<TriedRate> training) {
    this.start = start;
    this.epochs = epochs;
    this.most = most;
    this.largest = largest;
    this.training = training;
  }

  /**
   * Searches.
   *
   * @param start the rate to begin with
   * @param most how many trainings, at the most; at least 1
   * @param largest rates from it on need not be tried: they diverge
   */
  static <M extends Model<M>> LineSearch run(
      RateSuggestion start, int most, double largest, Trainer trainer, M model, Dataset data) {
    Trainer bare = trainer.withoutObservers();
    Progress progress = new Progress(most, System::nanoTime);
    LineSearch search =
        new LineSearch(
            start,
            trainer.epochs(),
            most,
            largest,
            rate -> {
              Trainer constant = bare.withLearningRate(LearningRate.constant(rate));
              TriedRate tried = TriedRate.of(rate, constant.fit(model, data));
              progress.oneMoreDone().ifPresent(left -> tell(progress, left));
              return tried;
            });
    try {
      search.run();
    } catch (CancellationException e) {
      throw Cancelled.because(
          "line search was interrupted when "
              + search.tried.size()
              + " of at most "
              + most
              + " trainings were done",
          e);
    }
    return search;
  }

  private static void tell(Progress progress, double left) {
    LOG.info(
        "line search: {} trainings done at the most, {}", progress.count(), Progress.left(left));
  }

  private void run() {
    int step = STEPS_OF_FACTOR_2;
    boolean goesOn = tryOut(0);
    while (goesOn && !settled) {
      if (!tryOut(best + step) || !tryOut(best - step)) {
        goesOn = false;
        best = lowest();
      } else if (mattersLittle(best + step) && mattersLittle(best - step)) {
        settled = true;
      } else if (lowest() != best) {
        best = lowest();
      } else if (step > FINEST) {
        step /= 2;
      } else {
        goesOn = false;
        settled = !diverged(best);
      }
    }
  }

  /** Returns false if there have been enough. */
  private boolean tryOut(int k) {
    if (!tried.containsKey(k)) {
      if (tried.size() == most) {
        return false;
      }
      double rate = start.rate() * FastMath.pow(2, (double) k / STEPS_OF_FACTOR_2);
      tried.put(k, rate < largest ? training.apply(rate) : TriedRate.diverged(rate));
    }
    return true;
  }

  private double objective(int k) {
    return tried.get(k).objective();
  }

  private boolean diverged(int k) {
    return objective(k) == Double.POSITIVE_INFINITY;
  }

  /** NaN, of two that diverged, matters. */
  private boolean mattersLittle(int k) {
    return Math.abs(objective(k) - objective(best)) <= MATTERS_LITTLE * Math.abs(objective(best));
  }

  /** Of several as low, the smallest rate. */
  private int lowest() {
    return tried.entrySet().stream()
        .min(Comparator.comparingDouble(entry -> entry.getValue().objective()))
        .orElseThrow()
        .getKey();
  }

  /** All trainings, by rate. */
  List<TriedRate> tried() {
    return List.copyOf(tried.values());
  }

  /** What the search says of the rate that it began with. */
  RateSuggestion start() {
    boolean confirmed = mattersLittle(0) && isReliable(0);
    String how = start.how();
    if (mattersLittle(0)) {
      how += "; none of " + tried.size() + " trainings of a line search ended more than 1% lower";
    }
    return new RateSuggestion(start.name(), start.rate(), how, startsCaution(), confirmed);
  }

  private String startsCaution() {
    String bestRate = number(tried.get(best).learningRate());
    if (diverged(best)) {
      return "all " + tried.size() + " trainings of a line search diverged";
    }
    if (diverged(0)) {
      return "in a line search it diverged, unlike " + bestRate;
    }
    return mattersLittle(0)
        ? scope(0)
        : "in a line search its objective ended at "
            + number(objective(0))
            + ", and that of rate "
            + bestRate
            + " at "
            + number(objective(best));
  }

  /** The best rate: the first unless the search went elsewhere. */
  RateSuggestion best() {
    if (best == 0 || diverged(best)) {
      return start();
    }
    String how =
        "the best of "
            + tried.size()
            + " trainings of a line search; it ended "
            + lower()
            + start.name();
    double rate = tried.get(best).learningRate();
    return new RateSuggestion("line search", rate, how, scope(best), isReliable(best));
  }

  private String lower() {
    if (objective(best) == objective(0)) {
      return "as low as with ";
    }
    String much = diverged(0) ? "" : percent(1 - objective(best) / objective(0)) + " ";
    return much + "lower than with ";
  }

  private boolean isReliable(int k) {
    return settled && tried.get(k).unsteadiness() <= MATTERS_LITTLE;
  }

  private String scope(int k) {
    String text = "it holds for " + epochs + " epochs at a constant rate, this start and this seed";
    if (!settled) {
      text += "; more trainings than " + most + " may find a better one";
    }
    double jumps = tried.get(k).unsteadiness();
    if (jumps > MATTERS_LITTLE) {
      text +=
          "; at the end the objective still jumps by "
              + percent(jumps)
              + " from epoch to epoch, so that where it ends is luck, and a falling rate does"
              + " better";
    }
    return text;
  }
}
