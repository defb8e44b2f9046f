package io.github.gradusml.stability;

import io.github.gradusml.core.Perceptron;
import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.Texts;
import java.util.Optional;

/**
 * Whether a line separates the rows of two classes, with the proof: the line, or weights of rows
 * that no line can get along with.
 *
 * <pre>{@code
 * a line:     yᵢ·(w·xᵢ + b) > 0 for all i          y = −1 for the class of the lower target, 1 for the other
 * none:       Σ aᵢ·yᵢ·(xᵢ, 1) = 0, a ≥ 0, Σa = 1    since (w, b) times that would be a sum of numbers > 0
 * margin:     γ = minᵢ yᵢ·(w·xᵢ + b) / ‖(w, b)‖
 * mistakes:   a perceptron makes at most (R/γ)²,  R = maxᵢ ‖(xᵢ, 1)‖
 * }</pre>
 *
 * <p>"Line" stands for what it is in any number of features: a point, a line, a plane, a
 * hyperplane.
 *
 * <p>A line counts only if all rows are on their sides in exact arithmetic. It is looked for first;
 * only where none is found may weights say that there is none. These are exact to rounding: {@code
 * ‖Σ aᵢ·yᵢ·(xᵢ, 1)‖} is at most 1e-9 of the longest {@code (xᵢ, 1)} among them, both in the units
 * of the features and in their standard deviations (without a bias: in their largest sizes). That
 * sum bounds the margin of every line, and so rows through which only a line with a margin of less
 * than a billionth could be squeezed may be called not separable. Nothing is ever guessed: where
 * the search ends with neither proof, it is not decided.
 *
 * <p>It takes as long as ten to a few hundred passes over the rows, usually some milliseconds. The
 * search for a line and that for the largest margin each end after 300 passes or a billion
 * multiplications, whichever is more: about a second on small data. Of sparse rows that have more
 * than a million numbers with all zeros, the perceptron rule looks for a line, for 300 passes or as
 * many as take a tenth of a second: what it finds separates, though not with the largest margin,
 * and where it finds none, nothing is decided. Rows of weight 0 do not count, and other weights
 * make no difference.
 *
 * <p>Article: section 1, Perceptron learning.
 *
 * <p>Source: A. Novikoff, On convergence proofs on perceptrons, Symposium on the Mathematical
 * Theory of Automata 12 (1962), for the mistakes; P. Gordan, Über die Auflösung linearer
 * Gleichungen mit reellen Coefficienten, Mathematische Annalen 6 (1873), doi:10.1007/BF01442864,
 * for the alternative; P. Wolfe, Finding the nearest point in a polytope, Mathematical Programming
 * 11 (1976), doi:10.1007/BF01580381, for how it is found.
 */
public final class Separability {
  /** What is proven. */
  public enum Verdict {
    /** A line separates the classes: {@link Separability#separator()}. */
    SEPARABLE,
    /** No line separates the classes: {@link Separability#certificate()}. */
    NOT_SEPARABLE,
    /** Neither was proven. */
    UNDECIDED
  }

  /** So that a bound of 51 is not 50 for being a rounding error below. */
  private static final double ROUNDING = 1e-9;

  private static final double LARGEST_WRITTEN_OUT = 1e9;

  private final int size;
  private final boolean biased;
  private final double radius;
  private final Perceptron separator;
  private final double margin;
  private final boolean isLargest;
  private final Certificate certificate;

  /**
   * Takes a proof.
   *
   * @param separator null if none was found
   * @param certificate null if none was found
   */
  Separability(
      SignedRows rows,
      double radius,
      Perceptron separator,
      double margin,
      boolean isLargest,
      Certificate certificate) {
    this.size = rows.size();
    this.biased = rows.biased();
    this.radius = radius;
    this.separator = separator;
    this.margin = margin;
    this.isLargest = isLargest;
    this.certificate = certificate;
  }

  /**
   * Finds out whether a line separates the rows of two classes.
   *
   * @param data rows with targets of two kinds, of which the lower one is the negative class
   * @return the verdict and its proof
   * @throws IllegalArgumentException if the targets of the rows that count are not of two kinds
   */
  public static Separability of(Dataset data) {
    return SeparabilitySearch.on(Checks.notNull("data", data), true);
  }

  /**
   * Finds out whether a line through the origin does: for a perceptron without a bias. Everywhere
   * {@code xᵢ} takes the place of {@code (xᵢ, 1)}.
   *
   * @param data rows with targets of two kinds, of which the lower one is the negative class
   * @return the verdict and its proof
   * @throws IllegalArgumentException if the targets of the rows that count are not of two kinds
   */
  public static Separability throughOrigin(Dataset data) {
    return SeparabilitySearch.on(Checks.notNull("data", data), false);
  }

  /**
   * Returns what is proven.
   *
   * @return the verdict
   */
  public Verdict verdict() {
    if (separator != null) {
      return Verdict.SEPARABLE;
    }
    return certificate != null ? Verdict.NOT_SEPARABLE : Verdict.UNDECIDED;
  }

  /**
   * Returns the line that separates the classes, with {@code ‖(w, b)‖} = 1; between ½ and 1 where
   * rounding to that would cost the separation.
   *
   * @return a perceptron that is right on every row that counts, step for targets 0 and 1 and sign
   *     for others; empty unless the rows are proven separable
   */
  public Optional<Perceptron> separator() {
    return Optional.ofNullable(separator);
  }

  /**
   * Returns the margin of the {@link #separator()}, γ, with the bias for the weight of an input
   * that is always 1.
   *
   * @return the smallest {@code yᵢ·(w·xᵢ + b) / ‖(w, b)‖}, in the units of the features; 0 without
   *     a separator
   */
  public double margin() {
    return margin;
  }

  /**
   * Tells whether no line has a larger margin, or none by more than a millionth.
   *
   * @return false where that is not proven, and without a separator
   */
  public boolean isLargestMargin() {
    return isLargest;
  }

  /**
   * Returns the length of the longest row, R.
   *
   * @return the largest {@code ‖(xᵢ, 1)‖}
   */
  public double radius() {
    return radius;
  }

  /**
   * Returns Novikoff's bound, (R/γ)²: how many mistakes a perceptron makes at most that starts from
   * weights 0 and learns from one row at a time, with the perceptron criterion and one rate.
   *
   * @return the bound, which is no whole number; ∞ without a separator
   */
  public double mistakeBound() {
    return radius / margin * (radius / margin);
  }

  /**
   * Returns weights of rows that no line can get along with, aᵢ: not negative, 1 in all, and with
   * {@code Σ aᵢ·yᵢ·(xᵢ, 1) = 0} to rounding; at most d + 2 of them are positive.
   *
   * @return a new array, length n; all 0 unless the rows are proven not separable
   */
  public double[] certificate() {
    return certificate == null ? new double[size] : certificate.weights(size);
  }

  /**
   * Says what is proven, and how.
   *
   * @return a sentence or two
   */
  public String explanation() {
    String line = biased ? "line" : "line through the origin";
    if (separator != null) {
      return "a "
          + line
          + " separates the classes, with a margin of "
          + Texts.number(margin)
          + (isLargest ? ", the largest there is" : "")
          + novikoff();
    }
    return certificate != null
        ? "no " + line + " separates the classes: " + certificate.description()
        : "whether a "
            + line
            + " separates the classes is not decided: neither one was found, nor a proof that there"
            + " is none";
  }

  private String novikoff() {
    double bound = mistakeBound() * (1 + ROUNDING);
    return Double.isFinite(bound)
        ? "; a perceptron that starts from weights 0 and learns row by row makes at most "
            + (bound < LARGEST_WRITTEN_OUT ? (long) bound + "" : Texts.number(bound))
            + " mistakes (Novikoff)"
        : "";
  }

  @Override
  public String toString() {
    return "Separability(" + explanation() + ")";
  }
}
