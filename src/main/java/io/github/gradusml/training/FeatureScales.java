package io.github.gradusml.training;

import io.github.gradusml.data.Dataset;
import java.util.Arrays;
import java.util.Optional;

/** How large the features are, compared with each other: the usual cause of divergence. */
final class FeatureScales {
  private static final double DOMINATING = 10;

  private final Dataset data;
  private final double[] meanSquares;

  FeatureScales(Dataset data) {
    this.data = Sample.of(data);
    int rows = this.data.rows();
    this.meanSquares = new double[data.features()];
    for (int i = 0; i < rows; i++) {
      double share = this.data.weight(i) / rows;
      for (int j = 0; j < meanSquares.length; j++) {
        double value = this.data.value(i, j);
        meanSquares[j] += value * value * share;
      }
    }
  }

  /** The largest mean square of a feature: λmax of [X 1]ᵀ[X 1]/n is at least as large. */
  double largestMeanSquare() {
    return Arrays.stream(meanSquares).max().orElseThrow();
  }

  /** The mean of ‖(x, 1)‖². */
  double meanSquaredRow() {
    return 1 + Arrays.stream(meanSquares).sum();
  }

  /**
   * The largest feature, if it is far larger than the median one or the bias's input 1. Features
   * that are always 0 are not counted, and one no larger than 1 is as small as standardized ones
   * are.
   */
  Optional<DominantFeature> dominant() {
    double[] sorted =
        Arrays.stream(meanSquares).filter(square -> square > 0).map(Math::sqrt).sorted().toArray();
    double largest = sorted.length == 0 ? 0 : sorted[sorted.length - 1];
    double median = sorted.length == 0 ? 0 : sorted[(sorted.length - 1) / 2];
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
