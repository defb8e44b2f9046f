package io.github.gradusml.reliability;

import io.github.gradusml.network.Network;
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
 * Random trainings of softmax and networks by the thousand: how many of those that diverge are
 * told, and how many healthy ones are accused.
 */
public final class RandomNetworks {
  private static final Set<Kind> ACCUSATIONS =
      EnumSet.of(Kind.DIVERGED, Kind.OSCILLATES, Kind.WORSE_THAN_NOTHING, Kind.RATE_ABOVE_LIMIT);

  private final List<RandomNetwork> diverging = new ArrayList<>();
  private final List<RandomNetwork> untold = new ArrayList<>();
  private final List<RandomNetwork> misled = new ArrayList<>();
  private final List<RandomNetwork> healthy = new ArrayList<>();
  private final List<RandomNetwork> accused = new ArrayList<>();
  private final List<RandomNetwork> hurried = new ArrayList<>();
  private final List<RandomNetwork> overshot = new ArrayList<>();

  /** Trains from a seed on, until there are as many of both kinds. */
  static RandomNetworks of(long firstSeed, int ofEach) {
    RandomNetworks all = new RandomNetworks();
    for (long seed = firstSeed;
        all.diverging.size() < ofEach || all.healthy.size() < ofEach;
        seed++) {
      RandomNetwork training = RandomNetwork.of(seed);
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

  private void takeDiverging(RandomNetwork training) {
    diverging.add(training);
    String told = said(training.run(), ACCUSATIONS);
    if (told.isEmpty()) {
      untold.add(training);
    } else if (!training.learnsBy(told)) {
      misled.add(training);
    }
  }

  private void takeHealthy(RandomNetwork training) {
    healthy.add(training);
    TrainingResult<Network> result = training.run();
    String toTakeMore = said(result, EnumSet.of(Kind.RATE_TOO_SMALL));
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
  private static String said(TrainingResult<Network> result, Set<Kind> kinds) {
    return result.warnings().stream()
        .filter(warning -> kinds.contains(warning.kind()))
        .map(Warning::text)
        .findFirst()
        .orElse("");
  }

  List<RandomNetwork> untold() {
    return untold;
  }

  List<RandomNetwork> misled() {
    return misled;
  }

  List<RandomNetwork> accused() {
    return accused;
  }

  List<RandomNetwork> overshot() {
    return overshot;
  }

  /**
   * Prints the figures, and every training that was judged wrongly.
   *
   * @param args the first seed and how many of each kind
   */
  public static void main(String[] args) {
    long seed = args.length > 0 ? Long.parseLong(args[0]) : 0;
    int count = args.length > 1 ? Integer.parseInt(args[1]) : 2000;
    RandomNetworks all = of(seed, count);
    all.untold.forEach(training -> System.out.println("untold:  " + training));
    all.misled.forEach(training -> System.out.println("misled:  " + training));
    all.accused.forEach(training -> System.out.println("accused: " + training));
    all.overshot.forEach(training -> System.out.println("overshot: " + training));
    System.out.printf(
        Locale.ROOT,
        "of %d diverging networks %d are told (%.2f%%), and %d of these fail again as they are"
            + " advised; of %d healthy ones %d are accused (%.2f%%), and %d are told to take a"
            + " larger rate, with which %d come less far%n",
        count,
        count - all.untold.size(),
        100.0 * (count - all.untold.size()) / count,
        all.misled.size(),
        count,
        all.accused.size(),
        100.0 * all.accused.size() / count,
        all.hurried.size(),
        all.overshot.size());
  }
}
