package io.github.gradusml.diagnosis;

import io.github.gradusml.training.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Sick and healthy trainings by the thousand: whether each illness is found, whether its cure
 * helps, and how often a healthy training is accused. Arguments: the first seed, how many cases of
 * each illness, and the codes of some illnesses, or {@code HEALTHY}; without these, all.
 */
public final class Diagnoses {
  private Diagnoses() {}

  /** What became of the cases of one illness. */
  record Score(int cases, int found, int cured) {}

  static List<Illness> illnesses() {
    return Stream.of(EndIllnesses.ALL, DescentIllnesses.ALL, RowsIllnesses.ALL, ModelIllnesses.ALL)
        .flatMap(List::stream)
        .toList();
  }

  public static void main(String[] args) {
    long seed = Long.parseLong(args[0]);
    int count = Integer.parseInt(args[1]);
    List<String> some = List.of(args).subList(2, args.length);
    for (Illness illness : illnesses()) {
      if (some.isEmpty() || some.contains(illness.code())) {
        Score score = score(illness, seed, count);
        System.out.printf(
            "%-24s %4d cases, %4d found (%5.1f%%), %4d cured of these (%5.1f%%)%n",
            illness.code(),
            score.cases(),
            score.found(),
            100.0 * score.found() / score.cases(),
            score.cured(),
            100.0 * score.cured() / Math.max(1, score.found()));
      }
    }
    if (some.isEmpty() || some.contains("HEALTHY")) {
      Map<String, Integer> accused = new TreeMap<>();
      int ill = accused(seed, count, accused);
      System.out.printf("%-24s %4d cases, %4d accused %s%n", "HEALTHY", count, ill, accused);
    }
  }

  /** Neighboring seeds of a {@code Random} begin with nearly the same number. */
  private static Random random(long seed) {
    return new Random(new SplittableRandom(seed).nextLong());
  }

  static Score score(Illness illness, long seed, int count) {
    int found = 0;
    int cured = 0;
    for (int i = 0; i < count; i++) {
      Patient patient = illness.sick().apply(random(seed + i));
      Optional<Finding> finding = patient.finding(illness.code());
      if (finding.isPresent()) {
        found++;
        Patient treated = illness.cured().apply(patient, finding.get());
        cured += treated.finding(illness.code()).isEmpty() ? 1 : 0;
      }
    }
    return new Score(count, found, cured);
  }

  /** How many healthy trainings are accused of anything, and of what. */
  static int accused(long seed, int count, Map<String, Integer> accusations) {
    int ill = 0;
    for (int i = 0; i < count; i++) {
      List<Finding> findings =
          new ArrayList<>(HealthyTrainings.healthy(random(seed + i)).diagnose().findings());
      findings.forEach(finding -> accusations.merge(finding.code(), 1, Integer::sum));
      ill += findings.isEmpty() ? 0 : 1;
    }
    return ill;
  }
}
