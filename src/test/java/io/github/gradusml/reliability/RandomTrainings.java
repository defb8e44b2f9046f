package io.github.gradusml.reliability;

import io.github.gradusml.core.Perceptron;
import io.github.gradusml.reliability.RandomTraining.Truth;
import io.github.gradusml.training.TrainingResult;
import io.github.gradusml.training.Warning;
import io.github.gradusml.training.Warning.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Random trainings by the thousand: how many of those that diverge are told, and how many healthy
 * ones are accused.
 */
public final class RandomTrainings {
  private static final Set<Kind> ACCUSATIONS =
      EnumSet.of(Kind.DIVERGED, Kind.OSCILLATES, Kind.WORSE_THAN_NOTHING, Kind.RATE_ABOVE_LIMIT);

  private final List<RandomTraining> diverging = new ArrayList<>();
  private final List<RandomTraining> untold = new ArrayList<>();
  private final List<RandomTraining> misled = new ArrayList<>();
  private final List<RandomTraining> healthy = new ArrayList<>();
  private final List<RandomTraining> accused = new ArrayList<>();

  /** Trains from a seed on, until there are as many of both kinds. */
  static RandomTrainings of(long firstSeed, int ofEach) {
    RandomTrainings all = new RandomTrainings();
    for (long seed = firstSeed;
        all.diverging.size() < ofEach || all.healthy.size() < ofEach;
        seed++) {
      RandomTraining training = RandomTraining.of(seed);
      Truth truth = training.truth();
      if (truth == Truth.DIVERGES && all.diverging.size() < ofEach) {
        all.diverging.add(training);
        String told = accusation(training.run());
        if (told.isEmpty()) {
          all.untold.add(training);
        } else if (!training.learnsBy(told)) {
          all.misled.add(training);
        }
      }
      if (truth == Truth.HEALTHY && all.healthy.size() < ofEach) {
        all.healthy.add(training);
        if (!accusation(training.run()).isEmpty()) {
          all.accused.add(training);
        }
      }
    }
    return all;
  }

  /** What a training says against its learning rate; empty where nothing. */
  private static String accusation(TrainingResult<Perceptron> result) {
    return result.warnings().stream()
        .filter(warning -> ACCUSATIONS.contains(warning.kind()))
        .map(Warning::text)
        .findFirst()
        .orElse("");
  }

  List<RandomTraining> untold() {
    return untold;
  }

  List<RandomTraining> misled() {
    return misled;
  }

  List<RandomTraining> accused() {
    return accused;
  }

  /**
   * Prints the figures, and every training that was judged wrongly.
   *
   * @param args the first seed and how many of each kind
   */
  public static void main(String[] args) {
    long seed = args.length > 0 ? Long.parseLong(args[0]) : 0;
    int count = args.length > 1 ? Integer.parseInt(args[1]) : 2000;
    RandomTrainings all = of(seed, count);
    all.untold.forEach(training -> System.out.println("untold:  " + training));
    all.misled.forEach(training -> System.out.println("misled:  " + training));
    all.accused.forEach(training -> System.out.println("accused: " + training));
    System.out.printf(
        Locale.ROOT,
        "of %d diverging trainings %d are told (%.2f%%), and %d of these fail again as they are"
            + " advised; of %d healthy ones %d are accused (%.2f%%)%n",
        count,
        count - all.untold.size(),
        100.0 * (count - all.untold.size()) / count,
        all.misled.size(),
        count,
        all.accused.size(),
        100.0 * all.accused.size() / count);
  }
}
