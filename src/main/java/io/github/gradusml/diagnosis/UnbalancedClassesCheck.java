package io.github.gradusml.diagnosis;

import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.DistinctNumbers;
import io.github.gradusml.internal.Texts;
import io.github.gradusml.metric.Scores;
import io.github.gradusml.training.Case;
import io.github.gradusml.training.Verdict;

/**
 * Whether a class is so rare that the training did well to forget about it: the mean loss hardly
 * feels it, and most of its rows are taken for others.
 */
final class UnbalancedClassesCheck {
  /** A class with less than this share of what would be its share among equals is rare. */
  private static final double RARE = 0.2;

  /** A class of which less is recognized suffers, if the others are better off by much. */
  private static final double MOST_RECALL = 0.7;

  /** By how much a class must be worse off than rows are on the whole. */
  private static final double LEAST_GAP = 0.2;

  /** Of fewer rows of a class nothing can be said. */
  private static final int LEAST_ROWS = 5;

  private final Dataset sample;
  private final Scores scores;
  private final DistinctNumbers classes;

  private UnbalancedClassesCheck(Dataset sample, Scores scores) {
    this.sample = sample;
    this.scores = scores;
    this.classes = DistinctNumbers.of(sample.targets());
  }

  static Verdict verdict(Case training) {
    if (training.result().divergence().isPresent()) {
      return Verdict.notApplicable("the training diverged");
    }
    if (!ModelParts.tellsClassesApart(training)) {
      return Verdict.notApplicable("it tells no classes apart");
    }
    try {
      Scores scores = Scores.of(training.model(), training.sample());
      return new UnbalancedClassesCheck(training.sample(), scores).verdict();
    } catch (IllegalArgumentException | IllegalStateException noClasses) {
      return Verdict.notApplicable("the model takes these rows for no classes");
    }
  }

  private Verdict verdict() {
    int k = classes.size();
    if (k == 1) {
      return Verdict.notApplicable("all rows are of one class");
    }
    double[] shares = sample.relativeWeights();
    double[] ofClass = new double[k];
    double[] right = new double[k];
    double allRight = 0;
    int[] actual = scores.actualClasses();
    for (int i = 0; i < shares.length; i++) {
      int c = classes.indexOf(sample.target(i));
      double share = shares[i] / shares.length;
      boolean isRight = scores.classified(i) == actual[i];
      ofClass[c] += share;
      right[c] += isRight ? share : 0;
      allRight += isRight ? share : 0;
    }
    return worst(ofClass, right, allRight);
  }

  private Verdict worst(double[] ofClass, double[] right, double allRight) {
    int k = ofClass.length;
    int worst = -1;
    for (int c = 0; c < k; c++) {
      boolean isRare = ofClass[c] < RARE / k && classes.count(c) >= LEAST_ROWS;
      double recall = right[c] / ofClass[c];
      boolean suffers = recall < MOST_RECALL && recall < allRight - LEAST_GAP;
      if (isRare && suffers && (worst < 0 || recall < right[worst] / ofClass[worst])) {
        worst = c;
      }
    }
    return worst < 0 ? Verdict.clear() : found(worst, ofClass[worst], right[worst], allRight);
  }

  private Verdict found(int worst, double share, double right, double allRight) {
    return Verdict.found(
        "the class of target "
            + sample.targetText(classes.number(worst))
            + " has "
            + Texts.percent(share)
            + " of all that counts, and of it the model recognizes "
            + Texts.percent(right / share)
            + " (recall), though "
            + Texts.percent(allRight)
            + " of all rows are right: the mean loss hardly feels a class so rare.",
        "Let every class count the same: train on train.withBalancedClasses().");
  }
}
