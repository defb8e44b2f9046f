package io.github.gradusml.diagnosis;

import io.github.gradusml.core.ParameterBlock;
import io.github.gradusml.internal.EvenlySpaced;
import io.github.gradusml.internal.Texts;
import io.github.gradusml.regularization.Regularizer;
import io.github.gradusml.training.Case;
import io.github.gradusml.training.Trainer;
import io.github.gradusml.training.Verdict;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether a column is nearly a combination of others, so that how a weight is shared out among them
 * is left to the noise, and takes very many updates to be found.
 *
 * <pre>{@code
 * VIFⱼ = (A⁻¹)ⱼⱼ > 100        A = correlations + α/(c·σⱼ²) on the diagonal
 * }</pre>
 *
 * <p>An L2 penalty counts, as it holds such weights: with α ≥ 0.01·c·σⱼ² for all columns none is
 * above 100, whatever the columns are. c is the curvature of the loss, 1 where none is known.
 *
 * <p>Copies of another column have a check of their own, and are left out.
 */
final class CollinearColumnsCheck {
  private static final double LIMIT = 100;

  /** Just above 1/100, so that it is still so when written with three digits. */
  private static final double ENOUGH = 1.1 / LIMIT;

  /** In standardized columns one α suits all; in these it is too much for the smaller ones. */
  private static final double MOST_DIFFERENT = 10;

  /** Columns with less of a share than this of the largest are not named. */
  private static final double WORTH_NAMING = 0.1;

  private static final int MOST_NAMED = 3;

  private static final double LEAST_TOLD = 0.001;

  /** Of more some are looked at: the time goes with the third power of their number. */
  private static final int MOST_COLUMNS = 128;

  private final Case training;
  private final List<SampledColumn> columns;
  private final double curvature;

  private CollinearColumnsCheck(Case training, List<SampledColumn> columns) {
    this.training = training;
    this.columns = columns;
    double known = training.start().output().compose(training.trainer().loss()).curvature();
    this.curvature = known > 0 && Double.isFinite(known) ? known : 1;
  }

  static Verdict verdict(Case training) {
    List<SampledColumn> columns = different(training);
    if (columns.size() < 2) {
      return Verdict.notApplicable("fewer than two different columns vary");
    }
    int rows = training.sample().rows();
    if (rows < 2 * (columns.size() + 1)) {
      return Verdict.notApplicable(
          "in " + Texts.count(rows, "row") + " any column is a combination of so many others");
    }
    return new CollinearColumnsCheck(training, columns).verdict();
  }

  private static List<SampledColumn> different(Case training) {
    List<SampledColumn> all =
        DuplicateColumnsCheck.withoutCopies(SampledColumn.of(training)).stream()
            .filter(column -> !column.isConstant())
            .toList();
    return Arrays.stream(EvenlySpaced.indices(all.size(), MOST_COLUMNS))
        .mapToObj(all::get)
        .toList();
  }

  private Verdict verdict() {
    double[][] a = Correlations.of(columns);
    double alpha = penalty().curvature();
    for (int j = 0; j < a.length; j++) {
      double deviation = columns.get(j).deviation();
      double held = Math.sqrt(alpha / curvature) / deviation;
      a[j][j] += Double.isFinite(held) ? Math.min(1, held * held) : 0;
    }
    Inflation inflation = Inflation.of(a, LIMIT);
    return inflation.givenUp().isEmpty() ? Verdict.clear() : found(inflation);
  }

  private Regularizer penalty() {
    Trainer trainer = training.trainer();
    ParameterBlock first = training.start().blocks().get(0);
    return trainer.blockRegularizers().getOrDefault(first.name(), trainer.regularizer());
  }

  private Verdict found(Inflation inflation) {
    int worst = inflation.givenUp().get(0);
    double own = inflation.own(worst);
    List<String> names = inflation.givenUp().stream().map(j -> columns.get(j).name()).toList();
    String evidence =
        "of the variance of the column "
            + Texts.quoted(columns.get(worst).name())
            + " no more than "
            + Texts.percent(Math.max(LEAST_TOLD, own))
            + " is its own; the rest follows from "
            + LeavingOut.named(others(inflation.combination(worst)))
            + " (variance inflation factor "
            + (own > 0 ? Texts.number(1 / own) : "infinite")
            + ")"
            + (names.size() == 1
                ? "."
                : "; so it is with " + LeavingOut.named(names.subList(1, names.size())) + ".")
            + " How the weight is shared out among them is left to the noise.";
    return Verdict.found(evidence, mayBeHeld() ? hold() : LeavingOut.cure(training, names));
  }

  /** The columns that carry most of the combination, the largest shares first. */
  private List<String> others(double[] shares) {
    double largest = Arrays.stream(shares).map(Math::abs).max().orElseThrow();
    return IntStream.range(0, shares.length)
        .boxed()
        .filter(j -> Math.abs(shares[j]) >= WORTH_NAMING * largest)
        .sorted(Comparator.comparingDouble(j -> -Math.abs(shares[j])))
        .limit(MOST_NAMED)
        .map(j -> columns.get(j).name())
        .toList();
  }

  /** Where there is no penalty of another kind, and one α suits all columns. */
  private boolean mayBeHeld() {
    Regularizer now = penalty();
    boolean isL2OrNone =
        now.equals(Regularizer.none())
            || now.curvature() > 0
                && Double.isFinite(now.curvature())
                && !now.shrinks()
                && !now.decays();
    double smallest = columns.stream().mapToDouble(SampledColumn::deviation).min().orElseThrow();
    return isL2OrNone
        && training.trainer().blockRegularizers().isEmpty()
        && largestDeviation() <= MOST_DIFFERENT * smallest
        && Double.isFinite(1 / alpha())
        && Double.isFinite(alpha());
  }

  private double largestDeviation() {
    return columns.stream().mapToDouble(SampledColumn::deviation).max().orElseThrow();
  }

  private double alpha() {
    return ENOUGH * curvature * largestDeviation() * largestDeviation();
  }

  private String hold() {
    return "Hold these weights with withRegularizer(Regularizer.l2("
        + Texts.number(alpha())
        + ")).";
  }
}
