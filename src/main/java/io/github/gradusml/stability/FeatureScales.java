package io.github.gradusml.stability;

import io.github.gradusml.data.Dataset;
import io.github.gradusml.internal.Checks;
import io.github.gradusml.internal.EvenlySpaced;
import io.github.gradusml.rows.Rows;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How large the features are, compared with each other: the usual cause of divergence.
 *
 * <p>Of many rows without weights a sample is looked at, evenly spaced: enough to tell orders of
 * magnitude, and few enough to cost nothing.
 *
 * <p>Article: section 3, Standardize input data.
 */
public final class FeatureScales {
  private static final int MOST_ROWS = 1024;

  /** Of many wide rows fewer are looked at, but no fewer than these. */
  private static final int FEWEST_ROWS = 256;

  private static final int MOST_NUMBERS = 1 << 18;
  private static final double DOMINATING = 10;

  private final Dataset data;
  private final int[] sample;
  private final double[] meanSquares;

  /** Null where every row counts 1. */
  private final double[] relativeWeights;

  private FeatureScales(Dataset data, int[] sample) {
    this.data = data;
    this.sample = sample;
    this.meanSquares = new double[data.features()];
    this.relativeWeights = data.isWeighted() ? data.relativeWeights() : null;
    for (int row : sample) {
      double weight = relativeWeights == null ? 1 : relativeWeights[row];
      if (weight > 0) {
        data.inputs().addSquares(row, weight / sample.length, meanSquares);
      }
    }
  }

  /**
   * Looks at the features of some rows.
   *
   * @param data the rows
   * @return their scales
   */
  public static FeatureScales of(Dataset data) {
    Checks.noTexts("data", Checks.notNull("data", data).features());
    return new FeatureScales(data, sampleOf(data));
  }

  /** On average, those that are kept. */
  private static int numbersOfRow(Rows rows) {
    return (int) Math.max(1, rows.numbers() / rows.size());
  }

  /** All rows, or some of many; weights of some need not be 1 on average. */
  private static int[] sampleOf(Dataset data) {
    int n = data.rows();
    boolean areAll = data.isWeighted() || n <= MOST_ROWS;
    int some =
        Math.max(FEWEST_ROWS, Math.min(MOST_ROWS, MOST_NUMBERS / numbersOfRow(data.inputs())));
    return EvenlySpaced.indices(n, areAll ? n : some);
  }

  /**
   * Returns the rows that were looked at.
   *
   * @return the numbers of all rows, or of 1,024 of many, of wide ones fewer; ascending
   */
  public int[] sample() {
    return sample.clone();
  }

  /** Whether every row was looked at. */
  boolean isOfAllRows() {
    return sample.length == data.rows();
  }

  /** The largest mean square of a feature: λmax of [X 1]ᵀ[X 1]/n is at least as large. */
  double largestMeanSquare() {
    return Arrays.stream(meanSquares).max().orElseThrow();
  }

  /**
   * Returns the mean squared length of a row, with the bias's input 1: how far one step of size 1
   * may change a net input.
   *
   * @return the mean of ‖(x, 1)‖²
   */
  public double meanSquaredRow() {
    return 1 + Arrays.stream(meanSquares).sum();
  }

  /**
   * Returns how large weights may sensibly be: the largest target over the smallest feature.
   *
   * @return at least 1
   */
  public double sizeOfWeights() {
    double target =
        Arrays.stream(sample).mapToDouble(i -> Math.abs(data.target(i))).max().orElse(1);
    double feature = Arrays.stream(meanSquares).filter(v -> v > 0).map(Math::sqrt).min().orElse(1);
    return Math.max(1, target) / Math.min(1, feature);
  }

  /** Of the sizes of all features, or of those that sparse ones have where they are not 0. */
  private double median(double[] sorted) {
    if (!data.inputs().isSparse()) {
      return sorted[(sorted.length - 1) / 2];
    }
    double[] shares = new double[meanSquares.length];
    for (int row : sample) {
      double weight = data.isWeighted() ? relativeWeights[row] : 1;
      IntStream.of(data.inputs().indices(row)).forEach(j -> shares[j] += weight / sample.length);
    }
    double[] sizes =
        IntStream.range(0, shares.length)
            .filter(j -> meanSquares[j] > 0)
            .mapToDouble(j -> Math.sqrt(meanSquares[j] / shares[j]))
            .sorted()
            .toArray();
    return sizes[(sizes.length - 1) / 2];
  }

  /**
   * Returns the largest feature, if it is far larger than the median one or the bias's input 1.
   * Features that are always 0 are not counted, and one no larger than 1 is as small as
   * standardized ones are. Where rows are sparse, the median is that of the numbers that are not 0:
   * a word that is rare is small on average, and as large as the others where it is.
   *
   * @return empty where none is
   */
  public Optional<DominantFeature> dominant() {
    double[] sorted =
        Arrays.stream(meanSquares).filter(square -> square > 0).map(Math::sqrt).sorted().toArray();
    double largest = sorted.length == 0 ? 0 : sorted[sorted.length - 1];
    double median = sorted.length == 0 ? 0 : median(sorted);
    if (!(largest > 1 && largest > DOMINATING * Math.min(median, 1))) {
      return Optional.empty();
    }
    int feature = 0;
    while (Math.sqrt(meanSquares[feature]) < largest) {
      feature++;
    }
    return Optional.of(new DominantFeature(data.featureNames().get(feature), largest, median));
  }
}
