package io.github.gradusml.pipeline;

import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Why a linear model predicts what it does: its net input of one row as a sum with a term for each
 * feature.
 *
 * <pre>{@code
 * z = Σⱼ wⱼ·xⱼ′ + b
 * }</pre>
 *
 * <p>A term is the weight times the prepared value. Of standardized features it says how far the
 * row moves the net input by not being average: a large weight does nothing for a row that is
 * average there.
 *
 * <p>Terms are rounded as the model rounds them. Added up in its order, they are its net input to
 * the last bit: with one net input in four interleaved sums, term j in sum j mod 4, then (s₀ + s₁)
 * + (s₂ + s₃); with several one after the other; and then the bias.
 *
 * <p>With one net input, what is above 0 speaks for class 1, or for a larger number. Of
 * standardized targets a term counts in their standard deviations, and {@link #subject} says how
 * much that is. With several, the terms are those of the predicted class; {@link #ofClass} takes
 * another. Only differences between classes decide there: {@link #against} says why one and not
 * another.
 *
 * <p>Where a calibration turns a model round, which it does with a slope below 0, the terms are
 * those of −z, so that what is above 0 still speaks for the class.
 *
 * <p>A term says what the model did, not what the world does: of two features that rise together,
 * such as the radius and the area of a cell, weights share out as the training left them.
 *
 * <p>An explanation is immutable. Symbols: z net input, w weights, x′ prepared features, b bias.
 *
 * <p>Article: section 1, Perceptron learning: the net input is a weighted sum.
 *
 * @see Pipeline#explain(double...)
 */
public final class Explanation {
  private static final int SHOWN = 10;

  private final ExplainedRow row;
  private final NetInputTerms terms;
  private final List<Contribution> contributions;

  /** What is above 0 speaks for this class; −1 where there are none. */
  private final int ofClass;

  /** And against this one; −1 where it is against all others. */
  private final int other;

  private Explanation(ExplainedRow row, NetInputTerms terms, int ofClass, int other) {
    this.row = row;
    this.terms = terms;
    this.contributions = row.contributions(terms);
    this.ofClass = ofClass;
    this.other = other;
  }

  /** Of the predicted class where each has a net input of its own. */
  static Explanation of(ExplainedRow row) {
    int predicted = row.predictedClass().orElse(-1);
    int ofClass = predicted >= 0 && row.outputs() == 1 ? 1 : predicted;
    return new Explanation(row, row.terms(ofClass), ofClass, -1);
  }

  /**
   * Returns what speaks for a class.
   *
   * @param ofClass the number of the class, from 0; with one net input, class 0 has −z
   * @return the explanation of the net input of this class
   * @throws IndexOutOfBoundsException if there is no such class
   * @throws IllegalStateException if the model tells no classes apart
   */
  public Explanation ofClass(int ofClass) {
    row.checkedClass("ofClass", ofClass);
    return new Explanation(row, row.terms(ofClass), ofClass, -1);
  }

  /**
   * Returns what speaks for the class of this explanation and against another: the differences of
   * their terms.
   *
   * @param other the number of the other class, from 0
   * @return the explanation of the difference of the two net inputs; its terms add up to it but for
   *     rounding
   * @throws IndexOutOfBoundsException if there is no such class
   * @throws IllegalStateException if there is one net input: what speaks for a class speaks against
   *     the other; or this explanation is such a difference already
   * @throws IllegalArgumentException if it is the class of this explanation
   */
  public Explanation against(int other) {
    row.checkedClass("other", other);
    if (row.outputs() == 1) {
      throw new IllegalStateException(
          "classes must have a net input each to be compared, but one net input tells both apart:"
              + " what speaks for one speaks against the other already");
    }
    if (this.other >= 0) {
      throw new IllegalStateException(
          "explanation must be of one class to be compared with another, but is of "
              + subject()
              + "; ofClass(number) gives that of one");
    }
    if (other == ofClass) {
      throw new IllegalArgumentException(
          "other must be another class than " + ofClass + ", but was " + other);
    }
    return new Explanation(row, terms.minus(row.terms(other)), ofClass, other);
  }

  /**
   * Returns the terms.
   *
   * @return one a prepared feature, in the order in which the model has them; of a sparse row, one
   *     for each that is not 0
   */
  public List<Contribution> contributions() {
    return contributions;
  }

  /**
   * Returns the largest terms of either sign.
   *
   * @param most how many at the most; at least 1
   * @return by size, the largest first; of equals, the first feature first
   * @throws IllegalArgumentException if {@code most < 1}
   */
  public List<Contribution> largest(int most) {
    Comparator<Contribution> bySize = Comparator.comparingDouble(term -> Math.abs(term.value()));
    return contributions.stream()
        .sorted(bySize.reversed())
        .limit(Checks.atLeast("most", most, 1))
        .toList();
  }

  /**
   * Returns the sum of all terms.
   *
   * @return Σ wⱼ·xⱼ′, in the order of the model; of a difference that of the two sums
   */
  public double sum() {
    return terms.sum();
  }

  /**
   * Returns the bias.
   *
   * @return b; 0 where the model has none
   */
  public double bias() {
    return terms.bias();
  }

  /**
   * Returns the net input that is explained.
   *
   * @return z = {@link #sum()} + {@link #bias()}, before any calibration; of a {@linkplain #against
   *     difference} that of the two
   */
  public double netInput() {
    return terms.netInput();
  }

  /**
   * Returns the net input that the probability is made of, where there is a calibration.
   *
   * @return a·z + c, that of {@link #netInput()}; of a difference, and of class 0 of one net input,
   *     that of the calibrated ones; empty where there is no calibration
   */
  public OptionalDouble calibratedNetInput() {
    return row.pipeline().calibration().stream()
        .mapToDouble(c -> row.calibrated(c, ofClass, netInput()))
        .findFirst();
  }

  /**
   * Returns what is explained.
   *
   * @return for what a term above 0 speaks: a class by its name, or by {@code class} and its number
   *     where it has none; {@code a larger number} where there are no classes, and of standardized
   *     targets also how much of it a term of 1 adds, in the target's own unit
   */
  public String subject() {
    if (ofClass < 0) {
      return "a larger number"
          + row.unit().stream()
              .mapToObj(unit -> " (1 adds " + Texts.readable(unit, 4) + ")")
              .findFirst()
              .orElse("");
    }
    return row.className(ofClass) + (other >= 0 ? " and against " + row.className(other) : "");
  }

  /**
   * Returns the prediction for the row.
   *
   * @return ŷ, as {@link Pipeline#predict(double...)}: in the target's own unit, or the number of
   *     the predicted class where there are several net inputs
   */
  public double prediction() {
    return row.pipeline().predict(row.raw())[0];
  }

  /**
   * Returns the predicted class of the row, whichever class is explained.
   *
   * @return its name, or {@code class} and its number; empty where the model tells no classes apart
   */
  public Optional<String> predictedClass() {
    return row.predictedClass().stream().mapToObj(row::className).findFirst();
  }

  /**
   * Returns the probability of the class that is explained.
   *
   * @return p; empty where there are no classes, predictions are no probabilities, or a {@linkplain
   *     #against difference} is explained
   */
  public OptionalDouble probability() {
    return ofClass < 0 || other >= 0 ? OptionalDouble.empty() : row.probability(ofClass);
  }

  /** From which prediction on a row is of class 1, where that is not as the model has it. */
  OptionalDouble movedCut() {
    double cut = row.pipeline().parts().cut();
    return Double.isNaN(cut) ? OptionalDouble.empty() : OptionalDouble.of(cut);
  }

  /** Writes a table of the ten largest terms and their sum. */
  @Override
  public String toString() {
    return new ExplanationText(this).table(SHOWN);
  }
}
