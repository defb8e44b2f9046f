package io.github.gradusml.stability;

import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a training diverged, why, and what to change.
 *
 * <p>Article: section 4, Effect of learning rate: the weights explode.
 *
 * @param epoch the epoch, from 1
 * @param update the update, from 1, at which it was noticed
 * @param learningRate the rate of that update
 * @param largestRate the largest rate up to that update
 * @param symptom what was seen, in words
 * @param objectives the objective at the end of the last few epochs before, oldest first
 * @param stability the largest stable rate, where it can be computed
 * @param dominantFeature the feature whose scale is at fault, where there is one
 * @param advice the one change that is most likely to help, with the call that makes it: a sentence
 */
public record Divergence(
    int epoch,
    long update,
    double learningRate,
    double largestRate,
    String symptom,
    List<Double> objectives,
    Optional<Stability> stability,
    Optional<DominantFeature> dominantFeature,
    String advice) {
  /**
   * Copies the objectives.
   *
   * @param epoch the epoch in which it was seen
   * @param update the update after which it was seen
   * @param learningRate the rate of that update
   * @param largestRate the largest rate up to that update
   * @param symptom what was seen, in words
   * @param objectives the objective at the end of the last few epochs before, oldest first
   * @param stability the largest stable rate, where it can be computed
   * @param dominantFeature the feature whose scale is at fault, where there is one
   * @param advice the one change that is most likely to help
   */
  public Divergence {
    Checks.notNull("symptom", symptom);
    objectives = Checks.noneNull("objectives", objectives);
    Checks.notNull("stability", stability);
    Checks.notNull("dominantFeature", dominantFeature);
    Checks.notNull("advice", advice);
  }

  /**
   * Says what happened, why, and what to do.
   *
   * @return a few sentences
   */
  public String explanation() {
    return evidence() + " " + cure();
  }

  /**
   * Says what happened and why.
   *
   * @return a few sentences
   */
  public String evidence() {
    StringBuilder text = new StringBuilder();
    text.append("training diverged in epoch ").append(epoch);
    text.append(" at update ").append(update);
    text.append(" with learning rate ").append(Texts.number(learningRate));
    text.append(": ").append(symptom);
    if (!objectives.isEmpty()) {
      text.append(", after objectives of ");
      text.append(objectives.stream().map(Texts::number).collect(Collectors.joining(", ")));
    }
    text.append(".");
    stability.ifPresent(limit -> text.append(comparison(limit)));
    dominantFeature.ifPresent(
        feature -> text.append(" The reason: ").append(feature.description()).append("."));
    return text.toString();
  }

  /**
   * Says what to do.
   *
   * @return a few sentences
   */
  public String cure() {
    return advice + " history() and lastFiniteModel() show how far it came.";
  }

  private String comparison(Stability limit) {
    return (limit.exact() ? " The largest stable rate is " : " Any rate below ")
        + Texts.number(limit.largestRate())
        + (limit.exact() ? "; " : " is stable; ")
        + (largestRate > learningRate ? "the largest so far was " : "this one is ")
        + Texts.number(largestRate / limit.largestRate())
        + " times that.";
  }
}
