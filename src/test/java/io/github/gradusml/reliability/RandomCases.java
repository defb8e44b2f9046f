package io.github.gradusml.reliability;

import io.github.gradusml.reliability.RandomTraining.Truth;
import io.github.gradusml.training.Finding;
import io.github.gradusml.training.TrainingResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongFunction;

/**
 * Random trainings by the thousand: how many of those that diverge are told, how many healthy ones
 * are accused, and what the advice is worth.
 */
final class RandomCases {
  private static final Set<String> ACCUSATIONS =
      Set.of("DIVERGED", "OSCILLATES", "WORSE_THAN_NOTHING", "RATE_ABOVE_LIMIT");

  private final List<RandomCase> diverging = new ArrayList<>();
  private final List<RandomCase> untold = new ArrayList<>();
  private final List<RandomCase> misled = new ArrayList<>();
  private final List<RandomCase> healthy = new ArrayList<>();
  private final List<RandomCase> accused = new ArrayList<>();
  private final List<RandomCase> hurried = new ArrayList<>();
  private final List<RandomCase> overshot = new ArrayList<>();

  private RandomCases() {}

  /**
   * Trains from a seed on, until there are as many of both kinds.
   *
   * @param ofSeed makes a training
   */
  static RandomCases of(LongFunction<? extends RandomCase> ofSeed, long firstSeed, int ofEach) {
    RandomCases all = new RandomCases();
    for (long seed = firstSeed;
        all.diverging.size() < ofEach || all.healthy.size() < ofEach;
        seed++) {
      RandomCase training = ofSeed.apply(seed);
      Truth truth = training.truth();
      if (truth == Truth.DIVERGES && all.diverging.size() < ofEach) {
        all.takeDiverging(training);
      }
      if (truth == Truth.HEALTHY && all.healthy.size() < ofEach) {
        all.takeHealthy(training);
      }
    }
    return all;
  }

  private void takeDiverging(RandomCase training) {
    diverging.add(training);
    String told = said(training.run(), ACCUSATIONS);
    if (told.isEmpty()) {
      untold.add(training);
    } else if (!training.learnsBy(told)) {
      misled.add(training);
    }
  }

  private void takeHealthy(RandomCase training) {
    healthy.add(training);
    TrainingResult<?> result = training.run();
    String toTakeMore = said(result, Set.of("RATE_TOO_SMALL"));
    if (!said(result, ACCUSATIONS).isEmpty()) {
      accused.add(training);
    } else if (!toTakeMore.isEmpty()) {
      hurried.add(training);
      if (!training.comesFurtherBy(toTakeMore)) {
        overshot.add(training);
      }
    }
  }

  /** What a training says of some kinds; empty where nothing. */
  private static String said(TrainingResult<?> result, Set<String> kinds) {
    return result.findings().stream()
        .filter(warning -> kinds.contains(warning.code()))
        .map(Finding::text)
        .findFirst()
        .orElse("");
  }

  List<RandomCase> untold() {
    return untold;
  }

  List<RandomCase> misled() {
    return misled;
  }

  List<RandomCase> accused() {
    return accused;
  }

  List<RandomCase> overshot() {
    return overshot;
  }

  /** Prints the figures, and every training that was judged wrongly. */
  void print() {
    untold.forEach(training -> System.out.println("untold:   " + training));
    misled.forEach(training -> System.out.println("misled:   " + training));
    accused.forEach(training -> System.out.println("accused:  " + training));
    overshot.forEach(training -> System.out.println("overshot: " + training));
    int count = diverging.size();
    int told = count - untold.size();
    System.out.printf(
        Locale.ROOT,
        "of %d diverging trainings %d are told (%.2f%%), and %d of these fail again as they are"
            + " advised; of %d healthy ones %d are accused (%.2f%%), and %d are told to take a"
            + " larger rate, with which %d come less far%n",
        count,
        told,
        100.0 * told / count,
        misled.size(),
        healthy.size(),
        accused.size(),
        100.0 * accused.size() / healthy.size(),
        hurried.size(),
        overshot.size());
  }
}
