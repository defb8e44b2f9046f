package io.github.gradusml.diagnosis;

import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Texts;
import io.github.gradusml.training.Case;
import io.github.gradusml.training.Verdict;
import java.util.Optional;

/**
 * Whether the model is too simple for its rows: hardly better than no features, on those trained on
 * and on others, while one with a hidden layer is far better.
 */
final class UnderfittingCheck {
  /** What is left of the loss of a guess, where a model is hardly better than that. */
  private static final double MUCH_LEFT = 0.5;

  /** Above so many times the loss of a guess, it is the training that failed. */
  private static final double NOT_LEARNED = 1.2;

  /** What a richer model leaves of the loss. */
  private static final double FAR_LOWER = 0.7;

  /** By how many standard errors it must be lower. */
  private static final double BEYOND_CHANCE = 2;

  private UnderfittingCheck() {}

  static Verdict verdict(Case training) {
    Optional<Dataset> others = training.validationSample();
    if (others.isEmpty()) {
      return Verdict.notApplicable("no validation rows were given");
    }
    if (training.has("NOT_SEPARABLE")) {
      return Verdict.notApplicable("no line separates the classes, which says it already");
    }
    RowLosses own = RowLosses.of(training, training.model(), training.sample());
    RowLosses other = RowLosses.of(training, training.model(), others.get());
    Guess best = Guess.of(training);
    RowLosses guess = best.on(training.sample());
    if (!own.isFinite() || !other.isFinite() || !guess.isFinite()) {
      return Verdict.notApplicable("a loss is not finite");
    }
    if (!RicherModel.isCheap(training)) {
      return Verdict.notApplicable("there are too many columns to try a richer model");
    }
    boolean isPoor =
        own.mean() > MUCH_LEFT * guess.mean()
            && own.mean() < NOT_LEARNED * guess.mean()
            && !best.isFree();
    return isPoor ? tried(training, own, other, guess) : Verdict.clear();
  }

  private static Verdict tried(Case training, RowLosses own, RowLosses other, RowLosses guess) {
    Optional<RowLosses> richer = RicherModel.withHidden(training);
    if (richer.isEmpty() || !isFarLower(richer.get(), other)) {
      return Verdict.clear();
    }
    Optional<RowLosses> same = RicherModel.same(training);
    if (same.isEmpty() || !isFarLower(richer.get(), same.get())) {
      return Verdict.clear(); // then the model would do, and its training does not
    }
    return Verdict.found(
        "the loss is "
            + Texts.number(own.mean())
            + " on the rows trained on and "
            + Texts.number(other.mean())
            + " on the validation rows, and "
            + Texts.number(guess.mean())
            + " without any features; a model with a hidden layer of "
            + RicherModel.UNITS
            + " units, tried on some rows, came to "
            + Texts.number(richer.get().mean())
            + " on the validation rows.",
        "Take a hidden layer: Network.of("
            + training.train().features()
            + ", start.output()).withHidden("
            + RicherModel.UNITS
            + ", Activation.tanh()).random(1), trained with "
            + trainer()
            + ".");
  }

  private static boolean isFarLower(RowLosses richer, RowLosses simple) {
    double chance = BEYOND_CHANCE * Math.max(richer.standardError(), simple.standardError());
    return richer.mean() < FAR_LOWER * simple.mean() && richer.mean() < simple.mean() - chance;
  }

  private static String trainer() {
    return "withUpdates(UpdateStrategy.miniBatch("
        + RicherModel.BATCH
        + ")), withOptimizer(Optimizer.adam()), withLearningRate(LearningRate.constant("
        + RicherModel.RATE
        + ")), withEpochs("
        + RicherModel.EPOCHS
        + ") and withRegularizer(Regularizer.none())";
  }
}
